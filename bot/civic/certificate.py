"""A certificate: whose name may stand on it, and its states."""

import re
import unicodedata
from enum import StrEnum

LONGEST = 60  # letters of a name, so that it stands on one line
CORRECTIONS = 3  # times that a slip in the name may be put right
PAPERS = 1 + CORRECTIONS
APOSTROPHES = str.maketrans("`´ʼʻ‘‛’", "'" * 7)
DASHES = str.maketrans("‐‑–—−", "-" * 5)
# Georgian, Latin, Greek, Cyrillic and Armenian, with what stands within a name.
NAME = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ԯԱ-Ֆա-ևა-ჿ][A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ԯԱ-Ֆա-ևა-ჿ '.-]+")


class State(StrEnum):
    """Whether a paper holds."""

    VALID = "valid"
    REPLACED = "replaced"  # by another with the same learner's name put right
    REVOKED = "revoked"


def written(name: str) -> str:
    """A name as it is printed: single blanks, one kind of dash, no Georgian capitals."""
    whole = unicodedata.normalize("NFC", name).translate(APOSTROPHES).translate(DASHES)
    plain = "".join(letter.lower() if _capital(letter) else letter for letter in whole)
    return re.sub(r" ?- ?", "-", " ".join(plain.split()))


def is_name(name: str) -> bool:
    """Whether it can be printed as a name: letters, and at least two of them."""
    letters = sum(map(str.isalpha, name))
    return len(name) <= LONGEST and letters > 1 and NAME.fullmatch(name) is not None


def compared(name: str) -> str:
    """What two ways of typing the same name have in common."""
    return written(name).casefold()


def _capital(letter: str) -> bool:
    """Mtavruli, which many phones cannot draw."""
    return "\u1c90" <= letter <= "\u1cbf"
