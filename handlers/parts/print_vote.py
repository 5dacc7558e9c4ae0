"""Papers for the days of voting: ballots, the poster, the list to sign, cards with codes."""

from collections.abc import Iterator, Mapping, Sequence

from bot.civic.edition import Paper as Kept
from bot.pictures.print.papers import (
    Ballot,
    Door,
    Offer,
    Poster,
    Slip,
    Slips,
    VoterList,
    Voters,
)
from handlers.parts.print_writer import Made, Writer
from storage.votes import WHOLE, Item

BLANKS = 34  # numbered lines for a place whose voters nobody has listed: two pages


def ballots(pen: Writer) -> Made:
    """One for each zone and one for the whole municipality, to be copied."""
    return [
        (pen.text("print-ballot-file", area=pen.area(code)), _ballot(pen, code, items))
        for code, items in pen.areas()
    ]


def _ballot(pen: Writer, code: str, items: Sequence[Item]) -> Ballot:
    least, most = pen.subject.vote.rules.limits(code)
    return Ballot(
        pen.text("print-ballot"),
        pen.text("print-ballot-area", area=pen.area(code), money=pen.pot(code)),
        pen.text("print-ballot-how", most=most),
        (
            pen.text("print-ballot-mark"),
            pen.text("print-ballot-bad", least=least, most=most),
            pen.text("print-ballot-secret"),
        ),
        [pen.line(item) for item in items],
        (pen.text("print-ballot-member"), pen.text("print-ballot-stamp")),
    )


def poster(pen: Writer) -> Made:
    """A call for ideas while ideas are taken, else a call to vote."""
    edition = pen.subject.vote.edition
    calling = edition is not None and not pen.subject.items
    return [(pen.text("print-poster"), _call(pen) if calling else _vote(pen))]


def _vote(pen: Writer) -> Poster:
    vote = pen.subject.vote
    offers = [
        Offer(
            pen.area(code),
            pen.text("print-poster-money", money=pen.pot(code)),
            [pen.line(item) for item in items],
        )
        for code, items in pen.areas()
    ]
    voting = pen.text("print-poster-voting", span=pen.span(vote.opens_at, vote.closes_at))
    return Poster(
        pen.text("print-poster-vote"),
        (voting,),
        _door(pen),
        pen.text("print-poster-how"),
        list(_voting(pen)),
        offers,
    )


def _voting(pen: Writer) -> Iterator[str]:
    vote = pen.subject.vote
    _, most = vote.rules.limits(WHOLE)
    yield pen.text("print-poster-enter")
    if len(vote.rules.pots) > 1:
        yield pen.text("print-poster-pick-zoned")
    else:
        yield pen.text("print-poster-pick", most=most)
    yield pen.text("print-poster-confirm", at=pen.moment(vote.closes_at))
    if vote.edition and vote.edition.paper is not Kept.NONE:
        yield pen.text("print-poster-paper")
    yield from office(pen)


def _call(pen: Writer) -> Poster:
    vote = pen.subject.vote
    assert vote.edition is not None
    dates = vote.edition.calendar
    span = pen.span(dates.propose_from, dates.propose_until)
    offers = [
        Offer(pen.area(code), pen.text("print-poster-money", money=pen.pot(code)), ())
        for code in [*pen.subject.zones, WHOLE]
        if vote.rules.pots.get(code)
    ]
    steps = (
        pen.text("print-poster-enter"),
        pen.text("print-poster-tell"),
        pen.text("print-poster-support"),
        pen.text("print-poster-paper-idea"),
        *office(pen),
    )
    return Poster(
        pen.text("print-poster-ideas"),
        (pen.text("print-poster-proposing", span=span),),
        _door(pen),
        pen.text("print-poster-how"),
        steps,
        offers,
    )


def _door(pen: Writer) -> Door | None:
    if not pen.code:
        return None
    page = f"{pen.home}/s".partition("://")[2]
    typed = (
        pen.text("print-poster-type", address=page)
        if pen.link
        else pen.text("print-poster-type-only")
    )
    return Door(pen.link, pen.code, pen.text("print-poster-scan"), typed)


def office(pen: Writer) -> Iterator[str]:
    """Where to ask, if the office has a telephone."""
    if pen.subject.phone:
        yield pen.text("print-ask-office", phone=pen.subject.phone)


def voters(pen: Writer, names: Mapping[int, str]) -> Made:
    """The list to sign: by the register or the printed codes, else empty lines for each place.

    `names` are given when it is printed and are kept nowhere.
    """
    heads = (
        pen.text("print-voters-number"),
        pen.text("print-voters-name"),
        pen.text("print-voters-sign"),
    )
    return [(pen.text("print-voters"), VoterList(heads, list(_places(pen, names))))]


def _places(pen: Writer, names: Mapping[int, str]) -> Iterator[Voters]:
    for signers in pen.subject.signers:
        place = pen.read(signers.place) or pen.text("print-whole")
        rows = [(str(number), names.get(number, "")) for number in signers.numbers]
        yield Voters(pen.text("print-voters-place", place=place), rows)
    if not pen.subject.signers:
        yield from _unlisted(pen, names)


def _unlisted(pen: Writer, names: Mapping[int, str]) -> Iterator[Voters]:
    """Empty lines to number and sign; names fit where there is one list only."""
    areas = list(pen.subject.zones) or [WHOLE]
    known = names if len(areas) == 1 else {}
    rows = [(str(at), known.get(at, "")) for at in range(1, max([BLANKS, *known]) + 1)]
    for code in areas:
        yield Voters(pen.text("print-voters-place", place=pen.area(code)), rows)


def codes(pen: Writer, cards: Sequence[tuple[int, str, str]]) -> Made:
    """Cards to cut out, from (serial, zone, code): they are printed once and kept nowhere."""
    how = (
        pen.text("print-codes-scan"),
        pen.text("print-codes-type"),
        pen.text("print-codes-once"),
    )
    slips = [
        Slip(pen.text("print-codes-serial", number=str(serial)), pen.area(zone), code)
        for serial, zone, code in cards
    ]
    return [(pen.text("print-codes"), Slips(pen.link, how, slips))]
