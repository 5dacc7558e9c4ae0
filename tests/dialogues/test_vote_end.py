"""Running a vote from the chat to the announced result, as staff and voters see it."""

from datetime import timedelta

from sqlalchemy import func, select

from storage import votes
from storage.demo import VOTE_DOOR
from storage.tables.mail import Letter
from storage.tables.people import Draft
from tests.dialogues.test_vote import VOTE, both, cast, check, chosen, receipt
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.world import Guest, World

PICKS = ("1", "1 3", "1 3 6", "3", "2 7", "1 2")
CLOSING = timedelta(days=3, minutes=1)


async def state(world: World) -> str:
    async with world.database.reading() as session:
        vote = await votes.find(session, VOTE)
    assert vote is not None
    return vote.state


async def become_partner(guest: Guest) -> None:
    await join(guest)
    await guest.say("PART-7NER")
    await guest.press("დიახ")
    await guest.say("ლია მაისურაძე")


async def open_desk(guest: Guest | golden.Record) -> None:
    await guest.say("მენიუ")
    await guest.press(button(guest, "სამუშაო გვერდი"))
    await guest.press(button(guest, "კენჭისყრის მართვა"))


def button(guest: Guest | golden.Record, part: str) -> str:
    return next(key for key in guest.buttons() if part in key)


async def polled(world: World, messenger: str) -> tuple[list[Guest], dict[str, Guest]]:
    """Six voters, half of them on each messenger, and two people of the staff."""
    staff = {"chief": world.guest(messenger, "ეკა"), "partner": world.guest(messenger, "ლია")}
    await become_coordinator(staff["chief"])
    await become_partner(staff["partner"])
    people = [world.guest("viber" if n % 2 else "telegram", f"კაცი {n}") for n in range(6)]
    for guest, picks in zip(people, PICKS, strict=True):
        await cast(guest, picks)
    return people, staff


async def seal(world: World, staff: dict[str, Guest]) -> None:
    world.clock.move(CLOSING)
    await world.tick()
    for name, step in (("chief", "დალუქვის მოთხოვნა"), ("partner", "დალუქვის დადასტურება")):
        await open_desk(staff[name])
        await staff[name].press(step)
        await staff[name].press("დიახ")


@both
async def test_stopping_tells_nobody_how_many_have_voted(demo_world: World, messenger: str):
    _, staff = await polled(demo_world, messenger)
    record = golden.Record(staff["chief"])
    await open_desk(record)
    await record.press("შეჩერება")
    await record.say("პლაკატზე შეცდომაა")
    await record.press("დიახ")
    assert await state(demo_world) == "stopped"
    citizen = demo_world.guest(messenger, "გვიანი")
    await join(citizen, code=VOTE_DOOR)
    assert "შეჩერებულია" in citizen.last().text
    await record.press("განახლება")
    await record.say("პლაკატი გასწორდა")
    await record.press("დიახ")
    check(record, f"process_stop_{messenger}")
    assert await state(demo_world) == "open"
    assert "დახურვამდე არავინ იცის" in record.lines[-1]


@both
async def test_from_closing_to_the_announced_result(demo_world: World, messenger: str):
    people, staff = await polled(demo_world, messenger)
    demo_world.clock.move(CLOSING)
    await demo_world.tick()
    assert await state(demo_world) == "objections"
    chief, partner = golden.Record(staff["chief"]), golden.Record(staff["partner"])
    await open_desk(chief)
    await chief.press("დალუქვის მოთხოვნა")
    await chief.press("დიახ")
    assert "დალუქვის დადასტურება" not in chief.buttons()
    assert not any("პროექტის მოხსნა" in label for label in chief.buttons())
    await open_desk(partner)
    await partner.press("დალუქვის დადასტურება")
    await partner.press("დიახ")
    check(chief, f"process_propose_{messenger}")
    check(partner, f"process_seal_{messenger}")
    await demo_world.tick()
    assert await state(demo_world) == "counted"
    assert await chosen(demo_world) == []
    voter = next(
        g for g in people if g.phone in (p.phone for p in people[messenger == "viber" :: 2])
    )
    told = golden.Record(voter)
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    told.wait("the announced hour")
    check(told, f"results_{messenger}")
    for guest in people:
        assert "6 ადამიანმა" in guest.last().text
        assert any(shown.picture for shown in guest.screen()[-3:])


@both
async def test_a_result_is_nobodys_before_its_hour(demo_world: World, messenger: str):
    people, staff = await polled(demo_world, messenger)
    await seal(demo_world, staff)
    await demo_world.tick()
    assert await state(demo_world) == "counted"
    for guest in (people[0], staff["chief"]):
        await guest.say("მენიუ")
        before = guest.last().text
        await forge(demo_world, "results:process:1")
        assert "ადამიანმა" not in guest.last().text, before


@both
async def test_a_receipt_is_found_after_sealing_and_not_before(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    receipt = await cast(guest, "1 3")
    staff = {"chief": demo_world.guest(messenger, "ეკა"), "partner": demo_world.guest(messenger)}
    await become_coordinator(staff["chief"])
    await become_partner(staff["partner"])
    await seal(demo_world, staff)
    await demo_world.tick()
    await guest.say("მენიუ")
    await guest.say(VOTE_DOOR)
    await guest.press("ხმის კოდის შემოწმება")
    await guest.say(receipt.lower().replace("-", " "))
    assert "თქვენი ხმა დათვლილია" in guest.last().text
    await guest.say(VOTE_DOOR)
    await guest.press("ხმის კოდის შემოწმება")
    await guest.say("0000-0000")
    assert "ვერ ვიპოვეთ" in guest.last().text


async def test_nothing_secret_is_left_in_letters_and_drafts(demo_world: World):
    people, staff = await polled(demo_world, "telegram")
    await people[0].say(VOTE_DOOR)
    await people[0].press("ხმის შეცვლა")
    await people[0].say("7")
    await seal(demo_world, staff)
    await demo_world.tick()
    async with demo_world.database.reading() as session:
        secret = select(Letter.body).where(Letter.secret == f"vote:{VOTE}")
        bodies = (await session.execute(secret)).scalars().all()
        drafts = select(func.count()).where(Draft.script == "vote", Draft.subject == str(VOTE))
        assert (await session.execute(drafts)).scalar_one() == 0
    assert len(bodies) > 20
    assert set(bodies) == {None}


@both
async def test_a_vote_that_reached_us_before_the_hour_counts_when_its_turn_comes_later(
    demo_world: World, messenger: str
):
    """The server was slow: the confirm came a minute before the end, its turn an hour after."""
    guest = demo_world.guest(messenger)
    await join(guest, code=VOTE_DOOR)
    await guest.press("ხმის მიცემა")
    await guest.share_phone()
    await guest.say("1")
    await guest.press("✓ მზადაა")
    await move_to(demo_world, timedelta(minutes=-1))
    slow = SlowTurns(demo_world)
    await guest.press("დიახ, ვადასტურებ")
    assert await chosen(demo_world) == []
    demo_world.clock.move(timedelta(hours=1))
    await demo_world.tick()
    assert await state(demo_world) == "open"
    await slow.go_on()
    assert await chosen(demo_world) == [["1"]]
    demo_world.clock.move(timedelta(hours=1))
    await demo_world.tick()
    assert await state(demo_world) == "objections"


async def move_to(world: World, from_end: timedelta) -> None:
    """So far from the closing hour."""
    async with world.database.reading() as session:
        vote = await votes.find(session, VOTE)
    assert vote is not None
    world.clock.move(vote.closes_at + from_end - world.clock.now())


class SlowTurns:
    """Events are stored, and no turn is taken until `go_on`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._wake = world.app.receiver._wake
        world.app.receiver._wake = lambda bot, chat: None

    async def go_on(self) -> None:
        self.world.app.receiver._wake = self._wake
        await self.world.app.dispatcher.look()
        await self.world.settle()


@both
async def test_citizens_do_not_run_a_vote(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await join(guest)
    await forge(demo_world, "process:1")
    await guest.press("go")
    assert "მხოლოდ" in guest.last().text
    assert await state(demo_world) == "open"


@both
async def test_a_receipt_typed_anywhere_is_looked_up(demo_world: World, messenger: str):
    people, staff = await polled(demo_world, messenger)
    code = receipt(people[0].last().text)
    await seal(demo_world, staff)
    await demo_world.tick()
    await people[1].say("მენიუ")
    await people[1].say(code.lower().replace("-", " "))
    assert code in people[1].last().text and "დათვლილია" in people[1].last().text
