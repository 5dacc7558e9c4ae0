"""The menu: what is open now, what was left unfinished, and the fixed places."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from bot.civic.edition import Phase
from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from storage import trainers
from storage.agenda import Agenda, agenda
from storage.ballots import has_voted
from storage.people import Parked
from storage.places import municipality
from storage.projects import any_built
from storage.residents import unfinished
from storage.staff import ANSWERERS, HELPER, LAWYER, MENTOR, STAFF, TRAINER, TRAINING, posts_of

CONTINUED = 2
LONGEST = 24  # letters of a name on a button


async def script(chat: Chat) -> str:
    """The button that was pressed; its id says which journey it opens."""
    me = chat.me
    if not me.municipality:
        return await _arriving(chat)
    found = await chat.read(agenda, me.municipality, me.now, me.person)
    drafts = await chat.read(unfinished, me.person)
    choices = [
        *_unfinished(chat, drafts),
        *await _open_votes(chat, found),
        *_open_surveys(chat, found),
        *_editions(chat, found),
        *await _desk(chat),
        *await _built(chat),
        *_places(chat),
    ]
    place = await chat.read(municipality, me.municipality)
    name = Words(place.name if place else {}).read(me.language, me.main_language)
    head = chat.text("menu-title", municipality=name)
    told = list(_told(chat, found)) or [chat.text("menu-nothing-open")]
    told += _pending(chat, found, drafts)
    return await chat.choose("what", lines(head, *told, by="\n\n"), _once(choices))


def _once(choices: list[Choice]) -> list[Choice]:
    """Each way once: what was left unfinished takes the place of beginning it."""
    first: dict[str, Choice] = {}
    for choice in choices:
        first.setdefault(choice.id, choice)
    return list(first.values())


async def _arriving(chat: Chat) -> str:
    """Somebody who has not joined goes on where they were, with the code they came with."""
    for draft in await chat.read(unfinished, chat.me.person):
        if draft.script in ("join", "welcome"):
            return f"go:{draft.script}:{draft.subject}"
    return "go:welcome:"


def _told(chat: Chat, found: Agenda) -> Iterator[Html]:
    """What is decided, by whom, by when."""
    voting = {vote.id for vote in found.votes}
    for stage in found.editions:
        if stage.id not in voting:
            # Its hour has come, and it is not open: people have to act first.
            phase = "waiting" if stage.phase is Phase.VOTING else stage.phase.value
            name, at = _name(chat, stage.name), _when(chat, stage.at)
            yield chat.text("rules-now", name=name, phase=phase, at=at)
    for vote in found.votes:
        yield chat.text("menu-vote-open", name=_name(chat, vote.name), until=_when(chat, vote.at))
    for survey in found.surveys:
        name = _name(chat, survey.name)
        yield chat.text("menu-survey-open", name=name, until=_when(chat, survey.at))
    for meeting in found.meetings:
        name = _name(chat, meeting.name)
        at = _when(chat, meeting.at)
        yield chat.text("menu-meeting-next", name=name, when=at, kind=meeting.kind)


def _pending(chat: Chat, found: Agenda, drafts: Sequence[Parked]) -> Iterator[Html]:
    """Whoever has begun a ballot may think that it counts: it does not until it is confirmed."""
    begun = {draft.subject for draft in drafts if draft.script == "vote"}
    for vote in found.votes:
        if str(vote.id) in begun:
            yield chat.text("menu-vote-pending", name=_name(chat, vote.name))


async def _open_votes(chat: Chat, found: Agenda) -> list[Choice]:
    """Whoever has voted is told so, and may change it."""
    choices = []
    for vote in found.votes:
        name = _short(_name(chat, vote.name))
        voted = await chat.read(has_voted, vote.id, chat.me.person)
        label = (
            chat.text("menu-vote-change", name=name)
            if voted
            else chat.text("menu-vote-in", name=name)
        )
        choices.append(Choice(f"go:vote:{vote.id}", label, wide=True))
    return choices


def _open_surveys(chat: Chat, found: Agenda) -> Iterator[Choice]:
    for survey in found.surveys:
        label = chat.text("menu-survey-in", name=_short(_name(chat, survey.name)))
        yield Choice(f"go:needs:{survey.id}", label, wide=True)


def _editions(chat: Chat, found: Agenda) -> Iterator[Choice]:
    """The rules of what is under way."""
    for stage in found.editions:
        yield Choice(f"go:edition:{stage.id}", chat.text("rules-more"), wide=True)


def _unfinished(chat: Chat, drafts: Sequence[Parked]) -> list[Choice]:
    """Parked conversations that are offered again."""
    named = [(draft, chat.title(draft.script)) for draft in drafts]
    return [
        Choice(f"go:{draft.script}:{draft.subject}", chat.text("core-continue", what=title))
        for draft, title in named
        if title
    ][:CONTINUED]


async def _desk(chat: Chat) -> list[Choice]:
    """Whoever works here finds their own page; only staff has the desk."""
    roles = {post.role for post in await chat.read(posts_of, chat.me.person)}
    leads = TRAINER in roles or (
        roles & TRAINING and await chat.read(trainers.any_led, chat.me.person)
    )
    ways = (
        (STAFF, "go:desk:", chat.text("menu-desk")),
        ({HELPER}, "go:assist-list:", chat.text("assist-name")),
        (TRAINING if leads else set(), "go:my-seminars:", chat.text("trainer-name")),
        (ANSWERERS, "go:answers:", chat.text("answers-name")),
        ({MENTOR}, "go:mentor:", chat.text("mentor-name")),
        ({LAWYER}, "go:rights-lawyer:", chat.text("lawyer-name")),
    )
    return [Choice(id, label, wide=True) for able, id, label in ways if roles & able]


async def _built(chat: Chat) -> list[Choice]:
    """What became of the votes, once there is something."""
    if not await chat.read(any_built, chat.me.municipality):
        return []
    return [Choice("go:projects:", chat.text("menu-projects"), wide=True)]


def _places(chat: Chat) -> list[Choice]:
    text = chat.text
    return [
        Choice("go:idea:", text("menu-idea")),
        Choice("go:ideas:", text("menu-ideas")),
        Choice("go:meetings:", text("menu-meetings")),
        Choice("go:vote:", text("menu-votes")),
        Choice("go:needs:", text("menu-needs")),
        Choice("go:learn:", text("menu-learn")),
        Choice("go:rights:", text("menu-rights")),
        Choice("go:ask:", text("menu-ask")),
        Choice("go:results:", text("menu-results")),
        Choice("go:privacy:", text("menu-privacy")),
        Choice("go:topics:", text("menu-topics")),
        Choice("go:help:", text("menu-help")),
        Choice("go:language:", text("menu-language")),
    ]


def _name(chat: Chat, name: dict[str, str]) -> str:
    return Words(name).read(chat.me.language, chat.me.main_language)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _when(chat: Chat, moment: datetime) -> str:
    return f"{day(moment, chat.me.zone)}, {hour(moment, chat.me.zone)}"


async def apply(session: Any, me: Me, text: Text, chosen: str) -> Outcome:
    _, journey, subject = chosen.split(":", 2)
    return Open(journey, subject)


JOURNEYS = (Journey("menu", script, apply),)
