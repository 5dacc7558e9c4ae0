"""An HTTP server stops without leaving a connection behind."""

import asyncio

from aiohttp import web

JUST_ACCEPTED = 3  # turns of the loop until a connection that has come in is known to the server


async def close(runner: web.AppRunner) -> None:
    """Listen no more, then finish what is in work, what came in at this moment too."""
    for site in list(runner.sites):
        await site.stop()
    for _ in range(JUST_ACCEPTED):
        await asyncio.sleep(0)
    await runner.cleanup()
