"""The rules of an edition as an annex to the mayor's order: every setting, in plain words."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.civic.ballots import Tie
from bot.civic.edition import Edition
from bot.civic.edition import Paper as Kept
from bot.formats import day, listed, money
from bot.pictures.print.papers import Leaflet, Section
from handlers.parts.print_writer import Made, Writer
from storage.votes import WHOLE


def rules(pen: Writer) -> Made:
    """What the count and the calendar say, nothing left out, nothing added."""
    vote = pen.subject.vote
    name = pen.read(vote.name)
    intro = pen.text(
        "print-rules-intro",
        name=name,
        place=pen.read(pen.subject.place),
        about=pen.read(vote.about),
    )
    paper = Leaflet(
        pen.text("print-rules-title", name=name),
        intro,
        [_article(pen, *article) for article in enumerate(_sections(pen), 1)],
        (pen.text("print-rules-annex"), pen.text("print-rules-order")),
        (pen.text("print-rules-mayor"),),
    )
    return [(pen.text("print-rules"), paper)]


def _article(pen: Writer, number: int, section: Section) -> Section:
    name = pen.text("print-rules-article", number=str(number), name=section.name)
    return replace(section, name=name, mark="1")


def _sections(pen: Writer) -> Iterator[Section]:
    pots = [(pen.area(code), pen.pot(code)) for code in _funded(pen)]
    edition = pen.subject.vote.edition
    yield Section(pen.text("print-rules-money"), list(_money(pen)), pots)
    yield Section(pen.text("print-rules-people"), list(_people(pen)))
    if edition:
        yield Section(pen.text("print-rules-review"), list(_review(pen, edition)))
    yield Section(pen.text("print-rules-voting"), list(_voting(pen)))
    yield Section(pen.text("print-rules-counting"), list(_counting(pen)))
    yield Section(pen.text("print-rules-results"), list(_results(pen)))
    yield Section(pen.text("print-rules-calendar"), (), list(_calendar(pen)))


def _funded(pen: Writer) -> list[str]:
    """Zones with money, the whole municipality last."""
    pots = pen.subject.vote.rules.pots
    return [code for code in [*pen.subject.zones, WHOLE] if pots.get(code)]


def _money(pen: Writer) -> Iterator[str]:
    vote = pen.subject.vote
    total = money(sum(vote.rules.pots.values()))
    if vote.edition and vote.edition.year:
        yield pen.text("print-rules-total-year", money=total, year=str(vote.edition.year))
    else:
        yield pen.text("print-rules-total", money=total)
    if len(_funded(pen)) > 1:
        yield pen.text("print-rules-pots")
    if vote.edition and vote.edition.cap:
        yield pen.text("print-rules-cap", cap=money(vote.edition.cap))
    else:
        yield pen.text("print-rules-cap-none")


def _people(pen: Writer) -> Iterator[str]:
    vote = pen.subject.vote
    if edition := vote.edition:
        yield pen.text("print-rules-age", age=str(edition.age))
        residents = "yes" if edition.residents else "no"
        yield pen.text("print-rules-propose", residents=residents, each=str(edition.each))
    yield pen.text("print-rules-identity", identity=vote.identity)
    if pen.subject.zones:
        yield pen.text("print-rules-zone")
    for code, homes in pen.subject.homes.items():
        if code != WHOLE:
            names = listed(pen.read(name) for name in homes)
            yield pen.text("print-rules-homes", area=pen.area(code), homes=names)


def _review(pen: Writer, edition: Edition) -> Iterator[str]:
    if edition.support:
        yield pen.text("print-rules-support", count=str(edition.support))
    yield pen.text("print-rules-days", days=str(edition.review_days))
    yield pen.text("print-rules-fix", days=str(edition.fix_days))
    yield pen.text("print-rules-appeal", days=str(edition.appeal_days))
    if edition.shortlist:
        yield pen.text("print-rules-shortlist", count=str(edition.shortlist))
    else:
        yield pen.text("print-rules-shortlist-none")


def _voting(pen: Writer) -> Iterator[str]:
    vote = pen.subject.vote
    for code in _funded(pen):
        least, most = vote.rules.limits(code)
        picks = {"least": str(least), "most": str(most)}
        yield pen.text("print-rules-picks", area=pen.area(code), **picks)
    yield pen.text("print-rules-change")
    yield pen.text("print-rules-secret")
    paper = vote.edition.paper if vote.edition else Kept.NONE
    yield pen.text("print-rules-paper", paper=paper.value)
    if paper is not Kept.NONE:
        yield pen.text("print-rules-paper-count")
    yield pen.text("print-rules-off")


def _counting(pen: Writer) -> Iterator[str]:
    vote = pen.subject.vote
    yield counted(pen)
    if vote.rules.minimum:
        yield pen.text("print-rules-minimum", minimum=str(round(vote.rules.minimum)))
    if vote.rules.minimum_percent:
        percent = f"{float(vote.rules.minimum_percent):g}"
        yield pen.text("print-rules-minimum-percent", percent=percent)
    yield pen.text("print-rules-tie", tie=vote.rules.tie.value)
    if vote.rules.tie is not Tie.ROWS:
        yield pen.text("print-rules-lot")
        if vote.tie_seed:
            seed = hashlib.sha256(vote.tie_seed.encode()).hexdigest()
            yield pen.text("print-rules-seed", hash=seed)
    yield pen.text("print-rules-exclusive")
    yield pen.text("print-rules-referee")


def counted(pen: Writer) -> str:
    """How votes become winners."""
    rule = pen.subject.vote.rules.rule.value
    return pen.text("print-rules-counted", rule=rule.rpartition("/")[2])


def _results(pen: Writer) -> Iterator[str]:
    edition = pen.subject.vote.edition
    yield pen.text("print-rules-tell")
    yield pen.text("print-rules-open")
    if edition:
        yield pen.text("print-rules-works", days=str(edition.stale_days))
    if edition and edition.next_cycle:
        yield pen.text("print-rules-next", day=day(date.fromisoformat(edition.next_cycle)))


def _calendar(pen: Writer) -> Iterator[tuple[str, str]]:
    vote = pen.subject.vote
    if vote.edition:
        dates = vote.edition.calendar
        yield pen.text("print-rules-propose-from"), pen.moment(dates.propose_from)
        yield pen.text("print-rules-propose-until"), pen.moment(dates.propose_until)
        yield pen.text("print-rules-review-until"), pen.moment(dates.review_until)
    yield pen.text("print-rules-opens"), pen.moment(vote.opens_at)
    yield pen.text("print-rules-closes"), pen.moment(vote.closes_at)
    yield pen.text("print-rules-announced"), pen.moment(vote.results_at)
