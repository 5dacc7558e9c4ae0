"""The letter to somebody who has left a lesson half-way."""

from typing import Any

from bot.civic.course import next_lesson, passed
from bot.journey import DueNow, Tools
from bot.messages import Choice, Outgoing
from handlers.parts.learning import content_of
from storage import academy, campaigns, mail, people
from storage.due import Outdated
from storage.recipients import recipient
from storage.tables.mail import NOTICE
from storage.tables.topics import LEARNING


async def nudge(session: Any, row: DueNow, tools: Tools) -> None:
    """Not in the quiet hours, and not to whoever is through."""
    learning = await academy.idle(session, int(row.subject.partition(":")[2]))
    who = await recipient(session, row.person_id)
    content = learning and who and content_of(learning, who.language)
    if not learning or not who or not content:
        raise Outdated
    ids = [lesson.id for lesson in content.of(learning.track)]
    standings = await academy.standings(session, learning.id)
    title = content.lessons[next_lesson(ids, standings)].title
    left = len(ids) - passed(ids, standings)
    choices = (
        Choice("go:learn:", tools.text(who.language, "learn-go-on"), wide=True),
        Choice("go:topics:", tools.text(who.language, "learn-nudge-off"), wide=True),
    )
    menu = (Choice("!menu", tools.text(who.language, "core-menu")),)
    said = tools.text(who.language, "learn-nudge", title=title, left=left)
    body = Outgoing(said, choices, menu).to_json()
    known = await people.who_is(session, row.person_id)
    at = tools.now()
    if known.municipality_id:
        at = await campaigns.awake(session, known.municipality_id, at)
    kept = {"lane": NOTICE, "topic": LEARNING, "due_at": at}
    await mail.post(session, [mail.letter(who.bot, who.account_id, body, tools.now()) | kept])


DUE = {academy.NUDGE: nudge}
