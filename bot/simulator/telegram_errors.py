"""What the Bot API answers when it refuses (Bot API, "Making requests")."""

from typing import Any


class Rejected(Exception):
    """A request the Bot API refuses; becomes its HTTP answer."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        answer = {"ok": False, "error_code": self.code, "description": self.description}
        return {**answer, "parameters": self.parameters} if self.parameters else answer


def bad(reason: str) -> Rejected:
    return Rejected(400, f"Bad Request: {reason}")


def flood(seconds: int) -> Rejected:
    return Rejected(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


BLOCKED = Rejected(403, "Forbidden: bot was blocked by the user")
NEVER_STARTED = Rejected(403, "Forbidden: bot can't initiate conversation with a user")
