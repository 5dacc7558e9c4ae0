"""The messages of every locale, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

REFERENCE = "ka"
MARKUP = re.compile(r"<[^>]*>?|&(?!\w+;|#\d+;)")
TAGS = {"<b>", "</b>", "<i>", "</i>"}
PLURALS = {"zero", "one", "two", "few", "many"}
MTAVRULI = re.compile("[\u1c90-\u1cbf]")


@dataclass
class Message(Visitor):
    """One message or term, and the parts that all its translations share."""

    id: str
    file: str
    attributes: set[str] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    selections: list[set[str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.references.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_Pattern(self, node: ast.Pattern) -> None:
        text = "".join(part.value for part in node.elements if isinstance(part, ast.TextElement))
        self.texts.append(text)
        self.tags |= set(MARKUP.findall(text))
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        names = (variant.key for variant in node.variants)
        self.selections.append({key.name for key in names if isinstance(key, ast.Identifier)})
        self.generic_visit(node)


@dataclass
class Catalogue:
    """One locale."""

    locale: str
    messages: dict[str, Message] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read(root: Path) -> dict[str, Catalogue]:
    """Every locale by its code."""
    folders = sorted(path for path in root.iterdir() if path.is_dir())
    return {folder.name: _catalogue(folder) for folder in folders}


def _catalogue(folder: Path) -> Catalogue:
    found = Catalogue(folder.name)
    for path in sorted(folder.glob("*.ftl")):
        for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Junk):
                start = (entry.content or "").partition("\n")[0]
                found.problems.append(f"{folder.name}/{path.name}: cannot be read: {start}")
            elif isinstance(entry, ast.Message | ast.Term):
                _add(found, entry, path.name)
    return found


def _add(found: Catalogue, entry: ast.Message | ast.Term, file: str) -> None:
    id = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
    if id in found.messages:
        found.problems.append(f"{found.locale}/{file}: {id} is defined twice")
    message = Message(id, file)
    message.visit(entry)
    names = Counter(attribute.id.name for attribute in entry.attributes)
    message.attributes = set(names)
    for name, times in names.items():
        if times > 1:
            found.problems.append(f"{found.locale}/{file}: {id}.{name} is defined twice")
    found.messages[id] = message


def differences(reference: Catalogue, other: Catalogue) -> Iterator[str]:
    """Where a translation says other things than the reference."""
    ours, theirs = reference.messages, other.messages
    for id in sorted(ours.keys() - theirs.keys()):
        yield f"{other.locale}: {id} is missing"
    for id in sorted(theirs.keys() - ours.keys()):
        yield f"{other.locale}: {id} is not in {reference.locale}"
    for id in sorted(ours.keys() & theirs.keys()):
        yield from _difference(ours[id], theirs[id], f"{other.locale}: {id}")


def _difference(ours: Message, theirs: Message, where: str) -> Iterator[str]:
    kinds = ["file", "attributes"]
    if not ours.id.startswith("-"):  # a term may have cases in one language only
        kinds += ["variables", "tags"]
    for kind in kinds:
        wanted, found = getattr(ours, kind), getattr(theirs, kind)
        if wanted != found:
            yield f"{where}: {kind} {_listed(found)} instead of {_listed(wanted)}"


def _listed(found: str | set[str]) -> str:
    return found if isinstance(found, str) else ", ".join(sorted(found)) or "none"


def faults(catalogue: Catalogue) -> Iterator[str]:
    """What is wrong in one locale by itself."""
    yield from catalogue.problems
    needed = {*Locale.parse(catalogue.locale, sep="-").plural_form.tags, "other"}
    for id, message in catalogue.messages.items():
        where = f"{catalogue.locale}: {id}"
        for selection in message.selections:
            if selection & PLURALS and not selection >= needed:
                yield f"{where}: lacks the plural {_listed(needed - selection)}"
        for text in message.texts:
            yield from (f"{where}: {problem}" for problem in _markup(text))
        for reference in sorted(message.references - catalogue.messages.keys()):
            yield f"{where}: refers to {reference}, which is missing"


def _markup(text: str) -> Iterator[str]:
    tags = Counter(MARKUP.findall(text))
    for tag in tags.keys() - TAGS:
        yield f"{tag} is not markup; write &lt; or &amp;"
    for name in ("b", "i"):
        if tags[f"<{name}>"] != tags[f"</{name}>"]:
            yield f"<{name}> is not closed in the same text"
    if MTAVRULI.search(text):
        yield "holds capital (Mtavruli) letters, which many phones cannot show"
