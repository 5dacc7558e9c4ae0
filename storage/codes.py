"""What a code means that somebody typed or came with: a door, an invitation, another messenger."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from storage import certificates
from storage.doors import Way, find_door
from storage.linking import find_link
from storage.log import count_since, note
from storage.staff import Invited, find_invitation
from storage.votes import is_receipt

WRONG = "wrong-code"
WRONG_CODES = 5
WITHIN = timedelta(hours=1)


class Kind(StrEnum):
    NONE = "none"
    DOOR = "door"
    INVITATION = "invitation"
    LINK = "link"
    RECEIPT = "receipt"  # of a counted ballot, after sealing
    CERTIFICATE = "certificate"  # of the Academy
    SPENT = "spent"  # used, or too old
    WRONG = "wrong"
    TOO_MANY = "too-many"  # wrong ones lately: this one was not looked up


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means now."""

    kind: Kind
    way: Way | None = None
    invited: Invited | None = None

    @property
    def municipality_id(self) -> str | None:
        """The municipality it leads into."""
        leads = self.way or self.invited
        return leads.municipality_id if leads else None


async def look_up(session: AsyncSession, code: str, account_id: int, now: datetime) -> Code:
    """What a normalised code means to whoever presents it from this account."""
    if not code:
        return Code(Kind.NONE)
    if way := await find_door(session, code):
        return Code(Kind.DOOR, way=way)
    if await count_since(session, WRONG, f"account:{account_id}", now - WITHIN) >= WRONG_CODES:
        return Code(Kind.TOO_MANY)
    if invited := await find_invitation(session, code):
        return Code(Kind.INVITATION if invited.open(now) else Kind.SPENT, invited=invited)
    if link := await find_link(session, code):
        return Code(Kind.LINK if link.open(now) else Kind.SPENT)
    if await is_receipt(session, code):
        return Code(Kind.RECEIPT)
    if await certificates.find(session, code):
        return Code(Kind.CERTIFICATE)
    return Code(Kind.WRONG)


async def count_wrong(session: AsyncSession, account_id: int, now: datetime) -> None:
    """One more wrong code from this account; after five in an hour none is looked up."""
    await note(session, WRONG, now, subject=f"account:{account_id}")
