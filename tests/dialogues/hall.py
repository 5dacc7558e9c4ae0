"""A town hall of three people and an author, each with a phone that is written down."""

from sqlalchemy import delete, insert, select

from bot.messages import Choice, Html, Outgoing
from storage import mail, reviews, votes
from storage.demo.place import DEMO
from storage.tables.ideas import Idea
from storage.tables.mail import NOTICE
from storage.tables.people import Account, Role
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_staff import invited
from tests.support.acts import appointed, become_coordinator, join
from tests.support.golden import Record
from tests.support.reviewing import EDITION, RULES
from tests.support.world import Guest, World

REASON = (
    "ეს გზა სახელმწიფო გზაა და მას საავტომობილო გზების დეპარტამენტი უვლის. მუნიციპალიტეტს"
    " მისი შეკეთების უფლება კანონით არ აქვს. თქვენს განცხადებას დეპარტამენტს გადავუგზავნით."
)
PLEA = "ეს გზა სახელმწიფო არ არის: 2019 წელს მუნიციპალიტეტს გადმოეცა. დოკუმენტი მაქვს."


class Hall:
    """A town hall of three and an author, each with a phone that is written down."""

    def __init__(self, world: World, messenger: str) -> None:
        self.world = world
        self.messenger = messenger
        self.process = 0

    async def open(self) -> "Hall":
        self.eka = await self.person("ეკა")
        await become_coordinator(self.eka.guest)
        self.gia = await self.staff("გია", "reviewer", "გია ლომიძე")
        self.lia = await self.staff("ლია", "partner", "ლია მაისურაძე")
        self.nino = await self.person("ნინო")
        await join(self.nino.guest)
        await self._edition()
        for record in (self.eka, self.gia, self.lia, self.nino):
            record.skip()
        return self

    async def person(self, name: str) -> "Phone":
        return Phone(self.world.guest(self.messenger, name))

    async def staff(self, name: str, role: str, full: str) -> "Phone":
        record = await self.person(name)
        await appointed(record.guest, await invited(self.world, role=role), full)
        return record

    async def _edition(self) -> None:
        """Without the demo's own coordinator, who has no phone."""
        phones = [await id_of(self.world, one.guest) for one in (self.eka, self.gia, self.lia)]
        dates = EDITION.calendar
        async with self.world.database.writing() as session:
            others = (Role.municipality_id == DEMO, Role.person_id.not_in(phones))
            await session.execute(delete(Role).where(*others))
            self.process = await votes.new_vote(
                session,
                DEMO,
                RULES,
                name={"ka": "სამოქალაქო ბიუჯეტი 2027", "en": "Civil budget 2027"},
                state="announced",
                edition=EDITION.to_json(),
                identity="account",
                opens_at=dates.opens_at,
                closes_at=dates.closes_at,
                results_at=dates.results_at,
            )

    async def idea(self, title: str, number: int = 21, author: Guest | None = None, **more) -> int:
        """Submitted and under review; its id."""
        row = {
            "municipality_id": DEMO,
            "author_id": await id_of(self.world, author or self.nino.guest),
            "number": number,
            "title": title,
            "text": "გზაზე ღრმა ორმოებია. წვიმის მერე ბავშვები სკოლაში ვერ გადადიან.",
            "language": "ka",
            "category": "road",
            "process_id": self.process,
            "cost": 15_000,
            "place": "სკოლის წინ",
            "submitted_at": self.world.clock.now(),
            **more,
        }
        async with self.world.database.writing() as session:
            added = insert(Idea).values(row).returning(Idea.id)
            id = int((await session.execute(added)).scalar_one())
            await reviews.begin(session, id, self.world.clock.now())
        await self.world.tick()
        return id

    async def state(self, id: int) -> str:
        async with self.world.database.reading() as session:
            query = select(Idea.state).where(Idea.id == id)
            return str((await session.execute(query)).scalar_one())

    async def today(self, one: "Phone", button: str) -> None:
        await one.say("მენიუ", quiet=True)
        await one.press("სამუშაო გვერდი", quiet=True)
        await one.press("დღევანდელი საქმე", quiet=True)
        one.skip()
        await one.press(button)

    async def opens(self, one: "Phone", target: str) -> None:
        """As a button of an older message would."""
        body = Outgoing(Html("?"), (Choice(f"go:{target}", "go"),)).to_json()
        query = select(Account.bot, Account.id).where(Account.address == one.guest.address)
        async with self.world.database.writing() as session:
            bot, account = (await session.execute(query)).one()
            letter = mail.letter(bot, account, body, self.world.clock.now(), lane=NOTICE)
            await mail.post(session, [letter])
        await self.world.settle()
        one.skip()
        await one.press("go")

    async def passes(self) -> None:
        """Whatever is checked now: everything is fine, and a colleague agrees."""
        for one, button, answer in (
            (self.gia, "შესამოწმებელი", "✓ ყველაფერი"),
            (self.eka, "კოლეგის დასკვნა", "✓ ვეთანხმები"),
        ):
            await self.today(one, button)
            await one.press(answer)
        await self.world.tick()

    async def rejected(self) -> None:
        """The first and the second pair of eyes reject it for a reason."""
        await self.today(self.gia, "შესამოწმებელი")
        await self.gia.press("✗ რაღაც")
        await self.gia.press("ჩვენი უფლებამოსილებაა?")
        await self.gia.say("არ შეგვიძლია")
        await self.gia.say(REASON)
        await self.gia.press("✓ კოლეგას")
        await self.today(self.eka, "კოლეგის დასკვნა")
        await self.eka.press("✓ ვეთანხმები")
        await self.world.tick()
        self.nino.wait("წერილი")

    async def appealed(self) -> None:
        await self.nino.press("უარის გასაჩივრება")
        await self.nino.say(PLEA)
        await self.nino.press("✓ საჩივრის გაგზავნა")
        await self.today(self.lia, "შესამოწმებელი")


class Phone(Record):
    """A record that may leave steps out."""

    def __init__(self, guest: Guest) -> None:
        super().__init__(guest)

    async def say(self, text: str, *, quiet: bool = False) -> None:
        await (self.guest.say(text) if quiet else super().say(text))

    async def press(self, label: str, *, quiet: bool = False) -> None:
        if quiet:
            full = next((key for key in self.guest.buttons() if label in key), label)
            await self.guest.press(full)
        else:
            await super().press(label)

    def skip(self) -> None:
        """What is on the screen by now is no part of the story."""
        self._seen = max((shown.turn for shown in self.guest.screen()), default=0)
