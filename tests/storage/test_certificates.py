"""Certificates: given, corrected, revoked; a changed row is noticed, and no name is kept."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.civic.certificate import PAPERS, State
from storage import academy, belongings, certificates, linking, privacy
from storage.base import Base
from storage.certificates import REVOKED, Ended, Verdict
from storage.conduct import By
from storage.engine import savepoint
from storage.tables.academy import Learner
from storage.tables.certificates import Certificate
from storage.tables.work import Due
from tests.support.crowd import PLACE, municipality, resident
from tests.support.graduates import COURSE, VERSION, given, graduate

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
NAME = "ნინო ბერიძე"
OTHER = "ნინო ბერაძე"


async def holder(session, name=NAME):
    """(person, learning, paper) in a municipality."""
    await municipality(session)
    person = await resident(session)
    learning = await graduate(session, person, NOW)
    return person, learning, await given(session, learning, PLACE, name, NOW)


async def test_a_given_code_is_valid_and_tells_the_course(database):
    async with database.writing() as session:
        _, _, paper = await holder(session)
        verdict, found = await certificates.check(session, paper.code)
    assert verdict is Verdict.VALID and found == paper
    assert found.printed.words["course"]["en"] == "Participation in ten short lessons"
    assert found.printed.day == date(2026, 11, 29)


async def test_only_the_printed_name_matches(database):
    async with database.writing() as session:
        _, _, paper = await holder(session)
        for typed in (NAME, "  ნინო   ბერიძე", "ᲜᲘᲜᲝ ᲑᲔᲠᲘᲫᲔ"):
            assert await certificates.matches(session, paper, typed)
        for typed in (OTHER, "ნინო", ""):
            assert not await certificates.matches(session, paper, typed)


@pytest.mark.parametrize("code", ["", "7K9A-NFMJ", "0000-0000", "ABCD", "x" * 40, "12345678"])
async def test_an_unknown_code_is_worth_nothing(database, code):
    async with database.writing() as session:
        await holder(session)
        assert await certificates.check(session, code) == (Verdict.UNKNOWN, None)


CHANGES = {
    "code": "7K9A-NFMJ",
    "municipality_id": "elsewhere",
    "course": "other",
    "version": 2,
    "track": "team",
    "words": {"course": {"ka": "სხვა"}, "track": {"ka": "სხვა"}},
    "day": date(2025, 1, 1),
    "salt": "0" * 32,
    "name_key": "0" * 64,
    "seal": "0" * 64,
}


@pytest.mark.parametrize("column", CHANGES)
async def test_a_changed_row_is_noticed(database, column):
    async with database.writing() as session:
        _, _, paper = await holder(session)
        await municipality(session, "elsewhere")
        await session.execute(update(Certificate).values({column: CHANGES[column]}))
        code = "7K9A-NFMJ" if column == "code" else paper.code
        assert await certificates.check(session, code) == (Verdict.CHANGED, None)


async def test_a_revoked_one_cannot_be_made_valid_in_the_database(database):
    async with database.writing() as session:
        person, _, paper = await holder(session)
        by = By(person, PLACE, NOW)
        assert await certificates.revoke(session, paper, by, "გაცემულია შეცდომით.")
        assert (await certificates.check(session, paper.code))[0] is Verdict.REVOKED
        back = {"state": "valid", "ended_at": None, "reason": ""}
        await session.execute(update(Certificate).values(back))
        assert (await certificates.check(session, paper.code))[0] is Verdict.CHANGED


async def test_a_row_made_without_the_key_is_noticed(database):
    """With all that the database itself holds: another's seal, salt and name."""
    async with database.writing() as session:
        _, _, paper = await holder(session)
        row = (await session.execute(select(Certificate.__table__))).mappings().one()
        forged = {**row, "id": 77, "learner_id": None, "code": "7K9A-NFMJ", "day": date(2026, 1, 1)}
        await session.execute(insert(Certificate).values(forged))
        assert (await certificates.check(session, "7K9A-NFMJ"))[0] is Verdict.CHANGED
        assert (await certificates.check(session, paper.code))[0] is Verdict.VALID


async def test_a_slip_is_put_right_by_another_paper_and_not_for_ever(database):
    async with database.writing() as session:
        _, learning, first = await holder(session)
        last = first
        for at in range(PAPERS - 1):
            last = await given(session, learning, PLACE, f"{OTHER} {'ა' * (at + 1)}", NOW)
            assert last.number == at + 2
        assert (await certificates.check(session, first.code))[0] is Verdict.REVOKED
        assert (await certificates.by_id(session, first.id)).state is State.REPLACED
        assert (await certificates.check(session, last.code))[0] is Verdict.VALID
        assert last.left == 0
        with pytest.raises(IntegrityError):
            async with savepoint(session):
                await given(session, learning, PLACE, NAME, NOW)
        assert (await certificates.check(session, last.code))[0] is Verdict.VALID


async def test_after_a_revocation_there_is_no_other(database):
    async with database.writing() as session:
        person, learning, paper = await holder(session)
        by = By(person, PLACE, NOW)
        assert await certificates.revoke(session, paper, by, "მიზეზი რომ დაიწეროს")
        assert not await certificates.revoke(session, paper, by, "კიდევ ერთხელ მიზეზი")
        with pytest.raises(Ended):
            await given(session, learning, PLACE, NAME, NOW)
        promised = select(Due.person_id).where(Due.kind == REVOKED)
        assert list((await session.execute(promised)).scalars()) == [person]


async def test_two_valid_papers_of_a_learner_are_impossible(database):
    async with database.writing() as session:
        await holder(session)
        row = (await session.execute(select(Certificate.__table__))).mappings().one()
        twice = {**row, "id": 78, "code": "8888-888A", "number": 2}
        with pytest.raises(IntegrityError):
            async with savepoint(session):
                await session.execute(insert(Certificate).values(twice))


async def test_the_team_waits_for_its_practical_work(database, monkeypatch):
    async with database.writing() as session:
        await municipality(session)
        person = await resident(session)
        begun = await academy.begin(session, person, (COURSE, VERSION, "citizen"), NOW)
        unfinished = await academy.learning(session, begun, person)
        assert unfinished and await certificates.earned(session, unfinished) is None
        citizen = await graduate(session, person, NOW)
        assert await certificates.earned(session, citizen) == NOW
        team = await graduate(session, person, NOW, "team")
        assert await certificates.earned(session, team) is None
        later = NOW + timedelta(days=30)

        async def accepted(session, who, course, version):
            return later if (who, course, version) == (person, COURSE, VERSION) else None

        monkeypatch.setitem(certificates.BESIDES, "team", accepted)
        assert await certificates.earned(session, team) == later


async def test_no_table_holds_the_name(database):
    async with database.writing() as session:
        await holder(session)
        for table in Base.metadata.sorted_tables:
            rows = (await session.execute(select(table))).mappings()
            assert not any(NAME in str(dict(row)) for row in rows), table.name


async def test_who_leaves_leaves_a_paper_that_can_be_checked(database):
    async with database.writing() as session:
        person, _, paper = await holder(session)
        assert [one.code for one in (await privacy.everything(session, person)).certificates] == [
            paper.code
        ]
        await certificates.revoke(session, paper, By(person, PLACE, NOW), "მისი პირადი ამბავი")
        await belongings.empty(session, person, NOW)
        verdict, left = await certificates.check(session, paper.code)
        assert verdict is Verdict.REVOKED and left
        assert (left.person, left.reason) == (None, "")
        assert left.printed.words == paper.printed.words and left.printed.day == paper.printed.day
        assert await certificates.matches(session, left, NAME)
        assert (await privacy.everything(session, person)).certificates == []
        assert await count(session, Learner) == 0


async def test_two_who_are_one_keep_both_papers(database):
    async with database.writing() as session:
        kept, _, mine = await holder(session)
        gone = await resident(session)
        learning = await graduate(session, gone, NOW)
        theirs = await given(session, learning, PLACE, NAME, NOW)
        await linking.unite(session, kept, gone, NOW)
        assert [one.code for one in await certificates.of_person(session, kept)] == [
            mine.code,
            theirs.code,
        ]
        for paper in (mine, theirs):
            assert (await certificates.check(session, paper.code))[0] is Verdict.VALID
        assert await certificates.of_person(session, gone) == []


async def test_a_course_that_is_gone_leaves_its_papers(database):
    async with database.writing() as session:
        _, _, paper = await holder(session)
        await session.execute(delete(Learner))
        assert (await certificates.check(session, paper.code))[0] is Verdict.VALID


async def count(session, table):
    return int((await session.execute(select(func.count()).select_from(table))).scalar_one())
