"""Our messages in the words of the Bot API."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from bot.messages import Choice, Html, Outgoing, Press

Json = dict[str, Any]
Row = list[Json]

# Characters up to which so many buttons of one row stay readable on a narrow phone.
LABELS_PER_ROW = ((5, 3), (3, 9), (2, 16))

PICKED = "✅ "

REMOVED: Json = {"remove_keyboard": True}

ASKS = {Press.PHONE: "request_contact", Press.PLACE: "request_location"}


def body(message: Outgoing) -> Json:
    """What sendMessage and editMessageText have in common."""
    return {
        "text": message.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


def caption(message: Outgoing) -> Json:
    return {"caption": message.text, "parse_mode": "HTML"} if message.text else {}


def asks_device(message: Outgoing) -> bool:
    """Whether a button asks the telephone for its number or place.

    Telegram has such buttons only on the keyboard under the input field, never under a message.
    """
    return any(choice.press in ASKS for choice in (*message.choices, *message.menu))


def inline_keyboard(message: Outgoing) -> Json:
    """Buttons under the message, the menu as its last rows; empty takes the old ones away."""
    rows = [*arrange(message.choices), *arrange(message.menu)]
    return {"inline_keyboard": [[_inline(c, message.nonce) for c in row] for row in rows]}


def reply_keyboard(message: Outgoing) -> Json:
    """The keyboard under the input field; its plain buttons come back as typed labels.

    One that folds after use: it cannot leave together with the next message's inline buttons.
    """
    rows = [*arrange(message.choices), *arrange(message.menu)]
    return {
        "keyboard": [[_reply(choice) for choice in row] for row in rows],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }


def arrange(choices: Sequence[Choice]) -> Iterator[Sequence[Choice]]:
    """Rows of equal size for neighbours with short labels, a row each for the others."""
    for alone, run in groupby(choices, key=_alone):
        group = list(run)
        per_row = 1 if alone else _per_row(group)
        count = -(-len(group) // per_row)
        for row in range(count):
            yield group[row * len(group) // count : (row + 1) * len(group) // count]


def _alone(choice: Choice) -> bool:
    return choice.wide or choice.press in ASKS or len(_label(choice)) > LABELS_PER_ROW[-1][1]


def _per_row(group: Sequence[Choice]) -> int:
    longest = max(len(_label(choice)) for choice in group)
    return next(buttons for buttons, label in LABELS_PER_ROW if longest <= label)


def _label(choice: Choice) -> str:
    return PICKED + choice.label if choice.picked else choice.label


def _inline(choice: Choice, nonce: str) -> Json:
    if choice.press is Press.URL:
        return {"text": _label(choice), "url": choice.url}
    return {"text": _label(choice), "callback_data": f"{nonce}:{choice.id}"}


def _reply(choice: Choice) -> Json:
    """The bare label: what is pressed is read as if it had been typed."""
    asked = ASKS.get(choice.press)
    return {"text": choice.label, asked: True} if asked else {"text": choice.label}


def first_paragraph(text: Html) -> tuple[Html, Html]:
    """The text before and after its first empty line; the rest is empty where there is none."""
    head, _, rest = text.partition("\n\n")
    if head.count("<") != head.count(">") or head.count("</") * 2 != head.count("<"):
        return text, Html("")
    return Html(head), Html(rest)
