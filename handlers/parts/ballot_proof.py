"""By which proof of identity a ballot is cast, and asking for it."""

from bot.conversation import Chat
from storage import ballots
from storage.votes import Vote


async def proof(chat: Chat, vote: Vote) -> str:
    """The person's own phone, if this vote asks for it and it is not known yet."""
    if await chat.read(ballots.identity, vote, chat.me.person):
        return ""
    return await chat.phone("phone", chat.text("vote-phone"))
