"""The ratings and rankings of KoboToolbox's form builder, as it spreads them out itself.

A rating is a group of questions with one list of choices; in a ranking, no choice is made twice.
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.exchange.xlsform.lines import Line

LISTS = {"begin_score": "score_choices", "begin_rank": "rank_items"}
RATED, RANKED = "score__row", "rank__level"


def spread(lines: Iterable[Line]) -> None:
    """Give the questions of ratings and rankings their list, and ranks their constraint."""
    list_name = ""
    above: list[str] = []
    for line in lines:
        kind = "_".join(line.type.said.split())
        if kind in LISTS:
            list_name, above = line.cells.get(LISTS[kind], ""), []
        elif kind in (RATED, RANKED):
            line.type = replace(line.type, list=list_name)
        if kind == RANKED:
            own = line.cells.get("constraint", "")
            others = [f". != ${{{name}}}" for name in above]
            line.cells["constraint"] = " and ".join([f"({own})"] * bool(own) + others)
            above.append(line.name)
