"""What a corrected survey changes, in words: for the coordinator who is about to publish it."""

from collections.abc import Iterator, Sequence

from bot.civic.survey.corrections import Changes, Reworded, Why
from bot.civic.survey.form import Form, Told
from bot.conversation import Chat
from bot.formats import listed
from bot.messages import Html, Words, lines
from handlers.parts.survey_drafts import label

MOST = 20  # lines; more than that nobody reads
LONGEST = 300  # letters of a text that is compared


def told(chat: Chat, found: Changes, retitled: str) -> Html:
    """Every change in a line, the weightiest first."""
    rows = list(_lines(chat, found))
    if retitled:
        rows.append(chat.text("amend-title", title=retitled))
    if not rows:
        rows.append(chat.text("amend-small"))
    if more := len(rows[MOST:]):
        rows[MOST:] = [chat.text("amend-more", count=more)]
    return lines(chat.text("amend-changes"), *rows)


def _lines(chat: Chat, found: Changes) -> Iterator[Html]:
    for item in found.removed:
        yield chat.text("amend-removed", label=label(chat, item))
    for one in found.withdrawn:
        options = listed(_read(chat, option.label) for option in one.options)
        yield chat.text("amend-withdrawn", label=label(chat, one.item), options=options)
    for item in found.added:
        yield chat.text("amend-added", label=label(chat, item))
    for one in found.offered:
        options = listed(_read(chat, option.label) for option in one.options)
        yield chat.text("amend-offered", label=label(chat, one.item), options=options)
    for words in found.reworded:
        old, new = _both(chat, words)
        yield chat.text("amend-words", old=old, new=new)
    for item in found.rules:
        yield chat.text("amend-rules", label=label(chat, item))


def clashes(chat: Chat, found: Changes) -> Html:
    """Why it cannot be published, by question."""
    rows = [
        chat.text("amend-clash-kind", label=label(chat, one.new), name=one.new.name)
        if one.why is Why.KIND
        else chat.text("amend-clash-repeat", label=label(chat, one.new), name=one.new.name)
        for one in found.clashes
    ]
    if more := len(rows[MOST:]):
        rows[MOST:] = [chat.text("amend-more", count=more)]
    return lines(chat.text("amend-clash"), lines(*rows), chat.text("amend-clash-mend"), by="\n\n")


def sides(chat: Chat, form: Form, one: Reworded, place: tuple[int, int]) -> Html:
    """Old and new wording side by side."""
    head = chat.text("amend-reworded", place=str(place[0]), count=str(place[1]))
    around = Html("")
    if one.option:
        item = next(item for item in form.walk() if item.name == one.question)
        around = chat.text("amend-reworded-option", label=label(chat, item))
    old, new = _both(chat, one)
    return lines(
        lines(head, around),
        chat.text("amend-sides", old=old, new=new),
        chat.text("amend-ask-meaning"),
        by="\n\n",
    )


def needs_name(chat: Chat, one: Reworded) -> Html:
    """What to do about a name that means something else, in a form that only a workbook can say."""
    name = one.option or one.question
    return chat.text("amend-needs-name", label=_both(chat, one)[1], name=name)


def _both(chat: Chat, one: Reworded) -> Sequence[str]:
    """In a language in which they differ: the reader's if possible."""
    codes = [chat.me.language, chat.me.main_language, *one.new]
    code = next(code for code in codes if one.differs_in(code))
    return [
        text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        for text in (one.old[code], one.new[code])
    ]


def _read(chat: Chat, words: Told) -> str:
    return Words(dict(words)).read(chat.me.language, chat.me.main_language)
