"""What was decided at a meeting, in words for everybody who reads it."""

from collections.abc import Callable, Iterator

from bot.journey import Text
from bot.messages import Html, lines
from storage.minutes import Recorded, Vote

Read = Callable[[dict[str, str]], str]


def decided(text: Text, read: Read, recorded: Recorded) -> Html:
    """The words, then each vote; '' where nothing is recorded."""
    votes = (vote_told(text, read, vote, recorded) for vote in recorded.votes)
    return lines(read(recorded.decided), *votes, by="\n\n")


def vote_told(text: Text, read: Read, vote: Vote, recorded: Recorded) -> Html:
    """One question, the hands, and what follows from them."""
    assert recorded.head is not None, "hands are recorded among people who were counted"
    return lines(*_vote(text, read, vote, recorded.head.present))


def _vote(text: Text, read: Read, vote: Vote, present: int) -> Iterator[Html]:
    yield text("meetings-vote-question", question=read(vote.question))
    for name, count in vote.options:
        yield text("meetings-vote-hands", option=read(name), count=count)
    hands = vote.hands(present)
    if hands.none:
        yield text("meetings-vote-none", count=hands.none)
    yield text("meetings-vote-result", outcome=outcome(text, read, vote, present).plain())


def outcome(text: Text, read: Read, vote: Vote, present: int) -> Html:
    """Which option has most hands, and whether these are more than half of those present."""
    hands = vote.hands(present)
    if hands.first is None:
        return text("meetings-vote-tie")
    option = read(vote.options[hands.first][0])
    if hands.majority:
        return text("meetings-vote-majority", option=option, count=present)
    return text("meetings-vote-most", option=option, count=present)
