"""The vote: what is decided, the picks, one explicit confirm, a receipt.

The subject is the vote's id; '' finds out which one is meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.civic.ballots import Flaw
from bot.conversation import Chat
from bot.formats import day, hour, money
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words, lines, safe
from storage import ballots, votes
from storage.ballots import Choices, Counted
from storage.phones import prove_phone
from storage.votes import Item, Vote


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What the voter has read back and confirmed; `phone` is '' if it was known before."""

    vote: Vote
    choices: Choices
    phone: str


async def script(chat: Chat) -> Confirmed | Done | Open:
    if not chat.subject:
        return await _which(chat)
    vote = await chat.read(votes.find, chat.subject)
    if refused := await _refused(chat, vote):
        return refused
    assert vote is not None
    if await _begin(chat, vote) == "read":
        await _reading(chat, vote)
    phone = await _proof(chat, vote)
    zone = await _zone(chat, vote)
    picks = await _picks(chat, vote, zone)
    return Confirmed(vote, Choices(picks, zone), phone)


async def _which(chat: Chat) -> Done | Open:
    """The one that is open, or the one that is chosen; else the one whose result is awaited."""
    known = await chat.read(votes.shown, chat.me.municipality)
    found = [vote for vote in known if vote.takes(chat.me.received)]
    found = found or [vote for vote in known if not vote.told(chat.me.now)][:1]
    if not found:
        links = ((chat.text("vote-see-results"), Open("results")),) if known else ()
        return Done(chat.text("vote-none"), links=links)
    if len(found) == 1:
        return Open("vote", str(found[0].id))
    choices = [Choice(str(vote.id), _read(chat.me, vote.name)) for vote in found]
    return Open("vote", await chat.choose("which", chat.text("vote-which"), choices))


async def _refused(chat: Chat, vote: Vote | None) -> Done | None:
    """Why this person cannot vote here now, in words."""
    if vote is None or vote.state == "draft":
        return Done(chat.text("vote-none"))
    if vote.municipality != chat.me.municipality:
        return Done(chat.text("vote-not-here"))
    if not vote.takes(chat.me.received):
        return _closed(chat.me, chat.text, vote)
    if not await chat.read(ballots.ready, vote):
        return Done(chat.text("vote-paused"))
    return None


def _closed(me: Me, text: Text, vote: Vote) -> Done:
    links = ((text("vote-check"), Open("receipt", str(vote.id))),)
    if vote.told(me.now):
        return Done(text("vote-over"), then=Open("results", votes.subject(vote.id)))
    if me.received < vote.opens_at:
        return Done(
            text("vote-soon", day=day(vote.opens_at, me.zone), hour=hour(vote.opens_at, me.zone))
        )
    if vote.state == "stopped" and me.received < vote.closes_at:
        return Done(text("vote-stopped"))
    at = vote.results_at
    return Done(text("vote-closed", day=day(at, me.zone), hour=hour(at, me.zone)), links=links)


async def _begin(chat: Chat, vote: Vote) -> str:
    """What is decided, by whom, by when; and that a ballot is counted already."""
    voted = await chat.read(ballots.has_voted, vote.id, chat.me.person)
    page = lines(_page(chat, vote), chat.text("vote-already") if voted else "", by="\n\n")
    begin = chat.text("vote-change") if voted else chat.text("vote-begin")
    choices = (Choice("vote", begin, wide=True), Choice("read", chat.text("vote-read"), wide=True))
    return await chat.choose("begin", page, choices)


def _page(chat: Chat, vote: Vote) -> Html:
    zone = chat.me.zone
    about = _read(chat.me, vote.about)
    terms = chat.text(
        "vote-terms",
        money=money(round(sum(vote.rules.pots.values()))),
        most=vote.rules.most,
        day=day(vote.closes_at, zone),
        hour=hour(vote.closes_at, zone),
        results_day=day(vote.results_at, zone),
        results_hour=hour(vote.results_at, zone),
    )
    name = Html(f"<b>{safe(_read(chat.me, vote.name))}</b>")
    return lines(name, about, terms, chat.text("vote-secret"), by="\n\n")


async def _reading(chat: Chat, vote: Vote) -> None:
    """One project after the other, or those chosen from the list, until the reader will vote."""
    items = await chat.read(votes.projects, vote.id)
    mixed = await chat.read(ballots.order, vote, chat.me.person, items)
    names = {str(item.number): item for item in mixed}
    choices = [Choice(str(item.number), _title(chat.me, item), item.number) for item in mixed]
    answer = await chat.choose("project", chat.text("vote-projects"), choices)
    seen: list[str] = []
    while answer in names:
        seen.append(answer)
        after = [number for number in _after(list(names), answer) if number not in seen]
        answer = await chat.choose(
            f"page-{answer}", _description(chat, names[answer]), _onward(chat, after)
        )
    if answer == "list":
        chat.edit("project", *(f"page-{number}" for number in seen))


def _after(numbers: list[str], number: str) -> list[str]:
    place = numbers.index(number)
    return numbers[place + 1 :] + numbers[:place]


def _onward(chat: Chat, after: Sequence[str]) -> list[Choice]:
    following = [Choice(after[0], chat.text("vote-next"), wide=True)] if after else []
    return [
        *following,
        Choice("list", chat.text("vote-list"), wide=True),
        Choice("vote", chat.text("vote-begin"), wide=True),
    ]


def _description(chat: Chat, item: Item) -> Html:
    gone = _read(chat.me, item.withdrawn or {})
    return lines(
        Html(f"<b>{_line(chat, item)}</b>"),
        _read(chat.me, item.summary),
        chat.text("vote-cost", money=money(round(item.cost))),
        chat.text("vote-taken-off", reason=gone) if gone else "",
        by="\n\n",
    )


async def _proof(chat: Chat, vote: Vote) -> str:
    """The person's own phone, if this vote asks for it and it is not known yet."""
    if await chat.read(ballots.identity, vote, chat.me.person):
        return ""
    return await chat.phone("phone", chat.text("vote-phone"))


async def _zone(chat: Chat, vote: Vote) -> str:
    """The part of the municipality with its own pot in which this person votes."""
    known = await chat.read(votes.zones, vote.id)
    settled = await chat.read(votes.zone_of, vote.id, chat.me.settlement)
    if not known or settled is not None:
        return settled or votes.WHOLE
    choices = [Choice(code, _read(chat.me, name)) for code, name in known.items()]
    return await chat.choose("zone", chat.text("vote-zone"), choices)


async def _picks(chat: Chat, vote: Vote, zone: str) -> list[str]:
    items = await chat.read(votes.projects, vote.id, list({votes.WHOLE, zone}))
    shown = [item for item in items if item.withdrawn is None]
    mixed = await chat.read(ballots.order, vote, chat.me.person, shown)
    names = {str(item.number): item for item in shown}

    def named(picks: list[str]) -> Html:
        return lines(*(_line(chat, names[pick]) for pick in sorted(picks, key=int)))

    picks = await chat.pick_many(
        "picks",
        lines(_gone(chat, items), chat.text("vote-pick", most=vote.rules.most), by="\n\n"),
        [_choice(chat.me, item) for item in mixed],
        at_least=min(vote.rules.least, len(shown)),
        at_most=vote.rules.most,
        summary=lambda picks: lines(named(picks), chat.text("vote-not-yet")),
    )
    sure = (Choice("yes", chat.text("vote-yes"), wide=True), Choice("no", chat.text("vote-edit")))
    if await chat.confirm("sure", chat.text("vote-sure", picks=named(picks)), sure) == "no":
        chat.edit("picks")
    return picks


def _gone(chat: Chat, items: Sequence[Item]) -> Html:
    """Withdrawn projects with their public reason."""
    gone = [item for item in items if item.withdrawn is not None]
    return lines(
        *(
            chat.text(
                "vote-withdrawn",
                number=str(item.number),
                title=_title(chat.me, item),
                reason=_read(chat.me, item.withdrawn or {}),
            )
            for item in gone
        )
    )


def _line(chat: Chat, item: Item) -> Html:
    return chat.text("vote-line", number=str(item.number), title=_title(chat.me, item))


def _choice(me: Me, item: Item) -> Choice:
    label = f"{_title(me, item)} · {money(round(item.cost))}"
    return Choice(str(item.number), label, number=item.number, wide=True)


def _title(me: Me, item: Item) -> str:
    return _read(me, item.title)


def _read(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)


async def apply(session: Any, me: Me, text: Text, result: Confirmed | Done | Open) -> Outcome:
    if not isinstance(result, Confirmed):
        return result
    vote = result.vote
    try:
        voter = await _voter(session, me, result.phone)
        counted = await ballots.cast(session, vote.id, voter, result.choices, me.received)
    except ballots.Closed:
        return _closed(me, text, await votes.find(session, vote.id) or vote)
    except ballots.Paused:
        return Done(text("vote-paused"))
    except ballots.Elsewhere:
        return Done(text("vote-elsewhere"))
    except ballots.BadPicks as bad:
        gone = any(flaw.flaw in (Flaw.WITHDRAWN, Flaw.UNKNOWN) for flaw in bad.flaws)
        return Refused(text("vote-gone") if gone else text("vote-bad"), forget=("picks",))
    united = text("vote-united") if voter != me.person else ""
    return Done(lines(_thanks(me, text, vote, counted), united, by="\n\n"))


async def _voter(session: Any, me: Me, phone: str) -> int:
    """Who votes: a shared number may show that this person is known from another messenger."""
    return await prove_phone(session, me.person, phone, me.now) if phone else me.person


def _thanks(me: Me, text: Text, vote: Vote, counted: Counted) -> Html:
    """Names no choices: the telephone may be a family's."""
    receipt, until = counted.receipt, vote.closes_at
    day_, hour_ = day(until, me.zone), hour(until, me.zone)
    if counted.again:
        return text("vote-again", receipt=receipt, day=day_, hour=hour_)
    return text("vote-counted", receipt=receipt, day=day_, hour=hour_)


JOURNEYS = (Journey("vote", script, apply, title="vote-title", secret=True),)
