"""Whether a request came to this machine itself, and not through a name that points to it."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104
# What a proxy adds, by how it begins. A proxy may put our own address into Host.
PROXIED = (
    *("forwarded", "x-forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip"),
    *("true-client-ip", "x-original-", "x-envoy-", "cf-", "fastly-", "x-azure-", "x-amzn-"),
)


def came_here(request: web.Request, host: str) -> bool:
    """True if the request names an address of this machine. `host`: where the server listens.

    A page of another website can have a name point here, but no address in figures: those count
    where it listens on every address. Who comes through a proxy that says so comes from outside,
    whatever the Host says. One that puts our own address into Host and adds nothing cannot be told
    from this machine: what the internet may reach needs more than this.
    """
    if any(name.lower().startswith(PROXIED) for name in request.headers):
        return False
    name = _name_in(request.host)
    return name in LOOPBACK | {host.lower()} or (host in ANYWHERE and _is_figures(name))


def prefix_of(public: str | None) -> str:
    """The path of the address that people and platforms know, without a slash at its end.

    A reverse proxy takes it off before this server sees a request. So routes are without it, and
    whatever leads a browser back (links, forms, files, a cookie's path) begins with it.
    """
    return urlsplit(public or "").path.rstrip("/")


def _name_in(host: str) -> str:
    """The host without its port, in small letters; empty for an invalid one."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_figures(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
