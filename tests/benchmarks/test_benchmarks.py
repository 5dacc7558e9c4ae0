"""The benchmark still runs: a few dialogues of each bot, every answer checked."""

import pytest

from bot.civic.ballots import Rule
from tests.benchmarks import counters, measure, synthetic


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "PEOPLE", 3)
    monkeypatch.setattr(measure, "TALKS", 1)


async def test_the_plain_bot_holds_the_dialogue():
    cost = await measure.measure("tests.benchmarks.baseline", {})
    assert cost.updates == 24
    assert cost.seconds > 0


async def test_monawile_holds_the_same_dialogue(tmp_path):
    address = {"DATABASE_URL": f"sqlite:///{tmp_path}/bench.db"}
    cost = await measure.measure("tests.benchmarks.subject", address)
    assert cost.updates == 24


async def test_a_bot_that_cannot_start_is_told():
    with pytest.raises(RuntimeError, match="No module named"):
        await measure.measure("tests.benchmarks.no_such_bot", {})


@pytest.mark.parametrize("rule", [Rule.EQUAL_SHARES, Rule.ADD_ONE])
def test_both_counters_count_the_same_election(tmp_path, rule):
    file = tmp_path / "synthetic.pb"
    synthetic.write(file, 60)
    seconds, winners = counters.ours(file, rule)
    assert seconds > 0
    assert winners == counters.theirs(file, rule)[1] != []
