"""A survey from an Excel file (XLSForm), sent in the chat.

The subject is the municipality; behind it stands the open survey that the file corrects ("here:7").
The file is read in jobs: once, and again after each answer of its sender (which language a column
is in, whether to repair).  A form that can be asked becomes a draft.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import xlsform_words as words
from handlers.parts.survey_drafts import language
from storage import jobs, media, surveys
from storage.staff import is_staff

KINDS = (".xlsx", ".xlsm", ".xls", ".zip")
LANGUAGES = ("ka", "en", "az", "hy", "ru")
ROUNDS = 6  # of reading one file: more answers than that mean that it has to be mended in Excel
PLAIN = "default"  # the columns that name no language

Found = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Template:
    """Somebody wants a workbook to begin with."""

    subject: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A file in whose place another one is asked for, and the answers that go with it."""

    file: str
    why: Html
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that was read and kept as a draft."""

    file: str
    found: Found


Result = Template | Mend | Ready | Done


async def script(chat: Chat) -> Result:
    place, _, corrected = (chat.subject or chat.me.municipality or "").partition(":")
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    if corrected and not await _correctable(chat, place, corrected):
        return Done(chat.text("amend-closed"))
    ways = [
        Choice("send", chat.text("drafts-file-have"), wide=True),
        Choice("template", chat.text("drafts-file-template"), wide=True),
    ]
    if await chat.choose("way", chat.text("drafts-file-how"), ways) == "template":
        return Template(chat.subject or place)
    file = await chat.file("file", chat.text("drafts-file-send"), kinds=KINDS)
    whose = {"place": place, "corrects": corrected, "person": chat.me.person, "file": file}
    return await _read(chat, whose)


async def _correctable(chat: Chat, place: str, corrected: str) -> bool:
    survey = await chat.read(surveys.find, int(corrected)) if corrected.isdecimal() else None
    here = survey is not None and survey.municipality_id == place
    return here and survey is not None and not survey.over(chat.me.now)


async def _read(chat: Chat, whose: Found) -> Mend | Ready:
    """Read it until there is a draft, or nothing that could be asked here would help."""
    repairs: list[str] = []
    answers: dict[str, str] = {}
    names, found = ["file"], {}
    for number in range(1, ROUNDS + 1):
        args = {**whose, "repairs": repairs, "answers": answers}
        names.append(f"read-{number}")
        found = await chat.work(names[-1], chat.text("drafts-reading"), "survey-read", args)
        if "survey" in found:
            return Ready(whose["file"], found)
        if found.get("asks"):
            answers |= await _languages(chat, number, found["asks"], names)
        elif found.get("repairs"):
            names.append(f"mend-{number}")
            await _agreed(chat, found, names)
            repairs = sorted({*repairs, *found["repairs"]})  # one may show the next problem
        else:
            break
    return Mend(whose["file"], _wrong(chat.text, found), tuple(names))


async def _languages(chat: Chat, number: int, asks: list[str], names: list[str]) -> dict[str, str]:
    """In which language columns are that do not say it in a way we know."""
    answers = {}
    for place, column in enumerate(asks):
        names.append(f"language-{number}-{place}")
        prompt = chat.text("drafts-which-language", column=column)
        if column == PLAIN:
            prompt = chat.text("drafts-which-plain")
        choices = [Choice(code, language(chat.text, code)) for code in LANGUAGES]
        answers[column] = await chat.choose(names[-1], prompt, choices)
    return answers


async def _agreed(chat: Chat, found: Found, names: list[str]) -> None:
    """What is wrong and what would be repaired; a corrected file may be sent in its place."""
    choices = [
        Choice("repair", chat.text("drafts-repair"), wide=True),
        Choice("again", chat.text("drafts-send-again"), wide=True),
    ]
    prompt = lines(
        _problems(chat.text, found),
        lines(chat.text("drafts-can-repair"), words.repairs(chat.text, found["repairs"])),
        by="\n\n",
    )
    if await chat.choose(names[-1], prompt, choices) == "again":
        chat.edit(*names)


def _wrong(text: Text, found: Found) -> Html:
    why = found.get("refused")
    if found.get("problems"):
        return lines(_problems(text, found), text("drafts-mend"), by="\n\n")
    return text("register-gone") if why == "gone" else text("drafts-unreadable")


def _problems(text: Text, found: Found) -> Html:
    count = found["count"]
    return lines(text("drafts-bad", count=count), words.page(text, found["problems"], count))


async def apply(session: Any, me: Me, text: Text, result: Result) -> Outcome:
    if isinstance(result, Done):
        return result
    if isinstance(result, Template):
        order = {"place": result.subject, "to": [me.bot, me.account], "language": me.language}
        await jobs.ask_for(session, "survey-template", order, me.now)
        return Done(text("drafts-template-coming"))
    await media.drop(session, result.file)
    if isinstance(result, Mend):
        return Refused(result.why, forget=result.names)
    to_draft = Open("survey-draft", str(result.found["survey"]))
    told = _told(text, result.found)
    return Done(told, then=to_draft) if told else to_draft


def _told(text: Text, found: Found) -> Html:
    """What was repaired, and what of the file is not asked."""
    repaired, notes = found["repaired"], found["notes"]
    mended, told = Html(""), Html("")
    if repaired:
        kinds = (one["repair"] for one in repaired)
        rows = words.rows(text, repaired, found["mended"])
        mended = lines(text("drafts-repaired"), words.repairs(text, kinds), rows)
    if notes:
        told = lines(text("drafts-notes"), words.page(text, notes, found["noted"]))
    return lines(mended, told, by="\n\n")


JOURNEYS = (Journey("survey-file", script, apply, title="drafts-file-name"),)
