"""The courses that are shipped are in order, and whatever is not in order is named."""

import shutil
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.viber import LIMITS
from bot.content.course import NoCourse, course, newest
from bot.content.course_checks import CARD, problems
from bot.content.pictures import LOCALES, PNG
from bot.render import units
from handlers.citizen.lesson import card_text, page
from handlers.parts.learning import Place
from handlers.parts.lesson_tasks import TASKS
from storage.academy import Learning
from tests.support.world import TEXTS

NOW = datetime(2026, 11, 20, tzinfo=UTC)
LESSON = "01-participation"


def test_what_is_shipped_is_in_order():
    assert problems() == []


@pytest.mark.parametrize("language", ["ka", "en"])
def test_no_card_is_longer_than_a_small_screen(language):
    def text(name, /, **args):
        return TEXTS.text(language, name, **args)

    lessons = course("participation", 1, language).lessons.values()
    shown = [card_text(text, lesson, card).plain() for lesson in lessons for card in lesson.cards]
    assert len(shown) >= 40
    assert [card for card in shown if len(card) > CARD] == []


@pytest.mark.parametrize("language", ["ka", "en"])
def test_a_card_fits_under_its_picture(language):
    def text(name, /, **args):
        return TEXTS.text(language, name, **args)

    content = course("participation", 1, language)
    team = Learning(1, 1, "participation", 1, "team", NOW, NOW, None)
    shown = [
        page(text, Place(team, content, lesson), at)
        for lesson in content.lessons.values()
        for at, card in enumerate(lesson.cards)
        if card.picture
    ]
    assert len(shown) == 6
    assert [card for card in shown if units(card) > LIMITS.caption] == []


@pytest.mark.parametrize("language", ["ka", "en"])
def test_every_task_can_be_asked(language):
    lessons = course("participation", 1, language).lessons.values()
    assert {lesson.action.kind for lesson in lessons} == set(TASKS)


def test_a_language_that_a_course_does_not_speak_reads_georgian():
    assert course("participation", 1, "az") == course("participation", 1, "ka")


def test_a_version_that_does_not_exist():
    with pytest.raises(NoCourse):
        course("participation", 99, "ka")
    with pytest.raises(NoCourse):
        newest("weaving")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(LOCALES / "ka" / "courses", tmp_path / "ka" / "courses")
    shutil.copytree(LOCALES / "en" / "courses", tmp_path / "en" / "courses")
    assert problems(tmp_path) == []
    course.cache_clear()
    return tmp_path


def change(root: Path, name: str, old: str, new: str, language: str = "ka") -> None:
    path = root / language / "courses" / "participation" / "1" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


SLIPS = [
    (".md", "{#ladder}", "{#why}", "the card why is there 2 times"),
    (".md", "# რატომ ღირს ჩართვა {#why}", "რატომ ღირს ჩართვა", "cannot be read"),
    (".md", " [^village]", "", "the last card is an example {#example} with its source"),
    (".md", " [^village]", " [^elsewhere]", "there is no source elsewhere"),
    (".md", "სად დაიდგას ლამპიონი?", "ა" * 500, "card why: 8"),
    (".md", "minutes: 10", "minutes: ten", "cannot be read"),
    (".yaml", "draw: 3", "draw: 4", "at least 8 are needed"),
    (".yaml", "          right: true\n", "", "0 answers are right"),
    (".yaml", "rests_on: reasoning", "rests_on: [hearsay]", "there is no source hearsay"),
    (".yaml", "- id: level-inform", "- id: level-consult", "question level-consult is there 2"),
    (".yaml", "kind: choose", "kind: dance", "there is no kind dance"),
]


@pytest.mark.parametrize(("ending", "old", "new", "said"), SLIPS)
def test_a_slip_is_named(copied, ending, old, new, said):
    change(copied, f"{LESSON}{ending}", old, new)
    assert any(said in problem and LESSON[3:] in problem for problem in problems(copied)) or any(
        said in problem for problem in problems(copied) if "cannot be read" in said
    )


def test_a_question_that_rests_on_what_is_not_confirmed_is_named(copied):
    change(copied, f"{LESSON}.md", "certainty: stated", "certainty: known")
    change(copied, f"{LESSON}.yaml", "rests_on: reasoning", "rests_on: [iap2]")
    assert any("it rests on iap2, which is not confirmed" in one for one in problems(copied))


def test_two_languages_that_part_are_named(copied):
    change(copied, f"{LESSON}.yaml", "- id: level-inform", "- id: level-told", "en")
    change(copied, f"{LESSON}.md", "{#ladder}", "{#stairs}", "en")
    found = problems(copied)
    assert any("question 1 differs from ka" in one for one in found)
    assert any("card 2 differs from ka" in one for one in found)


PICTURE = "01-participation: card ladder: picture ladder: "
ALT = "![კიბე ხუთი საფეხურით: ყველაზე დაბლა ინფორმირებაა, ყველაზე მაღლა — გადაწყვეტა](ladder)"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (f"{LESSON}.md", ALT, "![](ladder)", PICTURE + "it does not say in words"),
        (f"{LESSON}.md", ALT, f"![{'ა' * 121}](ladder)", PICTURE + "121 characters"),
        (f"{LESSON}.md", ALT, "", "pictures/ladder.png: no card shows it"),
        (f"{LESSON}.md", "(ladder)", "(stair)", "picture stair: there is no pictures/stair.png"),
        (f"{LESSON}.md", "{#why}", "{#why}\n\n![კიბე](ladder)", "the first card has the lesson's"),
        ("pictures/ladder.yaml", "ინფორმირება", "ცნობა", PICTURE + "it was not drawn from"),
        (
            "pictures/small.yaml",
            "of: 8",
            "of: 9",
            "pictures/small.yaml differs from ka",
        ),
    ],
)
def test_a_slip_in_a_picture_is_named(copied, name, old, new, said):
    change(copied, name, old, new)
    assert any(said in problem for problem in problems(copied)), problems(copied)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a", "not a PNG"),
        (PNG + bytes(8) + struct.pack(">II", 200, 400), "200 x 400 pixels"),
        (PNG + bytes(8) + struct.pack(">II", 400, 400) + bytes(10**6), "1000024 bytes, at most"),
    ],
)
def test_a_file_that_a_messenger_refuses_is_named(copied, content, said):
    folder = copied / "ka" / "courses" / "participation" / "1" / "pictures"
    (folder / "ladder.yaml").unlink()
    (folder / "ladder.png").write_bytes(content)
    assert any(said in problem for problem in problems(copied))
