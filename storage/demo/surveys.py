"""The demo's needs survey, open, and what people of the demo have answered so far."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.form import Form, Item, Kind, Option
from storage import answers, surveys
from storage.answers import Filled
from storage.surveys import NewSurvey
from storage.tables.people import Person

TITLE = {"ka": "რა სჭირდება ჩვენს დასახლებას?", "en": "What does our settlement need?"}

INTRO = {
    "ka": "პასუხების მიხედვით მერია დაგეგმავს, რას მიხედოს პირველ რიგში.",
    "en": "The city hall will use the answers to plan what to take care of first.",
}


def _options(*rows: tuple[str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(id, {"ka": ka, "en": en}) for id, ka, en in rows)


LISTS = {
    "needs": _options(
        ("road", "გზის შეკეთება", "Road repair"),
        ("water", "სასმელი წყალი", "Drinking water"),
        ("light", "გარე განათება", "Street lighting"),
        ("waste", "ნაგვის გატანა", "Waste collection"),
        ("bus", "ავტობუსი", "Bus service"),
        ("kindergarten", "საბავშვო ბაღი", "Kindergarten"),
        ("park", "ეზო და მოედანი", "Yards and playgrounds"),
        ("clinic", "ამბულატორია", "Local clinic"),
    ),
    "light": _options(
        ("good", "კარგი", "Good"),
        ("partly", "ალაგ-ალაგ ანათებს", "Only in places"),
        ("none", "საერთოდ არ არის", "There is none"),
    ),
}

ITEMS = (
    Item(
        "needs",
        Kind.MANY,
        {"ka": "რა არის თქვენთვის ყველაზე საჭირო?", "en": "What do you need most?"},
        {"ka": "აირჩიეთ სამი ან ნაკლები.", "en": "Choose three or fewer."},
        constraint="count-selected(.) <= 3",
        required="true()",
        options="needs",
    ),
    Item(
        "light",
        Kind.ONE,
        {
            "ka": "როგორია გარე განათება თქვენს ქუჩაზე?",
            "en": "How is the lighting in your street?",
        },
        options="light",
    ),
    Item(
        "walk",
        Kind.INTEGER,
        {
            "ka": "რამდენი წუთი გჭირდებათ ფეხით უახლოეს გაჩერებამდე?",
            "en": "How many minutes do you walk to the nearest bus stop?",
        },
        {"ka": "დაწერეთ მხოლოდ რიცხვი.", "en": "Please write just the number."},
        least="0",
        most="180",
    ),
    Item(
        "place",
        Kind.PLACE,
        {
            "ka": "რომელ ადგილს უნდა მივხედოთ პირველ რიგში?",
            "en": "Which place should be taken care of first?",
        },
        {
            "ka": "თუ ახლა იქ ხართ, დააჭირეთ „ადგილის გაგზავნა“. თუ არა, გამოტოვეთ.",
            "en": "If you are there now, press “Send the place”. If not, skip this.",
        },
    ),
    Item(
        "words",
        Kind.TEXT,
        {"ka": "კიდევ რისი თქმა გსურთ?", "en": "What else would you like to say?"},
        {
            "ka": "სახელს და ტელეფონის ნომერს ნუ დაწერთ.",
            "en": "Please write no names or phone numbers.",
        },
    ),
)

FORM = Form(TITLE, ("ka", "en"), ITEMS, LISTS)

# What people of the demo say, in turn: needs, lighting, minutes on foot.
SAID = (
    ("road water bus", "partly", "12"),
    ("water light bus", "none", "25"),
    ("road waste", "good", "5"),
    ("water park", "partly", "10"),
    ("road light kindergarten", "none", "15"),
    ("water clinic road", "partly", ""),
    ("park kindergarten", "good", "8"),
    ("water light", "none", "30"),
    ("road water waste", "", "20"),
    ("light road", "partly", "7"),
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
    id = await surveys.add(session, survey, FORM)
    query = select(Person.id, Person.settlement_id, Person.language).where(Person.id.in_(people))
    rows = await session.execute(query.order_by(Person.id))
    for place, (person, settlement, language) in enumerate(rows):
        needs, light, walk = SAID[place % len(SAID)]
        given = {"needs": needs, "light": light, "walk": walk}
        values = {name: value for name, value in given.items() if value}
        await answers.add(session, id, person, Filled(settlement, language, values), now)
    return id
