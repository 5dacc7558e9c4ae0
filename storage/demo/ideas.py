"""Ideas of the demo's people, each in its author's language, and who stands behind them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import ideas, supports
from storage.ideas import NewIdea
from storage.tables.ideas import Idea

# Category, language, title, text, and how many days ago it came in.
WRITTEN = (
    (
        "road",
        "ka",
        "სკოლასთან გადასასვლელის მოწყობა",
        "ბავშვები დილაობით გზას სახიფათო ადგილას კვეთენ. საჭიროა ზებრა, საგზაო ნიშანი და"
        " სიჩქარის შემზღუდავი ბორცვი.",
        12,
    ),
    (
        "light",
        "ka",
        "მთავარი ქუჩის განათება",
        "საღამოობით ქუჩაში სრული სიბნელეა. ბოძები უკვე დგას, ნათურები კი აღარ ანთია."
        " ეკონომიური ნათურები ყველას გამოადგება.",
        11,
    ),
    (
        "park",
        "ka",
        "საბავშვო მოედანი ძველ ბაღში",
        "ბაღში ერთი გატეხილი საქანელაღა დგას. გვინდა ორი ახალი საქანელა, რბილი საფარი და"
        " სკამები ჩრდილში.",
        9,
    ),
    (
        "water",
        "ka",
        "ძველი წყაროს აღდგენა",
        "წყარო წლების წინ დაშრა, რადგან მილი დაზიანდა. თუ მილს გამოვცვლით, მთელ უბანს ექნება"
        " სუფთა წყალი.",
        6,
    ),
    (
        "culture",
        "ka",
        "ბიბლიოთეკაში ოთახი მოსწავლეებისთვის",
        "ბიბლიოთეკის მეორე სართული ცარიელია. რამდენიმე მაგიდა, ინტერნეტი და გათბობა საკმარისია,"
        " რომ გაკვეთილების შემდეგ იქ ვიმეცადინოთ.",
        4,
    ),
    (
        "waste",
        "en",
        "Bins for sorted waste at the bus stop",
        "People leave bottles and paper beside the road. Three bins, emptied every week, would keep"
        " the stop clean.",
        2,
    ),
)


async def fill_ideas(
    session: AsyncSession,
    municipality_id: str,
    settlements: Mapping[str, int],
    people: Sequence[int],
    now: datetime,
) -> None:
    """Six ideas by these people, spread over the settlements, and supported by some of the rest."""
    places = list(settlements.values())
    for place, (category, language, title, words, days) in enumerate(WRITTEN):
        author, came = people[place % len(people)], now - timedelta(days=days)
        new = NewIdea(
            municipality_id,
            places[place % len(places)],
            author,
            title,
            words,
            language,
            category,
            None,
            None,
            None,
            came,
        )
        await _support(session, municipality_id, await ideas.submit(session, new), people, now)


async def _support(
    session: AsyncSession, municipality_id: str, number: int, people: Sequence[int], now: datetime
) -> None:
    """The first idea finds the most supporters, the next one fewer."""
    query = select(Idea.id, Idea.author_id).where(
        Idea.municipality_id == municipality_id, Idea.number == number
    )
    id, author = (await session.execute(query)).one()
    for person in people[::number]:
        if person != author:
            await supports.support(session, id, person, now)
