"""The routes of the tabs: "Home", which Teams signs a person in to, and "About", which has nobody.

No token and nothing of a page is logged. The page itself holds nothing of a person's: its script
asks Teams for a token, and for what the server has drawn for that person.
"""

from __future__ import annotations

import json
from typing import Protocol
from urllib.parse import quote, urlencode

import structlog
from aiohttp import web

from adapters.shared.drawing import drawn
from adapters.shared.hosts import prefix_of
from adapters.shared.json_values import NotUnderstoodError, dict_at, hint
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.signed_tokens import NotFromTeamsError
from adapters.teams.signing_keys import KeysUnavailableError
from adapters.teams.tabs.about import about
from adapters.teams.tabs.drawing import STATIC, shell
from adapters.teams.tabs.gestures import event_of, line_of
from bot.chat import Event, Pressed
from bot.domain.people import Address
from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import Desk
from bot.settings import Settings
from bot.text import DEFAULT, catalogue

HOME, ABOUT = "home", "about"
PAGE, FILE, DRAWN, DO = (
    "/teams/tab/{name}",
    "/teams/static/{part}",
    "/teams/tab/page",
    "/teams/tab/do",
)
FILES = frozenset({"tab.js", "tab.css"})
THEMES = ("default", "dark", "contrast")
SOON = {"Retry-After": "5"}
# Microsoft's own library, as Microsoft publishes it, held by its hash.
TEAMS_JS = "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js"
INTEGRITY = "sha384-sMo/EOqQPa1OCup2/VBRum7oFeOS22kvs8WGDc45xK53tUVZzFR5WwFYDUYN1LO4"
# Only Teams may frame the pages. Microsoft lists these hosts ("Tab requirements").
FRAMED_BY = (
    "https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft"
)
POLICY = {
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self' {TEAMS_JS}; style-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        f"frame-ancestors {FRAMED_BY}"
    )
}

log = structlog.get_logger()


class KnownChats(Protocol):
    """Knows the chats of people who have written to the bot."""

    async def chat(self, address: Address) -> ChatReference | None: ...


class SignsIn(Protocol):
    """Says whose a token is."""

    async def person(self, header: str | None) -> tuple[Address, str]:
        """Raises NotFromTeamsError and KeysUnavailableError."""


class HasDesk(Protocol):
    """The adapter, whose desk is set before anything is served."""

    desk: Desk


class Tabs:
    """Mount `routes`. `chat` is the address that opens the bot's chat."""

    def __init__(
        self, tokens: SignsIn, adapter: HasDesk, chats: KnownChats, settings: Settings, chat: str
    ) -> None:
        self._tokens = tokens
        self._adapter = adapter
        self._chats = chats
        self._settings = settings
        self._chat = chat
        self._base = prefix_of(settings.public_url)

    def routes(self, app: web.Application) -> None:
        app.router.add_get(PAGE, self._shell)
        app.router.add_get(FILE, self._file)
        app.router.add_post(DRAWN, self._drawn)
        app.router.add_post(DO, self._do)

    async def _shell(self, request: web.Request) -> web.Response:
        name, given = request.match_info["name"], request.query
        if name not in (HOME, ABOUT):
            raise web.HTTPNotFound
        say = catalogue(hint(given.get("language")) or DEFAULT)
        theme = given.get("theme", "")
        values = {
            "language": say.language,
            "theme": theme if theme in THEMES else "",
            "title": say(f"teams-tab-{name}"),
            "base": self._base,
            "lines": about(say, self._settings) if name == ABOUT else [],
            "signs_in": name == HOME,
            "failed": say("teams-tab-failed"),
            "answered": say("teams-tab-answered"),
            "send": say("teams-tab-send"),
            "open": say("teams-tab-open"),
            "chat": self._chat,
            "teams_js": TEAMS_JS,
            "integrity": INTEGRITY,
        }
        return web.Response(text=shell(values), content_type="text/html", headers=POLICY)

    async def _file(self, request: web.Request) -> web.FileResponse:
        name = request.match_info["part"]
        if name not in FILES:
            raise web.HTTPNotFound
        return web.FileResponse(STATIC / name)

    async def _drawn(self, request: web.Request) -> web.Response:
        """The person's own page, as HTML."""
        sender, name = await self._signed_in(request)
        asked = await _body(request)
        nothing = Pressed("")
        visitor = Event("home", sender, Words(name), nothing, language=hint(asked.get("language")))
        page = await self._adapter.desk.home(visitor)
        return web.Response(text=drawn(page), content_type="text/html", headers=POLICY)

    async def _do(self, request: web.Request) -> web.Response:
        """Takes in a press or a form. The answer comes in the chat, as on Slack's page.

        Of somebody who has never written to the bot no chat is known. They get 409 and a link that
        opens it, with their line in the box.
        """
        sender, name = await self._signed_in(request)
        try:
            event = event_of(sender, name, await _body(request))
        except NotUnderstoodError:
            raise web.HTTPBadRequest from None
        if await self._chats.chat(sender) is None:
            line = urlencode({"message": line_of(event)}, quote_via=quote)
            return web.json_response({"chat": f"{self._chat}&{line}"}, status=409)
        await self._adapter.desk.accept(event)
        return web.Response(status=202)

    async def _signed_in(self, request: web.Request) -> tuple[Address, str]:
        try:
            return await self._tokens.person(request.headers.get("Authorization"))
        except NotFromTeamsError as problem:
            METRICS.failed("refused")
            log.warning("teams_tab_refused", reason=problem.reason)
            raise web.HTTPUnauthorized from None
        except KeysUnavailableError:
            log.error("teams_keys_unavailable")
            raise web.HTTPServiceUnavailable(headers=SOON) from None


async def _body(request: web.Request) -> dict[str, object]:
    try:
        return dict(dict_at(json.loads(await request.read() or b"{}")))
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest from None
