"""What papers are made of: who may print, whose numbers stand on a list, which code leads in."""

import pytest
from sqlalchemy import insert, update

from bot.civic.ballots import Rules
from storage import printing, votes
from storage.doors import Way, keep_door
from storage.places import settlements
from storage.tables.electorate import RegisterRow, VoterCode
from storage.tables.votes import Irregularity, Process
from tests.support.crowd import NOW, PLACE, municipality, resident
from tests.support.election import election, the_vote

RULES = Rules(pots={"": 50_000, "north": 20_000}, most=3)


async def subject_of(session, id):
    return await printing.subject(session, await the_vote(session, id))


async def test_staff_of_the_place_print_and_nobody_else(database):
    async with database.writing() as session:
        _, staff = await election(session)
        await municipality(session, "elsewhere")
        citizen = await resident(session)
        allowed = {
            name: await printing.may_print(session, person, PLACE)
            for name, person in {**staff, "citizen": citizen}.items()
        }
        there = await printing.may_print(session, staff["first"], "elsewhere")
    assert allowed == {"first": True, "second": True, "partner": True, "citizen": False}
    assert not there


async def test_the_numbers_of_a_register_stand_by_settlement(database):
    async with database.writing() as session:
        id, _ = await election(session, rules=RULES, identity="register")
        vote = await the_vote(session, id)
        await votes.name_zone(session, id, "north", {"ka": "ჩრდილოეთი"}, [])
        villages = sorted(v.id for v in await settlements(session, PLACE))
        rows = [
            (3, villages[0], ""),
            (1, villages[0], ""),
            (2, villages[1], ""),
            (4, None, "north"),
        ]
        await session.execute(
            insert(RegisterRow),
            [
                {"process_id": id, "number": n, "key": str(n), "settlement_id": s, "zone": z}
                for n, s, z in rows
            ],
        )
        found = (await printing.subject(session, vote)).signers
    listed = {signers.place["ka"]: signers.numbers for signers in found}
    assert listed == {"ზემო": (1, 3), "ქვემო": (2,), "ჩრდილოეთი": (4,)}


async def test_cards_that_are_void_stand_on_no_list(database):
    async with database.writing() as session:
        id, _ = await election(session, identity="code")
        rows = [(1, "printed"), (2, "void"), (3, "handed")]
        await session.execute(
            insert(VoterCode),
            [{"process_id": id, "serial": n, "code_hash": str(n), "state": s} for n, s in rows],
        )
        [signers] = (await subject_of(session, id)).signers
    assert signers.numbers == (1, 3)


async def test_without_register_and_codes_nobody_is_listed(database):
    async with database.writing() as session:
        id, _ = await election(session)
        assert (await subject_of(session, id)).signers == ()


@pytest.mark.parametrize(
    ("ways", "code"),
    [
        ({}, ""),
        ({"111111": ("vote", "")}, "111111"),
        ({"111111": ("vote", "99")}, ""),
        ({"111111": ("vote", ""), "222222": ("edition", "own")}, "222222"),
    ],
)
async def test_the_code_on_papers_leads_to_this_vote(database, ways, code):
    async with database.writing() as session:
        id, _ = await election(session)
        for door, (journey, subject) in ways.items():
            way = Way(PLACE, None, journey, subject.replace("own", str(id)))
            await keep_door(session, door, way, NOW)
        assert (await subject_of(session, id)).code == code


async def test_a_record_counts_what_went_wrong(database):
    async with database.writing() as session:
        id, _ = await election(session)
        kinds = ("linked after sealing", "linked after sealing", "something new")
        rows = [{"process_id": id, "kind": kind} for kind in kinds]
        await session.execute(insert(Irregularity), rows)
        await session.execute(update(Process).where(Process.id == id).values(seal_step="done"))
        record = await printing.record(session, await the_vote(session, id))
    assert record.irregular == {"linked": 2, "other": 1}
