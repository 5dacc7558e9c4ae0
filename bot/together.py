"""Which letters may go out in one call: a campaign's same words, to people who do not talk."""

import json
from collections.abc import Callable, Sequence

from storage.letters import Claimed

Key = tuple[int, int, str]


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
        if most > 1 and letter.campaign_id and not letter.talking and at_once(letter.address):
            alike.setdefault(_words(letter.campaign_id, letter), []).append(letter)
        else:
            alone.append([letter])
    groups = [
        group[at : at + most] for group in alike.values() for at in range(0, len(group), most)
    ]
    return alone + groups


def _words(campaign: int, letter: Claimed) -> Key:
    return campaign, letter.part, json.dumps(letter.body)
