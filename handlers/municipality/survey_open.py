"""A draft is opened: what it is called, anonymous or not, to whom, its last day, and a yes.

The subject is the draft's id.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words, lines, plain
from handlers.parts import survey_who
from handlers.parts.dates import read_day
from handlers.parts.survey_drafts import INTRO, TITLE, back, draft_for, language
from handlers.parts.survey_who import Audience
from storage import interviews, survey_drafts, survey_reminders, surveys
from storage.audiences import SMALLEST
from storage.doors import Way, door_to
from storage.log import note
from storage.staff import is_staff
from storage.survey_drafts import LONGEST
from storage.surveys import Asked

DAYS = (7, 14, 30)  # offered as buttons
EDITS = {"anonymous": ("anonymous",), "who": survey_who.NAMES, "days": ("days", "last")}
END = time(23, 59)  # of the last day


@dataclass(frozen=True, slots=True)
class Opening:
    """A draft as it is to be opened."""

    draft: Asked
    title: dict[str, str]
    intro: dict[str, str]
    anonymous: bool
    audience: Audience
    closes_at: datetime


class TooFew:
    """The audience would be known by name; another one is asked for."""


async def script(chat: Chat) -> Opening | TooFew | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    if draft.corrects:
        return Done(then=Open("survey-revise", chat.subject))
    if not await _in_main_language(chat, draft):
        return Done(then=Open("survey-draft", chat.subject))
    title, intro = await _title(chat, draft), await _intro(chat, draft)
    anonymous = await _anonymous(chat, draft)
    audience = await survey_who.ask(chat, draft)
    if await survey_who.few(chat, draft.municipality_id, audience):
        return TooFew()
    new = Opening(draft, title, intro, anonymous, audience, await _closes(chat, draft))
    await _confirmed(chat, new)
    return new


async def _in_main_language(chat: Chat, draft: Asked) -> bool:
    """Whether everybody will be able to read it, or the coordinator wants it all the same."""
    main, form = chat.me.main_language, (await chat.read(interviews.interview, draft)).form
    if main in form.languages:
        return True
    names = (plain(language(chat.text, code)) for code in (main, form.languages[0]))
    choices = [
        Choice("yes", chat.text("drafts-foreign-yes"), wide=True),
        Choice("no", chat.text("drafts-foreign-no"), wide=True),
    ]
    prompt = chat.text("drafts-foreign", **dict(zip(("main", "shown"), names, strict=True)))
    return await chat.choose("foreign", prompt, choices) == "yes"


async def _title(chat: Chat, draft: Asked) -> dict[str, str]:
    """Everybody must be able to read what the survey is called."""
    main = chat.me.main_language
    if draft.title.get(main):
        return draft.title
    name = plain(language(chat.text, main))
    asked = await chat.ask("title", chat.text("drafts-ask-title", language=name), at_most=TITLE)
    return {main: asked, **draft.title}


async def _intro(chat: Chat, draft: Asked) -> dict[str, str]:
    if draft.intro.get(chat.me.main_language):
        return draft.intro
    intro = await chat.ask("intro", chat.text("drafts-ask-intro"), at_most=INTRO, optional=True)
    return {chat.me.main_language: intro} if intro else {}


async def _anonymous(chat: Chat, draft: Asked) -> bool:
    """What the draft proposes stands first."""
    choices = [
        Choice("yes", chat.text("drafts-anonymous"), wide=True),
        Choice("no", chat.text("drafts-named"), wide=True),
    ]
    if not draft.anonymous:
        choices.reverse()
    return await chat.choose("anonymous", chat.text("drafts-ask-anonymous"), choices) == "yes"


async def _closes(chat: Chat, draft: Asked) -> datetime:
    """The end of the last day, where the municipality is."""
    proposed = (draft.closes_at - draft.opens_at).days
    today = chat.me.now.astimezone(chat.me.zone).date()
    choices = [
        Choice(str(days), chat.text("drafts-days", count=days, date=day(_after(today, days))))
        for days in sorted({*DAYS, proposed})
    ]
    choices.append(Choice("other", chat.text("drafts-days-other")))
    chosen = await chat.choose("days", chat.text("drafts-ask-days"), choices)
    last = _after(today, int(chosen)) if chosen != "other" else await _last_day(chat, today)
    return datetime.combine(last, END, chat.me.zone)


async def _last_day(chat: Chat, today: date) -> date:
    first, last = _after(today, 1), today + LONGEST

    def check(said: str) -> Html | None:
        found = read_day(said)
        if found is None:
            return chat.text("edition-want-day")
        if first <= found <= last:
            return None
        return chat.text("drafts-days-between", first=day(first), last=day(last))

    said = await chat.ask("last", chat.text("drafts-ask-last"), at_most=20, check=check)
    found = read_day(said)
    assert found is not None
    return found


def _after(today: date, days: int) -> date:
    return today + timedelta(days=days)


async def _confirmed(chat: Chat, new: Opening) -> None:
    place = new.draft.municipality_id
    who = await survey_who.named(chat, place, new.audience)
    read = Words(new.title).read(chat.me.language, chat.me.main_language)
    prompt = lines(
        chat.text("drafts-title", title=read),
        lines(
            chat.text("needs-unnamed") if new.anonymous else chat.text("needs-named"),
            chat.text("drafts-last-day", date=day(new.closes_at, chat.me.zone)),
            chat.text("audience-who", who=who),
            await survey_who.counted(chat, place, new.audience),
        ),
        chat.text("drafts-sure"),
        by="\n\n",
    )
    choices = [
        Choice("yes", chat.text("drafts-sure-yes"), wide=True),
        Choice("anonymous", chat.text("drafts-edit-anonymous")),
        Choice("who", chat.text("audience-edit")),
        Choice("days", chat.text("drafts-edit-days")),
    ]
    chosen = await chat.confirm("sure", prompt, choices)
    if chosen != "yes":
        chat.edit(*EDITS[chosen])


async def apply(session: Any, me: Me, text: Text, result: Opening | TooFew | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if isinstance(result, TooFew):
        return Refused(text("audience-few", count=SMALLEST), forget=survey_who.NAMES)
    draft, place = result.draft, result.draft.municipality_id
    if not await is_staff(session, me.person, place):
        return Done(text("surveys-not-staff"))
    dates = me.now, result.closes_at
    kept = await survey_drafts.call(session, draft, result.title, result.intro)
    whom = result.audience
    kept = kept and await survey_drafts.address(session, draft, whom.kinds, guests=whom.guests)
    if not kept or not await surveys.open_draft(
        session, draft.id, place, dates, anonymous=result.anonymous
    ):
        return Done(text("drafts-moved"), links=back(text, draft.id))
    await survey_reminders.plan(session, draft.id, *dates, me.zone)
    subject = f"survey:{draft.id}"
    await note(session, "open", me.now, person=me.person, municipality=place, subject=subject)
    code = await door_to(session, Way(place, None, "needs", str(draft.id)), me.now)
    links = (
        (text("audience-notify"), Open("survey-notify", str(draft.id))),
        (text("drafts-announce"), Open("announce", place)),
        (text("surveys-to-list"), Open("surveys", place)),
    )
    return Done(text("drafts-opened", code=code), links=links)


JOURNEYS = (Journey("survey-open", script, apply, title="drafts-opening"),)
