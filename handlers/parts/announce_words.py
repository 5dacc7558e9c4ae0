"""An announcement's audience and figures in words: numbers of people only rounded."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.conversation import Chat
from bot.formats import listed
from bot.journey import Text
from bot.messages import Html, Words
from storage import audience_choices as offered
from storage.audiences import SMALLEST
from storage.spending import EURO

ROLES = (
    *("coordinator", "partner", "reviewer", "observer", "helper"),
    *("official", "expert", "lawyer", "mentor"),
)
NAMED = {
    "settlements": offered.settlements,
    "signed_up": offered.meetings,
    "authors": offered.editions,
    "follows": offered.projects,
    "answered": offered.surveys,
}
"""Ways to say it that name something of the municipality."""


def about(text: Text, count: int) -> Html:
    """To the nearest ten; of fewer than ten only that they are few."""
    if count < SMALLEST:
        return text("announce-few", least=SMALLEST)
    return text("announce-about", count=(count + 5) // 10 * 10)


def euros(amount: int) -> str:
    """Rounded up to cents: "3,45 €"."""
    cents = -(-amount * 100 // EURO)
    return f"{cents // 100},{cents % 100:02d} €"


def language(text: Text, code: str) -> Html:
    return {"ka": text("language-ka"), "en": text("language-en")}[code]


def role(text: Text, name: str) -> Html:
    return {
        "coordinator": text("desk-role-coordinator"),
        "partner": text("desk-role-partner"),
        "reviewer": text("desk-role-reviewer"),
        "observer": text("desk-role-observer"),
        "helper": text("desk-role-helper"),
        "official": text("desk-role-official"),
        "expert": text("desk-role-expert"),
        "lawyer": text("lawyer-role"),
        "mentor": text("desk-role-mentor"),
    }[name]


async def audience(chat: Chat, place: str, meant: Mapping[str, Any]) -> list[Html]:
    """One line for each thing that people must have in common."""
    narrowed = {kind: value for kind, value in meant.items() if kind != "municipality"}
    if not narrowed:
        return [chat.text("announce-to-everybody")]
    if "reached" in narrowed:
        return [chat.text("announce-to-reached")]
    names = {
        kind: dict(await chat.read(NAMED[kind], place, chat.me.now))
        for kind in narrowed
        if kind in NAMED
    }
    return list(_lines(chat, narrowed, names))


def _lines(
    chat: Chat, meant: Mapping[str, Any], names: Mapping[str, Mapping[str, dict[str, str]]]
) -> Iterator[Html]:
    for kind, value in meant.items():
        if kind in NAMED:
            yield _named(chat.text, kind, _called(chat, names[kind], value))
        else:
            yield _shared(chat.text, kind, value)


def _named(text: Text, kind: str, name: str) -> Html:
    return {
        "settlements": text("announce-to-settlements", names=name),
        "signed_up": text("announce-to-signed-up", name=name),
        "authors": text("announce-to-authors", name=name),
        "follows": text("announce-to-follows", name=name),
        "answered": text("announce-to-answered", name=name),
    }[kind]


def _shared(text: Text, kind: str, value: Any) -> Html:
    match kind:
        case "languages":
            names = listed(language(text, code) for code in value)
            return text("announce-to-languages", names=names)
        case "age_from":
            return text("announce-to-age", age=str(value))
        case "bots":
            return text("announce-to-bots", bot=value[0])
        case _:
            return text("announce-to-staff", names=listed(role(text, one) for one in value[1]))


def _called(chat: Chat, names: Mapping[str, dict[str, str]], value: Any) -> str:
    ids: Sequence[Any] = value if isinstance(value, list) else [value]
    known = [names[str(id)] for id in ids if str(id) in names]
    return listed(Words(name).read(chat.me.language, chat.me.main_language) for name in known)
