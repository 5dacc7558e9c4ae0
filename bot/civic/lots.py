"""Lots that nobody can steer and everybody can check."""

from collections.abc import Iterable
from hashlib import sha256


def draw(seed: str, projects: Iterable[str]) -> tuple[str, ...]:
    """Project ids in the order of the SHA-256 of "seed, line feed, id", smallest first.

    The seed's own hash is published before the vote and the seed after it, so that anyone can
    draw again: printf 'seed\\nid' | sha256sum
    """
    return tuple(
        sorted(projects, key=lambda project: sha256(f"{seed}\n{project}".encode()).digest())
    )
