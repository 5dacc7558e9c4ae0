"""Viber's text formatting: *bold*, _italic_, ~strike~ and ```mono```."""

import html
import re

MARKS = (
    (re.compile(r"```(.+?)```", re.DOTALL), "code"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?!\w)"), "b"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), "i"),
    (re.compile(r"(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?!\w)"), "s"),
)


def plain(text: str) -> str:
    """The text as a person reads it."""
    for mark, _ in MARKS:
        text = mark.sub(r"\1", text)
    return text


def marked(text: str) -> str:
    """Safe HTML for the page."""
    text = html.escape(text, quote=False)
    for mark, tag in MARKS:
        text = mark.sub(rf"<{tag}>\1</{tag}>", text)
    return text
