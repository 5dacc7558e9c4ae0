"""Neighbours' answers, entered by a helper at the door or from a printed sheet.

The subject of "assist" is a survey's id; "assist-list" is the way there.  A neighbour's phone
number is asked last: the effects turn it into a code, and no stored conversation holds it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.civic.survey.sitting import Sitting
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words
from handlers.parts.assist_words import consent, spoken_in
from handlers.parts.survey_asking import hold
from handlers.parts.survey_overview import begun, look_over, tell_revision, without_hours
from handlers.parts.survey_who import Audience, named
from handlers.parts.survey_words import shown
from storage import assist, interviews, phones, places, staff, surveys
from storage.answers import Filled
from storage.assist import DAILY, MAY_HELP, Held, Help, Kept
from storage.survey_audience import LANGUAGES, SETTLEMENTS
from storage.surveys import Asked

DOOR, PAPER, PRINT = "door", "paper", "print"
NOON = time(12)
ELSEWHERE = 0  # no settlement has this id


@dataclass(frozen=True, slots=True)
class Interviewed:
    """A neighbour's answers, read over; `phone` is "" where none was told."""

    survey: Asked
    held: Held


@dataclass(frozen=True, slots=True)
class Declined:
    """A neighbour who did not want to."""

    survey: Asked


Result = Interviewed | Declined | Done | Open


async def choose(chat: Chat) -> Done | Open:
    """The open surveys of all places where somebody helps, and the way out."""
    posts = await chat.read(staff.posts_of, chat.me.person, MAY_HELP)
    if not posts:
        return Done(chat.text("assist-not-yours"))
    choices = []
    for place in dict.fromkeys(post.municipality_id for post in posts):
        for survey in await chat.read(surveys.open_now, place, chat.me.received):
            choices.append(Choice(str(survey.id), _read(chat, survey.title), wide=True))
    ends = {f"end-{at}": post for at, post in enumerate(posts) if post.role == staff.HELPER}
    for id, post in ends.items():
        label = chat.text("assist-leave", municipality=_read(chat, post.municipality))
        choices.append(Choice(id, label, wide=True))
    if not choices:
        return Done(chat.text("assist-none"))
    today = await chat.read(assist.today, chat.me.person, _day(chat.me))
    prompt = chat.text("assist-which", count=today, most=DAILY)
    chosen = await chat.choose("which", prompt, choices)
    return Open("leave", ends[chosen].municipality_id) if chosen in ends else Open("assist", chosen)


async def go_on(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


async def script(chat: Chat) -> Result:
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    place = survey.municipality_id if survey else ""
    if survey is None or not await chat.read(assist.may_help, chat.me.person, place):
        return Done(chat.text("assist-not-yours"))
    if not survey.is_open(chat.me.received):
        return Done(chat.text("needs-closed"))
    if await chat.read(assist.today, chat.me.person, _day(chat.me)) >= DAILY:
        return Done(chat.text("assist-enough", count=DAILY))
    how = await _how(chat, survey)
    return Open("survey-sheet", chat.subject) if how == PRINT else await _hold(chat, survey, how)


async def _how(chat: Chat, survey: Asked) -> str:
    choices = (
        Choice(DOOR, chat.text("assist-door"), wide=True),
        Choice(PAPER, chat.text("assist-paper"), wide=True),
        Choice(PRINT, chat.text("assist-print"), wide=True),
    )
    title = _read(chat, survey.title)
    return await chat.choose("how", chat.text("assist-how", title=title), choices)


async def _hold(chat: Chat, survey: Asked, how: str) -> Interviewed | Declined | Done:
    """Consent, the place, the interview as it is held with everybody, and all of it once more."""
    sheet = await _sheet_day(chat, survey) if how == PAPER else None
    survey = await _of_sheet(chat, survey) if how == PAPER else survey
    interview = await chat.read(interviews.interview, survey)
    language = await spoken_in(chat, interview.form, survey.audience.get(LANGUAGES))
    if await consent(chat, survey, interview, language, paper=how == PAPER) == "no":
        return Declined(survey)
    since = begun(chat)
    sitting = _sitting(chat, survey, language, sheet or since)
    settlement = await _settlement(chat, survey)
    if settlement == ELSEWHERE:
        return await _not_asked(chat, survey)
    if how == DOOR:
        tell_revision(chat, survey)
    answers = await hold(chat, interview, sitting)
    await look_over(chat, interview, answers, sitting, chat.text("assist-overview"))
    values = without_hours(interview, interview.cleaned(answers, sitting))
    phone = "" if how == PAPER else await _phone(chat, language)
    filled = Filled(settlement, language, values, how, survey.revision)
    seconds = int((chat.me.received - since).total_seconds())
    return Interviewed(survey, Held(filled, phone, seconds))


def _sitting(chat: Chat, survey: Asked, language: str, at: datetime) -> Sitting:
    """On the clock of the interview: a sheet is filled in before it is entered."""
    local = at.astimezone(chat.me.zone)
    seed = f"{survey.id}:{at.isoformat()}"
    return Sitting(language, local, local, seed, shown, unnamed=True)


async def _sheet_day(chat: Chat, survey: Asked) -> datetime:
    """Noon of the day that stands on the sheet; a survey has answers from its open days only."""
    first, last = survey.opens_at.astimezone(chat.me.zone).date(), _day(chat.me)
    days = [last - timedelta(days=back) for back in range((last - first).days + 1)]
    choices = [Choice(one.isoformat(), day(one)) for one in days]
    chosen = await chat.choose("day", chat.text("assist-day"), choices)
    return datetime.combine(date.fromisoformat(chosen), NOON, chat.me.zone)


async def _of_sheet(chat: Chat, survey: Asked) -> Asked:
    """A sheet is entered as it was printed; the questions may have been put right since."""
    if survey.revision == 1:
        return survey
    choices = [
        Choice(str(number), chat.text("assist-version", number=str(number)))
        for number in range(survey.revision, 0, -1)
    ]
    chosen = await chat.choose("sheet", chat.text("assist-which-version"), choices)
    return await chat.read(interviews.as_of, survey, int(chosen))


async def _settlement(chat: Chat, survey: Asked) -> int | None:
    """Where the neighbour lives; the last one's village comes first.

    A survey that asks some settlements only must know it.
    """
    villages = await chat.read(places.settlements, survey.municipality_id)
    if not villages:
        return None
    asked = survey.audience.get(SETTLEMENTS)
    last = await chat.read(assist.last_settlement, survey.id, chat.me.person)
    villages.sort(key=lambda village: village.id != last)
    choices = [
        Choice(str(village.id), _read(chat, village.name))
        for village in villages
        if asked is None or village.id in asked
    ]
    if asked is not None:
        elsewhere = chat.text("audience-neighbour-elsewhere")
        choices.append(Choice(str(ELSEWHERE), elsewhere, wide=True))
    prompt = chat.text("assist-settlement")
    chosen = await chat.choose("settlement", prompt, choices, optional=asked is None)
    return int(chosen) if chosen else None


async def _not_asked(chat: Chat, survey: Asked) -> Done:
    """The neighbour lives where the survey does not ask; nothing is kept, not even the number."""
    asked = await named(chat, survey.municipality_id, Audience(survey.audience))
    onward = ((chat.text("assist-next"), Open("assist", str(survey.id))),)
    return Done(chat.text("audience-neighbour-not-asked", places=asked), links=onward)


async def _phone(chat: Chat, language: str) -> str:
    def check(said: str) -> Html | None:
        return None if phones.is_mobile(said) else chat.text("assist-phone-odd")

    prompt = chat.text("assist-phone", words=chat.text_in(language)("assist-phone-why"))
    return await chat.ask("phone", prompt, at_most=40, optional=True, check=check)


async def apply(session: Any, me: Me, text: Text, result: Result) -> Outcome:
    if isinstance(result, Done | Open):
        return result
    survey = result.survey
    if not await assist.may_help(session, me.person, survey.municipality_id):
        return Done(text("assist-not-yours"))
    by = Help(survey.id, me.person, _day(me))
    onward = ((text("assist-next"), Open("assist", str(survey.id))),)
    if isinstance(result, Declined):
        await assist.decline(session, by)
        return Done(text("assist-declined"), links=onward)
    kept = await assist.add(session, by, result.held, me.received)
    if kept is Kept.KEPT:
        count = await assist.today(session, me.person, by.day)
        return Done(text("assist-thanks", count=count, most=DAILY), links=onward)
    said = {
        Kept.CLOSED: text("needs-closed"),
        Kept.ENOUGH: text("assist-enough", count=DAILY),
        Kept.DOUBLE: text("assist-double"),
    }
    return Done(said[kept], links=onward if kept is Kept.DOUBLE else ())


def _day(me: Me) -> date:
    """Today, where the helper is."""
    return me.received.astimezone(me.zone).date()


def _read(chat: Chat, words: dict[str, str]) -> str:
    return Words(words).read(chat.me.language, chat.me.main_language)


JOURNEYS = (
    Journey("assist-list", choose, go_on),
    Journey(assist.SCRIPT, script, apply, title="assist-name"),
)
