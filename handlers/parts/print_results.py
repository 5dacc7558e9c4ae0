"""The announced result on paper: the commission's protocol, the table for the notice board."""

from collections.abc import Iterator, Sequence

from bot.formats import money
from bot.messages import plain
from bot.pictures.print.papers import Board, Counted, Protocol, Section, Tally
from handlers.parts.print_rules import counted
from handlers.parts.print_writer import Made, Writer
from handlers.parts.results_page import Page
from storage.printing import Record
from storage.results import Placed
from storage.turnout import Part, Turnout

MEMBERS = 3


def protocol(pen: Writer, record: Record) -> Made:
    """All that a commission signs."""
    vote = record.report.vote
    span = pen.span(vote.opens_at, vote.closes_at)
    intro = pen.text(
        "print-protocol-intro",
        place=pen.read(pen.subject.place),
        span=span,
        at=pen.moment(vote.results_at),
    )
    member = pen.text("print-signer-member")
    paper = Protocol(
        pen.text("print-protocol-title"),
        intro,
        list(_figures(pen, record.report.turnout)),
        _heads(pen),
        list(_tallies(pen, record)),
        list(_notes(pen, record)),
        (
            pen.text("print-signer-head"),
            pen.text("print-signer-secretary"),
            *[member] * MEMBERS,
            pen.text("print-signer-observer"),
        ),
    )
    return [(pen.text("print-protocol"), paper)]


def board(pen: Writer, record: Record) -> Made:
    """What everybody reads at the door of the municipality."""
    page = _page(pen, record)
    vote = record.report.vote
    how = Section(pen.text("print-how"), (counted(pen),))
    lot = plain(page.lot(record.report.found))
    paper = Board(
        pen.text("print-board-title"),
        pen.text("print-board-intro", count=vote.ballots),
        list(_figures(pen, record.report.turnout))[1:],
        _heads(pen),
        list(_tallies(pen, record)),
        [how, *([Section(pen.text("print-lot"), (lot,))] if lot else [])],
    )
    return [(pen.text("print-board"), paper)]


def _page(pen: Writer, record: Record) -> Page:
    return Page(pen.say, pen.language, pen.subject.main, record.report)


def _heads(pen: Writer) -> tuple[str, str, str, str]:
    return (
        pen.text("print-place"),
        pen.text("print-project"),
        pen.text("print-votes"),
        pen.text("print-cost"),
    )


def _figures(pen: Writer, found: Turnout) -> Iterator[tuple[str, str]]:
    """What may be told; small figures are left out or pooled where they are counted."""
    yield pen.text("print-counted"), str(found.ballots)
    if found.paper:
        yield pen.text("print-counted-chat"), str(found.ballots - found.paper)
        yield pen.text("print-counted-paper"), str(found.paper)
    if found.invalid:
        yield pen.text("print-invalid"), str(found.invalid)
    if found.voided:
        yield pen.text("print-voided"), str(found.voided)
    if found.register:
        yield pen.text("print-register"), str(found.register)
        yield pen.text("print-turnout"), _share(pen, found.ballots, found.register)
    for part in found.parts:
        yield _part(pen, pen.area(part.zone), part)
    if found.others:
        yield _part(pen, pen.text("print-others"), found.others)


def _part(pen: Writer, area: str, part: Part) -> tuple[str, str]:
    share = f" ({_share(pen, part.ballots, part.register)})" if part.register else ""
    return pen.text("print-counted-part", area=area), f"{part.ballots}{share}"


def _share(pen: Writer, part: int, whole: int) -> str:
    return pen.text("print-percent", percent=str(round(100 * part / whole)))


def _tallies(pen: Writer, record: Record) -> Iterator[Tally]:
    page, report = _page(pen, record), record.report
    for code in dict.fromkeys(place.item.zone for place in report.found):
        rows = [_row(pen, page, place) for place in report.found if place.item.zone == code]
        figures = (
            (pen.text("print-pot"), pen.pot(code)),
            (pen.text("print-left"), money(report.left(code))),
        )
        yield Tally(pen.area(code), figures, rows)


def _row(pen: Writer, page: Page, place: Placed) -> Counted:
    outcome = place.outcome
    return Counted(
        str(outcome.rank or ""),
        str(place.item.number),
        pen.read(place.item.title),
        money(outcome.cost),
        str(outcome.votes),
        plain(page.reason(place)),
        pen.text("print-won") if outcome.funded else "",
    )


def _notes(pen: Writer, record: Record) -> Iterator[Section]:
    vote = record.report.vote
    yield Section(pen.text("print-how"), (counted(pen),))
    if lot := plain(_page(pen, record).lot(record.report.found)):
        yield Section(pen.text("print-lot"), (lot,))
    if vote.referee:
        finding = pen.text("print-referee-found", finding=str(vote.referee["finding"]))
        yield Section(pen.text("print-referee"), (finding,))
    yield Section(pen.text("print-irregular"), _irregular(pen, record))


def _irregular(pen: Writer, record: Record) -> Sequence[str]:
    lines = [
        pen.text("print-irregular-line", kind=kind, count=str(count))
        for kind, count in record.irregular.items()
    ]
    return lines or [pen.text("print-irregular-none")]
