"""An announced result for readers of one language: the summary, the table, the picture."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.formats import day
from bot.journey import Bar, Text
from bot.messages import Html, Picture, Words, lines, safe
from bot.reasons import by_lot, lari, why
from storage.reports import Report
from storage.results import Placed
from storage.turnout import Part

BARS = 24  # a longer picture cannot be read on a phone; the table has all of them
SHORT = 8  # projects whose reasons stand in the message itself
PER_PAGE = 6

Line = Callable[[Placed], Html]


@dataclass(frozen=True, slots=True)
class Page:
    """What is told of one report; `home` is the address of our web pages, or ''."""

    text: Text
    language: str
    main: str
    report: Report
    home: str = ""

    def summary(self) -> Html:
        """Who won, how many took part, and what comes next; with all reasons if it is short."""
        found = self.report.found
        parts = [self.name(), self.text("results-head", count=self.report.vote.ballots)]
        if self.short_enough:
            parts += self.table(found)
        else:
            won = [place for place in found if place.outcome.funded]
            parts += [self.text("results-won"), *self.zoned(won, self.short)]
            parts.append(self.text("results-rest", count=len(found) - len(won)))
        return lines(*parts, lines(*self.turnout()), lines(*self.outlook()), by="\n\n")

    @property
    def short_enough(self) -> bool:
        """Whether every project with its reason stands in the summary."""
        return len(self.report.found) <= SHORT

    def table(self, found: Sequence[Placed]) -> list[Html]:
        """Winners first, each with its reason; what a lot decided is explained below."""
        won = [place for place in found if place.outcome.funded]
        lost = [place for place in found if not place.outcome.funded]
        parts: list[Html] = []
        if won:
            parts += [self.text("results-won"), *self.zoned(won, self.line)]
        if lost:
            parts += [self.text("results-lost"), *self.zoned(lost, self.line)]
        return [*parts, self.lot(found)]

    def zoned(self, found: Sequence[Placed], line: Line) -> Iterator[Html]:
        """The lines of the projects, under the name of each part that has its own pot."""
        for zone in dict.fromkeys(place.item.zone for place in found):
            if len(self.report.vote.rules.pots) > 1:
                yield self.pot(zone)
            yield from (line(place) for place in found if place.item.zone == zone)

    def pot(self, zone: str) -> Html:
        budget, left = self.report.vote.rules.pots[zone], self.report.left(zone)
        return self.text("results-pot", name=self.zone(zone), budget=lari(budget), left=lari(left))

    def zone(self, code: str) -> str:
        return (
            self.read(self.report.zones.get(code, {}))
            if code
            else self.text("results-whole").plain()
        )

    def line(self, place: Placed) -> Html:
        near = place.outcome.support
        close = Html("") if near is None else self.text("results-near", share=str(near))
        return lines(self.short(place), lines(self.reason(place), close, by=" "))

    def reason(self, place: Placed) -> Html:
        names = {str(other.item.number): self.title(other) for other in self.report.found}
        lot = by_lot(self.report.vote.rules, place.outcome, self.report.costs)
        return why(self.text, place.outcome, names, lot=lot)

    def short(self, place: Placed) -> Html:
        head = Html(f"<b>{safe(self.title(place))}</b>")
        return Html(f"{head} — {self.score(place)}")

    def title(self, place: Placed) -> str:
        number, title = str(place.item.number), self.read(place.item.title)
        return self.text("results-project", number=number, title=title).plain()

    def score(self, place: Placed) -> Html:
        votes, rank = place.outcome.votes, place.outcome.rank
        if not rank:  # withdrawn
            return self.text("results-votes", count=votes)
        return self.text("results-placed", count=votes, rank=str(rank))

    def lot(self, found: Sequence[Placed]) -> Html:
        """How the lot was drawn, where it decided something; anybody can check it."""
        vote, costs = self.report.vote, self.report.costs
        if not any(by_lot(vote.rules, place.outcome, costs) for place in found):
            return Html("")
        if vote.lot and vote.lot["confirmed"]:
            return self.text("results-lot-public", protocol=vote.lot["protocol"])
        return self.text("results-lot-seed", seed=vote.tie_seed)

    def turnout(self) -> Iterator[Html]:
        """How many took part, and where; parts with few ballots are told together."""
        found = self.report.turnout
        if found.register:
            share = _percent(found.ballots, found.register)
            yield self.text("results-turnout", register=str(found.register), share=share)
        for part in found.parts:
            yield self._part(self.zone(part.zone), part)
        if found.others:
            yield self._part(self.text("results-others").plain(), found.others)
        if found.paper:
            yield self.text("results-paper", count=found.paper)
        if found.invalid:
            yield self.text("results-invalid", count=found.invalid)
        if found.voided:
            yield self.text("results-voided", count=found.voided)

    def outlook(self) -> Iterator[Html]:
        """What comes next, and where everything can be read."""
        vote = self.report.vote
        if vote.edition and vote.edition.next_cycle:
            yield self.text("results-next", day=day(date.fromisoformat(vote.edition.next_cycle)))
        if self.home:
            yield self.text("results-page", address=f"{self.home}/r/{vote.id}")

    def bars(self) -> list[Bar]:
        by_votes = sorted(self.report.found, key=lambda place: -place.outcome.votes)
        return [
            Bar(
                self.title(place),
                place.outcome.votes,
                self.text("results-votes", count=place.outcome.votes).plain(),
                place.outcome.funded,
            )
            for place in by_votes[:BARS]
        ]

    def picture(self) -> Picture | None:
        charts = self.report.vote.charts or {}
        media = charts.get(self.language) or charts.get(self.main)
        return Picture(media) if media else None

    def name(self) -> Html:
        return Html(f"<b>{safe(self.read(self.report.vote.name))}</b>")

    def read(self, words: dict[str, str]) -> str:
        return Words(words).read(self.language, self.main)

    def _part(self, name: str, part: Part) -> Html:
        if not part.register:
            return self.text("results-part", name=name, count=part.ballots)
        share = _percent(part.ballots, part.register)
        return self.text("results-part-share", name=name, count=part.ballots, share=share)


def _percent(ballots: int, register: int) -> str:
    """Whole percents, rounded."""
    return str(round(100 * ballots / register))
