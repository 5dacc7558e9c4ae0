"""Changing one setting of a draft: a page of settings, one question, and what it brings about.

The subject is "12:money": an edition's id and a group of settings.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.civic.checks import Plan, Problem, problems
from bot.civic.edition import DATES
from bot.civic.settings import changed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import edition_lines, edition_problems
from handlers.parts.dates import ahead, read_day
from handlers.parts.edition_access import held, name, names
from handlers.parts.edition_lines import GROUPS, NAMED
from storage import edition_changes, editions
from storage.conduct import By, NotNow
from storage.edition_changes import Impossible
from storage.votes import Vote

MOST = 10**9  # lari, or people
LONGEST = {"name": 80, "name-en": 80, "about": 1000}  # characters


@dataclass(frozen=True, slots=True)
class Change:
    """One setting with its new value, as JSON holds it."""

    vote: Vote
    setting: str
    value: Any
    plan: Plan | None
    names: dict[str, str]


async def script(chat: Chat) -> Change | Done | Open:
    vote = await held(chat)
    group = chat.subject.partition(":")[2]
    if vote is None or group not in GROUPS:
        return Done(chat.text("edition-not-yours"))
    back = Open("edition-desk", str(vote.id))
    if vote.state != "draft":
        return Done(chat.text("edition-state"), then=back)
    plan = await chat.read(editions.plan_of, vote)
    setting = await _setting(chat, vote, plan, group)
    if setting == "back":
        return back
    if setting == "zones":
        return Open("edition-zones", str(vote.id))
    value = await _value(chat, setting)
    if setting in NAMED:
        return Change(vote, setting, value, None, {})
    new = changed(plan, setting, value)
    called = await names(chat, vote, plan)
    await _accepted(chat, new, problems(plan, chat.me.now, chat.me.zone), called)
    return Change(vote, setting, value, new, called)


async def _setting(chat: Chat, vote: Vote, plan: Plan, group: str) -> str:
    choices = [Choice(one, _line(chat, vote, plan, one), wide=True) for one in GROUPS[group]]
    back = Choice("back", chat.text("edition-back"), wide=True)
    return await chat.choose("setting", chat.text("edition-what"), [*choices, back])


def _line(chat: Chat, vote: Vote, plan: Plan, setting: str) -> Html:
    text = chat.text
    if setting == "name":
        return text("rules-name", name=name(chat.me, vote))
    if setting == "name-en":
        english = vote.name.get("en", "")
        return text("rules-name-en", name=english) if english else text("rules-name-en-none")
    if setting == "about":
        return text("rules-about")
    return edition_lines.line(text, chat.me, plan, setting)


async def _value(chat: Chat, setting: str) -> Any:
    """The answer to the question of this setting."""
    if setting in NAMED:
        prompt = _words(chat.text)[setting]
        return await chat.ask("value", prompt, at_least=3, at_most=LONGEST[setting])
    if setting in DATES:
        return (await chat.moment("value", chat.text("edition-ask-date"))).isoformat()
    if setting == "next_cycle":
        return await _next_cycle(chat)
    if options := _options(chat.text).get(setting):
        prompt, labels = options
        choices = [Choice(id, label, wide=True) for id, label in labels.items()]
        return await chat.choose("value", prompt, choices)
    least = 1 if setting == "most" else 0
    ask = _numbers(chat.text)[setting]
    return await chat.number("value", ask, at_least=least, at_most=MOST)


async def _next_cycle(chat: Chat) -> str:
    check: Callable[[str], Html | None] = ahead(chat.text, chat.me)
    said = await chat.ask(
        "value", chat.text("edition-ask-next"), at_most=20, optional=True, check=check
    )
    found = read_day(said)
    return found.isoformat() if found else ""


async def _accepted(chat: Chat, new: Plan, before: list[Problem], called: dict[str, str]) -> None:
    """New warnings are read and lived with, or the answer is given again."""
    found = problems(new, chat.me.now, chat.me.zone)
    if any(not problem.warning and problem not in before for problem in found):
        return  # refused when it is saved
    unwise = [problem for problem in found if problem not in before]
    if not unwise:
        return
    page = edition_problems.page(chat.text, unwise, called)
    choices = (
        Choice("yes", chat.text("edition-accept"), wide=True),
        Choice("value", chat.text("edition-other"), wide=True),
    )
    prompt = lines(page, chat.text("edition-accept-ask"), by="\n\n")
    if await chat.confirm("accept", prompt, choices) != "yes":
        chat.edit("value")


def _words(text: Text) -> dict[str, Html]:
    return {
        "name": text("edition-ask-title"),
        "name-en": text("edition-ask-title-en"),
        "about": text("edition-ask-about"),
    }


def _numbers(text: Text) -> dict[str, Html]:
    return {
        "year": text("edition-ask-year"),
        "money": text("edition-ask-whole"),
        "cap": text("edition-ask-cap"),
        "each": text("edition-ask-each"),
        "age": text("edition-ask-age"),
        "support": text("edition-ask-support"),
        "most": text("edition-ask-most"),
        "shortlist": text("edition-ask-shortlist"),
        "minimum": text("edition-ask-minimum"),
        "fix_days": text("edition-ask-fix"),
        "appeal_days": text("edition-ask-appeal"),
        "review_days": text("edition-ask-review"),
        "stale_days": text("edition-ask-stale"),
    }


def _options(text: Text) -> dict[str, tuple[Html, dict[str, Html]]]:
    return {
        "residents": (
            text("edition-ask-residents"),
            {"yes": text("rules-residents-yes"), "no": text("rules-residents-no")},
        ),
        "identity": (
            text("edition-ask-identity"),
            {
                "phone": text("rules-identity-phone"),
                "register": text("rules-identity-register"),
                "code": text("rules-identity-code"),
                "desk": text("rules-identity-desk"),
                "account": text("rules-identity-account"),
            },
        ),
        "paper": (
            text("edition-ask-paper"),
            {
                "none": text("rules-paper-none"),
                "replaces": text("rules-paper-replaces"),
                "blocked": text("rules-paper-blocked"),
            },
        ),
        "rule": (
            text("edition-ask-rule"),
            {
                "greedy": text("rules-rule-greedy"),
                "greedy-no-skip": text("rules-rule-no-skip"),
                "equal-shares": text("rules-rule-equal-shares"),
                "equal-shares/add1": text("rules-rule-add1"),
                "equal-shares/add1u": text("rules-rule-add1u"),
            },
        ),
        "tie": (
            text("edition-ask-tie"),
            {"cheaper": text("rules-tie-cheaper"), "lot": text("rules-tie-lot")},
        ),
    }


async def apply(session: Any, me: Me, text: Text, result: Change | Done | Open) -> Outcome:
    if not isinstance(result, Change):
        return result
    vote = result.vote
    by = By(me.person, vote.municipality, me.now)
    try:
        await _write(session, me, result, by)
    except Impossible as refused:
        page = edition_problems.page(text, refused.problems, result.names)
        return Refused(page, forget=("value",))
    except NotNow:
        return Done(text("edition-state"), then=Open("edition-desk", str(vote.id)))
    group = next(group for group, settings in GROUPS.items() if result.setting in settings)
    return Done(text("edition-changed"), then=Open("edition-set", f"{vote.id}:{group}"))


async def _write(session: Any, me: Me, change: Change, by: By) -> None:
    vote, words = change.vote, change.value
    if change.plan is not None:
        await edition_changes.change(session, vote.id, by, change.plan)
        return
    column = "about" if change.setting == "about" else "name"
    language = "en" if change.setting == "name-en" else me.main_language
    kept = {**(vote.about if column == "about" else vote.name), language: words}
    await edition_changes.name(session, vote.id, by, column, kept)


JOURNEYS = (Journey("edition-set", script, apply),)
