"""One step of a survey's interview, asked in the chat as a good interviewer would."""

import re
from collections.abc import Callable, Iterator

from bot.civic.survey.answers import AGREED, LONGEST, NO, YES, Wrong
from bot.civic.survey.form import CHOOSING, Kind
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.civic.survey.step import Act, Refusal, Step
from bot.conversation import Chat
from bot.formats import listed
from bot.journey import Prompt
from bot.messages import Choice, Html, lines
from handlers.parts.survey_tokens import tokens as tokens_of
from handlers.parts.survey_words import shown

MOST = re.compile(r"\s*count-selected\(\s*\.\s*\)\s*<=\s*([0-9]{1,3})\s*")
"""The constraint by which forms say how many may be picked; said before a tap too many."""

WRITTEN = 1_000  # characters of an answer in one's own words
DONT_KNOW = "dont-know?"  # no option of a form has such a name

Check = Callable[[str], str | None]


def name(key: str) -> str:
    """The chat's name of a step; a form's own names never meet those of the journey."""
    return f"q-{key}"


async def ask(
    chat: Chat, step: Step, later: Iterator[Step], mark: str = "", *, unnamed: bool = False
) -> str:
    """The answer as it is stored; '' where it was skipped.

    The steps to come are drawn only to be counted, when the question is shown.
    """
    if step.act is Act.MORE:
        return await _more(chat, step, mark)

    def prompt() -> Html:
        heading, label, hint = _heading(chat, step), step.label, step.hint
        how = _how(chat, step, unnamed)
        default = chat.text("needs-default", answer=_default(step)) if step.default else ""
        count = step.place + sum(other.act is Act.ASK for other in later)
        asked = chat.text("needs-question", place=step.place, count=count, label=label)
        return lines(mark, heading, asked, hint, how, default)

    return await _ASK.get(step.kind, _written)(chat, step, prompt) or step.default


def _how(chat: Chat, step: Step, unnamed: bool) -> Html | str:
    """What to know before answering a question of this kind."""
    if step.kind is Kind.BARCODE:
        return chat.text("needs-barcode")
    return chat.text("needs-voice-known") if unnamed and step.kind is Kind.AUDIO else ""


def _optional(step: Step) -> bool:
    """Whether it may be skipped; then what the form proposes is the answer."""
    return not step.required or bool(step.default)


def _default(step: Step) -> str:
    """What the form proposes, as people read it."""
    labels = {option.id: option.label for option in step.options}
    if step.kind in CHOOSING:
        ids = [step.default] if step.kind is Kind.ONE else step.default.split()
        return listed(labels[id] for id in ids)
    return shown(step.kind, step.default)


async def _more(chat: Chat, step: Step, mark: str) -> str:
    choices = [Choice(YES, chat.text("needs-more-yes")), Choice(NO, chat.text("needs-more-no"))]

    def prompt() -> Html:
        return lines(mark, chat.text("needs-more", label=step.label or step.item.name))

    return await chat.choose(name(step.key), prompt, choices)


def _heading(chat: Chat, step: Step) -> Html | str:
    """The innermost group that has a name; of a repeated one, which time it is."""
    for heading in reversed(step.headings):
        if heading.label and heading.number:
            return chat.text("needs-part-number", label=heading.label, number=heading.number)
        if heading.label:
            return chat.text("needs-part", label=heading.label)
    return ""


def _check(chat: Chat, step: Step) -> Check:
    def check(value: str) -> str | None:
        refusal = step.refusal(value)
        return _wrong(chat, refusal) if refusal else None

    return check


def _wrong(chat: Chat, refusal: Refusal) -> str:
    """In the form's own words where it has some."""
    if refusal.message:
        return refusal.message
    number = shown(Kind.DECIMAL, refusal.detail)
    match refusal.wrong:
        case Wrong.REQUIRED:
            return chat.text("needs-wrong-required")
        case Wrong.TOO_SMALL:
            return chat.text("needs-wrong-small", number=number)
        case Wrong.TOO_LARGE:
            return chat.text("needs-wrong-large", number=number)
        case Wrong.OFF_STEP:
            return chat.text("needs-wrong-step", number=number)
        case Wrong.TOO_LONG:
            return chat.text("core-too-long", limit=LONGEST, length=LONGEST + 1)
    return chat.text("needs-wrong-constraint")


async def _one(chat: Chat, step: Step, prompt: Prompt) -> str:
    tokens = tokens_of(step.options)
    choices = list(tokens.choices)
    if not step.required and not step.default:
        choices.append(Choice(DONT_KNOW, chat.text("needs-dont-know")))
    check = _check(chat, step)
    chosen = await chat.choose(
        name(step.key),
        prompt,
        choices,
        optional=bool(step.default),
        check=lambda id: None if id == DONT_KNOW else check(tokens.name(id)),
    )
    return "" if chosen == DONT_KNOW else tokens.name(chosen)


async def _many(chat: Chat, step: Step, prompt: Prompt) -> str:
    tokens, check = tokens_of(step.options), _check(chat, step)
    said = MOST.fullmatch(step.item.constraint)
    most = min(int(said[1]), len(tokens.choices)) if said else len(tokens.choices)
    picked = await chat.pick_many(
        name(step.key),
        prompt,
        tokens.choices,
        at_least=int(not _optional(step)),
        at_most=int(step.item.most or most),
        check=lambda ids: check(tokens.names(ids)) if ids else None,
    )
    return tokens.names(picked)


async def _rank(chat: Chat, step: Step, prompt: Prompt) -> str:
    tokens, check = tokens_of(step.options), _check(chat, step)
    order = await chat.rank(
        name(step.key),
        prompt,
        tokens.choices,
        optional=_optional(step),
        check=lambda ids: check(tokens.names(ids)),
    )
    return tokens.names(order)


async def _whole(chat: Chat, step: Step, prompt: Prompt) -> str:
    check = _check(chat, step)
    found = await chat.number(
        name(step.key),
        prompt,
        at_least=-(10**18) + 1,
        at_most=10**18 - 1,
        optional=_optional(step),
        check=lambda number: check(str(number)),
    )
    return "" if found is None else str(found)


async def _decimal(chat: Chat, step: Step, prompt: Prompt) -> str:
    check = _check(chat, step)
    return await chat.decimal(name(step.key), prompt, optional=_optional(step), check=check)


async def _date(chat: Chat, step: Step, prompt: Prompt) -> str:
    check = _check(chat, step)
    return await chat.date(name(step.key), prompt, optional=_optional(step), check=check)


async def _time(chat: Chat, step: Step, prompt: Prompt) -> str:
    check = _check(chat, step)
    return await chat.time(name(step.key), prompt, optional=_optional(step), check=check)


async def _moment(chat: Chat, step: Step, prompt: Prompt) -> str:
    check = _check(chat, step)
    return await chat.date_time(name(step.key), prompt, optional=_optional(step), check=check)


async def _photo(chat: Chat, step: Step, prompt: Prompt) -> str:
    return await chat.photo(name(step.key), prompt, optional=_optional(step))


async def _audio(chat: Chat, step: Step, prompt: Prompt) -> str:
    key = name(step.key)
    return await chat.audio(key, prompt, at_most=WRITTEN, optional=_optional(step))


async def _video(chat: Chat, step: Step, prompt: Prompt) -> str:
    return await chat.video(name(step.key), prompt, optional=_optional(step))


async def _place(chat: Chat, step: Step, prompt: Prompt) -> str:
    found = await chat.place(name(step.key), prompt, optional=_optional(step))
    return f"{found[0]} {found[1]}" if found else ""


async def _acknowledge(chat: Chat, step: Step, prompt: Prompt) -> str:
    agree = [Choice(AGREED, chat.text("needs-agree"))]
    return await chat.choose(name(step.key), prompt, agree, optional=_optional(step))


async def _written(chat: Chat, step: Step, prompt: Prompt) -> str:
    check, key = _check(chat, step), name(step.key)
    return await chat.ask(key, prompt, at_most=WRITTEN, optional=_optional(step), check=check)


_ASK = {
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.RANK: _rank,
    Kind.INTEGER: _whole,
    Kind.DECIMAL: _decimal,
    Kind.RANGE: _decimal,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.MOMENT: _moment,
    Kind.PHOTO: _photo,
    Kind.AUDIO: _audio,
    Kind.VIDEO: _video,
    Kind.PLACE: _place,
    Kind.ACKNOWLEDGE: _acknowledge,
}


async def hold(
    chat: Chat, interview: Interview, sitting: Sitting, mark: str = ""
) -> dict[str, str]:
    """From the first question to the last; the answers by path.  `mark` stands at every step."""
    answers: dict[str, str] = {}
    steps = interview.steps(answers, sitting)
    for step in steps:
        if step.act is Act.TELL:
            chat.say(name(step.key), lines(mark, step.label))
        else:
            unnamed = sitting.unnamed
            answers[step.key] = await ask(chat, step, steps, mark, unnamed=unnamed)
    return answers
