"""Photos and recordings are handed out under the names in the tables, in archives that say no more.

The order of the rows, and thereby of answering, leaves no trace in them.
"""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from bot.civic.survey.attachments import asked_for, attachments
from bot.exchange.survey_table.attachments import ENTRY, Attachment, packed, parts, readme
from tests.exchange.test_survey_table import gathered, tables
from tests.support.surveys import form, row

ASKED = form(
    row("group", "home", row("photo", "front")),
    row("audio", "story"),
    row("text", "words"),
    row("repeat", "pipe", row("video", "film"), row("photo", "leak")),
)
ONE = {
    "front": "0f" * 8,
    "story": f"{'0a' * 8}.ogg",
    "words": f"{'0b' * 8}.ogg",
    "pipe[1].film": f"{'0c' * 8}.mp4",
    "pipe[2].leak": "0d" * 8,
}
OTHER = {"front": "01" * 8, "story": "ვერ ვყვები", "pipe[1].film": ""}
COLUMNS = ("home/front", "story", "pipe/film", "pipe/leak")
MOST = 3 * (100 + ENTRY)


@pytest.fixture
def stored(tmp_path: Path) -> list[Attachment]:
    """Seven files of a hundred bytes each."""
    found = [Attachment(f"{number}.jpg", tmp_path / str(number)) for number in range(7)]
    for number, one in enumerate(found):
        one.path.write_bytes(bytes([number]) * 100)
    return found


def test_the_names_are_those_of_the_tables():
    found = gathered(ONE, OTHER, of=ASKED)
    told: dict[str, list[dict[str, Any]]] = tables(found)
    cells = {line.get(name) for page in told.values() for line in page for name in COLUMNS}
    assert set(attachments(found)) == cells - {None, "ვერ ვყვები"}
    assert attachments(found)[f"{'0f' * 8}.jpg"] == "0f" * 8


def test_their_order_is_not_that_of_the_rows():
    there = list(attachments(gathered(ONE, OTHER, of=ASKED)))
    back = list(attachments(gathered(OTHER, ONE, of=ASKED)))
    assert there == back == sorted(there) and there[0].startswith("01")


def test_a_form_asks_for_them_inside_of_repeats_too():
    assert asked_for(form(row("repeat", "pipe", row("video", "film"))))
    assert not asked_for(form(row("text", "words"), row("place", "spot")))


def test_parts_are_full_and_never_too_large(stored):
    found = parts(stored, MOST)
    assert [len(part) for part in found] == [3, 3, 1]
    assert [one for part in found for one in part] == stored
    said = readme("ნუ გამოაქვეყნებთ")
    assert max(len(packed(said, part)) for part in found) < MOST + ENTRY + len(said)
    assert [len(part) for part in parts(stored, 1)] == [1] * 7
    assert parts([], MOST) == [[]]


def test_an_archive_holds_the_files_as_they_are_and_no_hour(stored):
    with zipfile.ZipFile(io.BytesIO(packed(readme("წაშალეთ"), stored[:2]))) as archive:
        assert archive.namelist() == ["README.txt", "media/0.jpg", "media/1.jpg"]
        assert archive.read("README.txt").decode("utf-8-sig") == "წაშალეთ"
        assert archive.read("media/1.jpg") == b"\x01" * 100
        assert {one.date_time for one in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
