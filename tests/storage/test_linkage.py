"""Who holds the whole database and its files cannot tell after sealing how anybody voted.

Every attack must find the links before sealing, so that it is known to be one.  Each claims which
person made which choices; after sealing it may be right as often as chance is.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, product
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.civic.ballots import Rules
from bot.messages import Heard
from handlers.citizen import vote as journey
from storage import sealing
from storage.engine import secrets_of
from storage.keys import code
from storage.tables.votes import Electorate, SealedBallot, SealedReceipt
from tests.support.crowd import resident
from tests.support.election import close_and_propose, election
from tests.support.electorate import personal, registered
from tests.support.house import ECHO, House

VOTERS = 16
CHANCE = 10  # a random matching is right so often once in ten million times
PICKS = list(combinations("12345", 2)) + list(combinations("12345", 3)) + [(n,) for n in "12345"]
JOURNEYS = {**ECHO, "vote": journey.JOURNEYS[0]}


@dataclass
class Polled:
    """A vote in which everybody made choices of their own, and what an onlooker could know."""

    database: object
    id: int
    staff: dict
    chose: dict  # person: choices
    receipts: dict  # person: receipt
    pseudonyms: set


async def say(house, chat, *lines):
    for line in lines:
        house.clock.move(timedelta(seconds=1))
        await house.hear(house.event(chat, line))


async def enter(house, id, chat):
    tap = house.event(chat, "", heard=Heard.TAP, choice=f"go:vote:{id}")
    await house.hear(tap)


@pytest.fixture(params=["account", "register"])
async def polled(request, database):
    """Everybody votes in the chat, then begins to change the ballot and leaves it at that."""
    house = House(database, JOURNEYS)
    rules = Rules(pots={"": 50_000}, most=3)
    async with database.writing() as session:
        id, staff = await election(session, rules=rules, identity=request.param)
        people = [await resident(session) for _ in range(VOTERS)]
        if request.param == "register":
            await registered(session, id, VOTERS)
    number = {person: personal(place) for place, person in enumerate(people, 1)}
    chose = dict(zip(people, PICKS, strict=False))
    assert len(set(chose.values())) == VOTERS
    for person, picks in chose.items():
        await enter(house, id, f"fake-{person}")
        proof = [number[person]] if request.param == "register" else []
        await say(house, f"fake-{person}", "1", *proof, " ".join(picks), "✓ მზადაა", "1")
    for person, picks in chose.items():
        await enter(house, id, f"fake-{person}")
        await say(house, f"fake-{person}", "1", " ".join(picks))
    receipts = {person: receipt(house.said(f"fake-{person}")) for person in people}
    await house.close()
    return Polled(database, id, staff, chose, receipts, await pseudonyms(database))


def receipt(said):
    return next(found[0] for line in said if (found := re.search(r"\w{4}-\w{4}", line)))


async def keys(session):
    return [path.read_bytes() for path in sorted(secrets_of(session).vote_keys.iterdir())]


async def pseudonyms(database):
    async with database.reading() as session:
        (key,) = await keys(session)
        proofs = (await session.execute(select(Electorate.identity_key))).scalars()
        return {code(key, proof): proof for proof in proofs}


# Where choices are kept, and the orders in which their rows can be read.
def choices_tables(database):
    place = "rowid" if database.is_sqlite else "ctid"
    free = "key" if database.is_sqlite else "ctid"
    return {
        "ballot": (place, "pseudonym", "receipt"),
        "sealed_ballot": (free, "key", "choices" if database.is_sqlite else "choices::text"),
    }


def voter_tables(database):
    place = "rowid" if database.is_sqlite else "ctid"
    return {
        "SELECT person_id FROM electorate ORDER BY {}": (place, "identity_key", "person_id"),
        "SELECT person_id FROM letter JOIN account ON account.id = account_id"
        " WHERE secret <> '' GROUP BY person_id ORDER BY {}": ("min(letter.id)", "max(letter.id)"),
        "SELECT person_id FROM inbox JOIN account ON address = chat"
        " GROUP BY person_id ORDER BY {}": ("max(inbox.id)",),
    }


async def rows(session, query):
    return [tuple(row) for row in await session.execute(text(query))]


async def ballots(session, table, order):
    found = await rows(session, f"SELECT choices FROM {table} ORDER BY {order}")
    return [picks(row[0]) for row in found]


def picks(stored):
    return tuple(re.findall(r"\d+", str(stored)))


async def by_order(session, polled):
    """The n-th voter made the n-th choices, in whatever order the rows can be read."""
    for (query, ways), (table, orders) in product(
        voter_tables(polled.database).items(), choices_tables(polled.database).items()
    ):
        for way, order in product(ways, orders):
            people = [row[0] for row in await rows(session, query.format(way))]
            yield list(zip(people, await ballots(session, table, order), strict=False))


async def by_transaction(session, polled):
    """What was written together belongs together (PostgreSQL keeps the transaction of a row)."""
    voters = (
        "SELECT person_id, xmin::text FROM electorate",
        "SELECT person_id, letter.xmin::text FROM letter JOIN account ON account.id = account_id",
        "SELECT person_id, inbox.xmin::text FROM inbox JOIN account ON address = chat",
        "SELECT id, xmin::text FROM person",
    )
    for query, table in product(voters, ("ballot", "sealed_ballot", "sealed_receipt")):
        column = "receipt" if table == "sealed_receipt" else "choices"
        written = await rows(session, f"SELECT xmin::text, {column} FROM {table}")
        for person, xmin in await rows(session, query):
            together = [picks(row[1]) for row in written if row[0] == xmin]
            if len(together) == 1:
                yield [(person, together[0])]


async def by_receipt(session, polled):
    """A buyer of votes knows everybody's receipt."""
    kept = await rows(session, "SELECT receipt, choices FROM ballot")
    known = {row[0]: picks(row[1]) for row in kept}
    yield [(person, known.get(code_)) for person, code_ in polled.receipts.items()]
    place = "receipt" if polled.database.is_sqlite else "ctid"
    listed = [
        row[0]
        for row in await rows(session, f"SELECT receipt FROM sealed_receipt ORDER BY {place}")
    ]
    owner = {code_: person for person, code_ in polled.receipts.items()}
    for order in choices_tables(polled.database)["sealed_ballot"]:
        sealed = await ballots(session, "sealed_ballot", order)
        yield list(zip((owner[code_] for code_ in listed), sealed, strict=True))


async def by_time(session, polled):
    """A ballot was confirmed when its voter's message came."""
    kept = await rows(session, "SELECT confirmed_at, choices FROM ballot")
    known = {str(row[0]): picks(row[1]) for row in kept}
    events = await rows(
        session,
        "SELECT person_id, received_at FROM inbox JOIN account ON address = chat",
    )
    yield [(person, known[str(at)]) for person, at in events if str(at) in known]


async def by_key(session, polled):
    """Somebody copied what is in the folder of keys."""
    proofs = await rows(session, "SELECT person_id, identity_key FROM electorate")
    kept = dict(await rows(session, "SELECT pseudonym, choices FROM ballot"))
    for key in await keys(session):
        yield [(person, picks(kept.get(code(key, proof)))) for person, proof in proofs]


async def by_talk(session, polled):
    """What is left of the conversations: drafts, letters, events, jobs, the log."""
    query = (
        "SELECT person_id, state FROM draft",
        "SELECT person_id, body FROM letter JOIN account ON account.id = account_id",
        "SELECT person_id, payload FROM inbox JOIN account ON address = chat",
        "SELECT person_id, args FROM job JOIN account ON account.id = account_id",
        "SELECT person_id, detail FROM log WHERE person_id IS NOT NULL",
    )
    for one in query:
        for person, kept in await rows(session, one):
            if found := re.search(r"['\"]picks['\"]: (\[[^\]]*\])", str(kept)):
                yield [(person, tuple(sorted(picks(found[1]))))]


ATTACKS = (by_order, by_transaction, by_receipt, by_time, by_key, by_talk)


async def right(attack, polled):
    """How many people's choices the attack tells; with several guesses, by the best of them."""
    best, single = 0, set()
    async with polled.database.reading() as session:
        async for claims in attack(session, polled):
            true = {person for person, choices in claims if polled.chose.get(person) == choices}
            best = max(best, len(true))
            if len(claims) == 1:
                single |= true
    return max(best, len(single))


async def seal(polled):
    await close_and_propose(polled.database, polled.id, polled.staff)
    await sealing.seal(polled.database.writing, polled.id)
    async with polled.database.reading() as session:
        kept = await ballots(session, "sealed_ballot", "key")
        assert await keys(session) == []
    assert sorted(kept) == sorted(polled.chose.values()), "nothing was lost"


async def raw(database):
    """Every byte the database keeps in its tables and indexes, or in its file and log."""
    if database.is_sqlite:
        path = Path(database.url.database)
        return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    async with database.engine.connect() as connection:
        bare = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await bare.exec_driver_sql("CHECKPOINT")
        files = await bare.exec_driver_sql(
            "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class"
            " WHERE relkind IN ('r', 'i', 't') AND relnamespace IN"
            " ('public'::regnamespace, 'pg_toast'::regnamespace)"
        )
        return b"".join(row[0] for row in files)


def links(content, polled):
    """Receipts that stand beside choices, pseudonyms, and picks of unfinished conversations."""
    codes = "|".join(map(re.escape, polled.receipts.values())).encode()
    beside = re.findall(rb'\["\d[^\]]{0,20}\][^\[]{0,40}(?:' + codes + rb")", content)
    signed = [name for name in polled.pseudonyms if name.encode() in content]
    picked = re.findall(rb'"picks": \["\d', content)
    return len(beside), len(signed), len(picked)


async def test_attacks_that_worked_before_sealing_are_blind_after_it(polled):
    # SQLite keeps no transaction numbers.
    known = [way for way in ATTACKS if way is not by_transaction or not polled.database.is_sqlite]
    before = {attack.__name__: await right(attack, polled) for attack in known}
    assert before == {attack.__name__: VOTERS for attack in known}
    assert min(links(await raw(polled.database), polled)) >= VOTERS
    await seal(polled)
    after = {attack.__name__: await right(attack, polled) for attack in known}
    assert max(after.values()) < CHANCE, after
    assert links(await raw(polled.database), polled) == (0, 0, 0)


def test_what_remains_has_no_room_for_a_link():
    kept = {table: set(table.__table__.columns.keys()) for table in (SealedBallot, SealedReceipt)}
    assert kept == {
        SealedBallot: {"process_id", "key", "choices", "zone", "method"},
        SealedReceipt: {"process_id", "receipt"},
    }
