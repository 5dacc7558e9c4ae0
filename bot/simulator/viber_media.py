"""Viber gets outgoing pictures and files by itself, and a client shows only what is right."""

from aiohttp import ClientError

from bot.simulator.files import kind_of
from bot.simulator.viber_rules import PICTURE
from bot.simulator.world import World

KINDS = ("image/jpeg", "image/png", "image/gif")


async def fetch(world: World, url: str) -> str:
    """Get a picture as a phone would; empty when it can be shown, else why not."""
    try:
        async with world.client.head(url, allow_redirects=False) as head:
            if head.status != 200 or head.content_type not in KINDS:
                return f"HEAD gives {head.status} {head.content_type}"
        async with world.client.get(url, allow_redirects=False) as answer:
            data = await answer.content.read(PICTURE + 1)
            while len(data) <= PICTURE and not answer.content.at_eof():
                data += await answer.content.read(PICTURE + 1)
    except (ClientError, TimeoutError) as exc:
        return f"the picture cannot be fetched: {type(exc).__name__}"
    return judge(answer.status, answer.content_type, data)


async def fetch_file(world: World, url: str, size: int) -> str:
    """Get a file as a phone would; empty when it is the whole of what was announced."""
    try:
        async with world.client.get(url, allow_redirects=False) as answer:
            data = await answer.read()
    except (ClientError, TimeoutError) as exc:
        return f"the file cannot be fetched: {type(exc).__name__}"
    if answer.status != 200:
        return f"GET gives {answer.status}"
    return "" if len(data) == size else f"the file has {len(data)} bytes, not {size}"


def judge(status: int, kind: str, data: bytes) -> str:
    """Why an answer is no picture that a phone shows; empty when it is."""
    if status != 200:
        return f"GET gives {status}"
    if kind not in KINDS or kind_of(data) != kind:
        return f"content type {kind} does not fit"
    return "the picture is over 1 MB" if len(data) > PICTURE else ""
