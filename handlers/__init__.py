"""The journeys, one per file; this page is the list of them."""

from collections.abc import Iterator
from types import ModuleType

from bot.journey import DueWork, Fresh, JobWork, Journey
from handlers.citizen import (
    appeal,
    desk_code,
    edition,
    fix,
    help,
    idea,
    idea_letters,
    idea_report,
    idea_share,
    idea_support,
    ideas,
    ideas_find,
    join,
    language,
    link,
    meeting_letters,
    meetings,
    menu,
    my_ideas,
    mydata,
    needs,
    needs_letters,
    needs_publish,
    needs_results,
    on_ballot,
    privacy,
    project_note,
    projects,
    receipt,
    results,
    results_letters,
    review_letters,
    vote,
    vote_letters,
    voter_news,
    welcome,
)
from handlers.citizen.welcome import first_words as first_words
from handlers.municipality import (
    announce,
    announce_report,
    assist,
    ballot_changes,
    ballot_list,
    ballot_wording,
    counting,
    desk,
    desk_check,
    edition_announce,
    edition_desk,
    edition_move,
    edition_new,
    edition_phases,
    edition_set,
    edition_zones,
    electorate,
    leaving,
    lot,
    meeting_change,
    meeting_new,
    merge,
    objections,
    papers,
    people,
    prints,
    process,
    register_file,
    register_work,
    release,
    reports,
    review,
    review_hand,
    review_second,
    signed_list,
    survey_draft,
    survey_english,
    survey_export,
    survey_file,
    survey_links,
    survey_name,
    survey_new,
    survey_open,
    survey_questions,
    survey_read,
    survey_report,
    survey_sheet,
    survey_texts,
    survey_try,
    surveys,
    today,
    voter_cards,
    work_letters,
    work_news,
    works,
)

MODULES: tuple[ModuleType, ...] = (
    welcome,
    join,
    menu,
    help,
    language,
    privacy,
    mydata,
    link,
    desk,
    people,
    vote,
    vote_letters,
    voter_news,
    desk_code,
    electorate,
    desk_check,
    register_file,
    register_work,
    voter_cards,
    signed_list,
    papers,
    objections,
    receipt,
    results,
    results_letters,
    counting,
    release,
    lot,
    projects,
    project_note,
    works,
    work_news,
    work_letters,
    edition,
    edition_desk,
    edition_new,
    edition_set,
    edition_zones,
    edition_announce,
    edition_move,
    edition_phases,
    process,
    prints,
    ballot_changes,
    needs,
    needs_letters,
    needs_results,
    needs_publish,
    idea,
    ideas,
    ideas_find,
    idea_support,
    my_ideas,
    idea_report,
    idea_share,
    idea_letters,
    reports,
    fix,
    appeal,
    review_letters,
    on_ballot,
    review,
    review_second,
    review_hand,
    merge,
    ballot_list,
    ballot_wording,
    today,
    leaving,
    surveys,
    survey_export,
    survey_sheet,
    assist,
    survey_report,
    survey_texts,
    survey_links,
    survey_draft,
    survey_name,
    survey_try,
    survey_open,
    survey_file,
    survey_read,
    survey_new,
    survey_questions,
    survey_english,
    meetings,
    meeting_letters,
    meeting_new,
    meeting_change,
    announce,
    announce_report,
)


def journeys() -> dict[str, Journey]:
    """Every journey by its registered name."""
    found: dict[str, Journey] = {}
    for journey in _all("JOURNEYS"):
        if journey.name in found:
            raise ValueError(f"two journeys are called {journey.name}")
        found[journey.name] = journey
    return found


def due_work() -> dict[str, DueWork]:
    """What to do when a row of the due-table falls due, by its kind."""
    return {kind: work for table in _all_tables("DUE") for kind, work in table.items()}


def job_work() -> dict[str, JobWork]:
    """How slow work is done, by its kind."""
    return {kind: work for table in _all_tables("JOBS") for kind, work in table.items()}


def lost_work() -> dict[str, JobWork]:
    """How whoever waits for a letter hears that slow work was given up, by its kind."""
    return {kind: work for table in _all_tables("LOST") for kind, work in table.items()}


def fresh() -> dict[str, Fresh]:
    """Whether a letter is still true, by the first word of its subject ("meeting:12")."""
    return {kind: check for table in _all_tables("FRESH") for kind, check in table.items()}


def _all(name: str) -> Iterator[Journey]:
    for module in MODULES:
        yield from getattr(module, name, ())


def _all_tables(name: str) -> Iterator[dict]:  # type: ignore[type-arg]
    for module in MODULES:
        yield getattr(module, name, {})
