"""Elections of any size that nobody held."""

import random
from itertools import accumulate
from pathlib import Path

PROJECTS = 200
HEAD = """META
key;value
description;Synthetic
country;Georgia
unit;Nowhere
instance;2027
num_projects;{projects}
num_votes;{voters}
budget;{budget}
vote_type;approval
rule;greedy
date_begin;2027
date_end;2027
max_length;5
PROJECTS
project_id;cost;name
"""


def write(file: Path, voters: int) -> None:
    """Up to five approvals each, few ballots alike; some projects are wanted by many."""
    chance = random.Random(voters)
    ids = [f"P{number:03}" for number in range(PROJECTS)]
    wanted = list(accumulate(1 / (1 + place) ** 0.5 for place in range(PROJECTS)))
    with file.open("w", encoding="utf-8") as out:
        out.write(HEAD.format(projects=PROJECTS, voters=voters, budget=voters * 60))
        out.writelines(f"{id};{chance.randrange(voters // 40, voters * 2)};{id}\n" for id in ids)
        out.write("VOTES\nvoter_id;vote;age;voting_method\n")
        for voter in range(voters):
            picks = dict.fromkeys(chance.choices(ids, cum_weights=wanted, k=chance.randint(3, 5)))
            out.write(f"{voter};{','.join(picks)};{chance.randint(16, 90)};internet\n")
