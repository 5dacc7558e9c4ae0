"""A survey that is being made: whose it is, what it asks, and the ways on from it."""

from bot.civic.survey.form import ASKED, Form, Item
from bot.civic.survey.short import NOTHING
from bot.conversation import Chat
from bot.formats import listed
from bot.journey import Done, Open, Text
from bot.messages import Html, Words, lines, plain
from handlers.parts.survey_overview import length, sitting_of
from storage import interviews, staff, survey_drafts, survey_revisions, surveys
from storage.surveys import Asked

FIRST = 5  # questions that are shown of a long form
TITLE, INTRO = 120, 600  # characters
LONGEST = 80  # letters of a question in a list


async def draft_for(chat: Chat, id: str = "") -> Asked | Done:
    """The draft of the journey's subject, if whoever asks may make surveys there."""
    known = id or chat.subject
    number = int(known) if known.isascii() and known.isdecimal() else 0
    place = await chat.read(survey_drafts.place_of, number)
    if place is None:
        return Done(chat.text("drafts-gone"))
    if not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    return await chat.read(surveys.find_draft, number, place) or Done(chat.text("drafts-gone"))


async def published(chat: Chat, draft: Asked) -> Form:
    """What people have been asked already, if the draft corrects an open survey."""
    if draft.corrects is None:
        return NOTHING
    return await chat.read(survey_revisions.whole, draft.corrects)


async def summary(chat: Chat, draft: Asked) -> Html:
    """Title, languages, length, and how it begins."""
    interview = await chat.read(interviews.interview, draft)
    expected = length(interview, sitting_of(chat, draft))
    questions, minutes = expected["questions"], expected["minutes"]
    form = interview.form
    languages = listed(plain(language(chat.text, code)) for code in form.languages)
    every = sum(item.kind in ASKED for item in form.walk())
    long = chat.text("drafts-length", count=questions, minutes=minutes)
    if every > questions:  # some are asked under a condition only
        long = chat.text("drafts-length-between", least=questions, most=every, minutes=minutes)
    return lines(
        chat.text("drafts-title", title=title(chat, draft)),
        lines(
            long,
            chat.text("drafts-languages", languages=languages),
        ),
        lines(*beginning(chat, form)),
        by="\n\n",
    )


def beginning(chat: Chat, form: Form) -> list[Html]:
    """The first questions by their number, and how many follow."""
    items = [item for item in form.walk() if item.kind in ASKED]
    told = [
        chat.text("drafts-question", number=str(number), label=label(chat, item))
        for number, item in enumerate(items[:FIRST], 1)
    ]
    if more := len(items[FIRST:]):
        told.append(chat.text("drafts-more", count=more))
    return told


def label(chat: Chat, item: Item) -> str:
    """A question as a line of a list."""
    words = Words(dict(item.label)).read(chat.me.language, chat.me.main_language) or item.name
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def title(chat: Chat, draft: Asked) -> str:
    """Its title, or that it has none yet."""
    found = Words(draft.title).read(chat.me.language, chat.me.main_language)
    return found or plain(chat.text("drafts-untitled"))


def language(text: Text, code: str) -> Html:
    """A language by its code."""
    return text("drafts-language", code=code)


def back(text: Text, id: int) -> tuple[tuple[Html, Open], ...]:
    """The button that leads to the draft."""
    return ((text("drafts-to-draft"), Open("survey-draft", str(id))),)
