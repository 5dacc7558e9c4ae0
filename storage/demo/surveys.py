"""The demo's needs survey, open, and what people of the demo have answered so far."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import answers, surveys
from storage.answers import Filled
from storage.surveys import NewSurvey, Question
from storage.tables.people import Person

TITLE = {"ka": "რა სჭირდება ჩვენს დასახლებას?", "en": "What does our settlement need?"}

INTRO = {
    "ka": "პასუხების მიხედვით მერია დაგეგმავს, რას მიხედოს პირველ რიგში.",
    "en": "The city hall will use the answers to plan what to take care of first.",
}

NO_HINT: dict[str, str] = {}


def _options(*rows: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [{"id": id, "label": {"ka": ka, "en": en}} for id, ka, en in rows]


QUESTIONS = (
    Question(
        1,
        "needs",
        "many",
        {"ka": "რა არის თქვენთვის ყველაზე საჭირო?", "en": "What do you need most?"},
        {"ka": "აირჩიეთ სამი ან ნაკლები.", "en": "Choose three or fewer."},
        _options(
            ("road", "გზის შეკეთება", "Road repair"),
            ("water", "სასმელი წყალი", "Drinking water"),
            ("light", "გარე განათება", "Street lighting"),
            ("waste", "ნაგვის გატანა", "Waste collection"),
            ("bus", "ავტობუსი", "Bus service"),
            ("kindergarten", "საბავშვო ბაღი", "Kindergarten"),
            ("park", "ეზო და მოედანი", "Yards and playgrounds"),
            ("clinic", "ამბულატორია", "Local clinic"),
        ),
        required=True,
        most=3,
    ),
    Question(
        2,
        "light",
        "one",
        {
            "ka": "როგორია გარე განათება თქვენს ქუჩაზე?",
            "en": "How is the lighting in your street?",
        },
        NO_HINT,
        _options(
            ("good", "კარგი", "Good"),
            ("partly", "ალაგ-ალაგ ანათებს", "Only in places"),
            ("none", "საერთოდ არ არის", "There is none"),
        ),
    ),
    Question(
        3,
        "walk",
        "number",
        {
            "ka": "რამდენი წუთი გჭირდებათ ფეხით უახლოეს გაჩერებამდე?",
            "en": "How many minutes do you walk to the nearest bus stop?",
        },
        {"ka": "დაწერეთ მხოლოდ რიცხვი.", "en": "Please write just the number."},
        [],
        most=180,
    ),
    Question(
        4,
        "place",
        "place",
        {
            "ka": "რომელ ადგილს უნდა მივხედოთ პირველ რიგში?",
            "en": "Which place should be taken care of first?",
        },
        {
            "ka": "თუ ახლა იქ ხართ, დააჭირეთ „ადგილის გაგზავნა“. თუ არა, გამოტოვეთ.",
            "en": "If you are there now, press “Send the place”. If not, skip this.",
        },
        [],
    ),
    Question(
        5,
        "words",
        "text",
        {"ka": "კიდევ რისი თქმა გსურთ?", "en": "What else would you like to say?"},
        {
            "ka": "სახელს და ტელეფონის ნომერს ნუ დაწერთ.",
            "en": "Please write no names or phone numbers.",
        },
        [],
    ),
)

# What people of the demo say, in turn: needs, lighting, minutes on foot.
SAID: tuple[tuple[list[str], str | None, int | None], ...] = (
    (["road", "water", "bus"], "partly", 12),
    (["water", "light", "bus"], "none", 25),
    (["road", "waste"], "good", 5),
    (["water", "park"], "partly", 10),
    (["road", "light", "kindergarten"], "none", 15),
    (["water", "clinic", "road"], "partly", None),
    (["park", "kindergarten"], "good", 8),
    (["water", "light"], "none", 30),
    (["road", "water", "waste"], None, 20),
    (["light", "road"], "partly", 7),
)


async def fill_surveys(
    session: AsyncSession,
    municipality_id: str,
    settlements: Mapping[str, int],
    now: datetime,
    people: Sequence[int] = (),
) -> int:
    """One open survey, answered by these people in their own settlements; its id."""
    opens = now - timedelta(days=5)
    survey = NewSurvey(municipality_id, TITLE, INTRO, opens, now + timedelta(days=9))
    id = await surveys.add(session, survey, QUESTIONS)
    query = select(Person.id, Person.settlement_id, Person.language).where(Person.id.in_(people))
    rows = await session.execute(query.order_by(Person.id))
    for place, (person, settlement, language) in enumerate(rows):
        needs, light, walk = SAID[place % len(SAID)]
        given = {"needs": needs, "light": light, "walk": walk}
        values = {name: value for name, value in given.items() if value is not None}
        await answers.add(session, id, person, Filled(settlement, language, values), now)
    return id
