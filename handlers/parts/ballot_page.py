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
    page = lines(_page(chat, vote), chat.text("vote-already") if voted else "", by="\n\n")
    begin = chat.text("vote-change") if voted else chat.text("vote-begin")
    choices = (Choice("vote", begin, wide=True), Choice("read", chat.text("vote-read"), wide=True))
    return await chat.choose("begin", page, choices)


def _page(chat: Chat, vote: Vote) -> Html:
    zone = chat.me.zone
    about = read(chat.me, vote.about)
    terms = chat.text(
        "vote-terms",
        money=money(round(sum(vote.rules.pots.values()))),
        most=vote.rules.most,
        day=day(vote.closes_at, zone),
        hour=hour(vote.closes_at, zone),
        results_day=day(vote.results_at, zone),
        results_hour=hour(vote.results_at, zone),
    )
    name = Html(f"<b>{safe(read(chat.me, vote.name))}</b>")
    return lines(name, about, terms, chat.text("vote-secret"), by="\n\n")


async def reading(chat: Chat, vote: Vote) -> None:
    """One project after the other, or those chosen from the list, until the reader will vote."""
    items = await chat.read(votes.projects, vote.id)
    mixed = await chat.read(ballots.order, vote, chat.me.person, items)
    names = {str(item.number): item for item in mixed}
    choices = [Choice(str(item.number), title(chat.me, item), item.number) for item in mixed]
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
    gone = read(chat.me, item.withdrawn or {})
    return lines(
        Html(f"<b>{line(chat, item)}</b>"),
        read(chat.me, item.summary),
        chat.text("vote-cost", money=money(round(item.cost))),
        chat.text("vote-taken-off", reason=gone) if gone else "",
        by="\n\n",
    )


def line(chat: Chat, item: Item) -> Html:
    return chat.text("vote-line", number=str(item.number), title=title(chat.me, item))


def choice(me: Me, item: Item) -> Choice:
    label = f"{title(me, item)} · {money(round(item.cost))}"
    return Choice(str(item.number), label, number=item.number, wide=True)


def title(me: Me, item: Item) -> str:
    return read(me, item.title)


def read(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)
