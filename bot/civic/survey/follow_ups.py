"""Questions that are asked only after certain answers, and the questions that decide it."""

from collections.abc import Iterator, Mapping

from bot.civic.survey.build import Builder
from bot.civic.survey.countable import countable
from bot.civic.survey.form import Form
from bot.civic.survey.nodes import Node


def follow_ups(form: Form) -> dict[str, set[str]]:
    """By question asked once of a person: those of them on whose answers it depends.

    Through calculations and other questions too.
    """
    builder = Builder(form)
    nodes = {node.name: node for top in builder.build(form.items) for node in top.walk()}
    counted = countable(form).keys()
    found = {name: set(_behind(nodes, name)) & counted - {name} for name in counted}
    return {name: sources for name, sources in found.items() if sources}


def _behind(nodes: Mapping[str, Node], name: str) -> Iterator[str]:
    seen, waiting = {name}, [name]
    while waiting:
        node = nodes.get(waiting.pop())
        for source in (node.sources() if node else set()) - seen:
            seen.add(source)
            waiting.append(source)
            yield source
