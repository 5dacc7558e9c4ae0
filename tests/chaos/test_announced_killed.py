"""An announcement whose processes are killed: nobody is skipped."""

from pathlib import Path

import pytest

from tests.support.killed_town import WINDOW, KilledTown


@pytest.mark.parametrize("processes", [1, 2])
async def test_a_few_kills_skip_nobody(database_url: str, tmp_path: Path, processes: int) -> None:
    if processes > 1 and database_url.startswith("sqlite"):
        pytest.skip("several processes share PostgreSQL")
    toll = await KilledTown(database_url, tmp_path, people=160, processes=processes).run(kills=3)
    assert (toll.audit.wrong, toll.audit.people) == ([], 160)
    assert toll.unexplained == [] and len(toll.kills) == 3
    assert all(most <= WINDOW[messenger] for messenger, most in toll.most_repeated.items())
