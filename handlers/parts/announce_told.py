"""The report of an announcement in words: counts that add up to everybody."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.journey import Text
from bot.messages import Html, Words, lines
from handlers.parts.announce_words import euros
from storage import announcements, campaign_fates, campaigns, polls
from storage.campaign_fates import Written
from storage.campaigns import Report
from storage.letters import DEVICE
from storage.tables.mail import CORRECTION, RETRY

LINES = {
    "sent": "announce-sent",
    "waiting": "announce-waiting",
    "opted_out": "announce-opted-out",
    "unreachable": "announce-unreachable",
    "refused": "announce-failed",
    "failed": "announce-failed",
    "outdated": "announce-outdated",
    "superseded": "announce-outdated",
    "cancelled": "announce-cancelled",
    "unknown": "announce-unknown",
}


async def told(session: Any, text: Text, written: Written, language: str) -> Html:
    """All there is to say of it now."""
    report = await campaigns.report(session, written.id, written.municipality_id)
    assert report is not None
    return lines(
        lines(_head(text, written, report), *await _counts(session, text, report)),
        await _cost(session, text, written),
        await _poll(session, text, written, language),
        by="\n\n",
    )


def _head(text: Text, written: Written, report: Report) -> Html:
    kinds = {CORRECTION: text("announce-is-correction"), RETRY: text("announce-is-retry")}
    kind = kinds.get(written.kind, Html(""))
    return lines(text("announce-report", state=report.state, count=report.people), kind)


async def _counts(session: Any, text: Text, report: Report) -> list[Html]:
    receipts = await campaign_fates.receipts(session, report.id)
    reasons = await campaign_fates.reasons(session, report.id)
    said = []
    for state, count in together(report.counts).items():
        said.append(text(LINES[state], count=count))
        if state == "sent" and receipts.delivered:
            delivered, seen = receipts.delivered, receipts.seen
            said.append(text("announce-receipts", delivered=delivered, seen=seen))
        if state == "refused":
            said += _reasons(text, reasons)
    return said


def _reasons(text: Text, reasons: Mapping[str, int]) -> Iterator[Html]:
    """What a messenger answered, in words where they are known, else its code."""
    for code, count in reasons.items():
        known = {
            DEVICE: text("announce-reason-device"),
            "bad_request": text("announce-reason-form"),
            "too_big": text("announce-reason-big"),
            "gone": text("announce-reason-file"),
            "error": text("announce-reason-ours"),
        }.get(code)
        yield text("announce-reason", reason=known or code or "—", count=count)


def together(counts: Mapping[str, int]) -> dict[str, int]:
    """States that read alike, added; in the order of the page."""
    summed: dict[str, int] = {}
    for state, line in LINES.items():
        first = next(name for name in LINES if LINES[name] == line)
        if count := counts.get(state, 0):
            summed[first] = summed.get(first, 0) + count
    return summed


async def _cost(session: Any, text: Text, written: Written) -> Html:
    return text("announce-cost", cost=euros(written.cost)) if written.cost else Html("")


async def _poll(session: Any, text: Text, written: Written, language: str) -> Html:
    """How often each answer was chosen, once ten have answered."""
    found = await announcements.of_campaign(session, written.id)
    if found is None or found.poll is None:
        return Html("")
    options = [Words(option).read(language) for option in found.poll["options"]]
    counts = await polls.counts(session, found.id, len(options))
    head = text("announce-question", question=Words(found.poll["question"]).read(language))
    if counts is None:
        return lines(head, text("announce-poll-few"))
    rows = zip(options, counts, strict=True)
    said = (text("announce-poll-count", option=name, count=count) for name, count in rows)
    return lines(head, *said)
