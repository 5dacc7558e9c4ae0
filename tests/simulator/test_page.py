"""The page's own API: what it shows, what it lets people do, and in which languages."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession, web
from yarl import URL

from bot.clock import MovableClock
from bot.simulator.page import FOLDER, TEXTS
from bot.simulator.phone import Shown
from bot.simulator.server import Simulator
from tests.simulator.support import png


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    simulator = Simulator(MovableClock(), links=[("კოდი <K7>", "http://127.0.0.1/door")])
    await simulator.start()
    yield simulator
    await simulator.stop()


class Browser:
    """What the page's script does."""

    def __init__(self, simulator: Simulator, client: ClientSession) -> None:
        self.base = f"{simulator.telegram_url}/"
        self.client = client

    async def get(self, path: str) -> tuple[int, str]:
        async with self.client.get(self.base + path) as answer:
            return answer.status, await answer.text()

    async def state(self) -> Any:
        return json.loads((await self.get("page/state?lang=ka"))[1])

    async def post(self, path: str, **body: Any) -> str:
        async with self.client.post(self.base + path, json=body) as answer:
            return str((await answer.json())["problem"])

    async def act(self, do: str, messenger: str = "telegram", place: int = 0, **more: Any) -> str:
        return await self.post("page/act", do=do, messenger=messenger, place=place, **more)


@pytest.fixture
async def browser(simulator: Simulator, client: ClientSession) -> Browser:
    browser = Browser(simulator, client)
    await browser.state()
    return browser


async def test_a_file_from_the_bot_can_be_opened(browser: Browser, simulator: Simulator) -> None:
    await browser.act("start")
    paper = simulator.telegram.keep(b"%PDF-1.4", "application/octet-stream", "a.pdf")
    phone = next(iter(simulator.telegram.phones.values()))
    phone.show(Shown("9", "📎 a.pdf", simulator.world.clock.now(), file=paper.id))
    [*_, message] = (await browser.state())["telegram"]["phone"]["messages"]
    async with browser.client.get(browser.base + message["file"]) as answer:
        assert (answer.status, answer.content_type) == (200, "application/pdf")
        assert await answer.read() == b"%PDF-1.4"
    table = simulator.telegram.keep(b"PK", "application/zip", "ცხრილი.zip")
    async with browser.client.get(f"{browser.base}page/file/{table.id}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.content_disposition.filename == "ცხრილი.zip"
    assert (await browser.get("page/file/nothing"))[0] == 404


async def test_the_page_stands_alone(browser: Browser) -> None:
    status, page = await browser.get("?lang=ka")
    assert status == 200 and TEXTS["ka"]["who"] in page and "კოდი &lt;K7&gt;" in page
    assert "built-in method" not in page
    assert TEXTS["en"]["who"] in (await browser.get("?lang=en"))[1]
    for asset in ("page.css", "page.js", "phone.js"):
        status, text = await browser.get(f"page/{asset}")
        assert status == 200 and "http://" not in text and "https://" not in text
    async with browser.client.get(f"{browser.base}page/lari.ttf") as answer:
        assert answer.content_type == "font/ttf"
        assert (await answer.read()).startswith(bytes((0, 1, 0, 0)))
    assert (await browser.get("page/texts.ka.json"))[0] == 404


def test_both_languages_say_the_same() -> None:
    assert TEXTS["ka"].keys() == TEXTS["en"].keys()
    assert all(TEXTS["ka"].values()) and all(TEXTS["en"].values())
    template = (FOLDER / "index.html").read_text("utf-8")
    assert not any(f"t.{name} " in template for name in dir({}))


async def test_people_talk(browser: Browser, simulator: Simulator) -> None:
    state = await browser.state()
    roles = [person["role"] for person in state["telegram"]["people"]]
    assert "citizen" in roles and "coordinator" in roles
    assert not state["telegram"]["phone"]["started"]
    assert await browser.act("say", text="ა") == "impossible"
    assert await browser.act("start", code="x") == ""
    assert await browser.act("say", text="<b>ა") == ""
    assert await browser.act("phone", number="+995599123456") == ""
    assert await browser.act("place", lat="41.9", lon="42") == ""
    assert await browser.act("sticker", messenger="viber", place=2) == ""
    texts = [row["text"] for row in (await browser.state())["telegram"]["phone"]["messages"]]
    assert texts == ["/start x", "<b>ა", "☎ +995599123456", "📍 41.9, 42.0"]


async def test_buttons_and_a_new_person(browser: Browser, simulator: Simulator) -> None:
    await browser.act("start")
    phone = next(iter(simulator.telegram.phones.values()))
    async with browser.client.post(
        f"{browser.base}bot{simulator.telegram.token}/sendMessage",
        json={
            "chat_id": phone.id,
            "text": "<i>ა</i>",
            "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": [[{"text": "კი", "callback_data": "y"}]]},
        },
    ) as answer:
        assert answer.status == 200
    message = (await browser.state())["telegram"]["phone"]["messages"][-1]
    assert message["html"] == "<i>ა</i>" and message["keys"][0][0]["label"] == "კი"
    assert await browser.act("press", message=message["id"], row=0, column=0) == ""
    assert (await browser.state())["telegram"]["phone"]["busy"]
    assert await browser.act("press", message=message["id"], row=4, column=0) == "impossible"
    assert await browser.act("block") == "" and phone.blocked
    assert await browser.act("unblock") == "" and not phone.blocked
    assert await browser.act("renew", language="en") == ""
    assert (await browser.state())["telegram"]["phone"]["messages"] == []


async def test_photos(browser: Browser) -> None:
    await browser.act("start")
    url = f"{browser.base}page/photo?messenger=telegram&place=0"
    headers = {"Content-Type": "application/octet-stream"}
    async with browser.client.post(url, data=png(), headers=headers) as answer:
        assert await answer.json() == {"problem": ""}
    image = (await browser.state())["telegram"]["phone"]["messages"][-1]["image"]
    async with browser.client.get(browser.base + image) as answer:
        assert await answer.read() == png()
    async with browser.client.post(url, data=b"text", headers=headers) as answer:
        assert await answer.json() == {"problem": "impossible"}
    assert (await browser.get("page/picture/none"))[0] == 404


async def test_files(browser: Browser) -> None:
    await browser.act("start")
    query = {"messenger": "telegram", "place": "0", "name": "სია №1.csv"}
    url = URL(f"{browser.base}page/file").with_query(query)
    headers = {"Content-Type": "application/octet-stream"}
    async with browser.client.post(url, data=b"a;b", headers=headers) as answer:
        assert await answer.json() == {"problem": ""}
    message = (await browser.state())["telegram"]["phone"]["messages"][-1]
    assert message["mine"] and message["text"] == "📎 სია №1.csv"


async def test_the_clock_moves_forward_only(browser: Browser, simulator: Simulator) -> None:
    before = simulator.world.clock.now()
    assert await browser.post("page/clock", minutes=60) == ""
    assert 3600 <= (simulator.world.clock.now() - before).total_seconds() < 3700
    assert await browser.post("page/clock", to="01.12.2036 09:30") == ""
    assert (await browser.state())["clock"] == {"text": "01.12.2036 09:30", "movable": True}
    assert await browser.post("page/clock", to="01.12.2026 09:30") == "backwards"
    assert await browser.post("page/clock", to="tomorrow") == "backwards"


async def test_fault_switches(browser: Browser, simulator: Simulator) -> None:
    switch = {"messenger": "viber", "next": "flood", "count": 2, "limits": False}
    await browser.post("page/faults", **switch, rate=0.5, duplicates=0.3, disorder=0.3)
    assert (await browser.state())["viber"]["faults"] == {
        "planned": 2,
        "rate": 0.5,
        "duplicates": 0.3,
        "disorder": 0.3,
        "limits": False,
    }
    assert not simulator.viber.rules.limits and simulator.telegram.limits
    await browser.post("page/faults", messenger="viber", clear=True)
    assert (await browser.state())["viber"]["faults"]["planned"] == 0
    await browser.post("page/faults", messenger="telegram", limits=False)
    assert not simulator.telegram.limits


async def test_foreign_pages_cannot_act(browser: Browser) -> None:
    for path in (
        "page/act",
        "page/clock",
        "page/faults",
        "page/photo?messenger=viber&place=0",
        "page/file?messenger=viber&place=0&name=a",
    ):
        headers = {"Content-Type": "text/plain"}
        async with browser.client.post(browser.base + path, data="{}", headers=headers) as answer:
            assert answer.status == 415


async def test_changes_are_announced(browser: Browser) -> None:
    async with browser.client.get(f"{browser.base}page/events") as stream:
        await browser.act("start")
        assert await stream.content.readline() == b"data: changed\n"


async def test_under_another_application(client: ClientSession) -> None:
    simulator = Simulator(MovableClock())
    outer = web.Application()
    outer.add_subapp("/sim/", simulator.app)
    runner = web.AppRunner(outer, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    simulator.live_at(f"http://127.0.0.1:{runner.addresses[0][1]}/sim")
    browser = Browser(simulator, client)
    assert (await browser.get(""))[0] == 200
    assert (await browser.state())["clock"]["movable"]
    assert (await browser.get(f"bot{simulator.telegram.token}/getMe"))[0] == 200
    await runner.cleanup()
