"""Turnout that may be published: nobody's ballot can be told from it."""

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from storage.tables.electorate import RegisterRow
from storage.tables.votes import SealedBallot
from storage.turnout import SMALLEST, Part, pooled, turnout
from tests.support.counted import polled

PARTS = st.lists(st.integers(0, 40), min_size=1, max_size=8)


@given(PARTS)
def test_no_small_part_is_told_apart_or_can_be_worked_out(counts):
    parts = [Part(str(n), count, 0) for n, count in enumerate(counts)]
    told, others = pooled(parts)
    assert all(part.ballots >= SMALLEST for part in told)
    hidden = sum(counts) - sum(part.ballots for part in told)
    if others is None:
        assert len(told) in (0, len(parts))
    else:
        assert others.ballots == hidden and len(parts) - len(told) >= 2
        assert others.ballots >= SMALLEST or not told


async def test_ballots_stand_beside_the_register_and_small_zones_are_joined(database):
    id, _, _ = await polled(database, ())
    zones = {"a": 12, "b": 7, "c": 2}
    async with database.writing() as session:
        for zone, count in zones.items():
            rows = [
                {"process_id": id, "key": f"{zone}{n}", "choices": ["1"], "zone": zone}
                for n in range(count)
            ]
            await session.execute(insert(SealedBallot), rows)
        listed = [
            {"process_id": id, "number": n, "key": f"{n}", "zone": "a", "settlement_id": None}
            for n in range(24)
        ]
        await session.execute(insert(RegisterRow), listed)
        found = await turnout(session, id)
    assert (found.ballots, found.register) == (21, 24)
    assert found.parts == (Part("a", 12, 24),)
    assert found.others == Part("", 9, 0)


async def test_ways_are_not_counted_where_some_are_hidden(database):
    id, _, _ = await polled(database, ())
    async with database.writing() as session:
        for n, method in enumerate(["paper"] * 6 + ["chat"] * 3):
            row = {"process_id": id, "key": f"{n}", "choices": ["1"], "zone": "", "method": method}
            await session.execute(insert(SealedBallot).values(row))
        assert (await turnout(session, id)).paper == 6
        row = {"process_id": id, "key": "x", "choices": ["1"], "zone": "", "method": ""}
        await session.execute(insert(SealedBallot).values(row))
        assert (await turnout(session, id)).paper == 0
