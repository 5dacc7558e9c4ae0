"""Paper: names marked on the signed list, papers entered by one and read again by another."""

from collections.abc import Sequence

from bot.rehearsing.hands import Hands
from bot.rehearsing.staff import desk

AT_ONCE = 50  # papers of one bundle
Papers = Sequence[Sequence[int]]


async def sign(hands: Hands, numbers: Sequence[int]) -> None:
    """These people of the register have signed the list."""
    await _electorate(hands, "electorate-signatures")
    await hands.choose("signed-mark")
    await hands.say(" ".join(map(str, numbers)))
    await hands.choose("process-yes")
    hands.must("signed-done", count=len(numbers))


async def enter(first: Hands, second: Hands, papers: Papers) -> None:
    """The box, bundle by bundle; the second person reads each of them again."""
    for number, start in enumerate(range(0, len(papers), AT_ONCE), 1):
        bundle = papers[start : start + AT_ONCE]
        await _electorate(first, "electorate-papers")
        await first.say(str(number))
        await _read(first, bundle)
        await first.choose("process-yes")
        first.must("papers-entered", number=str(number))
        await _electorate(second, "electorate-paper-check")
        await second.choose("papers-label", number=str(number))
        await second.choose("papers-read")
        await _read(second, list(reversed(bundle)))
        second.must("papers-accepted", number=str(number))


async def _read(hands: Hands, bundle: Papers) -> None:
    await hands.say("\n".join(" ".join(map(str, picks)) for picks in bundle))
    for _ in ("empty", "many", "unclear"):
        await hands.say("0")


async def _electorate(hands: Hands, name: str) -> None:
    await desk(hands, "desk-process")
    await hands.choose("electorate-title")
    await hands.choose(name)
