"""What stands around the questions of a survey: what it is about, and the overview to confirm."""

from math import ceil

from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.civic.survey.step import Act
from bot.conversation import Chat
from bot.formats import day, hour
from bot.messages import Choice, Html, Words, lines
from handlers.parts.survey_asking import name
from handlers.parts.survey_words import answer, reader, shown
from storage.surveys import Asked


def sitting_of(chat: Chat, survey: Asked) -> Sitting:
    """The interview of this survey with whoever is in the chat."""
    now = chat.me.received.astimezone(chat.me.zone)
    seed = f"{survey.id}:{chat.me.person}"
    return Sitting(chat.me.language, now, now, seed, shown)


def length(interview: Interview, sitting: Sitting) -> tuple[int, int]:
    """How many questions it has for somebody who begins, and the minutes it may take."""
    questions = sum(step.act is Act.ASK for step in interview.steps({}, sitting))
    return questions, ceil(interview.seconds(sitting) / 60)


def opening(chat: Chat, survey: Asked, interview: Interview, sitting: Sitting) -> Html:
    """What people read before they begin."""
    zone = chat.me.zone
    questions, minutes = length(interview, sitting)
    title = _read(chat, survey.title) or chat.text("drafts-untitled")
    told = [
        lines(chat.text("needs-title", title=title), _read(chat, survey.intro)),
        chat.text("needs-length", questions=questions, minutes=minutes),
    ]
    if survey.state != "draft":  # of which neither is decided yet
        until = {"date": day(survey.closes_at, zone), "hour": hour(survey.closes_at, zone)}
        told.append(chat.text("needs-unnamed") if survey.anonymous else chat.text("needs-named"))
        told.append(chat.text("needs-until", **until))
    return lines(*told, by="\n\n")


async def agree(
    chat: Chat, interview: Interview, answers: dict[str, str], sitting: Sitting, mark: str = ""
) -> None:
    """Show everything once more; any answer can be changed without losing the others."""
    read = reader(chat.me.language, chat.me.main_language)
    told, choices = [], []
    for step in interview.steps(answers, sitting):
        if step.act is Act.ASK:
            said = answer(chat.text, read, interview.form, step.item, answers[step.key])
            told.append(chat.text("needs-answer", label=step.label, answer=said))
            choices.append(Choice(step.key, step.label))
    send = [
        Choice("send", chat.text("needs-send"), wide=True),
        Choice("change", chat.text("needs-change"), wide=True),
    ]
    overview = lines(mark, chat.text("needs-overview"), *told, by="\n\n")
    if await chat.confirm("agreed", overview, send) == "send":
        return
    chosen = await chat.choose("what", lines(mark, chat.text("needs-change-what")), choices)
    chat.edit(name(chosen), "what")


def _read(chat: Chat, words: dict[str, str]) -> str:
    return Words(words).read(chat.me.language, chat.me.main_language)
