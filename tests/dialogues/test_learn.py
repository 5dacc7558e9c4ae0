"""Learning at the Academy: cards, tasks and quizzes, stopped and gone on with anywhere."""

from datetime import datetime

import pytest
from sqlalchemy import func, select

from storage import academy
from storage.tables.academy import Learner, QuizAnswer
from storage.tables.mail import Letter
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_linking import show_code
from tests.support import golden
from tests.support.acts import arrive, join
from tests.support.announcing import pass_time
from tests.support.learning import (
    answer,
    asked,
    begin,
    choose,
    content,
    do_task,
    learn,
    read,
    take_quiz,
)
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def finished_at(world: World, guest: Guest) -> datetime | None:
    found = await learnings(world, guest)
    return found[0].finished_at


async def learnings(world: World, guest: Guest) -> list[academy.Learning]:
    async with world.database.reading() as session:
        return await academy.learnings(session, await id_of(world, guest))


@both
async def test_a_first_lesson(demo_world: World, messenger: str):
    nino, first = demo_world.guest(messenger), content().of("citizen")[0]
    await join(nino)
    record = golden.Record(nino)
    await begin(record)
    await read(record, first)
    await choose(record, "← წინა")
    await choose(record, "შემდეგი ბარათი")
    await do_task(record, first.action)
    await take_quiz(record, first, wrong=1)
    await choose(record, "ხელახლა ცდა")
    for _ in range(first.draw):
        await answer(record, first)
    await choose(record, "აკადემიის გვერდი")
    await choose(record, "ყველა გაკვეთილი")
    record.check(f"learn_first_{messenger}")


@both
async def test_every_lesson_of_the_team_track_can_be_learned(demo_world: World, messenger: str):
    nino, lessons = demo_world.guest(messenger), content().of("team")
    await join(nino)
    await begin(nino, "მუნიციპალიტეტის გუნდისთვის")
    for lesson in lessons:
        await learn(nino, lesson)
        if lesson is not lessons[-1]:
            await choose(nino, "შემდეგი გაკვეთილი")
    assert "10/10" in nino.last().text and "გილოცავთ" in nino.last().text
    assert await finished_at(demo_world, nino) is not None


async def test_a_track_begun_on_telegram_is_finished_on_viber(demo_world: World):
    nino, same = demo_world.telegram("ნინო"), demo_world.viber("ნინო")
    lessons = content().of("citizen")
    await join(nino)
    await begin(nino)
    for lesson in lessons[:4]:
        await learn(nino, lesson)
        await choose(nino, "შემდეგი გაკვეთილი")
    await read(nino, lessons[4], cards=2)
    shown = nino.last().text
    await arrive(same)
    await same.say(await show_code(nino))
    await same.press("დიახ")
    await same.say("მენიუ")
    await same.say("აკადემია")
    assert f"5. {lessons[4].title}" in same.last().text
    await choose(same, "გაგრძელება")
    assert same.last().text == shown
    await learn(same, lessons[4], cards=len(lessons[4].cards) - 3)
    for lesson in lessons[5:]:
        await choose(same, "შემდეგი გაკვეთილი")
        await learn(same, lesson)
    assert "9/9" in same.last().text
    assert await finished_at(demo_world, same) is not None


async def test_a_quiz_left_for_days_goes_on_at_the_next_question(demo_world: World):
    nino, first = demo_world.telegram("ნინო"), content().of("citizen")[0]
    await join(nino)
    await begin(nino)
    await read(nino, first)
    await choose(nino, "დავალების გარეშე")
    before = asked(nino, first)
    await answer(nino, first)
    now = asked(nino, first)
    assert now != before
    await pass_time(demo_world, days=40)
    await nino.say("მენიუ")
    await nino.say("აკადემია")
    await choose(nino, "გაგრძელება")
    await choose(nino, "დავალების გარეშე")
    assert asked(nino, first) == now and "2/3" in nino.last().text


async def test_an_answer_whose_explanation_was_read_stands(demo_world: World):
    nino, first = demo_world.telegram("ნინო"), content().of("citizen")[0]
    await join(nino)
    await begin(nino)
    await read(nino, first)
    await choose(nino, "დავალების გარეშე")
    message, question = nino.last(), asked(nino, first)
    wrong = next(one for one in question.answers if not one.right)
    right = next(one for one in question.answers if one.right)
    await nino.press(wrong.text[:30])
    await nino.press(right.text[:30], message=message)
    async with demo_world.database.reading() as session:
        rows = select(QuizAnswer.question, QuizAnswer.right)
        assert [tuple(row) for row in await session.execute(rows)] == [(question.id, False)]


@both
async def test_a_learner_who_stops_is_asked_back_twice(demo_world: World, messenger: str):
    nino, first = demo_world.guest(messenger), content().of("citizen")[0]
    await join(nino)
    await begin(nino)
    await read(nino, first, cards=1)
    record = golden.Record(nino)
    await pass_time(demo_world, days=4)
    assert nino.last().text != "" and "გელოდებათ" not in nino.last().text
    await pass_time(demo_world, days=1, minutes=1)
    record.wait("five days later")
    await record.press("გაგრძელება")
    record.check(f"learn_nudge_{messenger}")
    for days, letters in ((6, 1), (21, 2), (90, 2)):
        await pass_time(demo_world, days=days)
        assert await nudges(demo_world) == letters


async def test_whoever_does_not_want_to_be_asked_back_is_not(demo_world: World):
    nino = demo_world.telegram("ნინო")
    await join(nino)
    await begin(nino)
    await nino.say("მენიუ")
    await nino.say("რაზე მომწეროთ")
    await nino.press("სწავლა")
    await nino.press("ნუ მომწერთ")
    heard = nino.heard
    await pass_time(demo_world, days=60)
    assert nino.heard == heard


async def nudges(world: World) -> int:
    async with world.database.reading() as session:
        query = select(func.count()).select_from(Letter).where(Letter.topic == "learning")
        return int((await session.execute(query)).scalar_one())


async def test_two_people_who_are_one_have_passed_what_either_has(demo_world: World):
    nino, same = demo_world.telegram("ნინო"), demo_world.viber("ნინო")
    lessons = content().of("citizen")
    for guest in (nino, same):
        await join(guest)
        await begin(guest)
    await learn(nino, lessons[0])
    await choose(same, "ყველა გაკვეთილი")
    await same.say("2")
    await learn(same, lessons[1])
    await same.say(await show_code(nino))
    await same.press("დიახ")
    await same.say("მენიუ")
    await same.say("აკადემია")
    assert "2/9" in same.last().text and f"3. {lessons[2].title}" in same.last().text
    async with demo_world.database.reading() as session:
        assert (await session.execute(select(func.count()).select_from(Learner))).scalar() == 1


async def test_the_next_lesson_goes_on_where_it_was_left(demo_world: World):
    nino, lessons = demo_world.telegram("ნინო"), content().of("citizen")
    await join(nino)
    await begin(nino)
    await choose(nino, "ყველა გაკვეთილი")
    await nino.press("2")
    await read(nino, lessons[1], cards=3)
    left = nino.last().text
    await choose(nino, "ყველა გაკვეთილი")
    await nino.press("1")
    await learn(nino, lessons[0])
    await choose(nino, "შემდეგი გაკვეთილი")
    assert nino.last().text == left
    await choose(nino, "ყველა გაკვეთილი")
    await nino.press("1")
    assert "რატომ ღირს ჩართვა" in nino.last().text


async def test_a_lesson_of_somebody_else_is_not_there(demo_world: World):
    nino, gia = demo_world.telegram("ნინო"), demo_world.telegram("გია")
    await join(nino)
    await begin(nino)
    await join(gia)
    await begin(gia)
    mine = (await learnings(demo_world, nino))[0].id
    async with demo_world.database.reading() as session:
        assert await academy.learning(session, mine, await id_of(demo_world, gia)) is None
