"""Words on a check that staff and authors share: criteria, what is asked, why something failed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.civic.review import CRITERIA
from bot.formats import day
from bot.journey import Text
from bot.messages import Html, lines
from storage.author_news import Decision, News


def last_day(until: datetime, zone: ZoneInfo) -> str:
    """The last day of a deadline: it ends at midnight."""
    return day(until - timedelta(seconds=1), zone)


def sentence(text: Text, criterion: str) -> Html:
    """What the author reads of a criterion that is not met."""
    return text(CRITERIA[criterion].sentence)


def fault(text: Text, found: Decision) -> Html:
    """Why an idea was stopped; one that was not corrected in time, with what was asked for."""
    said = (
        text("fix-letter-wish", wish=found.reason)
        if found.verdict == "fix"
        else text("declined-reason", reason=found.reason)
    )
    because = text("declined-because", sentence=sentence(text, found.criterion))
    return lines(because, said, by="\n\n")


def to_correct(text: Text, news: News, criterion: str, wish: str, until: datetime) -> Html:
    """The letter that sends an idea back to its author."""
    return lines(
        text("fix-letter", number=str(news.number), title=news.title),
        sentence(text, criterion),
        text("fix-letter-wish", wish=wish),
        text("fix-letter-until", until=last_day(until, news.zone)),
        by="\n\n",
    )


def rejected(text: Text, news: News, criterion: str, reason: str, until: datetime | None) -> Html:
    """The letter of a rejection: criterion, reason, and how to appeal."""
    appeal = text("declined-appeal", until=last_day(until, news.zone)) if until else Html("")
    return lines(
        text("declined-letter", number=str(news.number), title=news.title),
        text("declined-because", sentence=sentence(text, criterion)),
        text("declined-reason", reason=reason),
        appeal,
        text("declined-thanks"),
        by="\n\n",
    )
