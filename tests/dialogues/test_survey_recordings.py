"""A survey that asks for a voice message, a video and a barcode, on both messengers."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.civic.survey.answers import is_recording
from bot.civic.survey.form import Form, Item, Kind
from bot.civic.survey.written import Written
from bot.messages import LARGEST_RECORDING
from storage import surveys
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.media import NO_HOUR
from storage.surveys import NewSurvey
from storage.tables.work import Media
from tests.dialogues.test_assist import opens
from tests.dialogues.test_privacy import delete
from tests.dialogues.test_surveys import coordinator
from tests.support import answered
from tests.support.acts import join
from tests.support.assisting import helper
from tests.support.golden import Record
from tests.support.photos import photo
from tests.support.recordings import VIDEO, VOICE
from tests.support.world import World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

SEND = "✓ გაგზავნა"
FORM = Form(
    {"ka": "წყალი"},
    ("ka",),
    (
        Item("story", Kind.AUDIO, {"ka": "მოგვიყევით, რა ხდება"}, required="true()"),
        Item("film", Kind.VIDEO, {"ka": "გადაიღეთ მილი"}),
        Item("meter", Kind.BARCODE, {"ka": "მრიცხველის ნომერი"}),
    ),
)


async def opened(world: World, *, anonymous: bool = False) -> tuple[int, str]:
    now = world.clock.now()
    times = now, now + timedelta(days=9)
    async with world.database.writing() as session:
        new = NewSurvey(DEMO, {"ka": "წყალი"}, {"ka": ""}, *times, anonymous=anonymous)
        id = await surveys.add(session, new, FORM)
        return id, await new_door(session, Way(DEMO, None, "needs", str(id)), now)


async def began(world: World, messenger: str, code: str) -> Record:
    guest = world.guest(messenger)
    await join(guest, code=code)
    record = Record(guest)
    await record.press("დავიწყოთ")
    return record


async def tell(record: Record, messenger: str) -> None:
    """As people of each messenger can."""
    if messenger == "telegram":
        await record.voice(VOICE)
    else:
        await record.file("ხმა.ogg", VOICE)


async def stored(world: World) -> list[tuple[str, str]]:
    async with world.database.reading() as session:
        query = select(Media.kind, Media.id).where(Media.kind.regexp_match("^(audio|video)/"))
        return [(row[0], row[1]) for row in await session.execute(query)]


async def test_a_voice_message_a_video_and_a_barcode(demo_world: World, messenger: str):
    id, code = await opened(demo_world)
    nino = await began(demo_world, messenger, code)
    await nino.photo(photo())
    await nino.file("ხმა.mp3", b"no sound")
    await nino.file("ხმა.ogg", VOICE, size=LARGEST_RECORDING + 1)
    await tell(nino, messenger)
    await nino.say("აქ არის")
    await nino.video(b"no film")
    await nino.video(VIDEO, size=LARGEST_RECORDING + 1)
    await nino.video(VIDEO)
    await nino.say("4860 0123")
    await nino.press(SEND)
    nino.check(f"survey_recordings_{messenger}")
    async with demo_world.database.reading() as session:
        [sheet] = await answered.every(session, id)
    story, film = sheet.values["story"], sheet.values["film"]
    assert is_recording(story) and sheet.values["meter"] == "4860 0123"
    assert sorted(await stored(demo_world)) == [("audio/ogg", story), ("video/mp4", film)]
    assert await demo_world.app.media.load(film) == VIDEO


async def test_who_cannot_record_writes_and_skips(demo_world: World, messenger: str):
    id, code = await opened(demo_world)
    nino = await began(demo_world, messenger, code)
    await nino.say("მენიუ")  # a word of its own kind is an answer here
    await nino.press("გამოტოვება")
    await nino.say("არ ვიცი")
    await nino.press(SEND)
    nino.check(f"survey_recordings_written_{messenger}")
    async with demo_world.database.reading() as session:
        [sheet] = await answered.every(session, id)
    assert sheet.values == {"story": "მენიუ"}


async def test_where_nobody_is_named_a_voice_would_tell(demo_world: World, messenger: str):
    _, code = await opened(demo_world, anonymous=True)
    nino = await began(demo_world, messenger, code)
    await nino.say("წყალი არ მოდის")
    nino.check(f"survey_recordings_unnamed_{messenger}")


async def test_what_was_never_sent_goes_at_the_end(demo_world: World, messenger: str):
    """What another answer has replaced, and what an interview that was left has brought."""
    id, code = await opened(demo_world)
    nino = await began(demo_world, messenger, code)
    await tell(nino, messenger)
    await nino.press("← უკან")
    await tell(nino, messenger)
    await nino.video(VIDEO)
    await nino.press("გამოტოვება")
    await nino.press(SEND)
    luka = demo_world.guest(messenger, "ლუკა")
    await join(luka, code=code)
    await luka.press("დავიწყოთ")
    await tell(Record(luka), messenger)
    _, other = await opened(demo_world)
    await luka.say(other)
    await luka.press("დავიწყოთ")
    await tell(Record(luka), messenger)
    assert len(await stored(demo_world)) == 5
    async with demo_world.database.writing() as session:
        await surveys.close_now(session, DEMO, id, demo_world.clock.now())
        [sheet] = await answered.every(session, id)
    await demo_world.tick()
    kept = {name for _, name in await stored(demo_world)}
    assert kept > set(sheet.values.values()) and len(kept) == 3, "and what another survey waits for"


async def test_a_voice_goes_with_its_person(demo_world: World, messenger: str):
    id, code = await opened(demo_world)
    nino = await began(demo_world, messenger, code)
    await tell(nino, messenger)
    await nino.press("გამოტოვება")
    await nino.press("გამოტოვება")
    await nino.press(SEND)
    assert len(await stored(demo_world)) == 1
    await delete(nino.guest)
    assert await stored(demo_world) == []
    async with demo_world.database.reading() as session:
        assert len(await answered.every(session, id)) == 1


async def test_a_rehearsal_leaves_no_recording(demo_world: World, messenger: str):
    tamar, now = await coordinator(demo_world, messenger), demo_world.clock.now()
    async with demo_world.database.writing() as session:
        new = NewSurvey(DEMO, {"ka": "წყალი"}, {"ka": ""}, now, now + timedelta(days=1))
        id = await surveys.keep_draft(session, new, Written.of(FORM))
        code = await new_door(session, Way(DEMO, None, "survey-try", str(id)), now)
    await tamar.say(code)
    record = Record(tamar)
    await record.press("დავიწყოთ")
    await tell(record, messenger)
    await record.video(VIDEO)
    assert len(await stored(demo_world)) == 2
    await record.press("გამოტოვება")
    await record.press(SEND)
    assert await stored(demo_world) == []


async def test_a_neighbours_voice_belongs_to_nobody(demo_world: World, messenger: str):
    id, _ = await opened(demo_world)
    luka = Record(await helper(demo_world, messenger))
    await opens(demo_world, luka.guest, f"assist:{id}")
    await luka.press("მეზობელთან ვარ")
    await luka.press("✓ თანახმაა")
    await luka.say("ზღაპარა")
    assert "ხმით შეიძლება გიცნონ" in luka.guest.last().text
    await tell(luka, messenger)
    await luka.video(VIDEO)
    await luka.say("4860")
    demo_world.clock.move(timedelta(minutes=4))
    await luka.press(SEND)
    await luka.say("გამოტოვება")
    async with demo_world.database.reading() as session:
        [sheet] = await answered.every(session, id)
        query = select(Media.ref, Media.made_at).where(Media.id.in_(sheet.values.values()))
        told = [tuple(row) for row in await session.execute(query)]
    assert (sheet.assisted, told) == ("door", [("", NO_HOUR)] * 2)


async def test_a_voice_message_that_nobody_asked_for_is_not_kept(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    _, code = await opened(demo_world)
    await join(guest, code=code)
    await guest.file("ხმა.ogg", VOICE)
    await guest.video(VIDEO)
    assert await stored(demo_world) == []
