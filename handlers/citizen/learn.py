"""The Academy: beginning a course, how far one is, and the list of its lessons.

The subject is "list" for the lessons, a track to begin it, '' for the page.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.course import UNBEGUN, Standing, next_lesson, passed
from bot.content.course import Course, Lesson, course, newest
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.admission_words import today
from handlers.parts.learning import COURSE, LIST, TEAM, bar, content_of
from storage import academy, admission, certificates, seminars
from storage.academy import Learning

NEW = "new"
CERTIFICATE, PRACTICUM, CHECK, SEMINARS = "certificate", "practicum", "check", "seminars"
COHORT = "admission"


@dataclass(frozen=True, slots=True)
class Begin:
    """A track to begin."""

    course: Course
    track: str


async def script(chat: Chat) -> Begin | Open | Done:
    if chat.me.municipality is None:
        return Open("join")
    mine = await chat.read(academy.learnings, chat.me.person)
    known = [(one, found) for one in mine if (found := content_of(one, chat.me.language))]
    if not known or chat.subject == NEW:
        return await _begin(chat)
    learning, content = known[0]
    standings = await chat.read(academy.standings, learning.id)
    if chat.subject == LIST:
        return await _list(chat, learning, content, standings)
    return await _page(chat, learning, content, standings)


async def _begin(chat: Chat) -> Begin | Open:
    content = course(COURSE, newest(COURSE), chat.me.language)
    tracks = content.tracks.values()
    about = (
        chat.text("learn-track", name=one.name, count=len(one.lessons), about=one.about)
        for one in tracks
    )
    prompt = lines(
        chat.text("learn-welcome", about=content.about),
        chat.text("learn-anywhere"),
        chat.text("learn-who-sees"),
        *about,
        chat.text("learn-choose-track"),
        by="\n\n",
    )
    choices = [Choice(one.id, one.name, wide=True) for one in tracks]
    ways = [*await _seminars(chat), *await _cohorts(chat)]
    chosen = await chat.choose("track", prompt, [*choices, *ways])
    return Open(chosen) if chosen in (SEMINARS, COHORT) else Begin(content, chosen)


async def _cohorts(chat: Chat) -> list[Choice]:
    """The way to guided cohorts, where there is a call or one's own application."""
    me = chat.me
    calls = await chat.read(admission.offered, me.municipality, me.person, today(me))
    return [Choice(COHORT, chat.text("admission-button"), wide=True)] if calls else []


async def _page(
    chat: Chat, learning: Learning, content: Course, standings: dict[str, Standing]
) -> Open:
    lessons = content.of(learning.track)
    ids = [lesson.id for lesson in lessons]
    coming = next_lesson(ids, standings)
    track = content.tracks[learning.track]
    told = [
        chat.text("learn-page", title=content.title, track=track.name),
        bar(chat.text, passed(ids, standings), len(ids)),
        _where(chat.text, lessons, standings, coming),
        await _attended(chat),
    ]
    choices = []
    if coming:
        begun = passed(ids, standings) or coming in standings
        label = chat.text("learn-go-on") if begun else chat.text("learn-start")
        choices.append(Choice("next", label, wide=True))
    choices.append(Choice(LIST, chat.text("learn-all"), wide=True))
    choices += [*await _seminars(chat), *await _beyond(chat, learning)]
    what = await chat.choose("what", lines(*told, by="\n\n"), choices)
    if what == "next":
        return Open("lesson", f"{learning.id}.{coming}")
    if what in (LIST, NEW):
        return Open("learn", what)
    return Open(what, str(learning.id) if what == CERTIFICATE else "")


async def _beyond(chat: Chat, learning: Learning) -> list[Choice]:
    """What there is besides the lessons."""
    earned = await chat.read(certificates.earned, learning)
    paper = Choice(CERTIFICATE, chat.text("certificate-title"), wide=True)
    team = Choice(PRACTICUM, chat.text("learn-practicum"), wide=True)
    return [
        *([paper] if earned else []),
        *([team] if learning.track == TEAM else []),
        *await _cohorts(chat),
        Choice(NEW, chat.text("learn-other-track"), wide=True),
        Choice(CHECK, chat.text("certificate-check-title"), wide=True),
    ]


async def _seminars(chat: Chat) -> list[Choice]:
    """Where there are some ahead, or one has been at one."""
    ahead = await chat.read(seminars.coming, chat.me.municipality, chat.me.now)
    if not ahead and not await chat.read(seminars.taken, chat.me.person, chat.me.now):
        return []
    return [Choice(SEMINARS, chat.text("seminars-name"), wide=True)]


async def _attended(chat: Chat) -> Html:
    count = await chat.read(seminars.attended, chat.me.person)
    return chat.text("seminars-attended", count=count) if count else Html("")


def _where(text: Text, lessons: list[Lesson], standings: dict[str, Standing], coming: str) -> Html:
    if not coming:
        return text("learn-finished")
    number, lesson = next((n, one) for n, one in enumerate(lessons, 1) if one.id == coming)
    name = "learn-here" if standings.get(coming, UNBEGUN).card else "learn-next"
    return text(name, number=number, title=lesson.title)


async def _list(
    chat: Chat, learning: Learning, content: Course, standings: dict[str, Standing]
) -> Open:
    rows = enumerate(content.of(learning.track), 1)
    choices = [
        Choice(one.id, _row(chat.text, one, standings.get(one.id)), number=number, wide=True)
        for number, one in rows
    ]
    chosen = await chat.choose("lesson", chat.text("learn-list"), choices)
    return Open("lesson", f"{learning.id}.{chosen}")


def _row(text: Text, lesson: Lesson, standing: Standing | None) -> Html:
    if standing is None:
        return text("learn-row-new", title=lesson.title)
    if standing.passed:
        return text("learn-row-passed", title=lesson.title)
    return text("learn-row-begun", title=lesson.title)


async def apply(session: Any, me: Me, text: Text, result: Begin | Open | Done) -> Outcome:
    if not isinstance(result, Begin):
        return result
    content = result.course
    way = (content.name, content.version, result.track)
    learner = await academy.begin(session, me.person, way, me.now)
    standings = await academy.standings(session, learner)
    if standings:
        return Open("learn")
    return Open("lesson", f"{learner}.{content.tracks[result.track].lessons[0]}")


JOURNEYS = (Journey("learn", script, apply),)
