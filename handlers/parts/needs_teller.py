"""Puts what a survey found into words and bars, in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.civic.needs import SMALLEST, UNTOLD
from bot.civic.stretches import Stretch
from bot.civic.survey.countable import NUMBERS
from bot.civic.survey.counting import LANGUAGE, SETTLEMENT
from bot.civic.survey.form import CHOOSING, Form, Item, Kind
from bot.civic.survey.profile import AGE, BANDS, leading, profile
from bot.formats import figure, listed
from bot.journey import Text
from bot.messages import Html, Words, lines
from handlers.parts.assist_words import result
from handlers.parts.needs_asked import among, asked, offered
from storage.surveys import Asked

Data = dict[str, Any]
TOP = 3  # needs of one group


class Teller:
    """`places` are names of settlements by id, where breakdowns are told."""

    def __init__(
        self, text: Text, languages: tuple[str, str], form: Form, places: Mapping[int, Any] = {}
    ) -> None:
        self.text = text
        self.form = form
        self._languages = languages
        self._places = places

    def read(self, words: Mapping[str, str]) -> str:
        return Words(dict(words)).read(*self._languages)

    def heading(self, survey: Asked) -> Html:
        title = self.text("needs-title", title=self.read(survey.title))
        found = survey.results or {}
        helped = result(self.text, found.get("assisted") or {})
        return lines(title, self._people(found["people"]), helped)

    def question(self, item: Item, found: Data, everybody: int | None = None) -> Html:
        """One question's result; with `everybody` it says how many of them answered it."""
        label = self.text("needs-result-question", label=self.read(item.label))
        told = asked(self.text, found)
        if found.get("withheld"):
            return lines(label, told, self.text("needs-withheld"))
        said = lines(told, self._people(found["people"], everybody and among(found, everybody)))
        if found["people"] is None or not (found["cells"] or item.kind in NUMBERS):
            return lines(label, said)
        said = said if everybody else told
        first = self.text("needs-result-first") if item.kind is Kind.RANK else ""
        cells = self._options(item, found["cells"])
        return lines(label, said, first, self.number(found), *cells)

    def tags(self, counted: Mapping[str, int]) -> Html:
        """What the staff has sorted people's own words into."""
        told = [
            self.text("needs-result-tag", tag=tag, count=count) for tag, count in counted.items()
        ]
        return lines(self.text("needs-result-tags"), *told) if told else Html("")

    def home(self, cells: Sequence[Data]) -> Html:
        """The first needs of one's own settlement, or nothing where they are hidden."""
        lead = leading(self.form)
        top = [self.option(lead, c["option"]) for c in cells if c["people"]] if lead else []
        return self.text("needs-result-home", options=listed(top[:TOP])) if top else Html("")

    def breakdown(self, trait: str, found: Mapping[str, Data]) -> Html:
        """The first needs of every group that can be shown."""
        shown = {group: one for group, one in found.items() if one["people"] and one["cells"]}
        ordered = sorted(shown, key=lambda group: self.order(trait, group, shown[group]["people"]))
        told = [self._group(trait, group, shown[group]) for group in ordered]
        few = [self.group(trait, group) for group in found if group not in shown]
        hidden = self.text("needs-result-groups-hidden", groups=listed(sorted(few)))
        return lines(*told, hidden if few else "", by="\n\n")

    def order(self, trait: str, group: str, people: int) -> tuple[Any, ...]:
        """Large settlements first, bands of age in their order, what is not known last."""
        return (group == UNTOLD, -people if trait in (SETTLEMENT, LANGUAGE) else 0, group)

    def group(self, trait: str, group: str) -> str:
        """What a group is called."""
        if group == UNTOLD or group == str(None):
            return self.text("needs-group-untold").plain()
        if trait == SETTLEMENT:
            return self.read(self._places.get(int(group), {"ka": "№" + group}))
        if trait == LANGUAGE:
            return self.text("needs-group-language", code=group).plain()
        item = profile(self.form)[trait]
        if item.kind is Kind.ONE:
            return self.option(item, group)
        if group == "0-15":
            return self.text("needs-group-child").plain()
        band = BANDS[group]
        return self._stretch(replace(band, high=None) if group.endswith("+") else band)

    def label(self, item: Item, cell: str) -> str:
        """What a cell of a question is called: an option, a band of age, a stretch of numbers."""
        if item.kind in CHOOSING:
            return self.option(item, cell)
        return self.group(AGE, cell) if cell in BANDS else self._stretch(Stretch.read(cell))

    def _stretch(self, stretch: Stretch) -> str:
        low, high = (
            "" if end is None else self._figure(float(end)) for end in (stretch.low, stretch.high)
        )
        if low == high:
            return low
        if not low:
            name = "needs-stretch-below" if stretch.below else "needs-stretch-upto"
            return self.text(name, high=high).plain()
        if not high:
            return self.text("needs-stretch-from", low=low).plain()
        name = "needs-stretch-half" if stretch.below else "needs-stretch"
        return self.text(name, low=low, high=high).plain()

    def option(self, item: Item, id: str) -> str:
        known = {option.id: option.label for option in self.form.lists[item.options]}
        return self.read(known[id]) if id in known else self.text("needs-dont-know").plain()

    def _group(self, trait: str, group: str, found: Data) -> Html:
        lead = leading(self.form)
        assert lead is not None
        top = [cell for cell in found["cells"] if cell["people"]][:TOP]
        told = [
            self.text(
                "needs-result-group-option",
                option=self.option(lead, cell["option"]),
                count=cell["people"],
            ).plain()
            for cell in top
        ]
        name = self.group(trait, group)
        head = self.text("needs-result-group", group=name, count=found["people"])
        return lines(head, listed(told) or self.text("needs-result-group-few"))

    def number(self, found: Data) -> Html:
        """The mean and the quarters, as far as they may be told."""
        mean = self._figured("needs-result-mean", found, "mean")
        return lines(mean, self.half(found), self.inner(found), by=" ")

    def half(self, found: Data) -> Html:
        return self._figured("needs-result-half", found, "middle")

    def inner(self, found: Data) -> Html:
        return self._figured("needs-result-inner", found, "lower", "upper")

    def _figured(self, name: str, found: Data, *figures: str) -> Html:
        if any(found.get(one) is None for one in figures):
            return Html("")
        return self.text(name, **{one: self._figure(found[one]) for one in figures})

    def _figure(self, value: float) -> str:
        return figure(value, self._languages[0])

    def _people(self, count: int | None, everybody: int | None = None) -> Html:
        if count is None:
            return self.text("needs-too-few", count=SMALLEST)
        if everybody:
            return self.text("needs-result-of", count=count, all=everybody)
        return self.text("needs-result-people", count=count)

    def _options(self, item: Item, cells: Sequence[Data]) -> list[Html]:
        told = [self._option(item, cell) for cell in cells if cell["people"] is not None]
        few = [self.label(item, cell["option"]) for cell in cells if cell["people"] is None]
        if few:
            told.append(self.text("needs-result-hidden", options=listed(few)))
        return told

    def _option(self, item: Item, cell: Data) -> Html:
        option = offered(self.text, self.label(item, cell["option"]), cell)
        return self.text(
            "needs-result-option", option=option, count=cell["people"], share=cell["share"]
        )
