"""A turn in progress: who said what, in which conversation, and what is to be said."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.asked import BACK, MENU
from bot.channel import Limits
from bot.journey import Journey, Me, Open, State, Text
from bot.messages import TYPED, Choice, Incoming, Outgoing, Press
from storage.mail import Arrival

GO = "go:"


def link(opened: Open | str, label: str) -> Choice:
    """A button that opens a journey, or a web address, from any message, however old."""
    if isinstance(opened, str):
        return Choice("url", label, press=Press.URL, url=opened)
    return Choice(f"{GO}{opened.journey}:{opened.subject}", label)


@dataclass(slots=True)
class Talk:
    """A turn in progress."""

    session: AsyncSession
    arrival: Arrival
    heard: Incoming
    me: Me
    text: Text
    limits: Limits
    draft_id: int | None
    draft_version: int
    state: State | None
    pointer: int | None  # the draft that the account row points to
    messages: list[tuple[Outgoing, str]] = field(default_factory=list)  # with the secret's name
    fits: bool = False  # the tap belongs to the question that was waiting

    def asked(self) -> dict[str, Any]:
        """The waiting question, if there is one."""
        return (self.state.asked or {}) if self.state else {}

    def free(self) -> bool:
        """Whether whatever is typed now is the answer itself."""
        return self.asked().get("wants") in TYPED

    def tapped(self) -> str:
        """The menu from any message; back only from the question that is waiting."""
        if self.heard.choice == BACK and self.heard.nonce == self.asked().get("nonce"):
            return "back"
        return "menu" if self.heard.choice == MENU else ""

    def secret(self, journey: Journey) -> str:
        """The name under which letters of a secret journey are found and blanked."""
        assert self.state is not None
        return f"{journey.name}:{self.state.subject}" if journey.secret else ""
