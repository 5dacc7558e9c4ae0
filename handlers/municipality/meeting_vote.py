"""A meeting that decides: who was there, a question, the hands, the signed sheet.

The subject is the meeting's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Picture, lines
from handlers.parts.meeting_page import read
from handlers.parts.meeting_staff import back, own
from storage import attendance, minutes
from storage.conduct import By
from storage.meetings import Shown
from storage.minutes import Head
from storage.staff import is_staff

MOST = 30_000
MOST_OPTIONS = 8
Options = tuple[tuple[dict[str, str], int], ...]


@dataclass(frozen=True, slots=True)
class Write:
    """What is to be recorded of a meeting: its head, one vote, or the photo of the sheet."""

    meeting: Shown
    head: Head | None = None
    question: str = ""
    options: Options = ()
    sheet: str = ""


async def head(chat: Chat) -> Write | Done:
    """Who led, who wrote, how many were there."""
    meeting = await _begun(chat)
    if isinstance(meeting, Done):
        return meeting
    text, recorded = chat.text, await chat.read(minutes.of, meeting.id)
    most = max((sum(n for _, n in vote.options) for vote in recorded.votes), default=0)
    chair = await chat.ask("chair", text("meetings-ask-chair"), at_least=3, at_most=120)
    secretary = await chat.ask("secretary", text("meetings-ask-secretary"), at_least=3, at_most=120)
    found = await chat.read(attendance.figures, meeting.id)

    def fewer(count: int) -> str | None:
        return text("meetings-fewer-than-hands", count=most) if count < most else None

    prompt = text("meetings-ask-present", count=found.there)
    present = await chat.number("present", prompt, at_least=1, at_most=MOST, check=fewer)
    advisory = await chat.number("advisory", text("meetings-ask-advisory"), at_most=MOST)
    assert present is not None and advisory is not None

    def less(count: int) -> str | None:
        return text("meetings-fewer-voters", count=present) if count < present else None

    prompt = text("meetings-ask-voters")
    voters = await chat.number(
        "voters", prompt, at_least=1, at_most=MOST, optional=True, check=less
    )
    return Write(meeting, Head(chair, secretary, present, advisory, voters))


async def vote(chat: Chat) -> Write | Done:
    """One question, its options, the hands for each."""
    meeting = await _begun(chat)
    if isinstance(meeting, Done):
        return meeting
    recorded = await chat.read(minutes.of, meeting.id)
    if recorded.head is None:
        return Done(chat.text("meetings-head-first"), links=_page(chat.text, meeting))
    question = await chat.ask("question", chat.text("meetings-ask-question"), at_most=400)
    names = await _names(chat, meeting)
    present = recorded.head.present
    hands = await _hands(chat, [read(chat.me, name) for name in names], present)
    told = [
        chat.text("meetings-vote-hands", option=read(chat.me, name), count=count)
        for name, count in zip(names, hands, strict=True)
    ]
    choices = [
        Choice("yes", chat.text("meetings-vote-yes"), wide=True),
        Choice("hands", chat.text("meetings-vote-again"), wide=True),
    ]
    none = chat.text("meetings-vote-none", count=present - sum(hands))
    prompt = chat.text("meetings-vote-sure", question=question, hands=lines(*told, none))
    if await chat.confirm("sure", prompt, choices) == "hands":
        chat.edit(*(f"hands-{number}" for number in range(len(names))))
    return Write(meeting, question=question, options=tuple(zip(names, hands, strict=True)))


async def _names(chat: Chat, meeting: Shown) -> list[dict[str, str]]:
    text = chat.text
    choices = [
        Choice("usual", text("meetings-options-usual"), wide=True),
        Choice("own", text("meetings-options-own"), wide=True),
    ]
    if await chat.choose("options", text("meetings-ask-options"), choices) == "usual":
        say = {language: chat.text_in(language) for language in ("ka", "en")}
        return [
            {code: told("meetings-for").plain() for code, told in say.items()},
            {code: told("meetings-against").plain() for code, told in say.items()},
            {code: told("meetings-abstains").plain() for code, told in say.items()},
        ]

    def problem(said: str) -> str | None:
        count = len(_lines(said))
        return None if 2 <= count <= MOST_OPTIONS else text("meetings-bad-options")

    said = await chat.ask("names", text("meetings-ask-names"), at_most=1000, check=problem)
    return [{meeting.main_language: name} for name in _lines(said)]


def _lines(said: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in said.splitlines() if line.strip()))


async def _hands(chat: Chat, names: list[str], present: int) -> list[int]:
    """One after the other: together never more than people who may vote."""
    counts: list[int] = []
    for number, name in enumerate(names):
        left = present - sum(counts)

        def more(count: int, left: int = left) -> str | None:
            if count <= left:
                return None
            return chat.text("meetings-more-hands", count=present, left=left)

        prompt = chat.text("meetings-ask-hands", option=name, left=left)
        count = await chat.number(f"hands-{number}", prompt, at_most=MOST, check=more)
        assert count is not None
        counts.append(count)
    return counts


async def sheet(chat: Chat) -> Write | Done:
    """The photo of the list that people signed, kept or new: only the staff see it."""
    meeting = await _begun(chat)
    if isinstance(meeting, Done):
        return meeting
    kept = (await chat.read(minutes.of, meeting.id)).sheet
    if kept:
        chat.say("kept", "", Picture(kept))
    photo = await chat.photo("sheet", chat.text("meetings-ask-sheet"), optional=bool(kept))
    if not photo:
        return Done(chat.text("meetings-kept"), links=_page(chat.text, meeting))
    return Write(meeting, sheet=photo)


async def _begun(chat: Chat) -> Shown | Done:
    meeting = await own(chat, chat.subject)
    if isinstance(meeting, Done) or meeting.begun(chat.me.now):
        return meeting
    return Done(chat.text("meetings-not-begun"), links=back(chat.text, meeting))


def _page(text: Text, meeting: Shown) -> tuple[tuple[str, Open], ...]:
    return ((text("meetings-minutes-page"), Open("meeting-minutes", str(meeting.id))),)


async def apply(session: Any, me: Me, text: Text, result: Write | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    meeting = result.meeting
    if not await is_staff(session, me.person, meeting.municipality_id):
        return Done(text("meetings-not-staff"))
    by = By(me.person, meeting.municipality_id, me.now)
    if result.head:
        done = await minutes.set_head(session, by, meeting.id, result.head)
    elif result.sheet:
        done = await minutes.set_sheet(session, by, meeting.id, result.sheet)
    else:
        words = {meeting.main_language: result.question}
        done = await minutes.add_vote(session, by, meeting.id, words, result.options)
    told = text("meetings-was-set") if done else text("meetings-numbers-changed")
    return Done(told, then=Open("meeting-minutes", str(meeting.id)))


JOURNEYS = (
    Journey("meeting-head", head, apply, title="meetings-to-head"),
    Journey("meeting-vote", vote, apply, title="meetings-to-vote"),
    Journey("meeting-sheet", sheet, apply),
)
