"""Protects the local page: it answers one person's browser, and nobody else on any machine.

The printed address carries a secret, new at each start. Whoever opens it gets a cookie and a token.
Every route asks for the cookie, and every route that reads or changes a chat for the token too. A
cookie alone is not enough, because a browser sends it to every port of this machine: another user's
server could get it. The token lies where only pages of this very port can read it.

A request must also name a host that the server is bound to (against DNS rebinding), come from the
same origin (against forged requests), and come through no proxy (which would hide who asks).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable

from aiohttp import web

from adapters.local.words import error
from adapters.shared.accepted import accepted
from adapters.shared.hosts import came_here

COOKIE = "handrail_session"
SECRET = "secret"  # noqa: S105
HEADER = "X-Handrail-Token"
# The only header that a browser lets a page set on a WebSocket; an address could end up in a log.
PROTOCOL = "handrail"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Guard:
    """`host` is the address that the server is bound to. All secrets are new at each start."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._secret = secrets.token_urlsafe(32)
        self._cookie = secrets.token_urlsafe(32)
        self.token = secrets.token_urlsafe(32)

    @property
    def way_in(self) -> str:
        """What follows the page's address where it is printed. It holds the secret."""
        return f"?{SECRET}={self._secret}"

    def page(self, handler: Handler, entrance: Handler) -> Handler:
        """Wraps the page's own address. With the secret `entrance` answers, else the cookie counts.

        The browser goes there from anywhere: a link in a mail is another origin.
        """

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._check_road(request)
            if SECRET in request.query:
                _check(request, _same(request.query[SECRET], self._secret))
                return await entrance(request)
            self._check_cookie(request)
            return await handler(request)

        return guarded

    def file(self, handler: Handler) -> Handler:
        """Wraps a file that the page is made of, which is the same for everybody."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._check_road(request)
            self._check_cookie(request)
            return await handler(request)

        return guarded

    def act(self, handler: Handler) -> Handler:
        """Wraps a route that reads or changes a chat or the clock."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._check_road(request)
            self._check_origin(request)
            self._check_cookie(request)
            token = request.headers.get(HEADER) or _among_protocols(request)
            _check(request, _same(token, self.token))
            return await handler(request)

        return guarded

    def give_cookie(self, response: web.Response) -> None:
        response.set_cookie(COOKIE, self._cookie, httponly=True, samesite="Strict", path="/")

    def _check_road(self, request: web.Request) -> None:
        """Checks the name under which the page was asked for, and that no proxy stands between."""
        _check(request, came_here(request, self._host))

    def _check_origin(self, request: web.Request) -> None:
        origin = request.headers.get("Origin")
        same = origin is None or origin.lower().partition("://")[2] == request.host.lower()
        _check(request, same)

    def _check_cookie(self, request: web.Request) -> None:
        """One of that name must be right: a page of another port can set others beside it."""
        _check(request, any(_same(given, self._cookie) for given in _cookies_of(request)))


def _check(request: web.Request, right: bool) -> None:
    """The one answer to everybody else, whatever was wrong: it tells nothing but what to do."""
    if not right:
        language = accepted(request.headers.get("Accept-Language"))
        raise web.HTTPForbidden(text=error(language, "closed"))


def _cookies_of(request: web.Request) -> list[str]:
    """The values of all cookies of our name. aiohttp itself keeps only the last of them."""
    sent = ";".join(request.headers.getall("Cookie", [])).split(";")
    pairs = [one.strip().partition("=") for one in sent]
    return [value for name, _, value in pairs if name == COOKIE]


def _among_protocols(request: web.Request) -> str:
    name, _, token = request.headers.get("Sec-WebSocket-Protocol", "").partition(",")
    return token.strip() if name.strip() == PROTOCOL else ""


def _same(given: str, secret: str) -> bool:
    """Compares in constant time."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())
