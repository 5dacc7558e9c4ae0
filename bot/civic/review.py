"""The review of an idea: what is asked of it, and which steps lead from one state to the next.

Two checks, of form and of substance; each verdict is proposed by one person and confirmed by
another.  What can be corrected goes back to the author first.  A rejection can be appealed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

REASON = 80  # characters of a rejection at least: scorecard, criterion D2


class Stage(StrEnum):
    """What is looked at."""

    FORMAL = "formal"
    SUBSTANCE = "substance"
    APPEAL = "appeal"


class Verdict(StrEnum):
    """What a check ends with; an idea is merged into another one like it."""

    PASS = "pass"
    FIX = "fix"
    REJECT = "reject"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question; `sentence` is what its author reads where the answer is no.

    Both are ids of texts.  `parts` of the idea are what its author may change then.
    """

    id: str
    correctable: bool
    question: str
    sentence: str
    parts: tuple[str, ...] = ()


FORMAL = (
    Criterion(
        "complete", True, "review-ask-complete", "review-no-complete", ("title", "text", "photo")
    ),
    Criterion("place", True, "review-ask-place", "review-no-place", ("place",)),
    Criterion("within", False, "review-ask-within", "review-no-within"),
    Criterion("resident", False, "review-ask-resident", "review-no-resident"),
    Criterion("single", True, "review-ask-single", "review-no-single", ("title", "text")),
)
SUBSTANCE = (
    Criterion("legal", False, "review-ask-legal", "review-no-legal"),
    Criterion("powers", False, "review-ask-powers", "review-no-powers"),
    Criterion("land", True, "review-ask-land", "review-no-land", ("place", "text")),
    Criterion("year", True, "review-ask-year", "review-no-year", ("text",)),
    Criterion("cost", True, "review-ask-cost", "review-no-cost", ("cost", "text")),
    Criterion("upkeep", False, "review-ask-upkeep", "review-no-upkeep"),
)
CRITERIA = {criterion.id: criterion for criterion in (*FORMAL, *SUBSTANCE)}


def checklist(stage: str, residents: bool = True) -> tuple[Criterion, ...]:
    """What is asked at this stage; of an appeal nothing: it is about the criterion that failed."""
    asked = {Stage.FORMAL: FORMAL, Stage.SUBSTANCE: SUBSTANCE}.get(Stage(stage), ())
    return tuple(one for one in asked if residents or one.id != "resident")


class NotAllowed(Exception):
    """The step is not possible; `why` names the reason for whoever asked."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Check:
    """One check as its rules see it.

    `returned`: the author has had a chance to correct this idea.  `before`: whoever took part in
    the rejection that is appealed against.
    """

    stage: str
    state: str = "open"
    reviewer: int | None = None
    author: int = 0
    verdict: str = ""
    criterion: str = ""
    reason: str = ""
    second: int | None = None
    returned: bool = False
    before: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reviewer has found."""

    verdict: Verdict
    criterion: str = ""
    reason: str = ""
    into: int = 0  # the idea it is merged into


def excluded(check: Check) -> frozenset[int]:
    """Who may not decide on this check at all."""
    return check.before | {check.author}


def propose(check: Check, by: int, finding: Finding) -> Check:
    """The first pair of eyes.  Of an appeal it is the only one: two others have looked before."""
    if check.state != "open":
        raise NotAllowed("state")
    if check.reviewer != by:
        raise NotAllowed("not-assigned")
    if by in excluded(check):
        raise NotAllowed("own" if by == check.author else "involved")
    _reasoned(check, finding)
    state = "done" if check.stage == Stage.APPEAL else "proposed"
    return replace(
        check,
        state=state,
        verdict=str(finding.verdict),
        criterion=finding.criterion,
        reason=finding.reason.strip(),
    )


def _reasoned(check: Check, finding: Finding) -> None:
    """A verdict against an idea names a criterion of its stage and says why."""
    verdict, appeal = finding.verdict, check.stage == Stage.APPEAL
    if appeal and verdict not in (Verdict.PASS, Verdict.REJECT):
        raise NotAllowed("verdict")
    if verdict not in (Verdict.FIX, Verdict.REJECT):
        return
    asked = {one.id: one for one in checklist(check.stage)} or CRITERIA
    criterion = asked.get(finding.criterion)
    if criterion is None:
        raise NotAllowed("criterion")
    if verdict is Verdict.FIX and not criterion.correctable:
        raise NotAllowed("not-correctable")
    if verdict is Verdict.REJECT and criterion.correctable and not (check.returned or appeal):
        raise NotAllowed("correct-first")
    if len(finding.reason.strip()) < (REASON if verdict is Verdict.REJECT else 1):
        raise NotAllowed("reason")


def confirm(check: Check, by: int) -> Check:
    """The second pair of eyes."""
    _second(check, by)
    return replace(check, state="done", second=by)


def send_back(check: Check, by: int) -> Check:
    """The second person does not agree: the reviewer looks again."""
    _second(check, by)
    return replace(check, state="open")


def _second(check: Check, by: int) -> None:
    if check.state != "proposed":
        raise NotAllowed("state")
    if by == check.reviewer:
        raise NotAllowed("same-person")
    if by in excluded(check):
        raise NotAllowed("own")


STEPS: dict[tuple[str, str], str] = {
    ("submitted", "begin"): "reviewing",
    ("reviewing", "formal-pass"): "reviewing",  # the check of substance opens
    ("reviewing", "substance-pass"): "admitted",
    ("reviewing", "fix"): "returned",
    ("reviewing", "reject"): "declined",
    ("reviewing", "merge"): "merged",
    ("returned", "resubmit"): "reviewing",  # a new formal check opens
    ("returned", "lapse"): "declined",
    ("declined", "appeal"): "appealed",
    ("appealed", "formal-won"): "reviewing",  # the check of substance opens
    ("appealed", "substance-won"): "admitted",
    ("appealed", "lost"): "declined",
}
"""Every way an idea can go: (state, step) -> state."""

OPENS = {
    "begin": Stage.FORMAL,
    "resubmit": Stage.FORMAL,
    "formal-pass": Stage.SUBSTANCE,
    "formal-won": Stage.SUBSTANCE,
    "appeal": Stage.APPEAL,
}
"""The check that a step opens."""


def after(state: str, step: str) -> str:
    """The state after a step."""
    if (state, step) not in STEPS:
        raise NotAllowed("state")
    return STEPS[state, step]


def step_of(check: Check, rejected_at: str = "") -> str:
    """The step that a finished check takes; an appeal knows the stage of what was rejected."""
    if check.state != "done":
        raise NotAllowed("state")
    if check.stage == Stage.APPEAL:
        return f"{rejected_at}-won" if check.verdict == Verdict.PASS else "lost"
    return f"{check.stage}-pass" if check.verdict == Verdict.PASS else check.verdict


def last_moment(now: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The end of the last of so many whole days after today, in local time; aware, in UTC."""
    morning_after = now.astimezone(zone).date() + timedelta(days=days + 1)
    return datetime.combine(morning_after, time(), zone).astimezone(UTC)


def least_busy(open_checks: Iterable[tuple[int, int]], excluded: Iterable[int]) -> int | None:
    """Of (person, how many open checks) the one with the fewest; nobody who is excluded."""
    out = set(excluded)
    free = [(count, person) for person, count in open_checks if person not in out]
    return min(free)[1] if free else None
