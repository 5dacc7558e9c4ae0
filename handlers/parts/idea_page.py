"""How an idea is told: its parts, where it stands in words, what comes next and until when."""

from datetime import datetime

from bot.civic.amounts import Amount
from bot.civic.edition import Phase
from bot.conversation import Chat
from bot.formats import money
from bot.journey import Me, Text
from bot.messages import Choice, Html, Words
from handlers.parts.phases import moment
from storage import own_ideas, remedies, votes
from storage.ideas import Listed, Shown
from storage.votes import WHOLE, Vote

CATEGORIES = (
    "road",
    "water",
    "light",
    "waste",
    "park",
    "sport",
    "education",
    "health",
    "culture",
    "other",
)


def categories(text: Text) -> list[Choice]:
    return [Choice(id, text("idea-category", category=id)) for id in CATEGORIES]


def settlement(me: Me, text: Text, idea: Listed | Shown) -> str:
    if idea.settlement is None:
        return text("idea-everywhere")
    return Words(idea.settlement).read(me.language, me.main_language)


def rows(chat: Chat, found: list[Listed]) -> list[Choice]:
    """Everybody calls an idea by its own number, so that is what is typed."""
    return [Choice(str(row.id), _row(chat, row), number=row.number) for row in found]


def _row(chat: Chat, row: Listed) -> Html:
    place = settlement(chat.me, chat.text, row)
    return chat.text("idea-list-row", title=row.title, settlement=place, count=row.supporters)


async def own_rows(chat: Chat, found: list[Listed]) -> list[Choice]:
    """One's own, each with where it stands."""
    ids = {row.process_id for row in found if row.process_id}
    editions = {id: await chat.read(votes.find, id) for id in ids}
    told = []
    for row in found:
        vote = editions.get(row.process_id) if row.process_id else None
        words = {"title": row.title, "count": row.supporters}
        label = chat.text("idea-mine-row", state=await standing(chat, row, vote), **words)
        told.append(Choice(str(row.id), label, number=row.number))
    return told


def place_line(text: Text, place: str, pinned: bool) -> Html:
    if place:
        return text("idea-place", place=place)
    return text("idea-with-place") if pinned else Html("")


def cost_line(text: Text, cost: Amount | None) -> Html:
    return Html("") if cost is None else text("idea-cost", cost=money(cost))


async def zone_line(chat: Chat, vote: Vote | None, zone: str) -> Html:
    """Which pot it is for, where there are several."""
    if vote is None or len(vote.rules.pots) < 2:
        return Html("")
    return chat.text("idea-zone", zone=await zone_name(chat, vote, zone))


async def zone_name(chat: Chat, vote: Vote, zone: str) -> str:
    if zone == WHOLE:
        return chat.text("idea-everywhere")
    names = await chat.read(votes.zones, vote.id)
    return Words(names.get(zone, {"ka": zone})).read(chat.me.language, chat.me.main_language)


def map_link(idea: Shown) -> str:
    """A map with the pin, for any telephone; '' without one."""
    if idea.lat is None or idea.lon is None:
        return ""
    at = f"{idea.lat:.5f}", f"{idea.lon:.5f}"
    return "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}".format(*at)


async def standing(chat: Chat, idea: Listed | Shown, vote: Vote | None) -> str:
    """Where it stands, by its state and the edition's phase: the key of `idea-state`."""
    counted = idea.state == "admitted" and vote is not None and vote.told(chat.me.now)
    if counted and (won := await chat.read(own_ideas.won, idea.id)) is not None:
        return "won" if won else "lost"
    if idea.state == "admitted" and await chat.read(own_ideas.left_out, idea.id):
        return "left"
    if idea.state == "declined":
        reviewed = vote is not None and vote.edition is not None
        may = reviewed and await chat.read(remedies.appealable, idea.id, chat.me.received)
        return "declined" if may else "refused"
    if idea.state != "submitted":
        return idea.state
    if vote is None or vote.edition is None:
        return "standing"
    if not vote.edition.support:
        return "submitted"
    return "gathering" if vote.phase(chat.me.received) is Phase.PROPOSING else "unsupported"


def supporters(text: Text, idea: Shown, key: str, vote: Vote | None) -> Html:
    """ "12", or "12 of 20" while it needs so many."""
    if key == "gathering" and vote and vote.edition:
        needed = vote.edition.support
        return text("idea-progress", count=idea.supporters, needed=needed)
    return text("idea-supporters", count=idea.supporters)


def next_line(me: Me, text: Text, key: str, told: tuple[Shown, Vote | None]) -> Html:
    """For its author: what happens next, until when."""
    idea, vote = told
    until = _until(key, idea, vote)
    return text(
        "idea-next",
        state="sent" if key == "kept" and idea.moved_to else key,
        until=moment(me, until) if until else "",
        number=str(idea.moved_to or ""),
        missing=_missing(idea, vote),
    )


def _missing(idea: Shown, vote: Vote | None) -> int:
    needed = vote.edition.support if vote and vote.edition else 0
    return max(0, needed - idea.supporters)


def _until(key: str, idea: Shown, vote: Vote | None) -> datetime | None:
    if key == "returned":
        return idea.fix_until
    if vote is None or vote.edition is None:
        return None
    dates = vote.edition.calendar
    return {
        "gathering": dates.propose_until,
        "submitted": dates.review_until,
        "reviewing": dates.review_until,
        "appealed": dates.review_until,
        "admitted": dates.opens_at,
    }.get(key)
