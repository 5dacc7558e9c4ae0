"""Repeats: how often they are asked, and what their instances know of one another."""

from bot.civic.survey import walk
from bot.civic.survey.step import Act
from tests.support.surveys import row, sitting, survey, walked

FAMILY = survey(
    row("integer", "size"),
    row(
        "repeat",
        "member",
        row("calculate", "number", calculation="position(..)"),
        row("text", "name"),
        row("integer", "age", label="რამდენი წლისაა ${name}?"),
        row("group", "school", row("integer", "grade"), relevant="${age} < 18"),
        row("calculate", "child", calculation="if(${age} < 18, 1, 0)"),
        row("calculate", "before", calculation="indexed-repeat(${name}, ${member}, ${number} - 1)"),
        count="${size}",
    ),
    row("calculate", "children", calculation="sum(${child})"),
    row("calculate", "all", calculation="count(${member})"),
    row("note", "told", label="${children} / ${all}: ${name}", relevant="${children} > 0"),
)

GIVEN = {
    "size": "2",
    "member[1].name": "ნინო",
    "member[1].age": "34",
    "member[2].name": "გია",
    "member[2].age": "7",
    "member[2].grade": "1",
}


def test_a_counted_repeat():
    assert walked(FAMILY, GIVEN) == [*GIVEN, "told"]
    told = list(FAMILY.steps(GIVEN, sitting()))[-1]
    assert told.label == "1 / 2: ნინო, გია"
    labels = [step.label for step in FAMILY.steps(GIVEN, sitting())]
    assert labels[2] == "რამდენი წლისაა ნინო?"


def test_cleaned_instance_by_instance():
    assert FAMILY.cleaned(GIVEN, sitting()) == {
        "size": "2",
        "member[1].number": "1",
        "member[1].name": "ნინო",
        "member[1].age": "34",
        "member[1].child": "0",
        "member[2].number": "2",
        "member[2].name": "გია",
        "member[2].age": "7",
        "member[2].grade": "1",
        "member[2].child": "1",
        "member[2].before": "ნინო",
        "children": "1",
        "all": "2",
    }


def test_an_instance_that_is_no_longer_there_does_not_count():
    cleaned = FAMILY.cleaned({**GIVEN, "size": "1"}, sitting())
    assert cleaned["all"] == "1"
    assert "member[2].name" not in cleaned
    nobody = {"children": "0", "all": "0"}
    assert FAMILY.cleaned({**GIVEN, "size": ""}, sitting()) == nobody


def test_people_decide_whether_there_is_one_more():
    trees = survey(row("repeat", "tree", row("text", "kind"), label="ხე"), row("text", "end"))
    assert walked(trees, {}) == ["tree[1].kind", "tree+1", "end"]
    given = {"tree[1].kind": "მუხა", "tree+1": "yes", "tree[2].kind": "ცაცხვი", "tree+2": "no"}
    assert walked(trees, given) == [*given, "end"]
    more = list(trees.steps(given, sitting()))[1]
    assert (more.act, more.label, more.place) == (Act.MORE, "ხე", 1)
    assert trees.cleaned(given, sitting()) == {
        "tree[1].kind": "მუხა",
        "tree[2].kind": "ცაცხვი",
    }


def test_nested_repeats():
    farm = survey(
        row(
            "repeat",
            "field",
            row("integer", "crops"),
            row(
                "repeat",
                "crop",
                row("integer", "kilos"),
                row("calculate", "place", calculation="position(../..) * 10 + position(..)"),
                count="${crops}",
            ),
            row("calculate", "sum", calculation="sum(${kilos})"),
            count="2",
        ),
        row("calculate", "total", calculation="sum(${kilos})"),
        row("calculate", "second", calculation="indexed-repeat(${kilos}, ${field}, 2, ${crop}, 1)"),
    )
    given = {
        "field[1].crops": "2",
        "field[1].crop[1].kilos": "5",
        "field[1].crop[2].kilos": "6",
        "field[2].crops": "1",
        "field[2].crop[1].kilos": "7",
    }
    assert walked(farm, given) == list(given)
    cleaned = farm.cleaned(given, sitting())
    assert {key: cleaned[key] for key in cleaned if key not in given} == {
        "field[1].crop[1].place": "11",
        "field[1].crop[2].place": "12",
        "field[1].sum": "11",
        "field[2].crop[1].place": "21",
        "field[2].sum": "7",
        "total": "18",
        "second": "7",
    }


def test_calculations_without_questions_reach_the_outside():
    ones = survey(
        row("repeat", "r", row("calculate", "one", calculation="1"), count="3"),
        row("calculate", "three", calculation="sum(${one})"),
    )
    assert ones.cleaned({}, sitting())["three"] == "3"


def test_calculations_that_look_into_the_next_instance_follow_it():
    line = survey(
        row(
            "repeat",
            "stop",
            row("text", "name"),
            row("calculate", "next", calculation="indexed-repeat(${name}, ${stop}, ${place} + 1)"),
            row("calculate", "place", calculation="position(..)"),
            row("calculate", "leg", calculation="concat(${name}, '-', ${next})"),
            count="2",
        )
    )
    cleaned = line.cleaned({"stop[1].name": "a", "stop[2].name": "b"}, sitting())
    assert (cleaned["stop[1].leg"], cleaned["stop[2].leg"]) == ("a-b", "b-")


def test_bounds_of_instances_and_steps(monkeypatch):
    crowd = survey(row("repeat", "r", row("text", "a"), count="1000000 * 1000000"))
    assert len(walked(crowd, {})) == walk.INSTANCES
    crowds = survey(
        row("repeat", "r", row("repeat", "s", row("text", "a"), count="50"), count="50")
    )
    monkeypatch.setattr(walk, "STEPS", 120)
    assert len(walked(crowds, {})) == 120


def test_counts_that_are_none():
    for count in ("'many'", "-1", "0", "${x}"):
        form = survey(row("text", "x"), row("repeat", "r", row("text", "a"), count=count))
        assert walked(form, {"x": "abc"}) == ["x"]


def test_another_instance_counts_from_its_beginning():
    """Whatever stands in it, and before any of it is answered."""
    form = survey(
        row("repeat", "member", row("text", "name"), row("note", "so", label="${named}")),
        row("calculate", "named", calculation="count(${name})"),
        row("note", "all", label="${named}"),
    )
    told = []
    for step in form.steps({"member[1].name": "ნინო", "member+1": "yes"}, sitting()):
        if step.act is Act.TELL:
            told.append(step.label)
    assert told == ["1", "2", "2"]
    assert form.cleaned({"member+1": "yes"}, sitting())["named"] == "2"
