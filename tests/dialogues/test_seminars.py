"""A seminar from the day it is set to the answer of its trainer."""

import re
from datetime import timedelta

from storage import academy, attendance, meetings, seminars
from storage.demo.place import DEMO
from storage.staff import COORDINATOR, EXPERT, TRAINER
from tests.dialogues.hall import Phone
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_assist import opens
from tests.dialogues.test_meetings import OTHER, both, heard
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_staff import accept, invited
from tests.dialogues.test_works import choose
from tests.support.acts import appointed, become_coordinator, join
from tests.support.answering import letter
from tests.support.learning import CITIZEN, content, do_task, take_quiz
from tests.support.photos import photo
from tests.support.world import Guest, World

TITLE = "როგორ დავწეროთ კარგი იდეა"
LESSON = "idea"
CODE = re.compile(r"კოდი: ([0-9]{6})")
PDF = b"%PDF-1.4\nslides of a seminar\n%%EOF\n"
MINE = ("my-seminar", "materials", "trainer-name")
STAFF_ONLY = (*MINE, "seminar-trainers", "seminar-materials")


class Class:
    """A coordinator, a trainer, and three who want two seats; Thursday, 26 November, 15:00."""

    def __init__(self, world: World, messenger: str) -> None:
        self.world, self.messenger = world, messenger
        self.id = 0

    async def open(self) -> "Class":
        self.eka = await self.phone("ეკა")
        await become_coordinator(self.eka.guest)
        self.tamar = await self.phone("თამარ")
        code = await invited(self.world, role=TRAINER)
        await appointed(self.tamar.guest, code, "თამარ ლომიძე")
        self.nino, self.lado = await self.phone("ნინო"), await self.phone("ლადო")
        self.gia = Phone(self.world.guest(OTHER[self.messenger], "გია"))
        for one in (self.nino, self.gia, self.lado):
            await join(one.guest)
        async with self.world.database.writing() as session:
            nino, now = await id_of(self.world, self.nino.guest), self.world.clock.now()
            self.learner = await academy.begin(
                session, nino, ("participation", 1, content().tracks["citizen"].id), now
            )
        for one in (self.eka, self.tamar, self.nino, self.gia, self.lado):
            one.skip()
        return self

    async def phone(self, name: str) -> Phone:
        return Phone(self.world.guest(self.messenger, name))

    async def opens(self, one: Phone, target: str) -> None:
        """As a button of an older message would, without what came before it."""
        await letter(self.world, one.guest, target)
        one.skip()
        await one.press("go")

    async def passes(self, **by: int) -> None:
        self.world.clock.move(timedelta(**by))
        await self.world.tick()

    async def set(self) -> None:
        """The coordinator sets the seminar, and its trainer lets their name be seen."""
        eka = self.eka
        await eka.press("ახალი შეხვედრა")
        await eka.press("აკადემიის სემინარი")
        await eka.say(TITLE)
        await eka.press("გამოტოვება")
        await eka.say("26.11.2026 15:00")
        await eka.press("მთელი მუნიციპალიტეტი")
        await eka.say("ბიბლიოთეკის დარბაზი")
        await eka.press("გამოტოვება")
        await eka.say("2")
        await choose(eka, content().lessons[LESSON].title)
        await choose(eka, "თამარ ლომიძე")
        await choose(eka, "მზადაა")
        await eka.press("დიახ")
        await self.world.tick()
        self.tamar.wait("a few seconds later")
        await choose(self.tamar, "ჩემი სახელი გამოჩნდეს")
        async with self.world.database.reading() as session:
            [found] = await seminars.coming(session, DEMO, self.world.clock.now())
        self.id = found.id

    async def fills(self) -> None:
        """Nino and Gia have the two seats, Lado waits, and Gia gives the seat back."""
        nino, lado = self.nino, self.lado
        await nino.say("მენიუ")
        await choose(nino, "აკადემია")
        await choose(nino, "სემინარები")
        await choose(nino, TITLE)
        await choose(nino, "დავესწრები")
        await opens(self.world, self.gia.guest, f"meetings:{self.id}")
        await self.gia.press("დავესწრები")
        await lado.say("მენიუ")
        await choose(lado, "შეხვედრები")
        await choose(lado, TITLE)
        await choose(lado, "დაველოდები ადგილს")
        await opens(self.world, self.gia.guest, f"meetings:{self.id}")
        await self.gia.press("ვეღარ დავესწრები")
        await self.world.tick()
        lado.wait("Gia cannot come")

    async def is_held(self) -> None:
        """Reminders a day and two hours before; then the two who came say the code."""
        await self.passes(days=3, hours=2, minutes=59)
        assert not any("შეგახსენებთ: ხვალ" in text for text in heard(self.nino.guest, 0))
        await self.passes(minutes=1)
        await self.passes(hours=22)
        for one in (self.nino, self.tamar):
            one.wait("Wednesday 15:00 and Thursday 13:00")
        tamar = self.tamar
        await self.passes(hours=2, minutes=5)
        await tamar.say("მენიუ")
        await choose(tamar, "ჩემი სემინარები")
        await choose(tamar, TITLE)
        await choose(tamar, "ვინ მოვიდა")
        await tamar.press("წასაკითხი კოდი")
        found = CODE.search(tamar.guest.last().text)
        assert found
        tamar.lines[-1] = tamar.lines[-1].replace(found[1], "…")
        for one in (self.nino, self.lado):
            await one.guest.say(found[1])
            one.wait("the code, five minutes after the beginning")

    async def hands_out(self) -> None:
        """A file and a link, told in one letter; then nothing is left to tell."""
        tamar = self.tamar
        await self.opens(tamar, f"materials:{self.id}")
        await tamar.press("+ დოკუმენტი")
        await tamar.file("slides.pdf", b"PK\x03\x04 no PDF")
        await tamar.say("სლაიდები")
        await tamar.file("slides.pdf", PDF)
        await tamar.press("+ ბმული")
        await tamar.say("example.ge")
        await tamar.say("https://example.ge/idea")
        await tamar.say("ნიმუში")
        await tamar.press("შევატყობინოთ")
        await tamar.press("დიახ")
        assert not any("შევატყობინოთ" in key for key in tamar.buttons())
        await self.world.tick()
        tamar.wait("a few seconds later")

    async def asks(self) -> None:
        """A question from the seminar's page; the day is ten working days ahead."""
        nino = self.nino
        await choose(nino, "კითხვა ტრენერს")
        await nino.say("რამდენი მხარდამჭერი სჭირდება იდეას?")
        await choose(nino, "სახელის გარეშე")
        await choose(nino, "დიახ, სხვასაც")
        await choose(nino, "✓ გაგზავნა")
        await self.world.tick()
        self.tamar.wait("Nino asks")


@both
async def test_a_seminar_from_its_first_day_to_its_last(demo_world: World, messenger: str):
    here = await Class(demo_world, messenger).open()
    nino, tamar = here.nino, here.tamar
    await here.set()
    await here.fills()
    await here.is_held()
    await here.hands_out()
    before = len(nino.guest.screen())
    nino.wait("materials")
    await choose(nino, "მასალის ნახვა")
    await choose(nino, "სლაიდები")
    assert await opened(demo_world, files(nino.guest)[-1]) == PDF
    await choose(nino, "მთელი მასალა")
    await choose(nino, "ნიმუში")
    await choose(nino, "მთელი მასალა")
    await choose(nino, "სემინარის გვერდი")
    await here.asks()
    await choose(tamar, "პასუხის დაწერა")
    await tamar.say("წესებში წერია, რამდენი: გახსენით მენიუ და სამოქალაქო ბიუჯეტი.")
    await choose(tamar, "✓ გაგზავნა")
    await demo_world.tick()
    nino.wait("Tamar answers")
    await here.opens(nino, "learn:")
    await here.passes(days=3)
    assert str(heard(nino.guest, before)).count("სემინარის მასალა დაემატა") == 0, "once"
    await here.opens(here.eka, "meeting-desk:past:" + DEMO)
    await choose(here.eka, TITLE)
    for name in ("eka", "tamar", "nino", "lado"):
        getattr(here, name).check(f"seminar_{name}_{messenger}")
    async with demo_world.database.reading() as session:
        assert await attendance.figures(session, here.id) == attendance.Figures(2, 2, 0)


@both
async def test_a_lesson_offers_its_seminar_at_its_end(demo_world: World, messenger: str):
    here = await Class(demo_world, messenger).open()
    await here.set()
    last = len(content().lessons[LESSON].cards)
    await opens(demo_world, here.nino.guest, f"lesson:{here.learner}.{LESSON}.{last - 1}")
    assert not any("სემინარი" in key for key in here.nino.buttons())
    await choose(here.nino, "შემდეგი ბარათი")
    await choose(here.nino, "სემინარი ამ თემაზე, 26.11.2026")
    assert TITLE in here.nino.guest.last().text
    await opens(demo_world, here.nino.guest, f"lesson:{here.learner}.{LESSON}.{last}")
    await do_task(here.nino, content().lessons[LESSON].action)
    await take_quiz(here.nino, content().lessons[LESSON])
    assert any("სემინარი ამ თემაზე" in key for key in here.nino.buttons())
    await opens(demo_world, here.lado.guest, "learn:")
    assert CITIZEN in str(here.lado.guest.last()) or CITIZEN in str(here.lado.buttons())
    await choose(here.lado, "სემინარები")
    assert TITLE in here.lado.guest.last().text + str(here.lado.buttons()), "before any course"


@both
async def test_trainers_are_named_and_taken_out_and_a_series_keeps_them(
    demo_world: World, messenger: str
):
    here = await Class(demo_world, messenger).open()
    lia = Phone(demo_world.guest(messenger, "ლია"))
    code = await invited(demo_world, role=EXPERT)
    await appointed(lia.guest, code, "ლია მაისურაძე")
    lia.skip()
    await here.set()
    eka = here.eka
    eka.lines.clear()
    await here.opens(eka, f"meeting-desk:{here.id}")
    await eka.press("კიდევ ჩატარება")
    await eka.press("ყოველ კვირას")
    await eka.say("2")
    await eka.press("დიახ")
    await demo_world.tick()
    assert here.tamar.guest.last().text.count(", 15:00") == 3, "all dates in one letter"
    await here.opens(eka, f"seminar-trainers:{here.id}")
    await choose(eka, "ლია მაისურაძე")
    await eka.press("ეს და შემდეგი 2")
    await demo_world.tick()
    lia.wait("a few seconds later")
    await choose(eka, "თამარ ლომიძე")
    await eka.press("მხოლოდ ეს")
    await eka.press("შეხვედრის გვერდზე")
    await eka.press("დღის წესრიგი")
    await eka.press("გაკვეთილი")
    await choose(eka, "არც ერთს")
    await eka.press("შეხვედრის გვერდზე")
    eka.check(f"seminar_trainers_{messenger}")
    await choose(lia, "სემინარის გვერდი")
    await choose(lia, "ჩემი სახელი გამოჩნდეს")
    await lia.say("მენიუ")
    await choose(lia, "ჩემი სემინარები")
    await choose(lia, TITLE)
    await choose(lia, "სემინარის მასალა")
    await lia.press("+ ფოტო")
    await lia.photo(photo())
    await lia.say("დაფა")
    await choose(lia, "წაშლა")
    await choose(lia, "დაფა")
    await choose(lia, "უკან")
    async with demo_world.database.writing() as session:
        now = demo_world.clock.now()
        await meetings.move(session, here.id, DEMO, now + timedelta(days=2), now)
    await demo_world.tick()
    lia.wait("it is moved")
    lia.check(f"seminar_expert_{messenger}")
    await opens(demo_world, here.nino.guest, f"ask:{here.id + 1}")
    await choose(here.nino, "ლია მაისურაძე")
    assert "წაიკითხავს ტრენერი" in here.nino.guest.last().text, "one of two who are known"


@both
async def test_nobody_else_works_on_a_seminar(demo_world: World, messenger: str):
    here = await Class(demo_world, messenger).open()
    await here.set()
    other = demo_world.guest(messenger, "ზურაბ")
    await join(other)
    await accept(other, await invited(demo_world, "keda", COORDINATOR))
    for guest in (here.nino.guest, other):
        for journey in STAFF_ONLY:
            tail = "-yes" if journey == "trainer-name" else ""
            await opens(demo_world, guest, f"{journey}:{here.id}{tail}")
            assert _refused(guest), journey
        for target in ("my-seminars:", "my-seminar:x", "materials:999", "seminar-trainers:1"):
            await opens(demo_world, guest, target)
            assert TITLE not in guest.last().text, target


def _refused(guest: Guest) -> bool:
    said = guest.last().text
    return any(
        words in said
        for words in ("ვინც ამ სემინარს უძღვება", "მხოლოდ ამ მუნიციპალიტეტის", "მასალას ის ხედავს")
    )


async def test_one_becomes_a_trainer_sees_what_is_kept_and_stops(demo_world: World):
    here = await Class(demo_world, "telegram").open()
    await here.set()
    await opens(demo_world, here.tamar.guest, "mydata:")
    assert f"უძღვებით სემინარს „{TITLE}“" in str(heard(here.tamar.guest, 0))
    zurab = demo_world.viber("ზურაბ")
    await join(zurab)
    await accept(zurab, await invited(demo_world, role=TRAINER), "ზურაბ კობახიძე")
    assert "ახლა ტრენერი ხართ" in str(heard(zurab, 0))
    assert "სემინარი არ გაქვთ" in zurab.last().text
    await opens(demo_world, here.tamar.guest, "leave:" + DEMO)
    await here.tamar.guest.press("დიახ")
    await opens(demo_world, here.nino.guest, f"meetings:{here.id}")
    assert "თამარ" not in here.nino.guest.last().text
    assert not any("ტრენერს" in key for key in here.nino.buttons())
