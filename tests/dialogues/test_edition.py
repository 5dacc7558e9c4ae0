"""A coordinator prepares a civil budget in the chat: five answers, settings, the announcement."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.civic.ballots import SHARING, Rule
from storage import editions, staff
from storage.demo.place import DEMO
from tests.dialogues.test_staff import accept, invited
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])

TBILISI = ZoneInfo("Asia/Tbilisi")
FIVE = ("სამოქალაქო ბიუჯეტი 2028", "60000", "ერთად", "01.03.2027", "10.05.2027")


async def tap(who, label: str) -> None:
    """Press it; where a small keyboard shows numbers, type it."""
    there = any(button.startswith(label) for button in who.buttons())
    await (who.press(label) if there else who.say(label))


async def answer(who, *answers: str) -> None:
    """The five answers; the third one is a button."""
    for place, said in enumerate(answers, 1):
        await (tap(who, said) if place == 3 else who.say(said))


async def to_settings(guest: Guest) -> None:
    """From the desk, where an appointment ends."""
    await tap(guest, "სამოქალაქო ბიუჯეტი")


async def prepare(guest: Guest, *answers: str) -> None:
    """From the menu to a stored draft."""
    await to_settings(guest)
    await answer(guest, *(answers or FIVE))
    await tap(guest, "✓")


async def the_edition(world: World):
    async with world.database.reading() as session:
        found = [vote for vote in await editions.all_of(session, DEMO)]
        return found[0] if found else None


async def the_plan(world: World):
    vote = await the_edition(world)
    async with world.database.reading() as session:
        return await editions.plan_of(session, vote)


def local(day: str) -> datetime:
    return datetime.strptime(day, "%d.%m.%Y %H").replace(tzinfo=TBILISI)


@both
async def test_five_answers_make_an_edition(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await become_coordinator(guest)
    await to_settings(guest)
    eka = golden.Record(guest)
    await answer(eka, *FIVE)
    await tap(eka, "✓ შევინახოთ")
    eka.check(f"edition_new_{messenger}")
    vote = await the_edition(demo_world)
    assert (vote.state, vote.rules.pots, vote.edition.year) == ("draft", {"": 60_000}, 2028)
    assert vote.edition.calendar.opens_at == local("10.05.2027 9")
    assert vote.rules.rule is Rule.GREEDY


@both
async def test_it_is_announced_with_one_explicit_yes_and_everybody_is_told(
    demo_world: World, messenger: str
):
    guest, nino = demo_world.guest(messenger), demo_world.guest(messenger, "ნინო")
    await become_coordinator(guest)
    await join(nino)
    await prepare(guest)
    eka = golden.Record(guest)
    await tap(eka, "გამოცხადება")
    eka.check(f"edition_announce_{messenger}")
    await tap(guest, "✓ დიახ")
    assert "კოდი პოსტერისთვის" in guest.screen()[-2].text
    letters = golden.Record(nino)
    await demo_world.tick()
    demo_world.clock.move(timedelta(minutes=3))
    await demo_world.tick()
    letters.wait("იმავე დღეს")
    await tap(letters, "წესები და კალენდარი")
    letters.check(f"edition_rules_{messenger}")
    await nino.say("მენიუ")
    assert "იდეების მიღება დაიწყება: 01.03.2027, 09:00" in nino.last().text


async def test_the_vote_day_too_early_is_refused_with_the_reason(demo_world: World):
    eka = demo_world.telegram()
    await become_coordinator(eka)
    await to_settings(eka)
    await answer(eka, *FIVE[:4], "10.03.2027")
    assert "გასასაჩივრებლად 10 დღე მაინც საჭიროა" in eka.last().text
    assert not [label for label in eka.buttons() if label.startswith("✓")]
    await tap(eka, "✎ კენჭისყრის დაწყება")
    await eka.say("10.05.2027")
    assert "✗" not in eka.last().text
    await tap(eka, "✓ შევინახოთ")
    assert (await the_edition(demo_world)).opens_at == local("10.05.2027 9")


async def test_results_too_late_for_the_budget_are_a_warning_that_may_be_accepted(
    demo_world: World,
):
    eka = demo_world.viber()
    await become_coordinator(eka)
    await to_settings(eka)
    await answer(eka, *FIVE[:3], "02.08.2027", "18.10.2027")
    assert "⚠ შედეგები 31.10.2027-მდე არ იქნება" in eka.last().text
    await tap(eka, "✓ ასე დარჩეს")
    assert (await the_edition(demo_world)).state == "draft"


@pytest.mark.parametrize(
    ("place", "said", "told"),
    [
        (0, "სამოქალაქო ბიუჯეტი", "წელი ვერ ვიპოვეთ"),
        (3, "ხვალ", "თარიღი ვერ გავიგეთ"),
        (3, "31.02.2027", "თარიღი ვერ გავიგეთ"),
        (3, "01.03.2020", "უკვე გავიდა"),
    ],
)
async def test_an_answer_that_cannot_be_read_is_asked_again(demo_world, place, said, told):
    eka = demo_world.telegram()
    await become_coordinator(eka)
    await to_settings(eka)
    await answer(eka, *FIVE[:place], said)
    assert told in eka.last().text
    await eka.say(FIVE[place])
    assert told not in eka.last().text


@both
async def test_a_setting_changes_in_a_small_dialogue(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await become_coordinator(guest)
    await prepare(guest)
    eka = golden.Record(guest)
    await tap(eka, "თანხა")
    await tap(eka, "ერთი პროექტი")
    await eka.say("70000")
    await eka.say("20000")
    await tap(eka, "სამოქალაქო ბიუჯეტის გვერდი")
    await tap(eka, "მონაწილეები და იდეები")
    await tap(eka, "მონაწილეობენ")
    await eka.say("14")
    await tap(eka, "✎ სხვა პასუხი")
    await eka.say("18")
    eka.check(f"edition_set_{messenger}")
    plan = await the_plan(demo_world)
    assert (plan.edition.cap, plan.edition.age) == (20_000, 18)


SETTINGS = [
    ("ბიულეტენი", "ერთი ადამიანი ირჩევს", "4", lambda p: p.rules.most == 4),
    ("ბიულეტენი", "ბიულეტენში იქნება", "12", lambda p: p.edition.shortlist == 12),
    ("ბიულეტენი", "გასამარჯვებლად", "30", lambda p: p.rules.minimum == 30),
    ("ბიულეტენი", "თანხა ნაწილდება", "[თანაბარი წილებით:", lambda p: p.rules.rule in SHARING),
    ("ბიულეტენი", "თანაბარი ხმებისას", "[საჯარო", lambda p: p.rules.tie == "lot"),
    ("მონაწილეები", "იდეას სთავაზობს", "[ნებისმიერ", lambda p: not p.edition.residents),
    ("მონაწილეები", "ხმის მიცემისას", "[ამომრჩეველთა", lambda p: p.identity == "register"),
    ("მონაწილეები", "შესამოწმებლად", "15", lambda p: p.edition.support == 15),
    ("შემოწმების", "შემდეგი სამოქალაქო", "01.03.2028", lambda p: "2028" in p.edition.next_cycle),
    ("შემოწმების", "იდეის შესასწორებლად", "7", lambda p: p.edition.fix_days == 7),
    ("სახელი", "საბიუჯეტო წელი", "2029", lambda p: p.edition.year == 2029),
]  # fmt: skip


@pytest.mark.parametrize(("group", "setting", "value", "holds"), SETTINGS)
async def test_every_kind_of_setting(demo_world: World, group, setting, value, holds):
    eka = demo_world.telegram()
    await become_coordinator(eka)
    await prepare(eka)
    await tap(eka, next(label for label in eka.buttons() if label.startswith(group)))
    await tap(eka, setting)
    await (tap(eka, value[1:]) if value[0] == "[" else eka.say(value))
    assert holds(await the_plan(demo_world))


async def test_dates_of_a_draft_are_settings_like_others(demo_world: World):
    eka = demo_world.telegram()
    await become_coordinator(eka)
    await prepare(eka)
    await tap(eka, "კალენდარი")
    await tap(eka, "შედეგები")
    await eka.say("01.05.2027 12:00")
    assert "✗ შედეგების გამოცხადება წინა ვადის შემდეგ" in eka.last().text
    await eka.say("01.06.2027 12:00")
    await tap(eka, "⚠")
    assert (await the_plan(demo_world)).edition.calendar.results_at == local("01.06.2027 12")


@both
async def test_zones_have_their_own_money_and_settlements(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await become_coordinator(guest)
    await to_settings(guest)
    await answer(guest, *FIVE[:2], "ნაწილებად", *FIVE[3:])
    eka = golden.Record(guest)
    await tap(eka, "✓ შევინახოთ")
    await tap(eka, "＋ ნაწილის დამატება")
    await eka.say("ზემო თემი")
    await eka.say("15000")
    await eka.say("ზღაპარა")
    await eka.say("იგავა")
    await tap(eka, "✓ მზადაა")
    eka.check(f"edition_zones_{messenger}")
    await tap(guest, "ზემო თემი")
    await tap(guest, "✎ თანხა")
    await guest.say("16000")
    await tap(guest, "✎ ირჩევს")
    await guest.say("2")
    plan = await the_plan(demo_world)
    assert plan.rules.pots == {"": 44_000, "z1": 16_000}
    assert plan.rules.limits("z1") == (1, 2)
    assert len(plan.zones["z1"].settlements) == 2
    await tap(guest, "ნაწილის გაუქმება")
    plan = await the_plan(demo_world)
    assert (plan.zones, plan.rules.pots) == ({}, {"": 60_000})


async def test_every_settlement_may_have_an_equal_part(demo_world: World):
    eka = demo_world.viber()
    await become_coordinator(eka)
    await prepare(eka, *FIVE[:2], "ყოველ დასახლებას", *FIVE[3:])
    plan = await the_plan(demo_world)
    assert sorted(plan.rules.pots.values()) == [12_000] * 5
    assert plan.outside == 0


async def test_the_page_says_who_lacks_until_they_are_there(demo_world: World):
    eka, lia = demo_world.telegram("ეკა"), demo_world.viber("ლია")
    await become_coordinator(eka)
    await prepare(eka)
    assert "შემმოწმებელი" in eka.last().text
    assert "თანამშრომლის მოწვევა" in eka.buttons()
    await join(lia)
    await accept(lia, await invited(demo_world, role="reviewer"))
    await eka.say("მენიუ")
    await tap(eka, "სამუშაო გვერდი")
    await to_settings(eka)
    await tap(eka, "სამოქალაქო ბიუჯეტი 2028")
    assert "შემმოწმებელი" not in eka.last().text


async def test_a_draft_is_thrown_away(demo_world: World):
    eka = demo_world.telegram()
    await become_coordinator(eka)
    await prepare(eka)
    await tap(eka, "წაშლა")
    await tap(eka, "დიახ")
    assert await the_edition(demo_world) is None


@both
async def test_a_date_moves_with_a_reason_that_people_read(demo_world: World, messenger: str):
    guest, nino = demo_world.guest(messenger), demo_world.guest(messenger, "ნინო")
    await become_coordinator(guest)
    await join(nino)
    await prepare(guest)
    await tap(guest, "გამოცხადება")
    await tap(guest, "✓ დიახ")
    demo_world.clock.move(timedelta(minutes=3))
    await demo_world.tick()
    eka = golden.Record(guest)
    await tap(eka, "ვადის შეცვლა")
    await tap(eka, "იდეების მიღება მთავრდება")
    await eka.say("29.03.2027 20:00")
    await eka.say("გზა დაიხურა, ხალხს მეტი დრო სჭირდება")
    eka.check(f"edition_moved_{messenger}")
    await tap(guest, "დიახ, შევცვალოთ")
    assert "✓ ვადა შეცვლილია" in guest.screen()[-2].text
    await demo_world.tick()
    demo_world.clock.move(timedelta(minutes=3))
    await demo_world.tick()
    assert "იდეების მიღება მთავრდება: 29.03.2027, 20:00" in nino.last().text
    assert "გზა დაიხურა" in nino.last().text


@pytest.mark.parametrize(
    "journey",
    ["edition-list:demo", "edition-new:demo", "edition-desk:{id}", "edition-set:{id}:money",
     "edition-zones:{id}", "edition-zone:{id}:z1", "edition-announce:{id}", "edition-move:{id}",
     "edition-drop:{id}"],
)  # fmt: skip
async def test_the_neighbours_coordinator_is_refused(demo_world: World, journey: str):
    eka, lia = demo_world.telegram("ეკა"), demo_world.viber("ლია")
    await become_coordinator(eka)
    await prepare(eka)
    await join(lia)
    async with demo_world.database.writing() as session:
        code = await staff.invite(session, "keda", "coordinator", demo_world.clock.now())
    await accept(lia, code)
    vote = await the_edition(demo_world)
    await forge(demo_world, journey.format(id=vote.id))
    await tap(lia, "go")
    assert "მხოლოდ ამ მუნიციპალიტეტის კოორდინატორს" in lia.last().text
