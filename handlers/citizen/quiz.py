"""The questions at the end of a lesson: one at a time, each explained at once.

An answer is kept as it is given, so a quiz may be left for days and nobody can take back an
answer whose explanation they have read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.civic.course import PASS, draw, is_pass, next_lesson, shuffled
from bot.content.course import Answer, Question
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.learning import TEAM, Place, bar, find, home, seminar_of
from storage import academy


@dataclass(frozen=True, slots=True)
class Attempt:
    """The attempt somebody is in: its number, its questions, and what is answered so far."""

    number: int
    asked: list[str]
    done: dict[str, bool]

    @property
    def left(self) -> list[str]:
        return [id for id in self.asked if id not in self.done]


@dataclass(frozen=True, slots=True)
class Answered:
    """One question, as it was answered."""

    place: Place
    question: Question
    picked: frozenset[str]

    @property
    def right(self) -> bool:
        return self.picked == self.question.right


async def script(chat: Chat) -> Answered | Done:
    place = await find(chat.read, chat.subject, chat.me.person, chat.me.language)
    if place is None:
        return Done(chat.text("learn-gone"), links=(home(chat.text),))
    attempt = await current(chat.read, place)
    question = place.lesson.question(attempt.left[0])
    order = shuffled([answer.id for answer in question.answers], f"{chat.subject}{attempt.number}")
    answers = {answer.id: answer for answer in question.answers}
    choices = [Choice(id, answers[id].text, wide=True) for id in order]
    place_of = len(attempt.done) + 1
    asked = chat.text("learn-quiz-ask", place=place_of, count=len(attempt.asked), ask=question.ask)
    # Named by the question: an answer to another one is never taken for this one's.
    if question.several:
        most = len(choices) - 1
        picked = await chat.pick_many(question.id, asked, choices, at_most=most)
    else:
        picked = [await chat.choose(question.id, asked, choices)]
    return Answered(place, question, frozenset(picked))


async def current(read: Any, place: Place) -> Attempt:
    """The attempt that is not finished; a new one after a finished one."""
    lesson = place.lesson
    before: list[dict[str, bool]] = await read(academy.attempts, place.learning.id, lesson.id)
    done = before.pop() if before and len(before[-1]) < lesson.draw else {}
    number = len(before) + 1
    pool = [question.id for question in lesson.questions]
    asked = draw(pool, lesson.draw, f"{place.subject}.{number}", before)
    return Attempt(number, asked, done)


async def apply(session: Any, me: Me, text: Text, result: Answered | Done) -> Outcome:
    if isinstance(result, Done):
        return result

    async def read(query: Any, *args: Any) -> Any:
        return await query(session, *args)

    place, question = result.place, result.question
    attempt = await current(read, place)
    if question.id not in attempt.left:
        return Open("quiz", place.subject)
    quiz = (place.lesson.id, attempt.number)
    await academy.answer(session, place.learning, quiz, (question.id, result.right), me.now)
    said = lines(*_explained(text, result), by="\n\n")
    if len(attempt.left) > 1:
        return Done(said, then=Open("quiz", place.subject))
    right = sum({**attempt.done, question.id: result.right}.values())
    return await _end(session, me, text, place, (said, right))


def _explained(text: Text, result: Answered) -> Iterator[Html]:
    """Why it is right or not: of a wrong answer what is wrong in it, then what is right."""
    answers, picked = result.question.answers, result.picked
    if result.right:
        why = " ".join(answer.why for answer in answers if answer.right)
        yield text("learn-quiz-right", why=why)
        return
    for answer in answers:
        if answer.id in picked and not answer.right:
            yield text("learn-quiz-wrong", why=answer.why)
    for answer in answers:
        if answer.right and answer.id not in picked:
            yield _missing(text, answer, several=result.question.several)


def _missing(text: Text, answer: Answer, *, several: bool) -> Html:
    name = "learn-quiz-missed" if several else "learn-quiz-answer"
    return text(name, answer=answer.text, why=answer.why)


async def _end(session: Any, me: Me, text: Text, place: Place, outcome: tuple[Html, int]) -> Done:
    said, right = outcome
    asked = place.lesson.draw
    if not is_pass(right, asked):
        told = text("learn-quiz-failed", right=right, count=asked, enough=PASS)
        again = (text("learn-quiz-again"), Open("quiz", place.subject))
        reread = (text("learn-quiz-read"), Open("lesson", f"{place.subject}.1"))
        return Done(lines(said, told, by="\n\n"), links=(again, reread))
    await academy.pass_lesson(session, place.learning, place.lesson.id, me.now)
    told = text("learn-quiz-passed", right=right, count=asked)
    ids = [lesson.id for lesson in place.lessons]
    standings = await academy.standings(session, place.learning.id)
    passed = sum(standings[id].passed for id in ids if id in standings)
    far = bar(text, passed, len(ids))
    coming = next_lesson(ids, standings)
    seminar = await seminar_of(lambda query, *args: query(session, *args), me, text, place)
    also = (seminar,) if seminar else ()
    if not coming:
        await academy.finish(session, place.learning, me.now)
        told = lines(told, far, text("learn-quiz-all"), by="\n\n")
        return Done(lines(said, told, by="\n\n"), links=(_beyond(text, place), *also, home(text)))
    number, title = ids.index(coming) + 1, place.course.lessons[coming].title
    onward = Open("lesson", f"{place.learning.id}.{coming}")
    after = text("learn-next", number=number, title=title)
    links = ((text("learn-quiz-next"), onward), *also, home(text))
    return Done(lines(said, told, lines(far, after), by="\n\n"), links=links)


def _beyond(text: Text, place: Place) -> tuple[Html, Open]:
    """After the lessons a citizen gets the certificate, a team its practical work."""
    if place.learning.track == TEAM:
        return text("learn-practicum"), Open("practicum")
    return text("certificate-title"), Open("certificate", str(place.learning.id))


JOURNEYS = (Journey("quiz", script, apply),)
