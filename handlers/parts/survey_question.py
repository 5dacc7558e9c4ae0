"""One question of a short survey, asked from its maker: its text, its kind, its answers."""

import re
from collections.abc import Callable

from bot.civic.survey.form import CHOOSING, Kind
from bot.civic.survey.short import FEWEST_OPTIONS, KINDS, MOST_OPTIONS, Question
from bot.conversation import Chat
from bot.journey import Text
from bot.messages import Choice, Html, lines

LONGEST, OPTION = 300, 80  # characters of a question and of an answer to choose
SHORTEST = 5
BULLET = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)])\s*")  # as people begin the lines of a list


async def whole(chat: Chat, language: str, number: int) -> Question:
    """Everything about a new question, the `number`-th of the survey."""
    label = await wording(chat, number)
    kind = await kind_of(chat)
    options = await answers(chat) if kind in CHOOSING else []
    required = await is_required(chat)
    return Question(
        kind, {language: label}, tuple({language: option} for option in options), required
    )


async def wording(chat: Chat, number: int) -> str:
    prompt = chat.text("drafts-ask-question", number=str(number))
    return await chat.ask("text", prompt, at_least=SHORTEST, at_most=LONGEST)


async def kind_of(chat: Chat) -> Kind:
    labels = kinds(chat.text)
    choices = [Choice(kind.value, labels[kind], wide=True) for kind in KINDS]
    return Kind(await chat.choose("kind", chat.text("drafts-ask-kind"), choices))


def kinds(text: Text) -> dict[Kind, Html]:
    """Kinds of questions by what people do to answer."""
    return {
        Kind.ONE: text("drafts-kind-one"),
        Kind.MANY: text("drafts-kind-many"),
        Kind.INTEGER: text("drafts-kind-number"),
        Kind.TEXT: text("drafts-kind-text"),
        Kind.PLACE: text("drafts-kind-place"),
        Kind.PHOTO: text("drafts-kind-photo"),
    }


async def answers(chat: Chat) -> list[str]:
    """What people can choose from, a line each."""
    prompt = chat.text("drafts-ask-answers", least=FEWEST_OPTIONS, most=MOST_OPTIONS)
    said = await chat.ask("answers", prompt, check=_listed(chat.text))
    return listed(said)


async def is_required(chat: Chat) -> bool:
    choices = [
        Choice("no", chat.text("drafts-optional"), wide=True),
        Choice("yes", chat.text("drafts-required"), wide=True),
    ]
    return await chat.choose("required", chat.text("drafts-ask-required"), choices) == "yes"


def listed(said: str) -> list[str]:
    """The lines that say something, without bullets and numbers."""
    found = (BULLET.sub("", line).strip() for line in said.splitlines())
    return [line for line in found if line]


def _listed(text: Text) -> Callable[[str], Html | None]:
    def check(said: str) -> Html | None:
        found = listed(said)
        twice = {one for one in found if [o.casefold() for o in found].count(one.casefold()) > 1}
        if not FEWEST_OPTIONS <= len(found) <= MOST_OPTIONS:
            return text("drafts-answers-between", least=FEWEST_OPTIONS, most=MOST_OPTIONS)
        if twice:
            return text("drafts-answers-twice", answer=sorted(twice)[0])
        if long := next((one for one in found if len(one) > OPTION), ""):
            return text("drafts-answers-long", answer=long[:OPTION], limit=OPTION)
        return None

    return check


def told(text: Text, question: Question, label: str, options: list[str]) -> Html:
    """A question as it stands, with its answers."""
    required = text("drafts-is-required") if question.required else text("drafts-is-optional")
    return lines(
        text("drafts-question-text", label=label),
        *(text("drafts-answer", answer=option) for option in options),
        text("drafts-question-kind", kind=kinds(text)[question.kind], required=required),
    )
