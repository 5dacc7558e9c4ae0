"""Fluent, strict: what we write, in the reader's language."""

import logging
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.messages import Html, safe

MAIN = "ka"
LOCALES = Path(__file__).parent.parent / "locales"

log = logging.getLogger(__name__)


class BadText(Exception):
    """A message is missing or lacks a variable; the text says which."""


class Texts:
    """All messages of all languages.

    `strict` (tests, the demo): a missing message or variable raises BadText.  Otherwise it is
    logged, and the Georgian text is shown.
    """

    def __init__(self, root: Path = LOCALES, *, strict: bool = True) -> None:
        self.strict = strict
        folders = sorted(path for path in root.iterdir() if path.is_dir())
        self._bundles = {path.name: _bundle(path) for path in folders}

    @property
    def languages(self) -> list[str]:
        """Codes, the main language first."""
        return sorted(self._bundles, key=lambda code: (code != MAIN, code))

    def known(self, hint: str) -> str:
        """The language a messenger hints at ("ka-GE"), if we speak it; else the main one."""
        code = hint.replace("_", "-").split("-")[0].lower()
        return code if code in self._bundles else MAIN

    def text(self, language: str, name: str, /, **args: Any) -> Html:
        """The message, its variables escaped unless they are Html; ka for an unknown language."""
        known = language if language in self._bundles else MAIN
        try:
            return self._format(known, name, args)
        except BadText as problem:
            if self.strict:
                raise
            log.error("text: %s", problem)
            return self._fallback(known, name, args)

    def has(self, language: str, name: str) -> bool:
        return language in self._bundles and self._bundles[language].has_message(name)

    def _fallback(self, language: str, name: str, args: Mapping[str, Any]) -> Html:
        if language == MAIN:
            return Html("")
        try:
            return self._format(MAIN, name, args)
        except BadText:
            return Html("")

    def _format(self, language: str, name: str, args: Mapping[str, Any]) -> Html:
        bundle = self._bundles[language]
        if not bundle.has_message(name):
            raise BadText(f"{language}: no message {name}")
        pattern = bundle.get_message(name).value
        if pattern is None:
            raise BadText(f"{language}: {name} has no text")
        value, errors = bundle.format_pattern(
            pattern, {key: _argument(arg) for key, arg in args.items()}
        )
        if errors:
            raise BadText(f"{language}: {name}: {errors[0]}")
        return Html(value)


@cache  # reading them all takes a second
def _bundle(folder: Path) -> FluentBundle:
    bundle = FluentBundle([folder.name], use_isolating=False)
    for path in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle


def _argument(value: Any) -> Any:
    if isinstance(value, bool | None):
        raise BadText(f"{value!r} is not a text argument")
    return safe(value) if isinstance(value, str) else value
