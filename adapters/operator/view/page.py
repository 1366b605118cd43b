"""The page of the organisation's view, behind a link that works once. It has no sign-in."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from adapters.operator.view.drawing import STYLE_HASH, opening_page, over_page, view_page
from adapters.shared.hosts import came_here
from bot.domain.organisation.view import OrganisationView
from bot.metrics import METRICS

PATH = "/organisation/{token}"
STANDARD_PORT = {"https": ":443", "http": ":80"}
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    # With "no-referrer" a browser would hide the origin of the page's own form, too.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}
NOT_HERE = "This page has another address: the one that the link begins with."
NOT_FROM_HERE = "This was not pressed on the page itself, so nothing was done."

log = structlog.get_logger()


class ViewDesk(Protocol):
    """What the page needs of the core."""

    async def link_opens(self, token: str) -> bool: ...

    async def use_link(self, token: str) -> OrganisationView | None: ...


class ViewPage:
    """`public` is the address that browsers know; None where there is none.

    `host` is where the server listens.
    """

    def __init__(self, desk: ViewDesk, public: str | None, host: str) -> None:
        self._desk = desk
        self._public = urlsplit(public or "")
        self._host = host

    def routes(self, app: web.Application) -> None:
        app.router.add_get(PATH, self._show)
        app.router.add_post(PATH, self._open)

    async def _show(self, request: web.Request) -> web.Response:
        """Changes nothing: a preview, a scanner or a second look uses no link up."""
        self._check_host(request)
        if not await self._desk.link_opens(request.match_info["token"]):
            return _over()
        return _html(opening_page())

    async def _open(self, request: web.Request) -> web.Response:
        self._check_host(request)
        self._check_origin(request)
        view = await self._desk.use_link(request.match_info["token"])
        return _over() if view is None else _html(view_page(view))

    def _check_host(self, request: web.Request) -> None:
        """The public name, or this machine itself (through a tunnel, for instance)."""
        public = self._plain(self._public.netloc)
        named = public and self._plain(request.host) == public
        if not named and not came_here(request, self._host):
            _refuse("host")
            raise web.HTTPMisdirectedRequest(text=NOT_HERE)

    def _check_origin(self, request: web.Request) -> None:
        """Only the page's own form, on the host that the request names."""
        origin = urlsplit(request.headers.get("Origin", ""))
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        same = self._plain(origin.netloc) == self._plain(request.host)
        if not origin.netloc or not same or site != "same-origin":
            _refuse("origin")
            raise web.HTTPForbidden(text=NOT_FROM_HERE)

    def _plain(self, host: str) -> str:
        """In small letters, and without the port that everybody takes for this scheme."""
        return host.lower().removesuffix(STANDARD_PORT.get(self._public.scheme, ":80"))


def _over() -> web.Response:
    _refuse("link")
    return _html(over_page(), 410)


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", headers=HEADERS)


def _refuse(reason: str) -> None:
    """Counts a refused request. `reason` is one fixed word."""
    METRICS.failed("refused")
    log.warning("organisation_view_refused", reason=reason)
