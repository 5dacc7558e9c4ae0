"""Questions with a list: one choice, several, or all of them in an order."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.asked import Asked, fingerprint, rows
from bot.asking import Asking, Dress, spoken
from bot.journey import Prompt
from bot.messages import Choice, Html, Picture, Wants, lines
from bot.paging import PAGING
from bot.render import crowded

READ_BACK = 60  # characters of a label where it is read back


class Choosing(Asking):
    """The list questions of a script."""

    async def choose(
        self,
        name: str,
        prompt: Prompt,
        choices: Sequence[Choice],
        *,
        optional: bool = False,
        check: Callable[[str], str | None] | None = None,
        picture: Picture | None = None,
    ) -> str:
        """One choice's id; '' when skipped.  `check` returns what is wrong, or None."""
        question = Asked.of(name, Wants.CHOICE, optional=optional)
        question = self._catch_up(question, choices)
        allowed = {choice.id for choice in choices}

        def holds(value: str) -> str | None:
            if value not in allowed:
                return self.text("core-no-longer-there")
            return check(value) if check else None

        return str(await self._settle(question, prompt, choices, holds, picture=picture) or "")

    async def confirm(self, name: str, prompt: Prompt, choices: Sequence[Choice]) -> str:
        """A choice that is asked again whenever an answer before it has changed."""
        # Before it is asked: what it confirms may change between the question and the answer.
        if name not in self._state.confirms:
            self._state.confirms.append(name)
        return await self.choose(name, prompt, choices)

    async def pick_many(
        self,
        name: str,
        prompt: Prompt,
        choices: Sequence[Choice],
        *,
        at_least: int = 1,
        at_most: int = 100,
        optional: bool = False,
        summary: Callable[[list[str]], str] | None = None,
        check: Callable[[list[str]], str | None] | None = None,
    ) -> list[str]:
        """Several choices, kept at every tap, answered only by Done; none of them when skipped.

        `summary` reads them back where the list itself does not show what is picked.  `check`
        returns what is wrong with them, or None; it is told at Done, and the picks are kept.
        """
        shape = {"min": at_least, "max": at_most, "optional": optional}
        question = Asked.of(name, Wants.CHOICE, many=True, **shape)
        question = self._catch_up(question, choices)
        self._drop_gone(name, choices)

        def holds(value: list[str] | None) -> str | None:
            if not at_least <= len(value or ()) <= at_most:
                return self.text("core-pick-some", count=at_least)
            return check(value or []) if check else None

        def shown() -> Html:
            picks = self.picks(name)
            unseen = self._short(name) or len(choices) > self._limits.choices - PAGING
            count = self.text("core-picked", count=len(picks), limit=at_most)
            told = lines(summary(picks) if summary and picks and unseen else "", count)
            return told if self._short(name) else lines(spoken(prompt), told, by="\n\n")

        return list(await self._settle(question, shown, choices, holds, self._marked(name)) or ())

    async def rank(
        self,
        name: str,
        prompt: Prompt,
        choices: Sequence[Choice],
        *,
        optional: bool = False,
        check: Callable[[list[str]], str | None] | None = None,
    ) -> list[str]:
        """All choices in the order that people give them; none of them when skipped.

        They are placed by tapping one after the other or by typing "3 1 2", and kept at every tap;
        one that is tapped again is taken back.  The last one places itself, and so answers.
        """
        if len(choices) < 2:
            return [choice.id for choice in choices]
        size = len(choices)
        shape = {"min": size, "max": size, "optional": optional}
        question = Asked.of(name, Wants.CHOICE, many=True, ranked=True, **shape)
        question = self._catch_up(question, choices)
        self._drop_gone(name, choices)

        def holds(value: list[str] | None) -> str | None:
            if sorted(value or ()) != sorted(choice.id for choice in choices):
                return self.text("core-list-changed")
            return check(value or []) if check else None

        def shown() -> Html:
            told = self._order(self.picks(name), choices)
            return told if self._short(name) else lines(spoken(prompt), told, by="\n\n")

        return list(await self._settle(question, shown, choices, holds, self._marked(name)) or ())

    def picks(self, name: str) -> list[str]:
        """What is picked so far of a list that is not done."""
        return list(self._state.picks.get(name, ()))

    def _catch_up(self, question: Asked, choices: Sequence[Choice]) -> Asked:
        """Read the reply to a long list, which is complete only now (see `Asked`).

        The question comes back with the list's fingerprint, which is so taken once a turn.
        """
        heard, asked = self._heard, self._state.asked or {}
        if heard is None or asked.get("name") != question.name:
            return question
        self._heard = None
        question = replace(question, long=fingerprint(choices))
        changed, nonce = question.long != asked.get("long"), str(asked["nonce"])
        whole = replace(question, choices=tuple(rows(choices)), nonce=nonce, changed=changed)
        self._hear(whole, heard)
        return question

    def _drop_gone(self, name: str, choices: Sequence[Choice]) -> None:
        """Picks that are no longer in the list, and the answer that they were part of."""
        allowed = {choice.id for choice in choices}
        picks = self.picks(name)
        kept = [pick for pick in picks if pick in allowed]
        if len(kept) < len(picks):
            self._state.picks[name] = kept
            self._state.forget(name)
            self._problem = self.text("core-pick-gone", count=len(picks) - len(kept))

    def _order(self, picks: Sequence[str], choices: Sequence[Choice]) -> Html:
        """The order so far in words, and what there is to do."""
        if not picks:
            return self.text("core-rank-how")
        labels = {choice.id: _brief(choice.label) for choice in choices}
        placed = (f"{place}. {labels[pick]}" for place, pick in enumerate(picks, 1))
        left = len(choices) - len(picks)
        more = self.text("core-rank-left", count=left) if left else ""
        return lines(lines(self.text("core-rank-order"), *placed), more, by="\n\n")

    def _marked(self, name: str) -> Dress:
        picks = frozenset(self.picks(name))

        def dress(choices: Sequence[Choice]) -> Sequence[Choice]:
            marked = [replace(choice, picked=choice.id in picks) for choice in choices]
            return (
                _numbers_alone(marked)
                if self._short(name) and crowded(marked, self._limits)
                else marked
            )

        return dress


def _numbers_alone(choices: Sequence[Choice]) -> list[Choice]:
    """Numbers where labels would be listed once more."""
    return [
        replace(choice, label=str(choice.number or place), number=None, wide=False)
        for place, choice in enumerate(choices, 1)
    ]


def _brief(label: str) -> str:
    return label if len(label) <= READ_BACK else f"{label[: READ_BACK - 1].rstrip()}…"
