"""How many days are left: for an answer, a complaint, or until everybody must have reported.

The subject is a term, or '' to choose one.
"""

from datetime import date
from typing import Any

from bot.civic.handbook import last_day, reports_by, working_day
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts import rights_page as page

REPORT = "report"
ENTRIES = {
    REPORT: "reports",
    "information": "information",
    "application": "application",
    "complaint": "complaint",
    "decided": "complaint",
    "data": "my-data",
}
"""Of each term the entry that explains it."""


async def script(chat: Chat) -> Done:
    term = chat.subject if chat.subject in ENTRIES else await _term(chat)
    today = chat.me.now.astimezone(chat.me.zone).date()
    if term == REPORT:
        return await _reports(chat, today)

    def past(typed: str) -> str | None:
        """A letter of next week has no answer yet."""
        return chat.text("days-future") if date.fromisoformat(typed) > today else None

    prompt = _prompts(chat.text)[term]
    start = date.fromisoformat(await chat.date("start", prompt, past=True, check=past))
    last = last_day(term, start)
    told = [_rule(chat.text, term), _last(chat.text, last, today)]
    if last >= today and (working := working_day(last)) != last:
        told.append(chat.text("days-holiday", day=day(working)))
    return await _done(chat, term, told)


async def _term(chat: Chat) -> str:
    names = _names(chat.text)
    choices = [Choice(term, name, wide=True) for term, name in names.items()]
    return await chat.choose("term", chat.text("days-which"), choices)


async def _reports(chat: Chat, today: date) -> Done:
    """The year's day is the same for everybody."""
    by = reports_by(today)
    left = chat.text("days-report", day=day(by), count=(by - today).days)
    gone = "" if by.year == today.year else chat.text("days-report-gone", year=str(today.year))
    return await _done(chat, REPORT, [lines(gone, left)])


def _last(text: Text, last: date, today: date) -> Html:
    left = (last - today).days
    if left > 0:
        return text("days-left", day=day(last), count=left)
    return text("days-last") if left == 0 else text("days-over", day=day(last), count=-left)


async def _done(chat: Chat, term: str, told: list[Html]) -> Done:
    text, below = chat.text, await page.foot_of(chat, ENTRIES[term])
    links = (
        (text("days-how"), Open("rights", ENTRIES[term])),
        (text("days-other"), Open("rights-days")),
    )
    return Done(lines(*told, below, by="\n\n"), links=links)


def _names(text: Text) -> dict[str, Html]:
    return {
        REPORT: text("rights-days-report"),
        "information": text("rights-days-information"),
        "application": text("rights-days-application"),
        "complaint": text("rights-days-complaint"),
        "decided": text("rights-days-decided"),
        "data": text("rights-days-data"),
    }


def _prompts(text: Text) -> dict[str, Html]:
    return {
        "information": text("days-when-information"),
        "application": text("days-when-application"),
        "complaint": text("days-when-complaint"),
        "decided": text("days-when-decided"),
        "data": text("days-when-data"),
    }


def _rule(text: Text, term: str) -> Html:
    return {
        "information": text("days-rule-information"),
        "application": text("days-rule-application"),
        "complaint": text("days-rule-complaint"),
        "decided": text("days-rule-decided"),
        "data": text("days-rule-data"),
    }[term]


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


JOURNEYS = (Journey("rights-days", script, apply),)
