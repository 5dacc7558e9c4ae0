"""Reading `.pb` files: lenient with form, exact about content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.ballots import Kind, group
from bot.civic.tally import count
from bot.exchange import recount
from bot.exchange.pabulib import BadFile, Election, Entry, Reading, Vote, read

META = """META
key;value
description;Civil budget of Tsalenjikha, 2027
country;Georgia
unit;Tsalenjikha
instance;2027
num_projects;3
num_votes;2
budget;60000
vote_type;approval
rule;greedy
"""
PROJECTS = '''PROJECTS
project_id;cost;votes;name;selected
P01;30000;2;განათება;1
P02;40000.5;1;"სკვერი; II ""ეტაპი""";0
P03;999999999;0;Votes;0
'''
VOTES = """VOTES
voter_id;vote;age
v01;P01,P02;25-34
v02;P01;
"""


def election(meta=META, projects=PROJECTS, votes=VOTES) -> Election:
    return read((meta + projects + votes).encode())


def test_everything_is_kept():
    found = election()
    assert (found.kind, found.budget, found.notes) == (Kind.APPROVAL, 60000, ())
    assert found.meta["unit"] == "Tsalenjikha"
    assert found.projects[1].cost * 2 == 80001
    assert found.projects[1].more["name"] == 'სკვერი; II "ეტაპი"'
    assert found.votes == (
        Vote("v01", ("P01", "P02"), (), {"age": "25-34"}),
        Vote("v02", ("P01",), (), {"age": ""}),
    )


def test_form_is_forgiven():
    text = META + PROJECTS + VOTES
    untidy = text.replace(";", " ; ").replace(",P02", ", P02 ,").replace("VOTES\n", "\nVotes;;\n\n")
    untidy = untidy.replace(' "', '"').replace('" ;', '";')
    tidy = election()
    found = read(b"\xef\xbb\xbf" + untidy.replace("\n", "\r\n").encode())
    assert found.votes == tidy.votes
    assert [project.id for project in found.projects] == ["P01", "P02", "P03"]


def test_a_project_or_voter_may_be_called_votes():
    found = election(
        projects="PROJECTS\nproject_id;cost;name\nVOTES;1;META\n",
        votes="VOTES\nvoter_id;vote\nVOTES;VOTES\nPROJECTS;VOTES\n",
        meta=META.replace("num_projects;3\n", ""),
    )
    assert found.projects == (Entry("VOTES", 1, {"name": "META"}),)
    assert [vote.voter for vote in found.votes] == ["VOTES", "PROJECTS"]


def test_the_old_name_of_a_column():
    found = election(projects=PROJECTS.replace("votes;", "target;"))
    assert found.projects[0].more["beneficiaries"] == "2"


def test_what_is_mended_is_told():
    votes = VOTES + "v02;P02,P01,P02;\nv03;;\n"
    found = election(votes=votes)
    assert found.votes[2].picks == ("P02", "P01")
    assert len(found.votes) == 3
    assert found.notes == (
        "line 21: voter v02 appears again; both ballots count",
        "line 21: a project is named twice on one ballot and counts once",
        "line 22: the ballot is empty and left out",
        "num_votes says 2, the file holds 4",
    )


def test_what_decides_nothing_may_be_odd():
    meta = META.replace("approval", "Approval").replace("budget", "Budget")
    found = election(meta + "unit;Zugdidi\nmax_length;None\ncountry;Georgia\n")
    assert (found.kind, found.budget, found.longest) == (Kind.APPROVAL, 60_000, 0)
    assert found.notes == ("line 12: unit is given twice; the first one holds",)
    votes = "VOTES\nvoter_id;vote;age;age\nv01;P01;30;31;;\nv02\n"
    found = election(votes=votes)
    assert found.votes == (Vote("v01", ("P01",), (), {"age": "30"}),)


@pytest.mark.parametrize("budget", ["60000", "60000.00", "60 000", "6e+04", "6.0E4", "60\u00a0000"])
def test_numbers_as_spreadsheets_write_them(budget):
    found = election(META.replace("60000", budget))
    assert (found.budget, found.meta["budget"]) == (60_000, "60000")


def test_a_ballot_that_says_none_is_empty_unless_a_project_is_called_so():
    found = election(votes="VOTES\nvoter_id;vote\nv01;P01\nv02;None\n")
    assert len(found.votes) == 1
    called = PROJECTS.replace("P01", "None")
    assert len(election(projects=called, votes="VOTES\nvoter_id;vote\nv1;None\n").votes) == 1


def test_a_large_file_can_be_read_ballot_by_ballot():
    votes = VOTES + "v02;P02,P01,P02;\nv03;;\nv04;P02 , P01;\n"
    reading = Reading((META + PROJECTS + votes).encode())
    assert group(reading.ballots()) == recount.groups(election(votes=votes))
    assert tuple(reading.notes) == election(votes=votes).notes
    assert reading.head.projects == election().projects


def test_limits_left_empty_are_no_limits():
    found = election(META + "max_length;\nmin_project_score_threshold;\n")
    assert (found.longest, found.minimum) == (0, 0)
    found = election(META + "max_length;5.0\nmin_project_score_threshold;2.5\n")
    assert (found.longest, found.minimum * 2) == (5, 5)


def test_points_stay_with_their_project():
    meta = META.replace("approval", "cumulative")
    found = election(meta, votes="VOTES\nvoter_id;vote;points\nv1;P01,P02,P01;5,3,2\nv2;P02;1.5\n")
    assert found.votes[0] == Vote("v1", ("P01", "P02"), (5, 3))
    assert found.votes[1].points[0] * 2 == 3


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"meta": ""}, "line 1: a .pb file begins with META"),
        ({"votes": ""}, "the section VOTES is missing or empty"),
        ({"projects": "", "votes": ""}, "the section PROJECTS is missing or empty"),
        ({"meta": META.replace("budget;60000\n", "")}, "line 10: META has no budget"),
        (
            {"meta": META.replace("60000", "60,5")},
            "line 9: budget is not a number: '60,5'",
        ),
        ({"meta": META.replace("60000", "-1")}, "line 9: budget is negative: -1"),
        ({"meta": META + "max_length;five\n"}, "line 12: max_length is not a number: 'five'"),
        (
            {"meta": META + "default_score;1\n"},
            "line 12: points for projects that a ballot does not name are not counted here",
        ),
        ({"meta": META + "budget;70000\n"}, "line 12: budget is given twice"),
        (
            {"meta": META.replace("approval", "mood")},
            "line 10: 'mood' is no vote_type; known are "
            "approval, choose-1, cumulative, scoring, ordinal",
        ),
        (
            {"projects": PROJECTS.replace("cost", "price")},
            "line 13: the column cost is missing",
        ),
        (
            {"projects": PROJECTS.replace("name", "cost")},
            "line 13: the column cost is there twice",
        ),
        (
            {"projects": PROJECTS.replace("30000", "1e9999999")},
            "line 14: cost is not a number: '1e9999999'",
        ),
        (
            {"projects": PROJECTS.replace("P03", "P01")},
            "line 16: project P01 stands already in line 14",
        ),
        ({"votes": VOTES + "v03;P09;\n"}, "line 21: project P09 is not listed under PROJECTS"),
        ({"votes": VOTES + "v03;P01;30;x\n"}, "line 21: 4 cells under 3 columns"),
        (
            {"meta": META.replace("approval", "cumulative")},
            "line 19: 2 projects, but 0 points",
        ),
        (
            {"votes": VOTES + 'v03;"P01;30\nv04;P01;30\n'},
            "line 22: the quotes do not match (unexpected end of data)",
        ),
    ],
)
def test_errors_are_one_sentence_with_the_line(change, sentence):
    with pytest.raises(BadFile) as caught:
        election(**change)
    assert str(caught.value) == sentence


def test_another_encoding_is_named():
    with pytest.raises(BadFile, match="line 3: the text is not in UTF-8"):
        read("META\nkey;value\ndescription;café\n".encode("latin-1"))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00", b";;;"])
def test_rubbish_is_refused(data):
    with pytest.raises(BadFile):
        read(data)


@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data):
    text = META + PROJECTS + VOTES
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    junk = data.draw(
        st.one_of(st.sampled_from(['"', ";", "\n", "\r", "\x00", "-1", ""]), st.text())
    )
    damaged = (text[:start] + junk + text[end:]).encode("utf-8", "surrogatepass")
    try:
        found = read(damaged)
        name = recount.labelled(found)
        count(recount.rules(found, name), recount.projects(found), recount.groups(found))
    except BadFile as refusal:
        assert len(str(refusal).splitlines()) == 1
