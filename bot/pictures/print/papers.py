"""What each printed paper says, as data; how it looks is drawn elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

Rows = Sequence[tuple[str, str]]
"""(what, how much) of a table with two columns."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands on every page.  `page` holds {page} and {pages} where their numbers go."""

    municipality: str
    edition: str
    page: str
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A project on paper.  `gone` says that it was withdrawn."""

    number: str
    title: str
    cost: str
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One area's ballot: what is asked, how to mark, and the words under the lines of its foot."""

    name: str
    area: str
    how: str
    rules: Sequence[str]
    lines: Sequence[Line]
    foot: Sequence[str]


@dataclass(frozen=True, slots=True)
class Door:
    """The way into the chat: a QR code, the same as a code to type, and the words beside both.

    Without a `link` there is only the code to type.
    """

    link: str
    code: str
    scan: str
    type: str


@dataclass(frozen=True, slots=True)
class Offer:
    """The projects of one zone, or of the whole municipality, and the money there."""

    area: str
    money: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Poster:
    """`call` is read from across the street, `steps` from near."""

    call: str
    when: Sequence[str]
    door: Door | None
    how: str
    steps: Sequence[str]
    offers: Sequence[Offer]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, then sentences, then a table.

    `mark` stands before each sentence; "1" numbers them.
    """

    name: str
    items: Sequence[str] = ()
    rows: Rows = ()
    mark: str = "•"


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Running text.  `above` stands over the name on the right, as a reference to an order does."""

    name: str
    intro: str
    sections: Sequence[Section]
    above: Sequence[str] = ()
    signers: Sequence[str] = ()
    large: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What is asked, a hint in small type, and how many empty lines there are for it."""

    name: str
    hint: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in by hand, and what whoever takes it in writes at its foot."""

    name: str
    intro: Sequence[str]
    fields: Sequence[Field]
    office: str
    office_fields: Sequence[str]


@dataclass(frozen=True, slots=True)
class Voters:
    """The list of one place: (number, name); names are '' where they are written by hand."""

    place: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class VoterList:
    """Lists to sign on, each place on a page of its own; `heads` name the three columns."""

    heads: tuple[str, str, str]
    places: Sequence[Voters]


@dataclass(frozen=True, slots=True)
class Slip:
    """One single-use code: its serial number, the area it votes in, the code as it is typed."""

    serial: str
    area: str
    code: str


@dataclass(frozen=True, slots=True)
class Slips:
    """Codes to cut out.  `link` opens the chat, `how` says in three lines how to use a code."""

    link: str
    how: Sequence[str]
    slips: Sequence[Slip]


@dataclass(frozen=True, slots=True)
class Counted:
    """A project's result.  `place` is '' for a withdrawn one, `mark` is the word for a winner."""

    place: str
    number: str
    title: str
    cost: str
    votes: str
    why: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """The table of one zone, and the figures above it."""

    area: str
    figures: Rows
    rows: Sequence[Counted]


@dataclass(frozen=True, slots=True)
class Board:
    """Results for the notice board.  `heads` name place, project, votes, cost."""

    name: str
    intro: str
    figures: Rows
    heads: tuple[str, str, str, str]
    tallies: Sequence[Tally]
    notes: Sequence[Section] = ()


@dataclass(frozen=True, slots=True)
class Protocol(Board):
    """The same for the commission to sign."""

    signers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A survey's question on paper: options with boxes, then empty lines to write on.

    `only` says who is to answer it.
    """

    number: str
    name: str
    hint: str = ""
    only: str = ""
    options: Sequence[str] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Words between questions; a `name` makes them the beginning of a part."""

    name: str
    text: str = ""
    only: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A survey on paper, one sheet a person.

    `read` is read out before anything else, `agreed` stands beside a box to mark, `written` are
    labels of lines above the questions.
    """

    name: str
    head: str
    read: Sequence[str]
    agreed: str
    written: Sequence[str]
    items: Sequence[Question | Passage]


@dataclass(frozen=True, slots=True)
class Measure:
    """One answer: how long its bar is, from 0 to 1, and the number in words; None is no bar."""

    label: str
    share: float | None
    shown: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What was answered to one question; `said` are sentences above the bars."""

    name: str
    said: Sequence[str] = ()
    rows: Sequence[Measure] = ()


@dataclass(frozen=True, slots=True)
class Cross:
    """Answers by group: `groups` stand above the columns, behind each label a number for each."""

    name: str
    groups: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class NeedsReport:
    """What people need: the first ranking, the same by group, every other question, the method."""

    name: str
    intro: str
    figures: Rows
    ranking: Chart | None
    tables: Sequence[Cross]
    charts: Sequence[Chart]
    method: Section


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who has learnt what, from whom it is, and how anybody can check it.

    `facts` are short lines below the course.  `link` is what the QR code holds, `code` the same to
    type, `check` says how.  `sample` says that all of it is invented.
    """

    issuer: str
    name: str
    given: str
    holder: str
    did: str
    course: str
    facts: Sequence[str]
    code: str
    link: str
    check: Sequence[str]
    sample: str = ""


Paper = (
    Ballot
    | Poster
    | Leaflet
    | Form
    | VoterList
    | Slips
    | Board
    | Protocol
    | Questionnaire
    | NeedsReport
    | Certificate
)
