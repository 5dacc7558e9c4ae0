"""A call for a cohort in words: what it offers, who applied, and what they answered."""

from collections.abc import Iterator
from datetime import date

from bot.civic.admission import ACCEPT, DECLINE, KEPT, RESERVE
from bot.civic.survey.form import ASKED, Form
from bot.content.course import NoCourse, course, newest
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Me, Open, Text
from bot.messages import Html, Words, lines
from handlers.parts.survey_words import answer, reader
from storage import admission, admission_cohort, staff
from storage.admission import Call
from storage.applications import Applied


def number(subject: str) -> int:
    """The id that a subject begins with ("12", "12.30"); 0 where it has none."""
    first = subject.partition(".")[0]
    return int(first) if first.isascii() and first.isdecimal() else 0


def title(me: Me, call: Call) -> str:
    return Words(call.title).read(me.language, me.main_language)


def track(name: str, id: str, language: str) -> str:
    """What a track of a course is called; its own short name where its files are gone."""
    try:
        return course(name, newest(name), language).tracks[id].name
    except (NoCourse, KeyError):
        return id


def today(me: Me) -> date:
    """Where the person lives, when their message reached us."""
    return me.received.astimezone(me.zone).date()


def offer(text: Text, me: Me, call: Call) -> Html:
    """What it is, for how many, and its days."""
    days = call.days
    return lines(
        text("admission-title", title=title(me, call)),
        text("admission-way", track=track(call.course, call.track, me.language)),
        text("admission-days", starts=day(days.starts), ends=day(days.ends)),
        text("admission-places", count=call.places),
        text("admission-last-day", day=day(days.last)),
    )


def who(text: Text, one: Applied) -> Html:
    """An applicant by the name they wrote, and by number."""
    if one.name:
        return text("admission-named", number=str(one.number), name=one.name)
    return text("admission-unnamed", number=str(one.number))


def marked(text: Text, mark: str) -> Html:
    """What is decided of an application."""
    names = {
        ACCEPT: text("admission-mark-accept"),
        RESERVE: text("admission-mark-reserve"),
        DECLINE: text("admission-mark-decline"),
        "": text("admission-mark-none"),
    }
    return names[mark]


async def standing(chat: Chat, call: Call, mine: Applied) -> Html:
    """What an applicant may know of their own application: of decisions only when they are told."""
    text, days = chat.text, call.days
    if call.told_at is None:
        return text("admission-is-waiting", day=day(mine.applied_at, chat.me.zone))
    if mine.mark == ACCEPT:
        return text("admission-is-accepted")
    gone = day(call.told_at + KEPT, chat.me.zone)
    if mine.mark == RESERVE:
        place = await place_in_reserve(chat, call, mine)
        return text("admission-is-reserve", place=place, until=day(days.moves_up_until), gone=gone)
    return text("admission-is-declined", reason=mine.reason, gone=gone)


async def place_in_reserve(chat: Chat, call: Call, mine: Applied) -> int:
    waiting = await chat.read(admission_cohort.reserve, call.id)
    return [one.id for one in waiting].index(mine.id) + 1


def answered(chat: Chat, form: Form, one: Applied) -> Iterator[Html]:
    """Each question with its answer, in the words of its choices."""
    read = reader(chat.me.language, chat.me.main_language)
    items = {item.name: item for item in form.walk()}
    for path, value in one.answers.items():
        item = items[path.rpartition(".")[2]]
        if item.kind in ASKED:
            said = answer(chat.text, read, form, item, value)
            yield chat.text("needs-answer", label=read(dict(item.label)), answer=said)


async def run_by(chat: Chat) -> Call | Done:
    """The call of the subject, if this coordinator runs its municipality."""
    call = await chat.read(admission.find, number(chat.subject))
    place = call.municipality if call else ""
    if call is None or not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    return call


def to_call(text: Text, id: int) -> tuple[Html, Open]:
    """The way back to a call's page at the desk."""
    return text("admission-to-call"), Open("admission-call", str(id))
