"""Protects the local page, so that only this browser can use it, and no other site's page.

A request must name a host that the server is bound to (against DNS rebinding), come from the same
origin, and carry a token that only this page was given (against forged requests).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

COOKIE = "handrail_session"
HEADER = "X-Handrail-Token"
# The only header that a browser lets a page set on a WebSocket; an address could end up in a log.
PROTOCOL = "handrail"
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
ANYWHERE = {"0.0.0.0", "::"}  # noqa: S104

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Guard:
    """`host` is the address that the server is bound to. Both secrets are new at each start."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._cookie = secrets.token_urlsafe(32)
        self.token = secrets.token_urlsafe(32)

    def page(self, handler: Handler) -> Handler:
        """Wraps a route that the browser loads: it checks the host alone."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._check_host(request)
            return await handler(request)

        return guarded

    def act(self, handler: Handler) -> Handler:
        """Wraps a route that reads or changes a chat: it checks host, origin, cookie and token."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._check_host(request)
            self._check_origin(request)
            self._check_token(request)
            return await handler(request)

        return guarded

    def give_cookie(self, response: web.Response) -> None:
        response.set_cookie(COOKIE, self._cookie, httponly=True, samesite="Strict", path="/")

    def _check_host(self, request: web.Request) -> None:
        name = _name_in(request.host)
        known = name in LOOPBACK | {self._host.lower()}
        # DNS rebinding needs a name; an IP address cannot be pointed elsewhere.
        if not known and not (self._host in ANYWHERE and _is_figures(name)):
            raise web.HTTPForbidden(text="This page answers only under its own address.")

    def _check_origin(self, request: web.Request) -> None:
        origin = request.headers.get("Origin")
        if origin is not None and origin.lower().partition("://")[2] != request.host.lower():
            raise web.HTTPForbidden(text="This request came from another page.")

    def _check_token(self, request: web.Request) -> None:
        token = request.headers.get(HEADER) or _among_protocols(request)
        cookie = request.cookies.get(COOKIE, "")
        right = _same(token, self.token) and _same(cookie, self._cookie)
        if not right:
            raise web.HTTPForbidden(text="This page is from before a restart. Please reload it.")


def _among_protocols(request: web.Request) -> str:
    name, _, token = request.headers.get("Sec-WebSocket-Protocol", "").partition(",")
    return token.strip() if name.strip() == PROTOCOL else ""


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


def _same(given: str, secret: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())
