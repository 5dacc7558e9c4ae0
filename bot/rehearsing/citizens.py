"""What citizens do before the vote: propose, and appeal against a rejection."""

from dataclasses import dataclass

from bot.rehearsing.hands import ANY, Hands

LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Wish:
    """A project of the file as its author would propose it."""

    code: str
    title: str
    text: str
    cost: int


async def propose(hands: Hands, door: str, wish: Wish) -> None:
    """From the poster to the thanks, with what it costs."""
    await hands.arrive(door)
    await hands.say(wish.title)
    if hands.offers("idea-own"):
        await hands.choose("idea-own")
    await hands.say(wish.text)
    await hands.choose("idea-category", category="other")
    await hands.choose("idea-change")
    await hands.choose("idea-part-cost")
    await hands.say(str(wish.cost))
    await hands.choose("idea-send")
    hands.must("idea-thanks", number=ANY)


async def appeal(hands: Hands) -> None:
    """The letter of rejection has a button, and its author does not agree."""
    hands.must("declined-letter", number=ANY, title=ANY)
    await hands.choose("appeal-open")
    await hands.say("ეს გზა მუნიციპალიტეტისაა: ამონაწერი საჯარო რეესტრიდან მერიაში მივიტანე.")
    await hands.choose("appeal-send")
    hands.must("appeal-thanks", number=ANY, until=ANY)
