"""Answers to a survey in words: for the overview before sending, and for one's own data."""

from collections.abc import Callable
from datetime import date, datetime

from bot.civic.survey.answers import is_recording
from bot.civic.survey.form import CHOOSING, Form, Item, Kind
from bot.formats import listed
from bot.journey import Text
from bot.messages import Html, Words

Read = Callable[[dict[str, str]], str]


def reader(language: str, main: str) -> Read:
    """A form's texts as this person reads them."""
    return lambda words: Words(words).read(language, main)


def shown(kind: Kind, value: str) -> str:
    """A canonical answer as people write it."""
    match kind:
        case Kind.DATE:
            return f"{date.fromisoformat(value):%d.%m.%Y}"
        case Kind.MOMENT:
            return f"{datetime.fromisoformat(value):%d.%m.%Y, %H:%M}"
        case Kind.DECIMAL | Kind.RANGE:
            return value.replace(".", ",")
    return value


def answer(text: Text, read: Read, form: Form, item: Item, value: str) -> Html | str:
    """What somebody answered, in the words of the choices; of media that there is some."""
    if not value:
        return text("needs-skipped")
    if item.kind in CHOOSING:
        labels = {option.id: read(dict(option.label)) for option in form.lists[item.options]}
        ids = [value] if item.kind is Kind.ONE else value.split()
        return listed(labels.get(id, id) for id in ids)
    match item.kind:
        case Kind.PLACE:
            return text("needs-place-given")
        case Kind.PHOTO:
            return text("needs-photo-given")
        case Kind.AUDIO if is_recording(value):
            return text("needs-audio-given")
        case Kind.VIDEO:
            return text("needs-video-given")
        case Kind.ACKNOWLEDGE:
            return text("needs-agreed")
    return shown(item.kind, value)
