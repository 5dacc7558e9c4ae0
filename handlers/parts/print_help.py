"""Papers for people without a telephone: the idea form, and the sheet for whoever helps them."""

from bot.civic.edition import Paper as Kept
from bot.formats import money
from bot.pictures.print.papers import Field, Form, Leaflet, Section
from handlers.parts.print_vote import office
from handlers.parts.print_writer import Made, Writer


def form(pen: Writer) -> Made:
    """An idea on paper, one page; the office types it in for its author."""
    edition = pen.subject.vote.edition
    intro = [pen.text("print-form-write")]
    if edition:
        until = pen.moment(edition.calendar.propose_until)
        intro.append(pen.text("print-form-until", until=until))
    if edition and edition.cap:
        intro.append(pen.text("print-form-cap", cap=money(edition.cap)))
    age = str(edition.age) if edition else ""
    fields = [
        Field(pen.text("print-form-title"), pen.text("print-form-title-hint"), 2),
        Field(pen.text("print-form-where"), pen.text("print-form-where-hint")),
        Field(pen.text("print-form-why"), lines=3),
        Field(pen.text("print-form-who")),
        Field(pen.text("print-form-cost")),
        Field(pen.text("print-form-name"), pen.text("print-form-name-hint")),
        Field(pen.text("print-form-phone")),
        *([Field(pen.text("print-form-age", age=age))] if age else []),
    ]
    taken = [pen.text("print-form-taken")]
    paper = Form(pen.text("print-form"), intro, fields, pen.text("print-form-office"), taken)
    return [(pen.text("print-form"), paper)]


def helper(pen: Writer) -> Made:
    """How to help somebody vote without seeing how."""
    sections = (
        Section(
            pen.text("print-helper-before"),
            (
                pen.text("print-helper-consent"),
                pen.text("print-helper-identity", identity=pen.subject.vote.identity),
            ),
        ),
        Section(pen.text("print-helper-steps"), _steps(pen), mark="1"),
        Section(pen.text("print-helper-say"), _said(pen), mark="—"),
        Section(
            pen.text("print-helper-never"),
            (
                pen.text("print-helper-never-advise"),
                pen.text("print-helper-never-vote"),
                pen.text("print-helper-never-list"),
            ),
            mark="×",
        ),
        Section(pen.text("print-helper-paper"), (_on_paper(pen), *office(pen))),
    )
    intro = pen.text("print-helper-intro")
    return [(pen.text("print-helper"), Leaflet(pen.text("print-helper"), intro, sections))]


def _steps(pen: Writer) -> tuple[str, ...]:
    enter = pen.text("print-helper-enter", code=pen.code) if pen.code else ""
    return (
        pen.text("print-helper-read"),
        enter or pen.text("print-helper-enter-plain"),
        pen.text("print-helper-give"),
        pen.text("print-helper-type"),
        pen.text("print-helper-stuck"),
        pen.text("print-helper-receipt"),
    )


def _said(pen: Writer) -> tuple[str, ...]:
    until = pen.moment(pen.subject.vote.closes_at)
    return (
        pen.text("print-helper-say-free"),
        pen.text("print-helper-say-secret"),
        pen.text("print-helper-say-change", until=until),
    )


def _on_paper(pen: Writer) -> str:
    edition = pen.subject.vote.edition
    if edition and edition.paper is not Kept.NONE:
        return pen.text("print-helper-paper-vote")
    return pen.text("print-helper-paper-none")
