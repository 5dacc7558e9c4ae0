"""A trainer learns which seminar they lead, and is asked whether people may know their name."""

from functools import partial
from typing import Any

from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing, Words, lines
from handlers.parts import meeting_page as page
from storage import mail, meetings, recipients, series, trainers
from storage.due import Outdated
from storage.meetings import Shown
from storage.tables.mail import NOTICE

LISTED = 12  # dates that are told


async def named(session: Any, row: DueNow, tools: Tools) -> None:
    """Once for a seminar and for all dates that were added to it in one go."""
    seminar = await meetings.find(session, int(row.subject))
    who = await recipients.recipient(session, row.person_id)
    leaders = await trainers.of(session, int(row.subject))
    mine = next((one for one in leaders if one.person == row.person_id), None)
    if seminar is None or who is None or mine is None or seminar.state == "cancelled":
        raise Outdated
    text = partial(tools.text, who.language)

    def read(words: dict[str, str]) -> str:
        return Words(words).read(who.language, seminar.main_language)

    dates = await _dates(session, seminar, row.person_id, tools)
    told = text(
        "trainer-named",
        title=read(seminar.title),
        when=lines(*(page.at(text, one.starts_at, one) for one in dates[:LISTED])),
        place=read(seminar.place),
    )
    more = len(dates) - LISTED
    rest = text("meetings-more-dates", count=more) if more > 0 else ""
    said = lines(lines(told, rest), _name(text, mine), by="\n\n")
    choices = (*_choices(text, seminar, mine),)
    body = Outgoing(said, choices, (Choice("!menu", text("core-menu")),)).to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE)
    await mail.post(session, [letter])


async def _dates(session: Any, seminar: Shown, person: int, tools: Tools) -> list[Shown]:
    """Those of its series that are ahead and this person's; else the seminar itself."""
    if seminar.series_id is None:
        return [seminar]
    ahead = await series.ahead(session, seminar.series_id, tools.now())
    return [one for one in ahead if await trainers.leads(session, person, one.id)] or [seminar]


def _name(text: Text, mine: trainers.Leader) -> Html:
    if mine.shown_as:
        return text("trainer-name-shown", name=mine.shown_as)
    return text("trainer-may-show", name=mine.name)


def _choices(text: Text, seminar: Shown, mine: trainers.Leader) -> list[Choice]:
    page_of = Choice(f"go:my-seminar:{seminar.id}", text("trainer-to-page"), wide=True)
    if mine.shown_as:
        return [page_of]
    return [
        Choice(f"go:trainer-name:{seminar.id}-yes", text("trainer-show-name"), wide=True),
        page_of,
    ]


DUE = {trainers.NAMED: named}
