"""`rehearse --edition`: a whole edition acted out, from the first idea to the open file."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.civic.checks import Plan
from bot.civic.edition import Calendar, Paper
from bot.civic.template import Answers, planned
from bot.commands.importing import rules_of
from bot.commands.rehearsing_compare import Compare, Found
from bot.commands.rehearsing_house import House, opened
from bot.exchange.pabulib import Election
from bot.rehearsal import Intent, hold_vote
from bot.rehearsing import citizens, paper
from bot.rehearsing import staff as office
from bot.rehearsing.hands import Hands
from bot.rehearsing.play import Ballot, Play, by_code
from storage import edition_changes, register, votes
from storage.conduct import SETTLE, By
from storage.doors import Way, new_door
from storage.edition_changes import NewEdition
from storage.places import import_settlements
from storage.staff import COORDINATOR, PARTNER, invite
from storage.tables.people import Municipality, Role, Settlement

PLACE = "rehearsal"
ZONE = ZoneInfo("Asia/Tbilisi")
VILLAGE = "გამოგონილი"
NAME = {"ka": "სამოქალაქო ბიუჯეტი", "en": "Civil budget"}
YEAR = 2027
FIRST_DAY, VOTING_DAY = timedelta(days=7), timedelta(days=70)  # from now
AT_ONCE = 40
REVIEWER = "reviewer"
STAFF = (
    ("ეკა", COORDINATOR),
    ("ლია", PARTNER),
    ("დათო", REVIEWER),
    ("ნანა", REVIEWER),
    ("გიორგი", REVIEWER),
)

ABOUT = ("description", "date_begin", "date_end")

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Village:
    """The only settlement."""

    code: str = "V1"
    name_ka: str = VILLAGE
    name_en: str = "Invented"
    kind: str = "village"


class Edition:
    """One edition as it is acted out, step by step."""

    def __init__(self, house: House, election: Election, play: Play, told: Told) -> None:
        self.house = house
        self.election = election
        self.play = play
        self.told = told
        self.compare = Compare(house, play)
        self.found = self.compare.found
        self.staff: list[Hands] = []
        self.authors: dict[str, Hands] = {}
        self.receipts: set[str] = set()
        self.id = 0

    async def run(self) -> Found:
        for name, step in STEPS.items():
            self.told(name)
            await step(self)
            await self.house.settle()
        return self.found

    async def begin(self) -> None:
        """Staff by invitations, on both messengers; then the edition."""
        now = self.house.clock.now()
        async with self.house.app.database.writing() as session:
            words = {"ka": "რეპეტიცია", "en": "Rehearsal"}
            session.add(Municipality(id=PLACE, name=words, region={}, active=True))
            await session.flush()
            await import_settlements(session, PLACE, [Village()])
            codes = [await invite(session, PLACE, role, now) for _, role in STAFF]
        for row, ((name, _), code) in enumerate(zip(STAFF, codes, strict=True)):
            hands = self.house.hands(name, row)
            await office.appointed(hands, code, name)
            self.staff.append(hands)
        await self.announce()

    async def announce(self) -> None:
        """The edition is public, and its voters are on the register."""
        now = self.house.clock.now()
        async with self.house.app.database.writing() as session:
            query = select(Role.person_id).where(Role.role == COORDINATOR)
            chief = By((await session.execute(query)).scalar_one(), PLACE, now)
            new = NewEdition(PLACE, NAME, {}, self.plan())
            self.id = await edition_changes.create(session, new, chief.person, now)
            self.compare.id = self.id
            await edition_changes.announce(session, self.id, chief)
            rows = [
                register.Row(number, register.PHONE, _phone(ballot.voter))
                for number, ballot in enumerate((*self.play.chat, *self.play.paper), 1)
            ]
            await register.keep(session, self.id, rows, {}, now)

    def plan(self) -> Plan:
        """The file's pot and rules; voters are on a register, and paper replaces the chat."""
        today = self.house.clock.now().date()
        days = today + FIRST_DAY, today + VOTING_DAY
        answers = Answers(YEAR, int(self.election.budget), {}, *days)
        plan = planned(answers, ZONE)
        edition = replace(plan.edition, paper=Paper.REPLACES)
        rules = replace(rules_of(self.election), tie=plan.rules.tie)
        return replace(plan, edition=edition, rules=rules, identity="register")

    async def dates(self) -> Calendar:
        vote = await self.compare.vote()
        assert vote.edition is not None
        return vote.edition.calendar

    async def door(self, journey: str, subject: str) -> str:
        """A poster's code that leads a newcomer of the village there."""
        async with self.house.app.database.writing() as session:
            query = select(Settlement.id).where(Settlement.municipality_id == PLACE)
            village = (await session.execute(query)).scalar_one()
            way = Way(PLACE, village, journey, subject)
            return await new_door(session, way, self.house.clock.now())

    async def propose(self) -> None:
        """Each project of the file by a citizen of its own, on both messengers."""
        await self.house.until((await self.dates()).propose_from)
        door = await self.door("idea", "")
        for row, wish in enumerate(self.play.wishes):
            author = self.house.hands(f"author {wish.code}", row)
            await citizens.propose(author, door, wish)
            self.authors[wish.code] = author
        self.found.figures["ideas"] = str(len(self.authors))

    async def review(self) -> None:
        """All are admitted by two people each; one is rejected first, and its author appeals."""
        await self.house.until((await self.dates()).propose_until)
        work = office.Office(self.staff)
        rejected = self.play.wishes[0]
        await work.review(rejected.title)
        await self.house.settle()
        await citizens.appeal(self.authors[rejected.code])
        await self.house.settle()
        await work.review()
        self.found.figures["decisions of the review"] = str(work.decisions)

    async def make_list(self) -> None:
        await self.house.until((await self.dates()).review_until)
        await office.agree_on_list(self.staff[0], self.staff[1])
        numbers = await self.numbers()
        self.found.equal("projects", {wish.code for wish in self.play.wishes}, set(numbers))

    async def numbers(self) -> dict[str, int]:
        """The printed number of each project of the file."""
        async with self.house.app.database.reading() as session:
            items = await votes.projects(session, self.id)
        return by_code([(item.title["ka"], item.number) for item in items])

    async def vote(self) -> None:
        await self.house.until((await self.dates()).opens_at)
        numbers = await self.numbers()
        intents = [_intent(ballot, numbers) for ballot in self.play.chat]
        code = await self.door("vote", str(self.id))
        vote = await self.compare.vote()
        tally = await hold_vote(
            self.house.simulator,
            intents,
            code,
            self.house.texts,
            most=vote.rules.most,
            at_once=AT_ONCE,
            done=lambda: self.told(""),
        )
        self.receipts = set(tally.receipts.values())
        self.found.figures["votes in the chat"] = str(len(tally.receipts))
        self.found.problems += tally.stuck

    async def paper(self) -> None:
        """The list is marked while voting goes on; the box is read when it is closed."""
        chief, partner = self.staff[:2]
        first = len(self.play.chat) + 1
        if self.play.paper:
            await paper.sign(chief, range(first, first + len(self.play.paper)))
        await self.house.until((await self.dates()).closes_at + SETTLE)
        numbers = await self.numbers()
        papers = [_intent(ballot, numbers).numbers for ballot in self.play.paper]
        await paper.enter(chief, partner, papers)
        self.found.figures["votes on paper"] = str(len(papers))

    async def seal(self) -> None:
        """Two people seal; the job counts, the referee counts again."""
        await office.seal(self.staff[0], self.staff[1])
        await self.house.settle()
        await self.compare.sealed(await self.numbers(), self.receipts)

    async def results(self) -> None:
        await self.house.until((await self.dates()).results_at)
        await self.compare.delivered(len(self.play.chat) + len(self.play.wishes), len(STAFF))

    async def publish(self) -> None:
        await self.compare.open_file(self.receipts)
        await self.compare.nothing_given_up()


STEPS: Mapping[str, Callable[[Edition], Awaitable[None]]] = {
    "staff and edition": Edition.begin,
    "ideas": Edition.propose,
    "review": Edition.review,
    "list of projects": Edition.make_list,
    "votes in the chat": Edition.vote,
    "votes on paper": Edition.paper,
    "sealing and count": Edition.seal,
    "results": Edition.results,
    "open file": Edition.publish,
}


def _phone(voter: int) -> str:
    return f"+99599{voter:07}"


def _intent(ballot: Ballot, numbers: dict[str, int]) -> Intent:
    return Intent(ballot.voter, tuple(numbers[pick] for pick in ballot.picks))


async def act(election: Election, play: Play, where: tuple[str, Path], told: Told) -> Found:
    """The whole edition on an empty database."""
    async with opened(*where) as house:
        return await Edition(house, election, play, told).run()
