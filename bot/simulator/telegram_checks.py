"""The Bot API's rules on what a bot may send; each breach is refused as the API does."""

import re
from typing import Any

from bot.simulator.phone import Act, Key, Keys
from bot.simulator.telegram_errors import bad
from bot.simulator.telegram_html import Parsed, parse, units
from bot.simulator.telegram_params import Params

TEXT = 4096  # UTF-16 units after parsing (sendMessage)
CAPTION = 1024  # the same (sendPhoto)
CALLBACK_DATA = 64  # bytes (InlineKeyboardButton)
TOAST = 200  # characters (answerCallbackQuery)
BUTTONS = 100  # of one keyboard; observed, not documented
ROW = 8  # likewise
COMMAND = re.compile(r"[a-z0-9_]{1,32}")  # BotCommand
LINK = re.compile(r"(https?://|tg://)?[^\s/]+\.?[^\s]*", re.IGNORECASE)

ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game",
}  # fmt: skip
REPLY_ONLY = {
    "request_contact", "request_location", "request_poll", "request_users", "request_chat",
}  # fmt: skip


def text(params: Params, name: str = "text") -> Parsed:
    """A message's text, 1-4096 units."""
    parsed = _formatted(params, name, "entities")
    if not parsed.text.strip():
        raise bad("message text is empty")
    if units(parsed.text) > TEXT:
        raise bad("message is too long")
    return parsed


def caption(params: Params) -> Parsed:
    """A caption, 0-1024 units."""
    parsed = _formatted(params, "caption", "caption_entities")
    if units(parsed.text) > CAPTION:
        raise bad("message caption is too long")
    return parsed


def _formatted(params: Params, name: str, entities: str) -> Parsed:
    mode = params.text("parse_mode").lower()
    source = params.text(name)
    if mode == "html":
        return parse(source)
    if mode:
        raise bad(f"unsupported parse_mode {mode}: this simulator reads HTML")
    parsed = parse(source.replace("&", "&amp;").replace("<", "&lt;"))
    parsed.entities = params.data(entities) or []
    return parsed


def inline(markup: Any) -> list[list[dict[str, Any]]]:
    """The rows of an inline keyboard (InlineKeyboardMarkup)."""
    rows = _rows(markup, "inline_keyboard")
    for row in rows:
        for button in row:
            _inline_button(button)
    return rows


def reply(markup: Any) -> list[list[dict[str, Any]]]:
    """The rows of a reply keyboard (ReplyKeyboardMarkup); a bare string is a text button."""
    rows = [
        [{"text": button} if isinstance(button, str) else button for button in row]
        for row in _rows(markup, "keyboard")
    ]
    for row in rows:
        for button in row:
            _label(button, "keyboard")
            if {"url", "callback_data"} & set(button):
                raise bad("can't parse keyboard button: URL and callback buttons are inline only")
    if not rows:
        raise bad("object expected as reply markup: the keyboard is empty")
    return rows


def _rows(markup: dict[str, Any], name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f"can't parse {name.replace('_', ' ')}: an Array of Array is expected")
    if sum(map(len, rows)) > BUTTONS or any(len(row) > ROW for row in rows):
        raise bad("reply markup is too long")
    return [row for row in rows if row]


def _inline_button(button: Any) -> None:
    _label(button, "inline keyboard")
    given = {name for name in button if name in ACTIONS}
    if REPLY_ONLY & set(button) or not given:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(given) > 1:
        raise bad("can't parse inline keyboard button: exactly one action is expected")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= CALLBACK_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not LINK.fullmatch(str(button["url"])):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _label(button: Any, where: str) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad(f'can\'t parse {where} button: field "text" must be of type String')
    if not button["text"].strip():
        raise bad(f"{where} button text must be non-empty")


def inline_keys(rows: list[list[dict[str, Any]]]) -> Keys:
    return tuple(tuple(_inline_key(button) for button in row) for row in rows)


def _inline_key(button: dict[str, Any]) -> Key:
    if "callback_data" in button:
        return Key(button["text"], Act.DATA, button["callback_data"])
    if "url" in button:
        return Key(button["text"], Act.URL, button["url"])
    return Key(button["text"], Act.NONE)


def reply_keys(rows: list[list[dict[str, Any]]]) -> Keys:
    return tuple(tuple(_reply_key(button) for button in row) for row in rows)


def _reply_key(button: dict[str, Any]) -> Key:
    if button.get("request_contact"):
        return Key(button["text"], Act.PHONE)
    if button.get("request_location"):
        return Key(button["text"], Act.PLACE)
    return Key(button["text"], Act.TEXT, button["text"])


def commands(given: Any) -> list[dict[str, str]]:
    """A list of BotCommand: at most 100, names 1-32 of a-z 0-9 _, descriptions 1-256."""
    if not isinstance(given, list) or len(given) > 100:
        raise bad("can't parse commands: at most 100 are expected")
    for row in given:
        if not COMMAND.fullmatch(str(row.get("command", ""))):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(row.get("description", ""))) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return given
