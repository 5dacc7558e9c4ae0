"""Universal words: menu, cancel, back, help, language, stop, in every language at once."""

import re

from bot.messages import plain
from bot.texts import Texts

NAMES = ("menu", "cancel", "back", "help", "language", "stop")
MARKS = " \t\n.,!?…"  # what people put around a word: "მენიუ!"
CODE = re.compile(r"\s*(?=.*\d)[A-Za-z0-9][A-Za-z0-9 -]{3,30}\s*")


def looks_like_code(said: str) -> bool:
    """Whether a typed text could be a short code from a poster; the database decides."""
    return CODE.fullmatch(said) is not None and not re.fullmatch(r"[\d ]{1,5}", said.strip())


class Words:
    """Looks a typed word up.  Every language is understood whatever the person's own is."""

    def __init__(self, texts: Texts) -> None:
        self._meaning: dict[str, str] = {}
        for language in texts.languages:
            for name, said in _lists(texts, language).items():
                for word in plain(said).split(","):
                    self._meaning[word.strip().casefold()] = name

    def meaning(self, said: str, language: str, *, slash_only: bool) -> str:
        """The universal word, or ''.  Beside a free text only commands and STOP act."""
        word = said.strip(MARKS).casefold()
        if word.startswith("/"):
            name = word[1:].split("@")[0].split(" ")[0]
            return name if name in NAMES else ""
        found = self._meaning.get(word, "")
        return found if not slash_only or found == "stop" else ""


def _lists(texts: Texts, language: str) -> dict[str, str]:
    """Buttons in the place of Telegram's keyboard are said as they are written."""
    back, menu = texts.text(language, "core-back"), texts.text(language, "core-menu")
    return {
        "menu": f"{texts.text(language, 'word-menu')},{menu}",
        "cancel": texts.text(language, "word-cancel"),
        "back": f"{texts.text(language, 'word-back')},{back}",
        "help": texts.text(language, "word-help"),
        "language": texts.text(language, "word-language"),
        "stop": texts.text(language, "word-stop"),
    }
