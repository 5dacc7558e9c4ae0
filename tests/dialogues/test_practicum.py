"""The practicum as a team of four, its mentors and the coordinator see it."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update

from storage import attendance, practicum, staff
from storage.demo.place import DEMO
from storage.practicum import Newcomer
from storage.staff import MENTOR
from storage.tables.people import Person, Role
from storage.tables.practicum import TeamCall
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_assist import opens
from tests.dialogues.test_staff import accept, invited
from tests.dialogues.test_works import choose
from tests.support import golden, teaming
from tests.support.acts import appointed, arrive, become_coordinator, join
from tests.support.assisting import water
from tests.support.photos import photo
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])
PDF = b"%PDF-1.4\none page of a report\n%%EOF\n"
OTHER = {"telegram": "viber", "viber": "telegram"}
CITY, CIVIL = "მერიიდან", "ორგანიზაციიდან"
PLAN = (
    "ვწყვეტთ, სად დაიდგას წყაროს ონკანი. წყვეტს მერი. 5 დეკემბერს განცხადება მაღაზიაში, 12-ში"
    " შეხვედრა. ვლაპარაკობთ ქართულად და აზერბაიჯანულად. თუ თოვს, შეხვედრას გადავდებთ."
)
REPORT = "ოცდაათმა გვიპასუხა. ონკანი სკოლასთან დაიდგმება, რადგან იქ ბავშვები დადიან."


async def learner(world: World, messenger: str, name: str) -> Guest:
    guest = world.guest(messenger, name)
    await join(guest)
    async with world.database.writing() as session:
        await teaming.learner(session, await id_of(world, guest), world.clock.now())
    return guest


async def mentor(world: World, messenger: str, name: str, full: str) -> Guest:
    guest = world.guest(messenger, name)
    await appointed(guest, await invited(world, role=MENTOR), full)
    return guest


async def formed(world: World, messenger: str) -> tuple[golden.Record, golden.Record, list[Guest]]:
    """A team of four on both messengers: who founded it, who came by the code, and the others."""
    nana = golden.Record(await learner(world, messenger, "ნანა"))
    await opens(world, nana.guest, "practicum:")
    nana.wait("the page before there is a team")
    await nana.press("გუნდის შექმნა")
    await nana.say("წყარო")
    await nana.say("ნანა ბერიძე")
    await nana.press(CITY)
    code = shown(nana.guest).partition("მოწვევის კოდი: ")[2][:9]
    gia = golden.Record(world.guest(OTHER[messenger], "გია"))
    await join(gia.guest)
    gia.wait("at the menu")
    await gia.guest.say(code)
    gia.wait("the code of the team")
    await gia.say("გია ლომიძე")
    await gia.press(CIVIL)
    others = []
    for bot, name in ((messenger, "ლია"), (OTHER[messenger], "დათო")):
        guest = world.guest(bot, name)
        await join(guest)
        await guest.say(code.lower())
        await guest.say(f"{name} მაისურაძე")
        await choose(guest, CIVIL)
        others.append(guest)
    return nana, gia, others


def shown(guest: Guest) -> str:
    return "\n".join(one.text for one in guest.screen())


def heard(guest: Guest, part: str) -> int:
    return sum(part in one.text for one in guest.screen())


async def page(guest: Guest | golden.Record, world: World) -> None:
    await opens(world, guest.guest if isinstance(guest, golden.Record) else guest, "practicum:")
    if isinstance(guest, golden.Record):
        guest.wait("the team's page")


async def survey_of(world: World, count: int) -> int:
    id = await water(world)
    async with world.database.writing() as session:
        await teaming.answer(session, id, count)
    return id


async def show_survey(world: World, nana: golden.Record) -> int:
    """A survey with 29 answers is not enough, one more is."""
    id = await survey_of(world, 29)
    await choose(nana, "ნაბიჯი 1")
    await choose(nana, "+ გამოკითხვა")
    await choose(nana, "წყალი სოფელში")
    assert "პასუხი: 29 (საჭიროა 30)" in nana.guest.last().text
    await choose(nana, "გუნდის გვერდი")
    assert "აკლია: ვკითხეთ ხალხს" in nana.guest.last().text
    async with world.database.writing() as session:
        await teaming.answer(session, id, 1)
    await page(nana, world)
    assert "პასუხი: 30" in nana.guest.last().text
    assert "აკლია: ვკითხეთ ხალხს" not in nana.guest.last().text
    return id


async def everything(world: World, nana: golden.Record, gia: golden.Record) -> None:
    """All four steps, done by two people on two messengers, and the review asked for."""
    await show_survey(world, nana)
    await choose(nana, "ნაბიჯი 2")
    await choose(nana, "+ ტექსტი")
    await nana.say(PLAN)
    await page(gia, world)
    await choose(gia, "ნაბიჯი 3")
    await choose(gia, "+ ფოტო")
    await gia.photo(photo())
    await choose(gia, "გუნდის გვერდი")
    await choose(gia, "ნაბიჯი 4")
    await choose(gia, "+ PDF")
    await gia.file("report.pdf", PDF)
    await choose(gia, "გუნდის გვერდი")
    await choose(gia, "შეფასების მოთხოვნა")
    await choose(gia, "დიახ, მოვითხოვოთ")


async def judge(one: golden.Record, marks: str) -> None:
    for mark in marks:
        await one.press(next(key for key in one.buttons() if key.startswith(f"{mark}. ")))


@both
async def test_a_team_of_four_passes_after_one_revision(demo_world: World, messenger: str):
    world = demo_world
    tea = golden.Record(await mentor(world, messenger, "თეა", "თეა ჭავჭავაძე"))
    nana, gia, others = await formed(world, messenger)
    await everything(world, nana, gia)
    await world.tick()
    tea.wait("the letter")
    await choose(tea, "ნამუშევრის ნახვა")
    await choose(tea, "PDF 1, ნაბიჯი 4")
    await choose(tea, "← უკან")
    await choose(tea, "შეფასების დაწყება")
    await judge(tea, "22221202")
    await choose(tea, "ანგარიში")
    await choose(tea, "მზადაა")
    await tea.say("ანგარიშში არ წერია, რატომ არ დაიდგა ონკანი ზემო უბანში.")
    await choose(tea, "დაბრუნება")
    await world.tick()
    nana.wait("the mentor's letter")
    assert [heard(one, "რატომ არ დაიდგა") for one in (gia.guest, *others)] == [1, 1, 1]
    await choose(nana, "გუნდის გვერდი")
    assert "შეფასების მოთხოვნა" not in " ".join(nana.buttons())
    await choose(nana, "ნაბიჯი 4")
    await choose(nana, "+ ტექსტი")
    world.clock.move(timedelta(hours=1))
    await nana.say(REPORT)
    await choose(nana, "გუნდის გვერდი")
    await choose(nana, "შეფასების მოთხოვნა")
    await choose(nana, "დიახ, მოვითხოვოთ")
    await world.tick()
    tea.wait("the second letter")
    await choose(tea, "ნამუშევრის ნახვა")
    await choose(tea, "შეფასების დაწყება")
    await judge(tea, "22221212")
    await tea.say("ახლა ყველაფერი გასაგებია.")
    await choose(tea, "✓ მიღება")
    await world.tick()
    nana.wait("the letter of acceptance")
    await choose(nana, "გუნდის გვერდი")
    await choose(nana, "მენტორის ქულები")
    for one, name in ((nana, "founder"), (gia, "member"), (tea, "mentor")):
        one.check(f"practicum_{name}_{messenger}")
    async with world.database.reading() as session:
        for guest in (nana.guest, gia.guest, *others):
            at = await practicum.accepted(session, await id_of(world, guest), *teaming.COURSE)
            assert at is not None and at.date() == world.clock.now().date()


async def begun(world: World, messenger: str) -> tuple[Guest, practicum.Crew]:
    """A team of two with everything to show and the review asked for, written by its member."""
    nana = await learner(world, messenger, "ნანა")
    gia = world.guest(OTHER[messenger], "გია")
    await join(gia)
    now = world.clock.now()
    async with world.database.writing() as session:
        people = [await id_of(world, one) for one in (nana, gia)]
        team = await teaming.team(session, DEMO, people, now - timedelta(hours=1))
        await teaming.complete(session, team, people[0], now)
    await opens(world, nana, "practicum:")
    await choose(nana, "შეფასების მოთხოვნა")
    await choose(nana, "დიახ, მოვითხოვოთ")
    await world.tick()
    return nana, team


@both
async def test_a_substitute_takes_over_when_the_day_has_passed(demo_world: World, messenger: str):
    world = demo_world
    tea = golden.Record(await mentor(world, messenger, "თეა", "თეა ჭავჭავაძე"))
    zaza = golden.Record(await mentor(world, OTHER[messenger], "ზაზა", "ზაზა დოლიძე"))
    nana, _ = await begun(world, messenger)
    tea.wait("the letter")
    assert heard(zaza.guest, "შეფასებას ითხოვს") == 0
    async with world.database.reading() as session:
        query = select(TeamCall.due_at).order_by(TeamCall.id)
        until = (await session.execute(query)).scalars().all()[-1]
    world.clock.move(until - timedelta(days=1) - world.clock.now())
    await world.tick()
    tea.wait("the reminder")
    assert heard(tea.guest, "ორი სამუშაო დღე დარჩა") == 1
    world.clock.move(timedelta(days=1))
    await world.tick()
    tea.wait("the day has passed")
    zaza.wait("the substitute's letter")
    record = golden.Record(nana)
    record.wait("the team learns")
    assert heard(nana, "სხვა მენტორი კითხულობს") == 1
    await opens(world, tea.guest, "mentor:")
    tea.wait("the queue")
    await choose(zaza, "ნამუშევრის ნახვა")
    await choose(zaza, "შეფასების დაწყება")
    await judge(zaza, "22222222")
    await choose(zaza, "გამოტოვება")
    await choose(zaza, "✓ მიღება")
    tea.check(f"practicum_overdue_{messenger}")
    zaza.check(f"practicum_substitute_{messenger}")


@both
async def test_a_mentor_declines_and_the_coordinator_finds_another(
    demo_world: World, messenger: str
):
    world = demo_world
    tea = await mentor(world, messenger, "თეა", "თეა ჭავჭავაძე")
    guest = world.guest(messenger, "ეკა")
    await become_coordinator(guest)
    nana, team = await begun(world, messenger)
    await opens(world, tea, "mentor:")
    await choose(tea, "წყარო")
    await choose(tea, "ვერ შევაფასებ")
    await choose(tea, "დიახ, გადაეცით")
    eka = golden.Record(guest)
    await world.tick()
    eka.wait("nobody is left")
    assert heard(guest, "მენტორი კი არ არის") == 1
    await choose(eka, "გუნდის ნახვა")
    zaza = await mentor(world, OTHER[messenger], "ზაზა", "ზაზა დოლიძე")
    person = await id_of(world, zaza)
    async with world.database.reading() as session:
        assert await staff.is_staff(session, person, DEMO, MENTOR)
    await opens(world, guest, f"team:{team.id}")
    eka.wait("the team's state")
    await choose(eka, "გადაეცეს: ზაზა")
    await world.tick()
    assert heard(zaza, "შეფასებას ითხოვს") == 1
    assert heard(nana, "სხვა მენტორი კითხულობს") == 1
    eka.check(f"practicum_coordinator_{messenger}")


@both
async def test_a_mentor_stops_and_a_newcomer_comes_by_the_link(demo_world: World, messenger: str):
    world = demo_world
    tea = await mentor(world, messenger, "თეა", "თეა ჭავჭავაძე")
    zaza = await mentor(world, OTHER[messenger], "ზაზა", "ზაზა დოლიძე")
    _, team = await begun(world, messenger)
    await choose(tea, "ნამუშევრის ნახვა")
    await choose(tea, "მოგვიანებით")
    await choose(tea, "აღარ ვარ მენტორი")
    await choose(tea, "დიახ")
    await world.tick()
    assert heard(zaza, "შეფასებას ითხოვს") == 1
    await tea.say("მენიუ")
    assert "გუნდების შეფასება" not in " ".join(tea.buttons()) + tea.last().text
    async with world.database.reading() as session:
        code = await practicum.code(session, team)
    lia = world.guest(messenger, "ლია")
    await arrive(lia, code)
    await lia.press("ქართული")
    await lia.press("თანახმა ვარ")
    await lia.press("გამოტოვება")
    assert "გეპატიჟებათ პრაქტიკაში" in shown(lia)
    await lia.say("ლია")
    await choose(lia, CIVIL)
    assert "ახლა გუნდში „წყარო“ ხართ" in shown(lia)


@both
async def test_a_new_mentor_gets_what_waits(demo_world: World, messenger: str):
    nana, _ = await begun(demo_world, messenger)
    assert "მენტორს კოორდინატორი დანიშნავს" in nana.last().text
    tea = demo_world.guest(messenger, "თეა")
    await join(tea)
    await accept(tea, await invited(demo_world, role=MENTOR), "თეა ჭავჭავაძე")
    assert "წყარო — " in " ".join(tea.buttons()) + tea.last().text
    await tea.say("მენიუ")
    await choose(tea, "გუნდების შეფასება")
    assert "შესაფასებელია 1" in tea.last().text


@both
async def test_a_meeting_counts_when_fifteen_came(demo_world: World, messenger: str):
    world = demo_world
    nana = await learner(world, messenger, "ნანა")
    now = world.clock.now()
    async with world.database.writing() as session:
        await teaming.team(session, DEMO, [await id_of(world, nana)], now)
        id = await teaming.meeting(session, DEMO, now + timedelta(minutes=30), came=13)
    world.clock.move(timedelta(hours=1))
    record = golden.Record(nana)
    await page(record, world)
    await choose(record, "ნაბიჯი 1")
    await choose(record, "+ შეხვედრა")
    await choose(record, "შეხვედრა ბიბლიოთეკაში")
    assert "მოვიდა: 13 (საჭიროა 15)" in nana.last().text
    await choose(record, "+ შეხვედრა")
    await choose(record, "შეხვედრა ბიბლიოთეკაში")
    assert "უკვე დევს" in nana.last().text
    for name in ("გია", "ლია"):
        guest = world.guest(messenger, name)
        await join(guest)
        async with world.database.writing() as session:
            person = await id_of(world, guest)
            await attendance.mark(session, id, person, world.clock.now())
    await page(record, world)
    assert "✓ 1. ვკითხეთ ხალხს" in nana.last().text
    record.check(f"practicum_meeting_{messenger}")


@both
async def test_pieces_are_looked_at_taken_away_and_a_wrong_file_is_refused(
    demo_world: World, messenger: str
):
    world = demo_world
    guest = await learner(world, messenger, "ნანა")
    async with world.database.writing() as session:
        now = world.clock.now()
        await teaming.team(session, DEMO, [await id_of(world, guest)], now)
    nana = golden.Record(guest)
    await page(nana, world)
    await choose(nana, "ნაბიჯი 3")
    await choose(nana, "+ PDF")
    await nana.file("plan.pdf", b"not a pdf at all")
    await nana.file("plan.pdf", PDF)
    await choose(nana, "ნახვა: PDF")
    await choose(nana, "PDF-ის ნახვა")
    await choose(nana, "← უკან")
    await choose(nana, "+ ფოტო")
    await nana.photo(photo())
    await choose(nana, "ნახვა: ფოტო")
    await choose(nana, "წაშლა")
    await choose(nana, "გუნდის გვერდი")
    await choose(nana, "გუნდიდან გასვლა")
    await choose(nana, "დიახ, გავდივარ")
    nana.check(f"practicum_pieces_{messenger}")


@both
async def test_in_english(demo_world: World, messenger: str):
    world = demo_world
    tea = await mentor(world, messenger, "Tea", "Tea Chavchavadze")
    nana, _ = await begun(world, messenger)
    async with world.database.writing() as session:
        await session.execute(update(Person).values(language="en"))
    mine, hers = golden.Record(nana), golden.Record(tea)
    await page(mine, world)
    await choose(mine, "Step 2")
    await choose(mine, "team's page")
    await opens(world, tea, "mentor:")
    hers.wait("the queue")
    await choose(hers, "წყარო")
    await choose(hers, "Begin")
    await judge(hers, "22222222")
    await choose(hers, "Skip")
    await choose(hers, "Accept")
    await world.tick()
    mine.wait("the letter")
    mine.check(f"practicum_english_team_{messenger}")
    hers.check(f"practicum_english_mentor_{messenger}")


async def test_others_see_nothing_of_a_team(demo_world: World):
    """Neither by its ids, nor as a mentor who is not asked, nor from the neighbours' desk."""
    world = demo_world
    tea = await mentor(world, "telegram", "თეა", "თეა ჭავჭავაძე")
    zaza = await mentor(world, "telegram", "ზაზა", "ზაზა დოლიძე")
    _, team = await begun(world, "telegram")
    lia = world.telegram("ლია")
    await join(lia)
    await accept(lia, await invited(world, "keda"), "ლია კედელი")
    for guest in (zaza, lia):
        await opens(world, guest, "mentor-review:1")
        assert "თქვენთან აღარ არის" in guest.last().text
        await opens(world, guest, "practicum-piece:1")
        assert "აღარ არის" in guest.last().text and "გუნდი" in guest.last().text
        await opens(world, guest, f"team:{team.id}")
        assert "წყარო" not in guest.last().text
        await opens(world, guest, f"teams:{DEMO}")
        assert "წყარო" not in guest.last().text
    await opens(world, tea, "mentor-review:1")
    assert "წყარო" in shown(tea)
    async with world.database.writing() as session:
        person = await id_of(world, tea)
        await session.execute(delete(Role).where(Role.person_id == person))
    await opens(world, tea, "mentor-review:1")
    assert "თქვენთან აღარ არის" in tea.last().text


async def test_the_desk_lists_teams_and_a_full_or_foreign_team_is_not_joined(demo_world: World):
    world = demo_world
    eka = world.telegram("ეკა")
    await become_coordinator(eka)
    assert "პრაქტიკის გუნდები" not in " ".join(eka.buttons()) + eka.last().text
    nana = await learner(world, "telegram", "ნანა")
    gia = await learner(world, "viber", "გია")
    now = world.clock.now()
    async with world.database.writing() as session:
        first = await teaming.team(session, DEMO, [await id_of(world, nana)], now)
        other = await teaming.team(session, DEMO, [await id_of(world, gia)], now, name="ხიდი")
        code = await practicum.code(session, other)
    await eka.say("მენიუ")
    await choose(eka, "სამუშაო გვერდი")
    await choose(eka, "პრაქტიკის გუნდები")
    await choose(eka, "ხიდი")
    assert "მუნიციპალიტეტი: 1" in eka.last().text
    await nana.say(code)
    assert "უკვე სხვა გუნდში" in nana.last().text
    guests = [world.telegram(f"წევრი {at}") for at in range(11)]
    for guest in guests:
        await join(guest)
    people = [await id_of(world, guest) for guest in guests]
    async with world.database.writing() as session:
        for at, person in enumerate(people):
            new = Newcomer(person, f"წევრი {at}", "civil")
            await practicum.join(session, first.key, new, now)
        code = await practicum.code(session, first)
    late = world.telegram("გვიანა")
    await join(late)
    await late.say(code)
    await late.say("გვიანა")
    await late.press(CIVIL)
    assert "მეტი არ შეიძლება" in shown(late)
