"""Links that staff type for everybody to open."""

import re
from collections.abc import Callable

from bot.journey import Text

ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(/[^\s\"<>]*)?", re.IGNORECASE)
LONGEST = 500  # characters of an address


def is_link(text: Text) -> Callable[[str], str | None]:
    """For `Chat.ask`: what is wrong with an address that was typed."""
    return lambda said: None if ADDRESS.fullmatch(said) else text("announce-https")
