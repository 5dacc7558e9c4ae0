"""Viber's endpoints about the account and its people."""

from typing import Any

from bot.simulator.viber import Viber
from bot.simulator.viber_callbacks import ALWAYS, ON_REQUEST
from bot.simulator.viber_errors import NOT_REGISTERED, TOO_MANY, bad_data
from bot.simulator.viber_rules import ONLINE

Body = dict[str, Any]
SELECTABLE = ("delivered", "seen", "failed", "conversation_started")
UNAVAILABLE = 4


def events(asked: Any) -> tuple[str, ...]:
    """Event types in force: all when none are named; the mandatory ones always."""
    if asked is None:
        return (*ALWAYS, *ON_REQUEST)
    if not isinstance(asked, list) or not set(asked) <= {*ALWAYS, *SELECTABLE}:
        raise bad_data("event_types")
    return (*ALWAYS, *(event for event in asked if event not in ALWAYS))


def account_info(server: Viber, body: Body) -> Body:
    return {
        "id": "pa:1234509876",
        "name": "მონაწილე",
        "uri": "monawile",
        "country": "GE",
        "webhook": server.callbacks.url,
        "event_types": list(server.callbacks.events),
        "subscribers_count": sum(phone.subscribed for phone in server.phones.values()),
    }


def user_details(server: Viber, body: Body) -> Body:
    """get_user_details: two calls for one person in 12 hours."""
    phone = server.phones.get(str(body.get("id")))
    if phone is None:
        raise NOT_REGISTERED
    now = server.world.seconds()
    if server.rules.limits and phone.details.wait(now) > 0:
        raise TOO_MANY
    phone.details.add(now)
    return {"user": {**phone.user, "primary_device_os": "Android 15", "device_type": "simulated"}}


def online(server: Viber, body: Body) -> Body:
    ids = body.get("ids")
    if not isinstance(ids, list) or len(ids) > ONLINE:
        raise bad_data("ids")
    return {"users": [_online(server, str(id)) for id in ids]}


def _online(server: Viber, id: str) -> Body:
    phone = server.phones.get(id)
    reachable = phone is not None and phone.subscribed
    state = 0 if reachable else UNAVAILABLE
    message = "online" if reachable else "unavailable"
    return {"id": id, "online_status": state, "online_status_message": message}
