"""Texts of a form, and the answers that are quoted in them as ${name}."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from bot.civic.survey.expressions.special import REFERENCE
from bot.civic.survey.form import Told


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in pieces: what stands at odd places is the name of a question."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        return cls(tuple(REFERENCE.split(text)) if "${" in text else (text,))

    @property
    def names(self) -> tuple[str, ...]:
        return self.pieces[1::2]

    def filled(self, quote: Callable[[str], str]) -> str:
        """The text with what `quote` gives for each name."""
        if len(self.pieces) == 1:
            return self.pieces[0]
        return "".join(
            quote(piece) if place % 2 else piece for place, piece in enumerate(self.pieces)
        )


@dataclass(frozen=True, slots=True)
class Wordings:
    """A text in several languages."""

    by_language: dict[str, Wording]

    @classmethod
    def of(cls, told: Told) -> Self:
        return cls({language: Wording.of(text) for language, text in told.items() if text})

    @property
    def names(self) -> set[str]:
        return {name for wording in self.by_language.values() for name in wording.names}

    def filled(self, languages: tuple[str, ...], quote: Callable[[str], str]) -> str:
        """In the first of the languages that it has, else in any; "" without a text."""
        known = self.by_language
        found = next((known[language] for language in languages if language in known), None)
        found = found or next(iter(known.values()), None)
        return found.filled(quote) if found else ""


def plain(told: Told, languages: Iterable[str]) -> str:
    """As `Wordings.filled`, of a text that quotes nothing."""
    known = [told[language] for language in languages if told.get(language)]
    return next(iter(known or filter(None, told.values())), "")
