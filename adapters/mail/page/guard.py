"""Who may ask for the page, and from where: its own name, its own pages, and the device's cookie.

A refused request is counted and logged by its reason alone.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import structlog
from aiohttp import web

from adapters.mail.page.devices import LASTS
from adapters.mail.page.secret_rows import SECRET
from adapters.shared.accepted import accepted
from adapters.shared.bodies import Handler
from adapters.shared.hosts import prefix_of
from bot.metrics import METRICS
from bot.text import Catalogue, catalogue

STANDARD_PORT = {"https": ":443", "http": ":80"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    # With "no-referrer" a browser would hide the origin of the page's own forms, too.
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}

log = structlog.get_logger()


class PageGuard:
    """`public` is the address under which browsers reach the page, as the operator has set it.

    No name that a request brings is ever put into an address.
    """

    def __init__(self, public: str) -> None:
        found = urlsplit(public)
        self.is_https = found.scheme == "https"
        # What a proxy takes off the path before this server sees it.
        self.base = prefix_of(public)
        self._port = STANDARD_PORT[found.scheme]
        self._host = self._plain(found.netloc)
        self._origin = f"{found.scheme}://{self._host}"
        # "__Host-" asks for the whole host, where others may live beside us under a path.
        named = "__Secure-handrail" if self.base else "__Host-handrail"
        self.cookie = named if self.is_https else "handrail_mail"
        self._cookie_path = self.base or "/"

    def sees(self, handler: Handler) -> Handler:
        """Wraps a page that is only looked at. It is asked for from anywhere, such as a mail."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._check_host(request)
            return await handler(request)

        return guarded

    def acts(self, handler: Handler) -> Handler:
        """Wraps what changes something: only the page's own forms get there."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._check_host(request)
            origin = self._plain(request.headers.get("Origin", ""))
            site = request.headers.get("Sec-Fetch-Site", "same-origin")
            if origin != self._origin or site != "same-origin":
                refuse("origin")
                raise not_from_here(request)
            return await handler(request)

        return guarded

    def device(self, request: web.Request) -> str:
        """The secret of this device's cookie; "" where it has none that could be ours."""
        found = request.cookies.get(self.cookie, "")
        return found if SECRET.fullmatch(found) else ""

    def let_in(self, response: web.StreamResponse, device: str) -> None:
        """Gives this device its cookie. It comes back with a link in a mail, so it is "Lax"."""
        response.set_cookie(
            self.cookie,
            device,
            max_age=int(LASTS.total_seconds()),
            path=self._cookie_path,
            secure=self.is_https,
            httponly=True,
            samesite="Lax",
        )

    def let_out(self, response: web.StreamResponse) -> None:
        response.del_cookie(
            self.cookie,
            path=self._cookie_path,
            secure=self.is_https,
            httponly=True,
            samesite="Lax",
        )

    def _plain(self, address: str) -> str:
        """In small letters, and without the port that everybody takes for this scheme."""
        return address.lower().removesuffix(self._port)

    def _check_host(self, request: web.Request) -> None:
        if self._plain(request.host) != self._host:
            refuse("host")
            raise web.HTTPMisdirectedRequest(text=asked_in(request)("mail-page-elsewhere"))


def asked_in(request: web.Request) -> Catalogue:
    """The sentences in the language that the browser asks for."""
    return catalogue(accepted(request.headers.get("Accept-Language")))


def not_from_here(request: web.Request) -> web.HTTPForbidden:
    """The answer to a form that the page did not make."""
    return web.HTTPForbidden(text=asked_in(request)("mail-page-not-from-here"))


def refuse(reason: str) -> None:
    """Counts a refused request. `reason` is one fixed word."""
    METRICS.failed("refused")
    log.warning("mail_page_refused", reason=reason)
