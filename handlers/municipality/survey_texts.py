"""What people wrote in a survey: read page by page, and sorted by tags of the staff's own.

The subject of "survey-texts" is a survey's id, or "12-3-0": page 0 of its third question.  That of
"survey-tag" is "12-3-0-<sheet>": one answer, and the page to go back to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.civic.survey.countable import countable
from bot.civic.survey.form import Item, Kind
from bot.civic.survey.revisions import Revision, questions, whole
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from storage import staff, survey_revisions, surveys, tags
from storage.surveys import Asked
from storage.tags import Subject, Written

PAGE = 5  # answers
CUT = 300  # letters of an answer in the list
NEW, NONE, BACK, ONWARD, EARLIER = "new", "none", "list", "onward", "earlier"


@dataclass(frozen=True, slots=True)
class Texts:
    """The question whose answers are read, and the page of the list."""

    of: Subject
    place: str
    item: Item
    number: int
    page: int

    def at(self, page: int) -> Open:
        return Open("survey-texts", f"{self.of.survey}-{self.number}-{page}")


@dataclass(frozen=True, slots=True)
class Tagged:
    """What one answer is tagged with; '' takes all its tags off."""

    texts: Texts
    sheet: str
    tag: str


async def script(chat: Chat) -> Done | Open:
    """A page of answers; one of them is chosen to be tagged."""
    found = await _found(chat)
    if not isinstance(found, Texts):
        return found
    count = await chat.read(tags.how_many, found.of)
    rows = await chat.read(tags.written, found.of, found.page * PAGE, PAGE)
    back = (chat.text("surveys-to-this"), Open("survey", str(found.of.survey)))
    if not rows:
        return Done(chat.text("survey-texts-none"), links=(back,))
    choices = [Choice(str(at), _row(chat.text, row)) for at, row in enumerate(rows, 1)]
    if found.page:
        choices.append(Choice(EARLIER, chat.text("survey-texts-earlier")))
    if (found.page + 1) * PAGE < count:
        choices.append(Choice(ONWARD, chat.text("survey-texts-onward")))
    chosen = await chat.choose("text", await _head(chat, found, count), choices)
    if chosen in (EARLIER, ONWARD):
        return found.at(found.page + (1 if chosen == ONWARD else -1))
    sheet = rows[int(chosen) - 1].sheet
    return Open("survey-tag", f"{found.at(found.page).subject}-{sheet}")


def _row(text: Text, row: Written) -> Html:
    said = row.text if len(row.text) <= CUT else f"{row.text[:CUT]}…"
    return text("survey-texts-row", text=said, tags=", ".join(row.tags), count=len(row.tags))


async def _head(chat: Chat, found: Texts, count: int) -> Html:
    known = await chat.read(tags.known, found.of.survey, found.of.question)
    told = [chat.text("needs-result-tag", tag=tag, count=people) for tag, people in known.items()]
    label = Words(dict(found.item.label)).read(chat.me.language, chat.me.main_language)
    pages = -(-count // PAGE)
    head = chat.text(
        "survey-texts-head", label=label, count=count, page=str(found.page + 1), pages=str(pages)
    )
    return lines(head, lines(*told), chat.text("survey-texts-choose"), by="\n\n")


async def tag(chat: Chat) -> Tagged | Done | Open:
    """One answer in full: a tag that is known, a new one, or none."""
    found = await _found(chat)
    if not isinstance(found, Texts):
        return found
    sheet = chat.subject.split("-", 3)[3]
    written = await chat.read(tags.one, found.of, sheet)
    if written is None:
        return found.at(found.page)
    known = await chat.read(tags.known, found.of.survey, found.of.question)
    ids = {sha256(name.encode()).hexdigest()[:10]: name for name in known}
    choices = [Choice(id, name) for id, name in ids.items() if name not in written.tags]
    choices.append(Choice(NEW, chat.text("survey-tag-new"), wide=True))
    if written.tags:
        choices.append(Choice(NONE, chat.text("survey-tag-none"), wide=True))
    choices.append(Choice(BACK, chat.text("survey-tag-back"), wide=True))
    chosen = await chat.choose("tag", _whole(chat.text, written), choices)
    if chosen == BACK:
        return found.at(found.page)
    if chosen == NEW:
        prompt = chat.text("survey-tag-ask")
        said = await chat.ask("name", prompt, at_least=2, at_most=tags.LONGEST)
        return Tagged(found, sheet, " ".join(said.split()))
    return Tagged(found, sheet, "" if chosen == NONE else ids[chosen])


def _whole(text: Text, written: Written) -> Html:
    tagged = text("survey-tag-has", tags=", ".join(written.tags)) if written.tags else Html("")
    return lines(written.text, tagged, text("survey-tag-which"), by="\n\n")


async def _found(chat: Chat) -> Texts | Done | Open:
    """Whose answers are read, if this person may: of an anonymous survey only after its end."""
    parts = chat.subject.split("-", 3)
    survey = await chat.read(surveys.find, int(parts[0])) if parts[0].isdecimal() else None
    place = survey.municipality_id if survey else ""
    if survey is None or not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    if survey.anonymous and survey.results is None:
        return Done(chat.text("survey-texts-later"))
    items = _numbered(await chat.read(survey_revisions.every, survey.id))
    if survey.anonymous:
        items = {at: item for at, item in items.items() if not _few(survey, item)}
    if len(parts) < 3 or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return await _which(chat, survey.id, items)
    item = items.get(int(parts[1]))
    if item is None or item.kind is not Kind.TEXT:
        return Done(chat.text("survey-texts-none"))
    of = Subject(survey.id, item.name, closed=survey.state == "closed")
    return Texts(of, place, item, int(parts[1]), int(parts[2]))


def _numbered(revisions: Sequence[Revision]) -> dict[int, Item]:
    """By the order in which questions were first asked: a corrected form changes no number."""
    items = countable(whole([one.form for one in revisions]))
    return dict(enumerate((items[name] for name in questions(revisions) if name in items), 1))


def _few(survey: Asked, item: Item) -> bool:
    """Whether a corrected form asked it of fewer than five people: they would be known."""
    asked = (survey.results or {})["questions"].get(item.name, {}).get("asked")
    return bool(asked) and asked["people"] is None


async def _which(chat: Chat, survey: int, items: dict[int, Item]) -> Done | Open:
    """The only question with words for an answer, or the one that is chosen."""
    wordy = {at: item for at, item in items.items() if item.kind is Kind.TEXT}
    if not wordy:
        back = (chat.text("surveys-to-this"), Open("survey", str(survey)))
        return Done(chat.text("survey-texts-none"), links=(back,))
    if len(wordy) == 1:
        return Open("survey-texts", f"{survey}-{next(iter(wordy))}-0")
    me = chat.me
    choices = [
        Choice(str(at), Words(dict(item.label)).read(me.language, me.main_language))
        for at, item in wordy.items()
    ]
    chosen = await chat.choose("question", chat.text("survey-texts-which"), choices)
    return Open("survey-texts", f"{survey}-{chosen}-0")


async def apply(session: Any, me: Me, text: Text, result: Tagged | Done | Open) -> Outcome:
    if not isinstance(result, Tagged):
        return result
    texts = result.texts
    if not await staff.is_staff(session, me.person, texts.place):
        return Done(text("surveys-not-staff"))
    if result.tag:
        await tags.add(session, texts.of, result.sheet, result.tag)
    else:
        await tags.clear(session, texts.of, result.sheet)
    return texts.at(texts.page)


JOURNEYS = (Journey("survey-texts", script, apply), Journey("survey-tag", tag, apply))
