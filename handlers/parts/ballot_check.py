"""The check before sealing, as both people who seal see it."""

from bot.conversation import Chat
from bot.formats import listed
from bot.messages import Html, lines, safe
from handlers.parts.staff_vote import named
from storage import checks, votes
from storage.checks import Check
from storage.votes import Vote


async def figures(chat: Chat, vote: Vote) -> Html:
    """Figures that must meet, and what still stands in the way."""
    found = await chat.read(checks.check, vote.id)
    text = chat.text
    told = [
        text("check-title"),
        text("check-ballots", count=str(found.ballots)),
        text("check-replaced", count=str(found.replaced)) if found.replaced else "",
        text("check-void", count=str(found.void)) if found.void else "",
        await _zones(chat, vote, found),
    ]
    return lines(lines(*told), _problems(chat, found) or text("check-fine"), by="\n\n")


async def _zones(chat: Chat, vote: Vote, found: Check) -> Html:
    names = await chat.read(votes.zones, vote.id)
    rows = []
    for zone, sums in found.zones.items():
        name = safe(named(chat.me, names[zone])) if zone in names else chat.text("check-whole")
        rows.append(
            chat.text(
                "check-paper",
                zone=name,
                signatures=str(sums.signatures),
                valid=str(sums.valid),
                invalid=str(sums.invalid),
            )
        )
    return lines(*rows)


def _problems(chat: Chat, found: Check) -> Html:
    """One line for each; nobody can seal before all are gone."""
    said = {
        "entered": chat.text("check-entered", numbers=_numbers(found.entered)),
        "held": chat.text("check-held", numbers=_numbers(found.held)),
        "voiding": chat.text("check-voiding", count=found.asked),
        "lot": chat.text("check-lot"),
        "mismatch": chat.text(
            "check-mismatch", ballots=str(found.ballots), voters=str(found.voters)
        ),
    }
    return lines(*(said[problem] for problem in found.problems))


def _numbers(found: tuple[int, ...]) -> str:
    return listed(map(str, found))
