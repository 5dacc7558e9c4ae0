"""One person on two messengers."""

from datetime import timedelta

from sqlalchemy import func, select

from storage import ballots, staff, votes
from storage.demo.place import DEMO
from storage.tables.votes import Ballot
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_privacy import my_data, vote
from tests.support import golden
from tests.support.acts import arrive, become_coordinator, join
from tests.support.world import Guest, World


async def show_code(guest: Guest) -> str:
    await my_data(guest, "მეორე მესენჯერის")
    return guest.last().text.partition("კოდი: ")[2][:9]


async def count_ballots(world: World) -> int:
    async with world.database.reading() as session:
        return int((await session.execute(select(func.count()).select_from(Ballot))).scalar_one())


async def test_a_new_account_becomes_the_same_person(demo_world: World):
    nino, same = demo_world.telegram("ნინო"), demo_world.viber("ნინო")
    await become_coordinator(nino)
    code = await show_code(nino)
    record = golden.Record(same)
    await arrive(record)
    await record.say(code)
    await record.press("დიახ")
    assert await id_of(demo_world, nino) == await id_of(demo_world, same)
    record.lines = [line.replace(code, "0000-0000") for line in record.lines]
    record.check("linked_viber")
    await same.say("მენიუ")
    async with demo_world.database.reading() as session:
        assert await staff.is_staff(session, await id_of(demo_world, same), DEMO)


async def test_two_ballots_of_one_person_become_the_later_one(demo_world: World):
    nino, same = demo_world.telegram("ნინო"), demo_world.viber("ნინო")
    for guest, number in ((nino, ""), (same, "+995555000111")):
        await join(guest)
        await vote(guest, number)
    assert await count_ballots(demo_world) == 2
    await same.say(await show_code(nino))
    await same.press("დიახ")
    assert await count_ballots(demo_world) == 1
    async with demo_world.database.reading() as session:
        open_vote = (await votes.shown(session, DEMO))[0]
        assert await ballots.has_voted(session, open_vote.id, await id_of(demo_world, nino))


async def test_an_unfinished_conversation_goes_on_over_there(demo_world: World):
    nino, same = demo_world.telegram("ნინო"), demo_world.viber("ნინო")
    await join(nino)
    await nino.press("იდეის შემოთავაზება")
    await nino.press("☰")
    await join(same)
    await same.say(await show_code(nino))
    await same.press("დიახ")
    await same.press("☰")
    assert any("გაგრძელება" in label for label in same.buttons())


async def test_a_code_does_nothing_where_it_was_shown(demo_world: World):
    nino = demo_world.telegram()
    await join(nino)
    await nino.say(await show_code(nino))
    assert "მეორე მესენჯერში" in nino.last().text


async def test_a_code_works_for_a_quarter_of_an_hour_and_once(demo_world: World):
    nino, gia = demo_world.telegram("ნინო"), demo_world.viber("გია")
    for guest in (nino, gia):
        await join(guest)
    late = await show_code(nino)
    demo_world.clock.move(timedelta(minutes=15, seconds=1))
    await gia.say(late)
    assert "აღარ მოქმედებს" in gia.screen()[-2].text
    used = await show_code(nino)
    same = demo_world.viber("ნინო")
    await arrive(same)
    await same.say(used)
    await same.press("დიახ")
    await gia.say(used)
    assert "აღარ მოქმედებს" in gia.screen()[-2].text
    assert await id_of(demo_world, gia) != await id_of(demo_world, nino)
