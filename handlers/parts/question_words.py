"""Questions in words: the same for whoever asks and whoever answers."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.civic.answering import EXPERT
from bot.civic.personal import Trace
from bot.formats import day, listed
from bot.journey import Text
from bot.messages import Html, Words, lines
from storage.public_answers import Public
from storage.questions import Thread, Turn

SHORT = 60  # letters of a question where it stands in a list


def short(said: str, longest: int = SHORT) -> str:
    """The beginning of a text, in one line."""
    line = " ".join(said.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def topic(text: Text, name: str) -> Html:
    return text("ask-topic-name", topic=name)


def whom(text: Text, addressee: str) -> Html:
    return text("ask-to-expert") if addressee == EXPERT else text("ask-to-office")


def head(text: Text, thread: Thread) -> Html:
    """What it is about and who is asked."""
    number, about = str(thread.id), topic(text, thread.topic)
    if thread.seminar:
        title = Words(thread.seminar).read(thread.language)
        return text("ask-head-seminar", number=number, topic=about, title=title)
    return text("ask-head", number=number, topic=about, whom=whom(text, thread.addressee))


def turn(text: Text, said: Turn, zone: ZoneInfo) -> Html:
    """One question, and what became of it."""
    asked = text("ask-asked", day=day(said.asked_at, zone), text=said.text)
    if said.answered_at is not None:
        answered = text("ask-answered", day=day(said.answered_at, zone), text=said.answer)
        return lines(asked, answered)
    if said.closed_at is not None:
        return lines(asked, text("ask-closed"))
    return lines(asked, text("ask-waits", day=day(said.due_at, zone)))


def whole(text: Text, thread: Thread, turns: Sequence[Turn], zone: ZoneInfo) -> Html:
    """The thread from its beginning."""
    return lines(head(text, thread), *(turn(text, one, zone) for one in turns), by="\n\n")


def public(text: Text, found: Public, zone: ZoneInfo) -> Html:
    """What everybody may read, and when it was written: rules change."""
    names = {"topic": topic(text, found.topic), "day": day(found.published_at, zone)}
    return lines(
        text("ask-public-head", **names),
        lines(text("ask-public-question", text=found.question)),
        text("ask-public-answer", text=found.answer),
        by="\n\n",
    )


def pointed_out(text: Text, found: Sequence[Trace]) -> Html:
    """Where somebody might be known by; nothing where nothing was found."""
    if not found:
        return Html("")
    return text("ask-traces", list=listed(trace.words for trace in found))


def asker(text: Text, thread: Thread) -> Html:
    """Who asks, as far as they say so."""
    if thread.name:
        return text("answers-asker", name=thread.name)
    return text("answers-nameless")
