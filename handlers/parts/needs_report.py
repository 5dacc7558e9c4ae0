"""The needs report in one language: what the paper says, from published numbers alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.civic.findings import by
from bot.civic.needs import SMALLEST
from bot.civic.survey.countable import countable
from bot.civic.survey.form import Item, Kind
from bot.civic.survey.profile import leading
from bot.messages import plain
from bot.pictures.print.papers import Chart, Cross, Masthead, Measure, NeedsReport, Section
from handlers.parts.needs_asked import among, asked, offered
from handlers.parts.needs_teller import Data, Teller
from storage.surveys import Asked

HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Writer:
    """`tags` are told by question; `members` use the bot and were asked, 0 where nobody knows."""

    teller: Teller
    survey: Asked
    place: Mapping[str, str]
    span: tuple[str, str]
    members: int
    tags: Mapping[str, Mapping[str, int]]

    @property
    def results(self) -> Data:
        return self.survey.results or {}

    def text(self, name: str, /, **args: object) -> str:
        """A text without markup: paper has its own."""
        return plain(self.teller.text(name, **args))

    @property
    def masthead(self) -> Masthead:
        return Masthead(
            self.teller.read(self.place),
            self.teller.read(self.survey.title),
            self.text("print-page", page="{page}", pages="{pages}"),
        )


def report(pen: Writer) -> NeedsReport:
    """All that is published of a survey."""
    lead = leading(pen.teller.form)
    items = countable(pen.teller.form)
    return NeedsReport(
        pen.text("needs-report-title"),
        pen.text("needs-report-intro", title=pen.teller.read(pen.survey.title)),
        list(_figures(pen)),
        _chart(pen, lead) if lead else None,
        list(_tables(pen, lead)) if lead else [],
        [_chart(pen, item) for item in items.values() if lead is None or item.name != lead.name],
        Section(pen.text("needs-report-method"), tuple(_method(pen))),
    )


def _figures(pen: Writer) -> Iterator[tuple[str, str]]:
    people = pen.results["people"]
    begin, end = pen.span
    yield pen.text("needs-report-dates"), f"{begin} – {end}"
    few = pen.text("needs-report-few", count=SMALLEST)
    yield pen.text("needs-report-people"), few if people is None else str(people)
    helped = pen.results.get("assisted") or {}
    if "people" in helped:
        yield pen.text("needs-report-helped"), str(helped["people"])
    if "unnumbered" in helped:
        yield pen.text("needs-report-unchecked"), str(helped["unnumbered"])
    if pen.members >= SMALLEST:
        asked = pen.survey.audience
        label = pen.text("needs-report-asked") if asked else pen.text("needs-report-members")
        yield label, str(pen.members)


def _chart(pen: Writer, item: Item) -> Chart:
    found, name = pen.results["questions"][item.name], pen.teller.read(item.label)
    return Chart(name, list(_said(pen, item, found)), list(_measures(pen, item, found)))


def _said(pen: Writer, item: Item, found: Data) -> Iterator[str]:
    if told := plain(asked(pen.teller.text, found)):
        yield told
    if found.get("withheld"):
        yield pen.text("needs-withheld")
        return
    if found["people"] is None:
        yield pen.text("needs-too-few", count=SMALLEST)
        return
    everybody = among(found, pen.results["people"])
    yield pen.text("needs-result-of", count=found["people"], all=everybody)
    if item.kind is Kind.RANK:
        yield pen.text("needs-result-first")
    if number := pen.teller.number(found):
        yield plain(number)
    if pen.tags.get(item.name):
        yield pen.text("needs-result-tags")


def _measures(pen: Writer, item: Item, found: Data) -> Iterator[Measure]:
    """An answer's bar is its share of those who answered."""
    for cell in found["cells"]:
        label = offered(pen.teller.text, pen.teller.label(item, cell["option"]), cell)
        if cell["people"] is None:
            yield Measure(label, None, HIDDEN)
            continue
        shown = pen.text("needs-bar", count=cell["people"], share=cell["share"])
        yield Measure(label, cell["people"] / found["people"], shown)
    for tag, count in pen.tags.get(item.name, {}).items():
        yield Measure(tag, count / found["people"] if found["people"] else None, str(count))


def _tables(pen: Writer, lead: Item) -> Iterator[Cross]:
    """The first ranking by settlement, age, sex and language, where groups can be compared."""
    for trait in pen.results.get("by", {"settlement": None}):
        groups = by(pen.results, trait)
        if sum(bool(found["people"] and found["cells"]) for found in groups.values()) > 1:
            yield _cross(pen, lead, trait, groups)


def _cross(pen: Writer, lead: Item, trait: str, groups: Mapping[str, Data]) -> Cross:
    tell = pen.teller
    shown = {group: found for group, found in groups.items() if found["people"]}
    ordered = sorted(shown, key=lambda group: tell.order(trait, group, shown[group]["people"]))
    numbers = {group: _numbers(shown[group]) for group in ordered}
    people = pen.text("needs-report-answered"), [str(shown[g]["people"]) for g in ordered]
    rows = [
        (
            tell.option(lead, cell["option"]),
            [numbers[g].get(cell["option"], HIDDEN) for g in ordered],
        )
        for cell in pen.results["questions"][lead.name]["cells"]
    ]
    few = sorted(tell.group(trait, group) for group in groups if group not in shown)
    notes = [pen.text("needs-result-groups-hidden", groups=", ".join(few))] if few else []
    if any(HIDDEN in row for _, row in rows):
        notes.append(pen.text("needs-report-mark", mark=HIDDEN))
    names = [tell.group(trait, group) for group in ordered]
    return Cross(pen.text("needs-result-by", trait=trait), names, [people, *rows], notes)


def _numbers(found: Data) -> dict[str, str]:
    return {
        cell["option"]: HIDDEN if cell["people"] is None else str(cell["people"])
        for cell in found["cells"]
    }


def _method(pen: Writer) -> Iterator[str]:
    yield pen.text("needs-report-sample")
    yield pen.text("needs-report-hidden", mark=HIDDEN, count=SMALLEST)
    yield pen.text("needs-report-n")
    if pen.survey.anonymous:
        yield pen.text("needs-report-anonymous")
