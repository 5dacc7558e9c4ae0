"""Numbers, codes, papers and objections: after sealing nothing of them leads to a ballot."""

import re

import pytest
from sqlalchemy import func, select

from bot.civic.edition import Paper
from bot.messages import Heard
from handlers.citizen import vote as journey
from handlers.municipality import papers as paper_journeys
from storage import conduct, papers, sealing, signatures, voidings
from storage.desks import NEWS
from storage.papers import Bundle
from storage.tables.electorate import PaperBallot, Proof, RegisterRow, Voiding, VoterCode
from storage.tables.people import Draft
from storage.tables.votes import SealedBallot, SealedReceipt
from storage.tables.work import Due
from tests.storage.test_linkage import raw
from tests.support.crowd import resident
from tests.support.election import AFTER, close_and_propose, the_vote
from tests.support.electorate import edition_vote, handed, personal, registered, staff_by
from tests.support.house import ECHO, House

VOTERS, PAPERS = 8, 7
JOURNEYS = {**ECHO, "vote": journey.JOURNEYS[0]}


async def voted(house, id, person, proof, picks, *after):
    """From the ballot's page to the confirm; `after` is said in a second visit that is left."""
    chat = f"fake-{person}"
    for said in (("1", *proof, picks, "✓ მზადაა", "1"), ("1", *after)):
        await house.hear(house.event(chat, "", heard=Heard.TAP, choice=f"go:vote:{id}"))
        for line in said:
            await house.hear(house.event(chat, line))


async def column(database, query):
    async with database.reading() as session:
        return list((await session.execute(query)).scalars())


async def close(database, id):
    async with database.writing() as session:
        await conduct.close(session, id, AFTER)


async def test_personal_numbers_papers_and_objections_leave_no_way_to_a_ballot(database):
    house = House(database, JOURNEYS)
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id, VOTERS + PAPERS)
        people = [await resident(session) for _ in range(VOTERS)]
    for number, person in enumerate(people, 1):
        wrong = personal(90 + number)
        await voted(house, id, person, (wrong, personal(number)), str(number % 5 + 1), "1 2")
    await house.close()
    by = staff_by(staff)
    async with database.writing() as session:
        vote = await the_vote(session, id)
        names = [str(VOTERS + n + 1) for n in range(PAPERS)]
        signed = await signatures.signers(session, vote, names)
        await signatures.mark(session, id, by, list(signed.values()))
    await close(database, id)
    bundle = Bundle((("1",), ("2", "3")) * 3, {"empty": 1})
    async with database.writing() as session:
        batch = await papers.enter(session, id, staff_by(staff, now=AFTER), bundle, (1, ""))
        partner = staff_by(staff, "partner", AFTER)
        assert await papers.compare(session, batch, partner, bundle) == "accepted"
        [first] = (await signatures.signers(session, vote, ["1"])).values()
        await voidings.ask(session, id, staff_by(staff, now=AFTER), first, "voted for somebody")
        await voidings.decide(session, 1, partner, agreed=True)
    assert await column(database, select(Due.version).where(Due.kind == NEWS)) == [1]
    before = await raw(database)
    keys = await column(database, select(RegisterRow.key))
    assert all(key.encode() in before for key in keys)
    await close_and_seal(database, id, staff)
    content = await raw(database)
    assert not [key for key in keys if key.encode() in content]
    assert not [n for n in range(1, 100) if personal(n).encode() in content]
    for table in (Proof, PaperBallot, Draft):
        assert await column(database, select(func.count()).select_from(table)) == [0]
    assert await column(database, select(Voiding.identity_key)) == [""]
    assert await column(database, select(Due.occurrence).where(Due.kind == NEWS)) == []
    assert len(await column(database, select(SealedReceipt.receipt))) == VOTERS - 1
    found = sorted(await column(database, select(SealedBallot.method)))
    assert found == ["chat"] * (VOTERS - 1) + ["paper"] * 6


async def close_and_seal(database, id, staff):
    async with database.writing() as session:
        await conduct.propose_seal(session, id, staff_by(staff, now=AFTER))
        await conduct.confirm_seal(session, id, staff_by(staff, "partner", AFTER))
    await sealing.seal(database.writing, id)


@pytest.mark.parametrize("few", [1, 4])
async def test_a_few_papers_of_a_village_are_not_told_apart(database, few):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id, few)
        vote = await the_vote(session, id)
        names = await signatures.signers(session, vote, [str(n + 1) for n in range(few)])
        await signatures.mark(session, id, staff_by(staff), list(names.values()))
    await close(database, id)
    bundle = Bundle((("1",),) * few, {})
    async with database.writing() as session:
        batch = await papers.enter(session, id, staff_by(staff, now=AFTER), bundle, (1, ""))
        await papers.compare(session, batch, staff_by(staff, "partner", AFTER), bundle)
    await close_and_seal(database, id, staff)
    assert set(await column(database, select(SealedBallot.method))) == {"paper"}


async def test_codes_of_cards_leave_no_way_to_a_ballot(database):
    house = House(database, JOURNEYS)
    async with database.writing() as session:
        id, staff = await edition_vote(session, "code")
        made = await handed(session, id, staff_by(staff), VOTERS)
        people = [await resident(session) for _ in range(VOTERS)]
    for place, (card, person) in enumerate(zip(made, people, strict=True), 1):
        await voted(house, id, person, (card.code, "1"), str(place % 5 + 1), card.code, "1", "2 3")
    await house.close()
    hashes = await column(database, select(VoterCode.code_hash))
    before = await raw(database)
    assert all(kept.encode() in before for kept in hashes)
    assert await column(database, select(func.count()).select_from(Proof)) == [VOTERS]
    await close_and_propose(database, id, staff)
    await sealing.seal(database.writing, id)
    content = await raw(database)
    assert not [kept for kept in hashes if kept.encode() in content]
    codes = [card.code.encode() for card in made]
    assert not [code for code in codes if code in content]
    assert not [code for code in codes if code.replace(b"-", b"") in content]
    assert not re.findall(rb'"picks": \["\d', content)
    assert len(await column(database, select(SealedBallot.key))) == VOTERS


def test_drafts_of_papers_go_with_those_of_ballots():
    assert {journey.JOURNEYS[0].name, paper_journeys.JOURNEYS[0].name} <= set(sealing.TELLING)
    assert paper_journeys.JOURNEYS[1].name in sealing.TELLING
