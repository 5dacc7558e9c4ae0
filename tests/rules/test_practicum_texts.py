"""The practicum's file: all steps and points, alike in both languages, short enough to read."""

import pytest
import yaml

from bot.civic.practicum import POINTS, SCALE, STEPS
from bot.content.course import LOCALES, NoCourse, names, versions
from bot.content.practicum import practicum

EVERY = [(name, version) for name in names() for version in versions(name)]


def shape(told):
    """The keys, without the words."""
    return {key: shape(row) for key, row in told.items()} if isinstance(told, dict) else str


@pytest.mark.parametrize("language", ["ka", "en"])
@pytest.mark.parametrize(("name", "version"), EVERY)
def test_a_practicum_has_all_steps_and_points(name, version, language):
    told = practicum(name, version, language)
    assert tuple(told.steps) == (*STEPS, "review")
    assert tuple(told.points) == POINTS
    for point in told.points.values():
        asked = "\n".join((point.title, point.ask, *point.marks))
        assert len(point.marks) == len(SCALE) and len(asked) <= 400
    assert all(len(step.task) + len(step.show) <= 700 for step in told.steps.values())


@pytest.mark.parametrize(("name", "version"), EVERY)
def test_both_languages_are_built_alike(name, version):
    ka, en = (
        yaml.safe_load(
            (LOCALES / code / "courses" / name / str(version) / "practicum.yaml").read_text("utf-8")
        )
        for code in ("ka", "en")
    )
    assert shape(ka) == shape(en)


def test_another_language_reads_georgian_and_another_course_nothing(tmp_path):
    assert practicum("participation", 1, "xx").title == practicum("participation", 1, "ka").title
    with pytest.raises(NoCourse):
        practicum("participation", 1, "ka", tmp_path)
