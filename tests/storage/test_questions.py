"""Questions in the tables: who may what, what constraints refuse, and what is left of somebody."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage import (
    answer_routes,
    due,
    leaving,
    linking,
    public_answers,
    question_desk,
    questions,
    staff,
)
from storage.belongings import empty
from storage.conduct import By, NotNow
from storage.engine import savepoint
from storage.privacy import everything
from storage.questions import NewQuestion, NotOpen, Thread, TooMany
from storage.staff import COORDINATOR, EXPERT, OFFICIAL, REVIEWER, grant
from storage.tables.people import Municipality, Role
from storage.tables.questions import PublicAnswer, Question, QuestionPass, QuestionTurn
from storage.today import owed_by
from tests.support.crowd import NOW, PLACE, municipality, resident

OTHER = "gaghma"
WORDS = "როდის გაკეთდება ზღაპარის გზა?"
REPLY = "გზას მაისში დავაგებთ, თანხა უკვე გამოყოფილია."


class Town:
    """A town hall, an expert, a neighbouring town's coordinator, and somebody who asks."""

    def __init__(self, session) -> None:
        self.session = session

    async def open(self) -> "Town":
        await municipality(self.session, active=True)
        await municipality(self.session, OTHER, active=True)
        self.asker = await resident(self.session, name="ნინო")
        self.chief = await self.works(COORDINATOR)
        self.official = await self.works(OFFICIAL)
        self.expert = await self.works(EXPERT)
        self.stranger = await self.works(COORDINATOR, OTHER)
        await self.route("office", "road", self.official)
        await self.route("expert", "rights", self.expert)
        return self

    async def works(self, role: str, place: str = PLACE) -> int:
        person = await resident(self.session, place=place)
        await grant(self.session, person, place, role, NOW)
        return person

    async def route(self, addressee: str, topic: str, person: int | None) -> None:
        await answer_routes.route(self.session, self.by(self.chief), addressee, topic, person)

    def by(self, person: int, now: datetime = NOW, place: str = PLACE) -> By:
        return By(person, place, now)

    async def ask(self, topic: str = "road", addressee: str = "office", **more) -> int:
        new = {"person": self.asker, "text": WORDS, "language": "ka", "may_publish": True, **more}
        asked = NewQuestion(PLACE, addressee=addressee, topic=topic, **new)
        return (await questions.ask(self.session, asked, NOW))[0]

    async def answered(self, **more) -> tuple[int, int]:
        """A question with its answer: the thread's id and the turn's."""
        id = await self.ask(**more)
        turn = await question_desk.answer(self.session, id, self.by(self.official), REPLY)
        return id, turn.id

    async def thread(self, id: int) -> Thread:
        found = await questions.find(self.session, id)
        assert found is not None
        return found

    async def owner(self, id: int) -> int | None:
        return (await self.thread(id)).owner

    async def refuses(self, *constraint_of) -> None:
        """A row or a change that the schema does not take."""
        with pytest.raises(IntegrityError):
            async with savepoint(self.session):
                for statement in constraint_of:
                    await self.session.execute(statement)


@pytest.fixture
async def town(database):
    async with database.writing() as session:
        yield await Town(session).open()


async def refused(step):
    with pytest.raises(NotNow) as caught:
        await step
    return caught.value.why


async def test_a_question_goes_to_whoever_answers_on_its_topic(town):
    assert await town.owner(await town.ask()) == town.official
    assert await town.owner(await town.ask("rights", "expert")) == town.expert
    assert await town.owner(await town.ask("rights")) is None
    await town.route("office", "road", None)
    assert await town.owner(await town.ask()) is None


async def test_nobody_is_asked_by_themselves(town):
    id = await town.ask(person=town.official)
    assert await town.owner(id) is None
    thread = await town.thread(id)
    assert not await question_desk.may(town.session, town.official, thread)


async def test_an_expert_sees_only_what_is_routed_to_them(town):
    road, rights = await town.ask(), await town.ask("rights", "expert")
    waiting = await question_desk.waiting(town.session, town.expert, PLACE)
    assert [one.id for one in waiting] == [rights]
    answer = question_desk.answer
    assert await refused(answer(town.session, road, town.by(town.expert), REPLY)) == "role"
    assert await refused(answer(town.session, rights, town.by(town.official), REPLY)) == "role"
    await answer(town.session, rights, town.by(town.expert), REPLY)


async def test_the_neighbours_see_and_do_nothing(town):
    id = await town.ask()
    thread = await town.thread(id)
    assert not await question_desk.may(town.session, town.stranger, thread)
    for place in (PLACE, OTHER):
        by = town.by(town.stranger, place=place)
        assert await refused(question_desk.answer(town.session, id, by, REPLY)) == "role"
        assert await refused(question_desk.pass_on(town.session, id, by, None, "")) == "role"
    passing = question_desk.pass_on(
        town.session, id, town.by(town.chief), town.stranger, "იცის ეს გზა."
    )
    assert await refused(passing) == "person"


async def test_whoever_has_left_answers_nothing_though_it_was_theirs(town):
    id = await town.ask()
    await town.session.execute(delete(Role).where(Role.person_id == town.official))
    by = town.by(town.official)
    assert await refused(question_desk.answer(town.session, id, by, REPLY)) == "role"
    assert await town.owner(await town.ask()) is None  # a route to nobody is none


async def test_an_answer_is_given_once(town):
    id, _ = await town.answered()
    again = question_desk.answer(town.session, id, town.by(town.chief), REPLY)
    assert await refused(again) == "state"
    assert await due.due_states(town.session, questions.REMIND, f"question:{id}") == {}


async def test_passing_on_needs_a_reason_unless_a_coordinator_assigns(town):
    id = await town.ask()
    by = town.by(town.official)
    with pytest.raises(IntegrityError):
        async with savepoint(town.session):
            await question_desk.pass_on(town.session, id, by, town.expert, "")
    await question_desk.pass_on(town.session, id, by, town.expert, "ეს კანონის კითხვაა.")
    assert await town.owner(id) == town.expert
    [turn] = await questions.turns(town.session, id)
    thread = await town.thread(id)
    passed = await question_desk.passed(town.session, thread, turn)
    assert passed is not None and passed.reason == "ეს კანონის კითხვაა."
    await question_desk.pass_on(town.session, id, town.by(town.chief), town.official, "")
    assert await town.owner(id) == town.official
    kinds = (await town.session.scalars(select(QuestionPass.kind).order_by(QuestionPass.id))).all()
    assert kinds == ["passed", "assigned"]


async def test_asking_further_stays_in_the_thread_and_waits_for_its_answer(town):
    id, _ = await town.answered()
    later = NOW + timedelta(days=3)
    until = await questions.further(town.session, id, town.asker, "და ტროტუარი?", later)
    assert until.date() == date(2026, 12, 9)
    with pytest.raises(NotOpen):
        await questions.further(town.session, id, town.asker, "და ხიდი?", later)
    with pytest.raises(NotOpen):
        await questions.further(town.session, id, town.chief, "და ხიდი?", later)
    assert [turn.position for turn in await questions.turns(town.session, id)] == [1, 2]
    assert await town.owner(id) == town.official


async def test_so_many_questions_wait_at_once_and_no_more(town):
    ids = [await town.ask() for _ in range(questions.WAITING)]
    with pytest.raises(TooMany):
        await town.ask()
    await questions.take_back(town.session, ids[0], town.asker, NOW)
    await town.ask()


async def test_only_the_asker_rates_takes_back_and_allows(town):
    id, turn = await town.answered()
    assert not await questions.rate(town.session, turn, town.chief, "helps")
    assert await questions.rate(town.session, turn, town.asker, "partly")
    assert not await questions.allow(town.session, id, town.chief, may=False)
    waiting = await town.ask()
    with pytest.raises(NotOpen):
        await questions.take_back(town.session, waiting, town.chief, NOW)


async def test_the_schema_keeps_what_a_thread_is(town):
    id, turn = await town.answered()
    change, row = update(QuestionTurn).where(QuestionTurn.id == turn), insert(QuestionTurn)
    said = {"question_id": id, "text": WORDS, "asked_at": NOW, "due_at": NOW + timedelta(days=9)}
    await town.refuses(row.values(position=1, **said))  # the place is taken
    await town.refuses(row.values(position=2, **said), row.values(position=3, **said))  # both open
    await town.refuses(change.values(rating="fine"))
    await town.refuses(change.values(closed_at=NOW))  # answered and closed
    await town.refuses(change.values(answered_at=None))  # an answer without its time
    await town.refuses(change.values(due_at=NOW))  # promised for the moment of asking
    await town.refuses(update(Question).values(topic="weather"))
    await town.refuses(update(Municipality).values(answer_days=0))
    await town.refuses(insert(Role).values(person_id=town.asker, municipality_id=PLACE,
                                           role="guru", since=NOW))  # fmt: skip


async def test_nothing_becomes_public_without_consent(town):
    _, turn = await town.answered(may_publish=False)
    by = town.by(town.official)
    publish = public_answers.publish(town.session, turn, by, WORDS, REPLY)
    assert await refused(publish) == "consent"
    found = await questions.find_turn(town.session, turn)
    row = {
        "turn_id": turn,
        "question_id": found.question,
        "municipality_id": PLACE,
        "topic": "road",
        "language": "ka",
        "question": WORDS,
        "answer": REPLY,
        "checked_by": town.official,
        "published_at": NOW,
    }
    for agreed in (True, False):  # past all code: the table itself knows of no consent
        await town.refuses(insert(PublicAnswer).values(agreed=agreed, **row))
    await questions.allow(town.session, found.question, town.asker, may=True)
    await town.refuses(insert(PublicAnswer).values(agreed=True, **row | {"answer": ""}))
    await town.session.execute(insert(PublicAnswer).values(agreed=True, **row))


async def test_consent_is_taken_back_with_all_that_was_public(town):
    id, turn = await town.answered()
    by = town.by(town.official)
    await public_answers.publish(town.session, turn, by, WORDS, REPLY)
    assert await public_answers.like(town.session, PLACE, "zgaparis gza rodis gaketdeba")
    await town.refuses(update(Question).where(Question.id == id).values(may_publish=False))
    assert await questions.allow(town.session, id, town.asker, may=False)
    assert await public_answers.newest(town.session, PLACE) == []
    assert await refused(public_answers.publish(town.session, turn, by, WORDS, REPLY)) == "consent"


async def test_what_is_public_stays_among_its_municipality(town):
    _, turn = await town.answered()
    await public_answers.publish(town.session, turn, town.by(town.chief), WORDS, REPLY)
    assert len(await public_answers.newest(town.session, PLACE)) == 1
    assert await public_answers.newest(town.session, OTHER) == []
    assert await public_answers.with_words(town.session, PLACE, "maisshi")
    by = town.by(town.stranger, place=OTHER)
    assert await refused(public_answers.take_down(town.session, turn, by)) == "role"
    by = town.by(town.official)
    assert await refused(public_answers.take_down(town.session, turn, by)) == "role"
    await public_answers.take_down(town.session, turn, town.by(town.chief))
    assert await public_answers.to_check(town.session, town.chief, PLACE) == []


async def test_who_checks_an_answer_before_everybody_reads_it(town):
    _, turn = await town.answered()
    check = public_answers.to_check
    assert [id for id, _ in await check(town.session, town.official, PLACE)] == [turn]
    assert [id for id, _ in await check(town.session, town.chief, PLACE)] == [turn]
    assert await check(town.session, town.expert, PLACE) == []
    assert await check(town.session, town.stranger, PLACE) == []
    by = town.by(town.expert)
    assert await refused(public_answers.publish(town.session, turn, by, WORDS, REPLY)) == "role"
    await public_answers.keep_back(town.session, turn, town.by(town.official))
    assert await check(town.session, town.chief, PLACE) == []


async def test_of_an_asker_who_leaves_no_word_stays_but_what_nobody_can_know_them_by(town):
    id, turn = await town.answered(name="ნინო")
    await public_answers.publish(town.session, turn, town.by(town.chief), "როდის?", REPLY)
    open_one = await town.ask()
    by = town.by(town.official)
    await question_desk.pass_on(town.session, open_one, by, town.expert, "ნინოს კითხვაა.")
    assert len((await everything(town.session, town.asker)).questions) == 2
    await empty(town.session, town.asker, NOW)
    rows = await town.session.execute(select(QuestionTurn.text, QuestionTurn.answer))
    assert {tuple(row) for row in rows} == {("", "")}
    assert set(await town.session.scalars(select(Question.name))) == {""}
    assert "ნინო" not in "".join(await town.session.scalars(select(QuestionPass.reason)))
    assert await question_desk.all_waiting(town.session, PLACE) == []
    assert await due.due_states(town.session, questions.REMIND, f"question:{open_one}") == {}
    assert [one.question for one in await public_answers.newest(town.session, PLACE)] == ["როდის?"]
    assert (await question_desk.year(town.session, PLACE, NOW)).whole.answered == 1
    assert (await everything(town.session, town.asker)).questions == []
    assert id != open_one


async def test_of_an_owner_who_leaves_the_questions_go_on(town):
    first, second = await town.ask(), await town.ask()
    await leaving.leave(town.session, town.by(town.chief), town.official, None)
    assert [await town.owner(id) for id in (first, second)] == [None, None]
    assert await town.owner(await town.ask()) is None
    await question_desk.pass_on(town.session, first, town.by(town.chief), town.expert, "")
    await empty(town.session, town.expert, NOW)
    assert await town.owner(first) is None
    states = await due.due_states(town.session, questions.ROUTED, f"question:{first}")
    assert states["open"] >= 1


async def test_an_heir_gets_what_they_may_answer(town):
    reviewer, partner = await town.works(REVIEWER), await town.works(staff.PARTNER)
    id = await town.ask()
    await leaving.leave(town.session, town.by(town.chief), town.official, reviewer)
    assert await town.owner(id) == reviewer
    await leaving.leave(town.session, town.by(town.chief), reviewer, partner)
    assert await town.owner(id) is None


async def test_two_accounts_of_one_person_have_all_their_questions(town):
    other = await resident(town.session)
    ids = {await town.ask(), await town.ask(person=other)}
    await linking.unite(town.session, town.asker, other, NOW)
    found = await questions.of_person(town.session, town.asker)
    assert {thread.id for thread, _ in found} == ids


async def test_whoever_answers_and_asks_may_turn_out_to_be_one(town):
    id = await town.ask()
    await linking.unite(town.session, town.official, town.asker, NOW)
    thread = await town.thread(id)
    assert thread.person == thread.owner == town.official
    assert not await question_desk.may(town.session, town.official, thread)
    assert await question_desk.may(town.session, town.chief, thread)


async def test_my_data_has_the_questions_and_counts_the_answers(town):
    await town.answered()
    mine = await everything(town.session, town.asker)
    assert [(text, answer) for _, text, answer in mine.questions] == [(WORDS, REPLY)]
    theirs = await everything(town.session, town.official)
    assert (theirs.questions, theirs.replies) == ([], 1)


async def test_what_is_owed_stands_on_the_list_of_the_day(town):
    reviewer = await town.works(REVIEWER)
    await town.route("office", "water", reviewer)
    await town.ask("water")
    await town.ask("other")  # nobody's: the coordinator's

    async def owed(person, now=NOW):
        found = await owed_by(town.session, person, PLACE, now)
        return [one.count for one in found if one.kind == "questions"]

    assert (await owed(reviewer), await owed(town.chief)) == ([1], [1])
    assert await owed(town.chief, NOW + timedelta(days=30)) == [2]  # and what is late
    assert await owed(town.stranger) == [] and await owed(town.asker) == []


async def test_days_off_of_one_town_are_its_own(town):
    day = date(2026, 11, 24)
    await answer_routes.add_day_off(town.session, town.by(town.chief), day)
    await answer_routes.add_day_off(town.session, town.by(town.chief), day)
    await answer_routes.set_days(town.session, town.by(town.chief), 2)
    assert await answer_routes.days_off(town.session, OTHER) == []
    id = await town.ask()  # on a Sunday; Monday is a holiday
    [turn] = await questions.turns(town.session, id)
    assert turn.due_at == datetime(2026, 11, 26, 14, tzinfo=UTC)
    await answer_routes.drop_day_off(town.session, town.by(town.chief), day)
    assert (await questions.turns(town.session, id))[0].due_at == turn.due_at
    counted = select(func.count()).select_from(QuestionTurn)
    assert (await town.session.execute(counted)).scalar_one() == 1
