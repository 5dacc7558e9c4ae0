"""A file with the list of voters in words: what is wrong with it, and what it would change."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.journey import Text
from bot.messages import Html, lines

SHOWN = 10  # mistakes; more are counted


def mistakes(text: Text, found: Sequence[Sequence[Any]], count: int) -> Html:
    """The first mistakes by their rows; `found` as the job tells them, `count` of all."""
    told = [_mistake(text, *one) for one in found]
    more = count - len(told)
    return lines(
        text("register-bad", count=count),
        *told,
        text("register-and-more", count=more) if more else "",
        text("register-mend"),
    )


def _mistake(text: Text, row: int, flaw: str, column: str, other: int) -> Html:
    name = _columns(text).get(column, "")
    problem = {
        "encoding": text("register-encoding"),
        "quotes": text("register-quotes"),
        "no-rows": text("register-no-rows"),
        "column": text("register-column"),
        "doubled": text("register-doubled", column=name),
        "empty": text("register-empty", column=name),
        "personal": text("register-personal"),
        "phone": text("register-phone"),
        "number": text("register-number"),
        "settlement": text("register-settlement"),
        "born": text("register-born"),
        "twice": text("register-twice", column=name, other=str(other)),
    }[flaw]
    return text("register-row", row=str(row), problem=problem) if row else problem


def _columns(text: Text) -> dict[str, Html]:
    return {
        "personal": text("register-column-personal"),
        "phone": text("register-column-phone"),
        "number": text("register-column-number"),
        "settlement": text("register-column-settlement"),
        "born": text("register-column-born"),
    }


def refusal(text: Text, why: str) -> Html:
    """Why a file without a mistake is not taken, as `storage.register_import` names it."""
    reason, _, rows = why.partition(":")
    return {
        "state": text("register-closed"),
        "identity": text("register-not-asked"),
        "kind": text("register-kind"),
        "known": text("register-known", rows=rows),
        "zone": text("register-zone", rows=rows),
        "gone": text("register-gone"),
        "moved": text("register-moved"),
        "yours": text("process-not-yours"),
    }.get(reason) or text("register-failed")


def change(text: Text, figures: Mapping[str, int]) -> Html:
    """What the file makes of the list; lines that would say 0 are left out."""
    counts = {
        "new": text("register-new", count=figures["new"]),
        "changed": text("register-changed", count=figures["changed"]),
        "gone": text("register-left-out", count=figures["gone"]),
        "young": text("register-young", count=figures["young"]),
    }
    told = [said for name, said in counts.items() if figures[name]]
    return lines(text("register-voters", count=figures["voters"]), *told)
