"""Ideas are checked by two people: fine, to be corrected, rejected, appealed, merged."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from storage.tables.ideas import Support
from storage.tables.people import Role
from tests.dialogues.hall import PLEA
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_staff import accept, invited
from tests.support.acts import forge, join
from tests.support.reviewing import check
from tests.support.world import World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])
APPEAL, KEEP = "უარის გასაჩივრება", "შენახვა შემდეგი ჯერისთვის"


@both
async def test_a_rejection_says_why_and_an_appeal_is_won(hall, messenger: str):
    here = await hall(messenger)
    id = await here.idea("გზის შეკეთება სკოლასთან")
    here.nino.wait("წერილი")
    await here.passes()
    here.nino.wait("წერილი")
    await here.rejected()
    assert await here.state(id) == "declined"
    await here.appealed()
    await here.lia.press("✓ ავტორი")
    await here.lia.press("გამოტოვება")
    await here.world.tick()
    here.nino.wait("წერილი")
    assert await here.state(id) == "admitted"
    here.nino.check(f"review_appeal_won_author_{messenger}")
    here.gia.check(f"review_reviewer_{messenger}")
    here.eka.check(f"review_second_{messenger}")
    here.lia.check(f"review_appeal_won_{messenger}")


@both
async def test_an_appeal_is_lost_with_an_answer_to_what_was_said(hall, messenger: str):
    here = await hall(messenger)
    id = await here.idea("გზის შეკეთება სკოლასთან")
    await here.passes()
    here.nino.skip()
    await here.rejected()
    await here.appealed()
    await here.lia.press("✗ უარი")
    await here.lia.say("სამწუხაროდ, არა")
    await here.lia.say(
        "გადმოცემის დოკუმენტი ვნახეთ: ის მეზობელ ქუჩას ეხება. ეს გზა დღემდე სახელმწიფოსია და"
        " მუნიციპალიტეტი მასზე ფულს ვერ დახარჯავს."
    )
    await here.world.tick()
    here.nino.wait("წერილი")
    assert await here.state(id) == "declined"
    assert KEEP in here.nino.guest.buttons()
    await here.opens(here.nino, f"ideas:{id}")
    assert APPEAL not in here.nino.guest.buttons()
    await here.nino.press(KEEP)
    assert await here.state(id) == "kept"
    here.nino.check(f"review_appeal_lost_author_{messenger}")
    here.lia.check(f"review_appeal_lost_{messenger}")


@both
async def test_an_idea_is_sent_back_and_corrected(hall, messenger: str):
    here = await hall(messenger)
    id = await here.idea("სკამების დადგმა", place="")
    here.nino.skip()
    await here.today(here.gia, "შესამოწმებელი")
    await here.gia.press("✗ რაღაც")
    await here.gia.press("ადგილი ზუსტად")
    await here.gia.say("მიუთითეთ ქუჩა ან შენობა, სადაც სკამები უნდა დაიდგას.")
    await here.gia.press("✓ კოლეგას")
    await here.today(here.eka, "კოლეგის დასკვნა")
    await here.eka.press("↩ არ ვეთანხმები")
    await here.eka.say("დაამატეთ, რომ ფოტოც გამოგვადგება.")
    await here.today(here.gia, "შესამოწმებელი")
    await here.gia.press("✗ რაღაც")
    await here.gia.press("ადგილი ზუსტად")
    await here.gia.say("მიუთითეთ ქუჩა ან შენობა. თუ გაქვთ, ფოტოც გამოგვადგება.")
    await here.gia.press("✓ კოლეგას")
    await here.today(here.eka, "კოლეგის დასკვნა")
    await here.eka.press("✓ ვეთანხმები")
    await here.world.tick()
    here.nino.wait("წერილი")
    assert await here.state(id) == "returned"
    await here.nino.press("✎ იდეის შესწორება")
    await here.nino.say("ბიბლიოთეკის წინ, წყაროსთან")
    await here.nino.press("✓ გაგზავნა")
    assert await here.state(id) == "reviewing"
    await here.today(here.gia, "შესამოწმებელი")
    here.nino.check(f"review_fix_author_{messenger}")
    here.gia.check(f"review_fix_{messenger}")
    here.eka.check(f"review_fix_second_{messenger}")


@both
async def test_an_idea_not_corrected_in_time_is_declined_and_its_author_may_appeal(
    hall, messenger: str
):
    here = await hall(messenger)
    id = await here.idea("სკამების დადგმა", place="")
    await here.today(here.gia, "შესამოწმებელი")
    await here.gia.press("✗ რაღაც")
    await here.gia.press("ადგილი ზუსტად")
    await here.gia.say("მიუთითეთ ქუჩა ან შენობა, სადაც სკამები უნდა დაიდგას.")
    await here.gia.press("✓ კოლეგას")
    await here.today(here.eka, "კოლეგის დასკვნა")
    await here.eka.press("✓ ვეთანხმები")
    await here.world.tick()
    here.nino.skip()
    here.world.clock.move(timedelta(days=6))
    await here.world.tick()
    here.nino.wait("ექვსი დღის შემდეგ")
    assert await here.state(id) == "declined"
    assert KEEP in here.nino.guest.buttons()
    await here.opens(here.nino, f"ideas:{id}")
    assert APPEAL in here.nino.guest.buttons()
    await here.nino.press(APPEAL)
    here.nino.check(f"review_lapsed_{messenger}")


@both
async def test_two_ideas_become_one(hall, messenger: str):
    here = await hall(messenger)
    zura = await here.person("ზურა")
    await join(zura.guest)
    into = await here.idea("განათება სკოლის ქუჩაზე", 22, zura.guest)
    await here.passes()
    id = await here.idea("ნათურები სკოლასთან", 23)
    here.nino.skip()
    zura.skip()
    await here.today(here.gia, "შესამოწმებელი")
    await here.gia.press("შემდეგი →")
    here.gia.skip()
    await here.gia.press("ასეთი იდეა")
    await here.gia.say("22")
    await here.gia.press("✓ დიახ")
    await here.today(here.eka, "კოლეგის დასკვნა")
    await here.eka.press("✓ ვეთანხმები")
    await here.world.tick()
    here.nino.wait("წერილი")
    zura.wait("წერილი")
    assert await here.state(id) == "merged"
    async with here.world.database.reading() as session:
        query = select(Support.person_id).where(Support.idea_id == into)
        supporters = (await session.execute(query)).scalars().all()
    assert supporters == [await id_of(here.world, here.nino.guest)]
    here.nino.lines += zura.lines
    here.nino.check(f"review_merged_authors_{messenger}")
    here.gia.check(f"review_merged_{messenger}")


@both
async def test_a_reviewer_hands_an_idea_to_a_colleague(hall, messenger: str):
    here = await hall(messenger)
    await here.idea("გზის შეკეთება სკოლასთან")
    await here.today(here.gia, "შესამოწმებელი")
    here.gia.skip()
    await here.gia.press("კოლეგას გადავცემ")
    await here.gia.press("ეკა")
    await here.today(here.eka, "შესამოწმებელი")
    assert "გზის შეკეთება" in here.eka.guest.screen()[-1].text + here.eka.guest.screen()[-2].text
    here.gia.check(f"review_handed_{messenger}")


@both
async def test_an_appeal_that_nobody_may_decide_is_said_plainly(hall, messenger: str):
    here = await hall(messenger)
    await here.idea("გზის შეკეთება სკოლასთან")
    await here.passes()
    await here.rejected()
    async with here.world.database.writing() as session:
        partner = Role.person_id == await id_of(here.world, here.lia.guest)
        await session.execute(delete(Role).where(partner))
    await here.nino.press("უარის გასაჩივრება")
    await here.nino.say(PLEA)
    await here.nino.press("✓ საჩივრის გაგზავნა")
    here.eka.lines.clear()
    await here.today(here.eka, "⚠")
    await here.eka.press("თანამშრომლის მოწვევა")
    here.eka.check(f"review_stuck_{messenger}")
    zura = await here.staff("ზურა", "partner", "ზურა გელაშვილი")
    await here.today(zura, "შესამოწმებელი")
    assert "საჩივარი" in zura.guest.last().text


@pytest.mark.parametrize(
    "journey", ["review", "review-second", "review-hand", "review-stuck", "merge"]
)
async def test_the_neighbours_staff_is_refused(hall, demo_world: World, journey: str):
    here = await hall("telegram")
    id = await here.idea("გზის შეკეთება სკოლასთან")
    lia = demo_world.telegram("თეა")
    await join(lia)
    await accept(lia, await invited(demo_world, "keda"))
    async with demo_world.database.reading() as session:
        row = await check(session, id)
    await forge(demo_world, f"{journey}:{row.id}")
    await lia.press("go")
    assert "მხოლოდ ამ მუნიციპალიტეტის" in lia.last().text
    assert "სკოლასთან" not in " ".join(shown.text for shown in lia.screen())


@pytest.mark.parametrize("journey", ["fix", "appeal"])
async def test_nobody_corrects_or_appeals_for_another(hall, demo_world: World, journey: str):
    here = await hall("telegram")
    id = await here.idea("გზის შეკეთება სკოლასთან")
    zura = demo_world.telegram("ზურა")
    await join(zura)
    await forge(demo_world, f"{journey}:{id}")
    await zura.press("go")
    assert "თქვენი იდეა არ არის" in zura.last().text
    assert "სკოლასთან" not in zura.last().text
