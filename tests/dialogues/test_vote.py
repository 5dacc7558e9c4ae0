"""Voting as people see it on both messengers."""

import re
from itertools import count

import pytest
from sqlalchemy import func, select, update

from storage import conduct
from storage.conduct import By
from storage.demo import VOTE_DOOR
from storage.demo.place import DEMO
from storage.engine import secrets_of
from storage.staff import grant
from storage.tables.people import Account, Person, Role
from storage.tables.votes import Ballot, Electorate
from tests.dialogues.test_arriving import id_of, join_in_words
from tests.support import golden
from tests.support.acts import arrive, forge, join
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])

VOTE = 1
BEGIN, DONE, YES = "ხმის მიცემა", "✓ მზადაა", "დიახ, ვადასტურებ"
NUMBERS = count(100)
RECEIPT = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")


async def chosen(world: World) -> list[list[str]]:
    async with world.database.reading() as session:
        return sorted((await session.execute(select(Ballot.choices))).scalars())


async def begin(guest: Guest | golden.Record) -> None:
    """To the list of projects, as somebody who comes from the poster."""
    if isinstance(guest, Guest):
        await join(guest, code=VOTE_DOOR)
        await guest.press(BEGIN)
        await guest.share_phone(own_number())
    else:
        await join_in_words(guest, VOTE_DOOR)
        await guest.press(BEGIN)
        await guest.share_phone()


def own_number() -> str:
    """A number nobody else has, on either messenger."""
    return f"+995577{next(NUMBERS):06}"


async def confirm(guest: Guest | golden.Record, picks: str) -> None:
    await guest.say(picks)
    await guest.press(DONE)
    await guest.press(YES)


async def cast(guest: Guest, picks: str) -> str:
    """Vote; the receipt."""
    await begin(guest)
    await confirm(guest, picks)
    return receipt(guest.last().text)


def receipt(said: str) -> str:
    found = RECEIPT.search(said)
    assert found, said
    return found[0]


def check(record: golden.Record, name: str) -> None:
    """Receipts are random."""
    record.lines = [RECEIPT.sub("7K9A-NFMJ", line) for line in record.lines]
    record.check(name)


async def by_staff(world: World) -> By:
    async with world.database.reading() as session:
        person = (await session.execute(select(Role.person_id).limit(1))).scalar_one()
    return By(person, DEMO, world.clock.now())


@both
async def test_from_the_poster_to_the_receipt(demo_world: World, messenger: str):
    record = golden.Record(demo_world.guest(messenger))
    await begin(record)
    await record.say("3 7")
    await record.press("5")
    await record.press(DONE)
    await record.press("არა, შევცვლი")
    await record.say("5")
    await record.say("1")
    await record.press(DONE)
    await record.press(YES)
    check(record, f"vote_{messenger}")
    assert await chosen(demo_world) == [["1", "3", "7"]]


@both
async def test_coming_back_to_change_the_vote(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    before = await cast(guest, "3 7")
    record = golden.Record(guest)
    await record.say("მენიუ")
    await record.press(next(key for key in record.buttons() if "ხმის შეცვლა:" in key))
    await record.press("ხმის შეცვლა")
    await confirm(record, "2")
    check(record, f"vote_changed_{messenger}")
    assert receipt(guest.last().text) == before
    assert await chosen(demo_world) == [["2"]]


@both
async def test_reading_the_projects_first_and_keeping_the_picks(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await begin(guest)
    await guest.say("3")
    for _ in range(2):
        await guest.say("უკან")
    record = golden.Record(guest)
    await record.press("ჯერ პროექტებს")
    await record.say("6")
    await record.press("შემდეგი პროექტი")
    await record.press("პროექტების სია")
    await record.say("2")
    await record.press(BEGIN)
    check(record, f"vote_reading_{messenger}")


async def test_one_phone_on_both_messengers_is_one_voter(demo_world: World):
    nino, again = demo_world.telegram(), demo_world.viber("ნინო")
    number = "+995599123456"
    for guest, picks in ((nino, "3"), (again, "4 5")):
        await join(guest, code=VOTE_DOOR)
        await guest.press(BEGIN)
        await guest.share_phone(number)
        if guest is again:
            assert "ორივე მესენჯერი" in again.last().text
            await again.press(BEGIN)
            await again.press("ხმის შეცვლა")
        await confirm(guest, picks)
    assert "ხმა შეცვლილია" in again.last().text
    assert await chosen(demo_world) == [["4", "5"]]
    async with demo_world.database.reading() as session:
        voters = (await session.execute(select(Electorate.person_id))).scalars().all()
        accounts = select(func.count()).where(Account.person_id == voters[0])
        assert (await session.execute(accounts)).scalar_one() == 2


async def test_a_number_of_staff_does_not_join_another_messenger(demo_world: World):
    nino, again = demo_world.telegram(), demo_world.viber("ნინო")
    await begin_with_phone(nino)
    async with demo_world.database.writing() as session:
        owner = select(Person.id).where(Person.phone_key.is_not(None))
        person = (await session.execute(owner)).scalar_one()
        await grant(session, person, DEMO, "partner", demo_world.clock.now())
    await begin_with_phone(again)
    assert "თანამშრომლის ანგარიშს" in again.last().text


async def test_a_number_is_not_taken_while_the_vote_is_paused(demo_world: World):
    nino, again = demo_world.telegram(), demo_world.viber("ნინო")
    for guest, number in ((nino, "+995599123456"), (again, "+995599654321")):
        await begin_with_phone(guest, number)
        await confirm(guest, "3")
    async with demo_world.database.writing() as session:
        moved = update(Person).where(Person.id == await id_of(demo_world, again))
        await session.execute(moved.values(phone_key=None))
        folder = secrets_of(session).vote_keys
    await arrive(again, VOTE_DOOR)
    await again.press("ხმის შეცვლა")
    next(folder.iterdir()).unlink()
    await again.share_phone("+995599123456")
    assert "ტექნიკური მიზეზით" in again.last().text


async def begin_with_phone(guest: Guest, number: str = "+995599123456") -> None:
    await join(guest, code=VOTE_DOOR)
    await guest.press(BEGIN)
    await guest.share_phone(number)


@both
async def test_a_phone_that_is_not_ones_own_is_not_taken(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await join(guest, code=VOTE_DOOR)
    await guest.press(BEGIN)
    await guest.say("599123456")
    assert "ნომერს ნუ აკრეფთ" in guest.last().text
    assert await chosen(demo_world) == []


@both
async def test_a_withdrawn_project_is_taken_off_with_its_reason(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await begin(guest)
    await guest.say("3 7")
    await guest.press(DONE)
    async with demo_world.database.writing() as session:
        by = await by_staff(demo_world)
        await conduct.withdraw(session, VOTE, by, 7, {"ka": "მიწა კერძოა"})
    record = golden.Record(guest)
    await record.press(YES)
    await record.press(DONE)
    await record.press(YES)
    check(record, f"vote_withdrawn_{messenger}")
    assert await chosen(demo_world) == [["3"]]


@both
async def test_without_the_key_nobody_votes_and_everybody_is_told(
    demo_world: World, messenger: str, caplog: pytest.LogCaptureFixture
):
    guest = demo_world.guest(messenger)
    await begin(guest)
    await guest.say("3")
    await guest.press(DONE)
    folder = demo_world.app.media._folder.parent / "vote-keys"
    for key in folder.iterdir():
        key.rename(key.with_suffix(".away"))
    await guest.press(YES)
    assert "ხმებს ახლა ვერ ვიღებთ" in guest.last().text
    assert await chosen(demo_world) == []
    assert "key of process" in caplog.text


@both
async def test_who_lives_elsewhere_is_told_so(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await join(guest)
    async with demo_world.database.writing() as session:
        await session.execute(update(Person).values(municipality_id="gori"))
    await forge(demo_world, f"vote:{VOTE}")
    await guest.press("go")
    assert "სხვა მუნიციპალიტეტშია" in guest.last().text


@both
async def test_a_stopped_vote_says_so(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await begin(guest)
    await guest.say("3")
    await guest.press(DONE)
    async with demo_world.database.writing() as session:
        by = await by_staff(demo_world)
        await conduct.stop(session, VOTE, by, "a wrong number on the posters")
    await guest.press(YES)
    assert "შეჩერებულია" in guest.last().text
    assert await chosen(demo_world) == []
