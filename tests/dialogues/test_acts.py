"""Whoever is put into the tables by `tests.support.acts` is as if they had been asked."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from storage.demo import NEEDS_DOOR
from storage.tables.people import Account, Draft, Invitation, Person, Role
from storage.tables.work import Log
from tests.dialogues.test_arriving import id_of, join_in_words
from tests.dialogues.test_staff import accept, invited
from tests.support.acts import appointed, join
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

OWN = {"id", "person_id", "address", "draft_id", "code_hash", "used_by", "state", "version"}
DRAWN = {"nonce", "account"}


async def test_who_has_joined(demo_world: World, messenger: str):
    asked, placed = demo_world.guest(messenger), demo_world.guest(messenger, "გია")
    await join_in_words(asked)
    await join(placed)
    await alike(demo_world, asked, placed)


async def test_who_has_joined_through_a_survey(demo_world: World, messenger: str):
    asked, placed = demo_world.guest(messenger), demo_world.guest(messenger, "გია")
    await join_in_words(asked, NEEDS_DOOR)
    await join(placed, code=NEEDS_DOOR)
    await alike(demo_world, asked, placed)


async def test_who_has_been_appointed(demo_world: World, messenger: str):
    asked, placed = demo_world.guest(messenger), demo_world.guest(messenger, "გია")
    await join_in_words(asked)
    await accept(asked, await invited(demo_world))
    await asked.say("მენიუ")
    await appointed(placed, await invited(demo_world), "ლია მაისურაძე")
    await alike(demo_world, asked, placed)


async def alike(world: World, asked: Guest, placed: Guest) -> None:
    assert await kept(world, placed) == await kept(world, asked)
    assert placed.last().text == asked.last().text
    assert placed.buttons() == asked.buttons()


async def kept(world: World, guest: Guest) -> list[dict[str, Any]]:
    """What the tables say of somebody and of where their conversation stands."""
    person = await id_of(world, guest)
    current = select(Account.draft_id).where(Account.person_id == person)
    queries = (
        select(Person.__table__).where(Person.id == person),
        select(Account.__table__).where(Account.person_id == person),
        select(Draft.__table__).where(Draft.id.in_(current)),
        select(Role.__table__).where(Role.person_id == person),
        select(Invitation.__table__).where(Invitation.used_by == person),
        select(Log.__table__).where(Log.person_id == person),
    )
    async with world.database.reading() as session:
        rows = [row for query in queries for row in (await session.execute(query)).mappings()]
    return [
        {name: timeless(row[name]) for name in row if name not in OWN} | state(row.get("state"))
        for row in rows
    ]


def timeless(value: Any) -> Any:
    """Answers take seconds; that a moment is kept is compared, not which."""
    if isinstance(value, dict):
        return {name: "a moment" if name == "at" else value[name] for name in value}
    return "a moment" if isinstance(value, datetime) else value


def state(kept: dict[str, Any] | None) -> dict[str, Any]:
    """Without what is drawn anew for each message."""
    if kept is None:
        return {}
    asked = {name: value for name, value in kept["asked"].items() if name not in DRAWN}
    return kept | {"asked": asked}
