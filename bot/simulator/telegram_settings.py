"""Bot API methods about the bot itself, its webhook, its chats and its menu."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.simulator import telegram_checks as checks
from bot.simulator.telegram import Telegram
from bot.simulator.telegram_errors import bad
from bot.simulator.telegram_media import get_file
from bot.simulator.telegram_params import Params
from bot.simulator.telegram_updates import hook_of

Method = Callable[[Telegram, Params], Awaitable[Any]]

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
}  # fmt: skip


async def get_me(server: Telegram, params: Params) -> dict[str, Any]:
    return {
        **server.me,
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(server: Telegram, params: Params) -> list[dict[str, Any]]:
    server.updates.allow(params.data("allowed_updates"))
    limit = params.number("limit", 100)
    return await server.updates.poll(params.number("offset"), limit, params.number("timeout"))


async def set_webhook(server: Telegram, params: Params) -> bool:
    url = params.text("url")
    connections = params.number("max_connections", 40)
    hook = hook_of(url, params.text("secret_token"), connections) if url else None
    server.updates.allow(params.data("allowed_updates"))
    return _hook(server, params, hook)


async def delete_webhook(server: Telegram, params: Params) -> bool:
    return _hook(server, params, None)


def _hook(server: Telegram, params: Params, hook: Any) -> bool:
    if params.flag("drop_pending_updates"):
        server.updates.drop()
    server.updates.set_hook(hook)
    return True


async def get_webhook_info(server: Telegram, params: Params) -> dict[str, Any]:
    hook = server.updates.hook
    info: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": server.updates.waiting,
    }
    if hook:
        info["max_connections"] = hook.connections
    if hook and hook.error:
        info |= {"last_error_date": hook.error_at, "last_error_message": hook.error}
    return info


async def answer_callback_query(server: Telegram, params: Params) -> bool:
    toast = params.text("text")
    if len(toast) > checks.TOAST:
        raise bad("MESSAGE_TOO_LONG")
    server.asked(params.text("callback_query_id")).answered(toast)
    return True


async def send_chat_action(server: Telegram, params: Params) -> bool:
    server.reach(params)
    if params.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    return True


async def get_chat(server: Telegram, params: Params) -> dict[str, Any]:
    phone = server.phones.get(params.number("chat_id"))
    if phone is None or not phone.started:
        raise bad("chat not found")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    accepted = {name: False for name in (*gifts, "gifts_from_channels")}
    more = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": accepted}
    return {**phone.place, **more}


async def download_info(server: Telegram, params: Params) -> dict[str, object]:
    return get_file(server, params)


async def set_my_commands(server: Telegram, params: Params) -> bool:
    server.settings[_scope(params)] = checks.commands(params.data("commands"))
    return True


async def get_my_commands(server: Telegram, params: Params) -> list[dict[str, str]]:
    found: list[dict[str, str]] = server.settings.get(_scope(params), [])
    return found


async def delete_my_commands(server: Telegram, params: Params) -> bool:
    server.settings.pop(_scope(params), None)
    return True


def _scope(params: Params) -> str:
    scope = params.data("scope") or {"type": "default"}
    return f"commands {scope['type']} {scope.get('chat_id', '')} {params.text('language_code')}"


async def set_chat_menu_button(server: Telegram, params: Params) -> bool:
    button = params.data("menu_button") or {"type": "default"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad("MENU_BUTTON_TYPE_INVALID")
    server.settings[f"menu {params.text('chat_id')}"] = button
    return True


async def get_chat_menu_button(server: Telegram, params: Params) -> dict[str, Any]:
    button: dict[str, Any] = server.settings.get(
        f"menu {params.text('chat_id')}", {"type": "commands"}
    )
    return button


def _described(name: str, limit: int) -> Method:
    async def set_description(server: Telegram, params: Params) -> bool:
        text = params.text(name)
        if len(text) > limit:
            raise bad(f"{name} is too long")
        server.settings[f"{name} {params.text('language_code')}"] = text
        return True

    return set_description


async def leave(server: Telegram, params: Params) -> bool:
    """close and logOut: nothing to leave here."""
    return True


METHODS: dict[str, Method] = {
    "getme": get_me,
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "answercallbackquery": answer_callback_query,
    "sendchataction": send_chat_action,
    "getchat": get_chat,
    "getfile": download_info,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setchatmenubutton": set_chat_menu_button,
    "getchatmenubutton": get_chat_menu_button,
    "setmydescription": _described("description", 512),
    "setmyshortdescription": _described("short_description", 120),
    "close": leave,
    "logout": leave,
}
