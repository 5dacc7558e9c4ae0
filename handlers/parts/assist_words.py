"""What a helper reads out to a neighbour, and what a coordinator reads of helpers' work."""

from collections.abc import Mapping, Sequence

from bot.civic.needs import SMALLEST
from bot.civic.survey.form import Form
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.conversation import Chat
from bot.journey import Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts.survey_overview import length
from storage import places
from storage.assist import QUICK, Figures, Share
from storage.surveys import Asked


async def spoken_in(chat: Chat, form: Form, asked: Sequence[str] | None) -> str:
    """The language of the interview, if the form has several; of those that the survey asks."""
    spoken = [code for code in form.languages if asked is None or code in asked] or form.languages
    if len(spoken) == 1:
        return spoken[0]
    names = {"ka": chat.text("language-ka"), "en": chat.text("language-en")}
    own = sorted(spoken, key=lambda code: code != chat.me.language)
    choices = [Choice(code, names.get(code, code)) for code in own]
    return await chat.choose("language", chat.text("assist-language"), choices)


async def consent(
    chat: Chat, survey: Asked, interview: Interview, language: str, *, paper: bool
) -> str:
    """ "yes" or "no": spoken at the door, or a mark on the sheet."""
    choices = (
        Choice("yes", chat.text("assist-agrees"), wide=True),
        Choice("no", chat.text("assist-declines"), wide=True),
    )
    if paper:
        return await chat.choose("consent", chat.text("assist-marked"), choices)
    place = await chat.read(places.municipality, survey.municipality_id)

    def read_out() -> Html:
        """In the neighbour's language, to the last word."""
        text, main = chat.text_in(language), chat.me.main_language
        now = chat.me.received.astimezone(chat.me.zone)
        told = text(
            "assist-consent",
            municipality=Words(place.name if place else {}).read(language, main),
            title=Words(survey.title).read(language, main),
        )
        size = text("needs-length", **length(interview, Sitting(language, now, now)))
        whole = told, Words(survey.intro).read(language, main), size, text("assist-agree-ask")
        return lines(chat.text("assist-read-out"), *whole, by="\n\n")

    return await chat.choose("consent", read_out, choices)


def work(text: Text, found: Figures, shares: list[Share]) -> Html:
    """Numbers only: how much was entered, by whom how much, and what to look at."""
    if found == Figures():
        return Html("")
    nameless = text("desk-nameless")
    named = [
        text("assist-share", name=one.name or nameless, count=one.interviews, quick=one.quick)
        for one in shares
    ]
    return lines(
        text("assist-figures", count=found.interviews, paper=found.paper),
        text("assist-unnumbered", count=found.unnumbered) if found.unnumbered else "",
        text("assist-quick", count=found.quick, seconds=QUICK) if found.quick else "",
        text("assist-refused", declined=found.declined, doubled=found.doubled),
        *named,
    )


def share(helped: int, people: int, unnumbered: int) -> dict[str, int]:
    """How many answers helpers entered, where neither these nor the others are a few people's."""
    if not _tellable(helped, people):
        return {}
    return {"people": helped} | (
        {"unnumbered": unnumbered} if _tellable(unnumbered, helped) else {}
    )


def _tellable(part: int, whole: int) -> bool:
    return part >= SMALLEST and (part == whole or whole - part >= SMALLEST)


def result(text: Text, found: Mapping[str, int]) -> Html:
    """For everybody who reads the result."""
    if not found:
        return Html("")
    unchecked = found.get("unnumbered")
    return lines(
        text("assist-result", count=found["people"]),
        text("assist-result-unnumbered", count=unchecked) if unchecked else "",
        by=" ",
    )
