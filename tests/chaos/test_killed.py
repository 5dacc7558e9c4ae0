"""Killed at random points, nothing is lost and no effect happens twice."""

from pathlib import Path

from tests.support.lives import Killing


async def test_a_few_kills_cost_nobody_anything(database_url: str, tmp_path: Path) -> None:
    toll = await Killing(database_url, tmp_path, people=6).run(kills=4)
    assert toll.words >= 6
    assert (toll.lost, toll.doubled) == ([], [])
