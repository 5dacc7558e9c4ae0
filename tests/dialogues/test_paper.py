"""Paper beside the chat, and objections, from the signed list to the sealed count."""

from sqlalchemy import select

from bot.civic.edition import Paper
from storage import sealing
from storage.tables.electorate import PaperBallot
from storage.tables.votes import Ballot, Electorate, SealedBallot
from tests.dialogues.test_electorate import (
    ask_for,
    on_page,
    personal,
    pick,
    registered,
    stored,
    to_proof,
)
from tests.dialogues.test_vote import both, check
from tests.dialogues.test_vote_end import CLOSING, become_partner, open_desk, state
from tests.support import golden
from tests.support.acts import become_coordinator
from tests.support.world import Guest, World
from tests.support.zoned import give_the_village_a_pot

VOTE = 1


async def office(world: World, messenger: str) -> tuple[Guest, Guest]:
    """A coordinator and a partner."""
    chief, partner = world.guest(messenger, "ეკა"), world.guest(messenger, "ლია")
    await become_coordinator(chief)
    await become_partner(partner)
    return chief, partner


async def voter(world: World, messenger: str, number: int, picks: str) -> Guest:
    guest = world.guest(messenger, f"ამომრჩეველი {number}")
    await to_proof(guest)
    await guest.say(personal(number))
    await pick(guest, picks)
    return guest


async def close(world: World) -> None:
    world.clock.move(CLOSING)
    await world.tick()
    assert await state(world) == "objections"


async def column(world: World, query) -> list:
    async with world.database.reading() as session:
        return list((await session.execute(query)).scalars())


@both
async def test_a_signature_takes_the_place_of_a_vote_in_the_chat(demo_world: World, messenger: str):
    await ask_for(demo_world, "register", Paper.REPLACES)
    await registered(demo_world)
    chief, _ = await office(demo_world, messenger)
    guest = await voter(demo_world, messenger, 3, "3 7")
    told = golden.Record(guest)
    page = await on_page(chief, "ხელმოწერების სია")
    await page.press("ხელმოწერების აღნიშვნა")
    await page.say("2-4 99")
    await page.press("დიახ")
    await demo_world.tick()
    told.wait("marked on paper")
    await page.press("კიდევ აღნიშვნა")
    await page.press("შეცდომით აღნიშნულის")
    await page.say("3 5")
    await page.press("დიახ")
    await demo_world.tick()
    told.wait("a mistake")
    check(page, f"signatures_{messenger}")
    check(told, f"signatures_voter_{messenger}")
    assert sorted(await column(demo_world, select(Electorate.state))) == [
        "marked",
        "marked",
        "voted",
    ]
    assert await column(demo_world, select(Ballot.void)) == [False]
    late = demo_world.guest(messenger, "გვიანი")
    await to_proof(late)
    await late.say(personal(2))
    await pick(late, "1")
    assert "ხმა სხვა გზით უკვე მიღებულია" in late.last().text


@both
async def test_who_has_voted_in_the_chat_gets_no_paper(demo_world: World, messenger: str):
    await ask_for(demo_world, "register", Paper.BLOCKED)
    await registered(demo_world)
    chief, _ = await office(demo_world, messenger)
    await voter(demo_world, messenger, 3, "3")
    page = await on_page(chief, "ხელმოწერების სია")
    await page.press("ხელმოწერების აღნიშვნა")
    await page.say("3 4")
    await page.press("დიახ")
    assert "ქაღალდს ნუ მისცემთ: 3" in chief.last().text
    assert await column(demo_world, select(Ballot.void)) == [False]


@both
async def test_personal_numbers_on_a_signed_list_are_not_kept(demo_world: World, messenger: str):
    await ask_for(demo_world, "desk", Paper.REPLACES)
    chief, _ = await office(demo_world, messenger)
    page = await on_page(chief, "ხელმოწერების სია")
    await page.press("ხელმოწერების აღნიშვნა")
    await page.say(f"{personal(1)}\n{personal(2)}, x")
    assert "აღნიშნულია: 2" in chief.last().text
    assert "ვერ აღინიშნება: x" in chief.last().text
    held = await stored(demo_world)
    assert personal(1) not in held and personal(2) not in held


@both
async def test_staff_see_no_signatures_before_the_close(demo_world: World, messenger: str):
    await ask_for(demo_world, "register", Paper.REPLACES)
    await registered(demo_world)
    chief, partner = await office(demo_world, messenger)
    page = await on_page(chief, "ხელმოწერების სია")
    await page.press("ხელმოწერების აღნიშვნა")
    await page.say("2-4")
    await page.press("დიახ")
    await page.press("ამომრჩევლები და ქაღალდი")
    assert "ხელმოწერების სიაში აღნიშნულია" not in chief.last().text
    await close(demo_world)
    shown = await on_page(partner, "კენჭისყრის მართვა")
    await shown.press("ამომრჩევლები და ქაღალდი")
    assert "ხელმოწერების სიაში აღნიშნულია: 3" in partner.last().text


@both
async def test_telephones_and_accounts_have_no_paper(demo_world: World, messenger: str):
    chief, _ = await office(demo_world, messenger)
    for identity in ("phone", "account"):
        await ask_for(demo_world, identity, Paper.REPLACES)
        await on_page(chief, "კენჭისყრის მართვა")
        await chief.press("ამომრჩევლები და ქაღალდი")
        assert "ხელმოწერების სია" not in " ".join(golden.Record(chief).buttons())


async def enter(guest: Guest, number: str, papers: str, flaws: str) -> golden.Record:
    page = await on_page(guest, "ქაღალდის ბიულეტენების შეყვანა")
    await page.say(number)
    await read(page, papers, flaws)
    return page


async def read(page: golden.Record, papers: str, flaws: str) -> None:
    await page.say(papers)
    for count in flaws.split():
        await page.say(count)


@both
async def test_papers_are_read_by_two_and_wait_for_signatures(demo_world: World, messenger: str):
    await ask_for(demo_world, "register", Paper.REPLACES)
    await registered(demo_world)
    chief, partner = await office(demo_world, messenger)
    await voter(demo_world, messenger, 1, "1")
    await close(demo_world)
    first = await enter(chief, "1", "3 7\n9 1\n2", "")
    await read(first, "3 7\n2\n3", "0 1 0")
    await first.press("დიახ")
    second = await on_page(partner, "შეკვრის მეორედ წაკითხვა")
    await second.press("1")
    await second.press("წაკითხვა")
    await read(second, "2\n3\n7", "0 0 1")
    await read(second, "2\n7 3\n3", "0 1 0")
    signed = await on_page(chief, "ხელმოწერების სია")
    await signed.press("ხელმოწერების აღნიშვნა")
    await signed.say("2-4")
    await signed.press("დიახ")
    await chief.press("ამომრჩევლები და ქაღალდი")
    assert "ქაღალდი ხელმოწერებზე მეტია" in chief.last().text
    await open_desk(chief)
    sealing_page = golden.Record(chief)
    await sealing_page.press("დალუქვის მოთხოვნა")
    await sealing_page.press("დიახ")
    more = await on_page(chief, "ხელმოწერების სია")
    await more.press("ხელმოწერების აღნიშვნა")
    await more.say("5")
    await more.press("დიახ")
    fine = golden.Record(chief)
    await fine.press("ამომრჩევლები და ქაღალდი")
    first.lines += sealing_page.lines[:4] + fine.lines
    check(first, f"papers_{messenger}")
    check(second, f"papers_second_{messenger}")
    await seal(demo_world, chief, partner)
    assert sorted(await column(demo_world, select(SealedBallot.choices))) == [
        ["1"],
        ["2"],
        ["3"],
        ["3", "7"],
    ]
    assert set(await column(demo_world, select(SealedBallot.method))) == {""}
    assert await column(demo_world, select(PaperBallot.choices)) == []


async def seal(world: World, chief: Guest, partner: Guest) -> None:
    for guest, step in ((chief, "დალუქვის მოთხოვნა"), (partner, "დალუქვის დადასტურება")):
        await open_desk(guest)
        await guest.press(step)
        await guest.press("დიახ")
    await sealing.seal(world.database.writing, VOTE)


@both
async def test_a_refused_bundle_is_entered_again(demo_world: World, messenger: str):
    await ask_for(demo_world, "register", Paper.REPLACES)
    await registered(demo_world)
    chief, partner = await office(demo_world, messenger)
    await close(demo_world)
    page = await enter(chief, "4", "3", "0 0 0")
    await page.press("დიახ")
    again = await enter(chief, "4", "3", "0 0 0")
    await again.press("დიახ")
    assert "უკვე შეყვანილია" in chief.last().text
    await again.say("5")
    await again.press("დიახ")
    refusing = await on_page(partner, "შეკვრის მეორედ წაკითხვა")
    await refusing.press("4")
    await refusing.press("შეკვრის უარყოფა")
    await refusing.say("ყუთში სხვა შეკვრა აღმოჩნდა")
    assert "უარყოფილია" in partner.last().text
    page = await enter(chief, "4", "5", "0 0 0")
    await page.press("დიახ")
    assert "შეყვანილია" in chief.last().text
    assert sorted(await column(demo_world, select(PaperBallot.choices))) == [["3"], ["5"]]


@both
async def test_a_ballot_is_taken_out_by_two(demo_world: World, messenger: str):
    await ask_for(demo_world, "register", Paper.NONE)
    await registered(demo_world)
    chief, partner = await office(demo_world, messenger)
    guest = await voter(demo_world, messenger, 3, "3 7")
    await voter(demo_world, messenger, 4, "1")
    told = golden.Record(guest)
    await close(demo_world)
    asking = await on_page(chief, "საჩივრები")
    await asking.press("ხმის გაუქმების მოთხოვნა")
    await asking.say("ცოტა")
    await asking.say("ხმა სხვისი პირადი ნომრით მისცეს, თვითონ ამომრჩეველმა თქვა")
    await asking.say("99")
    assert "დიახ" not in " ".join(asking.buttons())
    await asking.say("3")
    await asking.press("დიახ")
    await open_desk(chief)
    await chief.press("დალუქვის მოთხოვნა")
    await chief.press("დიახ")
    assert "საჩივარი გადაწყვეტილებას ელოდება" in "".join(s.text for s in chief.screen()[-2:])
    deciding = await on_page(partner, "საჩივრები")
    await deciding.press("საჩივარი 1")
    await deciding.press("ვეთანხმები")
    await demo_world.tick()
    told.wait("taken out")
    check(asking, f"objection_{messenger}")
    check(deciding, f"objection_second_{messenger}")
    check(told, f"objection_voter_{messenger}")
    await seal(demo_world, chief, partner)
    assert await column(demo_world, select(SealedBallot.choices)) == [["1"]]


@both
async def test_papers_of_people_outside_all_parts_count(demo_world: World, messenger: str):
    await ask_for(demo_world, "register", Paper.REPLACES)
    await give_the_village_a_pot(demo_world)
    await registered(demo_world)
    chief, partner = await office(demo_world, messenger)
    await close(demo_world)
    signed = await on_page(chief, "ხელმოწერების სია")
    await signed.press("ხელმოწერების აღნიშვნა")
    await signed.say("2-3")
    await signed.press("დიახ")
    page = await on_page(chief, "ქაღალდის ბიულეტენების შეყვანა")
    await page.press("არც ერთს, მხოლოდ მთელ მუნიციპალიტეტს")
    await page.say("1")
    await page.say("1")
    assert "1" in chief.last().text and "არ არის" in chief.last().text
    await read(page, "6\n7", "0 0 0")
    await page.press("დიახ")
    second = await on_page(partner, "შეკვრის მეორედ წაკითხვა")
    await second.press("1")
    await second.press("წაკითხვა")
    await read(second, "6\n7", "0 0 0")
    await seal(demo_world, chief, partner)
    assert sorted(await column(demo_world, select(SealedBallot.choices))) == [["6"], ["7"]]
    assert await column(demo_world, select(SealedBallot.zone)) == ["", ""]
