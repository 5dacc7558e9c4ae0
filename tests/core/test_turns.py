"""A message in, one turn, one transaction."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import func, select, text, update

from bot.journey import Done, Journey, Me, Open, Refused
from bot.messages import Choice, Heard, Html
from storage.engine import Database
from storage.tables.mail import Inbox, Letter
from storage.tables.people import Account, Draft, Municipality
from tests.support.house import ECHO, House, thank


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    opened = House(database)
    yield opened
    await opened.close()


async def count(database: Database, query: Any) -> int:
    async with database.reading() as session:
        return int((await session.execute(query)).scalar_one())


async def test_first_contact_makes_a_person_and_is_answered(house: House) -> None:
    await house.hear(house.event("a"))
    assert house.said("a") == ["Say something"]
    assert await count(house.database, select(func.count()).select_from(Account)) == 1


async def test_a_repeated_delivery_has_no_effect(house: House) -> None:
    event = house.event("a")
    await house.hear(event)
    await house.hear(event, event)
    assert house.said("a") == ["Say something"]


async def test_a_chat_is_answered_in_order_and_chats_side_by_side(house: House) -> None:
    words = [f"word {n}" for n in range(5)]
    events = [house.event(chat, word) for word in ["start", *words] for chat in ("a", "b", "c")]
    await house.hear(*events)
    for chat in ("a", "b", "c"):
        thanked = [said for said in house.said(chat) if said.startswith("You said")]
        assert thanked == ["You said word 0", "You said word 2", "You said word 4"]


async def test_the_payload_is_blanked_when_handled(house: House) -> None:
    await house.hear(house.event("a", "something private"))
    left = select(func.count()).where(Inbox.payload.is_not(None))
    assert await count(house.database, left) == 0
    assert await count(house.database, select(func.count()).where(Letter.body.is_not(None))) == 0


async def test_a_poisoned_event_is_set_aside_with_one_apology(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def fragile(chat: Any) -> str:
        word = await chat.ask("word", "Say something")
        if word == "poison":
            raise RuntimeError(f"cannot bear {word}")
        return str(word)

    house = House(database, {name: Journey(name, fragile, thank) for name in ("menu", "welcome")})
    events = [house.event(str(n)) for n in range(300)]
    await house.hear(*events)
    with caplog.at_level(logging.ERROR):
        await house.hear(*(house.event(str(n), "poison" if n == 7 else "fine") for n in range(300)))
    assert house.dispatcher.failed == 1
    assert [house.said(str(n))[-1] for n in range(300) if n != 7] == ["You said fine"] * 299
    assert len(house.said("7")) == 2 and "poison" not in caplog.text
    await house.hear(house.event("7", "fine"))
    assert house.said("7")[-1] == "You said fine"
    await house.close()


async def test_a_refused_effect_writes_nothing_and_asks_again(database: Database) -> None:
    async def apply(session: Any, me: Me, text: Any, result: str) -> Done | Refused:
        if result == "taken":
            return Refused(Html("That one is taken."), forget=("word",))
        return Done(Html("Fine"))

    house = House(database, {n: Journey(n, ECHO["menu"].script, apply) for n in ECHO})
    await house.hear(house.event("a"))
    await house.hear(house.event("a", "taken"))
    assert house.said("a")[-1] == "That one is taken.\n\nSay something"
    await house.hear(house.event("a", "free"))
    assert house.said("a")[-1] == "Fine"
    await house.close()


async def test_a_violated_constraint_becomes_a_refusal_and_the_turn_still_commits(
    database: Database,
) -> None:
    async def twice(session: Any, me: Me, text: Any, result: str) -> Done:
        session.add(Municipality(id=result, name={}, region={}))
        await session.flush()
        return Done(Html("Fine"))

    def conflict(text: Any, error: Exception) -> Refused:
        return Refused(Html("It exists."), forget=("word",))

    journey = Journey("menu", ECHO["menu"].script, twice, conflict=conflict)
    house = House(database, {"menu": journey, "welcome": journey})
    for word in ("start", "poti", "start", "poti"):
        await house.hear(house.event("a", word))
    assert house.said("a")[-1].startswith("It exists.")
    await house.close()


async def test_words_that_always_work(database: Database) -> None:
    async def other(chat: Any) -> str:
        return str(await chat.choose("x", "Choose", [Choice("a", "A")]))

    async def menu(chat: Any) -> str:
        return str(await chat.choose("go", "Menu", [Choice("other", "Other"), Choice("t", "T")]))

    async def go(session: Any, me: Me, text: Any, result: str) -> Open:
        return Open(result)

    journeys = {
        "menu": Journey("menu", menu, go),
        "welcome": Journey("welcome", menu, go),
        "other": Journey("other", other, thank),
        "t": Journey("t", ECHO["menu"].script, thank),
    }
    house = House(database, journeys)
    await house.hear(house.event("a", heard=Heard.START))
    await house.hear(house.event("a", "Other"))
    await house.hear(house.event("a", "მენიუ"))
    assert house.said("a")[-1] == "Menu"
    await house.hear(house.event("a", "T"))
    await house.hear(house.event("a", "მენიუ"))
    assert house.said("a")[-1] == "You said მენიუ", "an idea may be titled so"
    await house.hear(house.event("a", "T"))
    await house.hear(house.event("a", "/menu"))
    assert house.said("a")[-1] == "Menu"
    await house.hear(house.event("a", "სტოპ"))
    assert await count(database, select(func.count()).where(Account.opted_out)) == 1
    await house.hear(house.event("a", "menu"))
    assert await count(database, select(func.count()).where(Account.opted_out)) == 1
    await house.close()


async def test_a_blocked_account_is_reached_again_when_it_writes(house: House) -> None:
    await house.hear(house.event("a"))
    await house.hear(house.event("a", heard=Heard.LEFT))
    assert await count(house.database, select(func.count()).where(Account.reachable)) == 0
    await house.hear(house.event("a", "back again"))
    assert await count(house.database, select(func.count()).where(Account.reachable)) == 1


async def test_a_draft_of_a_journey_that_is_gone_does_not_stop_anybody(house: House) -> None:
    await house.hear(house.event("a"))
    async with house.database.writing() as session:
        await session.execute(update(Draft).values(script="gone"))
    await house.hear(house.event("a", "hello"))
    assert house.said("a")[-1] == "Say something"


async def test_ten_read_then_write_turns_at_once_end_at_ten(database: Database) -> None:
    async def add(session: Any, me: Me, text: Any, result: str) -> Done:
        query = select(Municipality.process_kind).where(Municipality.id == "one").with_for_update()
        seen = int((await session.execute(query)).scalar_one())
        await asyncio.sleep(0)
        await session.execute(update(Municipality).values(process_kind=str(seen + 1)))
        return Done(Html(str(seen + 1)))

    async with database.writing() as session:
        session.add(Municipality(id="one", name={}, region={}, process_kind="0"))
    house = House(database, {n: Journey(n, ECHO["menu"].script, add) for n in ECHO})
    await house.hear(*(house.event(str(n)) for n in range(10)))
    await house.hear(*(house.event(str(n), "go") for n in range(10)))
    async with database.reading() as session:
        assert (await session.execute(select(Municipality.process_kind))).scalar_one() == "10"
    await house.close()


async def test_events_left_by_a_crash_are_found(house: House) -> None:
    row = house.receiver._row(house.event("a"))
    async with house.database.writing() as session:
        await session.execute(Inbox.__table__.insert(), [row])  # type: ignore[attr-defined]
    await house.dispatcher.look()
    await house.settle()
    assert house.said("a") == ["Say something"]


async def test_a_steady_turn_costs_about_seven_statements(house: House) -> None:
    """Seven is the budget of docs/architecture.md, receiving and sending included."""
    from sqlalchemy import event

    statements: list[str] = []
    await house.hear(*(house.event(str(n)) for n in range(20)))
    engine = house.database.engine.sync_engine

    def note(*args: Any) -> None:
        statements.append(args[2])

    event.listen(engine, "before_cursor_execute", note)
    await house.hear(*(house.event(str(n), heard=Heard.PLACE) for n in range(20)))
    event.remove(engine, "before_cursor_execute", note)
    assert len(statements) / 20 <= 7, "\n".join(statements)


async def test_a_nul_character_is_no_reason_to_lose_a_message(house: House) -> None:
    await house.hear(house.event("a"))
    await house.hear(house.event("a", "a\x00b"))
    assert house.said("a")[-1] == "You said ab"


async def test_nothing_is_stored_when_storing_fails(database: Database) -> None:
    """A batch is all or nothing, so the channel may deliver it again."""
    house = House(database)
    await database.close()
    async with database.writing() as session:
        await session.execute(text("ALTER TABLE inbox RENAME TO elsewhere"))
    with pytest.raises(Exception, match="inbox"):
        await house.receiver.receive([house.event("a")])
    async with database.writing() as session:
        await session.execute(text("ALTER TABLE elsewhere RENAME TO inbox"))
    assert await count(database, select(func.count()).select_from(Inbox)) == 0
    await house.close()
