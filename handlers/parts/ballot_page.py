"""What a vote is about, and its projects one by one, before anybody picks."""

from collections.abc import Sequence

from bot.conversation import Chat
from bot.formats import day, hour, money
from bot.journey import Me
from bot.messages import Choice, Html, Words, lines, safe
from storage import ballots, votes
from storage.votes import Item, Vote


async def begin(chat: Chat, vote: Vote) -> str:
    """What is decided, by whom, by when; and that a ballot is counted already."""
    voted = await chat.read(ballots.has_voted, vote.id, chat.me.person)
    page = lines(await _page(chat, vote), chat.text("vote-already") if voted else "", by="\n\n")
    begin = chat.text("vote-change") if voted else chat.text("vote-begin")
    choices = (Choice("vote", begin, wide=True), Choice("read", chat.text("vote-read"), wide=True))
    return await chat.choose("begin", page, choices)


async def _page(chat: Chat, vote: Vote) -> Html:
    zone = chat.me.zone
    settled = await chat.read(votes.zone_of, vote.id, chat.me.settlement)
    about = read(chat.me, vote.about)
    terms = chat.text(
        "vote-terms",
        money=money(round(sum(vote.rules.pots.values()))),
        most=0 if _two_lists(vote) else vote.rules.limits(settled or votes.WHOLE)[1],
        day=day(vote.closes_at, zone),
        hour=hour(vote.closes_at, zone),
        results_day=day(vote.results_at, zone),
        results_hour=hour(vote.results_at, zone),
    )
    name = Html(f"<b>{safe(read(chat.me, vote.name))}</b>")
    return lines(name, about, terms, chat.text("vote-secret"), by="\n\n")


def _two_lists(vote: Vote) -> bool:
    """One for the voter's zone and one for the whole municipality."""
    return votes.WHOLE in vote.rules.pots and len(vote.rules.pots) > 1


async def reading(chat: Chat, vote: Vote) -> None:
    """One project after the other, or those chosen from the list, until the reader will vote."""
    settled = await chat.read(votes.zone_of, vote.id, chat.me.settlement)
    mine = [votes.WHOLE, settled] if settled else None
    items = await chat.read(votes.projects, vote.id, mine)
    mixed = await chat.read(ballots.order, vote, chat.me.person, items)
    names = {str(item.number): item for item in mixed}
    choices = [Choice(str(item.number), title(chat.me, item), item.number) for item in mixed]
    answer = await chat.choose("project", chat.text("vote-projects"), choices)
    seen: list[str] = []
    while answer in names:
        seen.append(answer)
        after = [number for number in _after(list(names), answer) if number not in seen]
        answer = await chat.choose(
            f"page-{answer}", description(chat, names[answer]), _onward(chat, after)
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


def description(chat: Chat, item: Item) -> Html:
    """One project in full, with what was changed about it."""
    gone, changed = read(chat.me, item.withdrawn or {}), read(chat.me, item.corrected or {})
    return lines(
        Html(f"<b>{line(chat, item)}</b>"),
        read(chat.me, item.summary),
        chat.text("vote-cost", money=money(round(item.cost))),
        chat.text("vote-taken-off", reason=gone) if gone else "",
        chat.text("vote-was-corrected", reason=changed) if changed else "",
        by="\n\n",
    )


def notes(chat: Chat, items: Sequence[Item]) -> Html:
    """What was taken off or corrected, with the public reasons."""
    return lines(*(_note(chat, item) for item in items))


def _note(chat: Chat, item: Item) -> Html:
    named = {"number": str(item.number), "title": title(chat.me, item)}
    if item.withdrawn is not None:
        return chat.text("vote-withdrawn", **named, reason=read(chat.me, item.withdrawn))
    if item.corrected is not None:
        return chat.text("vote-corrected", **named, reason=read(chat.me, item.corrected))
    return Html("")


def line(chat: Chat, item: Item) -> Html:
    return chat.text("vote-line", number=str(item.number), title=title(chat.me, item))


def choice(me: Me, item: Item) -> Choice:
    label = f"{title(me, item)} · {money(round(item.cost))}"
    return Choice(str(item.number), label, number=item.number, wide=True)


def title(me: Me, item: Item) -> str:
    return read(me, item.title)


def read(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)
