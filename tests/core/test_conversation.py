"""Scripts are replayed over stored answers: what that promises, one promise a test."""

from dataclasses import replace

import pytest

from bot.conversation import Chat
from bot.messages import LARGEST_FILE, Choice, Heard, Outgoing, Wants
from tests.core.talk import TEXT, Talk
from tests.support.fake_channel import LIMITS

ROADS = (Choice("road", "Road"), Choice("park", "Park"))
PROJECTS = [Choice(f"p{n}", f"Project {n}", number=n) for n in (3, 7, 12)]


def labels(message: Outgoing) -> list[str]:
    return [choice.label for choice in message.choices]


async def report(chat: Chat) -> dict[str, str]:
    topic = await chat.ask("topic", "What is it about?")
    chat.say("noted", f"Noted: {topic}.")
    kind = await chat.choose("kind", "Which kind?", ROADS)
    sure = await chat.confirm(
        "sure", f"{topic}, {kind}?", [Choice("yes", "Yes"), Choice("no", "No")]
    )
    if sure == "no":
        chat.edit("topic")
    return {"topic": topic, "kind": kind}


async def test_reads_like_a_dialogue() -> None:
    talk = Talk(report)
    assert (await talk.begin()).text == "What is it about?"
    assert (await talk.say("Pothole")).text == "Noted: Pothole.\n\nWhich kind?"
    assert (await talk.tap("road")).text == "Pothole, road?"
    await talk.tap("yes")
    assert talk.finished and talk.result == {"topic": "Pothole", "kind": "road"}


async def test_a_typed_number_or_label_equals_a_tap() -> None:
    for said in ("2", " park ", "PARK", "2."):
        talk = Talk(report)
        await talk.begin()
        await talk.say("Pothole")
        assert (await talk.say(said)).text == "Pothole, park?"


async def test_what_is_told_is_told_once() -> None:
    talk = Talk(report)
    await talk.begin()
    await talk.say("Pothole")
    await talk.say("nonsense")
    assert "Noted" not in talk.said[0] and TEXT("core-use-buttons") in talk.said[0]


async def test_back_forgets_the_last_answer_on_the_path_only() -> None:
    talk = Talk(report)
    await talk.begin()
    await talk.say("Pothole")
    await talk.tap("road")
    assert (await talk.back()).text == "Which kind?"
    assert talk.state.answers == {"topic": "Pothole"}


async def test_back_at_the_first_question_changes_nothing() -> None:
    talk = Talk(report)
    first = await talk.begin()
    again = await talk.back()
    assert (first.text, talk.state.answers) == (again.text, {})
    assert [choice.id for choice in again.menu] == ["!menu"]


async def test_edit_forgets_one_answer_and_asks_the_confirmation_again() -> None:
    talk = Talk(report)
    await talk.begin()
    await talk.say("Pothole")
    await talk.tap("road")
    assert (await talk.tap("no")).text == "What is it about?"
    assert (await talk.say("Bridge")).text.endswith("Bridge, road?")
    await talk.tap("yes")
    assert talk.result == {"topic": "Bridge", "kind": "road"}


async def test_a_tap_on_an_older_question_shows_the_present_one() -> None:
    talk = Talk(report)
    await talk.begin()
    await talk.say("Pothole")
    old = (talk.state.asked or {})["nonce"]
    await talk.tap("road")
    shown = await talk.tap("park", nonce=old)
    assert shown.text == f"{TEXT('core-stale')}\n\nPothole, road?"
    assert talk.state.answers["kind"] == "road"


async def test_a_deploy_that_inserts_a_question_keeps_the_answer_just_given() -> None:
    async def longer(chat: Chat) -> dict[str, str]:
        topic = await chat.ask("topic", "What is it about?")
        since = await chat.number("since", "How many days?")
        kind = await chat.choose("kind", "Which kind?", ROADS)
        return {"topic": topic, "since": str(since), "kind": kind}

    talk = Talk(report)
    await talk.begin()
    await talk.say("Pothole")
    talk.deploy(longer)
    assert (await talk.tap("park")).text == "How many days?"
    await talk.say("3")
    assert talk.result == {"topic": "Pothole", "since": "3", "kind": "park"}


async def test_a_deploy_that_drops_the_waiting_question_goes_on() -> None:
    async def shorter(chat: Chat) -> str:
        return await chat.choose("kind", "Which kind?", ROADS)

    talk = Talk(report)
    await talk.begin()
    talk.deploy(shorter)
    assert (await talk.say("Pothole")).text == "Which kind?"
    await talk.tap("road")
    assert talk.result == "road" and talk.state.answers == {"kind": "road"}


async def test_a_broad_except_cannot_swallow_the_wait() -> None:
    async def careless(chat: Chat) -> str:
        try:
            return await chat.ask("a", "A?")
        except Exception:
            return "swallowed"

    talk = Talk(careless)
    await talk.begin()
    assert not talk.finished


async def pick(chat: Chat) -> list[str]:
    available = [project for project in PROJECTS if project.id not in WITHDRAWN]
    return await chat.pick_many("picks", "Which ones?", available, at_most=2)


WITHDRAWN: set[str] = set()


@pytest.fixture(autouse=True)
def _nothing_withdrawn() -> None:
    WITHDRAWN.clear()


async def test_project_numbers_are_typed_and_every_tap_is_kept() -> None:
    talk = Talk(pick)
    await talk.begin()
    await talk.say("3 და 12")
    assert talk.state.picks == {"picks": ["p3", "p12"]}
    await talk.tap("p3")
    assert talk.state.picks == {"picks": ["p12"]}
    await talk.tap("!done")
    assert talk.result == ["p12"]


async def test_too_many_picks_are_refused_and_none_is_lost() -> None:
    talk = Talk(pick)
    await talk.begin()
    await talk.say("3 7")
    shown = await talk.say("12")
    assert TEXT("core-pick-at-most", limit=2) in shown.text
    assert talk.state.picks == {"picks": ["p3", "p7"]}


async def test_an_unknown_number_is_named() -> None:
    talk = Talk(pick)
    await talk.begin()
    assert TEXT("core-no-such-number", number="5") in (await talk.say("5")).text


async def test_a_withdrawn_project_never_turns_into_another_one() -> None:
    """Replaying a raw "2" over a shorter list would record the wrong vote."""
    talk = Talk(pick)
    await talk.begin()
    await talk.say("7 12")
    WITHDRAWN.add("p7")
    shown = await talk.say("hello")
    assert TEXT("core-pick-gone", count=1) in shown.text
    assert talk.state.picks == {"picks": ["p12"]}
    await talk.tap("!done")
    assert talk.result == ["p12"]


async def test_done_before_anything_is_picked_asks_to_pick() -> None:
    talk = Talk(pick)
    await talk.begin()
    assert TEXT("core-pick-some", count=1) in (await talk.tap("!done")).text


async def test_without_editing_a_toggle_is_answered_by_the_change_and_the_count() -> None:
    talk = Talk(pick, replace(LIMITS, edits=False))
    await talk.begin()
    shown = await talk.tap("p3")
    assert shown.text == TEXT("core-picked", count=1, limit=2)
    assert "!done" in [choice.id for choice in shown.choices]


async def long_list(chat: Chat) -> str:
    places = [Choice(f"v{n}", f"Village {n:02}") for n in range(1, 31)]
    return await chat.choose("where", "Where do you live?", places)


async def test_a_long_list_is_paged_and_page_is_no_answer() -> None:
    talk = Talk(long_list)
    first = await talk.begin()
    assert first.choices[0].id == "v1" and len(first.choices) <= LIMITS.choices
    second = await talk.tap("!next")
    assert second.choices[0].id == "v10" and talk.state.answers == {}
    assert (await talk.tap("!prev")).choices[0].id == "v1"


async def test_a_long_list_is_searched_by_typing() -> None:
    talk = Talk(long_list)
    await talk.begin()
    found = await talk.say("village 2")
    assert labels(found)[:2] == ["Village 20", "Village 21"]
    await talk.say("village 27")
    assert talk.result == "v27"


async def test_numbers_beyond_the_page_in_view_can_be_typed() -> None:
    talk = Talk(long_list)
    await talk.begin()
    await talk.say("30")
    assert talk.result == "v30"


async def everything(chat: Chat) -> tuple[object, ...]:
    count = await chat.number("count", "How many?", at_least=1, at_most=50)
    photo = await chat.photo("photo", "A photo?", optional=True)
    place = await chat.place("place", "Where?", optional=True)
    phone = await chat.phone("phone", "Your number?")
    when = await chat.moment("when", "When?")
    return count, photo, place, phone, when.isoformat()


async def papers(chat: Chat) -> tuple[str, str]:
    first = await chat.file("list", "The list?", kinds=(".csv", ".txt"))
    return first, await chat.file("more", "And more?", kinds=(".xlsx",), optional=True)


async def test_a_file_is_asked_for_and_what_is_not_one_is_told_so() -> None:
    talk = Talk(papers)
    assert (await talk.begin()).wants is Wants.FILE
    assert TEXT("core-want-file") in (await talk.say("here it is")).text
    assert TEXT("core-want-file") in (await talk.send(Heard.PHOTO, media="m")).text
    assert TEXT("core-want-file") in (await talk.send(Heard.OTHER, media="m", text="a.csv")).text
    for name in ("a.xlsx", "a.csv.exe", "csv", ""):
        wrong = await talk.send(Heard.FILE, media="m", text=name)
        assert TEXT("core-file-kind", kinds=".csv, .txt") in wrong.text
    huge = await talk.send(Heard.FILE, media="m", text="a.csv", size=LARGEST_FILE + 1)
    assert TEXT("core-file-too-big", limit=10) in huge.text
    assert TEXT("core-file-failed") in (await talk.send(Heard.FILE, text="a.csv")).text
    taken = await talk.send(Heard.FILE, media="f1", text="A.CSV", size=LARGEST_FILE)
    assert "And more?" in taken.text
    await talk.say("skip")
    assert talk.result == ("f1", "")


async def test_each_kind_of_question_says_what_it_wants() -> None:
    talk = Talk(everything)
    await talk.begin()
    assert TEXT("core-want-number") in (await talk.say("many")).text
    assert TEXT("core-want-number") in (await talk.send(Heard.PHOTO, media="m")).text
    assert TEXT("core-number-between", low=1, high=50) in (await talk.say("51")).text
    assert (await talk.say("12")).wants is Wants.PHOTO
    assert TEXT("core-want-photo") in (await talk.say("no camera")).text
    assert TEXT("core-photo-failed") in (await talk.send(Heard.PHOTO, media="")).text
    assert (await talk.say("skip")).wants is Wants.PLACE
    assert (await talk.send(Heard.PLACE, place=(42.2, 42.1))).wants is Wants.PHONE
    assert TEXT("core-want-phone") in (await talk.say("+995 555 00 00 00")).text
    foreign = await talk.send(Heard.PHONE, phone="+995555000001", own=False)
    assert TEXT("core-phone-not-own") in foreign.text
    await talk.send(Heard.PHONE, phone="+995555000000", own=True)
    assert TEXT("core-want-moment") in (await talk.say("tomorrow")).text
    assert TEXT("core-moment-past") in (await talk.say("21.11.2026 18:00")).text
    await talk.say("5.12.2026 18:00")
    assert talk.result == (
        12, "", (42.2, 42.1), "+995555000000", "2026-12-05T18:00:00+04:00",
    )  # fmt: skip


async def test_a_text_that_is_too_long_keeps_all_else() -> None:
    async def idea(chat: Chat) -> str:
        return await chat.ask("title", "Title?", at_most=80)

    talk = Talk(idea)
    await talk.begin()
    shown = await talk.say("x" * 10_000)
    assert TEXT("core-too-long", limit=80, length=10_000) in shown.text


async def test_slow_work_is_asked_for_once_and_its_result_is_an_answer() -> None:
    async def script(chat: Chat) -> object:
        return await chat.work("count", "Counting…", "count", {"of": 1})

    talk = Talk(script)
    await talk.begin()
    assert talk.work is not None and talk.work.kind == "count"
    nonce = (talk.state.asked or {})["nonce"]
    assert TEXT("core-still-working") in (await talk.say("well?")).text
    assert talk.work is None
    await talk.send(Heard.WORK, nonce=nonce, text='{"votes": 3}')
    assert talk.result == {"votes": 3}


async def test_the_same_step_on_another_account_makes_the_old_buttons_stale() -> None:
    talk = Talk(report)
    await talk.begin()
    await talk.say("Pothole")
    old = (talk.state.asked or {})["nonce"]
    talk.me = replace(talk.me, account=2)
    await talk.begin()
    assert (talk.state.asked or {})["nonce"] != old


def petition(*open_projects):
    async def script(chat: Chat) -> list[str]:
        choices = [Choice(id, f"Project {id}", int(id)) for id in open_projects]
        picks = await chat.pick_many("picks", "Which?", choices)
        sure = ", ".join(picks)
        await chat.confirm("sure", f"Sure of {sure}?", (Choice("yes", "Yes"),))
        return picks

    return script


async def test_a_confirmation_of_what_is_gone_meanwhile_confirms_nothing() -> None:
    talk = Talk(petition("1", "2"))
    await talk.begin()
    await talk.say("1 2")
    await talk.tap("!done")
    talk.deploy(petition("1"))
    await talk.tap("yes")
    assert not talk.finished
    shown = await talk.tap("!done")
    assert "Sure of 1?" in shown.text
    assert not talk.finished
    await talk.tap("yes")
    assert talk.result == ["1"]


async def test_slow_work_is_asked_for_again_by_whoever_comes_back_to_it() -> None:
    async def script(chat: Chat) -> object:
        return await chat.work("count", "Counting…", "count", {})

    talk = Talk(script)
    await talk.begin()
    first = (talk.state.asked or {})["nonce"]
    await talk.begin()
    assert talk.work is not None
    await talk.send(Heard.WORK, text="1", nonce=first)
    assert talk.result is None
    await talk.send(Heard.WORK, text="2", nonce=(talk.state.asked or {})["nonce"])
    assert talk.result == 2


async def somewhere(chat: Chat) -> tuple[object, ...]:
    def cheap(cost: int) -> str | None:
        return "too much" if cost > 10 else None

    place = await chat.where("place", "Where?", optional=True)
    return place, await chat.number("cost", "How much?", optional=True, check=cheap)


async def test_a_place_is_shared_or_told_and_a_number_refused_with_its_reason() -> None:
    told = Talk(somewhere)
    await told.begin()
    assert TEXT("core-too-short", limit=2) in (await told.say("x")).text
    await told.say("By the bridge")
    assert "too much" in (await told.say("11")).text
    await told.say("10")
    assert told.result == ("By the bridge", 10)
    shared = Talk(somewhere)
    await shared.begin()
    await shared.send(Heard.PLACE, place=(42.2, 42.1))
    await shared.say("I don't know")
    assert shared.result == ((42.2, 42.1), None)


@pytest.mark.parametrize("said", ["skip", "No", "არა", "none.", "I don't know"])
async def test_everyday_words_skip_what_may_be_skipped(said: str) -> None:
    talk = Talk(somewhere)
    await talk.begin()
    await talk.say(said)
    await talk.say(said)
    assert talk.result == (None, None)
