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
SLIP, BACK = 0.02, 0.05


class Leaves(Exception):
    """Whoever is asked has no answer and goes."""


def words(name: str) -> str:
    return TEXTS.text(LANGUAGE, name).plain()


async def interviewed(
    guest: Guest, interview: Interview, sitting: Sitting, random: Random
) -> dict[str, str]:
    """From the survey's first page to the thanks; what the bot must have stored.

    Now and then somebody sends what is no answer, or goes back and answers again.
    Raises Leaves where a guess never satisfies a required question.
    """
    await guest.press(words("needs-begin"))
    mirror = Mirror(interview, sitting)
    while step := mirror.step():
        if random.random() < SLIP:
            await guest.sticker()
        if mirror.may_go_back() and random.random() < BACK:
            await guest.press(words("core-back"))
            mirror.back()
        else:
            mirror.answer(await _answer(guest, step, random))
    await guest.press(words("needs-send"))
    return interview.cleaned(mirror.answers, sitting)


class Mirror:
    """The interview as the bot must be holding it."""

    def __init__(self, interview: Interview, sitting: Sitting) -> None:
        self._interview, self._sitting = interview, sitting
        self._asked: list[Step] = []
        self._begin({})

    def _begin(self, answers: dict[str, str]) -> None:
        self.answers = answers
        steps = self._interview.steps(self.answers, self._sitting)
        self._steps = (step for step in steps if step.act is not Act.TELL)
        self._step = next(self._steps, None)

    def step(self) -> Step | None:
        """What the bot asks now."""
        return self._step

    def answer(self, value: str) -> None:
        """Go on with the next step."""
        assert self._step is not None
        self._asked.append(self._step)
        self.answers[self._step.key] = value
        self._step = next(self._steps, None)

    def may_go_back(self) -> bool:
        """Lists are left alone, for they keep what was ticked in them."""
        return bool(self._asked) and self._asked[-1].kind not in (Kind.MANY, Kind.RANK)

    def back(self) -> None:
        """Forget the last answer."""
        said, asked = self.answers, self._asked[:-1]
        self._asked = []
        self._begin({})
        for step in asked:
            self.answer(said[step.key])


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
