"""Names of a form on buttons: they may be longer than a button's id, or in any letters."""

from collections.abc import Iterable
from hashlib import blake2s

from bot.messages import LONGEST_ID, Choice

HASHED = "~"  # how a token begins that is not the name itself; no form's name does
BYTES = 12


def token(name: str) -> str:
    """The same for the same name, for ever; a short name stands for itself."""
    plain = name.isascii() and len(name) <= LONGEST_ID and not name.startswith((HASHED, "!"))
    return name if plain else HASHED + blake2s(name.encode(), digest_size=BYTES).hexdigest()


class Tokens:
    """Choices by the names they stand for."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """Pairs of name and label, in order."""
        rows = [(token(name), name, label) for name, label in named]
        self.choices = [Choice(id, label) for id, _, label in rows]
        self._names = {id: name for id, name, _ in rows}

    def name(self, id: str) -> str:
        """What a chosen id stands for; any other is left as it is."""
        return self._names.get(id, id)

    def names(self, ids: Iterable[str]) -> str:
        """Several, as a form's answers hold them."""
        return " ".join(map(self.name, ids))
