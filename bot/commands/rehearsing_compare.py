"""What a rehearsal of an edition must find equal: choices, receipts, letters, the open file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot import opendata
from bot.civic.ballots import Groups
from bot.civic.tally import count
from bot.commands.rehearsing_house import House
from bot.exchange import recount
from bot.exchange.pabulib import read
from bot.rehearsing.play import Play
from storage import release, results, votes
from storage.votes import Vote


@dataclass(slots=True)
class Found:
    """What the rehearsal found; whatever stands in `problems` must not be."""

    figures: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def equal(self, what: str, expected: object, found: object) -> None:
        """Both must be the same."""
        if expected != found:
            self.problems.append(f"{what}: expected {expected}, found {found}")


class Compare:
    """The edition beside the play."""

    def __init__(self, house: House, play: Play) -> None:
        self.house = house
        self.play = play
        self.found = Found()
        self.id = 0

    async def vote(self) -> Vote:
        async with self.house.app.database.reading() as session:
            found = await votes.find(session, self.id)
        assert found is not None
        return found

    async def sealed(self, numbers: Mapping[str, int], receipts: set[str]) -> None:
        """Nothing lost, nothing doubled: what is sealed is what the voters picked."""
        vote = await self.vote()
        self.found.equal("state", "counted", vote.state)
        self.found.equal("ballots", len(self.play.chat) + len(self.play.paper), vote.ballots)
        expected = {str(numbers[code]): count for code, count in self.play.expected.items()}
        async with self.house.app.database.reading() as session:
            sealed = totals((await results.sheet(session, vote)).groups)
            public = set(await votes.receipts(session, vote.id))
        self.found.equal("votes of each project", expected, sealed)
        self.found.equal("receipts", receipts, public)
        self.found.equal("referee", release.AGREES, release.finding(vote))
        self.found.figures["ballots after sealing"] = str(vote.ballots)

    async def delivered(self, took_part: int, others: int) -> None:
        """Everybody who took part has the result, each once; nobody else has."""
        head = self.house.texts.text("ka", "results-head", count=(await self.vote()).ballots)
        times = Counter(
            sum(head.plain() in shown.text for shown in phone.screen())
            for phone in self.house.phones()
        )
        self.found.equal("results delivered", {1: took_part, 0: others}, dict(times))
        self.found.figures["results delivered"] = str(times[1])

    async def open_file(self, receipts: set[str]) -> None:
        """What is exported, read back and counted again by its own label, is the same vote."""
        async with self.house.app.database.reading() as session:
            data = await opendata.gather(session, self.id, self.house.clock.now())
        assert data is not None
        made = opendata.files(data)
        [name] = [name for name in made if name.endswith(".pb")]
        again = read(made[name])
        rules = recount.rules(again, recount.labelled(again))
        counted = count(rules, recount.projects(again), recount.groups(again))
        official = {str(one.item.number) for one in data.report.found if one.outcome.funded}
        self.found.equal("winners of the open file", official, set(counted.winners))
        self.found.equal("ballots of the open file", data.sheet.groups, recount.groups(again))
        self.found.equal("open receipts", receipts, set(made["receipts.txt"].decode().split()))
        self.found.figures["winners"] = str(len(official))

    async def nothing_given_up(self) -> None:
        """No event, job or letter has failed for good."""
        self.found.equal("given up", {}, await self.house.lost())


def totals(groups: Groups) -> dict[str, int]:
    """How many ballots name each project."""
    found: Counter[str] = Counter()
    for ballot, people in groups.items():
        for project, _ in ballot:
            found[project] += people
    return dict(found)
