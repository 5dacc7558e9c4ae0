"""Somebody who answers a survey at random, but only as it may be answered."""

from datetime import date, timedelta
from random import Random

from bot.civic.survey.answers import AGREED, NO, YES
from bot.civic.survey.form import CHOOSING, Kind
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.civic.survey.step import Act, Step

TRIES = 60  # guesses at an answer that satisfies a constraint
TEXTS = (
    "",
    "კი",
    "გზა დაზიანებულია",
    "a b",
    "599123456",
    "0712345678",
    "AB-123",
    "nino@example.ge",
    "x" * 300,
)
DAYS = 40_000  # before and after 1990


def respond(interview: Interview, sitting: Sitting, random: Random) -> dict[str, str]:
    """Answers given to the end.  Fails where a step cannot be shown."""
    answers: dict[str, str] = {}
    for step in interview.steps(answers, sitting):
        shown(step)
        if step.act is not Act.TELL:
            answers[step.key] = reply(step, random)
    return answers


def shown(step: Step) -> None:
    """Everything a chat would show of a step."""
    assert step.key and isinstance(step.label + step.hint + step.default, str)
    assert all(isinstance(heading.label, str) for heading in step.headings)
    if step.kind in CHOOSING and step.act is Act.ASK:
        assert step.options


def reply(step: Step, random: Random) -> str:
    """An answer that is taken; "" where none is found."""
    if step.act is Act.MORE:
        return random.choice((YES, NO))
    if not step.required and random.random() < 0.1:
        return ""
    for _ in range(TRIES):
        if step.refusal(value := guess(step, random)) is None:
            return value
    return ""


def guess(step: Step, random: Random) -> str:
    """Something of the right kind."""
    if step.kind in CHOOSING:
        return _choice(step, random)
    match step.kind:
        case Kind.INTEGER | Kind.RANGE:
            return str(random.choice((random.randint(0, 9), random.randint(-9, 120), 2000)))
        case Kind.DECIMAL:
            return f"{random.uniform(-10, 200):.2f}"
        case Kind.DATE:
            return _day(random)
        case Kind.TIME:
            return f"{random.randrange(24):02}:{random.randrange(60):02}"
        case Kind.MOMENT:
            return f"{_day(random)}T{random.randrange(24):02}:00"
        case Kind.PLACE:
            return f"{random.uniform(41, 43):.5f} {random.uniform(41, 46):.5f}"
        case Kind.ACKNOWLEDGE:
            return AGREED
        case Kind.PHOTO:
            return f"photo-{random.randrange(1000)}"
        case Kind.AUDIO:
            return random.choice((f"{random.getrandbits(64):016x}.ogg", *TEXTS))
        case Kind.VIDEO:
            return f"{random.getrandbits(64):016x}.mp4"
    return random.choice(TEXTS)


def _choice(step: Step, random: Random) -> str:
    ids = [option.id for option in step.options]
    if step.kind is Kind.ONE:
        return random.choice(ids)
    count = len(ids) if step.kind is Kind.RANK else random.randint(1, len(ids))
    return " ".join(random.sample(ids, count))


def _day(random: Random) -> str:
    return (date(1990, 1, 1) + timedelta(days=random.randint(-DAYS // 2, DAYS // 2))).isoformat()
