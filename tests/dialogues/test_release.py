"""A result on its way to the public: a referee that differs, one that cannot, a lot in public."""

from datetime import timedelta

import pytest

from bot.civic import tally
from bot.civic.equal_shares import TooManyRounds
from bot.exchange import referee
from bot.exchange.apart import Why
from bot.exchange.independent import Referee
from bot.exchange.referee import Finding, Verdict
from storage import release, votes
from tests.dialogues.test_vote import VOTE, both, check
from tests.dialogues.test_vote_end import CLOSING, open_desk, polled, seal
from tests.dialogues.test_works import choose, heard
from tests.support import golden
from tests.support.world import World

DIFFERS = Verdict(Finding.DIFFERS, Referee.NAIVE, ("6",))
TOO_LARGE = Verdict(Finding.NOT_REFEREED, Referee.PABUTOOLS, (), Why.TOO_LARGE)
LATER = "შედეგს დაპირებულ დროს ვერ გამოვაცხადებთ"


def says(monkeypatch: pytest.MonkeyPatch, verdict: Verdict) -> None:
    monkeypatch.setattr(referee, "check", lambda *_: verdict)


async def told(world: World) -> bool:
    async with world.database.reading() as session:
        vote = await votes.find(session, VOTE)
    assert vote is not None
    return vote.told(world.clock.now())


@both
async def test_a_referee_that_differs_holds_the_result_back(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    says(monkeypatch, DIFFERS)
    people, staff = await polled(demo_world, messenger)
    chief, voter = golden.Record(staff["chief"]), golden.Record(people[messenger == "viber"])
    await seal(demo_world, staff)
    chief.lines.clear()
    await demo_world.tick()
    chief.wait("the referee differs")
    voter.wait("the referee differs")
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    assert not await told(demo_world)
    assert all(heard(guest, LATER) == 1 for guest in people)
    assert all(heard(guest, "კენჭისყრა დასრულდა") == 0 for guest in people)
    await choose(chief, "შეჩერებული შედეგი")  # of the morning's list
    monkeypatch.undo()
    await choose(chief, "ხელახალი დათვლა")
    await choose(chief, "დიახ, დავიწყოთ")
    assert "კენჭისყრის გვერდი" in chief.buttons()
    check(chief, f"release_differs_{messenger}")
    await demo_world.tick()
    demo_world.clock.move(release.LATER)
    await demo_world.tick()
    voter.wait("the new hour")
    check(voter, f"release_later_{messenger}")
    assert await told(demo_world)
    assert all(heard(guest, "კენჭისყრა დასრულდა") == 1 for guest in people)


@both
async def test_two_people_release_what_could_not_be_refereed(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    says(monkeypatch, TOO_LARGE)
    people, staff = await polled(demo_world, messenger)
    await seal(demo_world, staff)
    await demo_world.tick()
    records = [golden.Record(staff[name]) for name in ("chief", "partner")]
    for record in records:
        await choose(record, "შედეგის გვერდი")
        await choose(record, "თანახმა ვარ")
        await choose(record, "დიახ, თანახმა ვარ")
        assert "კენჭისყრის გვერდი" in record.buttons()
    check(records[0], f"release_first_{messenger}")
    check(records[1], f"release_second_{messenger}")
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    assert await told(demo_world)
    assert all(heard(guest, LATER) == 0 for guest in people)
    assert all(heard(guest, "კენჭისყრა დასრულდა") == 1 for guest in people)


@both
async def test_one_person_alone_releases_nothing(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    says(monkeypatch, TOO_LARGE)
    people, staff = await polled(demo_world, messenger)
    await seal(demo_world, staff)
    await demo_world.tick()
    chief = staff["chief"]
    await choose(chief, "შედეგის გვერდი")
    await choose(chief, "თანახმა ვარ")
    await choose(chief, "თანახმა ვარ")
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    assert not await told(demo_world)
    assert all(heard(guest, LATER) == 1 for guest in people)


@both
async def test_a_vote_nobody_sealed_tells_a_new_hour(demo_world: World, messenger: str):
    people, staff = await polled(demo_world, messenger)
    demo_world.clock.move(CLOSING)
    await demo_world.tick()
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    assert all(heard(guest, LATER) == 1 for guest in people)
    assert heard(staff["chief"], "ხმები კი დათვლილი არ არის") == 1


@both
async def test_staff_learn_at_once_of_a_count_that_would_never_end(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    def endless(*_):
        raise TooManyRounds

    monkeypatch.setattr(tally, "count", endless)
    people, staff = await polled(demo_world, messenger)
    await seal(demo_world, staff)
    await demo_world.tick()
    assert heard(staff["chief"], "დათვლა ვერ დასრულდა") == 1
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    demo_world.clock.move(release.PATIENCE)
    await demo_world.tick()
    assert all(heard(guest, LATER) == 1 for guest in people)


@both
async def test_a_lot_drawn_in_public_is_recorded_by_two(demo_world: World, messenger: str):
    _, staff = await polled(demo_world, messenger)
    demo_world.clock.move(CLOSING)
    await demo_world.tick()
    chief, partner = golden.Record(staff["chief"]), golden.Record(staff["partner"])
    await open_desk(chief)
    await choose(chief, "საჯარო წილისყრა")
    await chief.say("6 7 1 2 3 4")
    await chief.say("6, 7, 1, 2, 3, 4, 5")
    await chief.say("კულტურის სახლი, 24.11.2026, 15 დამსწრე. ნომრები ქუდიდან ბავშვმა ამოიღო.")
    await choose(chief, "დიახ, ჩაწერეთ")
    check(chief, f"lot_record_{messenger}")
    await open_desk(partner)
    await choose(partner, "საჯარო წილისყრა")
    await choose(partner, "ვადასტურებ")
    check(partner, f"lot_confirm_{messenger}")
    await seal_now(demo_world, staff)
    await demo_world.tick()
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    # 6 and 7 have one vote each and cost differently: the tie rule comes before the lot.
    async with demo_world.database.reading() as session:
        vote = await votes.find(session, VOTE)
    assert vote is not None and vote.lot is not None and vote.lot["confirmed"]


async def seal_now(world: World, staff) -> None:
    for name, step in (("chief", "დალუქვის მოთხოვნა"), ("partner", "დალუქვის დადასტურება")):
        await open_desk(staff[name])
        await choose(staff[name], step)
        await choose(staff[name], "დიახ")
