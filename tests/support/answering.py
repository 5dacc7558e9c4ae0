"""A town hall that answers: a coordinator, an official, an expert, and somebody who asks."""

from sqlalchemy import delete, select

from bot.messages import Choice, Html, Outgoing
from storage import answer_routes, mail, public_answers, question_desk, questions
from storage.conduct import By
from storage.demo.place import DEMO
from storage.questions import NewQuestion
from storage.staff import EXPERT, OFFICIAL
from storage.tables.mail import NOTICE
from storage.tables.people import Account, Role
from tests.dialogues.hall import Phone
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_staff import invited
from tests.dialogues.test_works import choose
from tests.support.acts import appointed, become_coordinator, join
from tests.support.world import Guest, World

ROAD = "როდის გაკეთდება გზა ზღაპარაში? წვიმის მერე მანქანა ვერ გადის."
REPLY = "გზას მაისში დავაგებთ. თანხა ბიუჯეტში უკვე არის, შემსრულებელს მარტში ავირჩევთ."


class Office:
    """Their phones are written down from the moment on which everybody is there."""

    def __init__(self, world: World, messenger: str) -> None:
        self.world, self.messenger = world, messenger

    async def open(self, *, routed: bool = True) -> "Office":
        self.eka = self.phone("ეკა")
        await become_coordinator(self.eka.guest)
        self.gia = await self.staff("გია", OFFICIAL, "გია ლომიძე")
        self.lia = await self.staff("ლია", EXPERT, "ლია მაისურაძე")
        self.nino = self.phone("ნინო")
        await join(self.nino.guest)
        self.ids = {
            name: await id_of(self.world, getattr(self, name).guest)
            for name in ("eka", "gia", "lia", "nino")
        }
        async with self.world.database.writing() as session:
            others = (Role.municipality_id == DEMO, Role.person_id.not_in(self.ids.values()))
            await session.execute(delete(Role).where(*others))
            if routed:
                by = By(self.ids["eka"], DEMO, self.world.clock.now())
                await answer_routes.route(session, by, "office", "road", self.ids["gia"])
                await answer_routes.route(session, by, "expert", "rights", self.ids["lia"])
        self.skip()
        return self

    def skip(self) -> None:
        for phone in (self.eka, self.gia, self.lia, self.nino):
            phone.skip()

    def phone(self, name: str) -> Phone:
        return Phone(self.world.guest(self.messenger, name))

    async def staff(self, name: str, role: str, full: str) -> Phone:
        phone = self.phone(name)
        await appointed(phone.guest, await invited(self.world, role=role), full)
        return phone

    async def opens(self, phone: Phone, target: str) -> None:
        """As a button of an older message would."""
        await letter(self.world, phone.guest, target)
        phone.skip()
        await phone.press("go")

    async def asked(self, text: str = ROAD, topic: str = "road", **more) -> int:
        """A question that is on its way."""
        new = {"person": self.ids["nino"], "language": "ka", "may_publish": True, **more}
        asked = NewQuestion(DEMO, addressee="office", topic=topic, text=text, **new)
        async with self.world.database.writing() as session:
            id, _ = await questions.ask(session, asked, self.world.clock.now())
        await self.world.tick()
        self.skip()
        return id

    async def answered(self, text: str = ROAD, reply: str = REPLY, **more) -> tuple[int, int]:
        """A question with its answer: the ids of both."""
        id = await self.asked(text, **more)
        async with self.world.database.writing() as session:
            by = By(self.ids["gia"], DEMO, self.world.clock.now())
            turn = await question_desk.answer(session, id, by, reply)
        await self.world.tick()
        return id, turn.id

    async def published(self, text: str, reply: str) -> int:
        """What everybody may read."""
        _, turn = await self.answered(text, reply)
        async with self.world.database.writing() as session:
            by = By(self.ids["eka"], DEMO, self.world.clock.now())
            await public_answers.publish(session, turn, by, text, reply)
        await self.world.tick()
        self.skip()
        return turn

    async def asks(self, text: str = ROAD, *, name: str = "", public: bool = True) -> None:
        """The whole way of somebody who asks for the first time."""
        nino = self.nino
        await self.opens(nino, "ask:")
        await choose(nino, "მერიას")
        await nino.say(text)
        await choose(nino, "გზები")
        if name:
            await choose(nino, "სახელს დავწერ")
            await nino.say(name)
        else:
            await choose(nino, "სახელის გარეშე")
        await choose(nino, "დიახ, სხვასაც" if public else "მხოლოდ მე")
        await choose(nino, "✓ გაგზავნა")


async def letter(world: World, guest: Guest, target: str) -> None:
    """A message with a button that opens this."""
    body = Outgoing(Html("?"), (Choice(f"go:{target}", "go"),)).to_json()
    query = select(Account.bot, Account.id).where(Account.address == guest.address)
    async with world.database.writing() as session:
        bot, account = (await session.execute(query)).one()
        now = world.clock.now()
        await mail.post(session, [mail.letter(bot, account, body, now, lane=NOTICE)])
    await world.settle()
