"""Resolve pyproject.toml into requirements.lock: `python -m tests.support.lock`."""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAD = "# Every package, pinned.  Made by `make lock` from pyproject.toml.\n"


def wanted() -> list[str]:
    """What the product and its development ask for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def resolve(requirements: list[str]) -> list[str]:
    """`name==version` of everything, transitive ones included; nothing is installed."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        pip = [sys.executable, "-m", "pip", "install", "-qq", "--retries", "10", "--dry-run"]
        options = ["--ignore-installed", "--report", str(report)]
        subprocess.run([*pip, *options, *requirements], check=True)
        found = json.loads(report.read_text("utf-8"))["install"]
    pins = (f"{one['metadata']['name']}=={one['metadata']['version']}" for one in found)
    return sorted(pins, key=str.lower)


def main() -> None:
    pins = resolve(wanted())
    (ROOT / "requirements.lock").write_text(HEAD + "\n".join(pins) + "\n", "utf-8")
    sys.stdout.write(f"requirements.lock: {len(pins)} packages\n")


if __name__ == "__main__":
    main()
