"""Bot API objects as the API writes them: seconds in dates, is_bot everywhere."""

import re
from typing import Any

from bot.simulator.files import File, size_of
from bot.simulator.telegram_html import units

SIDES = (90, 320, 800, 1280)
"""Longest sides of the sizes Telegram makes of a photo."""

COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?(?![\w/])")


def photo(file: File) -> list[dict[str, Any]]:
    """Array of PhotoSize, smallest first; every size has a file id of its own."""
    width, height = size_of(file.data) or (1, 1)
    longest = max(width, height)
    sides = [side for side in SIDES if side < longest] + [min(longest, SIDES[-1])]
    return [
        {
            "file_id": f"AgACAgIAAx-{file.id}-{side}",
            "file_unique_id": f"AQAD{file.id[:10]}-{side}",
            "width": max(1, width * side // longest),
            "height": max(1, height * side // longest),
            "file_size": len(file.data),
        }
        for side in sorted(set(sides))
    ]


def document(file: File) -> dict[str, Any]:
    """A Document object."""
    return {
        "file_id": f"BQACAgIAAx-{file.id}-0",
        "file_unique_id": f"AgAD{file.id[:10]}",
        "file_name": file.name,
        "mime_type": file.kind or "application/octet-stream",
        "file_size": len(file.data),
    }


def recording(file: File) -> dict[str, Any]:
    """What a Voice and a Video object have in common."""
    return {
        "file_id": f"AwACAgIAAx-{file.id}-0",
        "file_unique_id": f"AgAD{file.id[:10]}",
        "duration": 3,
        "mime_type": file.kind,
        "file_size": len(file.data),
    }


def stored_id(file_id: str) -> str:
    """The stored file's id in a file_id."""
    parts = file_id.split("-")
    return parts[1] if len(parts) == 3 else ""


def sticker() -> dict[str, Any]:
    return {
        "file_id": "CAACAgIAAx-sticker-0",
        "file_unique_id": "AgADsticker",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }


def commands_in(text: str) -> list[dict[str, Any]]:
    """MessageEntity objects of the /commands in what a person wrote."""
    return [
        {"type": "bot_command", "offset": units(text[: found.start()]), "length": len(found[0])}
        for found in COMMAND.finditer(text)
        if not found.start() or text[found.start() - 1].isspace()
    ]
