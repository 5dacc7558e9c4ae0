"""The way to Viber: one call, and the table of its status codes."""

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout

from bot.channel import Misconfigured, Refused, SendError, TryAgain, Unreachable
from bot.channels.viber_messages import LARGEST_BODY, encoded

ANSWER_SECONDS = 30.0
PAUSE_SECONDS = 5.0
BUSY_SECONDS = 60.0  # Viber names no delay
QUOTA_SECONDS = 3600.0
LARGEST_FILE = 20_000_000
BILLED = 5  # the last billing_status

Kind = type[SendError] | float
"""An error class, or the seconds after which to try again."""

# REST API, "Error codes".  23 and 24 end the free or paid messages outside of a session: answers
# to people go on, so the bot as a whole is not stopped for them.
STATUSES: Mapping[int, tuple[Kind, str]] = {
    1: (Misconfigured, "invalid_url"),
    2: (Misconfigured, "token"),
    3: (Refused, "bad_data"),
    4: (Refused, "missing_data"),
    5: (Unreachable, "not_registered"),
    6: (Unreachable, "not_subscribed"),
    7: (Misconfigured, "account_blocked"),
    8: (Misconfigured, "account_not_found"),
    9: (Misconfigured, "account_suspended"),
    10: (Misconfigured, "webhook_not_set"),
    11: (Unreachable, "no_suitable_device"),
    12: (BUSY_SECONDS, "too_many_requests"),
    13: (Refused, "api_version"),
    14: (Refused, "incompatible_version"),
    15: (Misconfigured, "not_authorized"),
    16: (Refused, "inchat_reply"),
    17: (Refused, "not_inline"),
    18: (Refused, "no_public_chat"),
    19: (PAUSE_SECONDS, "cannot_broadcast"),
    20: (Refused, "broadcast_not_allowed"),
    21: (Unreachable, "country"),
    22: (Refused, "payment"),
    23: (QUOTA_SECONDS, "free_messages_exceeded"),
    24: (QUOTA_SECONDS, "no_balance"),
}

ALONE = frozenset(("cannot_broadcast", "broadcast_not_allowed"))
"""Reasons to write to each one alone."""


class ViberApi:
    """Calls that answer with plain data or raise one of our send errors.

    Each error is raised outside of its `except`, so that no vendor error is chained to it.
    """

    def __init__(self, token: str, url: str) -> None:
        self._token = token
        self._url = url.rstrip("/")
        self._http: ClientSession | None = None

    async def call(self, method: str, body: Mapping[str, Any] | bytes) -> dict[str, Any]:
        """The answer with status 0, under HTTP 200 or any other: only `status` tells."""
        content = body if isinstance(body, bytes) else encoded(dict(body))
        if len(content) > LARGEST_BODY:
            raise Refused("too_big")
        try:
            return await self._post(method, content)
        except (TimeoutError, ClientError) as error:
            problem = _network(error)
        raise problem

    async def download(self, url: str) -> bytes:
        """A media file, which Viber keeps for an hour."""
        try:
            return await self._get(url)
        except (TimeoutError, ClientError) as error:
            problem = _network(error)
        raise problem

    async def close(self) -> None:
        if self._http:
            await self._http.close()

    async def _post(self, method: str, content: bytes) -> dict[str, Any]:
        headers = {"X-Viber-Auth-Token": self._token, "Content-Type": "application/json"}
        url = f"{self._url}/{method}"
        async with self._client().post(url, data=content, headers=headers) as response:
            answer = _loads(await response.read())
        if problem := refusal(answer, response.status):
            raise problem
        return answer

    async def _get(self, url: str) -> bytes:
        async with self._client().get(url) as response:
            if response.status in (403, 404, 410):
                raise Refused("gone")
            response.raise_for_status()
            content = bytearray()
            async for chunk in response.content.iter_chunked(65536):
                content += chunk
                if len(content) > LARGEST_FILE:
                    raise Refused("too_big")
        return bytes(content)

    def _client(self) -> ClientSession:
        if self._http is None or self._http.closed:
            self._http = ClientSession(timeout=ClientTimeout(ANSWER_SECONDS))
        return self._http


def refusal(answer: Mapping[str, Any], http: int = 200) -> SendError | None:
    """The error an answer stands for; its `status` may be a numeric string."""
    try:
        status = int(answer["status"])
    except (KeyError, TypeError, ValueError):
        return _http_error(http)
    if status == 0:
        return None
    kind, reason = STATUSES.get(status, (PAUSE_SECONDS, f"status_{status}"))
    return TryAgain(reason, kind) if isinstance(kind, float) else kind(reason)


def charged(answer: Mapping[str, Any]) -> bool | None:
    """Its billing_status, a number or a numeric string: 0 to 4 are free, 5 is billed."""
    try:
        status = int(answer["billing_status"])
    except (KeyError, TypeError, ValueError):
        return None
    return status == BILLED if 0 <= status <= BILLED else None


def _http_error(http: int) -> SendError:
    if http == 429:
        return TryAgain("throttled", BUSY_SECONDS, whole_bot=True)
    if http in (401, 403, 404):
        return Misconfigured(f"http_{http}")
    return TryAgain(f"http_{http}", PAUSE_SECONDS, unknown=True)


def _network(error: Exception) -> SendError:
    if isinstance(error, ClientConnectorError):
        return TryAgain("no_connection", PAUSE_SECONDS)
    return TryAgain("network", PAUSE_SECONDS, unknown=True)


def _loads(content: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(content)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
