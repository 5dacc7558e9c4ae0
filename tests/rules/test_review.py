"""The review of an idea: no step is skipped, nobody is their own second, faults are corrected."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic import review
from bot.civic.review import (
    CRITERIA,
    OPENS,
    REASON,
    STEPS,
    Check,
    Finding,
    NotAllowed,
    Stage,
    Verdict,
)

LONG = "რ" * REASON
NINO, GIA, EKA, AUTHOR = 1, 2, 3, 9
TBILISI = ZoneInfo("Asia/Tbilisi")


def why(step, *args):
    with pytest.raises(NotAllowed) as refused:
        step(*args)
    return refused.value.why


def check(stage="substance", **more):
    return Check(stage, **{"reviewer": NINO, "author": AUTHOR, **more})


def test_a_rejection_has_a_criterion_of_its_stage_and_a_long_reason():
    rejected = Finding(Verdict.REJECT, "legal", LONG)
    assert review.propose(check(), NINO, rejected).state == "proposed"
    assert why(review.propose, check(), NINO, Finding(Verdict.REJECT, "", LONG)) == "criterion"
    assert why(review.propose, check("formal"), NINO, rejected) == "criterion"
    short = Finding(Verdict.REJECT, "legal", f"  {LONG[1:]}  ")
    assert why(review.propose, check(), NINO, short) == "reason"


def test_what_can_be_corrected_goes_back_before_it_is_rejected():
    rejected = Finding(Verdict.REJECT, "land", LONG)
    assert why(review.propose, check(), NINO, rejected) == "correct-first"
    assert review.propose(check(returned=True), NINO, rejected).verdict == "reject"
    back = Finding(Verdict.FIX, "legal", "სხვა კანონი")
    assert why(review.propose, check(), NINO, back) == "not-correctable"


def test_nobody_decides_on_their_own_idea_or_confirms_their_own_finding():
    fine = Finding(Verdict.PASS)
    assert why(review.propose, check(reviewer=AUTHOR), AUTHOR, fine) == "own"
    assert why(review.propose, check(), GIA, fine) == "not-assigned"
    proposed = review.propose(check(), NINO, fine)
    assert why(review.confirm, proposed, NINO) == "same-person"
    assert why(review.confirm, proposed, AUTHOR) == "own"
    assert why(review.confirm, check(), GIA) == "state"
    assert review.confirm(proposed, GIA).second == GIA
    assert why(review.confirm, review.confirm(proposed, GIA), EKA) == "state"


def test_an_appeal_is_decided_by_somebody_new_and_at_once():
    appeal = check("appeal", before=frozenset({NINO, GIA}))
    fine = Finding(Verdict.PASS)
    assert why(review.propose, appeal, NINO, fine) == "involved"
    new = replace(appeal, reviewer=EKA)
    assert review.propose(new, EKA, fine).state == "done"
    lost = Finding(Verdict.REJECT, "land", LONG)
    assert review.step_of(review.propose(new, EKA, lost)) == "lost"
    assert why(review.propose, new, EKA, Finding(Verdict.MERGE, into=4)) == "verdict"


def test_a_deadline_ends_with_a_whole_day():
    now = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    late = datetime(2026, 11, 22, 19, 59, tzinfo=UTC)  # a minute before midnight
    until = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)
    assert review.last_moment(now, 5, TBILISI) == until
    assert review.last_moment(late, 5, TBILISI) == until


def test_the_least_busy_gets_it_and_never_who_is_excluded():
    counts = [(NINO, 2), (GIA, 0), (EKA, 1)]
    assert review.least_busy(counts, ()) == GIA
    assert review.least_busy(counts, {GIA}) == EKA
    assert review.least_busy(counts, {NINO, GIA, EKA}) is None


def test_every_criterion_says_what_can_be_changed():
    for criterion in CRITERIA.values():
        assert bool(criterion.parts) == criterion.correctable
    assert all(step in {name for _, name in STEPS} for step in OPENS)


PEOPLE = st.sampled_from([NINO, NINO, GIA, GIA, EKA, AUTHOR])
FINDINGS = st.builds(
    Finding,
    st.sampled_from([Verdict.PASS, *Verdict]),
    st.sampled_from(["", *CRITERIA]),
    st.sampled_from(["", "მოკლე", LONG]),
    st.just(7),
)
ACTS = st.one_of(
    st.tuples(st.just("propose"), PEOPLE, FINDINGS),
    st.tuples(st.just("confirm"), PEOPLE),
    st.tuples(st.just("send-back"), PEOPLE),
    st.tuples(st.just("assign"), PEOPLE),
    st.tuples(st.sampled_from(["resubmit", "lapse", "appeal"])),
)


DOES: dict[str, Any] = {
    "propose": review.propose,
    "confirm": review.confirm,
    "send-back": review.send_back,
}


class Idea:
    """An idea on its way, as storage keeps it: a state, and the checks so far."""

    def __init__(self):
        self.state = "submitted"
        self.done: list[Any] = []
        self.open: Any = None
        self.step("begin")

    def step(self, name):
        self.state = review.after(self.state, name)
        before: Any = frozenset()
        if name == "appeal":
            before = frozenset({self.done[-1].reviewer, self.done[-1].second})
        stage = OPENS.get(name)
        returned = any(one.verdict == "fix" for one in self.done)
        self.open = (
            Check(stage, reviewer=NINO, author=AUTHOR, returned=returned, before=before)
            if stage
            else None
        )

    def act(self, act):
        kind, *args = act
        if kind in ("resubmit", "lapse", "appeal"):
            if kind == "appeal" and self.done and self.done[-1].stage == Stage.APPEAL:
                raise NotAllowed("once")
            self.step(kind)
        elif self.open is None:
            raise NotAllowed("state")
        elif kind == "assign":
            if args[0] in review.excluded(self.open) or self.open.state != "open":
                raise NotAllowed("involved")
            self.open = replace(self.open, reviewer=args[0])
        else:
            self.open = DOES[kind](self.open, *args)
            if self.open.state == "done":
                self.finish()

    def finish(self):
        check = self.open
        rejected = next((one for one in reversed(self.done) if one.stage != Stage.APPEAL), check)
        self.done.append(check)
        self.step(review.step_of(check, rejected.stage))


def sensible(idea):
    """What honest people would do now; everything else is tried as well."""
    check = idea.open
    if check is None:
        return [("resubmit",), ("lapse",), ("appeal",)]
    others = [one for one in (NINO, GIA, EKA) if one != check.reviewer]
    if check.state == "proposed":
        return [(kind, one) for kind in ("confirm", "send-back") for one in others]
    wishes = [Finding(Verdict.PASS), Finding(Verdict.REJECT, "powers", LONG)]
    if check.stage == Stage.FORMAL:
        wishes = [
            *wishes,
            Finding(Verdict.FIX, "place", "სად?"),
            Finding(Verdict.REJECT, "within", LONG),
        ]
    return [
        *(("propose", check.reviewer, one) for one in wishes),
        *(("assign", one) for one in others),
    ]


@given(st.data())
def test_no_path_skips_a_step_or_the_second_pair_of_eyes(data):
    idea = Idea()
    for _ in range(data.draw(st.integers(0, 40))):
        act = data.draw(st.one_of(st.sampled_from(sensible(idea)), ACTS))
        try:
            idea.act(act)
        except NotAllowed:
            continue
        told(idea)


def told(idea):
    """What must be true of every idea, however it came there."""
    for check in idea.done:
        assert check.reviewer != check.author
        assert check.second != check.author
        if check.stage == Stage.APPEAL:
            assert check.reviewer not in check.before
        else:
            assert check.second is not None
            assert check.second != check.reviewer
        if check.verdict == "reject":
            assert check.criterion in CRITERIA
            assert len(check.reason) >= REASON
    passed = {(one.stage, one.verdict) for one in idea.done}
    won = (Stage.APPEAL, "pass") in passed
    if idea.state == "admitted":
        assert (Stage.FORMAL, "pass") in passed or won
        assert (Stage.SUBSTANCE, "pass") in passed or won
    if idea.state == "declined":
        assert {"reject", "fix"} & {one.verdict for one in idea.done}
    if idea.state in ("reviewing", "appealed"):
        assert idea.open is not None
