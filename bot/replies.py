"""A reply is read once, on arrival, against the question as it was shown; canonical it is kept."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.asked import Answer, Asked, Misread, Reading, Stale, Text
from bot.messages import LARGEST_FILE, LARGEST_RECORDING, Heard, Html, Incoming, Wants
from bot.picking import same, tap, typed
from bot.spoken import canonical, day, day_and_hour, hour, numbers

MOMENT = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}))?[ ,]+(\d{1,2})[:.](\d{2})")


def read_reply(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Reading:
    """What a reply means.  Raises Misread or Stale."""
    if heard.heard is Heard.TAP:
        return tap(asked, picks, heard, text)
    if heard.heard is Heard.WORK:
        raise Stale
    if heard.heard is Heard.TEXT and asked.optional and _skips(asked, heard.text, text):
        return Answer(None)
    return READERS[asked.wants](asked, picks, heard, text)


def _text(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.TEXT:
        raise Misread(text("core-want-text"))
    said = heard.text.strip()
    if asked.form:
        return Answer(FORMS[asked.form](asked, heard, text))
    if asked.date:
        return Answer(_moment(asked, said, text))
    if len(said) < asked.min:
        raise Misread(text("core-too-short", limit=asked.min))
    if len(said) > asked.max:
        raise Misread(text("core-too-long", limit=asked.max, length=len(said)))
    return Answer(said)


def _moment(asked: Asked, said: str, text: Text) -> str:
    zone = ZoneInfo(asked.zone)
    now = datetime.fromisoformat(asked.now).astimezone(zone)
    found = MOMENT.fullmatch(said)
    if not found:
        raise Misread(text("core-want-moment"))
    day, month, year, hour, minute = (int(part) if part else now.year for part in found.groups())
    try:
        moment = datetime(year, month, day, hour, minute, tzinfo=zone)
    except ValueError as error:
        raise Misread(text("core-want-moment")) from error
    if moment <= now + timedelta(minutes=1):
        raise Misread(text("core-moment-past"))
    return moment.isoformat()


def _date(asked: Asked, heard: Incoming, text: Text) -> str:
    found = day(heard.text, _today(asked, heard), past=asked.past)
    if found is None:
        raise Misread(text("core-want-date"))
    return found.isoformat()


def _time(asked: Asked, heard: Incoming, text: Text) -> str:
    found = hour(heard.text)
    if found is None:
        raise Misread(text("core-want-time"))
    return found


def _date_time(asked: Asked, heard: Incoming, text: Text) -> str:
    found = day_and_hour(heard.text, _today(asked, heard))
    if found is None:
        raise Misread(text("core-want-date-time"))
    return found


def _today(asked: Asked, heard: Incoming) -> date:
    """The day on which it was written: the question may have waited for a week."""
    return heard.at.astimezone(ZoneInfo(asked.zone)).date()


FORMS: dict[str, Callable[[Asked, Incoming, Text], str]] = {
    "date": _date,
    "time": _time,
    "date_time": _date_time,
}


def _number(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if asked.form == "decimal":
        return Answer(_decimal(asked, heard, text))
    value = _one(heard, text, text("core-want-number"))
    if value != value.to_integral():
        raise Misread(text("core-want-whole"))
    if not asked.min <= value <= asked.max:
        raise Misread(text("core-number-between", low=asked.min, high=asked.max))
    return Answer(int(value))


def _decimal(asked: Asked, heard: Incoming, text: Text) -> str:
    value = _one(heard, text, text("core-want-decimal"))
    low, high = (Decimal(bound) if bound else value for bound in (asked.low, asked.high))
    if low <= value <= high:
        return canonical(value)
    if asked.low and asked.high:
        raise Misread(text("core-number-between", low=asked.low, high=asked.high))
    if asked.low:
        raise Misread(text("core-number-at-least", low=asked.low))
    raise Misread(text("core-number-at-most", high=asked.high))


def _one(heard: Incoming, text: Text, none: Html) -> Decimal:
    """The only number that was written."""
    found = numbers(heard.text) if heard.heard is Heard.TEXT else []
    if not found:
        raise Misread(none)
    if len(found) > 1 or found[0] is None:
        raise Misread(text("core-want-one-number"))
    return found[0]


def _photo(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.PHOTO:
        raise Misread(text("core-want-photo"))
    if not heard.media:
        raise Misread(text("core-photo-failed"))
    return Answer(heard.media)


def _audio(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    """A recording, or the same told in words."""
    if heard.heard is Heard.TEXT:
        return _text(asked, picks, heard, text)
    if heard.heard is not Heard.AUDIO:
        raise Misread(text("core-want-audio"))
    return _recorded(asked, heard, text)


def _video(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.VIDEO:
        raise Misread(text("core-want-video"))
    return _recorded(asked, heard, text)


def _recorded(asked: Asked, heard: Incoming, text: Text) -> Answer:
    if misfit(asked, heard):
        raise Misread(text("core-recording-too-big", limit=LARGEST_RECORDING // 1_000_000))
    if not heard.media:
        raise Misread(text("core-recording-failed"))
    return Answer(heard.media)


def _file(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.FILE:
        raise Misread(text("core-want-file"))
    flaw = misfit(asked, heard)
    if flaw == "kind":
        raise Misread(text("core-file-kind", kinds=", ".join(asked.kinds)))
    if flaw == "size":
        raise Misread(text("core-file-too-big", limit=LARGEST_FILE // 1_000_000))
    if not heard.media:
        raise Misread(text("core-file-failed"))
    return Answer(heard.media)


def misfit(asked: Asked, heard: Incoming) -> str:
    """Why a file or a recording is not what was asked for and not even fetched, or ''.

    The name only spares people a wrong file: what is in it is judged by whoever reads it.
    """
    if asked.kinds and not heard.text.lower().endswith(asked.kinds):
        return "kind"
    largest = LARGEST_FILE if heard.heard is Heard.FILE else LARGEST_RECORDING
    return "size" if heard.size > largest else ""


def _place(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    """A shared place; where the question has a longest text, also one told in words."""
    if asked.max and heard.heard is Heard.TEXT:
        return _text(asked, picks, heard, text)
    if heard.heard is not Heard.PLACE or heard.place is None:
        raise Misread(text("core-want-place"))
    return Answer(list(heard.place))


def _phone(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Answer:
    if heard.heard is not Heard.PHONE or not heard.phone:
        raise Misread(text("core-want-phone"))
    if not heard.own:
        raise Misread(text("core-phone-not-own"))
    return Answer(heard.phone)


def _nothing(asked: Asked, picks: Sequence[str], heard: Incoming, text: Text) -> Reading:
    raise Misread(text("core-still-working"))


READERS: dict[Wants, Callable[[Asked, Sequence[str], Incoming, Text], Reading]] = {
    Wants.NOTHING: _nothing,
    Wants.CHOICE: typed,
    Wants.TEXT: _text,
    Wants.NUMBER: _number,
    Wants.PHOTO: _photo,
    Wants.AUDIO: _audio,
    Wants.VIDEO: _video,
    Wants.FILE: _file,
    Wants.PLACE: _place,
    Wants.PHONE: _phone,
}


def _skips(asked: Asked, said: str, text: Text) -> bool:
    """The button's label, or a word by which people say that they have no answer."""
    label = text("core-done") if asked.another else text("core-skip")
    words = (label, *text("core-skip-words").split(","))
    bare = said.strip(" .!").replace("’", "'")
    return any(same(bare, Html(word.strip())) for word in words)
