"""What the people of the city hall do, each on their own phone."""

from collections.abc import Sequence

from bot.rehearsing.hands import ANY, Hands, Lost

ROUNDS = 60  # through everybody's work; more is a review without end
PIECES = 400  # decisions of one sitting
REASON = (
    "ამ გზის მოვლა ცენტრალური ხელისუფლების საქმეა და არა მუნიციპალიტეტის, ამიტომ მუნიციპალიტეტი მას"
    " საკუთარი ბიუჯეტიდან ვერ დააფინანსებს."
)


class Office:
    """The staff at work: whoever owes something does it, until nobody owes anything."""

    def __init__(self, hands: Sequence[Hands]) -> None:
        self.hands = hands
        self.decisions = 0

    async def review(self, rejected: str = "") -> None:
        """Check everything; the idea with this title is rejected at the second check."""
        for _ in range(ROUNDS):
            before = self.decisions
            for one in self.hands:
                await self._sit(one, rejected)
            if self.decisions == before:
                return
        raise Lost("the review does not end")

    async def _sit(self, hands: Hands, rejected: str) -> None:
        await today(hands)
        if hands.offers("today-review", count=ANY):
            await hands.choose("today-review", count=ANY)
            await self._check(hands, rejected)
            await today(hands)
        if hands.offers("today-second", count=ANY):
            await hands.choose("today-second", count=ANY)
            await self._agree(hands)

    async def _check(self, hands: Hands, rejected: str) -> None:
        for _ in range(PIECES):
            if hands.offers("review-appeal-won"):
                await hands.choose("review-appeal-won")
                await hands.choose("core-skip")
            elif not hands.offers("review-pass"):
                return
            elif rejected and hands.sees(rejected) and hands.reads("review-substance"):
                await _reject(hands)
            else:
                await hands.choose("review-pass")
            self.decisions += 1

    async def _agree(self, hands: Hands) -> None:
        for _ in range(PIECES):
            if not hands.offers("second-agree"):
                return
            await hands.choose("second-agree")
            self.decisions += 1


async def appointed(hands: Hands, code: str, name: str) -> None:
    """With an invitation, from the first start."""
    await hands.arrive(code)
    if hands.offers("core-skip"):  # where they live is their own business
        await hands.choose("core-skip")
    await hands.choose("desk-accept")
    await hands.say(name)
    hands.must("desk-appointed")


async def today(hands: Hands) -> None:
    """The list of what is owed."""
    await desk(hands, "desk-today")


async def desk(hands: Hands, name: str) -> None:
    """The desk, and this of it."""
    await hands.say(hands.words("word-menu").partition(",")[0])
    await hands.choose("menu-desk")
    await hands.choose(name)


async def _reject(hands: Hands) -> None:
    await hands.choose("review-fault")
    await hands.choose("review-ask-powers")
    await hands.say(REASON)
    await hands.choose("review-send")


async def agree_on_list(first: Hands, second: Hands) -> None:
    """One proposes the list of projects, another agrees."""
    await desk(first, "desk-list")
    await first.choose("list-propose")
    await first.choose("list-yes")
    first.must("list-proposed")
    await today(second)
    await second.choose("today-list-second")
    await second.choose("list-agree")
    second.must("list-agreed")


async def seal(first: Hands, second: Hands) -> None:
    """Two people close the vote for good."""
    for hands, step in ((first, "process-propose"), (second, "process-seal")):
        await desk(hands, "desk-process")
        await hands.choose(step)
        await hands.choose("process-yes")
