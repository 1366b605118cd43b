"""The web pages for installing the app: an explanation, the link to Slack, and the result.

They are for the administrator: plain English, no script. Installing sends nothing to anyone.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import jinja2
import structlog
from aiohttp import web

from adapters.shared.json_values import NotUnderstoodError
from adapters.slack.inbound.arrivals import PLATFORM
from adapters.slack.inbound.oauth_grant import grant_of
from adapters.slack.manifest import RETURN_PATH, SCOPES
from adapters.slack.many_installs import Exchange, ManyInstalls
from adapters.slack.sdk.calls import CallFailedError
from bot.domain.people import Address

# Seconds in which an install must be finished.
LASTS = 600
PAGES = Path(__file__).parent / "pages"
COOKIE = "handrail_slack_install"
INSTALL, STYLE = "/slack/install", "/slack/install.css"

Returned = Callable[[Address], Awaitable[None]]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class InstallAttempt:
    """`secret` goes into the cookie; `state` goes to Slack and comes back."""

    secret: str
    state: str


class States:
    """Binds the return from Slack to the browser that left.

    `keyed_hash` is an HMAC, the same in every process. `now` counts seconds since 1970.
    """

    def __init__(self, keyed_hash: Callable[[str, str], str], now: Callable[[], float]) -> None:
        self._keyed_hash = keyed_hash
        self._now = now

    def begin(self) -> InstallAttempt:
        secret, until = secrets.token_urlsafe(32), str(int(self._now()) + LASTS)
        return InstallAttempt(secret, f"{until}.{self._of(secret, until)}")

    def is_sound(self, state: str, secret: str) -> bool:
        until, _, signature = state.partition(".")
        if not (state.isascii() and secret.isascii() and until.isdecimal() and secret):
            return False
        expected = self._of(secret, until)
        return hmac.compare_digest(signature, expected) and self._now() < int(until[:12])

    def _of(self, secret: str, until: str) -> str:
        return self._keyed_hash("slack.state", f"{until}|{secret}")


class OAuth:
    """`public` is this server's address for browsers; `authorize` is Slack's own page."""

    def __init__(
        self,
        client_id: str,
        public: str,
        authorize: str,
        installs: ManyInstalls,
        exchange: Exchange,
        states: States,
        returned: Returned,
        now: Callable[[], float],
    ) -> None:
        self._client_id = client_id
        self._public = public.rstrip("/")
        self._authorize = authorize
        self._installs = installs
        self._exchange = exchange
        self._states = states
        self._returned = returned
        self._now = now
        loader = jinja2.FileSystemLoader(PAGES)
        self._page = jinja2.Environment(loader=loader, autoescape=True).get_template("page.html")
        self._style = (PAGES / "page.css").read_text(encoding="utf-8")

    def routes(self, app: web.Application) -> None:
        app.router.add_get(INSTALL, self._begin)
        app.router.add_get(RETURN_PATH, self._come_back)
        app.router.add_get(STYLE, self._send_style)

    async def _begin(self, _: web.Request) -> web.Response:
        begun = self._states.begin()
        asked = {
            "client_id": self._client_id,
            "scope": ",".join(SCOPES),
            "redirect_uri": self._public + RETURN_PATH,
            "state": begun.state,
        }
        response = self._shown(
            200,
            "Add Handrail to your Slack workspace",
            "Handrail keeps a coaching client company between sessions, and only if they want it.",
            "Adding it sends nothing to anyone. A client begins by writing to it a code that their "
            "coach gave them, and agrees to each thing separately.",
            scopes=SCOPES,
            link=f"{self._authorize}?{urlencode(asked)}",
            go="Continue to Slack",
        )
        response.set_cookie(
            COOKIE,
            begun.secret,
            max_age=LASTS,
            path="/slack",
            httponly=True,
            secure=self._public.startswith("https:"),
            samesite="Lax",
        )
        return response

    async def _come_back(self, request: web.Request) -> web.Response:
        """Checks the state before it uses anything else of the address."""
        state, secret = request.query.get("state", ""), request.cookies.get(COOKIE, "")
        if not self._states.is_sound(state, secret):
            return self._again(400, "It took too long, or was begun in another browser.")
        code = request.query.get("code", "")
        if request.query.get("error") or not code:
            return self._again(200, "You did not allow it in Slack, and that is fine.")
        try:
            await self._install(code)
        except (CallFailedError, NotUnderstoodError) as problem:
            log.error("slack_not_installed", error=type(problem).__name__)
            return self._again(502, "Slack did not confirm it.")
        response = self._shown(
            200,
            "Handrail is in your workspace",
            "Nothing was sent to anyone, and nothing will be until somebody writes to it.",
            "A coach begins by writing “invite” to Handrail in Slack, under Apps.",
        )
        response.del_cookie(COOKIE, path="/slack")
        return response

    async def _install(self, code: str) -> None:
        answer: Mapping[str, object] = await self._exchange(
            code=code, redirect_uri=self._public + RETURN_PATH
        )
        grant = grant_of(answer, self._now())
        await self._installs.save(grant)
        await self._returned(Address(PLATFORM, grant.install.workspace, ""))
        log.info("slack_installed", org_wide=grant.install.org_wide)

    def _again(self, status: int, why: str) -> web.Response:
        return self._shown(
            status,
            "Handrail was not added",
            why,
            "Nothing was changed.",
            link=INSTALL,
            go="Try again",
        )

    def _shown(self, status: int, title: str, *lines: str, **more: object) -> web.Response:
        text = self._page.render(title=title, lines=lines, style=STYLE, **more)
        return web.Response(status=status, text=text, content_type="text/html")

    async def _send_style(self, _: web.Request) -> web.Response:
        return web.Response(text=self._style, content_type="text/css")
