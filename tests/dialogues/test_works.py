"""After the vote: projects, their news, followers, disputes and answers, as people see them."""

import re
from datetime import timedelta

from sqlalchemy import select

from storage.demo.place import DEMO
from storage.tables.people import Account
from tests.dialogues.test_vote import VOTE, both, check
from tests.dialogues.test_vote_end import polled, seal
from tests.support import golden
from tests.support.acts import forge, join
from tests.support.counted import idea_of
from tests.support.photos import photo
from tests.support.world import Guest, World

WINNER = "საბავშვო მოედანი"


async def built(world: World, messenger: str) -> tuple[list[Guest], dict[str, Guest], Guest]:
    """A told result: its voters, the staff, and the author of the idea that won."""
    people, staff = await polled(world, messenger)
    author = world.guest(messenger, "ავტორი")
    await join(author)
    async with world.database.writing() as session:
        newest = select(Account.person_id).order_by(Account.id.desc()).limit(1)
        person = (await session.execute(newest)).scalar_one()
        await idea_of(session, VOTE, 1, person, place=DEMO)
    await seal(world, staff)
    await world.tick()
    world.clock.move(timedelta(days=1))
    await world.tick()
    return people, staff, author


async def choose(guest: Guest | golden.Record, part: str) -> None:
    """Press the button that says so, on whatever page of a long list it stands."""
    for _ in range(4):
        for key in guest.buttons():
            stem = re.sub(r"^\d+\. ", "", key)
            if part in key or (stem.endswith("…") and part.startswith(stem[:-1])):
                await guest.press(key)
                return
        shown = guest.guest.last() if isinstance(guest, golden.Record) else guest.last()
        if number := re.search(rf"^(\d+)\. .*{re.escape(part)}", shown.text, re.MULTILINE):
            await guest.press(number[1])
            return
        await guest.press(next(key for key in guest.buttons() if "→" in key))
    raise AssertionError(f"nothing says {part}")


async def open_works(guest: Guest | golden.Record) -> None:
    await guest.say("მენიუ")
    await choose(guest, "სამუშაო გვერდი")
    await choose(guest, "გამარჯვებული პროექტები")
    await choose(guest, WINNER)


async def open_project(guest: Guest | golden.Record) -> None:
    await guest.say("მენიუ")
    await choose(guest, "რა კეთდება")
    await choose(guest, WINNER)


async def post_news(guest: Guest | golden.Record, stage: str = "მიმდინარეობს") -> None:
    await open_works(guest)
    await choose(guest, "სიახლის დამატება")
    await choose(guest, stage)
    await guest.say("ძველი მოედანი დავშალეთ. საქანელებს მაისში დავდგამთ.")
    await guest.photo(photo())
    await choose(guest, "გამოტოვება")
    await choose(guest, "დიახ, გამოქვეყნდეს")


def heard(guest: Guest, part: str) -> int:
    return sum(part in shown.text for shown in guest.screen())


@both
async def test_a_winner_gets_an_owner_its_days_and_news(demo_world: World, messenger: str):
    _, staff, author = await built(demo_world, messenger)
    chief = golden.Record(staff["chief"])
    await open_works(chief)
    await choose(chief, "პასუხისმგებელი და ვადა")
    await choose(chief, "ეკა ბერიძე")
    await chief.say("აპრილში")
    await chief.say("1.4.2027")
    await chief.say("1.3.2027")
    await chief.say("30.9.2027")
    await post_news(chief)
    check(chief, f"works_staff_{messenger}")
    letter = golden.Record(author)
    await demo_world.tick()
    letter.wait("the news")
    check(letter, f"works_news_{messenger}")
    await demo_world.tick()
    assert heard(author, "საქანელებს მაისში") == 1


@both
async def test_a_voter_follows_by_choice_and_gets_each_update_once(
    demo_world: World, messenger: str
):
    people, staff, author = await built(demo_world, messenger)
    voter = people[messenger == "viber"]
    await post_news(staff["chief"])
    await demo_world.tick()
    assert heard(voter, "საქანელებს მაისში") == 0
    reader = golden.Record(voter)
    await open_project(reader)
    await choose(reader, "სიახლეების გამოწერა")
    check(reader, f"project_follow_{messenger}")
    await post_news(staff["chief"])
    await demo_world.tick()
    assert (heard(voter, "სიახლე"), heard(author, "საქანელებს მაისში")) >= (1, 2)
    await choose(voter, "აღარ მომწეროთ")
    before = len(voter.screen())
    await post_news(staff["chief"])
    await demo_world.tick()
    assert len(voter.screen()) == before


@both
async def test_a_dispute_is_answered_and_both_are_public_without_names(
    demo_world: World, messenger: str
):
    _, staff, author = await built(demo_world, messenger)
    await post_news(staff["chief"], "დასრულდა")
    await demo_world.tick()
    citizen = golden.Record(author)
    await choose(citizen, "ასეა?")
    await choose(citizen, "არა, ასე არ არის")
    await citizen.say("საქანელა უკვე გატეხილია, ღობე კი არ დგას.")
    await citizen.photo(photo())
    await choose(citizen, "დიახ, გაუგზავნეთ")
    chief = golden.Record(staff["chief"])
    await open_works(chief)
    await choose(chief, "შენიშვნაზე პასუხი")
    await chief.say("შევამოწმეთ. ღობეს 1 ივლისამდე დადგამს მშენებელი.")
    await choose(chief, "დიახ, გამოქვეყნდეს")
    check(chief, f"works_answer_{messenger}")
    await demo_world.tick()
    citizen.wait("the answer")
    check(citizen, f"project_dispute_{messenger}")
    other = demo_world.guest(messenger, "სხვა")
    await join(other)
    await open_project(other)
    shown = other.last().text
    assert "გატეხილია" in shown and "1 ივლისამდე" in shown and "ავტორი" not in shown


@both
async def test_an_unanswered_dispute_is_reminded_of_and_then_public(
    demo_world: World, messenger: str
):
    _, staff, author = await built(demo_world, messenger)
    await post_news(staff["chief"])
    await demo_world.tick()
    await choose(author, "ასეა?")
    await choose(author, "არა, ასე არ არის")
    await author.say("საქანელა უკვე გატეხილია.")
    await choose(author, "გამოტოვება")
    await choose(author, "დიახ, გაუგზავნეთ")
    await open_project(author)
    assert "გატეხილია" not in author.last().text
    demo_world.clock.move(timedelta(days=21))
    await demo_world.tick()
    assert heard(staff["chief"], "პასუხის ვადა გავიდა") == 1
    await open_project(author)
    assert "გატეხილია" in author.last().text
    assert "პასუხი ჯერ არ არის" in author.last().text


@both
async def test_an_old_update_nags_its_owner_until_there_is_a_new_one(
    demo_world: World, messenger: str
):
    _, staff, _ = await built(demo_world, messenger)
    chief = staff["chief"]
    demo_world.clock.move(timedelta(days=91))
    await demo_world.tick()
    first = heard(chief, "ბოლო სიახლის შემდეგ")
    assert first >= 1
    await post_news(chief)
    demo_world.clock.move(timedelta(days=60))
    await demo_world.tick()
    others = first - 1
    assert heard(chief, "ბოლო სიახლის შემდეგ") == first + others


@both
async def test_citizens_post_no_news(demo_world: World, messenger: str):
    await built(demo_world, messenger)
    guest = demo_world.guest(messenger, "სხვა")
    await join(guest)
    for target in ("work-news:1", "work-plan:1", f"works:{DEMO}", "work:1"):
        await forge(demo_world, target)
        await guest.press("go")
        assert "მხოლოდ" in guest.last().text
