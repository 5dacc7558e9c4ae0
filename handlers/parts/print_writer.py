"""Words for the printed papers of one vote, in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.formats import day, hour, money
from bot.journey import Text
from bot.messages import Words, plain
from bot.pictures.print.papers import Line, Masthead, Paper
from storage.printing import Subject
from storage.votes import WHOLE, Item

Made = list[tuple[str, Paper]]
"""Papers under the names of their files, without the ending."""


@dataclass(frozen=True, slots=True)
class Writer:
    """`home` is the address of our web pages, or ''."""

    say: Text
    language: str
    subject: Subject
    home: str = ""

    def text(self, name: str, /, **args: Any) -> str:
        """A text without markup: paper has its own."""
        return plain(self.say(name, **args))

    def read(self, words: dict[str, str]) -> str:
        return Words(words).read(self.language, self.subject.main)

    @property
    def masthead(self) -> Masthead:
        return Masthead(
            self.read(self.subject.place),
            self.read(self.subject.vote.name),
            self.text("print-page", page="{page}", pages="{pages}"),
            self.text("print-foot", code=self.code) if self.code else "",
        )

    @property
    def code(self) -> str:
        """The code as it is read aloud, in two groups that stay in one line."""
        code = self.subject.code
        return f"{code[:3]}\u00a0{code[3:]}" if code.isdecimal() else code

    @property
    def link(self) -> str:
        """What a camera opens: the page of the code, which leads into either chat; '' without."""
        return f"{self.home}/s/{self.subject.code}" if self.home and self.subject.code else ""

    def moment(self, at: datetime) -> str:
        zone = self.subject.zone
        return self.text("print-moment", day=day(at, zone), hour=hour(at, zone))

    def span(self, begins: datetime, ends: datetime) -> str:
        return self.text("print-span", **{"from": self.moment(begins), "until": self.moment(ends)})

    def area(self, code: str) -> str:
        """What a zone is called; '' is the whole municipality."""
        if code == WHOLE:
            return self.text("print-whole")
        return self.read(self.subject.zones.get(code, {"": code}))

    def pot(self, code: str) -> str:
        return money(self.subject.vote.rules.pots[code])

    def areas(self) -> Iterator[tuple[str, Sequence[Item]]]:
        """The zones that have projects, the whole municipality last."""
        for code in [*self.subject.zones, WHOLE]:
            if items := [item for item in self.subject.items if item.zone == code]:
                yield code, items

    def line(self, item: Item) -> Line:
        gone = self.text("print-gone") if item.withdrawn is not None else ""
        return Line(str(item.number), self.read(item.title), money(item.cost), gone)
