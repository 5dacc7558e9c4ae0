"""A meeting for a calendar, read back by a reader that follows the standard to the letter."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.calendar_file import Event, calendar_file
from tests.support import ical

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
MEETING = Event(
    uid="20261122T080000-7@monawile",
    sequence=0,
    starts_at=datetime(2026, 12, 5, 18, 0, tzinfo=ZoneInfo("Asia/Tbilisi")),
    lasts=timedelta(minutes=90),
    title="გზის შეკეთება; „მაგალითაში“, II ეტაპი",
    place="სკოლა,\nმე-2 სართული",
    about="1. გზა\n2. წყალი\\წყარო",
    organiser='ზღაპარას "მერია"',
    pin=(41.7, 44.8),
)


def test_everything_is_there_as_it_was_meant():
    found = ical.read(calendar_file(MEETING, NOW))
    assert found["METHOD"] == "PUBLISH" and found["STATUS"] == "CONFIRMED"
    assert (found["UID"], found["SEQUENCE"]) == (MEETING.uid, "0")
    assert [found[name] for name in ("SUMMARY", "LOCATION", "DESCRIPTION")] == [
        MEETING.title,
        MEETING.place,
        MEETING.about,
    ]
    assert ical.hour(found["DTSTART"]) == MEETING.starts_at == datetime(2026, 12, 5, 14, tzinfo=UTC)
    assert ical.hour(found["DTEND"]) - ical.hour(found["DTSTART"]) == timedelta(minutes=90)
    assert ical.hour(found["DTSTAMP"]) == NOW
    assert found["GEO"] == "41.700000;44.800000"


def test_a_cancellation_is_of_the_same_meeting_and_newer():
    gone = ical.read(calendar_file(replace(MEETING, sequence=3, cancelled=True), NOW))
    assert (gone["METHOD"], gone["STATUS"], gone["UID"]) == ("CANCEL", "CANCELLED", MEETING.uid)
    assert gone["SEQUENCE"] == "3"


@pytest.mark.parametrize("night", ["2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31"])
def test_hours_around_a_change_of_clocks(night):
    warsaw = ZoneInfo("Europe/Warsaw")
    starts = datetime.fromisoformat(f"{night} 18:00").replace(tzinfo=warsaw)
    found = ical.read(calendar_file(replace(MEETING, starts_at=starts), NOW))
    assert f"{ical.hour(found['DTSTART']).astimezone(warsaw):%Y-%m-%d %H:%M}" == f"{night} 18:00"


words = st.text(max_size=300)


@given(words, words, words, words)
def test_no_words_break_the_file(title, place, about, organiser):
    event = replace(MEETING, title=title, place=place, about=about, organiser=organiser)
    found = ical.read(calendar_file(event, NOW))
    for name, said in (("SUMMARY", title), ("LOCATION", place), ("DESCRIPTION", about)):
        kept = said.replace("\r\n", "\n").replace("\r", "\n")
        kept = "".join(sign for sign in kept if sign == "\n" or sign.isprintable())
        assert found.get(name, "") == kept
