"""From where somebody visits a page."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from aiohttp import web

NETWORK = 64  # bits of an address of version 6 that belong to one household


def visitor(request: web.Request) -> str:
    """The network address, of version 6 its network; through a proxy of ours whom it names.

    A proxy adds whom it serves at the end; from elsewhere the header may say anything.
    """
    near = _read(request.remote or "")
    named = _read(request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip())
    far = named if named and near and (near.is_loopback or near.is_private) else near
    if isinstance(far, IPv6Address) and far.ipv4_mapped is None:
        return str(IPv6Address(int(far) >> (128 - NETWORK) << (128 - NETWORK)))
    return str(far or "")


def _read(said: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(said)
    except ValueError:
        return None
