"""The ballot of two parts: the voter's village first, then the whole municipality."""

import pytest
from sqlalchemy import select

from storage import conduct
from storage.tables.votes import Ballot
from tests.dialogues.test_vote import (
    BEGIN,
    DONE,
    VOTE,
    YES,
    begin,
    both,
    by_staff,
    check,
    chosen,
    confirm,
)
from tests.support import golden
from tests.support.world import World
from tests.support.zoned import ONE_EACH, VILLAGE, give_the_village_a_pot

SKIP = "გამოტოვება"


@pytest.fixture
async def village_world(demo_world: World) -> World:
    await give_the_village_a_pot(demo_world)
    return demo_world


@both
async def test_the_village_first_then_the_municipality_and_one_confirm(
    village_world: World, messenger: str
):
    record = golden.Record(village_world.guest(messenger))
    await begin(record)
    await record.say("1 3")
    await record.press(DONE)
    await record.say("5")
    await record.press(DONE)
    await record.press("შევცვლი: ნაბიჯი 1")
    await record.say("3")
    await record.press(DONE)
    await record.press(YES)
    check(record, f"ballot_two_lists_{messenger}")
    assert await chosen(village_world) == [["1", "5"]]
    async with village_world.database.reading() as session:
        assert (await session.execute(select(Ballot.zone))).scalar_one() == VILLAGE


@both
async def test_one_list_may_be_left_out_but_not_both(village_world: World, messenger: str):
    guest = village_world.guest(messenger)
    await begin(guest)
    await guest.press(SKIP)
    assert SKIP not in guest.buttons()
    await confirm(guest, "4 6")
    assert await chosen(village_world) == [["4", "6"]]


@both
async def test_a_list_takes_no_more_than_its_own_limit(village_world: World, messenger: str):
    guest = village_world.guest(messenger)
    await begin(guest)
    await guest.say("1 2 3")
    assert "2-ზე მეტის" in guest.last().text
    await guest.say("1 2")
    await guest.press(DONE)
    await confirm(guest, "4 5 6")
    assert await chosen(village_world) == [["1", "2", "4", "5", "6"]]


@both
async def test_where_one_is_chosen_a_tap_is_enough(demo_world: World, messenger: str):
    await give_the_village_a_pot(demo_world, ONE_EACH)
    record = golden.Record(demo_world.guest(messenger))
    await begin(record)
    await record.say("2")
    await record.press(SKIP)
    await record.press(YES)
    check(record, f"ballot_one_each_{messenger}")
    assert await chosen(demo_world) == [["2"]]


@both
async def test_a_withdrawn_project_sends_back_to_its_own_list(village_world: World, messenger: str):
    guest = village_world.guest(messenger)
    await begin(guest)
    await guest.say("1 3")
    await guest.press(DONE)
    await guest.say("5")
    await guest.press(DONE)
    async with village_world.database.writing() as session:
        by = await by_staff(village_world)
        await conduct.withdraw(session, VOTE, by, 3, {"ka": "მიწა კერძოა"})
    await guest.press(YES)
    assert "მიწა კერძოა" in guest.last().text
    assert "ნაბიჯი 1" in guest.last().text
    await guest.press(DONE)
    await guest.press(YES)
    assert await chosen(village_world) == [["1", "5"]]


@both
async def test_reading_shows_only_what_stands_on_ones_own_ballot(
    village_world: World, messenger: str
):
    guest = village_world.guest(messenger)
    await begin(guest)
    await guest.say("უკან")
    await guest.say("უკან")
    await guest.press("ჯერ პროექტებს")
    assert len([key for key in guest.buttons() if key[0].isdigit()]) == 7
    await guest.say("1")
    await guest.press(BEGIN)
    assert "ტელეფონის ნომერი" in guest.last().text or "ნაბიჯი 1" in guest.last().text


@both
async def test_the_menu_says_that_a_begun_ballot_is_not_confirmed(
    demo_world: World, messenger: str
):
    guest = demo_world.guest(messenger)
    await begin(guest)
    await guest.say("1 3")
    await guest.say("მენიუ")
    assert "ჯერ არ დაგიდასტურებიათ" in guest.last().text
    await guest.press(next(key for key in guest.buttons() if "გაგრძელება: ხმის მიცემა" in key))
    assert "✅ 3" in " ".join(guest.buttons())
    await guest.press(DONE)
    await guest.press(YES)
    await guest.say("მენიუ")
    assert "ჯერ არ დაგიდასტურებიათ" not in guest.last().text
