"""Names of a form on buttons: they may be longer than a button's id, or in any letters."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from hashlib import blake2s

from bot.civic.survey.offers import Offered
from bot.messages import LONGEST_ID, Choice

HASHED = "~"  # how a token begins that is not the name itself; no form's name does
BYTES = 12
LONG = 100  # choices, from which on it is worth keeping what was made of them
KEPT = 8  # long lists; of ten thousand choices one takes some megabytes


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


_made: OrderedDict[int, tuple[Sequence[Offered], Tokens]] = OrderedDict()


def tokens(options: Sequence[Offered]) -> Tokens:
    """Those of a list.  A long one that is the same at every turn is made once."""
    if len(options) < LONG:
        return _tokens(options)
    known = _made.get(id(options)) or (options, _tokens(options))
    _made[id(options)] = known
    _made.move_to_end(id(options))
    if len(_made) > KEPT:
        _made.popitem(last=False)
    return known[1]


def _tokens(options: Sequence[Offered]) -> Tokens:
    return Tokens((option.id, option.label) for option in options)
