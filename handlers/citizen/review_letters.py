"""What authors are written while their idea is reviewed: each step, what is next, until when."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.formats import day, hour, money
from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing, Words, lines
from handlers.parts.review_words import last_day, rejected, sentence, to_correct
from storage import author_news, ballot_lists, mail, remedies
from storage.author_news import Decision, News
from storage.ballot_lists import Candidate
from storage.cases import LETTER
from storage.due import Outdated
from storage.recipients import recipient
from storage.reviews import FIX_OVER
from storage.tables.mail import NOTICE

TOPIC = "idea"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to an idea, in the words of its author's language.

    `found` is the check it came from, `other` the idea that was merged into this one.
    """

    text: Text
    news: News
    found: Decision | None = None
    other: tuple[int, str] | None = None
    final: Candidate | None = None
    language: str = "ka"

    @property
    def idea(self) -> dict[str, str]:
        return {"number": str(self.news.number), "title": self.news.title}

    @property
    def decided(self) -> Decision:
        if self.found is None:
            raise Outdated
        return self.found

    @property
    def by(self) -> str:
        return last_day(self.decided.due_at, self.news.zone)


Letter = tuple[Html, tuple[Choice, ...]]


async def write(session: Any, row: DueNow, tools: Tools) -> None:
    """One letter to one author, true at this moment."""
    news = await author_news.news(session, int(row.subject))
    who = await recipient(session, row.person_id)
    kind, _, about = row.occurrence.partition(":")
    if news is None or who is None or not _still(news, kind):
        raise Outdated

    def text(name: str, /, **args: Any) -> Html:
        return tools.text(who.language, name, **args)

    event = Event(
        text,
        news,
        await author_news.decision(session, int(about or 0)),
        await author_news.other(session, int(about or 0)) if kind == "took-in" else None,
        await ballot_lists.candidate(session, news.process, news.id) if kind == "edited" else None,
        who.language,
    )
    words, choices = LETTERS[kind](event)
    body = Outgoing(words, choices, (Choice("!menu", text("core-menu")),))
    letter = mail.letter(
        who.bot, who.account_id, body.to_json(), tools.now(), lane=NOTICE, topic=TOPIC
    )
    await mail.post(session, [letter])


def _still(news: News, kind: str) -> bool:
    """Whether the idea stands where this letter says."""
    states = {"fix": "returned", "reject": "declined", "lapse": "declined", "lost": "declined"}
    return news.state == states.get(kind, news.state)


def begun(event: Event) -> Letter:
    return event.text("author-begun", **event.idea, until=event.by), _see(event)


def formal_passed(event: Event) -> Letter:
    return event.text("author-formal-pass", **event.idea, until=event.by), _see(event)


def admitted(event: Event) -> Letter:
    news, text = event.news, event.text
    at = day(news.edition.calendar.review_until, news.zone)
    shortlist = text("author-shortlist") if news.edition.shortlist else ""
    return lines(text("author-admitted", **event.idea, day=at), shortlist), _see(event)


def to_fix(event: Event) -> Letter:
    news, found, text = event.news, event.decided, event.text
    assert news.fix_until is not None
    words = to_correct(text, news, found.criterion, found.reason, news.fix_until)
    return words, (Choice(f"go:fix:{news.id}", text("fix-open"), wide=True),)


def declined(event: Event) -> Letter:
    news, found, text = event.news, event.decided, event.text
    words = rejected(text, news, found.criterion, found.reason, news.appeal_until)
    return words, _appeal(event)


def lapsed(event: Event) -> Letter:
    news, found, text = event.news, event.decided, event.text
    words = lines(
        text("lapsed-letter", **event.idea),
        sentence(text, found.criterion),
        text("fix-letter-wish", wish=found.reason),
        text("lapsed-appeal", until=last_day(news.appeal_until, news.zone))
        if news.appeal_until
        else "",
        by="\n\n",
    )
    return words, _appeal(event)


def won(event: Event) -> Letter:
    text = event.text
    return lines(text("appeal-won", **event.idea), _answer(event), by="\n\n"), _see(event)


def won_on(event: Event) -> Letter:
    """The check of substance is still ahead; its opening is what the letter knows of."""
    return event.text("appeal-won-on", **event.idea, until=event.by), _see(event)


def lost(event: Event) -> Letter:
    text, cycle = event.text, event.news.edition.next_cycle
    words = lines(
        text("appeal-lost", **event.idea),
        _answer(event),
        text("appeal-lost-next", day=_iso(cycle)) if cycle else text("appeal-lost-end"),
        by="\n\n",
    )
    return words, _keep(event)


def merged(event: Event) -> Letter:
    number, title = event.news.into or (0, "")
    said = event.text("author-merged", **event.idea, into=str(number), other=title)
    return lines(said, _call(event), by="\n\n"), _see(event)


def took_in(event: Event) -> Letter:
    number, title = event.other or (0, "")
    said = event.text("author-took-in", **event.idea, came=str(number), other=title)
    return said, _see(event)


def looked_again(event: Event) -> Letter:
    return event.text("author-again", **event.idea), _see(event)


def listed(event: Event) -> Letter:
    news, text = event.news, event.text
    opens = news.edition.calendar.opens_at
    words = text(
        "author-listed",
        **event.idea,
        project=str(news.project),
        day=day(opens, news.zone),
        hour=hour(opens, news.zone),
    )
    return words, (Choice(f"go:on-ballot:{news.process}", text("on-ballot-see"), wide=True),)


def left_out(event: Event) -> Letter:
    places = event.news.edition.shortlist
    return event.text("author-left-out", **event.idea, places=places), _keep(event)


def edited(event: Event) -> Letter:
    final, text = event.final, event.text
    if final is None:
        raise Outdated
    words = lines(
        text("author-edited", number=str(event.news.number)),
        text("author-edited-title", title=Words(final.title).read(event.language)),
        text("author-edited-cost", cost=money(final.entry.cost)) if final.entry.cost else "",
        Words(final.summary).read(event.language),
        _call(event),
        by="\n\n",
    )
    return words, _see(event)


def _answer(event: Event) -> Html:
    reason = event.decided.reason
    return event.text("declined-reason", reason=reason) if reason else Html("")


def _appeal(event: Event) -> tuple[Choice, ...]:
    if event.news.appeal_until is None:
        return _keep(event)
    appeal = Choice(f"go:appeal:{event.news.id}", event.text("appeal-open"), wide=True)
    return appeal, *_keep(event)


def _keep(event: Event) -> tuple[Choice, ...]:
    return (Choice(f"go:idea-keep:{event.news.id}", event.text("idea-keep"), wide=True),)


def _see(event: Event) -> tuple[Choice, ...]:
    return (Choice(f"go:ideas:{event.news.id}", event.text("author-see"), wide=True),)


def _call(event: Event) -> Html:
    phone = event.news.office_phone
    return event.text("author-call", phone=phone) if phone else Html("")


def _iso(date: str) -> str:
    year, month, of_month = date.split("-")
    return f"{of_month}.{month}.{year}"


LETTERS: dict[str, Callable[[Event], Letter]] = {
    "begun": begun,
    "formal-pass": formal_passed,
    "substance-pass": admitted,
    "fix": to_fix,
    "reject": declined,
    "lapse": lapsed,
    "formal-won": won_on,
    "substance-won": won,
    "lost": lost,
    "merged": merged,
    "took-in": took_in,
    "again": looked_again,
    "listed": listed,
    "left-out": left_out,
    "edited": edited,
}


async def fix_over(session: Any, row: DueNow, tools: Tools) -> None:
    """The days to correct an idea have run out."""
    try:
        await remedies.lapse(session, int(row.subject), tools.now())
    except NotAllowed as refused:
        raise Outdated from refused


DUE = {LETTER: write, FIX_OVER: fix_over}
