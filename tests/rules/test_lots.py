"""Lots drawn from a seed."""

import subprocess
from collections import Counter

from bot.civic.lots import draw

IDS = ("P1", "P2", "P3", "P4")


def by_hand(seed, project):
    """As the docstring tells a citizen to check it."""
    told = f"printf '{seed}\\n{project}' | sha256sum"
    return subprocess.run(told, shell=True, check=True, capture_output=True, text=True).stdout


def test_anyone_can_draw_again():
    assert list(draw("9f2c", IDS)) == sorted(IDS, key=lambda project: by_hand("9f2c", project))


def test_the_order_of_the_list_means_nothing():
    assert draw("9f2c", reversed(IDS)) == draw("9f2c", IDS)


def test_every_project_is_first_about_as_often():
    firsts = Counter(draw(str(seed), IDS)[0] for seed in range(2000))
    assert all(400 < firsts[project] < 600 for project in IDS)
