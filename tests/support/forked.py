"""Processes forked from one that has all imports and texts in it, which take seconds."""

import multiprocessing

from bot.texts import Texts

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(
    [
        "bot.channels.telegram",
        "bot.commands.demo",
        "bot.commands.serve",
        "tests.support.killed_town",
        "tests.support.lives",
        "tests.support.serving",
        "tests.support.town_apart",
        "tests.support.watched",
    ]
)
Texts()
