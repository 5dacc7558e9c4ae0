"""Forms as they are stored: texts, of which the longest take a while to read."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")

LONG = 100_000  # letters of a form; reading so many takes some milliseconds


async def made(text: str, make: Callable[[str], Made]) -> Made:
    """What is made of a form's text; of a long one in a thread, for others are being answered."""
    return await asyncio.to_thread(make, text) if len(text) > LONG else make(text)
