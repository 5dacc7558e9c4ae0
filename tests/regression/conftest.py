"""Real elections and forms.  They belong to others, so they stay outside the repository."""

import os
from pathlib import Path

import pytest

VARIABLE = "MONAWILE_DATA"


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder that holds `pabulib/` and `xlsforms/`."""
    if VARIABLE not in os.environ:
        pytest.skip(f"{VARIABLE} does not name a folder of real elections and forms")
    return Path(os.environ[VARIABLE])
