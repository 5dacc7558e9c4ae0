"""An announcement under the messengers' limits, in the time of a loop that never waits."""

import pytest

from tests.prove import prove_delivery as proof
from tests.support.hurried import LoopClock, hurried
from tests.support.talking import percentile

PEOPLE = 160


@pytest.fixture(autouse=True)
def _briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "IDLE_SECONDS", 8.0)
    monkeypatch.setattr(proof, "RATES", {fault: 5 * rate for fault, rate in proof.RATES.items()})


def test_everybody_ends_in_one_state_though_calls_fail() -> None:
    run = hurried(proof.announced(LoopClock(), PEOPLE, faults=True))
    audit = run.audit
    assert (audit.wrong, audit.people, audit.unreported) == ([], PEOPLE, 0)
    assert audit.repeated <= run.outcomes()["unsure"]
    assert {"429", "500"} <= run.outcomes().keys(), "the faults were met"


def test_full_pace_no_haste_and_answers_as_quick_as_ever() -> None:
    run = hurried(proof.announced(LoopClock(), PEOPLE))
    assert (run.audit.wrong, run.audit.people, run.audit.repeated) == ([], PEOPLE, 0)
    assert set(run.outcomes()) == {"ok", "403", "6"}
    assert run.pace() >= proof.SHARE * proof.PACE
    assert percentile(run.busy, 0.99) <= proof.SLOWER * percentile(run.idle, 0.99)
