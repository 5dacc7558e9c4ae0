"""send_message and broadcast_message: who gets it, what it costs, what is refused."""

import json
from typing import Any
from urllib.parse import quote_plus

from bot.simulator import viber_checks
from bot.simulator.viber import Viber
from bot.simulator.viber_errors import (
    FREE_EXCEEDED,
    NO_BALANCE,
    NO_BROADCAST,
    NO_WEBHOOK,
    NOT_REGISTERED,
    NOT_SUBSCRIBED,
    TOO_MANY,
    TOO_OLD,
    UNANSWERED,
    Refusal,
    bad_data,
    missing,
)
from bot.simulator.viber_phone import ViberPhone
from bot.simulator.viber_rules import BROADCAST, SESSION
from bot.simulator.viber_rules import UNANSWERED as HOURLY

Body = dict[str, Any]
FURTHER = 0.005
"""Real seconds from one receiver of a broadcast to the next: nobody reaches 300 phones at once."""


def send(server: Viber, body: Body, outcome: str = "ok") -> Body:
    """send_message.  Raises Refusal."""
    _ready(server)
    if not body.get("receiver"):
        raise missing("receiver")
    viber_checks.message(body, server.rules, server.complain)
    token = server.callbacks.token()
    billing = _deliver(server, str(body["receiver"]), body, (token, 0.0))
    server.write(str(body["receiver"]), "send_message", body, outcome, str(token))
    # Integers by the example in the documents, strings by their table: both are seen.
    return {"message_token": token, "billing_status": billing if token % 2 else str(billing)}


def broadcast(server: Viber, body: Body, outcome: str = "ok") -> Body:
    """broadcast_message: status 0 even if some receivers failed; one token for all."""
    _ready(server)
    if not server.rules.broadcast:
        raise NO_BROADCAST
    receivers = body.get("broadcast_list")
    if not isinstance(receivers, list) or not receivers:
        raise missing("broadcast_list")
    if len(receivers) > BROADCAST:
        raise bad_data("broadcast_list is too long")
    _count(server)
    viber_checks.message(body, server.rules, server.complain)
    token = server.callbacks.token()
    rows = [
        _one(server, str(receiver), body, (token, outcome, place * FURTHER))
        for place, receiver in enumerate(receivers)
    ]
    failed = [row for row in rows if row]
    return {"message_token": token, **({"failed_list": failed} if failed else {})}


def _one(server: Viber, receiver: str, body: Body, sent: tuple[int, str, float]) -> Body:
    """One receiver of a broadcast; what goes into failed_list, or nothing."""
    token, outcome, late = sent
    try:
        _deliver(server, receiver, body, (token, late))
    except Refusal as refused:
        server.write(receiver, "broadcast_message", body, str(refused.status), "")
        return {"receiver": receiver, **refused.body()}
    server.write(receiver, "broadcast_message", body, outcome, str(token))
    return {}


def _ready(server: Viber) -> None:
    if not server.callbacks.url:
        raise NO_WEBHOOK


def _count(server: Viber) -> None:
    now = server.world.seconds()
    if server.rules.limits and server.broadcasts.wait(now) > 0:
        raise TOO_MANY
    server.broadcasts.add(now)


def _deliver(server: Viber, receiver: str, body: Body, sent: tuple[int, float]) -> int:
    """Give a message to one person; returns its billing_status.  Raises Refusal.

    `sent` is its token and how much later than others its phone gets it.
    """
    phone = server.phones.get(receiver)
    if phone is None:
        raise NOT_REGISTERED
    if not phone.subscribed:
        raise NOT_SUBSCRIBED
    if body.get("min_api_version", 1) > phone.level:
        raise TOO_OLD
    hour = int(server.world.seconds() // 3600)
    if phone.next_hour(hour) >= HOURLY and server.rules.limits:
        raise UNANSWERED
    billing = _bill(server, phone)
    server.accept(phone, _personal(body, phone), *sent)
    return billing


def _bill(server: Viber, phone: ViberPhone) -> int:
    """billing_status: free inside a session of 24 hours, else a free quota, then paid."""
    rules = server.rules
    within = server.world.seconds() - phone.session < SESSION
    if within and phone.free < rules.session_messages:
        phone.free += 1
        return 2 if rules.billable else 1
    month = server.world.clock.now().strftime("%Y-%m")
    used = server.free_used.get(month, 0)
    if used >= rules.free_messages:
        if rules.billable and rules.balance:
            return 5
        raise NO_BALANCE if rules.billable else FREE_EXCEEDED
    server.free_used[month] = used + 1
    return 4 if rules.billable else 3


def _personal(body: Body, phone: ViberPhone) -> Body:
    """The message with the three placeholders of broadcasts filled in, wherever they stand."""
    source = json.dumps(body, ensure_ascii=False) if "broadcast_list" in body else ""
    if "replace_me_with_" not in source:
        return body
    values = {
        "replace_me_with_receiver_id": phone.id,
        "replace_me_with_url_encoded_receiver_id": quote_plus(phone.id),
        "replace_me_with_user_name": phone.name,
    }
    for mark, value in values.items():
        source = source.replace(mark, json.dumps(value, ensure_ascii=False)[1:-1])
    filled: Body = json.loads(source)
    return filled
