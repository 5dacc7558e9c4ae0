"""A result with many projects: short in the message, whole and page by page behind a button."""

from datetime import timedelta

from storage import votes
from tests.dialogues.test_vote import VOTE, both, check
from tests.dialogues.test_vote_end import polled, seal
from tests.dialogues.test_works import choose
from tests.support import golden
from tests.support.world import World

MORE = ("ბიბლიოთეკა", "სკვერი", "ჭადრაკის კლუბი", "ველობილიკი", "საბავშვო ბაღის ეზო")


async def add_projects(world: World) -> None:
    rows = [
        {
            "number": number,
            "title": {"ka": title},
            "cost": 50_000 + number,
        }  # else a lot decides their order
        for number, title in enumerate(MORE, 8)
    ]
    async with world.database.writing() as session:
        await votes.add_projects(session, VOTE, rows)


@both
async def test_a_long_result_is_read_page_by_page(demo_world: World, messenger: str):
    await add_projects(demo_world)
    people, staff = await polled(demo_world, messenger)
    reader = golden.Record(people[messenger == "viber"])
    await seal(demo_world, staff)
    await demo_world.tick()
    demo_world.clock.move(timedelta(days=1))
    await demo_world.tick()
    reader.wait("the announced hour")
    await choose(reader, "ყველა პროექტი და მიზეზები")
    await choose(reader, "შემდეგი პროექტები")
    await choose(reader, "მოკლე შედეგი")
    check(reader, f"results_long_{messenger}")
    told = "\n".join(reader.lines)
    assert all(title in told for title in MORE)
