"""Markup in the words of Viber: `*bold*` and `_italic_` instead of tags."""

import html
import re

from bot.messages import Html, plain

LONGEST = 7000  # characters of a message
LONGEST_CAPTION = 768  # and of the words under a picture

TAG = re.compile(r"(</?[bi]>)")
MARKERS = {"b": "*", "i": "_"}

# A marker at the start of a word would mark what follows, up to its like.  In a link it is letters.
LITERAL = re.compile(r"[*_~](?<![^\W_].)(?<!/.)(?=\S)|``(?=`)")
UNMARKED = "\\g<0>\u200a"  # a space behind a marker disarms it; a hair space hardly shows


def marked(text: Html, longest: int = LONGEST) -> str:
    """Viber's markers for `<b>` and `<i>`, citizens' own ones disarmed.

    Plain where markers would make it longer than the words may be there.
    """
    pieces = TAG.split(text)
    words = [html.unescape(piece) for piece in pieces[::2]]
    result = "".join(_runs(words, pieces[1::2]))
    return result if len(result) <= longest else plain(text)


def _runs(words: list[str], tags: list[str]) -> list[str]:
    opened: list[str] = []
    runs: list[str] = []
    for at, word in enumerate(words):
        before = next((w for w in reversed(words[:at]) if w), "")[-1:]
        after = next((w for w in words[at + 1 :] if w), "")[:1]
        runs.append(_run(word, "".join(opened), before, after))
        if at < len(tags):
            _turn(opened, tags[at])
    return runs


def _turn(opened: list[str], tag: str) -> None:
    marker = MARKERS[tag.strip("</>")]
    if not tag.startswith("</"):
        opened.append(marker)
    elif marker in opened:
        opened.remove(marker)


def _run(text: str, marker: str, before: str, after: str) -> str:
    """Each line marked on its own, as markers do not reach over its end."""
    if not marker:
        return LITERAL.sub(UNMARKED, text)
    lines = text.split("\n")
    last = len(lines) - 1
    return "\n".join(
        _line(line, marker, before if at == 0 else "", after if at == last else "")
        for at, line in enumerate(lines)
    )


def _line(line: str, marker: str, before: str, after: str) -> str:
    """White space stays outside, and half a word stays unmarked: Viber would show the markers."""
    core = line.strip()
    if not core:
        return line
    head, _, tail = line.partition(core)
    literal = LITERAL.sub(UNMARKED, core)
    if (not head and before.isalnum()) or (not tail and after.isalnum()):
        return head + literal + tail
    return head + marker + literal + marker[::-1] + tail
