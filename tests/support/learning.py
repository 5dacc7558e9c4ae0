"""Somebody who goes through the Academy's lessons, and knows the right answers where they want."""

import re

from bot.content.course import Action, Course, Lesson, Question, course
from bot.simulator.phone import Shown
from tests.support.golden import Record
from tests.support.world import Guest

TICKS = 3  # at most, of a question with several right answers
CITIZEN = "მოქალაქისთვის"
COUNTED = re.compile(r"კითხვა \d+/\d+\. (.+)", re.DOTALL)


def content(language: str = "ka") -> Course:
    return course("participation", 1, language)


def last(who: Guest | Record) -> Shown:
    return _guest(who).last()


def _guest(who: Guest | Record) -> Guest:
    return who.guest if isinstance(who, Record) else who


async def choose(who: Guest | Record, label: str) -> None:
    """Press the button with this label, or its number where labels are listed in the text."""
    if any(button.startswith(label[:30]) for button in who.buttons()):
        await who.press(label[:30])
        return
    # Between ticks Viber's list stands further up.
    texts = [shown.text for shown in _guest(who).screen()[: -TICKS - 2 : -1]]
    found = (
        re.search(rf"^(?:✅ )?(\d+)\. {re.escape(label)}", text, re.MULTILINE) for text in texts
    )
    listed = next(filter(None, found), None)
    assert listed, f"{label!r} is not offered: {texts}"
    await (who.press if listed[1] in who.buttons() else who.say)(listed[1])


async def begin(who: Guest | Record, track: str = CITIZEN) -> None:
    await who.say("მენიუ")
    await who.say("აკადემია")
    await choose(who, track)


async def read(who: Guest | Record, lesson: Lesson, *, cards: int | None = None) -> None:
    """Turn the cards, all of them or so many, without leaving the last one."""
    for _ in range(len(lesson.cards) - 1 if cards is None else cards):
        await choose(who, "შემდეგი ბარათი")


async def do_task(who: Guest | Record, action: Action) -> None:
    """Do a lesson's task, whatever it is."""
    await choose(who, "დავალება →")
    match action.kind:
        case "choose":
            await choose(who, action.answers[0].text)
        case "write":
            await who.say("რა უჭირს თქვენს ქუჩას ყველაზე მეტად?")
        case "fill":
            for number, _ in enumerate(action.told["fields"], 1):
                await who.say(f"პასუხი {number}")
        case "tick":
            for _ in action.told["conditions"]:
                await choose(who, "დიახ")
        case "shares":
            for _ in action.told["fields"]:
                await who.say("3")
        case "ballot":
            await who.say("1 3")
            await choose(who, "✓ მზადაა")
        case kind:
            assert kind == "open"


def asked(who: Guest | Record, lesson: Lesson) -> Question:
    """The question that is on the screen."""
    found = COUNTED.search(last(who).text)
    assert found, last(who).text
    return next(one for one in lesson.questions if found[1].startswith(one.ask))


async def answer(who: Guest | Record, lesson: Lesson, *, rightly: bool = True) -> None:
    """Answer the question on the screen."""
    question = asked(who, lesson)
    picked = [one.text for one in question.answers if one.right is rightly]
    if not question.several:
        await choose(who, picked[0])
        return
    for text in picked:
        await choose(who, text)
    await choose(who, "✓ მზადაა")


async def take_quiz(who: Guest | Record, lesson: Lesson, *, wrong: int = 0) -> None:
    """All questions of an attempt, the first so many wrongly."""
    await choose(who, "კითხვები")
    for place in range(lesson.draw):
        await answer(who, lesson, rightly=place >= wrong)


async def learn(who: Guest | Record, lesson: Lesson, *, cards: int | None = None) -> None:
    """A whole lesson from the card in view, with its task, to the passed quiz."""
    await read(who, lesson, cards=cards)
    await do_task(who, lesson.action)
    await take_quiz(who, lesson)
