"""Who votes by which proof, as people see it on both messengers."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from bot.civic.edition import Calendar, Edition, Paper
from storage import cards, register, votes
from storage.demo import VOTE_DOOR
from storage.register import Row
from storage.tables.electorate import Proof
from storage.tables.people import Account
from storage.tables.votes import Electorate, Process
from tests.dialogues.test_arriving import id_of, join_in_words
from tests.dialogues.test_vote import BEGIN, DONE, VOTE, YES, both, by_staff, check, chosen
from tests.dialogues.test_vote_end import button
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.world import Guest, World

HALF_MINUTE = timedelta(seconds=30)


async def ask_for(world: World, identity: str, paper: Paper = Paper.NONE) -> None:
    """The demo's vote asks for another proof, and has an edition around it."""
    async with world.database.writing() as session:
        vote = await votes.find(session, VOTE)
        assert vote is not None
        opens, day = vote.opens_at, timedelta(days=1)
        before = (opens - 40 * day, opens - 20 * day, opens - 10 * day)
        calendar = Calendar(*before, opens, vote.closes_at, vote.results_at)
        edition = Edition(calendar, paper=paper)
        values = {"identity": identity, "edition": edition.to_json()}
        await session.execute(update(Process).where(Process.id == VOTE).values(values))


def personal(number: int) -> str:
    """An invented personal number."""
    return f"01{number:09}"


async def registered(world: World, count: int = 8, young: int = 0) -> None:
    rows = [
        Row(number, "number", personal(number), young=number == young)
        for number in range(1, count + 1)
    ]
    async with world.database.writing() as session:
        await register.keep(session, VOTE, rows, {}, world.clock.now())


async def printed(world: World, count: int = 5, handed: int = 4) -> list[cards.Card]:
    """Printed cards, of which the first were handed out."""
    async with world.database.writing() as session:
        made = await cards.make(session, VOTE, count, "", world.clock.now())
        by = await by_staff(world)
        await cards.hand(session, VOTE, by, [card.serial for card in made[:handed]])
    return made


async def to_proof(guest: Guest) -> None:
    """To the question for the proof, as somebody who comes from the poster."""
    await join(guest, code=VOTE_DOOR)
    await guest.press(BEGIN)


async def at_proof(guest: Guest) -> golden.Record:
    """A transcript from there on."""
    await join(guest, code=VOTE_DOOR)
    record = golden.Record(guest)
    await record.press(BEGIN)
    return record


async def pick(guest: Guest | golden.Record, picks: str) -> None:
    await guest.say(picks)
    await guest.press(DONE)
    await guest.press(YES)


async def stored(world: World) -> str:
    """Everything the database holds but what came in before it was joined, as text."""
    tables = ("draft", "letter", "inbox", "log", "job", "due", "attempt", "proof", "register_row")
    found = []
    async with world.database.reading() as session:
        for table in (*tables, "desk_code", "voter_code", "electorate", "voiding", "ballot"):
            rows = await session.execute(text(f"SELECT * FROM {table}"))
            found += [f"{table}: {json.dumps(list(map(str, row)))}" for row in rows]
    return "\n".join(found)


def as_typed(record: golden.Record, *secrets: str) -> None:
    """Random codes stand in the golden transcript by what they are."""
    for name, code in enumerate(secrets, 1):
        record.lines = [line.replace(code, f"<{name}>") for line in record.lines]


@both
async def test_a_voter_of_the_register_shows_the_personal_number(demo_world: World, messenger: str):
    await ask_for(demo_world, "register")
    await registered(demo_world)
    record = await at_proof(demo_world.guest(messenger))
    await record.say("ნინო")
    await record.say(personal(99))
    await record.say(f"{personal(3)[:2]} {personal(3)[2:]}")
    held = await stored(demo_world)
    assert personal(3) not in held and personal(99) not in held
    await pick(record, "3 7")
    check(record, f"register_{messenger}")
    assert await chosen(demo_world) == [["3", "7"]]
    guest = record.guest
    await guest.say("მენიუ")
    await guest.press(next(key for key in guest.buttons() if "ხმის შეცვლა:" in key))
    await guest.press("ხმის შეცვლა")
    await pick(guest, "1")
    assert await chosen(demo_world) == [["1"]]
    assert personal(3) not in await stored(demo_world)


@both
async def test_a_number_that_another_chat_has_shown_is_told_where_to_go(
    demo_world: World, messenger: str
):
    await ask_for(demo_world, "register")
    await registered(demo_world, young=4)
    first, second = demo_world.guest(messenger), demo_world.guest(messenger, "გელა")
    await to_proof(first)
    await first.say(personal(3))
    await to_proof(second)
    await second.say(personal(3))
    assert "სხვა ჩატში უკვე დადასტურებულია" in second.last().text
    await second.press("მერიაში ვარ")
    assert "თქვენი კოდი მერიისთვის" in second.last().text
    third = demo_world.guest(messenger, "ლუკა")
    await to_proof(third)
    await third.say(personal(4))
    assert "16 წლიდან" in third.last().text


@both
async def test_wrong_numbers_are_limited_and_deleting_oneself_does_not_help(
    demo_world: World, messenger: str
):
    await ask_for(demo_world, "register")
    await registered(demo_world)
    guest = demo_world.guest(messenger)
    await to_proof(guest)
    for number in range(20, 25):
        await guest.say(personal(number))
    assert "უსაფრთხოებისთვის" in guest.last().text
    await forge(demo_world, "privacy")
    await guest.press("go")
    await guest.press("ყველაფრის წაშლა")
    await guest.press("დიახ, წაშალეთ")
    await join_in_words(guest, VOTE_DOOR)
    await guest.press(BEGIN)
    assert "უსაფრთხოებისთვის" in guest.last().text
    demo_world.clock.move(timedelta(minutes=2))
    await forge(demo_world, f"vote:{VOTE}")
    await guest.press("go")
    await guest.press(BEGIN)
    await guest.say(personal(2))
    await pick(guest, "3")
    assert await chosen(demo_world) == [["3"]]


@both
async def test_a_family_votes_in_turn_from_one_phone(demo_world: World, messenger: str):
    await ask_for(demo_world, "code")
    made = await printed(demo_world)
    record = await at_proof(demo_world.guest(messenger))
    await record.say("1111 1111 1111")
    await record.say(made[0].code)
    await record.press("დიახ, ბარათი №1")
    await pick(record, "3 7")
    held = await stored(demo_world)
    assert made[0].code not in held and made[0].code.replace("-", "") not in held
    await record.press("სხვა ბარათით")
    await record.press(BEGIN)
    await record.say(made[1].code.replace("-", ""))
    await record.press("დიახ, ბარათი №2")
    await pick(record, "1")
    assert await chosen(demo_world) == [["1"], ["3", "7"]]
    await record.press("სხვა ბარათით")
    await record.press(BEGIN)
    await record.say(made[0].code)
    await record.press("დიახ, ბარათი №1")
    await pick(record, "2")
    as_typed(record, made[0].code, made[1].code.replace("-", ""))
    check(record, f"family_{messenger}")
    assert await chosen(demo_world) == [["1"], ["2"]]
    async with demo_world.database.reading() as session:
        assert set((await session.execute(select(Electorate.person_id))).scalars()) == {None}
        assert (await session.execute(select(Proof.person_id))).first() is None


@both
async def test_whose_turn_it_is_on_a_family_phone_is_asked(demo_world: World, messenger: str):
    """One has typed a code and left; another sits down, and does not vote for the first."""
    await ask_for(demo_world, "code")
    made = await printed(demo_world)
    guest = demo_world.guest(messenger)
    await to_proof(guest)
    await guest.say(made[0].code)
    await guest.press("არა, სხვა ბარათი მაქვს")
    await guest.say(made[4].code)
    assert "ჯერ არ აღუნიშნავს" in guest.last().text
    await guest.press("არა, სხვა ბარათი მაქვს")
    await guest.say(made[2].code)
    await guest.press("დიახ, ბარათი №3")
    await pick(guest, "3")
    async with demo_world.database.reading() as session:
        assert len((await session.execute(select(Electorate.identity_key))).all()) == 1


@both
async def test_a_card_that_moved_to_another_phone_is_asked_for_again(
    demo_world: World, messenger: str
):
    await ask_for(demo_world, "code")
    made = await printed(demo_world)
    first, second = demo_world.guest(messenger), demo_world.guest(messenger, "გელა")
    for guest in (first, second):
        await to_proof(guest)
        await guest.say(made[0].code)
        await guest.press("დიახ, ბარათი №1")
        await guest.say("3")
    await first.press(DONE)
    await second.press(DONE)
    await second.press(YES)
    assert "12 ციფრი" in first.last().text
    await first.say(made[0].code)
    await first.press("დიახ, ბარათი №1")
    await first.press(DONE)
    await first.press(YES)
    assert "ხმა შეცვლილია" in first.last().text
    assert await chosen(demo_world) == [["3"]]


async def staff(world: World, messenger: str) -> Guest:
    chief = world.guest(messenger, "ეკა")
    await become_coordinator(chief)
    return chief


async def on_page(guest: Guest, act: str) -> golden.Record:
    """One of the pages about voters and paper, reached from the menu; a transcript from there."""
    await guest.say("მენიუ")
    for part in ("სამუშაო გვერდი", "კენჭისყრის მართვა", "ამომრჩევლები და ქაღალდი"):
        await guest.press(button(guest, part))
    record = golden.Record(guest)
    await record.press(act)
    return record


def six(guest: Guest) -> str:
    """The code that the chat shows to the desk."""
    shown = next(s.text for s in reversed(guest.screen()) if "კოდი მერიისთვის" in s.text)
    return next(word for word in shown.split() if word.isdecimal() and len(word) == 6)


@both
async def test_the_desk_makes_somebody_a_voter(demo_world: World, messenger: str):
    await ask_for(demo_world, "desk")
    boss = await staff(demo_world, messenger)
    voter = await at_proof(demo_world.guest(messenger))
    code = six(voter.guest)
    chief = await on_page(boss, "ადამიანის შემოწმება")
    await chief.press("პირველი შემოწმება")
    await chief.say("000000" if code != "000000" else "111111")
    assert "პირადი ნომერი" not in chief.guest.last().text
    await chief.say(code)
    await chief.say("123")
    await chief.say(personal(5))
    assert personal(5) not in await stored(demo_world)
    await demo_world.tick()
    voter.wait("checked at the desk")
    await voter.press(BEGIN)
    await voter.press(BEGIN)
    await pick(voter, "3")
    for record in (chief, voter):
        as_typed(record, code)
    check(chief, f"desk_staff_{messenger}")
    check(voter, f"desk_voter_{messenger}")
    assert await chosen(demo_world) == [["3"]]


@both
async def test_after_a_lost_phone_the_desk_moves_the_voter(demo_world: World, messenger: str):
    await ask_for(demo_world, "register")
    await registered(demo_world)
    boss = await staff(demo_world, messenger)
    first = demo_world.guest(messenger)
    await to_proof(first)
    await first.say(personal(3))
    await pick(first, "3")
    old = golden.Record(first)
    new = await at_proof(demo_world.guest(messenger, "ნინო 2"))
    await new.say(personal(3))
    await new.press("მერიაში ვარ")
    code = six(new.guest)
    pages = []
    for what in ("პირველი შემოწმება", "სხვა ტელეფონზე გადატანა"):
        chief = await on_page(boss, "ადამიანის შემოწმება")
        await chief.press(what)
        await chief.say(code)
        await chief.say(personal(3))
        pages += chief.lines
    chief.lines = pages
    await demo_world.tick()
    old.wait("moved")
    new.wait("checked at the desk")
    await new.press(BEGIN)
    await new.press("ხმის შეცვლა")
    await pick(new, "5")
    for record in (chief, new, old):
        as_typed(record, code)
    check(chief, f"moved_staff_{messenger}")
    check(new, f"moved_new_{messenger}")
    check(old, f"moved_old_{messenger}")
    assert await chosen(demo_world) == [["5"]]
    async with demo_world.database.reading() as session:
        owner = (await session.execute(select(Electorate.person_id))).scalar_one()
    assert owner == await id_of(demo_world, new.guest)


@both
async def test_cards_are_handed_out_and_a_lost_one_is_replaced(demo_world: World, messenger: str):
    await ask_for(demo_world, "code")
    made = await printed(demo_world, handed=0)
    boss = await staff(demo_world, messenger)
    handing = await on_page(boss, "ბარათების გაცემა")
    chief = handing
    await chief.say("პირველი")
    await chief.say("1-3 9")
    await chief.press("დიახ")
    voter = demo_world.guest(messenger)
    await to_proof(voter)
    await voter.say(made[0].code)
    await voter.press("დიახ, ბარათი №1")
    await pick(voter, "3")
    first = voter.last().text
    chief = await on_page(boss, "დაკარგული ბარათის შეცვლა")
    await chief.say("1")
    await chief.say("4")
    await chief.press("დიახ")
    chief.lines = handing.lines + chief.lines
    check(chief, f"cards_{messenger}")
    await voter.press("სხვა ბარათით")
    await voter.press(BEGIN)
    await voter.say(made[0].code)
    assert "გაუქმებულია" in voter.last().text
    await voter.say(made[3].code)
    await voter.press("დიახ, ბარათი №4")
    await pick(voter, "5")
    again = voter.last().text  # whoever holds the new card must not stand behind the old receipt
    assert "თქვენი ხმა მიღებულია" in again and again != first
    assert await chosen(demo_world) == [["5"]]


@pytest.mark.parametrize(
    "page", ["electorate", "desk-check", "cards", "card-replace", "signatures", "papers"]
)
@pytest.mark.parametrize("who", ["citizen", "neighbour"])
async def test_pages_of_staff_are_closed_to_others(demo_world: World, page: str, who: str):
    guest = demo_world.telegram("გია")
    if who == "neighbour":
        await become_coordinator(guest)
        async with demo_world.database.writing() as session:
            mine = await session.execute(select(Account.person_id).order_by(Account.id.desc()))
            person = mine.scalars().first()
            await session.execute(
                text("UPDATE role SET municipality_id = 'gori' WHERE person_id = :id"),
                {"id": person},
            )
    else:
        await join(guest)
    await forge(demo_world, f"{page}:{VOTE}")
    await guest.press("go")
    assert "მხოლოდ ამ მუნიციპალიტეტის" in guest.last().text
