"""The handbook in the chat: asking, reading, counting; a lawyer confirms, a coordinator looks."""

import re

import pytest

from bot.content.handbook import Certainty, handbook
from storage import handbook as known
from storage.demo.place import DEMO
from storage.staff import LAWYER
from tests.dialogues.test_assist import opens
from tests.dialogues.test_privacy import my_data
from tests.dialogues.test_staff import accept, invited
from tests.support import golden
from tests.support.acts import become_coordinator, join
from tests.support.announcing import pass_time
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

HIDDEN = "დაახლოებით 10 დღეში"  # of the petition, before a lawyer has confirmed it
NAME = "თამარ ლომიძე"


async def reading(world: World, guest: Guest, target: str = "rights:") -> golden.Record:
    """A phone in whose chat this is opened; what comes from now on is written down."""
    record = golden.Record(guest)
    await opens(world, guest, target)
    record.wait(target)
    return record


async def lawyer(world: World, messenger: str) -> Guest:
    """Somebody who has just taken up an invitation, at the list of texts."""
    tamar = world.guest(messenger, "თამარი")
    await join(tamar)
    await accept(tamar, await invited(world, role=LAWYER), NAME)
    return tamar


async def pick(one: Guest | golden.Record, row: str) -> None:
    """A button by its words, or by its number where the words stand in the message above."""
    guest = one if isinstance(one, Guest) else one.guest
    for _ in range(4):
        if labels := [label for label in guest.buttons() if row in label]:
            await one.press(labels[0])
            return
        numbers = re.findall(rf"^(\d+)\. .*{re.escape(row)}", guest.last().text, re.MULTILINE)
        if numbers:
            await one.press(numbers[0])
            return
        await one.press("შემდეგი →")
    raise AssertionError(f"no row {row}")


async def confirm(guest: Guest, title: str) -> None:
    await pick(guest, title)
    await pick(guest, "✓ ვადასტურებ")


async def test_a_question_leads_to_an_entry_and_on(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    record = await reading(demo_world, nino)
    await pick(record, "კითხვით მოძებნა")
    await record.say("sakrebulos sxdomaze sheidzleba misvla?")
    await pick(record, "საკრებულოს სხდომაზე")
    await pick(record, "რამდენ ხანს")
    await pick(record, "საკრებულოს სხდომაზე")
    await pick(record, "შეხვედრები")
    record.check(f"rights_asked_{messenger}")


async def test_a_question_that_nothing_answers_is_told_so(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    record = await reading(demo_world, nino, "rights-find:")
    await record.say("ხვალ როგორი ამინდი იქნება?")
    record.check(f"rights_nothing_{messenger}")


async def test_themes_entries_and_signatures(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    record = await reading(demo_world, nino)
    await pick(record, "მონაწილეობის გზები")
    await pick(record, "პეტიცია")
    await pick(record, "რამდენი ხელმოწერაა")
    await record.say("ბევრი")
    await record.say("12345")
    record.check(f"rights_petition_{messenger}")


async def test_signatures_by_the_city_hall_s_number(demo_world: World, messenger: str):
    eka, nino = demo_world.telegram("ეკა"), demo_world.guest(messenger)
    await become_coordinator(eka)
    await count_voters(demo_world, eka, "მთელი", "12345")
    await count_voters(demo_world, eka, "ზღაპარა", "501")
    await join(nino)
    record = await reading(demo_world, nino, "petition:")
    await opens(demo_world, nino, "petition:call")
    record.wait("petition:call")
    await pick(record, "ზღაპარა")
    await pick(record, "სხვა რიცხვით")
    await record.say("100")
    record.check(f"rights_voters_{messenger}")


async def count_voters(world: World, guest: Guest, where: str, count: str) -> None:
    await opens(world, guest, f"rights-voters:{DEMO}")
    await pick(guest, where)
    await guest.say(count)
    await guest.say("1.11.2026")


async def test_days_that_are_left(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    record = await reading(demo_world, nino, "rights-days:")
    await pick(record, "განცხადების პასუხი")
    await record.say("31.12.2099")
    await record.say("18.11.2026")
    await pick(record, "სხვა ვადის")
    await pick(record, "ანგარიში")
    record.check(f"rights_days_{messenger}")


async def test_a_lawyer_confirms_and_a_citizen_reads_it(demo_world: World, messenger: str):
    tamar, nino = await lawyer(demo_world, messenger), demo_world.guest(messenger)
    await join(nino)
    await opens(demo_world, nino, "rights:petition")
    assert "დადასტურებამდე არ ვაჩვენებთ" in nino.last().text
    assert "როდის მიპასუხებენ?" not in nino.buttons()
    record = golden.Record(tamar)
    await pick(record, "🔒 პეტიცია")
    await pick(record, "✓ ვადასტურებ")
    record.check(f"rights_lawyer_{messenger}")
    read = await reading(demo_world, nino, "rights:petition")
    await pick(read, "როდის მიპასუხებენ")
    read.check(f"rights_confirmed_{messenger}")
    assert HIDDEN in nino.last().text and NAME in nino.last().text
    await pick(tamar, "✓ პეტიცია")
    await pick(tamar, "დადასტურების გაუქმება")
    await opens(demo_world, nino, "rights:petition.answer")
    assert HIDDEN not in nino.last().text and NAME not in nino.last().text


async def test_nothing_uncertain_is_seen_before(demo_world: World, messenger: str):
    """Neither in a list nor by a search, nor by a button that somebody passes on."""
    nino = demo_world.guest(messenger)
    await join(nino)
    hidden = [
        (entry, section)
        for entry in handbook().entries("ka")
        for section in entry.sections
        if section.certainty is Certainty.UNCERTAIN
    ]
    assert len(hidden) >= 5
    for entry, section in hidden:
        for target in (f"rights:{entry.id}", f"rights:{entry.id}.{section.id}"):
            await opens(demo_world, nino, target)
    whole = [entry for entry, _ in hidden if entry.certainty is Certainty.UNCERTAIN]
    for entry in whole:
        await opens(demo_world, nino, f"rights:{entry.theme}")
        await opens(demo_world, nino, "rights-find:")
        await nino.say(entry.title)
    seen = "\n".join([shown.text for shown in nino.screen()] + nino.buttons())
    assert "საკრებულო" in seen
    assert not [one.id for _, one in hidden if one.text.splitlines()[0] in seen]
    assert not [entry.title for entry in whole if entry.title in seen]


async def test_a_changed_text_waits_for_a_lawyer_anew(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    tamar, nino = await lawyer(demo_world, messenger), demo_world.guest(messenger)
    await confirm(tamar, "🔒 პეტიცია")
    await join(nino)
    monkeypatch.setattr(type(handbook().entry("petition", "ka")), "digest", "another-text-now")
    await opens(demo_world, nino, "rights:petition")
    assert "დადასტურებამდე არ ვაჩვენებთ" in nino.last().text


async def test_a_text_that_changes_before_the_lawyer_s_eyes_is_asked_anew(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    """The button says yes to the words that were shown."""
    tamar = await lawyer(demo_world, messenger)
    await pick(tamar, "🔒 პეტიცია")
    monkeypatch.setattr(type(handbook().entry("petition", "ka")), "digest", "another-text-now")
    await pick(tamar, "✓ ვადასტურებ")
    async with demo_world.database.reading() as session:
        assert await known.confirmations(session, DEMO) == {}
    await pick(tamar, "✓ ვადასტურებ")
    async with demo_world.database.reading() as session:
        assert set(await known.confirmations(session, DEMO)) == {"another-text-now"}


async def test_a_lawyer_sees_what_is_kept_and_takes_it_along(demo_world: World, messenger: str):
    tamar, nino = await lawyer(demo_world, messenger), demo_world.guest(messenger)
    await confirm(tamar, "🔒 პეტიცია")
    await join(nino)
    await my_data(tamar, "რას ინახავთ")
    kept = tamar.last().text
    assert "ცნობარში დაადასტურეთ: პეტიცია, 22.11.2026" in kept and "იურისტი" in kept
    await my_data(tamar, "ყველაფრის წაშლა")
    await tamar.press("დიახ")
    await opens(demo_world, nino, "rights:petition")
    assert "დადასტურებამდე არ ვაჩვენებთ" in nino.last().text and NAME not in nino.last().text


async def test_only_a_lawyer_of_this_place_confirms(demo_world: World, messenger: str):
    eka, lia = demo_world.telegram("ეკა"), demo_world.guest(messenger, "ლია")
    await become_coordinator(eka)
    await join(lia)
    await accept(lia, await invited(demo_world, "keda", LAWYER))
    for guest in (eka, lia):
        await opens(demo_world, guest, f"rights-lawyer:{DEMO}")
        assert "ამის უფლება მხოლოდ" in guest.last().text
    for journey in ("rights-desk", "rights-voters"):
        await opens(demo_world, lia, f"{journey}:{DEMO}")
        assert "ამის უფლება მხოლოდ" in lia.last().text


async def test_a_coordinator_invites_a_lawyer_and_sees_what_waits(
    demo_world: World, messenger: str
):
    eka, tamar = demo_world.guest(messenger, "ეკა"), demo_world.telegram("თამარი")
    await become_coordinator(eka)
    record = golden.Record(eka)
    await pick(record, "უფლებების ცნობარი")
    await pick(record, "ამომრჩეველთა რიცხვი")
    await pick(record, "მთელი")
    await record.say("12345")
    await record.say("1.11.2026")
    await pick(eka, "იურისტის მოწვევა")
    await pick(eka, "იურისტის მოწვევა")
    code = eka.last().text.split("კოდი: ")[1].split("\n")[0]
    record.check(f"rights_desk_{messenger}")
    await join(tamar)
    await tamar.say(code)
    arrived = golden.Record(tamar)
    await pick(arrived, "დიახ")
    await arrived.say(NAME)
    arrived.check("rights_invited")
    await tamar.say("მენიუ")
    assert "ცნობარის დადასტურება" in tamar.buttons()
    assert "სამუშაო გვერდი" not in tamar.buttons()


async def test_a_coordinator_takes_back_what_they_doubt(demo_world: World, messenger: str):
    eka, tamar = demo_world.guest(messenger, "ეკა"), await lawyer(demo_world, "telegram")
    await become_coordinator(eka)
    await pick(eka, "უფლებების ცნობარი")
    await pick(eka, "დადასტურებული")
    assert "არაფერი დაუდასტურებია" in eka.last().text
    await confirm(tamar, "🔒 პეტიცია")
    await pick(eka, "უფლებების ცნობარი")
    record = golden.Record(eka)
    await pick(record, "დადასტურებული")
    await pick(record, "პეტიცია")
    await pick(record, "დადასტურების გაუქმება")
    record.check(f"rights_doubted_{messenger}")
    async with demo_world.database.reading() as session:
        assert await known.confirmations(session, DEMO) == {}


async def test_what_is_past_its_day_is_flagged_until_a_lawyer_has_looked(
    demo_world: World, messenger: str
):
    eka, tamar = demo_world.guest(messenger, "ეკა"), await lawyer(demo_world, "telegram")
    await become_coordinator(eka)
    await demo_world.tick()
    first = handbook().entry("consent", "ka").review
    await pass_time(demo_world, days=15)  # over the first of December: nothing is late
    before = (first - demo_world.clock.now().date()).days
    await pass_time(demo_world, days=before)  # the day itself is not late either
    assert not [one for one in eka.screen() if "შესამოწმებელია" in one.text]
    await pass_time(demo_world, days=14)
    await pass_time(demo_world, days=14)
    [told] = [one.text for one in eka.screen() if "ცნობარი შესამოწმებელია" in one.text]
    assert "თანხმობა და მისი გაუქმება" in told and "პეტიცია" not in told
    await eka.say("მენიუ")
    await pick(eka, "სამუშაო გვერდი")
    record = golden.Record(eka)
    await pick(record, "⚠ უფლებების ცნობარი (4)")
    record.check(f"rights_late_{messenger}")
    await opens(demo_world, tamar, f"rights-lawyer:{DEMO}")
    await confirm(tamar, "⚠ თანხმობა")
    await opens(demo_world, eka, f"rights-desk:{DEMO}")
    assert "თანხმობა და მისი" not in eka.last().text and "ტექსტი: 3" in eka.last().text


async def test_the_handbook_speaks_english(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    await nino.say("/language")
    await nino.press("English")
    record = await reading(demo_world, nino, "rights-find:")
    await record.say("they dont answer my letter, what can i do")
    await pick(record, "A written application")
    record.check(f"rights_english_{messenger}")
