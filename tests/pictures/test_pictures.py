"""Pictures: right size, small enough, no boxes, nothing lost."""

import io
import warnings

import numpy
import pytest
from PIL import Image

from bot.pictures.charts import bar_chart, bar_charts
from bot.pictures.figures import Bar, BarChart, Histogram, Ruler
from bot.pictures.fonts import FILES, FOLDER, printable
from bot.pictures.histogram import ROW, THICK, histogram
from bot.pictures.qr import qr_png, qr_svg
from bot.pictures.share import share_picture
from bot.pictures.sheet import width, wrap

LONG = "სკვერის მოწყობა სოფელ ლიაში: სკამები, ურნები და ბავშვთა სათამაშო მოედანი, 25 000 ₾ 🎉"
ALPHABETS = "აბგ ჰ ᲐᲑᲒ ₾ əğıİöşçü Əyə Жё№ Արև և x · – „“"


def opened(data):
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture.convert("RGB")


def colours(picture):
    return {colour for _, colour in picture.getcolors(maxcolors=1 << 24)}


def bar_rows(picture):
    """Pixels of the bars' colour in each row."""
    return (numpy.asarray(picture) == (159, 176, 191)).all(axis=2).sum(axis=1)


def longest_bar(picture):
    return bar_rows(picture).max()


def bars(count):
    return [Bar(f"{n}. {LONG}", 300 - n, f"{300 - n} ხმა · 28 %", n < 2) for n in range(count)]


@pytest.mark.parametrize("count", [0, 1, 7, 20])
def test_a_chart_fits_a_phone_and_a_message(count):
    data = bar_chart(LONG, bars(count), "წყარო: n = 1 120")
    assert len(data) < 1_000_000
    assert opened(data).width == 1080
    assert opened(data).height < 6000


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (8, 1), (9, 2), (20, 3)])
def test_many_bars_go_on_several_pages(count, pages):
    drawn = bar_charts(BarChart("ა", bars(count), "n"))
    assert len(drawn) == pages
    assert all(opened(page).height < 2600 for page in drawn)


def test_pages_share_one_scale():
    uneven = [Bar("ბ", 10 if n < 5 else 5, "10" * (1 + (n < 5))) for n in range(10)]
    first, second = bar_charts(BarChart("ა", uneven, "n"))
    assert longest_bar(opened(second)) == pytest.approx(longest_bar(opened(first)) / 2, abs=4)


def test_winners_stand_out():
    lost = opened(bar_chart("ა", [Bar("ბ", 3, "3")], "n = 3"))
    won = opened(bar_chart("ა", [Bar("ბ", 3, "3", strong=True)], "n = 3"))
    green = (11, 122, 92)
    assert green in colours(won)
    assert green not in colours(lost)


def test_a_hidden_value_draws_no_bar():
    shown = opened(bar_chart("ა", [Bar("ბ", 9, "-")], "n"))
    hidden = opened(bar_chart("ა", [Bar("ბ", None, "-")], "n"))
    assert (159, 176, 191) in colours(shown)
    assert (159, 176, 191) not in colours(hidden)


def test_bars_are_as_long_as_their_values():
    picture = opened(bar_chart("ა", [Bar("ბ", 10, "10"), Bar("გ", 5, "5")], "n"))
    full = longest_bar(picture)
    assert any(abs(row - full / 2) < 4 for row in bar_rows(picture))


def test_pages_are_numbered_where_there_are_several():
    def foot(count, page):
        drawn = opened(bar_charts(BarChart("ა", bars(count), "n", page))[0])
        return drawn.crop((0, drawn.height - 110, drawn.width, drawn.height)).tobytes()

    assert foot(9, "{page}/{pages}") != foot(9, "{page}/9")
    assert foot(8, "{page}/{pages}") == foot(8, "other words")


GREEN, BAR = (11, 122, 92), (159, 176, 191)
STRETCHES = [Bar(f"{10 * n}–{10 * n + 9}", 5 + 9 * n, f"{5 + 9 * n} (9%)") for n in range(10)]


def rows_of(picture, colour):
    """The first and the last row that has this colour."""
    found = (numpy.asarray(picture) == colour).all(axis=2).any(axis=1).nonzero()[0]
    return found[0], found[-1]


def test_a_histogram_marks_the_quarters_beside_its_bars():
    ruler = Ruler(2.0, 4.5, 7.0, "ნახევარმა უპასუხა 45 ან ნაკლები.", "შუა ნახევარი: 20-დან 70-მდე.")
    picture = opened(histogram(Histogram("რამდენი?", STRETCHES, "n = 455", ruler)))
    chart = picture.crop((0, 0, picture.width, picture.height - 300))  # without the words below
    dot = numpy.asarray(chart) == GREEN
    x = int(dot.all(axis=2).any(axis=0).nonzero()[0].mean())
    green, bars = rows_of(chart, GREEN), rows_of(chart, BAR)
    grey = rows_of(chart.crop((x - 5, 0, x + 5, chart.height)), (91, 102, 115))
    top = bars[1] - len(STRETCHES) * ROW + (ROW - THICK) / 2  # the last bar is the longest

    def place(y):
        return (y - top) / ROW

    assert place(sum(green) / 2) == pytest.approx(4.5, abs=0.05)
    assert [place(y) for y in grey] == pytest.approx([2, 7], abs=0.05)


def test_a_histogram_without_quarters_has_no_ruler():
    picture = opened(histogram(Histogram("რამდენი?", STRETCHES, "n = 455")))
    assert (11, 122, 92) not in colours(picture)
    assert longest_bar(picture) > 300


def test_a_hidden_stretch_draws_no_bar():
    hidden = [Bar(bar.label, None, "…") for bar in STRETCHES]
    assert not bar_rows(opened(histogram(Histogram("რამდენი?", hidden, "n")))).any()


@pytest.mark.parametrize("title", ["ბიუჯეტი", LONG, LONG * 5, "", "$x$ <b>"])
def test_a_share_picture_has_its_size(title):
    data = share_picture(title, "წალენჯიხის მუნიციპალიტეტი", "1–14 მარტი, 2027")
    assert opened(data).size == (1200, 630)
    assert len(data) < 300_000


def test_all_our_alphabets_are_printed():
    assert printable(ALPHABETS) == ALPHABETS
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of a missing glyph
        bar_chart(ALPHABETS, [Bar(ALPHABETS, 1, ALPHABETS)], ALPHABETS)


def test_emoji_and_unknown_letters_are_dropped():
    assert printable("პარკი 🎉 ⚽️ 漢字\u200d\n 2") == "პარკი 2"


def test_lines_fit_and_a_long_text_is_cut():
    lines = wrap(LONG, 42, 600, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width(line, 42) <= 600 for line in lines)
    assert wrap("ა" * 200, 42, 600, 20)[0].startswith("აა")
    assert "".join(wrap("ა" * 200, 42, 600, 20)) == "ა" * 200


def test_every_face_has_its_licence_beside_it():
    families = {"Noto" if name.startswith("Noto") else "DejaVu" for name in FILES}
    assert {path.name for path in FOLDER.iterdir()} - {"Lari.ttf"} == {  # cut from Noto
        *FILES,
        *(f"LICENSE-{family}.txt" for family in families),
    }


def test_a_qr_code_is_square_with_a_quiet_border():
    picture = opened(qr_png("https://example.org/?start=d_482913", scale=4))
    assert picture.width == picture.height
    assert colours(picture) == {(0, 0, 0), (255, 255, 255)}
    assert all(picture.getpixel((x, 15)) == (255, 255, 255) for x in range(picture.width))


def test_a_qr_code_for_print_is_svg_that_fits_its_place():
    drawn = qr_svg("https://example.org")
    assert drawn.startswith(b"<?xml")
    assert b"viewBox=" in drawn
    assert b"width=" not in drawn.partition(b"<path")[0]
