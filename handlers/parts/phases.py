"""What an edition's phase refuses, in words: why, until when it was possible, what comes next."""

from datetime import date, datetime

from bot.civic.phases import Refusal, Why
from bot.formats import day, hour
from bot.journey import Me, Text
from bot.messages import Html, lines


def why_not(text: Text, me: Me, refused: Refusal) -> Html:
    """ "Ideas were taken until 01.03.2027, 18:00.  Voting begins: 10.05.2027, 10:00." """
    if refused.then and refused.then_at:
        then = text("phase-next", phase=refused.then.value, at=moment(me, refused.then_at))
    elif refused.next_cycle:
        then = text("phase-next-cycle", day=day(date.fromisoformat(refused.next_cycle)))
    else:
        then = Html("")
    return lines(_why(text, me, refused), then)


def moment(me: Me, at: datetime) -> str:
    """Day and hour where the reader lives."""
    return f"{day(at, me.zone)}, {hour(at, me.zone)}"


def _why(text: Text, me: Me, refused: Refusal) -> Html:
    act = refused.act.value
    if refused.at is None:
        return {
            Why.DRAFT: text("phase-draft"),
            Why.ABSENT: text("phase-absent"),
            Why.WAITING: text("phase-waiting"),
            Why.STOPPED: text("phase-stopped"),
        }[refused.why]
    at = moment(me, refused.at)
    if refused.why is Why.SOON:
        return text("phase-soon", act=act, at=at)
    return text("phase-over", act=act, at=at)
