"""Of recordings only the sound and the picture are kept: no place, no device, no hour."""

import pytest

from bot import recordings
from tests.support.recordings import VIDEO, VOICE, box

WHEN = bytes(range(1, 9))
HEADER = box(b"mvhd", bytes(4), WHEN, b"scale")
LONG_HEADER = box(b"mdhd", b"\x01" + bytes(3), WHEN * 2, b"scale")
PLACE = box(b"udta", box(b"\xa9xyz", b"+41.7+44.8/"))
FILM = (
    box(b"ftyp", b"isom", bytes(4))
    + box(b"mdat", b"udta a film")
    + box(b"moov", HEADER, box(b"trak", box(b"mdia", LONG_HEADER), box(b"meta", b"a phone")), PLACE)
)


@pytest.mark.parametrize("kept", [recordings.video, recordings.audio])
def test_an_mp4_says_neither_where_nor_when_nor_with_what(kept):
    content = kept(FILM).content
    assert len(content) == len(FILM)
    assert not any(told in content for told in (b"+41.7", b"a phone", WHEN))
    assert content.count(b"udta a film") == 1 and content.count(b"scale") == 2


def test_a_large_box_and_one_to_the_end_are_read():
    large = (1).to_bytes(4) + b"mdat" + (20).to_bytes(8) + b"film"
    last = bytes(4) + b"udta" + b"a phone"
    content = recordings.video(VIDEO + large + last).content
    assert content == VIDEO + large + bytes(4) + b"free" + bytes(7)


def test_an_mp3_loses_its_tags():
    sound = b"\xff\xfb\x90\x64" + bytes(200)
    tagged = b"ID3\x04\x00\x00\x00\x00\x01\x02" + b"x" * 130 + sound + b"TAG" + b"y" * 125
    assert recordings.audio(tagged) == (sound, "audio/mpeg", "mp3")
    assert recordings.audio(sound).content == sound


def test_each_has_its_kind():
    assert recordings.audio(VOICE) == (VOICE, "audio/ogg", "ogg")
    assert recordings.audio(b"#!AMR\n")[1:] == ("audio/amr", "amr")
    assert recordings.audio(b"\xff\xf1\x50\x80")[1:] == ("audio/aac", "aac")
    assert recordings.audio(VIDEO)[1:] == ("audio/mp4", "m4a")
    assert recordings.video(VIDEO)[1:] == ("video/mp4", "mp4")


@pytest.mark.parametrize("content", [b"", b"\xff", b"GIF89a", b"ID3", FILM[:-3]])
def test_what_is_no_recording_or_is_damaged_is_refused(content):
    with pytest.raises(ValueError):
        recordings.audio(content)


def test_a_recording_of_endless_parts_is_refused():
    inside_one_another, one_after_another = b"", box(b"free") * 20_000
    for _ in range(20_000):
        inside_one_another = (
            (8 + len(inside_one_another)).to_bytes(4) + b"moov" + inside_one_another
        )
    for parts in (inside_one_another, one_after_another):
        with pytest.raises(ValueError, match="too many"):
            recordings.video(VIDEO + parts)


@pytest.mark.parametrize("content", [VOICE, b"", box(b"ftyp") + (7).to_bytes(4) + b"moov"])
def test_what_is_no_video_is_refused(content):
    with pytest.raises(ValueError):
        recordings.video(content)
