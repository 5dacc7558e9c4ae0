"""README, .env.example and the program name the same settings."""

import re
from pathlib import Path

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
SETTINGS = [name.upper() for name in Settings.model_fields]


def test_the_table_in_the_readme_has_each_setting_and_its_default():
    table = (ROOT / "README.md").read_text("utf-8").partition("| variable |")[2]
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| ?`?([^`|]*?)`? ?\| ", table, re.MULTILINE))
    assert sorted(rows) == sorted(SETTINGS)
    for name, field in Settings.model_fields.items():
        assert rows[name.upper()] == str(field.default or ""), name


def test_the_example_has_each_setting():
    example = (ROOT / ".env.example").read_text("utf-8")
    assert sorted(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)) == sorted(SETTINGS)


def test_links_in_the_pages_lead_somewhere():
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
