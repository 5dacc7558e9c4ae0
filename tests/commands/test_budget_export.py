"""`budget export` and `budget verify`: open data that anybody can count again, and only in time."""

import asyncio
import hashlib
import json
from datetime import timedelta

import pytest
from pabulib.checker import Checker
from sqlalchemy import update
from typer.testing import CliRunner

from bot.civic import tally
from bot.civic.ballots import Rule, Rules, Tie
from bot.civic.edition import Paper
from bot.clock import SystemClock
from bot.commands import app
from bot.exchange import recount
from bot.exchange.pabulib import read
from storage import (
    conduct,
    papers,
    register,
    release,
    results,
    sealing,
    signatures,
    votes,
)
from storage.engine import Database, Secrets
from storage.papers import Bundle
from storage.register import Row
from storage.tables.votes import Process, Project, SealedBallot
from tests.support.counted import AGREES, TOLD, count, counted, polled
from tests.support.crowd import NOW
from tests.support.election import AFTER, the_vote, vote
from tests.support.electorate import edition_vote, personal, staff_by, voter_of

PICKS = (("1", "2"), ("1", "3"), ("2",), ("1",), ("3", "4"), ("5",), ("1", "2", "4"))
RULES = (
    Rules(pots={"": 50_000}, most=3, minimum=1),
    Rules(pots={"": 50_000}, most=3, minimum=2, tie=Tie.LOT),
    Rules(pots={"": 60_000}, most=3, rule=Rule.EQUAL_SHARES),
    Rules(pots={"": 60_000}, most=3, rule=Rule.ADD_ONE),
)


class Runner:
    """Runs `budget` commands on a migrated database; `do` works on it before."""

    def __init__(self, address, keys):
        self.address = address
        self.secrets = Secrets(b"k" * 32, keys)

    def __call__(self, *words):
        return CliRunner().invoke(app, ["budget", *map(str, words)])

    def do(self, work):
        return asyncio.run(self._on_database(work))

    async def _on_database(self, work):
        database = Database(self.address, secrets=self.secrets)
        try:
            return await work(database)
        finally:
            await database.close()


@pytest.fixture
def run(tmp_path, monkeypatch, migrated):
    monkeypatch.setenv("DATABASE_URL", migrated)
    monkeypatch.setenv("SECRET_KEY", "only-for-tests-and-forty-characters-long")
    return Runner(migrated, tmp_path / "keys")


async def told(database, rules=RULES[0], picks=PICKS):
    """A vote whose result has been announced in real time."""
    id, _, _ = await counted(database, picks, rules=rules)
    await announce(database, id)
    return id


async def announce(database, id):
    """As the referee and the clock do."""
    async with database.writing() as session:
        await release.settle(session, id, AGREES, TOLD)
        now = SystemClock().now()
        dates = {"opens_at": now - timedelta(days=9), "closes_at": now - timedelta(days=2)}
        await session.execute(update(Process).values(**dates, results_at=now))


def test_nothing_is_exported_before_the_result_is_told(run, tmp_path):
    async def open_vote(database):
        id, _, _ = await polled(database)
        return id

    id = run.do(open_vote)
    answer = run("export", id, tmp_path / "out")
    assert answer.exit_code == 2 and "not sealed" in answer.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"referee": {"finding": "waiting"}}, "held back"),
        ({"referee": {"finding": "differs", "released": False}}, "held back"),
        ({"results_at": SystemClock().now() + timedelta(days=2)}, "announced later"),
    ],
    ids=["waiting", "differs", "hour"],
)
def test_each_refusal_says_why(run, tmp_path, values, why):
    id = run.do(told)

    async def change(database):
        async with database.writing() as session:
            await session.execute(update(Process).values(**values))

    run.do(change)
    answer = run("export", id, tmp_path / "out")
    assert answer.exit_code == 2 and why in answer.stderr


def test_an_unknown_vote_is_one_clear_line(run, tmp_path):
    answer = run("export", 77, tmp_path / "out")
    assert answer.exit_code == 2 and "no vote 77" in answer.stderr


@pytest.mark.parametrize("rules", RULES, ids=lambda rules: f"{rules.rule}-{rules.tie}")
def test_what_is_exported_passes_the_checker_and_counts_to_the_same_result(run, tmp_path, rules):
    id = run.do(lambda database: told(database, rules))
    assert run("export", id, tmp_path / "out").exit_code == 0
    [path] = (tmp_path / "out").glob("*.pb")
    election = checked(path)
    again = recounted(election)
    assert again == recount.selected(election) == run.do(lambda db: winners(db, id))
    assert len(election.votes) == len(PICKS)


def checked(path):
    """An election that the format's own checker passes."""
    report = Checker().process_files([path.read_text()])
    [found] = [value for key, value in report.items() if key not in ("metadata", "summary")]
    assert not found["results"].get("errors"), found["results"]
    return read(path.read_bytes())


def recounted(election):
    rules = recount.rules(election, recount.labelled(election))
    again = tally.count(rules, recount.projects(election), recount.groups(election))
    return set(again.winners)


async def polled_on_paper_too(database):
    """A pot of the whole and one of a village: twelve voters in the chat, eight papers."""
    async with database.writing() as session:
        rules = Rules(pots={"": 30_000, "z": 50_000}, most=2, minimum=1)
        id, staff = await edition_vote(session, "register", Paper.REPLACES, rules=rules)
        await session.execute(update(Project).where(Project.number > 3).values(zone="z"))
        rows = [Row(number, "number", personal(number)) for number in range(1, 31)]
        await register.keep(session, id, rows, {0: "z"}, NOW)
        for number in range(1, 13):
            person, _ = await voter_of(session, id, number)
            await vote(session, id, person, "1", "5" if number % 3 else "4")
        await conduct.close(session, id, AFTER)
        by, second = staff_by(staff, now=AFTER), staff_by(staff, "partner", AFTER)
        names = [str(number) for number in range(13, 22)]
        signers = await signatures.signers(session, await the_vote(session, id), names)
        await signatures.mark(session, id, by, list(signers.values()))
        bundle = Bundle((("4",),) * 5 + (("2", "4"),) * 3, {"empty": 1})
        batch = await papers.enter(session, id, by, bundle, (1, "z"))
        assert await papers.compare(session, batch, second, bundle) == "accepted"
        await conduct.propose_seal(session, id, by)
        await conduct.confirm_seal(session, id, second)
    await sealing.seal(database.writing, id)
    await count(database, id)
    await announce(database, id)
    return id


def test_two_pots_and_papers_are_exported_and_counted_again(run, tmp_path):
    id = run.do(polled_on_paper_too)
    assert run("export", id, tmp_path / "out").exit_code == 0
    whole, village = sorted((tmp_path / "out").glob("*.pb"))
    again = set()
    for path, ballots, on_paper in ((whole, 15, 3), (village, 20, 8)):
        election = checked(path)
        assert len(election.votes) == ballots
        ways = [vote.more["voting_method"] for vote in election.votes]
        assert (ways.count("paper"), ways.count("internet")) == (on_paper, 12)
        assert recounted(election) == recount.selected(election)
        again |= recounted(election)
    assert again == run.do(lambda database: winners(database, id)) == {"1", "2", "4"}


async def winners(database, id):
    async with database.reading() as session:
        placed = await results.placed(session, id)
    return {place.outcome.project for place in placed if place.outcome.funded}


def test_the_files_belong_together(run, tmp_path):
    id = run.do(told)
    run("export", id, tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"01-whole.pb", "results.csv", "receipts.txt", "rules.json", "SHA256SUMS"}
    for line in (tmp_path / "out" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest
    rules = json.loads((tmp_path / "out" / "rules.json").read_text())
    assert Rules.from_json(rules["rules"]).pots == {"": 50_000}
    seed = rules["lot"]["seed"]
    assert hashlib.sha256(seed.encode()).hexdigest() == rules["lot"]["seed_sha256"]
    table = (tmp_path / "out" / "results.csv").read_text("utf-8-sig").splitlines()
    assert len(table) == 6 and table[1].startswith(",1,1,სკვერი,10000,4,1,funded")


def test_the_same_vote_gives_the_same_files(run, tmp_path):
    id = run.do(told)
    for name in ("one", "two"):
        run("export", id, tmp_path / name)
    sums = [(tmp_path / name / "SHA256SUMS").read_text() for name in ("one", "two")]
    assert sums[0] == sums[1]


def test_ways_of_voting_are_told_where_all_are_known(run, tmp_path):
    id = run.do(told)

    async def name_ways(database):
        async with database.writing() as session:
            await session.execute(update(SealedBallot).values(method="chat"))

    run.do(name_ways)
    run("export", id, tmp_path / "out")
    assert ";internet" in (tmp_path / "out" / "01-whole.pb").read_text()


def test_ways_of_voting_are_not_told_where_some_are_hidden(run, tmp_path):
    id = run.do(told)

    async def hide(database):
        async with database.writing() as session:
            await session.execute(update(SealedBallot).values(method=""))

    run.do(hide)
    run("export", id, tmp_path / "out")
    assert "internet" not in (tmp_path / "out" / "01-whole.pb").read_text()


def test_a_receipt_is_verified_in_the_database_and_in_a_list(run, tmp_path):
    id = run.do(told)

    async def receipts(database):
        async with database.reading() as session:
            return await votes.receipts(session, id)

    [code, *_] = run.do(receipts)
    run("export", id, tmp_path / "out")
    listed = ("--list", tmp_path / "out" / "receipts.txt")
    for where in ((), listed):
        assert run("verify", code.lower().replace("-", " "), *where).exit_code == 0
        assert run("verify", "0000-0000", *where).exit_code == 1
    assert run("verify", code, "--list", tmp_path / "none.txt").exit_code == 2
