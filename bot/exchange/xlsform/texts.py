"""Texts in several languages: their gaps, and the few that are ours."""

from collections.abc import Iterable, Iterator, Mapping

OTHER = {"en": "Other", "ka": "სხვა", "az": "Digər", "hy": "Այլ", "ru": "Другое"}
SPECIFY = {
    "en": "Please specify",
    "ka": "დააზუსტეთ",
    "az": "Dəqiqləşdirin",
    "hy": "Ճշտեք",
    "ru": "Уточните",
}


def ours(text: Mapping[str, str], languages: Iterable[str]) -> dict[str, str]:
    """A text of ours in a form's languages; in English where we do not have one."""
    return {language: text.get(language, text["en"]) for language in languages}


def complete(text: Mapping[str, str], first: str) -> dict[str, str]:
    """A text with the first language in front, in the words of another one if need be."""
    if not text:
        return {}
    return {first: text.get(first) or next(iter(text.values())), **text}


def gaps(text: Mapping[str, str], languages: Iterable[str]) -> Iterator[dict[str, str]]:
    """The languages that a text lacks, each with the one that is shown instead."""
    listed = list(languages)
    shown = listed[0] if listed[0] in text else next(iter(text))
    for language in listed:
        if language not in text:
            yield {"language": language, "shown": shown}
