"""What Telegram, aiogram and the network may answer, in our four errors."""

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ClientError, ClientResponseError

from bot.channel import Misconfigured, Refused, SendError, TryAgain, Unreachable

SERVER_PAUSE_SECONDS = 3.0

# Bot API, "Making requests": the description is for people and may change, so only its core is
# looked for.  What is not listed is a message that Telegram will never take.
BAD_REQUESTS: tuple[tuple[str, type[SendError], str], ...] = (
    ("chat not found", Unreachable, "chat_not_found"),
    ("user not found", Unreachable, "user_not_found"),
    ("peer_id_invalid", Unreachable, "chat_not_found"),
    ("not modified", Refused, "not_modified"),
    ("message to edit not found", Refused, "edit_impossible"),
    ("message can't be edited", Refused, "edit_impossible"),
    ("message_id_invalid", Refused, "edit_impossible"),
    ("no text in the message to edit", Refused, "edit_impossible"),
    ("can't parse entities", Refused, "bad_markup"),
    ("message is too long", Refused, "too_long"),
    ("wrong file", Refused, "bad_file_id"),
    ("wrong remote file", Refused, "bad_file_id"),
    ("file is too big", Refused, "too_big"),
)

# The most particular first: aiogram's classes inherit from one another.
ERRORS: tuple[tuple[type[AiogramError], type[SendError], str], ...] = (
    (TelegramForbiddenError, Unreachable, "forbidden"),
    (TelegramUnauthorizedError, Misconfigured, "token"),
    (TelegramNotFound, Misconfigured, "token"),
    (TelegramConflictError, Misconfigured, "conflict"),
    (TelegramEntityTooLarge, Refused, "too_big"),
    (TelegramServerError, TryAgain, "server"),
    (TelegramNetworkError, TryAgain, "network"),
    (ClientDecodeError, TryAgain, "garbled"),
)

VENDOR_ERRORS = (AiogramError, ClientError, TimeoutError)


def translated(error: BaseException) -> SendError:
    """One of our four errors for whatever aiogram or aiohttp raised.

    Only a code is taken over: their texts may hold the token or what a citizen wrote.
    """
    if isinstance(error, TelegramRetryAfter):
        return TryAgain("flood", float(error.retry_after), whole_bot=True)
    if isinstance(error, TelegramBadRequest):
        return _bad_request(error.message.lower())
    if isinstance(error, ClientResponseError) and error.status == 404:
        return Refused("gone")
    cause = error.__cause__ if isinstance(error, TelegramNetworkError) else error
    if isinstance(cause, ClientConnectorError):
        return TryAgain("no_connection", SERVER_PAUSE_SECONDS)
    for theirs, ours, code in ERRORS:
        if isinstance(error, theirs):
            return _made(ours, code)
    if isinstance(error, TelegramAPIError):
        return Refused("rejected")
    return TryAgain("network", SERVER_PAUSE_SECONDS, unknown=True)


def _made(kind: type[SendError], code: str) -> SendError:
    if kind is TryAgain:
        return TryAgain(code, SERVER_PAUSE_SECONDS, unknown=True)
    return kind(code)


def _bad_request(description: str) -> SendError:
    for core, kind, code in BAD_REQUESTS:
        if core in description:
            return kind(code)
    return Refused("bad_request")
