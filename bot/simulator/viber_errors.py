"""Viber's refusals: HTTP 200 with a status that is not 0."""

from typing import Any


class Refusal(Exception):
    """A request Viber refuses, with its status code and message."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message

    def body(self) -> dict[str, Any]:
        return {"status": self.status, "status_message": self.message}


def bad_data(why: str = "badData") -> Refusal:
    return Refusal(3, why)


def missing(what: str) -> Refusal:
    return Refusal(4, f"missingData: {what}")


def need(value: Any, what: str) -> Any:
    """`value`, or the refusal of a request that lacks it."""
    if value is None or value == "":
        raise missing(what)
    return value


NOT_REGISTERED = Refusal(5, "receiverNotRegistered")
NOT_SUBSCRIBED = Refusal(6, "Not subscribed")
NO_WEBHOOK = Refusal(10, "webhookNotSet")
TOO_MANY = Refusal(12, "Too many requests")
UNANSWERED = Refusal(
    12, "maximum messages from Public Account to Viber user without reply exceeded."
)
TOO_OLD = Refusal(13, "apiVersionNotSupported")
NO_BROADCAST = Refusal(20, "broadcastNotAllowed")
FREE_EXCEEDED = Refusal(23, "freeMessagesExceeded")
NO_BALANCE = Refusal(24, "noBalance")
