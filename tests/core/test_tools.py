"""What jobs may use: a chart is drawn off the loop and kept as a picture."""

import io

from PIL import Image

from bot.clock import VirtualClock
from bot.journey import Bar
from bot.media import MediaStore
from bot.texts import Texts
from bot.tools import WorkTools
from tests.support.crowd import NOW


async def test_a_chart_is_drawn_and_kept(database, tmp_path):
    clock = VirtualClock(NOW)
    media = MediaStore(database, tmp_path, clock, key=b"key", public_url="http://127.0.0.1")
    tools = WorkTools(database, Texts(), clock, media)
    bars = [Bar("ბაღი", 12, "12 ხმა", strong=True), Bar("გზა", 3, "3 ხმა")]
    id = await tools.chart("შედეგი", bars, "15 ხმა")
    picture = Image.open(io.BytesIO(await media.load(id)))
    assert picture.width >= 640 and picture.height > 100
    assert tools.now() == NOW
    assert tools.text("en", "core-menu").plain() == "☰ Menu"
