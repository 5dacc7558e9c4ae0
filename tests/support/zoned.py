"""The demo's vote with a pot of its own for one village, beside that of the whole municipality."""

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import Kind, Rules
from storage.demo.place import DEMO
from storage.tables.people import Settlement
from storage.tables.votes import Process, Project, Zone, ZoneSettlement
from tests.support.world import World

VOTE = 1
VILLAGE = "village"
OF_VILLAGE = (1, 2, 3)  # numbers of the village's own projects
TWO_LISTS = Rules(pots={"": 40_000, VILLAGE: 20_000}, most=3, picks={VILLAGE: (1, 2)})
ONE_EACH = Rules(pots={"": 40_000, VILLAGE: 20_000}, most=1, kind=Kind.CHOOSE_ONE)


async def give_the_village_a_pot(world: World, rules: Rules = TWO_LISTS) -> None:
    """Nimusha, where the poster's code of the vote leads, becomes a zone."""
    async with world.database.writing() as session:
        zone = {"process_id": VOTE, "code": VILLAGE, "name": {"ka": "ნიმუშა", "en": "Nimusha"}}
        await session.execute(insert(Zone).values(zone))
        await _votes_in(session, "S1", VILLAGE)
        await session.execute(
            update(Process).where(Process.id == VOTE).values(rules=rules.to_json())
        )
        mine = Project.number.in_(OF_VILLAGE)
        await session.execute(
            update(Project).where(Project.process_id == VOTE, mine).values(zone=VILLAGE)
        )


async def without_a_pot(world: World, village: str) -> None:
    """The people of this village vote on the municipality's list alone."""
    async with world.database.writing() as session:
        await _votes_in(session, village, "")


async def _votes_in(session: AsyncSession, village: str, zone: str) -> None:
    query = select(Settlement.id).where(
        Settlement.municipality_id == DEMO, Settlement.code == village
    )
    place = (await session.execute(query)).scalar_one()
    row = {"process_id": VOTE, "settlement_id": place, "code": zone}
    await session.execute(insert(ZoneSettlement).values(row))
