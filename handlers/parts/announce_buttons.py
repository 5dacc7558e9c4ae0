"""The buttons under an announcement, as they are stored and as they are called."""

from collections.abc import Mapping

from bot.journey import Text
from bot.messages import Choice, Html, Press

MEETING = "go:meetings:"  # with an id it is an invitation to sign up


def link(text: Text, target: str) -> Choice:
    """A journey of ours, or an address."""
    if target.startswith("https://"):
        return Choice("url", text("announce-open-link"), press=Press.URL, url=target, wide=True)
    return Choice(target, label(text, target), wide=True)


def label(text: Text, target: str) -> Html:
    """What a button is called."""
    if target.startswith("https://"):
        return text("announce-open-link")
    if target.startswith(MEETING) and target != MEETING:
        return text("announce-sign-up")
    return journeys(text)[target]


def journeys(text: Text) -> Mapping[str, Html]:
    """Journeys worth opening from an announcement, by what their buttons carry."""
    return {
        "go:vote:": text("menu-votes"),
        "go:needs:": text("menu-needs"),
        "go:idea:": text("menu-idea"),
        "go:ideas:": text("menu-ideas"),
        MEETING: text("menu-meetings"),
        "go:results:": text("menu-results"),
        "go:projects:": text("menu-projects"),
    }
