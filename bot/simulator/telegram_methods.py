"""The Bot API methods that send and change messages (Bot API, "Available methods")."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.simulator import telegram_checks as checks
from bot.simulator.phone import Keys, Shown
from bot.simulator.telegram import Telegram
from bot.simulator.telegram_errors import bad
from bot.simulator.telegram_html import Parsed, parse
from bot.simulator.telegram_media import incoming_file, incoming_photo
from bot.simulator.telegram_objects import document, photo
from bot.simulator.telegram_params import Params
from bot.simulator.telegram_phone import TelegramPhone

Message = dict[str, Any]
Send = Callable[[Telegram, TelegramPhone, Params], Awaitable[Message]]


@dataclass(frozen=True, slots=True)
class Body:
    """A message without its head and buttons: on the wire, as a person sees it, its files."""

    content: Message
    seen: Parsed
    image: str = ""
    file: str = ""


async def send_message(server: Telegram, phone: TelegramPhone, params: Params) -> Message:
    return _show(server, phone, params, _text(params))


async def send_photo(server: Telegram, phone: TelegramPhone, params: Params) -> Message:
    return _show(server, phone, params, await _photo(server, params, "photo"))


async def send_document(server: Telegram, phone: TelegramPhone, params: Params) -> Message:
    parsed = checks.caption(params)
    file = await incoming_file(server, params.file("document"))
    content = {"document": document(file), **_caption(parsed)}
    seen = _marked(f"📎 {file.name}", parsed)
    return _show(server, phone, params, Body(content, seen, file=file.id))


async def send_location(server: Telegram, phone: TelegramPhone, params: Params) -> Message:
    lat, lon = params.decimal("latitude"), params.decimal("longitude")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise bad("invalid location coordinates specified")
    content = {"location": {"latitude": lat, "longitude": lon}}
    return _show(server, phone, params, Body(content, parse(f"📍 {lat}, {lon}")))


async def edit_text(server: Telegram, phone: TelegramPhone, params: Params) -> Message:
    body = _text(params)
    if "text" not in _editable(phone, params).source:
        raise bad("there is no text in the message to edit")
    return _edit(server, phone, params, body)


async def edit_caption(server: Telegram, phone: TelegramPhone, params: Params) -> Message:
    source = _editable(phone, params).source
    parsed = checks.caption(params)
    kept = {name: source[name] for name in ("photo", "document") if name in source}
    if not kept:
        raise bad("there is no caption in the message to edit")
    return _edit(server, phone, params, Body({**kept, **_caption(parsed)}, parsed))


async def edit_markup(server: Telegram, phone: TelegramPhone, params: Params) -> Message:
    shown = _editable(phone, params)
    kept = {name: shown.source[name] for name in CONTENT if name in shown.source}
    return _edit(server, phone, params, Body(kept, Parsed(shown.text, shown.html)))


async def edit_media(server: Telegram, phone: TelegramPhone, params: Params) -> Message:
    """editMessageMedia: a photo for whatever was there."""
    media = params.data("media")
    if not isinstance(media, dict) or media.get("type") != "photo":
        raise bad("can't parse InputMedia: this simulator takes photos")
    return _edit(server, phone, params, await _photo(server, params.beside(media), "media"))


async def delete(server: Telegram, phone: TelegramPhone, params: Params) -> bool:
    if not phone.remove(params.text("message_id")):
        raise bad("message to delete not found")
    return True


HEAD = ("message_id", "from", "chat", "date")
CONTENT = ("text", "entities", "photo", "document", "location", "caption", "caption_entities")

SENDS: dict[str, Send] = {
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "senddocument": send_document,
    "sendlocation": send_location,
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_markup,
    "editmessagemedia": edit_media,
}
"""Methods that count as messages for the limits: edits do in practice."""


def _text(params: Params) -> Body:
    parsed = checks.text(params)
    return Body({"text": parsed.text, **_entities("entities", parsed)}, parsed)


async def _photo(server: Telegram, params: Params, name: str) -> Body:
    parsed = checks.caption(params)
    file = await incoming_photo(server, params.file(name))
    return Body({"photo": photo(file), **_caption(parsed)}, parsed, file.id)


def _marked(mark: str, parsed: Parsed) -> Parsed:
    """What the screen says of a thing that is no text: a mark, then the caption."""
    shown = parse(mark.replace("&", "&amp;").replace("<", "&lt;"))
    text, markup = f"{mark}\n{parsed.text}", f"{shown.html}\n{parsed.html}"
    return Parsed(text.rstrip(), markup.rstrip())


def _show(server: Telegram, phone: TelegramPhone, params: Params, body: Body) -> Message:
    inline, keys = _markup(phone, params, sending=True)
    id, at = phone.next_id(), server.world.clock.now()
    head = {"message_id": id, "from": server.me, "chat": phone.place, "date": int(at.timestamp())}
    message = {**head, **body.content, **inline}
    text, markup = body.seen.text, body.seen.html
    shown = Shown(str(id), text, at, markup, False, keys, body.image, source=message)
    phone.show(replace(shown, file=body.file))
    return message


def _edit(server: Telegram, phone: TelegramPhone, params: Params, body: Body) -> Message:
    shown = _editable(phone, params)
    inline, keys = _markup(phone, params, sending=False)
    old = {name: value for name, value in shown.source.items() if name != "edit_date"}
    message = {**{name: old[name] for name in HEAD}, **body.content, **inline}
    if message == old:
        raise bad(
            "message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message"
        )
    message["edit_date"] = int(server.world.seconds())
    text, markup, image = body.seen.text, body.seen.html, body.image or shown.image
    changed = replace(shown, text=text, html=markup, image=image, keys=keys)
    phone.show(replace(changed, edited=True, source=message))
    return message


def _editable(phone: TelegramPhone, params: Params) -> Shown:
    shown = phone.find(params.text("message_id"))
    if shown is None:
        raise bad("message to edit not found")
    if shown.mine:
        raise bad("message can't be edited")
    return shown


def _markup(phone: TelegramPhone, params: Params, *, sending: bool) -> tuple[dict[str, Any], Keys]:
    """The inline keyboard for the message; a reply keyboard goes to the phone."""
    markup = params.data("reply_markup")
    if not markup:
        return {}, ()
    if "inline_keyboard" in markup:
        rows = checks.inline(markup)
        return ({"reply_markup": {"inline_keyboard": rows}} if rows else {}), checks.inline_keys(
            rows
        )
    if not sending:
        raise bad("inline keyboard expected")
    _reply_markup(phone, markup)
    return {}, ()


def _reply_markup(phone: TelegramPhone, markup: dict[str, Any]) -> None:
    hint = str(markup.get("input_field_placeholder", ""))
    if len(hint) > 64:
        raise bad("input field placeholder is too long")
    if "keyboard" in markup:
        keys = checks.reply_keys(checks.reply(markup))
        phone.lay(keys, once=bool(markup.get("one_time_keyboard")), placeholder=hint)
    elif markup.get("remove_keyboard"):
        phone.lay(())
    elif markup.get("force_reply"):
        phone.lay(phone.board, once=phone.once, placeholder=hint)
    else:
        raise bad("object expected as reply markup")


def _caption(parsed: Parsed) -> dict[str, Any]:
    return {"caption": parsed.text, **_entities("caption_entities", parsed)} if parsed.text else {}


def _entities(name: str, parsed: Parsed) -> dict[str, Any]:
    return {name: parsed.entities} if parsed.entities else {}
