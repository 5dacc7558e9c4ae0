"""The facts every deployment starts from: the 64 municipalities of Georgia.

Settlements are no part of it: each municipality imports its own list.
"""

import csv
from pathlib import Path

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.people import Municipality

FILE = Path(__file__).parent / "seed" / "municipalities.csv"


async def seed(session: AsyncSession) -> int:
    """Add the municipalities, or correct their names; settings that staff chose stay.  How many."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    insert = engine.insert(Municipality)
    facts = {name: insert.excluded[name] for name in ("name", "region", "kind")}
    rows = _rows()
    await session.execute(insert.on_conflict_do_update(index_elements=["id"], set_=facts), rows)
    return len(rows)


def _rows() -> list[dict[str, object]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            {
                "id": row["id"],
                "name": {"ka": row["name_ka"], "en": row["name_en"]},
                "region": {"ka": row["region_ka"], "en": row["region_en"]},
                "kind": row["kind"],
            }
            for row in csv.DictReader(file)
        ]
