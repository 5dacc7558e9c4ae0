"""Parameters of one Bot API call: query, JSON, form or multipart, all read alike."""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.simulator.telegram_errors import bad

TRUE = {True, "true", "True", "1"}


@dataclass(frozen=True, slots=True)
class Upload:
    data: bytes
    name: str


class Params:
    """Values as the method asks for them; nested ones may come as JSON text."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def has(self, name: str) -> bool:
        return self._values.get(name) is not None

    def text(self, name: str) -> str:
        value = self._values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        try:
            return int(self._values.get(name, default))
        except (TypeError, ValueError):
            raise bad(f"invalid {name} specified") from None

    def decimal(self, name: str) -> float:
        try:
            return float(self._values[name])
        except (KeyError, TypeError, ValueError):
            raise bad(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        return self._values.get(name) in TRUE

    def data(self, name: str) -> Any:
        """A nested value; None when absent."""
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def beside(self, values: dict[str, Any]) -> "Params":
        """Nested values, which may point to files sent with this call."""
        return Params({**self._values, **values})

    def file(self, name: str) -> Upload | str:
        """Bytes sent with the call (directly or by attach://), else a file id or URL."""
        value = self._values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            value = self._values.get(value.removeprefix("attach://"))
        if isinstance(value, Upload) or (isinstance(value, str) and value):
            return value
        raise bad(f"there is no {name} in the request")


async def read(request: web.Request) -> Params:
    """The parameters of a call.  Raises Rejected."""
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        values.update(_object(await request.read()))
    elif request.body_exists:
        for name, value in (await request.post()).items():
            values[name] = _upload(value) if isinstance(value, web.FileField) else value
    return Params(values)


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad("can't parse JSON object")
    return value


def _upload(field: web.FileField) -> Upload:
    return Upload(field.file.read(), field.filename)
