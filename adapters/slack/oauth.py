"""The web pages for installing the app: an explanation, the link to Slack, and the result.

They are for the administrator: plain English, no script. Installing sends nothing to anyone.
"""

from __future__ import annotations

import hmac
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import jinja2
import structlog
from aiohttp import web

from adapters.shared.json_values import NotUnderstoodError, text_at
from adapters.slack.inbound.arrivals import PLATFORM, Install
from adapters.slack.inbound.oauth_grant import grant_of
from adapters.slack.installs import AllowedPlaces
from adapters.slack.manifest import RETURN_PATH, SCOPES
from adapters.slack.many_installs import Exchange, ManyInstalls
from adapters.slack.sdk.calls import CallFailedError
from bot.domain.people import Address

# Seconds in which an install must be finished.
LASTS = 600
# Anybody can come back from Slack with a code that they made up. Each costs a call, which Slack
# counts together with those that renew the tokens of every workspace.
MOST_A_MINUTE = 20
PAGES = Path(__file__).parent / "pages"
COOKIE = "handrail_slack_install"
INSTALL, STYLE = "/slack/install", "/slack/install.css"

Began = Callable[[Install], Awaitable[tuple[str, ...]]]
Returned = Callable[[Address], Awaitable[None]]
Revoke = Callable[[str], Awaitable[None]]
SETTING = "HANDRAIL_SLACK_WORKSPACES"

log = structlog.get_logger()


class NotAllowedError(Exception):
    """The operator's list does not name this workspace. Nothing of the install is stored."""


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
    """`public` is this server's address for browsers; `authorize` is Slack's own page.

    Only the workspaces and organisations in `allowed` may install. `revoke` gives a token back.
    """

    def __init__(
        self,
        client_id: str,
        public: str,
        authorize: str,
        installs: ManyInstalls,
        began: Began,
        exchange: Exchange,
        revoke: Revoke,
        allowed: AllowedPlaces,
        states: States,
        returned: Returned,
        now: Callable[[], float],
    ) -> None:
        self._client_id = client_id
        self._public = public.rstrip("/")
        self._authorize = authorize
        self._installs = installs
        self._began = began
        self._exchange = exchange
        self._revoke = revoke
        self._allowed = allowed
        self._states = states
        self._returned = returned
        self._now = now
        self._asked: deque[float] = deque(maxlen=MOST_A_MINUTE)
        loader = jinja2.FileSystemLoader(PAGES)
        self._page = jinja2.Environment(loader=loader, autoescape=True).get_template("page.html")
        self._style = (PAGES / "page.css").read_text(encoding="utf-8")

    def routes(self, app: web.Application) -> None:
        app.router.add_get(INSTALL, self._begin)
        app.router.add_get(RETURN_PATH, self._come_back)
        app.router.add_get(STYLE, self._send_style)

    async def _begin(self, request: web.Request) -> web.Response:
        """Offers the link to Slack. `?team=T…` or `E…` in the address says for which workspace."""
        named = request.query.get("team")
        if not self._allowed.ids or (named is not None and named not in self._allowed.ids):
            return self._refused("Nothing was changed.")
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
        if not self._may_ask():
            log.warning("slack_install_too_many")
            return self._again(429, "Too many came at once. Please wait for a minute.")
        try:
            await self._install(code)
        except NotAllowedError:
            log.warning("slack_install_refused")
            return self._refused(
                "The access that Slack has just given was handed back. Nothing of it is stored."
            )
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

    def _may_ask(self) -> bool:
        """Counts one question to Slack. False where the last minute had as many as it may."""
        now = self._now()
        if len(self._asked) == MOST_A_MINUTE and now - self._asked[0] < 60:
            return False
        self._asked.append(now)
        return True

    async def _install(self, code: str) -> None:
        answer: Mapping[str, object] = await self._exchange(
            code=code, redirect_uri=self._public + RETURN_PATH
        )
        try:
            grant = grant_of(answer, self._now())
            if not self._allowed.has(grant.install):
                raise NotAllowedError
        except (NotAllowedError, NotUnderstoodError):
            await self._hand_back(text_at(answer, "access_token"))
            raise
        await self._installs.save(grant)
        for place in await self._began(grant.install):
            await self._returned(Address(PLATFORM, place, ""))
        log.info("slack_installed", org_wide=grant.install.org_wide)

    async def _hand_back(self, token: str) -> None:
        """Without its token Slack counts the app as removed from that workspace."""
        try:
            await self._revoke(token)
        except CallFailedError as failed:
            log.error("slack_token_not_revoked", reason=failed.outcome.reason)

    def _refused(self, ending: str) -> web.Response:
        return self._shown(
            403,
            "Handrail was not added",
            "This Handrail takes only the workspaces that the people who run it have named.",
            f"Ask them to put the id of your workspace (it begins with T) or of your organisation "
            f"(E) into {SETTING}, and to start Handrail again. Then open this page once more.",
            ending,
        )

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
