"""A new call: track, title, what applicants are asked, places, days.  Subject: a municipality."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.civic.admission import GAP, LONGEST, MOST_PLACES, Days
from bot.civic.survey.form import Form, Kind
from bot.civic.survey.written import Written
from bot.content.application import application
from bot.content.course import course, names, newest
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts.admission_words import to_call, today, track
from handlers.parts.survey_drafts import title as draft_title
from storage import admission, surveys
from storage.admission import NewCall
from storage.staff import is_staff

TITLE = 120  # characters
READY = "ready"
MEDIA = frozenset({Kind.PHOTO, Kind.AUDIO, Kind.VIDEO})
EDITS = {
    "title": ("title", "title-en"),
    "form": ("form",),
    "days": ("last", "starts", "ends"),
    "places": ("places",),
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A call with what applicants will be asked."""

    call: NewCall
    form: Form


class Unfit:
    """What was chosen asks for pictures or recordings."""


async def script(chat: Chat) -> Prepared | Unfit | Done:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    name, id = await _track(chat)
    words = await _title(chat)
    form = await _form(chat, place)
    if any(item.kind in MEDIA for item in form.walk()):
        return Unfit()
    places = await chat.number(
        "places", chat.text("admission-ask-places"), at_least=1, at_most=MOST_PLACES
    )
    assert places is not None
    new = NewCall(place, name, id, words, places, await _days(chat))
    await _confirmed(chat, new, form)
    return Prepared(new, form)


async def _track(chat: Chat) -> tuple[str, str]:
    """Of all courses there are, in their newest versions."""
    ways = [
        (name, one)
        for name in names()
        for one in course(name, newest(name), chat.me.language).tracks.values()
    ]
    choices = [Choice(f"{name}:{one.id}", one.name, wide=True) for name, one in ways]
    name, _, id = (await chat.choose("track", chat.text("admission-ask-track"), choices)).partition(
        ":"
    )
    return name, id


async def _title(chat: Chat) -> dict[str, str]:
    asked = chat.text("admission-ask-title")
    title = await chat.ask("title", asked, at_least=5, at_most=TITLE)
    english = chat.text("admission-ask-title-en")
    other = await chat.ask("title-en", english, at_most=TITLE, optional=True)
    return {chat.me.main_language: title, **({"en": other} if other else {})}


async def _form(chat: Chat, place: str) -> Form:
    """The short application, or questions of one's own: a survey that is being made."""
    drafts = [one for one in await chat.read(surveys.drafts, place) if not one.corrects]
    choices = [Choice(READY, chat.text("admission-ready"), wide=True)]
    choices += [Choice(str(one.id), draft_title(chat, one), wide=True) for one in drafts]
    chosen = await chat.choose("form", chat.text("admission-ask-form"), choices)
    return application() if chosen == READY else await chat.read(surveys.form, int(chosen))


async def _days(chat: Chat) -> Days:
    now = today(chat.me)
    last = await _day(chat, "last", chat.text("admission-ask-last"), now, now + LONGEST)
    asked = chat.text("admission-ask-starts")
    starts = await _day(chat, "starts", asked, _after(last), last + GAP)
    asked = chat.text("admission-ask-ends")
    return Days(last, starts, await _day(chat, "ends", asked, starts, starts + LONGEST))


async def _day(chat: Chat, name: str, prompt: Html, first: date, last: date) -> date:
    def check(said: str) -> Html | None:
        if first <= date.fromisoformat(said) <= last:
            return None
        return chat.text("admission-day-between", first=day(first), last=day(last))

    return date.fromisoformat(await chat.date(name, prompt, check=check))


def _after(known: date) -> date:
    return date.fromordinal(known.toordinal() + 1)


async def _confirmed(chat: Chat, new: NewCall, form: Form) -> None:
    text, me, days = chat.text, chat.me, new.days
    prompt = lines(
        text("admission-title", title=Words(new.title).read(me.language, me.main_language)),
        lines(
            text("admission-way", track=track(new.course, new.track, me.language)),
            text("admission-places", count=new.places),
            text("admission-last-day", day=day(days.last)),
            text("admission-days", starts=day(days.starts), ends=day(days.ends)),
            text("admission-asks", form=Words(dict(form.title)).read(me.language)),
        ),
        text("admission-new-sure"),
        by="\n\n",
    )
    choices = [
        Choice("yes", text("admission-new-yes"), wide=True),
        Choice("title", text("admission-edit-title")),
        Choice("form", text("admission-edit-form")),
        Choice("places", text("admission-edit-places")),
        Choice("days", text("admission-edit-days")),
    ]
    chosen = await chat.confirm("sure", prompt, choices)
    if chosen != "yes":
        chat.edit(*EDITS[chosen])


async def apply(session: Any, me: Me, text: Text, result: Prepared | Unfit | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if isinstance(result, Unfit):
        return Refused(text("admission-unfit"), forget=("form",))
    new = result.call
    if not await is_staff(session, me.person, new.municipality):
        return Done(text("desk-not-yours"))
    if not new.days.takes_applications(today(me)):
        last = day(new.days.last)
        return Refused(text("admission-day-past", day=last), forget=EDITS["days"])
    id = await admission.publish(session, new, Written.of(result.form), me.person, me.now)
    announce = (text("drafts-announce"), Open("announce", new.municipality))
    return Done(text("admission-opened"), links=(to_call(text, id), announce))


JOURNEYS = (Journey("admission-new", script, apply, title="admission-new-draft"),)
