"""What a journey is made of: who talks, what is stored of the talk, and how it ends."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from zoneinfo import ZoneInfo

from bot.civic.ballots import Groups, Project, Rules
from bot.civic.outcomes import Result
from bot.civic.survey.sheets import Explained, Gathered
from bot.civic.survey.written import Written
from bot.civic.voters import Voter
from bot.messages import Document, Html, Outgoing, Picture
from bot.pictures.figures import Bar as Bar
from bot.pictures.figures import BarChart, Histogram
from bot.pictures.print.papers import Certificate, Masthead, Paper

if TYPE_CHECKING:
    from bot.conversation import Chat

TBILISI = ZoneInfo("Asia/Tbilisi")
NO_TEXT = Html("")
STATE_VERSION = 1
Text = Callable[..., Html]
Prompt = str | Callable[[], str]
"""What a question says; a function is called only when it is shown, as the script's last act."""


@dataclass(frozen=True, slots=True)
class Me:
    """Who is talking, as scripts and effects may know them."""

    person: int
    account: int
    bot: str
    language: str
    now: datetime
    municipality: str | None = None
    settlement: int | None = None
    zone: ZoneInfo = TBILISI
    main_language: str = "ka"
    door: str = ""
    said: str = ""  # the words that opened this journey, for help and search
    came: datetime | None = None
    home: str = ""  # the address of our web pages

    @property
    def received(self) -> datetime:
        """When the message reached us; deadlines are measured by it, not by when its turn came."""
        return self.came or self.now


@dataclass(frozen=True, slots=True)
class Open:
    """Go on in another journey, by its registered name."""

    journey: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """Finished: what to say, and where to go from here.

    `links` are buttons that stay valid: a label and the journey it opens, or a web address.
    """

    text: Html = NO_TEXT
    picture: Picture | None = None
    then: Open | None = None
    links: tuple[tuple[str, Open | str], ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Not done yet: say why, forget these answers and go on from there.

    What the effects have written stays (a proof that was accepted, an attempt that was counted);
    a forgotten answer reaches no stored draft.
    """

    text: Html
    forget: tuple[str, ...] = ()


Outcome = Done | Refused | Open


class Effects(Protocol):
    """Writes, once, after the last answer.  `session` is the turn's transaction."""

    async def __call__(self, session: Any, me: Me, text: Text, result: Any, /) -> Outcome: ...


class Kept(Protocol):
    """Plans what reminds of an unfinished draft; `begun` when it has just been started."""

    async def __call__(self, session: Any, me: Me, /, *, begun: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Journey:
    """A named dialogue: the script that asks, and the effects of its result.

    `title` is the text that names it among parked drafts; without one it is never offered again.
    A `secret` journey's letters and picks are blanked when they are no longer needed.
    `conflict` puts a violated constraint into words.  `kept` is called whenever a draft is kept.
    """

    name: str
    script: Callable[["Chat"], Awaitable[Any]]
    apply: Effects
    title: str = ""
    secret: bool = False
    conflict: Callable[[Text, Exception], Refused] | None = None
    kept: Kept | None = None


@dataclass(slots=True)
class State:
    """What is stored of a conversation."""

    script: str
    subject: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    picks: dict[str, list[str]] = field(default_factory=dict)
    confirms: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    view: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, Any] | None = None

    def to_json(self) -> dict[str, Any]:
        return {"v": STATE_VERSION, **{name: getattr(self, name) for name in self.__slots__}}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "State":
        return cls(**{name: data[name] for name in cls.__slots__ if name in data})

    def forget(self, *names: str, before: Collection[str] = ()) -> None:
        """Drop answers, and every confirmation given on top of them; not one that stands before."""
        for name in (*names, *(name for name in self.confirms if name not in before)):
            self.answers.pop(name, None)
        self.confirms = [name for name in self.confirms if name in before]


class Waiting(BaseException):
    """Stops a script at an unanswered question (BaseException: `except Exception` lets it pass)."""


class Again(BaseException):
    """Starts the script over because an answer was forgotten."""


@dataclass(frozen=True, slots=True)
class Work:
    """Slow work a script asked for; it becomes a job row in the same transaction."""

    name: str
    kind: str
    args: dict[str, Any]


@dataclass(slots=True)
class Turn:
    """What came of one message: what to say, and the result if the script has ended."""

    messages: list[Outgoing]
    finished: bool = False
    result: Any = None
    work: Work | None = None


@dataclass(frozen=True, slots=True)
class DueNow:
    """A row of the due-table whose time has come."""

    id: int
    kind: str
    subject: str
    person_id: int
    occurrence: str
    version: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """A picture to pass on: what is printed on it, and the address and code that open it."""

    head: str
    title: str
    where: str
    place: str
    foot: str
    code: str
    link: str


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A survey read from a workbook: None where it has problems.

    `problems`, `repaired` and `notes` are JSON: code, sheet, row, column, details, repair.
    """

    form: Written | None
    problems: list[dict[str, Any]]
    repaired: list[dict[str, Any]]
    notes: list[dict[str, Any]]


class Tools(Protocol):
    """What slow or scheduled work may use: the database, texts, time, and pictures off the loop."""

    @property
    def home(self) -> str:
        """The address of our web pages, or ''."""

    def now(self) -> datetime: ...

    def text(self, language: str, name: str, /, **args: Any) -> Html: ...

    def edits(self, bot: str) -> bool:
        """Whether a message sent by this bot can be changed in place."""

    def reading(self) -> AbstractAsyncContextManager[Any]: ...

    def writing(self) -> AbstractAsyncContextManager[Any]: ...

    async def chart(self, title: str, bars: Sequence[Bar], footer: str) -> str:
        """Draws a bar chart in a thread and stores it; its media id."""

    async def charts(self, chart: BarChart | Histogram) -> list[str]:
        """The same in as many pictures as stay readable; their media ids."""

    async def sweep(self) -> None:
        """Removes the bytes of pictures that no row names any more."""

    async def card(self, card: Card) -> str:
        """Draws a square card with a QR code in a thread and stores it; its media id."""

    async def file(self, id: str, person: int) -> bytes:
        """The bytes of a file this person answered with (`Chat.file`).  Raises LookupError."""

    async def voters(self, content: bytes, settlements: Mapping[str, int]) -> list[Voter]:
        """Reads a register in a thread; `settlements` by name and by code.  Raises BadRegister."""

    async def xlsform(
        self, content: bytes, repairs: Sequence[str], answers: Mapping[str, str]
    ) -> ReadForm:
        """Reads a survey's workbook in a process of its own; `answers` name columns' languages."""

    async def xlsform_template(self) -> bytes:
        """A workbook to begin a survey with, made in a thread."""

    async def document(self, name: str, content: bytes) -> Document:
        """Stores a PDF, .xlsx or .zip under the name that people see.

        It is ready to be sent, and forgotten in days.  Raises ValueError for anything else.
        """

    async def answers_book(self, gathered: Gathered, explained: Explained) -> bytes:
        """Makes a workbook of a survey's answers in a thread.  Raises OverflowError."""

    async def answers_files(self, gathered: Gathered, explained: Explained) -> bytes:
        """Makes a .zip with the same as CSV in a thread."""

    async def attachments(
        self, name: str, ids: Mapping[str, str], readme: Callable[[Sequence[str]], str]
    ) -> tuple[list[Document], list[str]]:
        """Packs media under these names into as many .zips as a messenger needs; what is missing.

        `readme` says what is in them, given what is missing.  Raises OverflowError.
        """

    async def refereed(
        self, rules: Rules, projects: Sequence[Project], groups: Groups, result: Result
    ) -> dict[str, Any]:
        """What an independent counter says of a count, as JSON: its "finding" first of all."""

    async def paper(self, name: str, masthead: Masthead, paper: Paper) -> Document:
        """Draws a printed paper in a thread and stores it under this name."""

    async def certificate(self, paper: Certificate) -> str:
        """Draws the picture of a certificate in a thread; its media id, forgotten in days."""

    async def off_loop(self, call: Callable[..., Any], *args: Any) -> Any:
        """Runs a pure function in a thread."""


DueWork = Callable[[Any, DueNow, Tools], Awaitable[None]]
"""(session, row, tools): the consequence of a time that has come, in the tick's transaction."""

JobWork = Callable[[dict[str, Any], Tools], Awaitable[Any]]
"""(args, tools) -> result as JSON: slow work, off the turn."""

Fresh = Callable[[Any, str, int], Awaitable[bool]]
"""(session, subject id, version): whether a letter about this subject still tells the truth."""
