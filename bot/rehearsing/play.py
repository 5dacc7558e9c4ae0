"""What is acted out: whose projects, which voters in the chat, which on paper."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.exchange.pabulib import SENTINEL, BadFile, Election, Entry, Vote
from bot.rehearsing.citizens import LONGEST_TITLE, Wish

FEWEST = 2  # projects: one of them is rejected first, and admitted after its appeal
PROJECTS = 8  # of an invented election
SAYS = "ეს იდეა ნამდვილი კენჭისყრიდანაა: {name}. გთხოვთ, განახორციელოთ."


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one voter of the file picked, by the file's project ids."""

    voter: int
    picks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Play:
    """The projects as their authors would propose them, and who votes how."""

    wishes: tuple[Wish, ...]
    chat: tuple[Ballot, ...]
    paper: tuple[Ballot, ...]

    @property
    def expected(self) -> Counter[str]:
        """How many voters name each project, by the file's ids."""
        return Counter(pick for ballot in (*self.chat, *self.paper) for pick in ballot.picks)


def cast_of(election: Election, voters: int, paper: int, seed: int) -> Play:
    """So many voters of the file.  Raises BadFile where there are too few projects or voters."""
    wishes = _wishes(election)
    if len(wishes) < FEWEST:
        raise BadFile(0, f"a rehearsal needs {FEWEST} projects with a whole cost within the budget")
    known = {wish.code for wish in wishes}
    rows = enumerate(election.votes, 1)
    all_ = [Ballot(row, tuple(p for p in vote.picks if p in known)) for row, vote in rows]
    able = [ballot for ballot in all_ if ballot.picks]
    if len(able) < voters + paper:
        raise BadFile(0, f"only {len(able)} of its voters picked one of these projects")
    drawn = random.Random(seed).sample(able, voters + paper)
    return Play(wishes, tuple(drawn[:voters]), tuple(drawn[voters:]))


def invented(voters: int, seed: int, projects: int = PROJECTS) -> Election:
    """An election in which so many people picked one to three projects."""
    chance = random.Random(seed)
    entries = tuple(
        Entry(f"P{number}", 1000 * (number + 2), {"name": f"პროექტი {number}"})
        for number in range(1, projects + 1)
    )
    ids = [entry.id for entry in entries]
    votes = tuple(
        Vote(str(row), tuple(chance.sample(ids, chance.randint(1, 3)))) for row in range(voters)
    )
    meta = {"description": "Invented", "unit": "Rehearsal", "instance": "2027"}
    meta |= {"budget": "30000", "vote_type": "approval", "rule": "greedy", "max_length": "3"}
    return Election(meta, entries, votes)


def _wishes(election: Election) -> tuple[Wish, ...]:
    """Projects that could have been proposed: the chat asks for whole amounts within the pot."""
    budget = election.budget
    return tuple(
        _wish(entry.id, entry.more.get("name") or entry.id, int(entry.cost))
        for entry in election.projects
        if entry.cost != SENTINEL and entry.cost == int(entry.cost) and 0 < entry.cost <= budget
    )


def _wish(code: str, name: str, cost: int) -> Wish:
    title = f"{name[: LONGEST_TITLE - len(code) - 3]} ({code})"
    return Wish(code, title, SAYS.format(name=name)[:1000], cost)


def by_code(titles: Sequence[tuple[str, int]]) -> dict[str, int]:
    """The file's id of each project on our list, from the titles its authors gave: id to number."""
    return {title.rpartition("(")[2].rstrip(")"): number for title, number in titles}
