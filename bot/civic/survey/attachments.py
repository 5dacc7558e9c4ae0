"""Photos, voice messages and videos among the answers, by the names of their files."""

from collections.abc import Iterator

from bot.civic.survey.answers import is_recording
from bot.civic.survey.form import Form, Kind
from bot.civic.survey.sheets import Gathered

SENT = frozenset({Kind.PHOTO, Kind.AUDIO, Kind.VIDEO})


def asked_for(form: Form) -> bool:
    """Whether anybody is asked to send such."""
    return any(item.kind in SENT for item in form.walk())


def file_name(kind: Kind, value: str) -> str:
    """As it stands in a table; '' for what was told in words."""
    if kind is Kind.PHOTO:
        return f"{value}.jpg"
    return value if is_recording(value) else ""


def attachments(gathered: Gathered) -> dict[str, str]:
    """The media ids of all that is handed out, by name.

    Names are random, so that in their order nothing is left of the order of answering.
    """
    return dict(sorted(_named(gathered)))


def _named(gathered: Gathered) -> Iterator[tuple[str, str]]:
    kinds = {item.name: item.kind for item in gathered.form.walk() if item.kind in SENT}
    for sheet in gathered.sheets:
        for path, value in sheet.values.items():
            kind = kinds.get(path.rpartition("].")[2])
            if value and kind and (name := file_name(kind, value)):
                yield name, value
