"""A meeting on paper, in the municipality's own language: the poster at the door, the minutes."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.civic.assembly import percent
from bot.formats import when
from bot.journey import Text
from bot.messages import Words, plain
from bot.pictures.print.papers import Door, Leaflet, Masthead, Poster, Section
from handlers.parts.meeting_decided import outcome
from storage.meetings import Shown
from storage.minutes import Head, Recorded, Vote


@dataclass(frozen=True, slots=True)
class MeetingPrinter:
    """`say` speaks the paper's language; `code` is the door's, `home` our web pages' address."""

    say: Text
    meeting: Shown
    code: str = ""
    home: str = ""

    def text(self, name: str, /, **args: object) -> str:
        """Without markup: paper has its own."""
        return plain(self.say(name, **args))

    def read(self, words: dict[str, str]) -> str:
        return Words(words).read(self.meeting.main_language)

    @property
    def when(self) -> str:
        return self.text("meetings-when", **when(self.meeting.starts_at, self.meeting.zone))

    @property
    def masthead(self) -> Masthead:
        page = self.text("print-page", page="{page}", pages="{pages}")
        title = self.read(self.meeting.title)
        return Masthead(self.read(self.meeting.municipality), title, page)

    def poster(self) -> Poster:
        """To be hung on the door: whoever comes in reads the code with a camera or types it."""
        link = f"{self.home}/s/{self.code}" if self.home else ""
        address = f"{self.home}/s".partition("://")[2]
        typed = (
            self.text("print-poster-type", address=address)
            if link
            else self.text("print-poster-type-only")
        )
        shown = f"{self.code[:3]}\u00a0{self.code[3:]}"
        steps = (
            self.text("meetings-poster-open"),
            self.text("meetings-poster-done"),
            self.text("meetings-poster-phone"),
        )
        return Poster(
            self.read(self.meeting.title),
            (self.when, self.read(self.meeting.place)),
            Door(link, shown, self.text("print-poster-scan"), typed),
            self.text("meetings-poster-how"),
            steps,
            (),
        )

    def minutes(self, recorded: Recorded) -> Leaflet:
        """The protocol to sign: where, when, who, how many, what was voted and decided."""
        head = recorded.head
        assert head is not None, "minutes are printed once it is known who was there"
        return Leaflet(
            self.text("meetings-protocol-title"),
            self.read(self.meeting.title),
            list(self._sections(recorded, head)),
            signers=(
                self.text("meetings-protocol-chair", name=head.chair),
                self.text("meetings-protocol-secretary", name=head.secretary),
            ),
        )

    def _sections(self, recorded: Recorded, head: Head) -> Iterator[Section]:
        yield Section(self.text("meetings-protocol-meeting"), (), list(self._facts(head)))
        if agenda := self.read(self.meeting.agenda):
            yield Section(self.text("meetings-protocol-agenda"), agenda.splitlines(), mark="")
        for number, vote in enumerate(recorded.votes, 1):
            yield self._vote(number, vote, head.present)
        if decided := self.read(recorded.decided):
            yield Section(self.text("meetings-protocol-decided"), decided.splitlines(), mark="—")

    def _facts(self, head: Head) -> Iterator[tuple[str, str]]:
        yield self.text("meetings-protocol-when"), self.when
        yield self.text("meetings-protocol-place"), self.read(self.meeting.place)
        if self.meeting.settlement:
            yield self.text("meetings-protocol-settlement"), self.read(self.meeting.settlement)
        yield self.text("meetings-protocol-present"), str(head.present)
        if head.voters:
            yield self.text("meetings-protocol-voters"), str(head.voters)
            share = percent(head.present, head.voters).replace(".", ",")
            yield self.text("meetings-protocol-share"), self.text("print-percent", percent=share)
        if head.advisory:
            yield self.text("meetings-protocol-advisory"), str(head.advisory)
        yield self.text("meetings-protocol-chair-is"), head.chair
        yield self.text("meetings-protocol-secretary-is"), head.secretary

    def _vote(self, number: int, vote: Vote, present: int) -> Section:
        rows = [(self.read(name), str(count)) for name, count in vote.options]
        rows.append((self.text("meetings-protocol-none"), str(vote.hands(present).none)))
        said = plain(outcome(self.say, self.read, vote, present))
        rows.append((self.text("meetings-protocol-result"), said))
        name = self.text(
            "meetings-protocol-vote", number=str(number), question=self.read(vote.question)
        )
        return Section(name, (), rows)
