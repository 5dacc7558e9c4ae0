"""What a survey's interview begins and ends with: how long it is, and everything once more."""

from datetime import datetime
from math import ceil

from bot.civic.survey.hours import telling_time
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.civic.survey.step import Act
from bot.conversation import Chat
from bot.formats import day, hour
from bot.messages import Choice, Html, lines
from handlers.parts.survey_asking import name
from handlers.parts.survey_tokens import Tokens
from handlers.parts.survey_words import answer, reader, shown
from storage.surveys import Asked


def sitting_of(chat: Chat, survey: Asked, begun: datetime | None = None) -> Sitting:
    """The interview with whoever is in the chat; `begun` is before now if it goes on."""
    now = chat.me.received.astimezone(chat.me.zone)
    since = begun.astimezone(chat.me.zone) if begun else now
    seed = f"{survey.id}:{chat.me.person}"
    return Sitting(chat.me.language, now, since, seed, shown, unnamed=survey.anonymous)


def begun(chat: Chat) -> datetime:
    """When the first question was asked: the same on every later day of the interview."""
    return datetime.fromisoformat(chat.once("begun", chat.me.received.isoformat()))


def length(interview: Interview, sitting: Sitting) -> dict[str, int]:
    """How many questions there are, and about how many minutes they take."""
    questions = sum(step.act is Act.ASK for step in interview.steps({}, sitting))
    return {"questions": questions, "minutes": ceil(interview.seconds(sitting) / 60)}


def opening(chat: Chat, survey: Asked, interview: Interview, sitting: Sitting) -> Html:
    """What people read before they begin."""
    zone, read = chat.me.zone, reader(chat.me.language, chat.me.main_language)
    title = read(survey.title) or chat.text("drafts-untitled")
    told = [
        lines(chat.text("needs-title", title=title), read(survey.intro)),
        chat.text("needs-length", **length(interview, sitting)),
    ]
    if survey.state != "draft":  # of which neither is decided yet
        until = {"date": day(survey.closes_at, zone), "hour": hour(survey.closes_at, zone)}
        told.append(chat.text("needs-unnamed") if survey.anonymous else chat.text("needs-named"))
        told.append(chat.text("needs-until", **until))
    return lines(*told, by="\n\n")


def tell_revision(chat: Chat, survey: Asked) -> None:
    """Whoever began with earlier questions is told that they were put right, and keeps answers."""
    begun = chat.once("revision", str(survey.revision))
    if begun != str(survey.revision):
        chat.say(f"revision-{survey.revision}", chat.text("needs-revised"))


def without_hours(interview: Interview, values: dict[str, str]) -> dict[str, str]:
    """Answers without a name keep nothing that tells the hour: it would point at who it was."""
    hours = telling_time(interview.form)
    return {path: value for path, value in values.items() if path.rpartition("].")[2] not in hours}


async def look_over(
    chat: Chat, interview: Interview, answers: dict[str, str], sitting: Sitting, head: Html
) -> None:
    """Show everything once more; any answer can be changed without losing the others."""
    read = reader(sitting.language, chat.me.main_language)
    told, named = [], []
    for step in interview.steps(answers, sitting):
        if step.act is Act.ASK:
            said = answer(chat.text, read, interview.form, step.item, answers[step.key])
            told.append(chat.text("needs-answer", label=step.label, answer=said))
            named.append((step.key, step.label))
    send = [
        Choice("send", chat.text("needs-send"), wide=True),
        Choice("change", chat.text("needs-change"), wide=True),
    ]
    if await chat.confirm("agreed", lines(head, *told, by="\n\n"), send) == "send":
        return
    tokens = Tokens(named)
    chosen = await chat.choose("what", chat.text("needs-change-what"), tokens.choices)
    chat.edit(name(tokens.name(chosen)), "what")
