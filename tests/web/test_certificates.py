"""The page where a certificate is checked: it tells little, refuses clearly, and slows guessing."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientSession
from sqlalchemy import func, select, update

from storage import certificates, demo
from storage.attempts import FREE
from storage.certificates import Paper
from storage.conduct import By
from storage.demo.place import DEMO
from storage.tables.certificates import Certificate
from storage.tables.electorate import Attempt
from tests.support.crowd import resident
from tests.support.graduates import given, graduate
from tests.support.world import World
from tests.web.test_server import get

NAME, OTHER = "ნინო ბერიძე", "ნინო ბერაძე"
WRONG = "7K9A-NFMJ"


@pytest.fixture
async def client(world: World) -> AsyncIterator[ClientSession]:
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    async with ClientSession(world.app.media.address("x").partition("/media")[0]) as opened:
        yield opened


async def printed(world: World) -> Paper:
    now = world.clock.now()
    async with world.database.writing() as session:
        learning = await graduate(session, await resident(session, place=DEMO), now)
        return await given(session, learning, DEMO, NAME, now)


async def compare(client: ClientSession, code: str, name: str) -> tuple[int, str]:
    async with client.post(f"/certificates/{code}", data={"name": name}) as answer:
        return answer.status, await answer.text()


async def test_a_valid_one_shows_its_course_and_day_and_nothing_else(
    client: ClientSession, world: World
) -> None:
    paper = await printed(world)
    status, body, kind = await get(client, f"/certificates/{paper.code}")
    page = body.decode()
    assert (status, kind) == (200, "text/html") and len(body) < 10_000
    assert "ნამდვილია" in page and "მონაწილეობა ათ მოკლე გაკვეთილად, ვერსია 1" in page
    assert f"{paper.printed.day:%d.%m.%Y}" in page
    assert "ნინო" not in page and "მოქალაქისთვის" not in page and "ნიმუშის" not in page
    assert "<script" not in page and "https://" not in page and "text-transform" not in page
    english = (await get(client, f"/certificates/{paper.code}?lang=en"))[1].decode()
    assert "is valid" in english and "Participation in ten short lessons" in english


async def test_a_code_is_typed_as_people_type(client: ClientSession, world: World) -> None:
    paper = await printed(world)
    loose = paper.code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    async with client.get("/certificates", params={"code": f" {loose} "}) as answer:
        assert answer.url.path == f"/certificates/{paper.code}"
        assert "ნამდვილია" in await answer.text()
    asked = (await get(client, "/certificates"))[1].decode()
    assert 'verdict"' not in asked and 'name="code"' in asked


@pytest.mark.parametrize("code", [WRONG, "x", "%3Cscript%3E", "9" * 300, "ა"])
async def test_an_unknown_code_is_refused(client: ClientSession, world: World, code: str) -> None:
    await printed(world)
    status, body, _ = await get(client, f"/certificates/{code}")
    page = body.decode()
    assert status == 404 and "არ გაცემულა" in page
    assert "<script>" not in page and 'name="name"' not in page
    assert not re.search("[Ა-Ჿ]", page), "no Georgian capitals, which many phones cannot draw"


async def test_a_name_is_compared_and_never_shown(client: ClientSession, world: World) -> None:
    paper = await printed(world)
    status, page = await compare(client, paper.code, "  ნინო  ბერიძე ")
    assert status == 200 and "სწორედ ეს სახელი" in page and "ნინო" not in page
    status, page = await compare(client, paper.code, OTHER)
    assert status == 200 and "სხვა სახელი" in page and "სწორედ" not in page


async def test_a_revoked_and_a_changed_one_say_so(client: ClientSession, world: World) -> None:
    paper = await printed(world)
    assert paper.person is not None
    async with world.database.writing() as session:
        by = By(paper.person, DEMO, world.clock.now())
        await certificates.revoke(session, paper, by, "პირადი მიზეზი")
    page = (await get(client, f"/certificates/{paper.code}"))[1].decode()
    assert "გაუქმებულია" in page and "ნამდვილია" not in page and "პირადი" not in page
    async with world.database.writing() as session:
        await session.execute(update(Certificate).values(course="other"))
    page = (await get(client, f"/certificates/{paper.code}"))[1].decode()
    assert "ჩანაწერი ვიღაცამ შეცვალა" in page and "კურსი:" not in page


async def test_guessing_is_slowed_and_others_are_not(client: ClientSession, world: World) -> None:
    paper = await printed(world)
    proxied = {"X-Forwarded-For": "198.51.100.7, 203.0.113.5"}
    for _ in range(FREE - 2):
        assert (await get(client, f"/certificates/{WRONG}", headers=proxied))[0] == 404
    for name in (OTHER, "გია"):
        data = {"name": name}
        async with client.post(f"/certificates/{paper.code}", data=data, headers=proxied) as answer:
            assert answer.status == 200
    status, body, _ = await get(client, f"/certificates/{paper.code}", headers=proxied)
    assert status == 429 and "ნამდვილია" not in body.decode()
    other = {"X-Forwarded-For": "203.0.113.5, 198.51.100.7"}
    assert (await get(client, f"/certificates/{paper.code}", headers=other))[0] == 200
    world.clock.move(timedelta(minutes=2, seconds=1))
    assert (await get(client, f"/certificates/{paper.code}", headers=proxied))[0] == 200


async def test_no_address_is_kept_as_it_is(client: ClientSession, world: World) -> None:
    await get(client, f"/certificates/{WRONG}", headers={"X-Forwarded-For": "203.0.113.5"})
    async with world.database.reading() as session:
        assert int((await session.execute(select(func.count(Attempt.who)))).scalar_one()) == 1
        [who] = (await session.execute(select(Attempt.who))).scalars()
    assert re.fullmatch("[0-9a-f]{64}", who)


async def test_a_broken_form_is_a_check_without_a_name(client: ClientSession, world: World) -> None:
    paper = await printed(world)
    broken = {"Content-Type": "multipart/form-data; boundary=x"}
    async with client.post(f"/certificates/{paper.code}", data=b"--y", headers=broken) as answer:
        assert answer.status == 200 and "ნამდვილია" in await answer.text()


async def test_nobody_on_the_way_keeps_a_check(client: ClientSession, world: World) -> None:
    async with client.get(f"/certificates/{WRONG}") as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
