"""What one member of staff owes to somebody: a check, an answer, a second look.

A subject's module gives a query `async (session, person, municipality, now) -> list[Owed]` that
knows roles by itself (nothing for whoever has none); it is listed in `storage.today.QUERIES`.
`handlers.municipality.today` has a line of text for each kind.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class Owed:
    """`count` things of one kind; `due` is the earliest day by which one is promised.

    `open` names the journey and its subject as a button does: "review:12".
    """

    kind: str
    count: int
    due: datetime | None
    open: str


Query = Callable[[AsyncSession, int, str, datetime], Awaitable[list[Owed]]]
