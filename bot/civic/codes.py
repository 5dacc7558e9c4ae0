"""Codes people read aloud, copy from paper and type on a phone."""

import secrets

# Crockford's base 32 (crockford.com/base32.html): no I, L, O, U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Cyrillic letters too: a phone whose keyboard is Russian types them unnoticed.
ALIKE = str.maketrans("OILU" + "АВЕКМНОРСТХ", "011V" + "ABEKMH0PCTX")
# Neither of a pair that handwriting confuses: 0 1 2 5 8 and B D I L O Q S U V Z.
CLEAR = "34679ACEFGHJKMNPRTWXY"
GROUP = 4
LONGEST_PLAIN = 7  # longer codes are written in groups


def new_receipt() -> str:
    """A random ballot receipt of 39.8 bits, e.g. "7K9A-NFMJ"; it says nothing about its ballot.

    A digit tells it from a word, and a letter from the numbers of projects.
    """
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(2 * GROUP))
        if any(map(str.isdigit, code)) and any(map(str.isalpha, code)):
            return _grouped(code)


def new_short_code(length: int = 6, letters: bool = False) -> str:
    """A random code for a door or an invitation: digits, which every keyboard has.

    It never starts with 0, which spreadsheets drop.  With `letters` it is harder to guess.
    """
    if letters:
        return _grouped("".join(secrets.choice(CLEAR) for _ in range(length)))
    first = secrets.choice("123456789")
    return _grouped(first + "".join(secrets.choice("0123456789") for _ in range(length - 1)))


def new_one_time_code() -> str:
    """A random code that lets somebody in once, e.g. "7K9A-NFMJ"; a digit tells it from a word."""
    while True:
        code = new_short_code(2 * GROUP, letters=True)
        if any(map(str.isdigit, code)):
            return code


def new_card_code() -> str:
    """A random code of 40 bits in digits, which every keyboard has, e.g. "4829-1053-7716"."""
    return _grouped("".join(secrets.choice("0123456789") for _ in range(3 * GROUP)))


def check_code(digest: bytes) -> str:
    """The first 40 bits of a digest, e.g. "7K9A-NFMJ", to be typed from a certificate."""
    bits = int.from_bytes(digest[:5])
    return _grouped("".join(ALPHABET[bits >> 5 * at & 31] for at in reversed(range(2 * GROUP))))


def is_one_time_code(code: str) -> bool:
    """Whether a normalised code has the form of a one-time code."""
    head, dash, tail = code.partition("-")
    return bool(dash) and len(head) == len(tail) == GROUP and set(head + tail) <= set(CLEAR)


def is_receipt(code: str) -> bool:
    """Whether a normalised code has the form of a receipt; numbers alone are picks, not a code."""
    head, dash, tail = code.partition("-")
    sized = bool(dash) and len(head) == len(tail) == GROUP
    return sized and set(head + tail) <= set(ALPHABET) and not (head + tail).isdigit()


def normalise(code: str) -> str:
    """A typed code in the form it was given out: case, blanks, dashes and look-alikes mended."""
    return _grouped("".join(filter(str.isalnum, code)).upper().translate(ALIKE))


def read_back(typed: str) -> str:
    """A typed code to be told of: in its normal form, or as it was typed where it has none."""
    code = normalise(typed)
    return code if set(code) <= {*ALPHABET, "-"} else " ".join(typed.split())


def _grouped(code: str) -> str:
    if len(code) <= LONGEST_PLAIN:
        return code
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
