"""Certificates as people see them: got, put right, checked by anybody, revoked."""

from dataclasses import replace
from datetime import timedelta

import aiohttp
from sqlalchemy import func, select

from bot.simulator.phone import Shown
from storage import academy, certificates
from storage.base import Base
from storage.certificates import Paper, Verdict
from storage.demo.place import DEMO
from storage.tables.work import Job
from storage.tidy import tidy
from tests.dialogues.hall import Phone
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_assist import opens
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_staff import accept, both, invited
from tests.support import camera, golden
from tests.support.acts import become_coordinator, join
from tests.support.graduates import graduate
from tests.support.pdf import pages
from tests.support.world import Guest, World

NAME, SLIP = "ნინო ბერიძე", "ნინო ბერიძ"
WRONG = "7K9A-NFMJ"
REASON = "გაკვეთილები სხვამ გაიარა."


async def finished(world: World, guest: Guest, track: str = "citizen") -> int:
    """Somebody who lives here and has passed all lessons; the learner's id."""
    await join(guest)
    person = await id_of(world, guest)
    async with world.database.writing() as session:
        return (await graduate(session, person, world.clock.now(), track)).id


async def got(world: World, guest: Guest, name: str = NAME) -> Paper:
    """The certificate of somebody who has asked for it just now."""
    learner = await finished(world, guest)
    await opens(world, guest, f"certificate:{learner}")
    await guest.say(name)
    await guest.press("✓ სწორია")
    await guest.press("ქართულად")
    await world.tick()
    return await latest(world, learner)


async def latest(world: World, learner: int) -> Paper:
    async with world.database.reading() as session:
        paper = await certificates.latest(session, learner)
    assert paper is not None
    return paper


async def own_learner(world: World, guest: Guest) -> int:
    person = await id_of(world, guest)
    async with world.database.reading() as session:
        return (await academy.learnings(session, person))[0].id


async def shows(world: World, record: Phone, target: str) -> None:
    """A journey is opened as by a button of an older message, and written down."""
    await opens(world, record.guest, target)
    record.wait(target.partition(":")[0])
    record.lines = [line for line in record.lines if not line.endswith("[go]")]


def check(record: golden.Record, name: str, *codes: str) -> None:
    """Codes are drawn anew in each run."""
    for at, code in enumerate(codes, 1):
        for typed, shown in ((code, f"CODE-000{at}"), (loose(code), f"code 000{at}")):
            record.lines = [line.replace(typed, shown) for line in record.lines]
    record.check(name)


def loose(code: str) -> str:
    """As somebody types it who reads it from paper."""
    return code.lower().replace("-", " ").replace("0", "o").replace("1", "l")


def pictures(guest: Guest) -> list[Shown]:
    return [shown for shown in guest.screen() if shown.picture]


async def pixels(world: World, shown: Shown) -> bytes:
    """The picture of a message as the phone has it."""
    return await opened(world, replace(shown, file=shown.image))


@both
async def test_a_certificate_is_asked_for_read_back_and_put_right(
    demo_world: World, messenger: str
):
    nino = demo_world.guest(messenger)
    learner = await finished(demo_world, nino)
    record = Phone(nino)
    await shows(demo_world, record, f"certificate:{learner}")
    await record.say("ნინო 2")
    await record.say("ნინა ბერიძე")
    await record.press("სახელის შეცვლა")
    await record.say(SLIP)
    await record.press("✓ სწორია")
    await record.press("ქართულად")
    await demo_world.tick()
    record.wait("a few seconds later")
    first = await latest(demo_world, learner)
    await shows(demo_world, record, f"certificate:{learner}")
    await record.say(NAME)
    await record.press("✓ სწორია")
    await record.press("ქართულად")
    await demo_world.tick()
    record.wait("a few seconds later")
    second = await latest(demo_world, learner)
    check(record, f"certificate_{messenger}", first.code, second.code)
    async with demo_world.database.reading() as session:
        assert (await certificates.check(session, first.code))[0] is Verdict.REVOKED
        assert (await certificates.check(session, second.code))[0] is Verdict.VALID
        assert await certificates.matches(session, second, NAME)


@both
async def test_the_qr_codes_lead_to_a_page_that_says_valid(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    paper = await got(demo_world, nino)
    [file] = files(nino)
    pdf = await opened(demo_world, file)
    text = "".join("".join(pages(pdf)).split())
    assert "ნინობერიძე" in text and "ნიმუშისმუნიციპალიტეტი" in text
    assert "SolidarityFund" not in text
    [picture] = pictures(nino)
    image = camera.opened(await pixels(demo_world, picture))
    codes = [camera.codes(camera.rendered(pdf)[0]), camera.codes(image)]
    link = f"{demo_world.app.media.public_url}/certificates/{paper.code}"
    assert codes == [[link], [link]]
    assert "ნამდვილია" in await _page(link)
    changed = link[:-1] + ("2" if link[-1] != "2" else "3")
    assert "არ გაცემულა" in await _page(changed)


async def _page(link: str) -> str:
    async with aiohttp.ClientSession() as client, client.get(link) as answer:
        return await answer.text()


@both
async def test_the_same_name_brings_the_same_paper_again(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    paper = await got(demo_world, nino)
    learner = await own_learner(demo_world, nino)
    await opens(demo_world, nino, f"certificate:{learner}")
    await nino.say(" ნინო  ბერიძე")
    await nino.press("ინგლისურად")
    await demo_world.tick()
    assert (await latest(demo_world, learner)).code == paper.code
    text = "".join(pages(await opened(demo_world, files(nino)[-1]))).replace(" ", "")
    assert "Certificate" in text and "ნინობერიძე" in text and paper.code in text


async def test_the_name_is_nowhere_once_the_paper_is_sent(demo_world: World):
    nino = demo_world.telegram()
    await got(demo_world, nino)
    demo_world.clock.move(timedelta(days=3, minutes=1))
    async with demo_world.database.writing() as session:
        await tidy(session, demo_world.clock.now())
    async with demo_world.database.reading() as session:
        drawn = select(Job.args).where(Job.kind == "certificate")
        assert list((await session.execute(drawn)).scalars()) == [{}]
        for table in Base.metadata.sorted_tables:
            rows = [str(dict(row)) for row in (await session.execute(select(table))).mappings()]
            assert not [row for row in rows if NAME in row], table.name
        media = Base.metadata.tables["media"]
        assert (await session.execute(select(func.count()).select_from(media))).scalar_one() == 0


@both
async def test_anybody_checks_a_code_in_the_chat(demo_world: World, messenger: str):
    paper = await got(demo_world, demo_world.guest(messenger))
    stranger = demo_world.guest(messenger, "გია")
    record = Phone(stranger)
    await record.start(paper.code)
    if "დაწყება" in stranger.buttons():
        await record.press("დაწყება")
    await record.press("სახელის შედარება")
    await record.say("ნინო ბერაძე")
    await record.press("სახელის შედარება")
    await record.say("ნინო ბერიძე")
    await record.press("სხვა კოდის")
    await record.say(WRONG.lower())
    await record.press("სხვა კოდის")
    await record.say(loose(paper.code))
    check(record, f"certificate_check_{messenger}", paper.code)


@both
async def test_a_code_typed_without_being_asked_is_understood(demo_world: World, messenger: str):
    paper = await got(demo_world, demo_world.guest(messenger))
    gia = demo_world.guest(messenger, "გია")
    await join(gia)
    await gia.say(paper.code.lower())
    assert "ნამდვილია" in gia.last().text and "ნინო" not in gia.last().text


@both
async def test_guessing_is_slowed(demo_world: World, messenger: str):
    paper = await got(demo_world, demo_world.guest(messenger))
    gia = demo_world.guest(messenger, "გია")
    await join(gia)
    for at in range(5):
        await opens(demo_world, gia, "check:")
        await gia.say(f"7K9A-NFM{at}")
        assert "არ გაცემულა" in gia.last().text
    await opens(demo_world, gia, f"check:{paper.code}")
    assert "ბევრი არასწორი" in gia.last().text
    demo_world.clock.move(timedelta(minutes=2, seconds=1))
    await opens(demo_world, gia, f"check:{paper.code}")
    assert "ნამდვილია" in gia.last().text


@both
async def test_a_coordinator_revokes_and_the_holder_reads_why(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    paper = await got(demo_world, nino)
    chief = demo_world.guest(messenger, "ეკა")
    await become_coordinator(chief)
    eka, holder = Phone(chief), Phone(nino)
    await revoke(demo_world, eka, paper.code)
    await demo_world.tick()
    holder.wait("at once")
    check(eka, f"certificate_revoke_{messenger}", paper.code)
    check(holder, f"certificate_revoked_{messenger}", paper.code)
    await nino.say(paper.code)
    assert "გაუქმებულია" in nino.last().text and REASON not in nino.last().text
    await opens(demo_world, nino, f"certificate:{await own_learner(demo_world, nino)}")
    assert REASON in nino.last().text


async def revoke(world: World, eka: Phone, code: str) -> None:
    await shows(world, eka, f"certificates:{DEMO}")
    await eka.say(loose(code))
    await eka.say(REASON)
    await eka.press("დიახ, გააუქმეთ")


@both
async def test_the_desk_offers_it_once_a_certificate_is_given(demo_world: World, messenger: str):
    chief = demo_world.guest(messenger, "ეკა")
    await become_coordinator(chief)
    await chief.say("სერტიფიკატის გაუქმება")
    assert "კოდი" not in chief.last().text
    await got(demo_world, demo_world.guest(messenger))
    await chief.say("მენიუ")
    await chief.press("სამუშაო გვერდი")
    await chief.say("სერტიფიკატის გაუქმება")
    assert "დაწერეთ სერტიფიკატის კოდი" in chief.last().text


async def test_neighbours_and_strangers_revoke_nothing(demo_world: World):
    paper = await got(demo_world, demo_world.telegram())
    lia = demo_world.telegram("ლია")
    await join(lia)
    await opens(demo_world, lia, f"certificates:{DEMO}")
    assert "მხოლოდ ამ მუნიციპალიტეტის" in lia.last().text
    await accept(lia, await invited(demo_world, "keda"))
    await opens(demo_world, lia, "certificates:keda")
    await lia.say(paper.code)
    assert "არ გაუცია" in lia.last().text
    async with demo_world.database.reading() as session:
        assert (await certificates.check(session, paper.code))[0] is Verdict.VALID


async def test_a_certificate_is_for_its_own_learner_who_is_through(demo_world: World):
    nino, gia = demo_world.telegram(), demo_world.telegram("გია")
    learner = await finished(demo_world, nino)
    team = await finished(demo_world, gia, "team")
    await opens(demo_world, gia, f"certificate:{learner}")
    assert "ვერ ვიპოვეთ" in gia.last().text
    await opens(demo_world, gia, f"certificate:{team}")
    assert "პრაქტიკულ სამუშაოს" in gia.last().text
