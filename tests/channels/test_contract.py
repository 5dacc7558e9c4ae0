"""What every channel keeps, tried on the simulated messengers."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channel import Refused, Unreachable
from bot.clock import VirtualClock
from bot.messages import LONGEST_NAME, Choice, Heard, Html, Incoming, Outgoing, Press, Wants
from bot.render import render
from bot.simulator.phone import Impossible
from tests.channels.rigs import PNG, Rig
from tests.support.recordings import VIDEO, VOICE

START = VirtualClock().now()
MENU = (Choice("menu", "მენიუ"),)
YES_NO = (Choice("yes", "კი"), Choice("no", "არა"))
QUESTION = Outgoing(Html("<b>მოგწონთ?</b> 1 &lt; 2"), YES_NO, MENU, Wants.CHOICE, nonce="n1")


async def test_start_carries_the_code_of_the_link(rig: Rig) -> None:
    await rig.phone.start("p-42")
    event = await rig.heard()
    assert (event.heard, event.text, event.chat) == (Heard.START, "p-42", rig.chat)
    assert (event.name, event.language[:2], event.bot) == ("ნინო", "ka", rig.channel.bot)


async def test_a_link_into_the_chat_carries_its_code(rig: Rig) -> None:
    assert rig.channel.link("p-42").endswith("=p-42")


async def test_text_is_heard_as_written(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.say("  ორმო <b>ქუჩაში</b> & ეზოში\n1 ")
    event = await rig.heard()
    assert (event.heard, event.text) == (Heard.TEXT, "  ორმო <b>ქუჩაში</b> & ეზოში\n1 ")


async def test_the_time_of_an_event_is_the_messengers(rig: Rig, clock: VirtualClock) -> None:
    await rig.meet()
    await rig.phone.say("ახლა")
    assert abs((await rig.heard()).at - clock.now()) < timedelta(seconds=1)


async def test_a_question_shows_its_buttons_and_a_tap_names_the_choice(rig: Rig) -> None:
    await rig.meet()
    sent = await rig.channel.send(rig.chat, QUESTION)
    shown = rig.phone.last()
    assert shown.text == "მოგწონთ? 1 < 2"
    assert shown.html == "<b>მოგწონთ?</b> 1 &lt; 2"
    assert rig.phone.buttons() == ["კი", "არა", "მენიუ"]
    await rig.phone.press("არა")
    event = await rig.heard()
    assert (event.heard, event.nonce, event.choice) == (Heard.TAP, "n1", "no")
    assert event.message == (sent.ref if rig.channel.limits.edits else "")
    await rig.channel.acknowledge(event)


async def test_every_channel_tells_the_same_story(rig: Rig) -> None:
    await rig.meet()
    await rig.channel.send(rig.chat, QUESTION)
    await rig.phone.press("კი")
    await rig.phone.say("და კიდევ")
    await rig.phone.share_phone("+995599000000", own=False)
    story = [_told(await rig.heard()) for _ in range(3)]
    assert story == [
        _told(Incoming("", "", "", Heard.TAP, START, nonce="n1", choice="yes")),
        _told(Incoming("", "", "", Heard.TEXT, START, text="და კიდევ")),
        _told(Incoming("", "", "", Heard.PHONE, START, phone="+995599000000")),
    ]


def _told(event: Incoming) -> Incoming:
    """The event without what belongs to one messenger."""
    same = replace(event, bot="", event="", chat="", message="", callback="")
    return replace(same, at=START, name="", language="")


async def test_a_typed_label_is_text(rig: Rig) -> None:
    await rig.meet()
    await rig.channel.send(rig.chat, QUESTION)
    await rig.phone.say("კი")
    event = await rig.heard()
    assert (event.heard, event.text) == (Heard.TEXT, "კი")


async def test_a_link_opens_and_says_nothing(rig: Rig) -> None:
    await rig.meet()
    link = Choice("l", "რუკა", press=Press.URL, url="https://example.org/?a=1&b=2")
    await rig.channel.send(rig.chat, Outgoing(Html("იხილეთ"), (link,)))
    await rig.phone.press("რუკა")
    await rig.phone.say("შემდეგ")
    assert (await rig.heard()).text == "შემდეგ"
    assert rig.phone.opened == ["https://example.org/?a=1&b=2"]


async def test_a_picture_comes_with_its_text_and_buttons(rig: Rig) -> None:
    await rig.meet()
    message = Outgoing(Html("<i>რუკა</i>"), YES_NO, MENU, picture=rig.picture(), nonce="n1")
    for _ in range(2):
        await rig.channel.send(rig.chat, message)
        assert rig.phone.last().picture
        assert rig.phone.last().text == "რუკა"
        assert rig.phone.buttons() == ["კი", "არა", "მენიუ"]


async def test_a_document_comes_under_its_name_and_can_be_opened(rig: Rig) -> None:
    await rig.meet()
    message = Outgoing(Html("<i>ბიულეტენი</i>"), YES_NO, MENU, document=rig.document(), nonce="n1")
    for _ in range(2):
        before = len(rig.phone.screen())
        for part in render(message, rig.channel.limits):
            await rig.channel.send(rig.chat, part)
        new = rig.phone.screen()[before:]
        assert new[0].file and new[0].text.startswith("📎 ბიულეტენი.pdf")
        assert new[-1].text.endswith("ბიულეტენი")
        assert rig.phone.buttons() == ["კი", "არა", "მენიუ"]


async def test_a_document_alone_needs_no_words(rig: Rig) -> None:
    await rig.meet()
    (part,) = render(Outgoing(Html(""), document=rig.document("a.pdf")), rig.channel.limits)
    await rig.channel.send(rig.chat, part)
    assert rig.phone.last().text == "📎 a.pdf"


async def test_an_edit_changes_the_message_or_is_sent_anew(rig: Rig) -> None:
    await rig.meet()
    first = await rig.channel.send(rig.chat, QUESTION)
    changed = replace(QUESTION, text=Html("შეიცვალა"), choices=YES_NO[:1], edit=first.ref)
    for _ in range(2):
        (fitting,) = render(changed, rig.channel.limits)
        sent = await rig.channel.send(rig.chat, fitting)
        assert (sent == first) is rig.channel.limits.edits
    assert len(rig.phone.screen()) == (1 if rig.channel.limits.edits else 3)
    assert rig.phone.last().text == "შეიცვალა"
    assert rig.phone.buttons() == ["კი", "მენიუ"]


async def test_what_cannot_be_edited_is_sent_anew(rig: Rig) -> None:
    await rig.meet()
    pictured = await rig.channel.send(rig.chat, Outgoing(Html("ა"), picture=rig.picture()))
    for gone in (pictured.ref, "999999"):
        sent = await rig.channel.send(rig.chat, Outgoing(Html("ბ"), edit=gone))
        assert sent.ref not in ("", gone)
        assert rig.phone.last().text == "ბ"


async def test_an_own_phone_number_is_marked_as_own(rig: Rig) -> None:
    await rig.meet()
    ask = Outgoing(
        Html("თქვენი ნომერი?"),
        (Choice("phone", "გაზიარება", press=Press.PHONE), Choice("skip", "გამოტოვება")),
        MENU,
        Wants.PHONE,
        nonce="n1",
    )
    await rig.channel.send(rig.chat, ask)
    assert rig.phone.buttons() == ["გაზიარება", "გამოტოვება", "მენიუ"]
    await rig.phone.press("გაზიარება")
    event = await rig.heard()
    assert (event.heard, event.own) == (Heard.PHONE, True)
    assert event.phone.startswith("+9955")


async def test_another_ones_number_is_not_own(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.share_phone("+995599000000", own=False)
    event = await rig.heard()
    assert (event.heard, event.phone, event.own) == (Heard.PHONE, "+995599000000", False)


async def test_a_place(rig: Rig) -> None:
    await rig.meet()
    ask = Outgoing(Html("სად?"), (Choice("here", "აქ", press=Press.PLACE),), wants=Wants.PLACE)
    await rig.channel.send(rig.chat, ask)
    assert rig.phone.buttons() == ["აქ"]
    await rig.phone.share_place(41.7151, 44.8271)
    event = await rig.heard()
    assert (event.heard, event.place) == (Heard.PLACE, (41.7151, 44.8271))


async def test_a_photo_can_be_fetched(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.photo(PNG, "ორმო")
    event = await rig.heard()
    assert (event.heard, event.text) == (Heard.PHOTO, "ორმო")
    assert await rig.channel.fetch(event.media) == PNG


async def test_a_video_can_be_fetched(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.video(VIDEO)
    event = await rig.heard()
    assert (event.heard, event.size) == (Heard.VIDEO, len(VIDEO))
    assert await rig.channel.fetch(event.media) == VIDEO


async def test_a_recording_sent_as_a_file_is_one(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.document(VOICE, "ხმა.ogg")
    event = await rig.heard()
    assert (event.heard, event.size) == (Heard.AUDIO, len(VOICE))
    assert await rig.channel.fetch(event.media) == VOICE


async def test_a_voice_message_reaches_a_bot_only_where_the_limits_say_so(rig: Rig) -> None:
    await rig.meet()
    if not rig.channel.limits.voices:
        with pytest.raises(Impossible):
            await rig.phone.voice(VOICE)
        return
    await rig.phone.voice(VOICE)
    event = await rig.heard()
    assert (event.heard, event.size) == (Heard.AUDIO, len(VOICE))
    assert await rig.channel.fetch(event.media) == VOICE


async def test_a_file_can_be_fetched_and_has_its_name(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.document(b"META\nkey;value", "budget.pb")
    event = await rig.heard()
    assert (event.heard, event.text, event.size) == (Heard.FILE, "budget.pb", 14)
    assert await rig.channel.fetch(event.media) == b"META\nkey;value"


async def test_of_a_files_name_only_the_end_is_taken_however_long(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.document(b"a", "ხ" * 200 + "/../სია #1?.CSV", size=10**9)
    event = await rig.heard()
    assert (len(event.text), event.text[-4:], event.size) == (LONGEST_NAME, ".CSV", 10**9)
    assert await rig.channel.fetch(event.media) == b"a"


async def test_a_picture_sent_as_a_file_is_a_photo(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.document(PNG, "ორმო.png")
    event = await rig.heard()
    assert event.heard is Heard.PHOTO
    assert await rig.channel.fetch(event.media) == PNG


async def test_what_is_not_there_cannot_be_fetched(rig: Rig) -> None:
    lost = "no-such-file" if "telegram" in rig.name else f"{rig.simulator.viber_url}/../gone"
    with pytest.raises(Refused):
        await rig.channel.fetch(lost)


async def test_a_sticker_is_something_else(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.sticker()
    assert (await rig.heard()).heard is Heard.OTHER


async def test_who_leaves_is_heard_and_cannot_be_written_to(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.block()
    assert (await rig.heard()).heard is Heard.LEFT
    with pytest.raises(Unreachable):
        await rig.channel.send(rig.chat, QUESTION)


async def test_nobody_can_be_written_to_who_has_never_come(rig: Rig) -> None:
    with pytest.raises(Unreachable):
        await rig.channel.send("424242", QUESTION)


async def test_a_repeated_event_has_the_same_id_and_another_one_not(rig: Rig) -> None:
    await rig.meet()
    await rig.phone.say("ერთი")
    first = await rig.heard()
    rig.failures = 1
    await rig.phone.say("ორი")
    await _passed(rig, 11)
    second = await rig.heard()
    rig.faults.double()
    await rig.phone.say("სამი")
    third, again = await rig.heard(), await rig.heard()
    assert third.event == again.event
    assert len({first.event, second.event, third.event}) == 3
    assert [first.text, second.text, third.text, again.text] == ["ერთი", "ორი", "სამი", "სამი"]


async def _passed(rig: Rig, seconds: float) -> None:
    """Let the messenger deliver again: on its clock, which a poller's pause moves as well."""
    await asyncio.sleep(0.1)
    rig.simulator.world.clock.move(timedelta(seconds=seconds))  # type: ignore[attr-defined]
    rig.simulator.tick()


LONG = "თბილისის ქუჩების კეთილმოწყობა და განათება. " * 170
MANY = tuple(Choice(f"c{at}", f"პროექტი {at}", number=at) for at in range(1, 41))
WORDY = tuple(Choice(f"c{at}", f"ძალიან გრძელი <პროექტის> სახელი & ნომერი {at}") for at in range(9))


@pytest.mark.parametrize("pictured", [False, True])
@pytest.mark.parametrize("choices", [YES_NO, MANY, WORDY], ids=["two", "many", "wordy"])
@pytest.mark.parametrize("text", ["მოკლე", f"<b>{LONG[:800]}</b>", f"{LONG}<i>*ბოლო*</i>"])
async def test_what_render_makes_is_taken(
    rig: Rig, text: str, choices: tuple[Choice, ...], pictured: bool
) -> None:
    await rig.meet()
    picture = rig.picture() if pictured else None
    message = Outgoing(Html(text), choices, MENU, picture=picture, nonce="n" * 12)
    for part in render(message, rig.channel.limits):
        await rig.channel.send(rig.chat, part)
    assert rig.phone.buttons()[-1] == "მენიუ"
    await rig.phone.press(rig.phone.buttons()[0])
    assert (await rig.heard()).choice == choices[0].id
