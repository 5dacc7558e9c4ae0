"""`survey export`: answers without names, refused for drafts and for open anonymous surveys."""

import asyncio
import csv
import hashlib
import io
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from bot.civic.survey.form import Form, Item, Kind
from bot.civic.survey.written import Written
from bot.clock import SystemClock
from bot.commands import app
from storage import answers, media, surveys
from storage.answers import Filled
from storage.engine import Database
from storage.surveys import NewSurvey
from storage.tables.work import Log
from tests.support.crowd import PLACE, municipality, resident

TITLE = {"ka": "საჭიროებები", "en": "Needs"}
FORM = Form(
    TITLE,
    ("ka",),
    (
        Item("start", Kind.META, calculation="start"),
        Item("words", Kind.TEXT, {"ka": "კიდევ?"}),
        Item("member", Kind.REPEAT, {"ka": "ოჯახი"}, items=(Item("name", Kind.TEXT),)),
    ),
)
HOUR = "2026-11-22T09:17:23"


class Office:
    """Runs the command on a database with one municipality."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.folder = folder

    def __call__(self, *words: object) -> Result:
        return CliRunner().invoke(app, ["survey", "export", *map(str, words)])

    def do(self, work: Callable[[Any], Awaitable[Any]]) -> Any:
        async def run() -> Any:
            database = Database(self.address)
            async with database.writing() as session:
                done = await work(session)
            await database.close()
            return done

        return asyncio.run(run())

    def read(self, name: str) -> list[dict[str, str]]:
        text = (self.folder / name).read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, migrated: str) -> Office:
    monkeypatch.setenv("DATABASE_URL", migrated)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return Office(migrated, tmp_path / "out")


async def answered(
    session: Any, *, anonymous: bool, closed: bool = False, assisted: int = 0
) -> int:
    """A survey that seven people of one village have answered, and one of the other.

    `assisted` more, of no village, were helped, at the door and on paper by turns.
    """
    now = SystemClock().now()
    homes = await municipality(session)
    dates = now - timedelta(days=1), now + timedelta(days=1)
    new = NewSurvey(PLACE, TITLE, {"ka": ""}, *dates, anonymous=anonymous)
    id = await surveys.add(session, new, FORM)
    for number in range(8):
        # A high id, so that finding it in a file means something.
        person = await resident(session, id=770_001 + number, name="ხვიჩა ყიფიანი")
        values = {"words": f"=A{number}", "member[1].name": f"წევრი {number}"}
        if not anonymous:
            values["start"] = HOUR
        home = homes[number == 7]
        later = now + timedelta(seconds=number)
        await answers.add(session, id, person, Filled(home, "ka", values), later)
    for number in range(assisted):
        way, words = ("door", "paper")[number % 2], {"words": f"=B{number}"}
        await answers.keep_sheet(session, id, Filled(None, "ka", words, way))
    if closed:
        await surveys.close(session, id, 0)
        await answers.shuffle(session, id)
    return id


def test_a_named_survey_is_written_while_it_runs(office):
    id = office.do(lambda session: answered(session, anonymous=False))
    said = office(id, office.folder)
    assert said.exit_code == 0, said.output
    names = ["data", "member", "codebook", "choices", "about"]
    files = {*(f"{name}.csv" for name in names), f"survey-{id}.xlsx", "SHA256SUMS"}
    assert {path.name for path in office.folder.iterdir()} == files
    for line in (office.folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        assert hashlib.sha256((office.folder / name).read_bytes()).hexdigest() == digest
    rows = office.read("data.csv")
    assert [row["words"] for row in rows] == [f"'=A{number}" for number in range(8)]
    assert {row["_assisted"] for row in rows} == {"no"}
    assert {row["_settlement"] for row in rows} == {"other"}, "seven and one: both are hidden"
    assert rows[0]["start"] == HOUR and rows[0]["_submission_time"]
    assert office.read("member.csv")[7]["_submission__id"] == "8"
    book = openpyxl.load_workbook(office.folder / f"survey-{id}.xlsx")
    assert book.sheetnames == names
    assert {cell.data_type for cell in book["data"]["B"]} == {"s"}
    about = " ".join(str(value) for row in book["about"].values for value in row)
    assert "თავად ფოტოები ცალკე ჩამოიტვირთება" in about and "5-ზე ნაკლებმა" in about


def test_every_export_is_in_the_log(office):
    id = office.do(lambda session: answered(session, anonymous=False))
    for _ in range(2):
        assert office(id, office.folder, "--language", "en").exit_code == 0

    async def noted(session):
        return list(await session.scalars(select(Log).where(Log.action == "survey-export")))

    lines = office.do(noted)
    assert [(one.subject, one.detail, one.person_id) for one in lines] == [
        (f"survey:{id}", {"rows": 8}, None)
    ] * 2


def test_an_anonymous_survey_is_refused_until_it_is_closed(office):
    id = office.do(lambda session: answered(session, anonymous=True))
    said = office(id, office.folder)
    assert said.exit_code == 2 and "anonymous: only after it is closed" in said.stderr
    assert len(said.stderr.splitlines()) == 1 and not office.folder.exists()


def test_an_anonymous_survey_leads_to_nobody(office):
    id = office.do(lambda session: answered(session, anonymous=True, closed=True))
    assert office(id, office.folder).exit_code == 0
    rows = office.read("data.csv")
    assert {row["words"] for row in rows} == {f"'=A{number}" for number in range(8)}
    assert "_submission_time" not in rows[0] and "start" not in rows[0]
    book = openpyxl.load_workbook(office.folder / f"survey-{id}.xlsx")
    told = [str(value) for page in book for row in page.values for value in row]
    told += [path.read_text("utf-8-sig") for path in office.folder.glob("*.csv")]
    today = SystemClock().now()
    for trace in ("77000", "ხვიჩა", "fake-", f"{today:%Y-%m-%d}", f"{today:%H:%M}", "T0", "T1"):
        assert not any(trace in text for text in told), trace


def test_rows_of_an_anonymous_survey_have_no_order(office):
    id = office.do(lambda session: answered(session, anonymous=True, closed=True))
    orders = set()
    for _ in range(6):
        assert office(id, office.folder).exit_code == 0
        orders.add(tuple(row["words"] for row in office.read("data.csv")))
    assert len(orders) > 1


@pytest.mark.parametrize("anonymous", [False, True])
def test_what_helpers_entered_is_told_once_the_survey_is_over(office, anonymous):
    id = office.do(lambda session: answered(session, anonymous=anonymous, closed=True, assisted=24))
    assert office(id, office.folder, "--language", "en").exit_code == 0
    rows = office.read("data.csv")
    helped = {row["words"]: row["_assisted"] for row in rows if row["words"].startswith("'=B")}
    assert helped == {f"'=B{number}": ("door", "paper")[number % 2] for number in range(24)}
    own = [row for row in rows if row["words"].startswith("'=A")]
    assert len(own) == 8 and {row["_assisted"] for row in own} <= {"no", ""}
    book = openpyxl.load_workbook(office.folder / f"survey-{id}.xlsx")
    header, *lines = book["data"].values
    assert [line[header.index("_assisted")] or "" for line in lines] == [
        row["_assisted"] for row in rows
    ]
    [note] = [row for row in office.read("codebook.csv") if row["name"] == "_assisted"]
    assert note["table"] == "data" and "a helper, from a printed sheet" in note["note"]


def test_what_helpers_entered_stays_in_while_a_named_survey_runs(office):
    """The new row of two exports in turn would be whoever was visited in between."""
    id = office.do(lambda session: answered(session, anonymous=False, assisted=24))
    assert office(id, office.folder).exit_code == 0
    assert {row["words"][:3] for row in office.read("data.csv")} == {"'=A"}


FILMED = Form(
    TITLE,
    ("ka",),
    (
        Item("leak", Kind.PHOTO, {"ka": "ფოტო"}),
        Item("story", Kind.AUDIO, {"ka": "მოგვიყევით"}),
        Item("member", Kind.REPEAT, {"ka": "ოჯახი"}, items=(Item("film", Kind.VIDEO),)),
    ),
)
SENT = {"leak": "0a" * 8, "story": f"{'0b' * 8}.ogg", "member[1].film": f"{'0c' * 8}.mp4"}


async def filmed(session: Any, data: Path, *, anonymous: bool = False) -> int:
    """A survey that one person has answered with a photo, a voice and a film, another in words."""
    now = SystemClock().now()
    home, _ = await municipality(session)
    dates = now - timedelta(days=1), now + timedelta(days=1)
    new = NewSurvey(PLACE, TITLE, {"ka": ""}, *dates, anonymous=anonymous)
    id = await surveys.add(session, new, FILMED)
    (data / "media").mkdir(parents=True)
    for name, sent in SENT.items():
        (data / "media" / name).write_bytes(name.encode())
        await media.add(session, sent, "image/jpeg", name, len(name), None, now)
    for values in (SENT, {"story": "ვერ ვყვები"}):
        person = await resident(session)
        await answers.add(session, id, person, Filled(home, "ka", values), now)
    return id


def test_photos_and_recordings_go_where_they_are_wanted(office, tmp_path):
    id = office.do(lambda session: filmed(session, tmp_path / "data"))
    folder = office.folder / "media"
    said = office(id, office.folder, "--media", folder)
    assert said.exit_code == 0, said.output
    rows = [*office.read("data.csv"), *office.read("member.csv")]
    told = {row.get(name) for row in rows for name in ("leak", "story", "member/film")}
    names = told - {None, "", "ვერ ვყვები"}
    assert {path.name for path in folder.iterdir()} == {*names, "README.txt"} and len(names) == 3
    for name, sent in SENT.items():
        written = folder / (f"{sent}.jpg" if name == "leak" else sent)
        assert written.read_bytes() == name.encode() and str(written) in said.output

    async def noted(session):
        return list(await session.scalars(select(Log.detail).where(Log.action == "survey-export")))

    assert office.do(noted) == [{"rows": 2, "files": 3}]


def test_without_a_folder_for_them_none_are_written(office, tmp_path):
    id = office.do(lambda session: filmed(session, tmp_path / "data"))
    assert office(id, office.folder).exit_code == 0
    assert {path.suffix for path in office.folder.iterdir()} == {".csv", ".xlsx", ""}


def test_a_file_that_is_gone_is_named(office, tmp_path):
    id = office.do(lambda session: filmed(session, tmp_path / "data"))
    (tmp_path / "data" / "media" / "story").unlink()
    said = office(id, office.folder, "--media", tmp_path / "media")
    assert said.exit_code == 0 and said.stderr == f"{SENT['story']}: we no longer have this file.\n"
    assert len(list((tmp_path / "media").iterdir())) == 3
    assert SENT["story"] in (tmp_path / "media" / "README.txt").read_text("utf-8-sig")


def test_media_of_an_anonymous_survey_wait_for_its_end_too(office, tmp_path):
    id = office.do(lambda session: filmed(session, tmp_path / "data", anonymous=True))
    said = office(id, office.folder, "--media", tmp_path / "media")
    assert said.exit_code == 2 and not (tmp_path / "media").exists()


def test_a_folder_for_media_that_cannot_be_made_is_one_line(office, tmp_path):
    id = office.do(lambda session: filmed(session, tmp_path / "data"))
    (tmp_path / "file").write_text("")
    said = office(id, office.folder, "--media", tmp_path / "file" / "media")
    assert said.exit_code == 2 and len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((77, "out"), "no survey 77"),
        (("first", "out"), "first"),
        ((1, "out", "--language", "xx"), "no language"),
    ],
)
def test_bad_input_is_refused(office, tmp_path, words, why):
    said = office(words[0], tmp_path / words[1], *words[2:])
    assert said.exit_code == 2 and why in said.stderr
    assert not (tmp_path / "out").exists()


def test_a_draft_is_refused(office):
    async def draft(session):
        await municipality(session)
        now = SystemClock().now()
        new = NewSurvey(PLACE, TITLE, {"ka": ""}, now, now + timedelta(days=1))
        return await surveys.keep_draft(session, new, Written.of(FORM))

    said = office(office.do(draft), office.folder)
    assert said.exit_code == 2 and "or it is a draft" in said.stderr


def test_a_folder_that_cannot_be_made_is_one_line(office, tmp_path):
    id = office.do(lambda session: answered(session, anonymous=False))
    (tmp_path / "file").write_text("")
    said = office(id, tmp_path / "file" / "out")
    assert said.exit_code == 2 and len(said.stderr.splitlines()) == 1
