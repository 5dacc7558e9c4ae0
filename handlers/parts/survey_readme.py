"""What lies beside photos and recordings that are handed out, in every language of the house."""

from collections.abc import Callable, Iterator, Sequence

from bot.civic.survey.sheets import Gathered
from bot.journey import Text
from bot.messages import Html, Words

LANGUAGES = ("ka", "en")
NAMED = 10  # missing files that a letter names; all are in the file itself


def readme(text_in: Callable[[str], Text], gathered: Gathered) -> Callable[[Sequence[str]], str]:
    """The text, given the names of files that are missing."""

    def written(missing: Sequence[str]) -> str:
        told = (_told(text_in(one), gathered, one, missing) for one in LANGUAGES)
        return "\n\n".join(part for parts in told for part in parts) + "\n"

    return written


def _told(text: Text, gathered: Gathered, language: str, missing: Sequence[str]) -> Iterator[str]:
    title = Words(dict(gathered.title)).read(language)
    yield text("export-media-readme", number=str(gathered.number), title=title).plain()
    if missing:
        yield "\n".join([text("export-media-gone").plain(), *missing])


def gone(text: Text, missing: Sequence[str]) -> Html | str:
    """The same in a letter; '' if nothing is missing."""
    if not missing:
        return ""
    names = "\n".join(missing[:NAMED])
    more = len(missing) - NAMED
    named = text("export-media-gone-named", names=names)
    return named if more <= 0 else named + "\n" + text("export-media-gone-more", count=more)
