"""Ideas of the neighbours: the list, one's own, and one idea.

The subject is '' for the list, "mine", "top", "c-<category>", "s-<settlement>",
"z-<edition>-<zone>", or an idea's id.
"""

from typing import Any

from bot.civic.phases import Act, refusal
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Picture, Words, lines
from handlers.parts import idea_page as page
from handlers.parts.review_words import fault
from handlers.parts.survey_needs import asked_for
from storage import author_news, idea_reports, ideas, own_ideas, votes
from storage.ideas import Shown, Wanted
from storage.places import settlement_name
from storage.votes import Vote

NEW, MINE, FIND = "new", "mine", "find"
FAULTY = ("returned", "declined", "refused")
KEEPABLE = ("unsupported", "declined", "refused", "left", "lost", "withdrawn")
Link = tuple[str, Open | str]


async def script(chat: Chat) -> Done | Open:
    if chat.subject.isdecimal():
        return await _one(chat)
    if chat.me.municipality is None:
        return Open("join")
    return await (_mine(chat) if chat.subject == MINE else _all(chat))


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


def wanted(subject: str) -> Wanted:
    """The part of the list that a subject means."""
    kind, _, rest = subject.partition("-")
    if kind == "s" and rest.isdecimal():
        return Wanted(settlement=int(rest))
    if kind == "z" and (parts := rest.partition("-"))[0].isdecimal():
        return Wanted(zone=(int(parts[0]), parts[2]))
    return Wanted(category=rest if kind == "c" else "", top=kind == "top")


async def _all(chat: Chat) -> Done | Open:
    found = await chat.read(ideas.listed, chat.me.municipality, wanted(chat.subject))
    more = [
        Choice(NEW, chat.text("idea-new"), wide=True),
        Choice(MINE, chat.text("idea-mine")),
        Choice(FIND, chat.text("idea-find")),
    ]
    if not found:
        none = chat.text("idea-none-such") if chat.subject else chat.text("idea-none")
        find = ((chat.text("idea-find"), Open("ideas-find")),) if chat.subject else ()
        return Done(none, links=((chat.text("idea-new"), Open("idea")), *find))
    return await _choose(chat, await _head(chat), [*more, *page.rows(chat, found)])


async def _head(chat: Chat) -> Html:
    """Which part of the list it is."""
    text, part = chat.text, wanted(chat.subject)
    if part.top:
        return text("idea-list-top")
    name: str = text("idea-category", category=part.category) if part.category else ""
    if part.settlement is not None:
        words = Words(await chat.read(settlement_name, part.settlement))
        name = words.read(chat.me.language, chat.me.main_language)
    if part.zone is not None and (vote := await chat.read(votes.find, part.zone[0])):
        name = await page.zone_name(chat, vote, part.zone[1])
    return text("idea-list-of", what=name) if name else text("idea-list")


async def _mine(chat: Chat) -> Done | Open:
    found = await chat.read(ideas.of_author, chat.me.person)
    if not found:
        return Done(chat.text("idea-mine-none"), links=((chat.text("idea-new"), Open("idea")),))
    new = Choice(NEW, chat.text("idea-new"), wide=True)
    prompt = chat.text("idea-mine-list")
    return await _choose(chat, prompt, [new, *await page.own_rows(chat, found)])


async def _choose(chat: Chat, prompt: Html, choices: list[Choice]) -> Open:
    chosen = await chat.choose("idea", prompt, choices)
    if chosen == FIND:
        return Open("ideas-find")
    return Open("idea") if chosen == NEW else Open("ideas", chosen)


async def _one(chat: Chat) -> Done:
    idea = await chat.read(ideas.find, int(chat.subject), chat.me.person)
    if idea is None:
        return Done(chat.text("idea-gone"), links=((chat.text("idea-to-list"), Open("ideas")),))
    vote = await chat.read(votes.find, idea.process_id or "")
    key = await page.standing(chat, idea, vote)
    for place, photo in enumerate(idea.photos, 2):
        chat.say(f"photo-{place}", Html(""), Picture(photo))
    links = await _own(chat, idea, vote, key) if idea.mine else _others(chat, idea, vote)
    picture = Picture(idea.photo) if idea.photo else None
    needed, surveyed = await asked_for(chat, idea.id)
    back = (chat.text("idea-to-list"), Open("ideas"))
    told = lines(await _told(chat, idea, vote, key), needed, by="\n\n")
    return Done(told, picture=picture, links=(*links, *surveyed, back))


async def _told(chat: Chat, idea: Shown, vote: Vote | None, key: str) -> Html:
    text, me = chat.text, chat.me
    return lines(
        text("idea-heading-numbered", number=str(idea.number), title=idea.title),
        idea.text,
        lines(
            text("idea-settlement", settlement=page.settlement(me, text, idea)),
            await page.zone_line(chat, vote, idea.zone),
            page.place_line(text, idea.place, idea.lat is not None),
            text("idea-category-line", category=idea.category),
            page.cost_line(text, idea.cost),
            text("idea-benefit", who=idea.beneficiaries) if idea.beneficiaries else "",
            text("idea-date", date=day(idea.submitted_at, me.zone)),
            "" if idea.mine else text("idea-state-line", state=key),
            page.supporters(text, idea, key, vote),
        ),
        await _news(chat, idea, vote, key) if idea.mine else _moved(chat, idea),
        by="\n\n",
    )


async def _news(chat: Chat, idea: Shown, vote: Vote | None, key: str) -> Html:
    """For its author: where it stands and why, what comes next and until when."""
    return lines(
        lines(chat.text("idea-yours"), chat.text("idea-state-line", state=key)),
        await _why(chat, idea, key),
        page.next_line(chat.me, chat.text, key, (idea, vote)),
        by="\n\n" if key in ("hidden", *FAULTY) else "\n",
    )


async def _why(chat: Chat, idea: Shown, key: str) -> Html:
    """Why it was stopped, in the words of whoever decided."""
    if key == "hidden":
        reason = await chat.read(idea_reports.hidden_because, idea.id)
        return chat.text("idea-hidden-because", reason=reason)
    if key not in FAULTY:
        return Html("")
    found = await chat.read(author_news.last_fault, idea.id)
    return fault(chat.text, found) if found else Html("")


def _moved(chat: Chat, idea: Shown) -> Html:
    return chat.text("idea-moved", number=str(idea.moved_to)) if idea.moved_to else Html("")


def _others(chat: Chat, idea: Shown, vote: Vote | None) -> list[Link]:
    """What a neighbour can do."""
    text, id = chat.text, str(idea.id)
    links: list[Link] = []
    open_now = vote is None or refusal(vote, Act.SUPPORT, chat.me.received) is None
    if idea.may_support and open_now:
        stands = (text("idea-take-back"), Open("idea-unsupport", id))
        links.append(stands if idea.supported else (text("idea-support"), Open("idea-support", id)))
    links += _seen(chat, idea)
    if idea.municipality_id == chat.me.municipality:
        links.append((text("idea-report"), Open("idea-report", id)))
    return links


async def _own(chat: Chat, idea: Shown, vote: Vote | None, key: str) -> list[Link]:
    """What its author can do."""
    text, id = chat.text, str(idea.id)
    links: list[Link] = []
    waits = key in ("kept", "standing") and idea.moved_to is None
    taking = await chat.read(own_ideas.taking, chat.me.municipality, chat.me.received)
    if waits and taking is not None:
        links.append((text("idea-again"), Open("idea-again", id)))
    if key == "returned":
        links.append((text("idea-fix"), Open("fix", id)))
    if key == "declined":
        links.append((text("idea-appeal"), Open("appeal", id)))
    if key in KEEPABLE:
        links.append((text("idea-keep"), Open("idea-keep", id)))
    elif key not in ("kept", "hidden", "merged", "won"):
        links.append((text("idea-withdraw"), Open("idea-withdraw", id)))
    return [*_seen(chat, idea), *links]


def _seen(chat: Chat, idea: Shown) -> list[Link]:
    """The map, and a picture to pass on of what everybody may see."""
    links: list[Link] = []
    if address := page.map_link(idea):
        links.append((chat.text("idea-map"), address))
    if idea.state not in ("withdrawn", "hidden", "kept"):
        links.append((chat.text("idea-share"), Open("idea-share", str(idea.id))))
    return links


JOURNEYS = (Journey("ideas", script, apply),)
