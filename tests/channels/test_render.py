"""One message made to fit: nothing is lost, everything fits, markup stays balanced."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import Limits
from bot.messages import Choice, Document, Html, Outgoing, Picture, Press, Wants, safe
from bot.render import render, split, units

LIMITS = Limits(
    text=60,
    caption=20,
    choices=4,
    label=12,
    edits=True,
    every_keyboard=False,
    per_second=1,
    per_chat=1,
    chat_burst=1,
    phone_proves=True,
)
MENU = (Choice("menu", "მენიუ"),)
TWO = (Choice("yes", "კი"), Choice("no", "არა"))

TAG = re.compile(r"<(/?)([bi])>")
SPACE = re.compile(r"\s+")

words = st.text(st.sampled_from("აბგდ xyz.!?…,&<>*_\n😀"), max_size=40)


@st.composite
def markup(draw: st.DrawFn) -> Html:
    """Text with balanced, nested tags and entities."""
    parts = draw(st.lists(st.tuples(words, st.sampled_from(["", "b", "i", "bi"])), max_size=12))
    done = ""
    for text, tags in parts:
        opened = "".join(f"<{tag}>" for tag in tags)
        closed = "".join(f"</{tag}>" for tag in reversed(tags))
        done += opened + safe(text) + closed
    return Html(done)


def visible(parts: list[Html]) -> str:
    return SPACE.sub("", "".join(part.plain() for part in parts))


def is_balanced(text: str) -> bool:
    opened: list[str] = []
    for slash, tag in TAG.findall(text):
        if not slash:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            return False
    return not opened


@given(markup(), st.integers(8, 80))
def test_split_loses_nothing_and_every_part_fits(text: Html, limit: int) -> None:
    parts = split(text, limit)
    assert visible(parts) == visible([text])
    assert all(units(part) <= limit for part in parts)
    assert all(is_balanced(part) for part in parts)


@given(markup(), st.integers(8, 80))
def test_only_an_empty_text_gives_an_empty_part(text: Html, limit: int) -> None:
    parts = split(text, limit)
    if len(parts) > 1:
        assert all(part.plain().strip() for part in parts)


@given(
    markup(),
    st.lists(st.text("აბ <&", min_size=1, max_size=30), max_size=20),
    st.booleans(),
    st.sampled_from(list(Wants)),
)
def test_parts_of_a_message_fit_and_keep_all_ids(
    text: Html, labels: list[str], pictured: bool, wants: Wants
) -> None:
    choices = tuple(Choice(f"c{at}", label) for at, label in enumerate(labels))
    picture = Picture("m1") if pictured else None
    message = Outgoing(text, choices, MENU, wants, picture, nonce="n", edit="7")
    parts = render(message, LIMITS)
    assert all(units(part.text) <= LIMITS.text for part in parts)
    assert all(units(part.text) <= LIMITS.caption for part in parts if part.picture)
    assert [part.menu for part in parts] == [()] * (len(parts) - 1) + [MENU]
    assert not any(part.choices or part.edit for part in parts[:-1])
    kept = [choice.id for choice in parts[-1].choices]
    assert kept == [choice.id for choice in choices][: len(kept)]
    assert len(kept) >= min(len(choices), LIMITS.choices)
    assert all(part.nonce == "n" for part in parts)


def test_a_message_that_fits_is_left_as_it_is() -> None:
    message = Outgoing(Html("<b>ან</b>"), TWO, MENU, Wants.CHOICE, nonce="n", edit="7")
    assert render(message, LIMITS) == [message]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("aaaa bbbb\n\ncccc. dddd", ["aaaa bbbb", "cccc. dddd"]),
        ("aaaa bbbb\ncccc. dddd", ["aaaa bbbb", "cccc. dddd"]),
        ("aaaa. bbbb. cccc dddd", ["aaaa. bbbb.", "cccc dddd"]),
        ("aaaa bbbb cccc dddd", ["aaaa bbbb", "cccc dddd"]),
        ("aaaaaaaabbbbbbbb", ["aaaaaaaabbbb", "bbbb"]),
        ("<b>aaaa bbbb cccc</b>", ["<b>aaaa bbbb</b>", "<b>cccc</b>"]),
        ("&lt;&lt;&lt;&lt;&lt;&lt; &amp;&amp;&amp;&amp;&amp;&amp;&amp;", None),
        ("😀😀😀😀😀😀😀", ["😀😀😀😀😀😀", "😀"]),
    ],
)
def test_cuts_at_the_best_boundary_near(text: str, parts: list[str] | None) -> None:
    expected = parts or ["&lt;" * 6, "&amp;" * 7]
    assert split(Html(text), 12) == expected


def test_a_long_caption_goes_below_the_picture() -> None:
    message = Outgoing(Html("x" * 21), TWO, MENU, picture=Picture("m1"), edit="7")
    first, second = render(message, LIMITS)
    assert (first.text, first.picture, first.choices, first.menu) == ("", Picture("m1"), (), ())
    assert (second.text, second.picture, second.choices) == ("x" * 21, None, TWO)
    assert second.edit == ""


def test_a_picture_with_a_short_caption_is_one_message() -> None:
    message = Outgoing(Html("x" * 20), TWO, picture=Picture("m1"))
    assert render(message, LIMITS) == [message]


@pytest.mark.parametrize(("file_caption", "messages"), [(0, 2), (20, 1)])
def test_a_document_has_its_caption_where_there_is_room(file_caption: int, messages: int) -> None:
    paper = Document("d1", "a.pdf", 10)
    message = Outgoing(Html("x" * 20), TWO, MENU, document=paper)
    parts = render(message, replace(LIMITS, file_caption=file_caption))
    assert len(parts) == messages
    assert parts[0].document == paper
    assert parts[-1].text == "x" * 20 and parts[-1].choices == TWO
    assert [part.menu for part in parts[:-1]] == [()] * (messages - 1)


def test_long_labels_are_numbered_in_the_text() -> None:
    choices = (Choice("a", "მოკლე"), Choice("b", "ძალიან <გრძელი> სახელი"))
    (part,) = render(Outgoing(Html("აირჩიეთ"), choices, MENU, edit="7"), LIMITS)
    assert part.text == "აირჩიეთ\n\n1. მოკლე\n2. ძალიან &lt;გრძელი&gt; სახელი"
    assert [(choice.id, choice.label) for choice in part.choices] == [("a", "1"), ("b", "2")]
    assert part.edit == "7"


def test_projects_keep_their_own_numbers_and_other_buttons_their_words() -> None:
    choices = (
        Choice("p7", "ძალიან გრძელი სახელი", number=7, picked=True),
        Choice("p3", "პარკი", number=3),
        Choice("done", "მზადაა"),
    )
    (part,) = render(Outgoing(Html(""), choices), LIMITS)
    assert part.text == "✅ 7. ძალიან გრძელი სახელი\n3. პარკი"
    assert [choice.label for choice in part.choices] == ["7", "3", "მზადაა"]
    assert part.choices[0].picked


def test_a_project_that_fits_its_button_has_its_number_there() -> None:
    choices = (Choice("p3", "პარკი", number=3), Choice("done", "მზადაა"))
    (part,) = render(Outgoing(Html("?"), choices), LIMITS)
    assert part.text == "?"
    assert [choice.label for choice in part.choices] == ["3. პარკი", "მზადაა"]


def test_too_many_choices_are_numbered_and_the_last_may_only_be_typed() -> None:
    choices = tuple(Choice(f"c{at}", f"{at}") for at in range(20))
    *_, part = render(Outgoing(Html("?"), choices, MENU), LIMITS)
    assert [choice.label for choice in part.choices] == [str(at) for at in range(1, 13)]
    assert part.menu == MENU


@pytest.mark.parametrize("wants", [Wants.TEXT, Wants.NUMBER])
def test_no_numbers_where_a_number_could_be_the_answer(wants: Wants) -> None:
    message = Outgoing(Html("?"), (Choice("skip", "გამოტოვება ახლა"),), wants=wants)
    assert render(message, LIMITS) == [message]


def test_links_and_device_buttons_are_never_numbers() -> None:
    link = Choice("l", "ძალიან გრძელი სახელი", press=Press.URL, url="https://example.org")
    long = Choice("a", "ძალიან გრძელი სახელი")
    (part,) = render(Outgoing(Html("?"), (link, long)), LIMITS)
    assert part.choices == (link, replace(long, label="2"))


def test_no_edit_where_the_messenger_has_none() -> None:
    (part,) = render(Outgoing(Html("x"), edit="7"), replace(LIMITS, edits=False))
    assert part.edit == ""
