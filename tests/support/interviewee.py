"""Somebody with a phone who answers a survey at random, the interview beside it as a mirror."""

from collections.abc import Awaitable, Callable, Iterable
from decimal import Decimal
from random import Random

from bot.civic.survey.answers import YES, is_recording
from bot.civic.survey.form import Kind
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.civic.survey.step import Act, Step
from bot.spoken import canonical
from handlers.parts.survey_words import shown
from tests.support.photos import photo
from tests.support.recordings import VIDEO, VOICE
from tests.support.respondent import reply
from tests.support.world import TEXTS, Guest

LANGUAGE = "ka"


class Leaves(Exception):
    """Whoever is asked has no answer and goes."""


def words(name: str) -> str:
    return TEXTS.text(LANGUAGE, name).plain()


async def interviewed(
    guest: Guest, interview: Interview, sitting: Sitting, random: Random
) -> dict[str, str]:
    """From the survey's first page to the thanks; what the bot must have stored.

    Raises Leaves where a guess never satisfies a required question.
    """
    await guest.press(words("needs-begin"))
    answers: dict[str, str] = {}
    for step in interview.steps(answers, sitting):
        if step.act is not Act.TELL:
            answers[step.key] = await _answer(guest, step, random)
    await guest.press(words("needs-send"))
    return interview.cleaned(answers, sitting)


async def _answer(guest: Guest, step: Step, random: Random) -> str:
    value = _written(step.kind, reply(step, random))
    if step.act is Act.MORE:
        await guest.press(words("needs-more-yes" if value == YES else "needs-more-no"))
    elif value:
        await _ACTS.get(step.kind, _say)(guest, step, value)
    elif step.required and not step.default:
        raise Leaves
    else:
        return await _skip(guest, step)
    return value


def _written(kind: Kind, value: str) -> str:
    """The one way in which the bot writes a number or a place down."""
    if kind in (Kind.DECIMAL, Kind.RANGE) and value:
        return canonical(Decimal(value))
    return " ".join(str(float(part)) for part in value.split()) if kind is Kind.PLACE else value


async def _skip(guest: Guest, step: Step) -> str:
    if step.kind is Kind.MANY:
        await guest.press(words("core-done"))
    elif step.kind is Kind.ONE and not step.default:
        await guest.say(words("needs-dont-know"))  # where labels are long its button is a number
    elif step.kind is Kind.PLACE:
        await guest.say(words("core-skip"))  # Telegram's key for it, not an older message's button
    else:
        await guest.press(words("core-skip"))
    return step.default


async def _say(guest: Guest, step: Step, value: str) -> None:
    await guest.say(shown(step.kind, value))


async def _numbers(guest: Guest, step: Step, ids: Iterable[str]) -> None:
    places = {option.id: str(place) for place, option in enumerate(step.options, 1)}
    await guest.say(" ".join(places[id] for id in ids))


async def _one(guest: Guest, step: Step, value: str) -> None:
    await _numbers(guest, step, [value])


async def _many(guest: Guest, step: Step, value: str) -> None:
    await _numbers(guest, step, value.split())
    await guest.press(words("core-done"))


async def _rank(guest: Guest, step: Step, value: str) -> None:
    if len(step.options) > 1:
        await _numbers(guest, step, value.split())


async def _place(guest: Guest, step: Step, value: str) -> None:
    latitude, longitude = map(float, value.split()[:2])
    await guest.share_place(latitude, longitude)


async def _photo(guest: Guest, step: Step, value: str) -> None:
    await guest.photo(photo())


async def _audio(guest: Guest, step: Step, value: str) -> None:
    if is_recording(value):
        await guest.file("voice.ogg", VOICE)  # as it can be sent on every messenger
    else:
        await _say(guest, step, value)


async def _video(guest: Guest, step: Step, value: str) -> None:
    await guest.video(VIDEO)


async def _agree(guest: Guest, step: Step, value: str) -> None:
    await guest.press(words("needs-agree"))


_ACTS: dict[Kind, Callable[[Guest, Step, str], Awaitable[None]]] = {
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.RANK: _rank,
    Kind.PLACE: _place,
    Kind.PHOTO: _photo,
    Kind.AUDIO: _audio,
    Kind.VIDEO: _video,
    Kind.ACKNOWLEDGE: _agree,
}
