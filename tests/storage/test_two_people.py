"""What two people have decided, one of them does not undo."""

import pytest

from bot.civic.edition import Paper
from storage import conduct, lots, papers, signatures
from storage.conduct import NotNow
from storage.papers import Bundle
from tests.support.election import AFTER, the_vote
from tests.support.electorate import edition_vote, registered, staff_by

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
