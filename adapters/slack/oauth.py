"""The road of an install by a web page: to Slack, back from Slack, and its result.

It is for the administrator. Installing sends nothing to anyone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlencode

import structlog
from aiohttp import web

from adapters.shared.hosts import prefix_of
from adapters.shared.json_values import NotUnderstoodError, text_at
from adapters.slack.inbound.arrivals import PLATFORM, Install
from adapters.slack.inbound.oauth_grant import grant_of
from adapters.slack.installing import causes
from adapters.slack.installing.pages import STYLE, InstallPages
from adapters.slack.installing.states import LASTS, States
from adapters.slack.installs import AllowedPlaces
from adapters.slack.manifest import DIRECT_PATH, INSTALL_PATH, RETURN_PATH, SCOPES
from adapters.slack.many_installs import Exchange, ManyInstalls
from adapters.slack.sdk.calls import CallFailedError
from bot.domain.people import Address

# Anybody can come back from Slack with a code that they made up. Each costs a call, which Slack
# counts together with those that renew the tokens of every workspace.
MOST_A_MINUTE = 20
COOKIE = "handrail_slack_install"
# Seconds. The cookie outlives the attempt, so that the page can say that it took too long.
COOKIE_LASTS = 6 * LASTS

Began = Callable[[Install], Awaitable[tuple[str, ...]]]
Returned = Callable[[Address], Awaitable[None]]
Revoke = Callable[[str], Awaitable[None]]

log = structlog.get_logger()


class NotAllowedError(Exception):
    """The operator's list does not name this workspace. Nothing of the install is stored."""


class OAuth:
    """`public` is this server's address for browsers; `authorize` is Slack's own page.

    Only the workspaces and organisations in `allowed` may install. `began` notes an install and
    names the places that it serves. `revoke` gives a token back.
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
        pages: InstallPages,
        returned: Returned,
        now: Callable[[], float],
    ) -> None:
        self._client_id = client_id
        self._public = public.rstrip("/")
        self._cookie_path = prefix_of(public) + "/slack"
        self._authorize = authorize
        self._installs = installs
        self._began = began
        self._exchange = exchange
        self._revoke = revoke
        self._allowed = allowed
        self._states = states
        self._pages = pages
        self._returned = returned
        self._now = now
        self._asked: deque[float] = deque(maxlen=MOST_A_MINUTE)

    def routes(self, app: web.Application) -> None:
        app.router.add_get(INSTALL_PATH, self._begin)
        app.router.add_get(DIRECT_PATH, self._begin_at_once)
        app.router.add_get(RETURN_PATH, self._come_back)
        app.router.add_get(STYLE, self._send_style)

    async def _begin(self, request: web.Request) -> web.Response:
        """Offers the link to Slack. `?team=T…` or `E…` in the address says for which workspace."""
        named = request.query.get("team")
        if not self._may_begin(named):
            return self._pages.refused("Nothing was changed.")
        return self._leaving(named, self._pages.offer)

    async def _begin_at_once(self, request: web.Request) -> web.Response:
        """Leads to Slack's own page at once (302), as Slack wants it of its listing's button."""
        named = request.query.get("team")
        if not self._may_begin(named):
            return self._pages.refused("Nothing was changed.")
        return self._leaving(named, _moved)

    def _may_begin(self, named: str | None) -> bool:
        return bool(self._allowed.ids) and (named is None or named in self._allowed.ids)

    def _leaving(self, named: str | None, shown: Callable[[str], web.Response]) -> web.Response:
        begun = self._states.begin()
        asked = {
            "client_id": self._client_id,
            "scope": ",".join(SCOPES),
            "redirect_uri": self._public + RETURN_PATH,
            "state": begun.state,
            **({"team": named} if named else {}),
        }
        response = shown(f"{self._authorize}?{urlencode(asked)}")
        response.headers["Cache-Control"] = "no-store"
        response.set_cookie(
            COOKIE,
            begun.secret,
            max_age=COOKIE_LASTS,
            path=self._cookie_path,
            httponly=True,
            secure=self._public.startswith("https:"),
            samesite="Lax",
        )
        return response

    async def _come_back(self, request: web.Request) -> web.Response:
        """Checks the state before it uses anything else of the address.

        An install that Slack's own pages began brings no state. Its code is not used, because
        anybody could have sent it; the install begins anew here, with a state.
        """
        error = request.query.get("error", "")
        if "state" not in request.query and not error:
            return await self._begin_at_once(request)
        if error:
            return self._pages.failed(causes.of_slacks_page(error))
        fault = self._states.fault(request.query["state"], request.cookies.get(COOKIE, ""))
        if fault is not None:
            return self._pages.failed(fault)
        code = request.query.get("code", "")
        if not code:
            return self._pages.failed(causes.NO_CODE)
        if not self._may_ask():
            log.warning("slack_install_too_many")
            return self._pages.failed(causes.TOO_MANY)
        return await self._result(code)

    async def _result(self, code: str) -> web.Response:
        try:
            response = self._pages.added(await self._install(code))
        except NotAllowedError:
            log.warning("slack_install_refused")
            return self._pages.refused(
                "The access that Slack has just given was handed back. Nothing of it is stored."
            )
        except CallFailedError as failed:
            log.error("slack_not_installed", reason=failed.outcome.reason)
            return self._pages.failed(causes.of_reason(failed.outcome.reason))
        except NotUnderstoodError as problem:
            log.error("slack_not_installed", field=str(problem))
            return self._pages.failed(causes.NOT_READABLE)
        response.del_cookie(COOKIE, path=self._cookie_path)
        return response

    def _may_ask(self) -> bool:
        """Counts one question to Slack. False where the last minute had as many as it may."""
        now = self._now()
        if len(self._asked) == MOST_A_MINUTE and now - self._asked[0] < 60:
            return False
        self._asked.append(now)
        return True

    async def _install(self, code: str) -> Install:
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
        return grant.install

    async def _hand_back(self, token: str) -> None:
        """Without its token Slack counts the app as removed from that workspace."""
        try:
            await self._revoke(token)
        except CallFailedError as failed:
            log.error("slack_token_not_revoked", reason=failed.outcome.reason)

    async def _send_style(self, _: web.Request) -> web.Response:
        return web.Response(text=self._pages.style, content_type="text/css")


def _moved(link: str) -> web.Response:
    return web.Response(status=302, headers={"Location": link})
