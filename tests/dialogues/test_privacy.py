"""My data: reading it, stopping messages, taking consent back, deleting, coming back."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from storage.demo import VOTE_DOOR
from storage.tables.ideas import Support
from storage.tables.mail import Letter
from storage.tables.meetings import Signup
from storage.tables.people import Account, Draft, Person, Role
from storage.tables.votes import Ballot, Electorate
from tests.dialogues.test_arriving import AGREE, id_of, person_of
from tests.support import golden
from tests.support.acts import arrive, become_coordinator, join
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def my_data(guest: Guest, wish: str) -> None:
    await guest.say("მენიუ")
    await guest.say("ჩემი მონაცემები")
    await guest.press(wish)


async def vote(guest: Guest, number: str = "") -> None:
    await guest.say(VOTE_DOOR)
    await guest.press("ხმის მიცემა")
    await guest.share_phone(number)
    await guest.say("2")
    await guest.press("✓")
    await guest.press("დიახ")


async def delete(guest: Guest) -> None:
    await my_data(guest, "ყველაფრის წაშლა")
    await guest.press("დიახ")


async def count(world: World, *conditions: Any, table: Any = Person) -> int:
    query = select(func.count()).select_from(table).where(*conditions)
    async with world.database.reading() as session:
        return int((await session.execute(query)).scalar_one())


async def test_everything_that_is_kept_is_shown(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await become_coordinator(nino)
    await vote(nino)
    await my_data(nino, "რას ინახავთ")
    shown = nino.last().text
    for said in ("ქართული", "ნიმუშის", "ზღაპარა", "ეკა ბერიძე", "შიფრად", "კოორდინატორი"):
        assert said in shown
    assert "რა აირჩიეთ, თქვენს სახელთან არ ინახება" in shown


async def test_stopping_messages_and_taking_it_back(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    await my_data(nino, "აღარ")
    person = await id_of(demo_world, nino)
    mine = (Account.person_id == person, Account.opted_out)
    assert await count(demo_world, *mine, table=Account) == 1
    await my_data(nino, "ისევ")
    assert await count(demo_world, *mine, table=Account) == 0


async def test_taking_consent_back_asks_for_it_anew(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    await my_data(nino, "თანხმობის")
    await nino.press("დიახ")
    assert not (await person_of(demo_world, nino)).joined
    await nino.say(VOTE_DOOR)
    await nino.press("ქართული")
    await nino.press(AGREE)
    assert "სამოქალაქო ბიუჯეტი" in nino.last().text


async def test_deleting_oneself_leaves_nothing_but_the_mark_of_having_voted(
    demo_world: World, messenger: str
):
    nino = demo_world.guest(messenger)
    await become_coordinator(nino)
    await vote(nino)
    person = await id_of(demo_world, nino)
    await delete(nino)
    assert "ყველაფერი წაშლილია" in nino.last().text
    for table in (Draft, Role, Signup, Support):
        assert await count(demo_world, table.person_id == person, table=table) == 0
    empty = (Person.id == person, Person.name == "", Person.phone_key.is_(None))
    assert (
        await count(demo_world, *empty, Person.consent.is_(None), Person.deleted_at.is_not(None))
        == 1
    )
    assert await count(demo_world, table=Electorate) == 1
    assert await count(demo_world, Electorate.person_id.is_not(None), table=Electorate) == 0
    assert await count(demo_world, table=Ballot) == 1


async def test_who_comes_back_is_a_stranger_and_cannot_vote_twice(
    demo_world: World, messenger: str
):
    nino = demo_world.guest(messenger)
    await join(nino)
    await vote(nino)
    before = await id_of(demo_world, nino)
    await my_data(nino, "ყველაფრის წაშლა")
    record = golden.Record(nino)
    await record.press("დიახ")
    record.lines[1:-1] = []  # what stood on the screen before
    await record.say("გამარჯობა")
    await record.press("ქართული")
    record.check(f"delete_and_return_{messenger}")
    await nino.press(AGREE)
    await nino.say("ნიმუშის")
    await nino.press("გამოტოვება")
    await vote(nino)
    assert await id_of(demo_world, nino) != before
    assert await count(demo_world, table=Ballot) == 1
    assert await count(demo_world, table=Electorate) == 1


async def test_a_day_later_nothing_leads_to_the_chat(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    await delete(nino)
    here = Account.address == nino.address
    assert await count(demo_world, here, table=Account) == 1
    demo_world.clock.move(timedelta(days=1, minutes=1))
    await demo_world.tick()
    assert await count(demo_world, here, table=Account) == 0
    assert await count(demo_world, Letter.state == "queued", table=Letter) == 0
    await arrive(nino)
    assert "აირჩიეთ ენა" in nino.last().text


async def test_who_joins_again_within_the_day_stays(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    await delete(nino)
    await nino.say("438122")
    await nino.press("ქართული")
    await nino.press(AGREE)
    await nino.press("გამოტოვება")
    demo_world.clock.move(timedelta(days=1, minutes=1))
    await demo_world.tick()
    assert await count(demo_world, Account.address == nino.address, table=Account) == 1


async def test_no_is_no(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    await my_data(nino, "ყველაფრის წაშლა")
    await nino.press("არა")
    assert (await person_of(demo_world, nino)).joined
