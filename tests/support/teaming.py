"""A team of the practicum: its people, what they show, and who reviews it."""

from datetime import timedelta

from bot.civic.practicum import POINTS
from storage import academy, answers, meetings, practicum, practicum_pieces
from storage.answers import Filled
from storage.practicum import Crew, Newcomer
from storage.practicum_pieces import NewPiece

COURSE = ("participation", 1)
PASS = dict.fromkeys(POINTS, 2)
FAIL = {**PASS, "records": 0}


async def learner(session, person, now, track=practicum.TRACK):
    """Somebody on the team track."""
    return await academy.begin(session, person, (*COURSE, track), now)


async def team(session, place, people, now, name="წყარო") -> Crew:
    """A mixed team: the first of these people is of the municipality, the others are not."""
    first, *rest = people
    founder = Newcomer(first, "ნანა", "city")
    made = await practicum.found(session, (place, *COURSE, name), founder, now)
    for at, person in enumerate(rest, 2):
        await practicum.join(session, made.key, Newcomer(person, f"წევრი {at}", "civil"), now)
    return made


async def answer(session, survey, count):
    """So many sheets of a survey."""
    for _ in range(count):
        await answers.keep_sheet(session, survey, Filled(None, "ka", {"tap": "yes"}))


async def meeting(session, place, starts_at, came=0):
    """A meeting, and so many counted by hand."""
    words = {"ka": "შეხვედრა ბიბლიოთეკაში", "en": "Meeting in the library"}
    row = {
        "municipality_id": place,
        "title": words,
        "place": words,
        "starts_at": starts_at,
        "made_at": starts_at - timedelta(days=7),
        "by_hand": came,
    }
    return await meetings.add(session, row)


async def complete(session, made: Crew, person, now):
    """Evidence for all four steps."""
    row = await meeting(session, made.municipality, now - timedelta(minutes=1), came=15)
    for piece in (
        NewPiece("hear", "meeting", held=row),
        NewPiece("plan", "text", text="რა, როდის და ვისთან"),
        NewPiece("act", "text", text="სამ სოფელში ვიყავით"),
        NewPiece("report", "text", text="რა გვითხრეს და რა გადაწყდა"),
    ):
        await practicum_pieces.add(session, made.id, person, piece, now)
