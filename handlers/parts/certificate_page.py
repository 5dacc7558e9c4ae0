"""A certificate in words: on paper, and where somebody checks it."""

from bot.content.course import NoCourse, course
from bot.formats import day
from bot.journey import Text
from bot.messages import Words
from bot.pictures.print.papers import Certificate
from storage.certificate_codes import Printed
from storage.certificates import Paper
from storage.places import Place

LANGUAGES = ("ka", "en")


def words(name: str, version: int, track: str) -> dict[str, dict[str, str]]:
    """The names of a course and a track in every language, to be kept.  Raises NoCourse."""
    told = {language: course(name, version, language) for language in LANGUAGES}
    if track not in told["ka"].tracks:
        raise NoCourse(track)
    return {
        "course": {language: one.title for language, one in told.items()},
        "track": {language: one.tracks[track].name for language, one in told.items()},
    }


def read(printed: Printed, what: str, language: str) -> str:
    """The name of the "course" or the "track"."""
    return Words(dict(printed.words[what])).read(language, LANGUAGES[0])


def shown(paper: Paper, language: str) -> dict[str, str]:
    """What anybody may know of a certificate."""
    printed = paper.printed
    return {
        "code": paper.code,
        "course": read(printed, "course", language),
        "version": str(printed.version),
        "day": day(printed.day),
    }


def address(home: str, code: str = "") -> str:
    """The page where certificates are checked; without a page there is only the code."""
    return "/".join(part for part in (home, "certificates", code) if part) if home else code


def drawn(say: Text, language: str, paper: Paper, name: str, at: tuple[Place, str]) -> Certificate:
    """What is printed; `at` is the municipality that gives it and the address of our pages."""

    def text(id: str, /, **args: str) -> str:
        return say(id, **args).plain()

    place, home = at
    printed = paper.printed
    track, version = read(printed, "track", language), str(printed.version)
    bare = address(home).partition("://")[2]
    return Certificate(
        issuer=Words(place.name).read(language, LANGUAGES[0]),
        name=text("certificate-paper"),
        given=text("certificate-paper-given"),
        holder=name,
        did=text("certificate-paper-did"),
        course=read(printed, "course", language),
        facts=(text("certificate-paper-way", track=track, version=version), day(printed.day)),
        code=paper.code,
        link=address(home, paper.code),
        check=(text("certificate-paper-scan"), text("certificate-paper-page", page=bare))
        if bare
        else (),
        sample=text("certificate-paper-sample") if place.fictional else "",
    )
