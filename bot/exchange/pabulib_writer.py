"""Writing `.pb` files that pass the library's own checker (pabulib-checker 1.0)."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from bot.civic.amounts import Amount, decimal
from bot.civic.ballots import APPROVING, Kind, ranked_points
from bot.exchange.pabulib import Election, Vote

# fmt: off
# The prescribed orders (pabulib.org/format); the checker warns of any other.
META_KEYS = (
    "description", "country", "unit", "district", "subunit", "instance", "num_projects",
    "num_votes", "budget", "vote_type", "rule", "date_begin", "date_end", "min_length",
    "max_length", "min_sum_cost", "max_sum_cost", "min_points", "max_points", "min_sum_points",
    "max_sum_points", "default_score", "min_project_cost", "max_project_cost",
    "min_project_score_threshold", "neighborhoods", "subdistricts", "categories", "edition",
    "language", "currency", "fully_funded", "experimental", "comment", "acknowledgments",
)
NEEDED = (
    "description", "country", "unit", "instance", "budget", "vote_type", "rule", "date_begin",
    "date_end",
)
PROJECT_COLUMNS = (
    "project_id", "cost", "votes", "score", "name", "category", "beneficiaries", "selected",
    "neighborhood", "subunit", "district", "description", "proposer", "public_id", "latitude",
    "longitude",
)
VOTE_COLUMNS = (
    "voter_id", "vote", "points", "age", "sex", "voting_method", "district", "neighborhood",
    "education",
)
# fmt: on


class Unpublishable(ValueError):
    """The election cannot be told in this format; one sentence says why."""


def write(election: Election) -> bytes:
    """The file; counts, results and the order of rows are worked out here, not taken over.

    Projects with equal results keep the order given.  Raises Unpublishable.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(["META"])
    writer.writerow(["key", "value"])
    writer.writerows(_meta(election).items())
    for title, columns, rows in (
        ("PROJECTS", PROJECT_COLUMNS, _projects(election)),
        ("VOTES", VOTE_COLUMNS, [_vote(election, vote) for vote in election.votes]),
    ):
        header = _header(title, columns, rows)
        writer.writerow([title])
        writer.writerow(header)
        writer.writerows([_line(row.get(column, "")) for column in header] for row in rows)
    return out.getvalue().encode()


def _meta(election: Election) -> dict[str, str]:
    counted = {
        "num_projects": str(len(election.projects)),
        "num_votes": str(len(election.votes)),
    }
    meta = {key: _line(value) for key, value in {**election.meta, **counted}.items() if value}
    for key in NEEDED:
        if key not in meta:
            raise Unpublishable(f"META needs a {key}")
    for key in meta:
        if key not in META_KEYS:
            raise Unpublishable(f"META knows no {key}")
    if "max_length" in meta:
        # A ballot cannot be longer than the list: the checker calls it an error.
        meta["max_length"] = str(min(election.longest, len(election.projects)))
    return {key: meta[key] for key in META_KEYS if key in meta}


def _projects(election: Election) -> list[dict[str, str]]:
    """Rows by result: of equal ones the checker takes the first to go first."""
    votes = dict.fromkeys((entry.id for entry in election.projects), 0)
    scores: dict[str, Amount] = dict.fromkeys(votes, 0)
    for vote in election.votes:
        for pick, points in zip(vote.picks, _points(election, vote), strict=True):
            votes[pick] += 1
            scores[pick] += points
    ranked = sorted(election.projects, key=lambda entry: -scores[entry.id])
    return [
        {
            **entry.more,
            "project_id": _id(entry.id),
            "cost": decimal(entry.cost),
            "votes": str(votes[entry.id]),
            **({} if election.kind in APPROVING else {"score": decimal(scores[entry.id])}),
        }
        for entry in ranked
    ]


def _vote(election: Election, vote: Vote) -> dict[str, str]:
    if not vote.picks or len(set(vote.picks)) < len(vote.picks):
        raise Unpublishable(f"the ballot of voter {vote.voter} is empty or names a project twice")
    points = _points(election, vote)
    # Best first: the format's order for points, and that of ranks already.
    by_points = sorted(zip(points, vote.picks, strict=True), key=lambda mark: -mark[0])
    row = {**vote.more, "voter_id": vote.voter, "vote": ",".join(pick for _, pick in by_points)}
    if election.kind not in APPROVING:
        row["points"] = ",".join(decimal(mark[0]) for mark in by_points)
    return row


def _points(election: Election, vote: Vote) -> Sequence[Amount]:
    if election.kind in APPROVING:
        return [1] * len(vote.picks)
    if election.kind is Kind.ORDINAL and not vote.points:
        return ranked_points(len(vote.picks), election.longest)
    return vote.points


def _header(title: str, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> list[str]:
    used = {column for row in rows for column, cell in row.items() if cell}
    if strange := used - set(columns):
        raise Unpublishable(f"{title} knows no column {min(strange)}")
    return [column for column in columns if column in used or column in columns[:2]]


def _line(cell: str) -> str:
    return " ".join(cell.split())


def _id(project: str) -> str:
    if not project or set(project) & set(",; \n"):
        raise Unpublishable(f"a project id holds no comma, semicolon or blank: {project!r}")
    return project
