"""Every text exists in every locale, says the same there, is used, and stands nowhere else."""

from pathlib import Path

import pytest

from tests.support.catalogue import REFERENCE, differences, faults, read
from tests.support.sentences import asked, sentences, sources, used, used_in_page

ROOT = Path(__file__).parents[1]
LOCALES = read(ROOT / "locales")
CODE = ("handlers", "bot")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_locale_is_sound(locale):
    assert list(faults(LOCALES[locale])) == []


@pytest.mark.parametrize("locale", LOCALES.keys() - {REFERENCE})
def test_a_translation_says_what_the_reference_says(locale):
    assert list(differences(LOCALES[REFERENCE], LOCALES[locale])) == []


def test_every_text_is_used():
    messages = LOCALES[REFERENCE].messages
    named = set().union(*(used(source) for _, source in sources(ROOT, *CODE)))
    shown = set().union(*(used_in_page(page) for _, page in sources(ROOT, "bot", ending="html")))
    referred = set().union(*(message.references for message in messages.values()))
    assert sorted(messages.keys() - named - shown - referred) == []


def test_every_text_asked_for_exists():
    known = LOCALES[REFERENCE].messages
    missing = [
        f"{path}:{line}: {id}"
        for path, source in sources(ROOT, *CODE)
        for id, line in asked(source)
        if id and id not in known
    ]
    assert missing == []


def test_ids_are_written_out():
    built = [
        f"{path}:{line}: write the id out, so that a search finds it"
        for path, source in sources(ROOT, "handlers")
        for id, line in asked(source)
        if not id
    ]
    assert built == []


def test_journeys_hold_no_sentences():
    found = [
        f"{path}:{line}: belongs in locales/: {text!r}"
        for path, source in sources(ROOT, "handlers")
        for text, line in sentences(source)
    ]
    assert found == []


def test_no_text_is_put_into_capitals():
    """Georgian capitals are a display style that many phones cannot show."""
    found = [path for path, source in sources(ROOT, "handlers") if ".upper(" in source]
    assert found == []
