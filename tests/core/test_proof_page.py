"""The page of proofs: what is run again replaces its own section only."""

from tests.prove.page import rewritten
from tests.prove.report import Report

TITLES = ["Votes: all of them", "Answers"]


def report(title: str, line: str) -> Report:
    found = Report("name", title, ran="29.11.2026, 1.0 min")
    found.line(line)
    return found


def test_a_proof_that_is_run_again_replaces_its_section():
    first = {title: report(title, "first").markdown() for title in TITLES}
    page = rewritten("", "a machine", TITLES, first)
    again = report(TITLES[0], "again")
    again.fail("one is lost")
    page = rewritten(page, "a machine", TITLES, {TITLES[0]: again.markdown()})
    assert page.count("## ") == 2
    assert page.index("- again") < page.index("one is lost") < page.index("- first")
    assert "Votes: all of them: FAILS" in page


def test_what_no_proof_says_any_more_is_left_out():
    page = rewritten("", "a machine", TITLES, {"Answers": report("Answers", "first").markdown()})
    assert "first" not in rewritten(page, "a machine", TITLES[:1], {})
