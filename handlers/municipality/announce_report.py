"""What became of an announcement, and stopping it.  The subject is the campaign's id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, DueNow, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Html, Outgoing, lines
from handlers.parts.announce_told import told
from storage import campaign_fates, campaigns, mail
from storage.audiences import count_people
from storage.campaign_fates import Written
from storage.campaigns import STOPPABLE
from storage.due import Outdated
from storage.log import note
from storage.recipients import recipient
from storage.staff import is_staff
from storage.tables.mail import ANNOUNCEMENT, NOTICE

Links = tuple[tuple[str, Open], ...]


@dataclass(frozen=True, slots=True)
class Stopping:
    """A campaign that is to end now."""

    written: Written


async def ask_stop(chat: Chat) -> Stopping | Done:
    """No second question: two minutes are short."""
    written = await _written(chat)
    return Stopping(written) if written else _not_staff(chat)


async def stop(session: Any, me: Me, text: Text, result: Stopping | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    id, place = result.written.id, result.written.municipality_id
    if not await is_staff(session, me.person, place):
        return Done(text("announce-not-staff"))
    stopped = await campaigns.stop(session, id, place)
    if stopped:
        await campaign_fates.settle(session, id)
        subject = f"campaign:{id}"
        await note(session, "stop", me.now, person=me.person, municipality=place, subject=subject)
    written = await campaign_fates.find(session, id)
    assert written is not None
    head = text("announce-stopped") if stopped else text("announce-nothing-to-stop")
    said = lines(head, await told(session, text, written, me.language), by="\n\n")
    return Done(said, links=await _onward(session, text, written))


async def show(chat: Chat) -> Written | Done:
    return await _written(chat) or _not_staff(chat)


async def apply(session: Any, me: Me, text: Text, result: Written | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    said = await told(session, text, result, me.language)
    return Done(said, links=await _onward(session, text, result))


async def tell_maker(session: Any, row: DueNow, tools: Tools) -> None:
    """The report, when the last letter has ended."""
    await campaign_fates.settle(session, int(row.subject))
    written = await campaign_fates.find(session, int(row.subject))
    who = await recipient(session, row.person_id)
    if written is None or who is None:
        raise Outdated

    def text(name: str, /, **args: Any) -> Html:
        return tools.text(who.language, name, **args)

    links = await _onward(session, text, written)
    choices = [Choice(f"go:{to.journey}:{to.subject}", label, wide=True) for label, to in links]
    menu = (Choice("!menu", text("core-menu")),)
    said = await told(session, text, written, who.language)
    body = Outgoing(said, tuple(choices), menu).to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE)
    await mail.post(session, [letter])


async def _onward(session: Any, text: Text, written: Written) -> Links:
    """What can be done with it now."""
    id = str(written.id)
    links: list[tuple[str, Open]] = [(text("announce-to-report"), Open("announce-report", id))]
    if written.state in STOPPABLE:
        links.append((text("announce-stop"), Open("announce-stop", id)))
    if await count_people(session, {"reached": written.id}):
        links.append((text("announce-to-correct"), Open("announce-correct", id)))
    ended = written.state in ("done", "stopped") and written.kind == ANNOUNCEMENT
    if ended and await campaign_fates.retryable(session, written.id):
        links.append((text("announce-to-retry"), Open("announce-retry", id)))
    return tuple(links)


async def is_fresh(session: Any, id: str, version: int) -> bool:
    """Letters of a stopped announcement that were in flight and came back stay here."""
    return await campaigns.not_stopped(session, int(id))


async def _written(chat: Chat) -> Written | None:
    """The campaign, if staff wrote it and the person works for its municipality."""
    if not chat.subject.isdecimal():
        return None
    place = await chat.read(campaigns.municipality_of, int(chat.subject))
    if place is None or not await chat.read(is_staff, chat.me.person, place):
        return None
    return await chat.read(campaign_fates.find, int(chat.subject))


def _not_staff(chat: Chat) -> Done:
    return Done(chat.text("announce-not-staff"))


JOURNEYS = (Journey("announce-stop", ask_stop, stop), Journey("announce-report", show, apply))
DUE = {campaigns.DONE: tell_maker}
FRESH = {"campaign": is_fresh}
