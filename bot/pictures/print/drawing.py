"""Any paper as a PDF."""

from collections.abc import Callable
from typing import Any

from bot.pictures.print.ballot import ballot
from bot.pictures.print.certificate import certificate
from bot.pictures.print.forms import form, voter_list
from bot.pictures.print.leaflet import leaflet
from bot.pictures.print.needs import needs
from bot.pictures.print.papers import (
    Ballot,
    Board,
    Certificate,
    Form,
    Leaflet,
    Masthead,
    NeedsReport,
    Paper,
    Poster,
    Protocol,
    Questionnaire,
    Slips,
    VoterList,
)
from bot.pictures.print.poster import poster
from bot.pictures.print.questionnaire import questionnaire
from bot.pictures.print.results import board, protocol
from bot.pictures.print.slips import slips

DRAWN: dict[type, Callable[[Masthead, Any], bytes]] = {
    Ballot: ballot,
    Poster: poster,
    Leaflet: leaflet,
    Form: form,
    VoterList: voter_list,
    Slips: slips,
    Board: board,
    Protocol: protocol,
    Questionnaire: questionnaire,
    NeedsReport: needs,
    Certificate: certificate,
}


def draw(masthead: Masthead, paper: Paper) -> bytes:
    """The PDF of a paper."""
    return DRAWN[type(paper)](masthead, paper)
