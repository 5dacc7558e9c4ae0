"""What two people have decided, one of them does not undo."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from bot.civic.edition import Paper
from storage import (
    belongings,
    cards,
    checks,
    conduct,
    leaving,
    linking,
    lots,
    papers,
    printing,
    release,
    signatures,
    voidings,
)
from storage.conduct import NotNow
from storage.papers import Bundle
from storage.tables.electorate import PaperBallot, PaperBatch
from storage.tables.mail import Inbox
from storage.tables.votes import Irregularity, Process, Project
from tests.support.crowd import NOW
from tests.support.election import AFTER, the_vote, vote, voter
from tests.support.electorate import edition_vote, registered, staff_by, voter_of

DRAWN, OTHER = (1, 2, 3, 4, 5), (5, 4, 3, 2, 1)
PROTOCOL = "drawn in the hall of the council before everybody"


async def closed(session, identity="register", paper=Paper.REPLACES):
    """A vote in the time of objections; (vote id, first, second and partner)."""
    id, staff = await edition_vote(session, identity, paper)
    if identity == "register":
        await registered(session, id)
    await conduct.close(session, id, AFTER)
    return id, *(staff_by(staff, name, AFTER) for name in ("first", "second", "partner"))


async def test_a_confirmed_lot_stands(database):
    async with database.writing() as session:
        id, first, second, _ = await closed(session)
        await lots.record(session, id, first, DRAWN, PROTOCOL)
        await lots.confirm(session, id, second)
        with pytest.raises(NotNow, match="confirmed"):
            await lots.record(session, id, first, OTHER, PROTOCOL)
        assert lots.order(await the_vote(session, id), "12345") == tuple("12345")


async def test_nothing_is_sealed_while_a_lot_waits(database):
    async with database.writing() as session:
        id, first, second, _ = await closed(session)
        await lots.record(session, id, first, DRAWN, PROTOCOL)
        with pytest.raises(NotNow, match="lot"):
            await conduct.propose_seal(session, id, first)
        await lots.refuse(session, id, second)
        await conduct.propose_seal(session, id, first)


CHANGES = {
    "lot": lambda session, id, by: lots.record(session, id, by, DRAWN, PROTOCOL),
    "withdraw": lambda session, id, by: conduct.withdraw(session, id, by, 1, {"ka": "მიზეზი"}),
    "mark": lambda session, id, by: signatures.mark(session, id, by, []),
    "enter": lambda session, id, by: papers.enter(session, id, by, Bundle((), {}), (1, "")),
}


@pytest.mark.parametrize("change", CHANGES)
async def test_whoever_confirms_a_sealing_confirms_what_was_proposed(database, change):
    async with database.writing() as session:
        id, first, second, _ = await closed(session)
        await conduct.propose_seal(session, id, first)
        await CHANGES[change](session, id, first)
        with pytest.raises(NotNow, match="state"):
            await conduct.confirm_seal(session, id, second)


READ = Bundle((("1",),) * 2, {})


async def signed(session, id, by, *names, work=signatures.mark):
    found = await signatures.signers(session, await the_vote(session, id), names)
    await work(session, id, by, list(found.values()))


async def accepted(session, id, first, second, by=None):
    """A bundle of two papers that two people have read; its id."""
    await signed(session, id, by or first, "1", "2")
    batch = await papers.enter(session, id, first, READ, (1, ""))
    assert await papers.compare(session, batch, second, READ) == "accepted"
    return batch


async def decided(session):
    """Papers, a lot and an objection that first and second have decided together."""
    id, first, second, partner = await closed(session)
    voter, _ = await voter_of(session, id, 5)
    await session.execute(update(Process).values(state="open"))
    await vote(session, id, voter, "1")
    await session.execute(update(Process).values(state="objections"))
    await accepted(session, id, first, second)
    await lots.record(session, id, first, DRAWN, PROTOCOL)
    await lots.confirm(session, id, second)
    [one] = (await signatures.signers(session, await the_vote(session, id), ["5"])).values()
    await voidings.ask(session, id, first, one, PROTOCOL)
    [asked] = await voidings.waiting(session, id)
    await voidings.decide(session, asked.id, second, agreed=True)
    return id, first, second, partner


async def test_two_who_turn_out_to_be_one_have_not_decided(database):
    async with database.writing() as session:
        id, first, second, partner = await decided(session)
        await conduct.propose_seal(session, id, first)
        await linking.unite(session, first.person, second.person, AFTER)
        found = await the_vote(session, id)
        check = await checks.check(session, id)
        assert (found.lot["confirmed"], found.seal_by) == (False, None)
        assert list(check.problems) == ["entered", "voiding", "lot"]
        assert (check.void, check.voters) == (0, 1)
        assert (await session.execute(select(Irregularity.kind))).scalars().all() == []
        batch = (await session.execute(select(PaperBatch.id))).scalar_one()
        with pytest.raises(NotNow, match="same-person"):
            await papers.compare(session, batch, first, READ)
        assert await papers.compare(session, batch, partner, READ) == "accepted"
        [asked] = await voidings.waiting(session, id)
        await voidings.decide(session, asked.id, partner, agreed=True)
        await lots.confirm(session, id, partner)
        await conduct.propose_seal(session, id, first)


async def test_after_the_sealing_the_record_says_who_turned_out_to_be_one(database):
    async with database.writing() as session:
        id, first, second, partner = await decided(session)
        await conduct.propose_seal(session, id, first)
        await conduct.confirm_seal(session, id, second)
        refereed = {"finding": "not-refereed", "released": False}
        await session.execute(update(Process).values(state="counted", referee=refereed))
        await release.release(session, id, first)
        await release.release(session, id, second)
        await linking.unite(session, first.person, second.person, AFTER)
        query = select(Irregularity.kind).order_by(Irregularity.id)
        told = ["papers", "lot", "voiding", "seal", "release"]
        kinds = (await session.execute(query)).scalars().all()
        assert [printing.IRREGULAR[kind] for kind in kinds] == told
        await linking.unite(session, first.person, partner.person, AFTER)  # nothing is told twice
        assert (await session.execute(query)).scalars().all() == kinds


async def test_what_two_have_read_is_refused_by_two(database):
    async with database.writing() as session:
        id, first, second, partner = await closed(session)
        batch = await accepted(session, id, second, partner, by=first)
        await signed(session, id, first, "2", work=signatures.unmark)
        assert not await papers.refuse(session, batch, first, PROTOCOL)
        with pytest.raises(NotNow, match="same-refusal"):
            await papers.refuse(session, batch, first, PROTOCOL)
        assert len((await session.execute(select(PaperBallot.key))).all()) == 2
        assert await papers.refuse(session, batch, partner, PROTOCOL)
        await signed(session, id, first, "2")
        batch = await papers.enter(session, id, second, READ, (1, ""))
        assert await papers.compare(session, batch, partner, READ) == "accepted"
        await signed(session, id, first, "2", work=signatures.unmark)
        assert not await papers.refuse(session, batch, partner, PROTOCOL)  # begins anew


async def test_an_objection_follows_a_ballot_to_the_linked_account(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "phone")
        kept, gone = [await voter(session, number) for number in ("599123456", "599654321")]
        await vote(session, id, kept, "1")
        await vote(session, id, gone, "2", at=NOW + timedelta(minutes=1))
        await conduct.close(session, id, AFTER)
        names = await signatures.signers(session, await the_vote(session, id), ["599654321"])
        await voidings.ask(session, id, staff_by(staff, now=AFTER), names["599654321"], PROTOCOL)
        await linking.unite(session, kept, gone, AFTER)
        [asked] = await voidings.waiting(session, id)
        second = staff_by(staff, "second", AFTER)
        await voidings.decide(session, asked.id, second, agreed=True)
        check = await checks.check(session, id)
        assert (check.ballots, check.void) == (0, 1)


async def test_whoever_leaves_has_not_proposed_to_seal(database):
    async with database.writing() as session:
        id, first, _, _ = await closed(session)
        await conduct.propose_seal(session, id, first)
        await leaving.leave(session, first, first.person, None)
        assert (await the_vote(session, id)).seal_by is None


@pytest.mark.parametrize(("told", "kept"), [(False, False), (True, True)])
async def test_whoever_is_deleted_has_not_proposed_a_release(database, told, kept):
    async with database.writing() as session:
        id, first, _, _ = await closed(session)
        values = {"referee": {"released": told}, "release_by": first.person, "state": "counted"}
        await session.execute(update(Process).values(values))
        await belongings.empty(session, first.person, AFTER)
        assert ((await the_vote(session, id)).release_by is not None) == kept


@pytest.mark.parametrize(("identity", "lack"), [("register", "register"), ("code", "codes")])
async def test_an_edition_is_not_opened_by_hand_before_it_is_ready(database, identity, lack):
    async with database.writing() as session:
        id, staff = await edition_vote(session, identity)
        await session.execute(update(Process).values(state="announced"))
        with pytest.raises(NotNow, match=lack):
            await conduct.open_vote(session, id, staff_by(staff))
        if identity == "register":
            await registered(session, id)
        else:
            await cards.make(session, id, 1, "", NOW)
        await conduct.open_vote(session, id, staff_by(staff))
        await session.execute(update(Process).values(state="announced"))
        await session.execute(delete(Project))
        with pytest.raises(NotNow, match="projects"):
            await conduct.open_vote(session, id, staff_by(staff))


async def test_a_ballot_that_came_during_a_stop_is_handled_before_it_ends(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "account")
        minutes = [staff_by(staff, now=NOW + timedelta(minutes=n)) for n in range(4)]
        await conduct.stop(session, id, minutes[1], "why")
        event = {"bot": "fake", "event": "1", "chat": "1", "received_at": minutes[2].now}
        await session.execute(insert(Inbox).values(event))
        with pytest.raises(NotNow, match="waiting"):
            await conduct.reopen(session, id, minutes[3], "why")
        await session.execute(update(Inbox).values(state="done"))
        await conduct.reopen(session, id, minutes[3], "why")
