"""Paper, objections and the desk in the tables: who may, what is held, what is counted."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.civic.ballots import Rules
from bot.civic.edition import Paper
from bot.exchange.register import read_register
from storage import (
    attempts,
    ballots,
    belongings,
    cards,
    conduct,
    desks,
    papers,
    register,
    register_import,
    signatures,
    voidings,
    votes,
)
from storage.ballots import Choices, Unproven
from storage.conduct import By, NotNow
from storage.desks import Identity
from storage.papers import Bundle
from storage.proofs import Found, voter
from storage.register import Row
from storage.staff import grant
from storage.tables.electorate import PaperBatch, Proof
from storage.tables.votes import Ballot, Process
from storage.tables.work import Log
from storage.today import owed_by
from tests.support.crowd import NOW, PLACE, municipality, resident
from tests.support.election import AFTER, the_vote
from tests.support.election import vote as cast
from tests.support.electorate import (
    claimant,
    edition_vote,
    handed,
    personal,
    registered,
    staff_by,
    standing,
    voter_of,
)

ONE = Bundle((("1",),), {})


async def strangers(session):
    """A citizen, and a coordinator of the neighbouring municipality."""
    await municipality(session, "neighbour")
    neighbour = await resident(session, place="neighbour")
    await grant(session, neighbour, "neighbour", "coordinator", NOW)
    citizen = await resident(session)
    return [
        By(neighbour, "neighbour", AFTER),
        By(neighbour, PLACE, AFTER),
        By(citizen, PLACE, AFTER),
    ]


ACTS = {
    "hand": lambda session, id, by: cards.hand(session, id, by, [1]),
    "replace": lambda session, id, by: cards.replace(session, id, by, 1, 2),
    "desk": lambda session, id, by: desks.check(session, id, by, Identity("1", personal(1))),
    "mark": lambda session, id, by: signatures.mark(session, id, by, []),
    "unmark": lambda session, id, by: signatures.unmark(session, id, by, []),
    "enter": lambda session, id, by: papers.enter(session, id, by, ONE, (1, "")),
    "compare": lambda session, id, by: papers.compare(session, 1, by, ONE),
    "refuse": lambda session, id, by: papers.refuse(session, 1, by, "why"),
    "void": lambda session, id, by: voidings.decide(session, 1, by, agreed=True),
}


async def test_strangers_and_neighbours_do_nothing(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id)
        others = await strangers(session)
        await session.execute(update(Process).values(state="objections"))
        by = staff_by(staff, now=AFTER)
        await papers.enter(session, id, by, ONE, (1, ""))
        [one] = (await signatures.signers(session, await the_vote(session, id), ["1"])).values()
        await voidings.ask(session, id, by, one, "a reason that is long enough")
        for name, act in ACTS.items():
            for other in others:
                with pytest.raises(NotNow) as refused:
                    await act(session, id, other)
                assert (name, refused.value.why) == (name, "role")


async def states(session):
    query = select(PaperBatch.number, PaperBatch.state).order_by(PaperBatch.number)
    return {number: state for number, state in await session.execute(query)}


async def duties(session, by):
    return [one.kind for one in await owed_by(session, by.person, by.municipality, by.now)]


async def test_bundles_count_as_far_as_signatures_reach(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id)
        await conduct.close(session, id, AFTER)
        by, second = staff_by(staff, now=AFTER), staff_by(staff, "second", AFTER)
        vote = await the_vote(session, id)

        async def sign(*names, work=signatures.mark):
            found = await signatures.signers(session, vote, names)
            await work(session, id, by, list(found.values()))

        await sign("1", "2", "3")
        for number, size in ((1, 2), (2, 2)):
            bundle = Bundle((("1",),) * (size - 1), {"empty": 1})
            batch = await papers.enter(session, id, by, bundle, (number, ""))
            await papers.compare(session, batch, second, bundle)
        assert await states(session) == {1: "accepted", 2: "held"}
        with pytest.raises(NotNow, match="held"):
            await conduct.propose_seal(session, id, by)
        await sign("4")
        assert await states(session) == {1: "accepted", 2: "accepted"}
        await sign("1", work=signatures.unmark)
        assert await states(session) == {1: "accepted", 2: "held"}
        assert not await papers.refuse(session, 2, by, "one paper too many in the box")
        assert "paper-refusal" not in await duties(session, by)
        assert "paper-refusal" in await duties(session, second)
        assert await papers.refuse(session, 2, second, "one paper too many in the box")
        await conduct.propose_seal(session, id, by)
        with pytest.raises(NotNow, match="number"):
            await papers.enter(session, id, by, ONE, (1, ""))
        await papers.enter(session, id, by, ONE, (2, ""))
        with pytest.raises(NotNow, match="entered"):
            await conduct.propose_seal(session, id, by)


async def test_whoever_entered_a_bundle_is_not_its_second_reader(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        with pytest.raises(NotNow, match="state"):
            await papers.enter(session, id, staff_by(staff), ONE, (1, ""))
        await conduct.close(session, id, AFTER)
        batch = await papers.enter(session, id, staff_by(staff, now=AFTER), ONE, (1, ""))
        with pytest.raises(NotNow, match="same-person"):
            await papers.compare(session, batch, staff_by(staff, now=AFTER), ONE)


async def test_an_objection_needs_another_person_and_is_asked_once(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register")
        await registered(session, id)
        await conduct.close(session, id, AFTER)
        by = staff_by(staff, now=AFTER)
        [one] = (await signatures.signers(session, await the_vote(session, id), ["1"])).values()
        await voidings.ask(session, id, by, one, "a reason that is long enough")
        with pytest.raises(NotNow, match="asked"):
            await voidings.ask(session, id, by, one, "a reason that is long enough")
        [waiting] = await voidings.waiting(session, id)
        with pytest.raises(NotNow, match="same-person"):
            await voidings.decide(session, waiting.id, by, agreed=True)
        with pytest.raises(NotNow, match="voiding"):
            await conduct.propose_seal(session, id, by)
        await voidings.decide(session, waiting.id, staff_by(staff, "partner", AFTER), agreed=False)
        await conduct.propose_seal(session, id, by)


async def test_pauses_grow_and_are_counted_by_account(database):
    async with database.writing() as session:
        await municipality(session)
        who, other = await claimant(session), await claimant(session)
        now, pauses = NOW, []
        for _ in range(15):
            await attempts.count(session, who.account, "proof", now)
            if until := await attempts.pause(session, who.account, "proof", now):
                pauses.append(until - now)
                now = until
        assert pauses == [timedelta(minutes=2), timedelta(minutes=4), timedelta(minutes=8)]
        assert await attempts.pause(session, other.account, "proof", now) is None
        await attempts.tidy(session, now + timedelta(days=31))
        await attempts.count(session, who.account, "proof", now)
        assert await attempts.pause(session, who.account, "proof", now) is None


async def test_a_card_is_good_for_half_an_hour_in_a_chat(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "code")
        [card] = await handed(session, id, staff_by(staff), 1)
        who, vote = await claimant(session), await the_vote(session, id)
        assert await cards.take(session, vote, who, card.code) is Found.OK
        late = NOW + timedelta(minutes=30)
        assert await voter(session, vote, who.person, late - timedelta(seconds=1)) is not None
        assert await voter(session, vote, who.person, late) is None


async def test_a_register_counts_people_old_enough_by_the_year(database):
    async with database.writing() as session:
        id, _ = await edition_vote(session, "register")
        await registered(session, id, 1, young=True)
        who, vote = await claimant(session), await the_vote(session, id)
        assert await register.claim(session, vote, who, personal(1)) is Found.YOUNG


async def signing(session, id, by, work, *names):
    found = await signatures.signers(session, await the_vote(session, id), names)
    return await work(session, id, by, list(found.values()))


async def taken_out(session, id, staff, name):
    """Two people agree to an objection against this voter's ballot."""
    [one] = (await signatures.signers(session, await the_vote(session, id), [name])).values()
    await voidings.ask(session, id, staff_by(staff, now=AFTER), one, "lives in another town")
    [asked] = await voidings.waiting(session, id)
    await voidings.decide(session, asked.id, staff_by(staff, "second", AFTER), agreed=True)


@pytest.mark.parametrize("first", ["void", "mark"])
async def test_nobody_undoes_alone_what_two_people_took_out(database, first):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id)
        person, _ = await voter_of(session, id, 1)
        await cast(session, id, person, "1")
        await conduct.close(session, id, AFTER)
        by = staff_by(staff, now=AFTER)
        if first == "void":
            await taken_out(session, id, staff, "1")
            assert (await signing(session, id, by, signatures.mark, "1")).void == ["1"]
        else:
            await signing(session, id, by, signatures.mark, "1")
            await taken_out(session, id, staff, "1")
        await signing(session, id, by, signatures.unmark, "1")
        assert await voidings.count(session, id) == 1
        await conduct.propose_seal(session, id, by)
    assert await standing(database, id) == (0, 1, {"void": 1})


async def test_whom_two_people_took_out_is_not_marked_though_there_was_no_ballot(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id)
        await conduct.close(session, id, AFTER)
        await taken_out(session, id, staff, "1")
        marked = await signing(session, id, staff_by(staff, now=AFTER), signatures.mark, "1", "2")
        assert (marked.void, marked.done) == (["1"], ["2"])


async def test_whoever_a_newer_register_leaves_out_no_longer_votes(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register")
        await session.execute(update(Process).values(state="announced"))
        await registered(session, id)
        vote, people = await the_vote(session, id), {}
        for number in (1, 2, 3):
            people[number] = await resident(session)
            said = await desks.new_code(session, vote, people[number], NOW)
            await desks.check(session, id, staff_by(staff), Identity(said, personal(number)))
        rows = [
            Row(1, "number", personal(1)),
            Row(2, "number", personal(2), None, young=True),
            Row(3, "phone", "+995599123456"),
        ]
        await register.keep(session, id, rows[:2], {0: "z"}, NOW)
        proved = {number: await voter(session, vote, people[number], NOW) for number in people}
        assert proved[1] is not None and proved[1].zone == "z"
        assert (proved[2], proved[3]) == (None, None)
        kept = set((await session.execute(select(Proof.person_id))).scalars())
        assert kept == {people[1], people[2]}
        await register.keep(session, id, rows[2:], {}, NOW)
        await session.execute(update(Process).values(state="open"))
        for person in people.values():
            with pytest.raises(Unproven):
                await cast(session, id, person, "1")
        assert (await voter_of(session, id, 3, people[3]))[1] is Found.PHONE


ZONED = Rules(pots={"": 50_000, "z": 50_000}, most=3)


@pytest.mark.parametrize("identity", ["code", "desk"])
async def test_a_proof_for_the_whole_opens_no_zone(database, identity):
    async with database.writing() as session:
        id, staff = await edition_vote(session, identity, rules=ZONED)
        who, vote = await claimant(session), await the_vote(session, id)
        if identity == "code":
            [card] = await handed(session, id, staff_by(staff), 1)
            await cards.take(session, vote, who, card.code)
        else:
            said = await desks.new_code(session, vote, who.person, NOW)
            await desks.check(session, id, staff_by(staff), Identity(said, personal(1)))
        await ballots.cast(session, id, who.person, Choices(["1"], "z"), NOW)
        assert (await session.execute(select(Ballot.zone))).scalars().all() == [""]


async def test_no_cards_are_made_for_a_zone_without_a_budget(database):
    rules = Rules(pots={"y": 50_000, "z": 50_000}, most=3)
    async with database.writing() as session:
        id, _ = await edition_vote(session, "code", rules=rules)
        for zone in ("", "elsewhere"):
            with pytest.raises(NotNow, match="zone"):
                await cards.make(session, id, 1, zone, NOW)
        [card] = await cards.make(session, id, 1, "z", NOW)
        assert card.zone == "z"


async def receipts(session):
    return (await session.execute(select(Ballot.receipt))).scalars().all()


async def test_a_replaced_card_does_not_go_on_under_the_old_receipt(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "code")
        by, vote = staff_by(staff), await the_vote(session, id)
        made = await cards.make(session, id, 2, "", NOW)
        await cards.hand(session, id, by, [1])
        first, other = await claimant(session), await claimant(session)
        await cards.take(session, vote, first, made[0].code)
        before = await cast(session, id, first.person, "1")
        await cards.replace(session, id, by, 1, 2)
        assert await receipts(session) == [before.receipt]
        await cards.take(session, vote, other, made[1].code)
        after = await cast(session, id, other.person, "2")
        assert not after.again and await receipts(session) == [after.receipt] != [before.receipt]
        await cards.take(session, vote, other, made[1].code)
        changed = await cast(session, id, other.person, "3")
        assert changed.again and changed.receipt == after.receipt


async def test_whose_voter_is_gone_the_desk_hands_on_under_a_new_receipt(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register")
        await registered(session, id)
        person, _ = await voter_of(session, id, 1)
        before = await cast(session, id, person, "1")
        await belongings.empty(session, person, NOW)
        back, found = await voter_of(session, id, 1)
        assert found is Found.TAKEN
        with pytest.raises(Unproven):
            await cast(session, id, back, "2")
        said = await desks.new_code(session, await the_vote(session, id), back, NOW)
        await desks.check(session, id, staff_by(staff), Identity(said, personal(1)))
        after = await cast(session, id, back, "2")
        assert not after.again and await receipts(session) == [after.receipt] != [before.receipt]
        assert (await cast(session, id, back, "3")).again


async def test_a_telephone_of_the_register_takes_its_ballot_up_under_a_new_receipt(database):
    async with database.writing() as session:
        id, _ = await edition_vote(session, "register")
        await register.keep(session, id, [Row(1, "phone", "+995599123456")], {}, NOW)
        vote, people = await the_vote(session, id), []
        for _ in range(2):
            who = await claimant(session)
            assert await register.claim(session, vote, who, "599123456") is Found.OK
            people.append(await cast(session, id, who.person, "1"))
            await belongings.empty(session, who.person, NOW)
        assert [counted.again for counted in people] == [False, False]
        assert people[0].receipt != people[1].receipt


async def test_numbers_of_others_and_of_the_young_are_tries_too(database):
    async with database.writing() as session:
        id, _ = await edition_vote(session, "register")
        await registered(session, id, 1)
        await voter_of(session, id, 1)
        vote, who = await the_vote(session, id), await claimant(session)
        rows = [Row(2, "number", personal(2), young=True), Row(3, "number", personal(3))]
        await register.keep(session, id, rows, {}, NOW)
        said = [1, 2, 1, 2, 1]
        found = [await register.claim(session, vote, who, personal(number)) for number in said]
        assert found == [Found.TAKEN, Found.YOUNG] * 2 + [Found.TAKEN]
        assert await register.claim(session, vote, who, personal(3)) is Found.WRONG


async def test_additions_to_a_register_are_of_its_kind(database):
    async with database.writing() as session:
        id, _ = await edition_vote(session, "register")
        await registered(session, id, 1)
        vote = await the_vote(session, id)
        numbers, phones = ("personal number\n01000000002\n", "phone\n599123456\n")
        with pytest.raises(NotNow, match="kind"):
            await register_import.keep(session, vote, read_register(phones.encode(), {}), NOW)
        await register_import.keep(session, vote, read_register(numbers.encode(), {}), NOW)
        assert await register.size(session, id) == 2


async def test_the_log_of_the_desk_does_not_say_whose_chat_it_was(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register")
        await registered(session, id)
        for move in (False, True):
            person = await resident(session)
            said = await desks.new_code(session, await the_vote(session, id), person, NOW)
            seen = Identity(said, personal(3), move=move)
            await desks.check(session, id, staff_by(staff), seen)
        query = select(Log.action, Log.detail).where(Log.action.like("desk-%"))
        kept = [tuple(row) for row in await session.execute(query.order_by(Log.id))]
        assert kept == [("desk-checked", {"number": 3}), ("desk-moved", {"number": 3})]


async def test_a_vote_is_found_under_one_spelling_of_its_number(database):
    async with database.writing() as session:
        id, _ = await edition_vote(session, "register")
        for strange in (f"0{id}", f"00{id}", "\u0661", "9" * 5000, "", "-1", "x"):
            assert await votes.find(session, strange) is None
        assert (await the_vote(session, str(id))).id == id


@pytest.mark.parametrize("identity", ["phone", "account"])
async def test_no_paper_where_a_signature_does_not_tell_whose_ballot_goes(database, identity):
    async with database.writing() as session:
        id, staff = await edition_vote(session, identity, Paper.REPLACES)
        with pytest.raises(NotNow, match="no-paper"):
            await signatures.mark(session, id, staff_by(staff), [])
        await conduct.close(session, id, AFTER)
        with pytest.raises(NotNow, match="no-paper"):
            await papers.enter(session, id, staff_by(staff, now=AFTER), ONE, (1, ""))


async def test_a_card_leaves_the_chat_with_its_ballot(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "code")
        [card] = await handed(session, id, staff_by(staff), 1)
        who = await claimant(session)
        await cards.take(session, await the_vote(session, id), who, card.code)
        await cast(session, id, who.person, "1")
        assert (await session.execute(select(Proof.key))).scalars().all() == []
        with pytest.raises(ballots.Unproven):
            await cast(session, id, who.person, "2")
        assert (await session.execute(select(Ballot.choices))).scalars().all() == [["1"]]


async def test_the_desk_takes_a_voter_from_no_chat_unasked(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register")
        await registered(session, id, 2)
        owner, _ = await voter_of(session, id, 1)
        await cast(session, id, owner, "1")
        person = await resident(session)
        said = await desks.new_code(session, await the_vote(session, id), person, NOW)
        with pytest.raises(NotNow, match="taken"):
            await desks.check(session, id, staff_by(staff), Identity(said, personal(1)))
        assert (await cast(session, id, owner, "2")).again


async def test_a_signature_stays_where_an_objection_takes_the_ballot_out(database):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id, 1)
        person, _ = await voter_of(session, id, 1)
        await cast(session, id, person, "1")
        await conduct.close(session, id, AFTER)
        by = staff_by(staff, now=AFTER)
        [one] = (await signatures.signers(session, await the_vote(session, id), ["1"])).values()
        await signatures.mark(session, id, by, [one])
        await voidings.ask(session, id, by, one, "lives in another town")
        [asked] = await voidings.waiting(session, id)
        await voidings.decide(session, asked.id, staff_by(staff, "second", AFTER), agreed=True)
        assert await voidings.count(session, id) == 0
    assert await standing(database, id) == (0, 1, {"marked": 1})
