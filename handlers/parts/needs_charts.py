"""A question's published numbers as a chart, in one language."""

from collections.abc import Mapping, Sequence

from bot.civic.stretches import Stretch
from bot.civic.survey.form import CHOOSING, Item
from bot.civic.survey.profile import BANDS
from bot.pictures.figures import Bar, BarChart, Histogram, Ruler
from handlers.parts.needs_teller import Data, Teller

DRAWN = 24  # options that are drawn; the others stand in the text alone


def drawable(found: Data) -> bool:
    """Whether there is anything to see."""
    return any(cell["people"] is not None for cell in found["cells"])


def drawing(
    tell: Teller, title: Mapping[str, str], item: Item, found: Data
) -> BarChart | Histogram:
    """The chart of a question in the survey of this title."""
    head = tell.read(item.label)
    if item.kind not in CHOOSING:
        bars = [_bar(tell, item, cell) for cell in found["cells"]]
        return Histogram(head, bars, _source(tell, title, found), _ruler(tell, found))
    shown = [cell for cell in found["cells"] if cell["people"] is not None]
    bars = [_bar(tell, item, cell) for cell in shown[:DRAWN]]
    notes = [_source(tell, title, found), *_left_out(tell, found["cells"], shown)]
    page = tell.text("needs-picture-page", page="{page}", pages="{pages}").plain()
    return BarChart(head, bars, " · ".join(notes), page)


def _bar(tell: Teller, item: Item, cell: Data) -> Bar:
    label = tell.label(item, cell["option"])
    if cell["people"] is None:
        return Bar(label, None, "…")
    said = tell.text("needs-bar", count=cell["people"], share=cell["share"]).plain()
    return Bar(label, cell["people"], said, strong=cell["rank"] == 1)


def _source(tell: Teller, title: Mapping[str, str], found: Data) -> str:
    return tell.text("needs-footer", title=tell.read(title), count=found["people"]).plain()


def _left_out(tell: Teller, cells: Sequence[Data], shown: Sequence[Data]) -> list[str]:
    """What the picture does not show."""
    notes = []
    if len(shown) > DRAWN:
        notes.append(tell.text("needs-footer-first", count=DRAWN).plain())
    if hidden := len(cells) - len(shown):
        notes.append(tell.text("needs-footer-hidden", count=hidden).plain())
    return notes


def _ruler(tell: Teller, found: Data) -> Ruler | None:
    if any(found[name] is None for name in ("lower", "middle", "upper")):
        return None
    names = [cell["option"] for cell in found["cells"]]
    stretches = [BANDS.get(name) or Stretch.read(name) for name in names]
    lower, middle, upper = (_place(stretches, found[one]) for one in ("lower", "middle", "upper"))
    return Ruler(lower, middle, upper, tell.half(found).plain(), tell.inner(found).plain())


def _place(stretches: Sequence[Stretch], value: float) -> float:
    """Where a value lies, in bars from the first one's beginning."""
    for at, stretch in enumerate(stretches):
        if value in stretch:
            return at + _within(stretch, value)
    return len(stretches)


def _within(stretch: Stretch, value: float) -> float:
    """Which part of a stretch is below a value; nobody knows how long an open one is."""
    if stretch.low is None or stretch.high is None:
        return 0.5
    if stretch.below:
        return float((value - stretch.low) / (stretch.high - stretch.low))
    return float((value - stretch.low + 0.5) / (stretch.high - stretch.low + 1))
