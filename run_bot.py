"""Monawile's command line: `python run_bot.py` opens the demo, `--help` shows the rest."""

from bot.commands import app

if __name__ == "__main__":
    app()
