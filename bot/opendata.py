"""A told vote as files that anybody may take, check and count again.

The same vote gives the same bytes every time.  Ballots stand in an order made from their random
keys, another one in each file, so that neither the order nor two files together tell of a person.
"""

import csv
import hashlib
import io
import json
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic import tally
from bot.civic.amounts import decimal, to_data
from bot.civic.ballots import Project, Tie
from bot.civic.outcomes import Excluded, Outcome, Result
from bot.exchange.pabulib import Election
from bot.exchange.pabulib import Vote as Row
from bot.exchange.pabulib_writer import write
from bot.exchange.publish import publish
from bot.formats import day
from bot.messages import Words
from storage import public_pages, reports, results, votes
from storage.public_pages import Office
from storage.reports import Report
from storage.results import Sheet
from storage.tables.votes import Project as ProjectRow
from storage.tables.votes import SealedBallot

METHODS = {"chat": "internet", "paper": "paper"}
"""How the format calls the ways of voting."""

TIES = {
    Tie.CHEAPER: "Equal results: the cheaper project goes first, then a lot.",
    Tie.LOT: "Equal results: a lot decides.",
    Tie.ROWS: "Equal results: the project with the smaller number goes first.",
}
ELSEWHERE = "Out of the count, because a winner of another part excludes it: "
SUMS = "SHA256SUMS"
COLUMNS = ("zone", "rank", "number", "title", "cost", "votes", "funded", "reason", "figures")


class TooEarly(Exception):
    """There is nothing to give out yet; `why` names the reason."""

    def __init__(self, why: str, at: datetime | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.at = at


@dataclass(frozen=True, slots=True)
class Sealed:
    """One ballot without its voter."""

    key: str
    choices: tuple[str, ...]
    method: str


@dataclass(frozen=True, slots=True)
class Data:
    """Everything the files are made of."""

    office: Office
    report: Report
    sheet: Sheet
    ballots: tuple[Sealed, ...]
    categories: dict[str, str]
    receipts: tuple[str, ...]


async def gather(session: AsyncSession, id: str | int, now: datetime) -> Data | None:
    """What can be published of a vote; None if there is none.  Raises TooEarly."""
    vote = await votes.find(session, id)
    if vote is None:
        return None
    if vote.seal_step != "done":
        raise TooEarly("not-sealed")
    if vote.state != "counted":
        raise TooEarly("not-counted")
    if not vote.released:
        raise TooEarly("held-back")
    if not vote.told(now):
        raise TooEarly("not-announced", vote.results_at)
    query = select(SealedBallot.key, SealedBallot.choices, SealedBallot.method)
    rows = await session.execute(query.where(SealedBallot.process_id == vote.id))
    named = select(ProjectRow.number, ProjectRow.category).where(ProjectRow.process_id == vote.id)
    return Data(
        await public_pages.office(session, vote.municipality),
        await reports.report(session, vote),
        await results.sheet(session, vote),
        tuple(Sealed(key, tuple(choices), method) for key, choices, method in rows),
        {str(number): category for number, category in await session.execute(named)},
        tuple(await votes.receipts(session, vote.id)),
    )


def files(data: Data) -> dict[str, bytes]:
    """Every file by its name; the last one has the SHA-256 of the others."""
    made = dict(_elections(data))
    made["results.csv"] = _table(data)
    made["receipts.txt"] = "".join(f"{receipt}\n" for receipt in data.receipts).encode()
    made["rules.json"] = _rules(data)
    sums = [f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in made.items()]
    return {**made, SUMS: "".join(f"{line}\n" for line in sums).encode()}


def _elections(data: Data) -> Iterator[tuple[str, bytes]]:
    """A `.pb` for every pot that has ballots."""
    sheet = data.sheet
    counted = tally.count(sheet.rules, sheet.projects, sheet.groups)
    for place, zone in enumerate(sheet.rules.pots, 1):
        local = [project for project in sheet.projects if project.zone == zone]
        rows = _rows(data, zone, {project.id for project in local})
        if rows:
            slug = re.sub(r"[^A-Za-z0-9_-]+", "-", zone).strip("-") or "whole"
            yield f"{place:02}-{slug}.pb", write(_election(data, zone, local, counted, rows))


def _election(
    data: Data, zone: str, local: Sequence[Project], counted: Result, rows: Sequence[Row]
) -> Election:
    ids = {project.id for project in local}
    gone = {o.project for o in counted.outcomes if o.project in ids and _excluded(o, ids)}
    shown = [
        (replace(project, withdrawn=project.withdrawn or project.id in gone), _more(data, project))
        for project in local
    ]
    about = _about(data, zone, sorted(gone))
    found = publish(about, data.sheet.rules, shown, data.sheet.groups, counted)
    return replace(found, votes=tuple(rows))


def _excluded(outcome: Outcome, local: Container[str]) -> bool:
    """Whether the winner that excludes it stands in another file."""
    return isinstance(outcome.reason, Excluded) and outcome.reason.by not in local


def _rows(data: Data, zone: str, ids: Container[str]) -> list[Row]:
    """The ballots that name a project of this pot, in an order that belongs to this file."""
    cut = [(ballot, [pick for pick in ballot.choices if pick in ids]) for ballot in data.ballots]
    kept = [(ballot, picks) for ballot, picks in cut if picks]
    kept.sort(key=lambda row: hashlib.sha256(f"{zone}\n{row[0].key}".encode()).digest())
    told = all(ballot.method in METHODS for ballot, _ in kept)  # else some are too few to tell
    return [
        Row(
            str(number),
            tuple(picks),
            (1,) * len(picks),
            {"voting_method": METHODS[ballot.method]} if told else {},
        )
        for number, (ballot, picks) in enumerate(kept, 1)
    ]


def _about(data: Data, zone: str, gone: Sequence[str]) -> dict[str, str]:
    """The head of a file."""
    vote, office = data.report.vote, data.office
    name = Words(vote.name).read(office.main_language)
    comments = [TIES[vote.rules.tie]] + ([ELSEWHERE + ", ".join(gone)] if gone else [])
    return {
        "description": f"{Words(office.name).read('en')}: {name}",
        "country": "Georgia",
        "unit": Words(office.name).read("en"),
        "subunit": Words(data.report.zones.get(zone, {})).read(office.main_language),
        "instance": f"{vote.opens_at.astimezone(office.zone):%Y}",
        "date_begin": day(vote.opens_at, office.zone),
        "date_end": day(vote.closes_at, office.zone),
        "edition": str(vote.id),
        "language": office.main_language,
        "currency": "GEL",
        "comment": " ".join(f"#{number}: {said}" for number, said in enumerate(comments, 1)),
    }


def _more(data: Data, project: Project) -> dict[str, str]:
    titles = {str(place.item.number): place.item.title for place in data.report.found}
    title = Words(titles[project.id]).read(data.office.main_language)
    return {"name": title, "category": data.categories[project.id]}


def _table(data: Data) -> bytes:
    """One row a project, for a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for place in data.report.found:
        outcome = place.outcome
        writer.writerow(
            [
                outcome.zone,
                outcome.rank or "",
                place.item.number,
                _cell(Words(place.item.title).read(data.office.main_language)),
                decimal(outcome.cost),
                outcome.votes,
                int(outcome.funded),
                outcome.reason.code,
                "; ".join(_figures(outcome)),
            ]
        )
    return b"\xef\xbb\xbf" + out.getvalue().encode()  # spreadsheets take other CSV for Latin-1


def _cell(text: str) -> str:
    """A spreadsheet would run a title that begins like a formula."""
    return f"'{text}" if text[:1] in "=+-@" else text


def _figures(outcome: Outcome) -> Iterator[str]:
    for field in fields(outcome.reason):
        yield f"{field.name}={json.dumps(to_data(getattr(outcome.reason, field.name)))}"


def _rules(data: Data) -> bytes:
    """The published rules as data, with how the lot fell."""
    vote = data.report.vote
    told = {
        "name": vote.name,
        "rules": replace(data.sheet.rules, lot=()).to_json(),
        "edition": vote.edition.to_json() if vote.edition else None,
        "lot": {
            "order": list(data.sheet.rules.lot),
            "public": vote.lot if vote.lot and vote.lot["confirmed"] else None,
            "seed": vote.tie_seed,
            "seed_sha256": hashlib.sha256(vote.tie_seed.encode()).hexdigest(),
        },
        "referee": vote.referee,
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
