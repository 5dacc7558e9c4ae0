"""Monawile's command line: `python run_bot.py` opens the demo, `--help` shows the rest."""

import gc

# Python's own 700 suits small programs: looking for cycles so often took a quarter of the start.
gc.set_threshold(50_000, 20, 50)

from bot.commands import app  # noqa: E402

if __name__ == "__main__":
    app()
