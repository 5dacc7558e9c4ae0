"""What readers of a survey's answers are told: in the file itself, beside the columns."""

from collections.abc import Iterator

from bot.civic.needs import SMALLEST
from bot.civic.survey.sheets import Explained, Gathered
from bot.formats import day, listed
from bot.journey import Text
from bot.messages import Html, Words


def explained(text: Text, gathered: Gathered, language: str) -> Explained:
    """The sheet "about" and the notes of the codebook, in one language."""
    return Explained(_about(text, gathered, language), _notes(text, gathered.anonymous))


def _about(text: Text, gathered: Gathered, language: str) -> list[tuple[str, str]]:
    title = Words(dict(gathered.title)).read(language)
    place = Words(dict(gathered.municipality)).read(language)
    who = text("export-unnamed") if gathered.anonymous else text("export-named")
    begin, end, taken = (
        day(moment, gathered.zone)
        for moment in (gathered.opens_at, gathered.closes_at, gathered.taken_at)
    )
    rows = [
        (text("export-head-survey"), f"{gathered.number}. {title}"),
        (text("export-head-place"), place),
        (text("export-head-time"), f"{begin} – {end}"),
        (text("export-head-taken"), taken),
        (text("export-head-answers"), str(len(gathered.sheets))),
        (text("export-head-people"), who),
        (text("export-head-care"), text("export-care")),
        (text("export-head-settlements"), text("export-settlements", count=SMALLEST)),
        (text("export-head-photos"), text("export-photos")),
        (text("export-head-columns"), text("export-columns")),
        *_versions(text, gathered),
    ]
    return [(_plain(head), _plain(said)) for head, said in rows]


def _versions(text: Text, gathered: Gathered) -> Iterator[tuple[str, str]]:
    """Since when each form was asked, and which questions are not handed out."""
    for one in gathered.revisions if len(gathered.revisions) > 1 else ():
        head = text("export-head-version", number=str(one.number))
        yield head, text("export-version", date=day(one.since, gathered.zone))
    if gathered.left_out:
        names = listed(gathered.left_out)
        yield text("export-head-left-out"), text("export-left-out", names=names, count=SMALLEST)


def _notes(text: Text, anonymous: bool) -> dict[str, str]:
    """By kind of question, and by name of a column of ours."""
    notes = {
        "photo": text("export-photos"),
        "audio": text("export-note-audio"),
        "video": text("export-note-video"),
        "many": text("export-note-many"),
        "rank": text("export-note-rank"),
        "not-split": text("export-note-not-split"),
        "__version__": text("export-note-version"),
        "_id": text("export-note-id"),
        "_submission_time": text("export-note-time"),
        "_language": text("export-note-language", count=SMALLEST),
        "_settlement": text("export-settlements", count=SMALLEST),
        "_settlement_code": text("export-note-code"),
        "_assisted": text("export-note-assisted", count=SMALLEST),
        "_index": text("export-note-index"),
        "_parent_table_name": text("export-note-parent-table"),
        "_parent_index": text("export-note-parent-index"),
        "_submission__id": text("export-note-submission"),
    }
    if anonymous:
        notes["place"] = text("export-note-place")
    return {name: _plain(said) for name, said in notes.items()}


def _plain(said: Html | str) -> str:
    return said.plain() if isinstance(said, Html) else said
