"""The town hall answers: lists, passing on, what is late, what becomes public, who answers what."""

from datetime import timedelta

import pytest

from storage.demo.place import DEMO
from storage.staff import COORDINATOR
from tests.dialogues.hall import Phone
from tests.dialogues.test_staff import accept, invited
from tests.dialogues.test_works import choose
from tests.support.acts import join
from tests.support.answering import REPLY, ROAD, Office, letter
from tests.support.world import World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])
PRIVATE = "ნინო ვარ, გელაშვილების სახლიდან. როდის გაკეთდება ჩვენი გზა? 599 12 34 56"


async def until(world: World, days: int) -> None:
    """So many mornings at nine, each with what falls due."""
    for _ in range(days):
        world.clock.move(timedelta(days=1))
        await world.tick()


@both
async def test_what_is_late_comes_up_with_owner_and_coordinator(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    await here.asked()
    demo_world.clock.move(timedelta(hours=-3) + timedelta(days=1))  # Monday, 09:00, St George
    await demo_world.tick()
    await until(demo_world, 1)
    here.gia.wait("სამშაბათი, 24.11.2026")
    await until(demo_world, 12)
    here.gia.wait("04.12.2026, პარასკევი")
    await until(demo_world, 1)
    here.gia.wait("07.12.2026, ორშაბათი")
    here.eka.skip()  # the mornings until then
    await until(demo_world, 1)
    here.gia.wait("08.12.2026, სამშაბათი")
    here.eka.wait("08.12.2026, სამშაბათი")
    here.gia.check(f"answers_late_{messenger}")
    here.eka.check(f"answers_escalated_{messenger}")


@both
async def test_a_question_is_passed_on_with_a_reason_and_assigned(
    demo_world: World, messenger: str
):
    here = await Office(demo_world, messenger).open()
    id = await here.asked("შეიძლება, პეტიცია ელექტრონულად გავაგზავნოთ?")
    await here.opens(here.gia, f"answers-pass:{id}")
    await choose(here.gia, "ლია მაისურაძე")
    await here.gia.say("ეს კანონის კითხვაა, გზებს არ ეხება.")
    here.gia.check(f"answers_pass_{messenger}")
    demo_world.clock.move(timedelta(days=2))
    await demo_world.tick()
    here.lia.wait("სამშაბათი")
    here.lia.check(f"answers_passed_{messenger}")
    await here.opens(here.gia, f"answers-write:{id}")
    assert "ის ხედავს, ვისაც" in here.gia.guest.last().text
    await here.opens(here.eka, f"answers-pass:{id}")
    await choose(here.eka, "გია ლომიძე")
    await choose(here.eka, "გამოტოვება")
    assert "გადაცემულია" in here.eka.guest.last().text
    await here.opens(here.gia, "answers:")
    assert "ერთი კითხვა" in here.gia.guest.last().text


@both
async def test_an_answer_becomes_public_without_what_leads_to_somebody(
    demo_world: World, messenger: str
):
    here = await Office(demo_world, messenger).open()
    id, turn = await here.answered(PRIVATE)
    here.nino.skip()
    await here.opens(here.gia, f"answers-publish:{turn}")
    await choose(here.gia, "დიახ, გადავხედავ")
    await choose(here.gia, "✎ თავიდან დავწერ")
    await here.gia.say("როდის გაკეთდება ზღაპარის გზა?")
    await choose(here.gia, "ასე დარჩეს")
    await choose(here.gia, "☑ ვერავის იცნობენ")
    here.gia.check(f"answers_publish_{messenger}")
    await demo_world.tick()
    here.nino.wait("წერილი")
    await choose(here.nino, "სხვებმა არ წაიკითხონ")
    here.nino.check(f"ask_published_{messenger}")
    await here.opens(here.nino, f"ask-known:{turn}")
    assert "აღარ ჩანს" in here.nino.guest.last().text
    await here.opens(here.gia, f"answers-publish:{turn}")
    assert "ვერ გამოვაქვეყნებთ" in here.gia.guest.last().text
    assert id


@both
async def test_consent_taken_back_while_somebody_edits(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    id, turn = await here.answered()
    await here.opens(here.gia, f"answers-publish:{turn}")
    await choose(here.gia, "დიახ, გადავხედავ")
    await choose(here.gia, "ასე დარჩეს")
    await choose(here.gia, "ასე დარჩეს")
    await here.opens(here.nino, f"ask-allow:{id}-no")
    await choose(here.gia, "☑ ვერავის იცნობენ")
    assert "ვერ გამოვაქვეყნებთ" in here.gia.guest.last().text
    await here.opens(here.nino, f"ask-known:{turn}")
    assert "აღარ ჩანს" in here.nino.guest.last().text


@both
async def test_a_coordinator_keeps_back_and_hides(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    await here.published("როდის იქნება კრება?", REPLY)
    await here.answered()
    await here.opens(here.eka, f"answers:{DEMO}")
    await choose(here.eka, "გამოსაქვეყნებელი")
    await choose(here.eka, "როდის გაკეთდება")
    await choose(here.eka, "არ გამოვაქვეყნოთ")
    await choose(here.eka, "მოქალაქეების კითხვები")
    await choose(here.eka, "გამოქვეყნებული")
    await choose(here.eka, "როდის იქნება კრება")
    await choose(here.eka, "პასუხის დამალვა")
    here.eka.check(f"answers_hide_{messenger}")
    await here.opens(here.nino, "ask-known:")
    assert "ჯერ არაფერია" in here.nino.guest.last().text


@both
async def test_who_answers_what_by_when_and_how_fast(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open(routed=False)
    await here.opens(here.eka, "answers-routes:" + DEMO)
    await choose(here.eka, "მერიისთვის")
    await choose(here.eka, "გზები")
    await choose(here.eka, "გია ლომიძე")
    await choose(here.eka, "მოქალაქეების კითხვები")
    await choose(here.eka, "პასუხის ვადა")
    await choose(here.eka, "ვადის შეცვლა")
    await here.eka.say("5")
    await choose(here.eka, "პასუხის ვადა")
    await choose(here.eka, "უქმე დღის დამატება")
    await here.eka.say("27.11.2026")
    await here.answered()
    await here.asked("სად ვნახო ბიუჯეტი?", "budget")
    await here.opens(here.eka, f"answers:{DEMO}")
    await choose(here.eka, "ყველა უპასუხო")
    await here.opens(here.eka, f"answers-figures:{DEMO}")
    here.eka.check(f"answers_desk_{messenger}")


@both
async def test_what_nobody_answers_comes_to_the_coordinators(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    await here.asked("სად ვნახო ბიუჯეტი?", "budget")
    demo_world.clock.move(timedelta(days=2))
    await demo_world.tick()
    told = " ".join(shown.text for shown in here.eka.guest.screen())
    assert "რომელსაც პასუხისმგებელი არ ჰყავს" in told
    for phone in (here.gia, here.lia):
        assert "სად ვნახო" not in " ".join(shown.text for shown in phone.guest.screen())


@both
async def test_an_expert_has_their_questions_in_the_menu_and_no_desk(
    demo_world: World, messenger: str
):
    here = await Office(demo_world, messenger).open()
    id = await here.asked()
    await here.lia.guest.say("მენიუ")
    await choose(here.lia.guest, "მოქალაქეების კითხვები")
    assert "კითხვა არ ელოდება" in here.lia.guest.last().text
    for target in (f"answers-write:{id}", f"answers-pass:{id}", "answers-publish:1"):
        await here.opens(here.lia, target)
        assert "ის ხედავს, ვისაც" in here.lia.guest.last().text, target
    for target in ("answers-all", "answers-figures", "answers-routes", "answers-office", "desk"):
        await here.opens(here.lia, f"{target}:{DEMO}")
        assert "კოორდინატორს აქვს" in here.lia.guest.last().text, target


@both
async def test_the_neighbours_coordinator_gets_nothing(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    id, turn = await here.answered()
    waiting = await here.asked("და ხიდი?")
    tea = Phone(demo_world.guest(messenger, "თეა"))
    await join(tea.guest)
    await accept(tea.guest, await invited(demo_world, "keda", COORDINATOR), "თეა")
    for name in ("write", "pass", "publish", "hide", "all", "check", "public", "figures",
                 "routes", "office"):  # fmt: skip
        for subject in (DEMO, str(id), str(waiting), str(turn)):
            await letter(demo_world, tea.guest, f"answers-{name}:{subject}")
            await tea.guest.press("go")
            said = tea.guest.last().text
            assert ROAD not in said and REPLY not in said and "ხიდი" not in said, name
            assert tea.guest.buttons() in (["☰ მენიუ"], ["მოქალაქეების კითხვები", "☰ მენიუ"])


@both
async def test_two_people_answer_at_once_and_one_answer_goes_out(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    id = await here.asked()
    for phone in (here.gia, here.eka):
        await here.opens(phone, f"answers-write:{id}")
        await choose(phone, "პასუხის დაწერა")
        await phone.say(REPLY)
    for phone in (here.gia, here.eka):
        await choose(phone, "✓ გაგზავნა")
    assert "პასუხი გაიგზავნა" in here.gia.guest.last().text
    assert "აღარ არის საჭირო" in here.eka.guest.last().text
    await demo_world.tick()
    came = [shown for shown in here.nino.guest.screen() if "დავაგებთ" in shown.text]
    assert len(came) == 1


@both
async def test_an_expert_is_invited_and_leaves(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    await here.opens(here.lia, f"leave:{DEMO}")
    await choose(here.lia, "არა")
    assert "მოქალაქეების კითხვები" in here.lia.guest.last().text
    await here.opens(here.lia, f"leave:{DEMO}")
    await choose(here.lia, "დიახ")
    await here.opens(here.lia, "answers:")
    assert "ის ხედავს, ვისაც" in here.lia.guest.last().text
    await here.opens(here.eka, f"invite:{DEMO}")
    await choose(here.eka, "ექსპერტის მოწვევა")
    code = here.eka.guest.last().text.partition("კოდი: ")[2][:9]
    lado = here.phone("ლადო")
    await join(lado.guest)
    lado.skip()
    await lado.say(code)
    await choose(lado, "დიახ")
    await lado.say("ლადო ჩიხრაძე")
    lado.lines = [line.replace(code, "…") for line in lado.lines]
    lado.check(f"answers_expert_{messenger}")
