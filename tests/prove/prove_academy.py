"""The Academy at full size: its content, its learners, their certificates, the days of answers."""

import asyncio
import os
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

import aiohttp
from hypothesis import settings
from sqlalchemy import func, select

import handlers
from bot.civic.codes import ALPHABET
from bot.clock import SystemClock
from bot.content import course_checks, handbook_check
from bot.content.course import Lesson
from bot.content.handbook import LOCALES
from storage import certificates, demo
from storage.certificates import Paper, Verdict
from storage.conduct import By
from storage.demo.place import DEMO
from storage.engine import Database, Secrets
from storage.tables.academy import Learner
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_assist import opens
from tests.dialogues.test_certificate import latest, own_learner, pixels
from tests.dialogues.test_linking import show_code
from tests.dialogues.test_prints import files, opened
from tests.prove.report import Report
from tests.rules import handbook_questions as asked
from tests.rules import test_answering as days
from tests.rules.test_relevance import FIRST, LEAST, missed
from tests.storage.test_question_dates import NEAR, TBILISI, WARSAW, heard_of, inhabited
from tests.support import camera, databases
from tests.support.acts import arrive, join
from tests.support.learning import answer, begin, choose, content, do_task, last, read
from tests.support.postgres import VARIABLE
from tests.support.town import tables
from tests.support.world import Guest, World

TITLE = "The Academy: content, learners who change messengers, certificates, days of answers"
LEARNERS = 15  # on each database
STORIES = 200  # questions on each database
CASES = 3_000  # of every rule about working days
FORENAMES = [
    "ნინო",
    "გიორგი",
    "მარიამ",
    "დავით",
    "ანა",
    "ლუკა",
    "ელენე",
    "სანდრო",
    "თამარ",
    "ზურაბ",
]
SURNAMES = ["ბერიძე", "კაპანაძე", "ლომიძე", "გელაშვილი", "მაისურაძე", "წიკლაური", "ჯაფარიძე"]
RULES: Sequence[Callable[[], None]] = (
    days.test_an_answer_is_due_on_the_last_of_so_many_working_days,
    days.test_a_late_answer_comes_up_on_the_first_working_day_after_its_last_one,
    days.test_reminders_come_the_working_day_before_on_the_day_and_after_it,
    days.test_counting_between_and_going_back_undo_counting_on,
)


async def prove(report: Report) -> None:
    _content(report)
    _search(report)
    await asyncio.to_thread(_working_days, report)
    with tempfile.TemporaryDirectory() as folder:
        async for name, address in _databases(folder):
            await _late_answers(report, name, address)
        async for name, address in _databases(folder):
            await _class(report, name, address, Path(tempfile.mkdtemp(dir=folder)))


async def _databases(folder: str) -> AsyncIterator[tuple[str, str]]:
    """New ones with all tables."""
    address = f"sqlite:///{tempfile.mkdtemp(dir=folder)}/academy.db"
    await tables(address)
    yield "SQLite", address
    given = os.environ[VARIABLE]
    address = await databases.copy(given, databases.sibling(given, "academy"))
    await tables(address)
    yield "PostgreSQL", address
    await databases.drop(address)


def _content(report: Report) -> None:
    lessons = content().lessons.values()
    cards = sum(len(lesson.cards) for lesson in lessons)
    questions = sum(len(lesson.questions) for lesson in lessons)
    report.figure(
        "lessons, cards, questions of the course", f"{len(lessons)}, {cards}, {questions}"
    )
    today = SystemClock().now().date()
    entries, wrong = handbook_check.problems(LOCALES, handlers.journeys(), today)
    report.figure("entries of the handbook", entries)
    for problem in (*course_checks.problems(), *wrong):
        report.fail(problem)


def _search(report: Report) -> None:
    sets = {"ka": asked.KA, "en": asked.EN, "ka, new": asked.HELD_KA, "en, new": asked.HELD_EN}
    for name, questions in sets.items():
        found = len(questions) - len(missed(questions))
        report.figure(
            f"handbook, {name}: right entry in the first {FIRST}", f"{found} of {len(questions)}"
        )
        if found < LEAST * len(questions):
            report.fail(f"handbook, {name}: {found} of {len(questions)}")


def _working_days(report: Report) -> None:
    for rule in RULES:
        settings(max_examples=CASES, deadline=None)(rule)()
    report.line(
        f"Each of {len(RULES)} rules about working days holds in {CASES:,} cases against a calendar"
        " told in other words: holidays, Easter, weekends, a town's own days off."
    )


async def _late_answers(report: Report, name: str, address: str) -> None:
    """Who hears of a question that waits, by the real schedule."""
    chance = Random(name)
    database = Database(address, secrets=Secrets(b"an identity key for a proof", Path("unused")))
    town = await inhabited(database)
    for _ in range(STORIES):
        start = chance.choice(NEAR) + timedelta(days=chance.randrange(-3, 4))
        off = set(chance.sample(range(1, 26), chance.randrange(5)))
        zone, promised = chance.choice([TBILISI, WARSAW]), chance.choice([1, 2, 3, 10, 15])
        asked_after, waits = chance.randrange(9 * 48), chance.randrange(40 * 48)
        await heard_of(town, zone, start, asked_after, promised, off, waits)
    await database.close()
    report.figure(f"{name}: questions whose letters came on the right days", STORIES)


@asynccontextmanager
async def _house(address: str, folder: Path) -> AsyncIterator[World]:
    world = await World.open(address, folder)
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    try:
        yield world
    finally:
        await world.close()


async def _class(report: Report, name: str, address: str, folder: Path) -> None:
    """Learners with wrong answers and a change of messenger, each to a certificate."""
    chance = Random(name)
    async with _house(address, folder) as world:
        learned = [await _learned(world, chance, number) for number in range(LEARNERS)]
        async with world.database.reading() as session:
            ended = select(func.count(), func.count(Learner.finished_at)).select_from(Learner)
            begun, finished = (await session.execute(ended)).one()
        report.figure(f"{name}: learners, to the end of the track", f"{begun}, {finished}")
        if begun != LEARNERS or finished != LEARNERS:
            report.fail(f"{name}: {begun} began and {finished} finished")
        papers = [await _certificate(world, guest, _name(chance)) for guest in learned]
        report.figure(f"{name}: QR codes read back, in PDF and picture", 2 * len(papers))
        await _forged(report, name, world, papers)
        await _revoked(report, name, world, [paper for paper, _ in papers])


async def _learned(world: World, chance: Random, number: int) -> Guest:
    """Somebody who has passed all lessons; the phone in hand at the end."""
    phones = [world.telegram(f"T{number}"), world.viber(f"V{number}")]
    chance.shuffle(phones)
    now, other = phones
    lessons = content().of("citizen")
    changes = chance.randrange(1, len(lessons))
    await join(now)
    await begin(now)
    for place, lesson in enumerate(lessons):
        turned = 0
        if place == changes:
            turned = chance.randrange(len(lesson.cards))
            await read(now, lesson, cards=turned)
            now = await _changed(now, other)
        await read(now, lesson, cards=len(lesson.cards) - 1 - turned)
        if chance.random() < 0.7:
            await do_task(now, lesson.action)
            await choose(now, "კითხვები")
        else:
            await choose(now, "დავალების გარეშე")
        await _pass(now, lesson, chance)
        if lesson is not lessons[-1]:
            await choose(now, "შემდეგი გაკვეთილი")
    return now


async def _changed(before: Guest, after: Guest) -> Guest:
    """The other messenger, at the same card."""
    shown = last(before).text
    await arrive(after)
    await after.say(await show_code(before))
    await after.press("დიახ")
    await after.say("მენიუ")
    await after.say("აკადემია")
    await choose(after, "გაგრძელება")
    assert last(after).text == shown
    return after


async def _pass(who: Guest, lesson: Lesson, chance: Random) -> None:
    """Sometimes after a quiz that was not enough."""
    failed = chance.random() < 0.3
    for _ in range(lesson.draw):
        await answer(who, lesson, rightly=not failed)
    if failed:
        await choose(who, "ხელახლა ცდა")
        for _ in range(lesson.draw):
            await answer(who, lesson)


def _name(chance: Random) -> str:
    return f"{chance.choice(FORENAMES)} {chance.choice(SURNAMES)}"


async def _certificate(world: World, guest: Guest, name: str) -> tuple[Paper, str]:
    """A certificate, whose codes another program has read."""
    learner = await own_learner(world, guest)
    await opens(world, guest, f"certificate:{learner}")
    await guest.say(name)
    await guest.press("✓ სწორია")
    await guest.press("ქართულად")
    await world.tick()
    paper = await latest(world, learner)
    link = f"{world.app.media.public_url}/certificates/{paper.code}"
    pdf = camera.rendered(await opened(world, files(guest)[-1]))[0]
    picture = next(shown for shown in reversed(guest.screen()) if shown.picture)
    image = camera.opened(await pixels(world, picture))
    assert [camera.codes(pdf), camera.codes(image)] == [[link], [link]]
    assert "ნამდვილია" in await _page(link)
    return paper, name


async def _page(link: str) -> str:
    async with aiohttp.ClientSession() as client, client.get(link) as said:
        return await said.text()


async def _forged(
    report: Report, name: str, world: World, papers: Sequence[tuple[Paper, str]]
) -> None:
    """Every code with one other sign, and every name of somebody else or with a letter less."""
    found: Counter[bool] = Counter()
    real = {paper.code for paper, _ in papers}
    async with world.database.reading() as session:
        for code in {other for paper, _ in papers for other in _changes(paper.code)} - real:
            found[(await certificates.check(session, code))[0] is Verdict.UNKNOWN] += 1
        names = {right for _, right in papers}
        for paper, right in papers:
            assert await certificates.matches(session, paper, right)
            for other in (names | {right[:-1], right[1:]}) - {right}:
                found[not await certificates.matches(session, paper, other)] += 1
    told = f"{found[True]:,} of {found.total():,}"
    report.figure(f"{name}: changed codes and names that were refused", told)
    if found[False]:
        report.fail(f"{name}: {found[False]} changed codes or names were believed")


def _changes(code: str) -> set[str]:
    places = [at for at, sign in enumerate(code) if sign != "-"]
    return {code[:at] + sign + code[at + 1 :] for at in places for sign in ALPHABET}


async def _revoked(report: Report, name: str, world: World, papers: Sequence[Paper]) -> None:
    chief = world.telegram("ეკა")
    await join(chief)
    by = By(await id_of(world, chief), DEMO, world.clock.now())
    ended = papers[::2]
    async with world.database.writing() as session:
        for paper in ended:
            assert await certificates.revoke(session, paper, by, "გაკვეთილები სხვამ გაიარა.")
    async with world.database.reading() as session:
        verdicts = [(await certificates.check(session, paper.code))[0] for paper in papers]
    wanted = [Verdict.REVOKED if paper in ended else Verdict.VALID for paper in papers]
    report.figure(f"{name}: revoked, and they say so", f"{len(ended)} of {len(papers)}")
    if verdicts != wanted:
        report.fail(f"{name}: {verdicts}")
