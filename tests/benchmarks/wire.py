"""Just enough HTTP to be a Bot API that costs next to nothing."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

Reply = Callable[[Any], None]
Handle = Callable[[str, dict[str, Any], Reply], None]

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"


class Connection(asyncio.Protocol):
    """One keep-alive connection.  `handle(method, fields, reply)` may reply later."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._held = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        while b"\r\n\r\n" in self._held:
            head, _, rest = self._held.partition(b"\r\n\r\n")
            start, *lines = head.decode("latin-1").split("\r\n")
            headers = dict(line.lower().split(": ", 1) for line in lines)
            size = int(headers.get("content-length", 0))
            if len(rest) < size:
                return
            self._held = rest[size:]
            method = start.split(" ")[1].rpartition("/")[2]
            self._handle(method, _fields(headers, rest[:size]), self._reply)

    def _reply(self, result: Any) -> None:
        if self._transport and not self._transport.is_closing():
            body = json.dumps({"ok": True, "result": result}).encode()
            self._transport.write(HEAD % (len(body), body))


def _fields(headers: dict[str, str], body: bytes) -> dict[str, Any]:
    kind = headers.get("content-type", "")
    if kind.startswith("application/json"):
        return dict(json.loads(body))
    if kind.startswith("multipart/form-data"):
        return _parts(body, kind.partition("boundary=")[2].encode())
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _parts(body: bytes, boundary: bytes) -> dict[str, Any]:
    found = {}
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        name = head.partition(b'name="')[2].partition(b'"')[0]
        found[name.decode()] = value.removesuffix(b"\r\n").decode()
    return found
