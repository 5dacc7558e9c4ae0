"""A winner on its way: what everybody may read of it, for readers of one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.formats import day
from bot.journey import Text
from bot.messages import Choice, Html, Words, lines
from bot.reasons import lari
from storage.disputes import Dispute
from storage.projects import RUNNING, News, Work


@dataclass(frozen=True, slots=True)
class WorkPage:
    """Texts about projects."""

    text: Text
    language: str
    main: str
    zone: ZoneInfo

    def head(self, work: Work) -> Html:
        """What it is, where, for how much and until when."""
        return lines(
            self.text("works-title", number=str(work.number), title=self.read(work.title)),
            self.text("works-stage", stage=work.stage),
            self.place(work),
            self.money(work),
            self.dates(work),
        )

    def name(self, work: Work) -> str:
        return self.text(
            "results-project", number=str(work.number), title=self.read(work.title)
        ).plain()

    def row(self, work: Work, owed: int) -> Html:
        """One line of a list; for the staff with the answers it owes."""
        where = self.where(work)
        stage = self.text("works-stage-name", stage=work.stage).plain()
        told = f"{stage}, {where}" if where else stage
        if owed:
            return self.text("works-row-owed", name=self.read(work.title), told=told, count=owed)
        return self.text("works-row", name=self.read(work.title), told=told)

    def choices(self, found: Sequence[Work], owed: Mapping[int, int]) -> list[Choice]:
        """A list to choose from; people call a project by its number on the ballot."""
        one_year = len({work.process for work in found}) < 2
        return [
            Choice(
                str(work.id),
                self.row(work, owed.get(work.id, 0)),
                work.number if one_year else None,
            )
            for work in found
        ]

    def where(self, work: Work) -> str:
        return self.read(work.settlement or work.zone or {})

    def place(self, work: Work) -> Html:
        where = self.where(work)
        return self.text("works-place", place=where) if where else Html("")

    def money(self, work: Work) -> Html:
        cost = lari(work.cost)
        if work.spent is None:
            return self.text("works-cost", cost=cost)
        return self.text("works-spent", cost=cost, spent=lari(work.spent))

    def dates(self, work: Work) -> Html:
        if work.starts_on is None or work.ends_on is None:
            return self.text("works-no-dates") if work.stage in RUNNING else Html("")
        return self.text("works-dates", starts=day(work.starts_on), ends=day(work.ends_on))

    def news(self, news: News, counts: tuple[int, int]) -> Html:
        """One update, and how many people say that it is so."""
        confirmed, disputed = counts
        return lines(
            self.text("works-news", day=day(news.at, self.zone), stage=news.stage),
            self.read(news.text),
            self.text("works-confirmed", count=confirmed) if confirmed else "",
            self.text("works-disputed", count=disputed) if disputed else "",
        )

    def dispute(self, dispute: Dispute) -> Html:
        """What somebody found otherwise, and the answer; without names."""
        said = self.text("works-said", day=day(dispute.at, self.zone), text=dispute.text)
        if dispute.answer is None:
            return lines(said, self.text("works-overdue", day=day(dispute.due_at, self.zone)))
        assert dispute.answered_at is not None
        answered = day(dispute.answered_at, self.zone)
        told = self.text("works-answered", day=answered, text=self.read(dispute.answer))
        return lines(said, told)

    def waiting(self, found: Sequence[Dispute]) -> Html:
        """How many disputes wait for an answer, and until when."""
        if not found:
            return Html("")
        until = day(found[0].due_at, self.zone)
        return self.text("works-waiting", count=len(found), day=until)

    def read(self, words: dict[str, str]) -> str:
        return Words(words).read(self.language, self.main)
