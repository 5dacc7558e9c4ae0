"""The checks of test_locales.py notice what is planted."""

import pytest

from tests.support.catalogue import differences, faults, read
from tests.support.sentences import asked, sentences, used

SEATS = "seats = {{ $count ->\n    [one] {}\n   *[other] {}\n }}\n"
KA = "hello = <b>გამარჯობა</b>, { $name }\n" + SEATS.format("ერთი", "ბევრი")
EN = "hello = <b>Hello</b>, { $name }\n" + SEATS.format("one", "many")


@pytest.fixture
def planted(tmp_path):
    """Locales from (ka, en) texts."""

    def plant(ka: str, en: str):
        for locale, text in (("ka", ka), ("en", en)):
            (tmp_path / locale).mkdir()
            (tmp_path / locale / "join.ftl").write_text(text, "utf-8")
        return read(tmp_path)

    return plant


def test_sound_locales_pass(planted):
    found = planted(KA, EN)
    assert list(differences(found["ka"], found["en"])) == []
    assert [*faults(found["ka"]), *faults(found["en"])] == []


@pytest.mark.parametrize(
    ("en", "said"),
    [
        (EN.replace("hello", "hallo"), ["en: hello is missing", "en: hallo is not in ka"]),
        (EN.replace("$name", "$nmae"), ["en: hello: variables nmae instead of name"]),
        (EN.replace("<b>Hello</b>", "Hello"), ["en: hello: tags none instead of </b>, <b>"]),
        (EN + "    .label = Hi\n", ["en: seats: attributes label instead of none"]),
    ],
)
def test_a_difference_is_named(planted, en, said):
    found = planted(KA, en)
    assert list(differences(found["ka"], found["en"])) == said


@pytest.mark.parametrize(
    ("en", "said"),
    [
        (EN + "!?\n", "en/join.ftl: cannot be read: !?"),
        (EN + "hello = again\n", "en/join.ftl: hello is defined twice"),
        (EN.replace("    [one] one\n", "    [two] two\n"), "en: seats: lacks the plural one"),
        (EN + "open = <b>open\n", "en: open: <b> is not closed in the same text"),
        (EN + "link = <a>x</a>\n", "en: link: <a> is not markup; write &lt; or &amp;"),
        (EN + "pair = { -word }\n", "en: pair: refers to -word, which is missing"),
        (EN + "loud = \u1c92\n", "en: loud: holds capital (Mtavruli) letters"),
    ],
)
def test_a_fault_is_named(planted, en, said):
    found = planted(KA, en)
    assert any(line.startswith(said) for line in faults(found["en"]))


def test_ids_are_seen_where_they_stand():
    source = 'DAYS = {"a": "day-one"}\ntext("join-hello", name=name)\n"""not-an-id"""\n'
    assert used(source) == {"day-one", "join-hello"}
    assert list(asked(source)) == [("join-hello", 2)]
    assert list(asked('chat.text(f"join-{step}")')) == [("", 1)]
    assert list(asked('texts.text(language, "join-hello")')) == [("join-hello", 1)]


@pytest.mark.parametrize(
    "source", ['say("Please choose one")', "say('აირჩიე')", 'ask(f"{name}, choose one")']
)
def test_a_sentence_in_the_code_is_seen(source):
    assert len(list(sentences(source))) == 1


@pytest.mark.parametrize(
    "source",
    ['"""Asks the citizen."""', 'log.info("draft dropped")', 'raise ValueError("no such step")'],
)
def test_what_no_citizen_reads_is_let_be(source):
    assert list(sentences(source)) == []
