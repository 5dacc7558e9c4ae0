"""What there is to do in a lesson, by kind; each ends with what the learner reads then.

What people write here is for themselves: it is kept nowhere.  '' when they skip it.
"""

from collections.abc import Awaitable, Callable

from bot.content.course import Action
from bot.conversation import Chat
from bot.formats import money
from bot.messages import Choice, Html, lines

YES, NO = "yes", "no"
LONGEST = 600


async def choose(chat: Chat, action: Action) -> Html:
    """Choose among answers; each has its own reply."""
    answers = {answer.id: answer for answer in action.answers}
    choices = [Choice(answer.id, answer.text, wide=True) for answer in answers.values()]
    chosen = await chat.choose("answer", _asked(chat, action), choices, optional=True)
    return Html("") if not chosen else lines(answers[chosen].why)


async def write(chat: Chat, action: Action) -> Html:
    """Write something, and see a good example."""
    told = await chat.ask("text", _asked(chat, action), at_most=LONGEST, optional=True)
    if not told:
        return Html("")
    return lines(chat.text("learn-task-model"), str(action.told["model"]), by="\n\n")


async def fill(chat: Chat, action: Action) -> Html:
    """Answer one by one; a text comes out that can be copied."""
    filled: dict[str, str] = {}
    for place, row in enumerate(action.told["fields"]):
        id, prompt = str(row["id"]), lines(str(row["ask"]))
        head = lines(_asked(chat, action), prompt, by="\n\n") if place == 0 else prompt
        filled[id] = await chat.ask(id, head, at_most=LONGEST, optional=place == 0)
        if not filled[id]:
            return Html("")
    result = str(action.told["result"]).format_map(filled)
    return lines(chat.text("learn-task-ready"), result, by="\n\n")


async def tick(chat: Chat, action: Action) -> Html:
    """Conditions to be met; for each that is not, what to do."""
    missing = []
    for place, row in enumerate(action.told["conditions"]):
        prompt = lines(str(row["ask"]))
        head = lines(_asked(chat, action), prompt, by="\n\n") if place == 0 else prompt
        met = await chat.choose(str(row["id"]), head, _yes_no(chat), optional=place == 0)
        if not met:
            return Html("")
        if met == NO:
            missing.append(f"• {row['no']}")
    if not missing:
        return lines(str(action.told["all"]))
    return lines(chat.text("learn-task-not-yet"), *missing)


async def shares(chat: Chat, action: Action) -> Html:
    """How many people are of each sort, and whether one has too large a share."""
    fields, counts = action.told["fields"], {}
    for place, row in enumerate(fields):
        prompt = lines(str(row["ask"]))
        head = lines(_asked(chat, action), prompt, by="\n\n") if place == 0 else prompt
        count = await chat.number(str(row["id"]), head, at_most=10_000, optional=place == 0)
        if count is None:
            return Html("")
        counts[str(row["name"])] = count
    total = sum(counts.values())
    if not total:
        return chat.text("learn-task-nobody")
    told = "; ".join(
        chat.text("learn-task-share", name=name, share=round(100 * count / total))
        for name, count in counts.items()
    )
    largest = max(counts, key=lambda name: counts[name])
    said = str(action.told["within"])
    if 100 * counts[largest] > int(action.told["limit"]) * total:
        share = round(100 * counts[largest] / total)
        said = str(action.told["above"]).format(name=largest, share=share)
    return lines(chat.text("learn-task-shares", total=total, shares=Html(told)), said, by="\n\n")


async def ballot(chat: Chat, action: Action) -> Html:
    """A vote of which nothing is counted."""
    projects = {str(row["id"]): row for row in action.told["projects"]}
    choices = [
        Choice(
            id,
            chat.text("learn-task-project", name=str(row["name"]), cost=money(row["cost"])),
            number=number,
        )
        for number, (id, row) in enumerate(projects.items(), 1)
    ]
    most = int(action.told["most"])
    picks = await chat.pick_many(
        "picks", _asked(chat, action), choices, at_most=most, optional=True
    )
    if not picks:
        return Html("")
    names = "; ".join(str(projects[id]["name"]) for id in picks)
    picked = chat.text("learn-task-picked", names=names)
    return lines(picked, str(action.told["after"]), by="\n\n")


async def only_open(chat: Chat, action: Action) -> Html:
    """Nothing is asked: the button leads to where it is done."""
    return _asked(chat, action)


def _asked(chat: Chat, action: Action) -> Html:
    return chat.text("learn-task-head", ask=action.ask)


def _yes_no(chat: Chat) -> tuple[Choice, Choice]:
    return Choice(YES, chat.text("learn-task-yes")), Choice(NO, chat.text("learn-task-no"))


TASKS: dict[str, Callable[[Chat, Action], Awaitable[Html]]] = {
    "choose": choose,
    "write": write,
    "fill": fill,
    "tick": tick,
    "shares": shares,
    "ballot": ballot,
    "open": only_open,
}
