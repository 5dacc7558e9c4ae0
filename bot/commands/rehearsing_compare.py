"""What a rehearsal of an edition must find equal: choices, receipts, letters, the open file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.civic.ballots import Groups
from bot.civic.tally import count
from bot.commands.rehearsing_house import House
from bot.exchange import recount
from bot.exchange.pabulib import Election, read
from bot.exchange.pabulib_writer import write
from bot.exchange.publish import publish
from bot.rehearsing.play import Play
from storage import release, results, votes
from storage.results import Sheet
from storage.votes import Vote

ABOUT = {"description": "Rehearsal", "country": "Georgia", "unit": "Rehearsal", "instance": "2027"}


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

    async def open_file(self) -> None:
        """The file that anybody can count again gives the same winners."""
        vote = await self.vote()
        async with self.house.app.database.reading() as session:
            sheet = await results.sheet(session, vote)
            placed = await results.placed(session, vote.id)
        official = {str(one.item.number) for one in placed if one.outcome.funded}
        again = read(write(_published(vote, sheet)))
        rules = recount.rules(again, recount.labelled(again))
        counted = count(rules, recount.projects(again), recount.groups(again))
        self.found.equal("winners of the open file", official, set(counted.winners))
        self.found.equal("ballots of the open file", sheet.groups, recount.groups(again))
        self.found.figures["winners"] = str(len(official))

    async def nothing_given_up(self) -> None:
        """No event, job or letter has failed for good."""
        self.found.equal("given up", {}, await self.house.lost())


def _published(vote: Vote, sheet: Sheet) -> Election:
    """The counted vote as a file."""
    dates = {"date_begin": f"{vote.opens_at:%d.%m.%Y}", "date_end": f"{vote.closes_at:%d.%m.%Y}"}
    result = count(sheet.rules, sheet.projects, sheet.groups)
    rows = [(project, {"name": project.id}) for project in sheet.projects]
    return publish({**ABOUT, **dates}, sheet.rules, rows, sheet.groups, result)


def totals(groups: Groups) -> dict[str, int]:
    """How many ballots name each project."""
    found: Counter[str] = Counter()
    for ballot, people in groups.items():
        for project, _ in ballot:
            found[project] += people
    return dict(found)
