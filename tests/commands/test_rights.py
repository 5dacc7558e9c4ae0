"""`rights check`."""

from typer.testing import CliRunner

from bot.commands import rights
from tests.core.test_handbook import ENTRY


def test_our_handbook_passes():
    done = CliRunner().invoke(rights.app, ["check"])
    assert done.exit_code == 0 and "entries: nothing is wrong." in done.output


def test_what_is_wrong_is_told_line_by_line(tmp_path):
    for language in ("ka", "en"):
        (tmp_path / language / "rights").mkdir(parents=True)
    (tmp_path / "ka" / "rights" / "bridge.md").write_text(ENTRY, "utf-8")
    done = CliRunner().invoke(rights.app, ["check", str(tmp_path)])
    assert done.exit_code == 2
    assert done.output.splitlines() == ["en/rights/bridge.md: is missing"]


def test_an_empty_folder_is_no_handbook(tmp_path):
    done = CliRunner().invoke(rights.app, ["check", str(tmp_path)])
    assert done.exit_code == 2 and "no entries" in done.output
