"""The public pages of a vote: nothing before the hour, everything after it, nobody's name."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientSession
from sqlalchemy import update

from storage import demo, disputes, projects, release, votes, works
from storage.conduct import By
from storage.demo import VOTE_DOOR
from storage.disputes import DISPUTE, NewNote
from storage.tables.votes import Process
from storage.works import Update
from tests.support.counted import AGREES, PICKS, counted
from tests.support.crowd import PLACE
from tests.support.election import the_vote
from tests.support.photos import photo
from tests.support.world import World
from tests.web.test_server import get


@pytest.fixture
async def client(world: World) -> AsyncIterator[ClientSession]:
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    async with ClientSession(world.app.media.address("x").partition("/media")[0]) as opened:
        yield opened


async def told(world: World) -> tuple[int, dict[str, int], list[int]]:
    """A second vote, counted and told: (id, staff, voters)."""
    id, staff, people = await counted(world.database)
    async with world.database.writing() as session:
        await release.settle(session, id, AGREES, world.clock.now())
        vote = await the_vote(session, id)
        if vote.results_at > world.clock.now():
            world.clock.move(vote.results_at - world.clock.now() + timedelta(minutes=1))
        await projects.begin(session, vote, world.clock.now())
    return id, staff, people


async def test_before_the_hour_a_page_tells_only_when(client: ClientSession, world: World) -> None:
    id, _, _ = await counted(world.database)
    status, body, _ = await get(client, f"/r/{id}")
    page = body.decode()
    assert status == 200 and "სკვერი" not in page and "ხმა," not in page
    assert (await get(client, f"/r/{id}/files/receipts.txt"))[0] == 404
    assert (await get(client, f"/r/{id}/1"))[0] == 404


async def test_a_result_can_be_read_without_an_account(client: ClientSession, world: World) -> None:
    id, _, _ = await told(world)
    status, body, kind = await get(client, f"/r/{id}")
    page = body.decode()
    assert (status, kind) == (200, "text/html") and len(body) < 40_000
    assert "სკვერი" in page and "3 ხმა" in page and "40\u00a0000\u00a0₾" in page
    assert "<script" not in page and "https://" not in page, "nothing is fetched from elsewhere"
    english = (await get(client, f"/r/{id}?lang=en"))[1].decode()
    assert 'lang="en"' in english and "3 votes" in english and "not funded" in english


async def test_a_door_leads_to_its_result(client: ClientSession, world: World) -> None:
    assert (await get(client, f"/r/{VOTE_DOOR}"))[0] == 200
    for unknown in ("999999", "x" * 300, "%3Cscript%3E"):
        status, body, _ = await get(client, f"/r/{unknown}")
        assert status == 404 and b"<script>" not in body


async def test_every_file_can_be_taken(client: ClientSession, world: World) -> None:
    id, _, _ = await told(world)
    page = (await get(client, f"/r/{id}"))[1].decode()
    for name in ("01-whole.pb", "results.csv", "receipts.txt", "rules.json", "SHA256SUMS"):
        assert f"/r/{id}/files/{name}" in page
        status, body, _ = await get(client, f"/r/{id}/files/{name}")
        assert status == 200 and body
    assert (await get(client, f"/r/{id}/files/..%2F..%2Fetc"))[0] == 404


async def test_a_receipt_is_checked_on_the_page(client: ClientSession, world: World) -> None:
    id, _, _ = await told(world)
    async with world.database.reading() as session:
        [code, *others] = await votes.receipts(session, id)
    assert len(others) == len(PICKS) - 1
    page = (await get(client, f"/r/{id}?receipt={code.lower()}"))[1].decode()
    assert code in page and "დათვლილია" in page
    page = (await get(client, f"/r/{id}?receipt=0000-0000"))[1].decode()
    assert "ვერ ვიპოვეთ" in page
    assert "<b>x" not in (await get(client, f"/r/{id}?receipt=<b>x"))[1].decode()


async def test_a_project_shows_its_photos_and_remarks(client: ClientSession, world: World) -> None:
    id, staff, people = await told(world)
    picture = await world.app.media.keep(photo())
    now = world.clock.now()
    by = By(staff["first"], PLACE, now)
    async with world.database.writing() as session:
        work = (await projects.works(session, PLACE, id))[0]
        news = Update("started", {"ka": "<b>დავიწყეთ</b>"}, picture)
        update_id = await works.post(session, work.id, by, news)
        note = NewNote(work.id, update_id, people[0], DISPUTE, "ორმოა <i>აქ</i>")
        await disputes.add(session, note, work, now)
        [one] = await disputes.unanswered(session, work.id)
    path = f"/r/{id}/{work.number}"
    page = (await get(client, path))[1].decode()
    assert "&lt;b&gt;დავიწყეთ" in page and "/media/" in page and "ორმოა" not in page
    async with world.database.writing() as session:
        await disputes.answer(session, one.id, by, {"ka": "შევავსეთ."})
    page = (await get(client, path))[1].decode()
    assert "ორმოა &lt;i&gt;" in page and "შევავსეთ." in page
    assert f"/r/{id}/{work.number}" in (await get(client, f"/r/{id}"))[1].decode()
    assert (await get(client, f"/r/{id}/5"))[0] == 404, "a loser has no page"


async def test_the_poster_leads_to_the_result_once_it_is_counted(
    client: ClientSession, world: World
) -> None:
    link = f'href="/r/{VOTE_DOOR}'
    assert link not in (await get(client, f"/s/{VOTE_DOOR}"))[1].decode()
    async with world.database.writing() as session:
        await session.execute(update(Process).values(state="counted", key_print="x"))
    assert link in (await get(client, f"/s/{VOTE_DOOR}"))[1].decode()
