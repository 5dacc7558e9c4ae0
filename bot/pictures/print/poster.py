"""A poster for the door of the shop: what is voted on, until when, how, and all projects."""

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from bot.pictures.print.figures import QrCode
from bot.pictures.print.paper import (
    ACROSS,
    BODY,
    GAP,
    LARGE,
    SMALL,
    THICK,
    bound,
    grid,
    heading,
    points,
    title,
    words,
)
from bot.pictures.print.papers import Door, Masthead, Offer, Poster

CODE = 46  # points
SQUARE = 62 * mm
ROOM = 70 * mm  # less than this is no place to begin a list


def poster(masthead: Masthead, paper: Poster) -> bytes:
    """A PDF whose first page calls; the projects go on over as many as they need."""
    story: list[Flowable] = [
        *title(paper.call, 34),
        *[words(line, LARGE + 2, bold=True, align="center") for line in paper.when],
        Spacer(1, GAP),
    ]
    if paper.door:
        story += [_door(paper.door), Spacer(1, GAP)]
    story += [heading(paper.how), *points(paper.steps, BODY + 2, "1")]
    for offer in paper.offers:
        story += _offer(offer)
    return bound(masthead, story)


def _door(door: Door) -> Flowable:
    right = [
        words(door.scan, LARGE, bold=True),
        Spacer(1, GAP),
        words(door.type, BODY + 2),
        words(door.code, CODE, bold=True),
    ]
    if not door.link:
        right = right[2:]
    edge = [("BOX", (0, 0), (-1, -1), THICK, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    cells = [QrCode(door.link, SQUARE), right] if door.link else [right]
    widths = (SQUARE + 6 * mm, ACROSS - SQUARE - 6 * mm) if door.link else (ACROSS,)
    return grid([cells], widths, lines=False, extra=edge)


def _offer(offer: Offer) -> list[Flowable]:
    rows = [
        [
            words(line.number, LARGE + 2, bold=True, align="center"),
            [words(line.title, BODY + 2), *([words(line.gone, SMALL)] if line.gone else [])],
            words(line.cost, BODY + 2, bold=True, align="right"),
        ]
        for line in offer.lines
    ]
    if not rows:
        return [_pot(offer)]
    head = heading(offer.area)
    money = words(offer.money, BODY + 2)
    money.keepWithNext = True
    middle = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    widths = (18 * mm, ACROSS - 54 * mm, 36 * mm)
    table = grid(rows, widths, extra=middle)
    return [CondPageBreak(ROOM), head, money, Spacer(1, GAP / 2), table]


def _pot(offer: Offer) -> Flowable:
    """Before there are projects: the money alone."""
    name = words(offer.area, BODY + 2, bold=True)
    return grid([[name, words(offer.money, BODY + 2, align="right")]], (ACROSS / 2, ACROSS / 2))
