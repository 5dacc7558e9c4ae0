"""Door pages, pictures, health, metrics, and the doors that stay shut."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientSession
from sqlalchemy import update

from bot.documents import XLSX
from bot.exchange.survey_table.book import book
from bot.exchange.survey_table.codebook import Sheet
from bot.exchange.survey_table.files import zipped
from bot.messages import Html, Outgoing, Picture
from storage import demo, doors, ideas
from storage.demo.place import DEMO
from storage.doors import Way
from storage.tables.ideas import Idea
from storage.tidy import tidy
from tests.support.photos import photo
from tests.support.world import World

PNG = b"\x89PNG\r\n"


@pytest.fixture
async def client(world: World) -> AsyncIterator[ClientSession]:
    async with world.database.writing() as session:
        await demo.fill(session, world.clock.now())
    async with ClientSession(world.app.media.address("x").partition("/media")[0]) as opened:
        yield opened


async def get(client: ClientSession, path: str, **more: object) -> tuple[int, bytes, str]:
    async with client.get(path, **more) as answer:  # type: ignore[arg-type]
        return answer.status, await answer.read(), answer.content_type


async def test_a_door_can_be_read_without_an_account(client: ClientSession) -> None:
    status, body, kind = await get(client, f"/s/{demo.VOTE_DOOR}")
    page = body.decode()
    assert (status, kind) == (200, "text/html") and len(body) < 50_000
    assert demo.VOTE_DOOR in page and "14\u00a0500\u00a0₾" in page
    assert f"?start={demo.VOTE_DOOR}" in page and f"context={demo.VOTE_DOOR}" in page
    assert "https://" not in page.replace("https://t.me/", ""), "nothing is fetched from elsewhere"


async def test_a_door_speaks_the_readers_language(client: ClientSession) -> None:
    english = (await get(client, f"/s/{demo.VOTE_DOOR}?lang=en"))[1].decode()
    assert 'lang="en"' in english and "Open in Telegram" in english
    header = {"Accept-Language": "en-GB,en;q=0.8"}
    assert (await get(client, f"/s/{demo.VOTE_DOOR}", headers=header))[1].decode() == english


async def test_each_door_shows_what_is_behind_it(client: ClientSession) -> None:
    survey = (await get(client, f"/s/{demo.NEEDS_DOOR}"))[1].decode()
    house = (await get(client, f"/s/{demo.HOUSE_DOOR}"))[1].decode()
    assert "14\u00a0500" not in survey and survey != house


async def test_a_door_to_an_idea_shows_it_as_long_as_it_may_be_seen(
    client: ClientSession, world: World
) -> None:
    async with world.database.writing() as session:
        idea = (await ideas.listed(session, DEMO))[1]
        way = Way(DEMO, None, "ideas", str(idea.id))
        code = await doors.door_to(session, way, world.clock.now())
        assert await doors.door_to(session, way, world.clock.now()) == code
    page = (await get(client, f"/s/{code}"))[1].decode()
    assert "იდეა №5: ბიბლიოთეკაში ოთახი მოსწავლეებისთვის" in page and "ვიმეცადინოთ" in page
    assert (await get(client, f"/s/{code}/share.png"))[1].startswith(PNG)
    async with world.database.writing() as session:
        await session.execute(update(Idea).where(Idea.id == idea.id).values(state="hidden"))
    assert "ვიმეცადინოთ" not in (await get(client, f"/s/{code}"))[1].decode()


async def test_a_door_to_a_question_says_what_it_is_about(
    client: ClientSession, world: World
) -> None:
    pages = []
    for topic in ("", "road"):
        async with world.database.writing() as session:
            way = Way(DEMO, None, "ask", topic)
            code = await doors.door_to(session, way, world.clock.now())
        pages.append((await get(client, f"/s/{code}"))[1].decode())
    assert "ჰკითხეთ მერიას · " in pages[0] and "სახელის გარეშეც" in pages[0]
    assert "ჰკითხეთ მერიას: გზები და ტრანსპორტი" in pages[1]


async def test_a_code_is_typed_as_people_type(client: ClientSession) -> None:
    async with client.get("/s", params={"code": " 438 120 "}) as answer:
        assert answer.status == 200 and answer.url.path == f"/s/{demo.VOTE_DOOR}"


@pytest.mark.parametrize("code", ["999999", "x" * 300, "%3Cscript%3E", "..%2F..%2Fetc"])
async def test_an_unknown_code_gets_a_page_that_helps(client: ClientSession, code: str) -> None:
    status, body, _ = await get(client, f"/s/{code}")
    assert status == 404 and b'name="code"' in body and b"<script>" not in body


async def test_the_share_picture(client: ClientSession) -> None:
    status, body, kind = await get(client, f"/s/{demo.VOTE_DOOR}/share.png")
    assert (status, kind) == (200, "image/png") and body.startswith(PNG) and len(body) < 300_000
    assert (await get(client, "/s/999999/share.png"))[0] == 404
    assert (await get(client, "/s/font/lari.ttf"))[2] == "font/ttf"


async def test_a_picture_of_a_lesson_is_given_as_it_is(client: ClientSession, world: World) -> None:
    message = Outgoing(Html(""), picture=Picture("participation.1.ka.ladder"))
    ready = await world.app.media.ready(message)
    path = "/media" + ready.picture.url.partition("/media")[2]
    status, body, kind = await get(client, path)
    assert (status, kind, path.endswith(".png")) == (200, "image/png", True)
    assert body.startswith(PNG)
    missing = "/media" + world.app.media.address("participation.1.ka.gone").partition("/media")[2]
    assert (await get(client, missing))[0] == 404


async def test_a_picture_is_given_to_whoever_has_its_address(
    client: ClientSession, world: World
) -> None:
    media = world.app.media
    id = await media.keep(photo())
    path = "/media" + media.address(id).partition("/media")[2]
    assert (await get(client, path))[::2] == (200, "image/jpeg")
    other = await media.keep(photo())
    assert (await get(client, path.replace(id, other)))[0] == 403
    assert (await get(client, path.replace("/picture", "x/picture")))[0] == 403


async def test_a_document_is_given_out_and_kept_by_nobody(
    client: ClientSession, world: World
) -> None:
    media = world.app.media
    made = await media.keep_document("ბიულეტენი.pdf", b"%PDF-1.4\n%%EOF\n")
    ready = (await media.ready(Outgoing(Html("ა"), document=made))).document
    assert ready is not None and ready.url.endswith("/document.pdf")
    path = "/media" + ready.url.partition("/media")[2]
    async with client.get(path) as answer:
        assert (answer.status, answer.content_type) == (200, "application/pdf")
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert len(await answer.read()) == made.size
    async with world.database.writing() as session:
        await tidy(session, world.clock.now() + timedelta(days=4))
    assert (await get(client, path))[0] == 404


WORKBOOK = book([Sheet("data", ["needs"], [["road"]])])
ZIP = zipped({"data.csv": b"needs"})


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("survey-1.xlsx", WORKBOOK, XLSX.content_type),
        ("survey-1.zip", ZIP, "application/zip"),
    ],
)
async def test_a_table_is_saved_and_never_opened_in_the_page(
    client: ClientSession, world: World, name: str, content: bytes, kind: str
) -> None:
    media = world.app.media
    made = await media.keep_document(name, content)
    ready = (await media.ready(Outgoing(Html("ა"), document=made))).document
    ending = name.partition(".")[2]
    assert ready.url.endswith(f"/document.{ending}")
    async with client.get("/media" + ready.url.partition("/media")[2]) as answer:
        assert (answer.status, answer.content_type) == (200, kind)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="document.{ending}"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert await answer.read() == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<html>"),
        ("a.xlsx", b"PK\x03\x04 and no more"),
        ("a.xlsx", ZIP),
        ("a.zip", WORKBOOK),
        ("a.exe", b"MZ"),
        ("a.html", b"%PDF-1.4"),
    ],
)
async def test_a_document_is_what_its_name_says(world: World, name: str, content: bytes) -> None:
    with pytest.raises(ValueError, match="not a document by this name"):
        await world.app.media.keep_document(name, content)


async def test_health_and_metrics(client: ClientSession) -> None:
    status, body, kind = await get(client, "/healthz")
    assert (status, kind) == (200, "application/json") and b'"status": "ok"' in body
    figures = (await get(client, "/metrics"))[1]
    assert b"monawile_outbox_age_seconds 0.0" in figures
    for name in ("outbox_letters", "due_rows", "jobs_open", "campaigns_unwritten"):
        assert f"monawile_{name} 0.0".encode() in figures


async def test_webhooks_need_their_secrets(client: ClientSession, world: World) -> None:
    async with client.post("/telegram/guess", data=b"{}") as answer:
        assert answer.status == 404
    async with client.post("/viber", data=b'{"event":"message"}') as answer:
        assert answer.status == 403
    assert not world.stored
