"""Asking for the text of an announcement."""

from bot.conversation import Chat
from bot.messages import Html

LONGEST = 3000  # characters; more than anybody reads on a phone
SHORTEST = 5


async def ask(chat: Chat, name: str, prompt: Html, *, optional: bool = False) -> str:
    """What is to be said, in one language; '' when skipped."""
    return await chat.ask(name, prompt, at_least=SHORTEST, at_most=LONGEST, optional=optional)
