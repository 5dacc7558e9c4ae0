"""What can happen at the same moment: one ballot each time, none lost, none doubled."""

import asyncio
import sys
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import func, select, update

from bot.civic.edition import Paper
from storage import (
    ballots,
    belongings,
    cards,
    conduct,
    desks,
    linking,
    register,
    sealing,
    signatures,
)
from storage.box import Elsewhere
from storage.conduct import SETTLE, NotNow
from storage.desks import Identity
from storage.mail import finish_event
from storage.phones import prove_phone
from storage.proofs import Found
from storage.tables.people import Account, Person
from storage.tables.votes import Ballot, Electorate, SealedBallot, SealedReceipt
from tests.storage.test_conduct import event
from tests.support.crowd import NOW, resident
from tests.support.election import close_and_propose, election, the_vote, vote, voter
from tests.support.electorate import (
    again,
    claimant,
    edition_vote,
    handed,
    personal,
    registered,
    staff_by,
    standing,
    turn,
    voter_of,
)
from tests.support.other_process import KILLED

ROUNDS = 8
PHONE, OTHER = "+995 599 12 34 56", "+995 599 65 43 21"
CLOSED = NOW + timedelta(days=7)


@pytest.fixture
async def second(database):
    """The same database as another process opens it."""
    opened = again(database)
    yield opened
    await opened.close()


def casting(id, person, pick, at=NOW):
    async def work(session):
        return await vote(session, id, person, pick, at=at)

    return work


async def outcome(database, work):
    """What came of it, refusals too."""
    try:
        return await turn(database, work)
    except (ballots.NotTaken, NotNow) as refused:
        return refused


async def test_confirms_from_two_messengers_of_one_person(database, second):
    async with database.writing() as session:
        id, _ = await election(session)
        person = await resident(session, "telegram", "viber")
    taken = await asyncio.gather(
        *(turn(on, casting(id, person, pick)) for on, pick in ((database, "1"), (second, "2")) * 4)
    )
    assert len({counted.receipt for counted in taken}) == 1
    assert [counted.again for counted in taken].count(False) == 1
    assert await standing(database, id) == (1, 0, {"voted": 1})


async def other(database, *args):
    url = database.url.render_as_string(hide_password=False)
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-W", "error", "-m", "tests.support.other_process", url),
        str(database._secrets.vote_keys),
        *map(str, args),
    )


async def test_confirms_from_two_processes(database):
    async with database.writing() as session:
        id, _ = await election(session)
        person = await voter(session)
    children = [await other(database, "vote", id, person, pick, 5) for pick in (1, 2)]
    for _ in range(5):
        await turn(database, casting(id, person, "3"))
    assert [await child.wait() for child in children] == [0, 0]
    assert await standing(database, id) == (1, 0, {"voted": 1})
    async with database.reading() as session:
        assert (await session.execute(select(Ballot.version))).scalar_one() == 15


async def test_deleting_oneself_while_confirming_and_coming_back(database, second):
    async with database.writing() as session:
        id, _ = await election(session, identity="phone")
        people = [await voter(session, f"+99559900000{n}") for n in range(ROUNDS)]

    def leaving(person):
        async def work(session):
            await belongings.empty(session, person, NOW)
            await belongings.begin_anew(session, person, NOW)

        return work

    for n, person in enumerate(people):
        await asyncio.gather(
            outcome(database, casting(id, person, "1")), turn(second, leaving(person))
        )
        async with database.writing() as session:
            back = await voter(session, f"+99559900000{n}")
            await vote(session, id, back, "2")
    assert await standing(database, id) == (ROUNDS, 0, {"voted": ROUNDS})


async def test_deleting_oneself_does_not_make_two_voters_of_two_messengers(database):
    async with database.writing() as session:
        id, _ = await election(session)
        person = await resident(session, "telegram", "viber")
        await vote(session, id, person, "1")
        await belongings.empty(session, person, NOW)
        await belongings.begin_anew(session, person, NOW)
        query = select(Account.person_id).where(Account.address.like(f"%-{person}"))
        first, other_one = (await session.execute(query.order_by(Account.id))).scalars().all()
        assert (await vote(session, id, first, "2")).again
        with pytest.raises(Elsewhere):
            await vote(session, id, other_one, "3")
    assert await standing(database, id) == (1, 0, {"voted": 1, "joined": 1})


@pytest.mark.parametrize("identity", ["account", "phone"])
async def test_linking_two_who_voted_while_both_confirm(database, second, identity):
    async with database.writing() as session:
        id, _ = await election(session, identity=identity)
        pairs = []
        for n in range(ROUNDS):
            pair = [await voter(session, f"+9955990{n}000{k}") for k in range(2)]
            for person in pair:
                await vote(session, id, person, "1")
            pairs.append(pair)

    def joining(kept, gone):
        async def work(session):
            await linking.unite(session, kept, gone, NOW)

        return work

    for kept, gone in pairs:
        later = NOW + timedelta(minutes=1)
        await asyncio.gather(
            turn(second, joining(kept, gone)),
            outcome(database, casting(id, gone, "2", at=later)),
            outcome(second, casting(id, kept, "3", at=later)),
        )
        async with database.writing() as session:
            await vote(session, id, kept, "4", at=later + timedelta(minutes=1))
    assert await standing(database, id) == (ROUNDS, 0, {"voted": ROUNDS, "joined": ROUNDS})


async def test_linking_raises_nothing_where_the_other_number_is_somebody_elses(database):
    """A has given his old number to B, and B links a third account that has voted."""
    async with database.writing() as session:
        id, _ = await election(session, identity="phone")
        first = await voter(session, PHONE)
        await vote(session, id, first, "1")
        await session.execute(update(Person).where(Person.id == first).values(phone_key=None))
        await prove_phone(session, first, OTHER, NOW)
        await vote(session, id, first, "2")
        heir = await voter(session, PHONE)
        with pytest.raises(Elsewhere):
            await vote(session, id, heir, "3")
        third = await voter(session, "+995 599 00 00 09")
        await vote(session, id, third, "4")
    async with database.writing() as session:
        await linking.unite(session, heir, third, NOW)
    assert await standing(database, id) == (2, 0, {"voted": 2, "joined": 1})


def marking(id, by, *names):
    async def work(session):
        vote_ = await the_vote(session, id)
        found = await signatures.signers(session, vote_, names)
        return await signatures.mark(session, id, by, list(found.values()))

    return work


async def test_a_paper_mark_racing_a_tap(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id, ROUNDS)
        people = [(await voter_of(session, id, n))[0] for n in range(1, ROUNDS + 1)]
    by = staff_by(staff)
    for number, person in enumerate(people, 1):
        tapped, marked = await asyncio.gather(
            outcome(database, casting(id, person, "1")), turn(second, marking(id, by, str(number)))
        )
        assert marked.done == [str(number)]
        assert isinstance(tapped, Elsewhere | ballots.Counted)
        assert isinstance(await outcome(database, casting(id, person, "2")), Elsewhere)
    counted, _, states = await standing(database, id)
    assert (counted, states) == (0, {"marked": ROUNDS})


async def test_who_voted_in_the_chat_first_is_blocked_on_paper_or_the_other_way(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.BLOCKED)
        await registered(session, id, ROUNDS)
        people = [(await voter_of(session, id, n))[0] for n in range(1, ROUNDS + 1)]
    for number, person in enumerate(people, 1):
        tapped, marked = await asyncio.gather(
            outcome(database, casting(id, person, "1")),
            turn(second, marking(id, staff_by(staff), str(number))),
        )
        assert isinstance(tapped, ballots.Counted) == (marked.blocked == [str(number)])
    counted, void, states = await standing(database, id)
    assert (void, counted + states.get("marked", 0)) == (0, ROUNDS)
    assert states.get("voted", 0) == counted


async def test_a_confirm_at_the_closing_second(database, second):
    """It reached us before the hour; closing waits for it, however late its turn comes."""
    async with database.writing() as session:
        id, _ = await election(session)
        person = await voter(session)
        just_before = CLOSED - timedelta(microseconds=1)
        waiting = await event(session, just_before)

    async def confirm(session):
        await vote(session, id, person, "1", at=just_before)
        await finish_event(session, waiting)

    async def close():
        for _ in range(200):
            try:
                async with second.writing() as session:
                    return await conduct.close(session, id, CLOSED + SETTLE)
            except NotNow as refused:
                assert refused.why == "waiting"
                await asyncio.sleep(0)
        raise AssertionError

    await asyncio.gather(close(), turn(database, confirm))
    assert await standing(database, id) == (1, 0, {"voted": 1})
    assert isinstance(await outcome(database, casting(id, person, "2", at=CLOSED)), ballots.Closed)


async def test_a_code_used_from_two_phones_at_once(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "code")
        made = await handed(session, id, staff_by(staff), ROUNDS)
        pairs = [[await claimant(session) for _ in range(2)] for _ in made]

    def using(who, code, pick):
        async def work(session):
            return await cards.take(session, await the_vote(session, id), who, code)

        async def confirm():
            assert await turn(database, work) is Found.OK
            return await outcome(second, casting(id, who.person, pick))

        return confirm()

    for card, (one, two) in zip(made, pairs, strict=True):
        results = await asyncio.gather(using(one, card.code, "1"), using(two, card.code, "2"))
        assert any(isinstance(result, ballots.Counted) for result in results)
    assert await standing(database, id) == (ROUNDS, 0, {"voted": ROUNDS})


async def test_one_number_claimed_by_two_people_at_once(database, second):
    async with database.writing() as session:
        id, _ = await edition_vote(session, "register")
        await registered(session, id, ROUNDS)
        pairs = [[await claimant(session) for _ in range(2)] for _ in range(ROUNDS)]

    def claiming(who, number):
        async def work(session):
            vote_ = await the_vote(session, id)
            return await register.claim(session, vote_, who, personal(number))

        return work

    for number, (one, two) in enumerate(pairs, 1):
        found = await asyncio.gather(
            turn(database, claiming(one, number)), turn(second, claiming(two, number))
        )
        assert sorted(found) == [Found.OK, Found.TAKEN]
        for who in (one, two):
            await outcome(database, casting(id, who.person, "1"))
    assert await standing(database, id) == (ROUNDS, 0, {"voted": ROUNDS})


async def test_moving_a_voter_to_a_new_chat_while_the_old_one_confirms(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register")
        await registered(session, id, ROUNDS)
        old = [(await voter_of(session, id, n))[0] for n in range(1, ROUNDS + 1)]
        new = [await voter(session) for _ in old]
        vote_ = await the_vote(session, id)
        codes = [await desks.new_code(session, vote_, person, NOW) for person in new]

    def moving(number):
        seen = Identity(codes[number - 1], personal(number), move=True)

        async def work(session):
            return await desks.check(session, id, staff_by(staff), seen)

        return work

    for number, (before, after) in enumerate(zip(old, new, strict=True), 1):
        tapped, moved = await asyncio.gather(
            outcome(database, casting(id, before, "1")), turn(second, moving(number))
        )
        assert moved == number
        refused = await outcome(database, casting(id, before, "3"))
        assert isinstance(refused, ballots.Unproven)
        counted = await turn(second, casting(id, after, "2"))
        assert not counted.again and counted.receipt != getattr(tapped, "receipt", "")
    assert await standing(database, id) == (ROUNDS, 0, {"voted": ROUNDS})
    async with database.reading() as session:
        owners = (await session.execute(select(Electorate.person_id))).scalars().all()
    assert sorted(owners) == sorted(new)


class Crash(Exception):
    """The process ends here."""


async def closed(database, people=5):
    async with database.writing() as session:
        id, staff = await election(session)
        for n in range(people):
            await vote(session, id, await voter(session), str(n % 5 + 1))
    await close_and_propose(database, id, staff)
    return id


async def kept(database):
    async with database.reading() as session:
        return [
            (await session.execute(select(func.count()).select_from(table))).scalar_one()
            for table in (Ballot, SealedBallot, SealedReceipt)
        ]


async def test_a_crash_before_any_statement_of_sealing_loses_nothing(database):
    id = await closed(database)
    for statement in count():
        done = 0

        @asynccontextmanager
        async def writing(statement=statement):
            nonlocal done
            async with database.writing() as session:
                execute = session.execute

                async def counted(*args, **more):
                    nonlocal done
                    if done == statement:
                        raise Crash
                    done += 1
                    return await execute(*args, **more)

                session.execute = counted
                yield session

        try:
            await sealing.seal(writing, id)
            break
        except Crash:
            assert await kept(database) in ([5, 0, 0], [0, 5, 5])
    assert statement > 3
    assert await kept(database) == [0, 5, 5]


@pytest.mark.parametrize("statement", [2, 5, 9, 14])
async def test_a_process_killed_while_sealing_loses_nothing(database, statement):
    id = await closed(database)
    child = await other(database, "seal", id, statement)
    assert await child.wait() == KILLED
    assert await kept(database) in ([5, 0, 0], [0, 5, 5])
    await sealing.seal(database.writing, id)
    assert await kept(database) == [0, 5, 5]
