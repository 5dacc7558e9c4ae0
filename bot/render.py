"""Makes one message fit what a messenger can carry: split, number, degrade.  Pure."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.channel import Limits
from bot.messages import TAG, TYPED, Choice, Html, Outgoing, Press, Wants, lines, safe

ATOM = re.compile(r"</?[bi]>|&#?\w{1,31};|.", re.DOTALL)

PICKED = "✅ "
WORD = "!"  # how the id of a word that works everywhere begins: done, next, skip

SENTENCE_END = frozenset(".!?…")

# A number is so short that several buttons share a row: this many times more of them fit.
NUMBERS_PER_LABEL = 3


def render(message: Outgoing, limits: Limits) -> list[Outgoing]:
    """The message as one or more that each fit `limits`, in the order to send them.

    Only the last part has buttons, and it alone answers for the whole.  A picture or document
    whose caption would be too long goes first, without text.  Too many or too long choices become
    a numbered list in the text with number buttons.  `edit` is kept where one part replaces one
    message.
    """
    message = _number(message, limits)
    attached = message.picture or message.document
    caption = limits.caption if message.picture else limits.file_caption
    if attached and units(message.text) <= caption:
        return [_editable(message, limits)]
    texts = split(message.text, limits.text)
    if not attached and len(texts) == 1:
        return [_editable(replace(message, text=texts[0]), limits)]
    bare = replace(message, choices=(), menu=(), wants=Wants.NOTHING, edit="")
    first = [replace(bare, text=Html(""))] if attached else []
    parts = [replace(bare, text=text, picture=None, document=None) for text in texts[:-1]]
    last = replace(message, text=texts[-1], picture=None, document=None, edit="")
    return [*first, *parts, last]


def units(text: str) -> int:
    """Length as messengers count it: visible characters, those beyond the BMP twice."""
    visible = html.unescape(TAG.sub("", text))
    return len(visible) if visible.isascii() else len(visible.encode("utf-16-le")) // 2


def split(text: Html, limit: int) -> list[Html]:
    """Parts of at most `limit` units, cut at a paragraph, line, sentence or word where one is near.

    No character but the white space around a cut is lost; markup that is open at a cut is closed
    there and opened again behind it.
    """
    if 2 * len(text) <= limit or units(text) <= limit:
        return [text]
    atoms: list[str] = ATOM.findall(text)
    parts = [part for part in _parts(atoms, limit) if part.plain().strip()]
    return parts or [Html("")]


def _editable(message: Outgoing, limits: Limits) -> Outgoing:
    return message if limits.edits or not message.edit else replace(message, edit="")


def _number(message: Outgoing, limits: Limits) -> Outgoing:
    choices = message.choices
    if message.wants in TYPED:
        return message
    if not crowded(choices, limits):
        return replace(message, choices=tuple(_named(choice) for choice in choices))
    own_numbers = any(choice.number is not None for choice in choices)
    listed: list[str] = []
    buttons: list[Choice] = []
    for place, choice in enumerate(choices, 1):
        unnumbered = choice.number is None and (own_numbers or choice.id.startswith(WORD))
        keeps = unnumbered and len(choice.label) <= limits.label
        if keeps or choice.press is not Press.REPLY:
            buttons.append(choice)
            continue
        number = str(place if choice.number is None else choice.number)
        listed.append(f"{PICKED if choice.picked else ''}{number}. {safe(choice.label)}")
        buttons.append(replace(choice, label=number, wide=False))
    text = lines(message.text, Html("\n".join(listed)), by="\n\n")
    return replace(message, text=text, choices=_pressable(buttons, limits))


def _named(choice: Choice) -> Choice:
    """A number of its own is part of the name: posters and paper show it too."""
    if choice.number is None:
        return choice
    return replace(choice, label=f"{choice.number}. {choice.label}")


def crowded(choices: Sequence[Choice], limits: Limits) -> bool:
    """Whether these are too many or too long for buttons, so that they are listed in the text."""
    return len(choices) > limits.choices or any(
        len(_named(choice).label) > limits.label
        for choice in choices
        if choice.press is Press.REPLY
    )


def _pressable(buttons: Sequence[Choice], limits: Limits) -> tuple[Choice, ...]:
    """As many buttons as there is room for; numbers left out can still be typed."""
    return tuple(buttons[: limits.choices * NUMBERS_PER_LABEL])


def _parts(atoms: Sequence[str], limit: int) -> Iterator[Html]:
    start = 0
    opened: list[str] = []
    while start < len(atoms):
        end = _cut(atoms, start, limit)
        before = "".join(opened)
        _follow(opened, atoms[start:end])
        after = "".join(f"</{tag[1:]}" for tag in reversed(opened))
        yield Html(before + "".join(atoms[start:end]).strip() + after)
        start = end


def _follow(opened: list[str], atoms: Sequence[str]) -> None:
    for atom in atoms:
        if len(atom) == 3 and TAG.fullmatch(atom):
            opened.append(atom)
        elif TAG.fullmatch(atom) and opened:
            opened.pop()


class _Cut(NamedTuple):
    end: int
    width: int


def _cut(atoms: Sequence[str], start: int, limit: int) -> int:
    """Where the part that begins at `start` ends: the best boundary in its second half."""
    width = 0
    cuts: dict[int, _Cut] = {}
    for at in range(start, len(atoms)):
        width += _width(atoms[at])
        if width > limit:
            return _best(cuts, limit) or max(start + 1, at)
        if rank := _boundary(atoms[at], atoms[at - 1] if at > start else ""):
            cuts[rank] = _Cut(at + 1, width)
    return len(atoms)


def _best(cuts: Mapping[int, _Cut], limit: int) -> int:
    near = [rank for rank, cut in cuts.items() if 2 * cut.width >= limit]
    if near:
        return cuts[min(near)].end
    return max((cut.end for cut in cuts.values()), default=0)


def _boundary(atom: str, before: str) -> int:
    """1 behind a paragraph, 2 a line, 3 a sentence, 4 a word; 0 inside a word."""
    if not atom.isspace():
        return 0
    if atom == "\n":
        return 1 if before == "\n" else 2
    return 3 if before in SENTENCE_END else 4


def _width(atom: str) -> int:
    return units(atom) if len(atom) > 1 else 1 + (atom > "\uffff")
