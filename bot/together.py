"""Which letters may go out in one call: a campaign's same words, to people who do not talk."""

import json
from collections.abc import Callable, Sequence

from storage.letters import Claimed

Key = tuple[int | None, int, str]


def batches(
    letters: Sequence[Claimed], most: int, at_once: Callable[[str], bool]
) -> list[list[Claimed]]:
    """The letters, those that say the same in groups of at most `most`, all others alone.

    Whoever is in the middle of a conversation is written to alone: many at a time, their question
    would lose its buttons.  `at_once(chat)` tells whether a chat may get a message now.
    """
    alone: list[list[Claimed]] = []
    alike: dict[Key, list[Claimed]] = {}
    for letter in letters:
        if most > 1 and _may(letter) and at_once(letter.address):
            alike.setdefault(_words(letter), []).append(letter)
        else:
            alone.append([letter])
    groups = [
        group[at : at + most] for group in alike.values() for at in range(0, len(group), most)
    ]
    return alone + groups


def _may(letter: Claimed) -> bool:
    """What was tried before may have arrived: if it is repeated, then to one and not to 300."""
    return letter.campaign_id is not None and not letter.talking and letter.attempts == 1


def _words(letter: Claimed) -> Key:
    return letter.campaign_id, letter.part, json.dumps(letter.body)
