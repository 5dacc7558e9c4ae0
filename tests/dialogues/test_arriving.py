"""Arriving and joining, as people see it on both messengers."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage import doors, residents
from storage.demo import HOUSE_DOOR, NEEDS_DOOR, VOTE_DOOR
from storage.demo.place import DEMO
from storage.doors import Way
from storage.log import count_since
from storage.tables.people import Account
from storage.tables.votes import Ballot
from tests.support import golden
from tests.support.acts import arrive
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

AGREE = "თანახმა ვარ"


async def join_in_words(guest: Guest | golden.Record, code: str = HOUSE_DOOR) -> None:
    await arrive(guest, code)
    await guest.press("ქართული")
    await guest.press(AGREE)
    if "გამოტოვება" in guest.buttons():
        await guest.say("ზღაპარა")


async def person_of(world: World, guest: Guest) -> residents.Resident:
    async with world.database.reading() as session:
        return await residents.resident(session, await id_of(world, guest))


async def id_of(world: World, guest: Guest) -> int:
    async with world.database.reading() as session:
        query = select(Account.person_id).where(Account.address == guest.address)
        return int((await session.execute(query)).scalar_one())


async def test_joining_with_a_code(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    record = golden.Record(nino)
    await join_in_words(record, NEEDS_DOOR)
    record.check(f"join_by_code_{messenger}")
    found = await person_of(demo_world, nino)
    assert found.joined
    assert found.municipality_id == DEMO
    assert found.settlement_id is not None


async def test_joining_without_a_code(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    record = golden.Record(nino)
    await arrive(record)
    for act in (record.press("ქართული"), record.press(AGREE), record.say("sample")):
        await act
    await record.press("გამოტოვება")
    record.check(f"join_by_name_{messenger}")


async def test_a_newcomer_with_a_code_votes_in_eight_taps_and_the_picks(
    demo_world: World, messenger: str
):
    nino = demo_world.guest(messenger)
    taps = await arrive(nino, VOTE_DOOR)
    for label in ("ქართული", AGREE, "ხმის მიცემა"):
        await nino.press(label)
        taps += 1
    await nino.share_phone()
    taps += 1
    await nino.say("1 3 5")
    for label in ("✓", "დიახ, ვადასტურებ"):
        await nino.press(label)
        taps += 1
    assert "1" in nino.last().text
    assert taps <= 8
    assert await count_ballots(demo_world) == 1


async def count_ballots(world: World) -> int:
    async with world.database.reading() as session:
        return int((await session.execute(select(func.count()).select_from(Ballot))).scalar_one())


async def test_somebody_under_sixteen_is_not_kept(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await arrive(nino, HOUSE_DOOR)
    await nino.press("ქართული")
    await nino.press("ჯერ 16")
    assert "16 წლიდან" in nino.last().text
    assert not (await person_of(demo_world, nino)).joined


async def test_who_does_not_agree_is_not_kept(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await arrive(nino, HOUSE_DOOR)
    await nino.press("ქართული")
    await nino.press("არ ვარ")
    assert "არაფერს ვინახავთ" in nino.last().text
    assert not (await person_of(demo_world, nino)).joined


async def test_a_code_typed_by_somebody_who_has_joined_opens_its_door(
    demo_world: World, messenger: str
):
    nino = demo_world.guest(messenger)
    await join_in_words(nino)
    await nino.say(VOTE_DOOR)
    assert "სამოქალაქო ბიუჯეტი" in nino.last().text


async def test_a_code_of_another_municipality_asks_before_it_moves_anybody(
    demo_world: World, messenger: str
):
    async with demo_world.database.writing() as session:
        way = Way("keda", None, "", "")
        code = await doors.new_door(session, way, demo_world.clock.now())
    nino = demo_world.guest(messenger)
    await join_in_words(nino)
    await nino.say(code)
    assert "ქედა" in nino.last().text
    await nino.press("არა")
    assert (await person_of(demo_world, nino)).municipality_id == DEMO
    await nino.say(code)
    await nino.press("დიახ")
    assert (await person_of(demo_world, nino)).municipality_id == "keda"


async def test_five_wrong_codes_and_no_more_are_looked_up(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join_in_words(nino)
    for _ in range(5):
        await nino.say("7K9A-NFMJ")
        assert "ვერ ვიპოვეთ" in nino.screen()[-2].text
    await nino.say("CHEF-4KEY")
    assert "ბევრი არასწორი კოდი" in nino.screen()[-2].text
    demo_world.clock.move(timedelta(minutes=61))
    await nino.say("CHEF-4KEY")
    assert "კოორდინატორი" in nino.last().text


async def test_a_wrong_code_in_a_link_is_told_to_a_newcomer(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await arrive(nino, "999999")
    await nino.press("ქართული")
    assert "ვერ ვიპოვეთ" in nino.last().text
    assert AGREE in " ".join(nino.buttons())
    async with demo_world.database.reading() as session:
        since = demo_world.clock.now() - timedelta(hours=1)
        assert await count_since(session, "wrong-code", "account:41", since) == 1


async def test_changing_the_language_goes_on_where_one_was(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await arrive(nino, VOTE_DOOR)
    await nino.press("ქართული")
    await nino.say("ენა")
    await nino.press("English")
    assert "Three things before we begin" in nino.last().text
    await nino.press("I agree")
    assert "Civil budget" in nino.last().text


async def test_stop_is_heard_everywhere(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join_in_words(nino)
    await nino.say("STOP")
    assert "აღარაფერს მოგწერთ" in nino.last().text
    async with demo_world.database.reading() as session:
        assert await residents.opted_out(session, await id_of(demo_world, nino))


async def test_a_parked_conversation_is_offered_again(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join_in_words(nino)
    await nino.press("იდეის შემოთავაზება" if messenger == "telegram" else "3.")
    await nino.press("☰")
    assert any(label.partition("გაგრძელება")[1] for label in nino.buttons())


async def test_somebody_known_who_opens_a_link_stands_at_its_door(
    demo_world: World, messenger: str
):
    nino = demo_world.guest(messenger)
    await join_in_words(nino)
    await nino.start(VOTE_DOOR)
    assert "სამოქალაქო ბიუჯეტი" in nino.last().text


async def test_pressing_menu_while_joining_loses_nothing(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await arrive(nino, VOTE_DOOR)
    await nino.press("ქართული")
    await nino.press("☰")
    assert "სამი რამ იცოდეთ" in nino.last().text
    await nino.press(AGREE)
    assert "სამოქალაქო ბიუჯეტი" in nino.last().text


async def test_help_names_the_office_and_offers_to_go_on(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join_in_words(nino, VOTE_DOOR)
    await nino.say("დახმარება")
    assert "+995 000 00 00 00" in nino.last().text
    assert any("გაგრძელება" in label for label in nino.buttons())


async def test_where_nothing_is_open_the_menu_says_so(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await arrive(nino)
    await nino.press("ქართული")
    await nino.press(AGREE)
    await nino.say("khulo")
    assert "ხულო" in nino.last().text
    assert "არც კენჭისყრა" in nino.last().text
