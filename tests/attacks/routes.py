"""Every house that `handrail` can put together, and what guards each route that it serves.

A route that is not in `GUARDED` fails the tests, and so does one that answers a stranger otherwise.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from adapters.shared.http import Server
from bot.run.many_processes import serving, working
from bot.run.one_process import running
from bot.run.platforms import all_settings, register
from bot.settings import Settings
from tests.adapters.slack.fake_slack import SECRET, TOKEN, fake_slack
from tests.adapters.teams.keys import APP
from tests.adapters.teams.support import TENANT
from tests.databases import new_database
from tests.example_platform.registration import PLATFORM as POSTBOX
from tests.example_platform.service import SERVICES, Service
from tests.fakes import FakeClock

Route = tuple[str, str]
Run = Callable[[Settings], AbstractAsyncContextManager[Server]]


@dataclass(frozen=True)
class Guarded:
    """`by`: what lets somebody in. `refuses`: what everybody else is answered."""

    by: str
    refuses: frozenset[int]


Routes = dict[Route, Guarded]


def _guarded(by: str, *refuses: int) -> Guarded:
    return Guarded(by, frozenset(refuses))


PAGES = _guarded("the printed secret, or its cookie", 403)
CHATS = _guarded("the cookie, the token and the page's own origin", 403)
PAGE: Routes = {
    ("GET", "/"): PAGES,
    ("GET", "/static/{file}"): PAGES,
    ("GET", "/api/chat/{person}"): CHATS,
    ("GET", "/api/clock/{person}"): CHATS,
    ("GET", "/api/live"): CHATS,
    ("POST", "/api/do"): CHATS,
    ("POST", "/api/skip"): CHATS,
    ("POST", "/api/clear/{person}"): CHATS,
}
HEALTH: Routes = {
    ("GET", "/healthz"): _guarded("nothing: it says only that the process lives", 200),
    ("GET", "/readyz"): _guarded("this machine alone: it says whether it could work", 200, 503),
    ("GET", "/metrics"): _guarded("this machine alone: it counts failures, and no person", 200),
}
WATCHED = ("/readyz", "/metrics")
SLACK: Routes = {
    ("POST", "/slack/events"): _guarded("Slack's signature", 401),
}
SLACK_FOR_MANY: Routes = {
    ("GET", "/slack/install"): _guarded("the list of workspaces, and Slack's sign-in", 403),
    ("GET", "/slack/install/direct"): _guarded("the list of workspaces, and Slack's sign-in", 403),
    ("GET", "/slack/oauth_redirect"): _guarded("a state that this server signed", 400, 403),
    ("GET", "/slack/install.css"): _guarded("nothing: it is a style sheet", 200),
}
TEAMS: Routes = {
    ("POST", "/api/messages"): _guarded("a token that Microsoft signed", 400, 401),
}
TABS: Routes = {
    ("GET", "/teams/tab/{name}"): _guarded("nothing: it is a page without anybody's data", 200),
    ("GET", "/teams/static/{part}"): _guarded("nothing: it is a script or a style sheet", 200),
    ("POST", "/teams/tab/page"): _guarded("Teams' own token for this person", 401),
    ("POST", "/teams/tab/do"): _guarded("Teams' own token for this person", 401),
}
INSIDE = _guarded("the cookie of a device that a link let in, and the page's own name", 421)
MAIL: Routes = {
    ("GET", "/mail"): INSIDE,
    ("GET", "/mail/earlier/{page}"): INSIDE,
    ("GET", "/mail/file/{entry}/{number}"): INSIDE,
    ("GET", "/mail/page.css"): _guarded("the page's own name: it is a style sheet", 421),
    ("GET", "/mail/link/{link}"): _guarded("a link of 256 random bits; looking uses nothing", 421),
    ("POST", "/mail/open"): _guarded("the same link, and the page's own name and origin", 421),
    ("GET", "/mail/coach/{link}"): _guarded("a guest link; looking uses nothing", 421),
    ("POST", "/mail/coach"): _guarded("the same, and the page's own name and origin", 421),
    ("POST", "/mail/again"): _guarded("the page's own name and origin, and a pace", 421),
    ("POST", "/mail/do"): INSIDE,
    ("POST", "/mail/leave"): INSIDE,
    ("POST", "/mail/leave-everywhere"): INSIDE,
    ("GET", "/mail/stop/{token}"): _guarded("a name that we signed; looking stops nothing", 200),
    ("POST", "/mail/stop/{token}"): _guarded("a name that we signed: it only ever stops", 200),
}
TEST_CLIENT: Routes = {
    ("POST", "/api/messages"): _guarded("the printed secret", 401),
}
EXAMPLE: Routes = {
    ("POST", "/postbox/events"): _guarded("the platform's secret", 401, 403),
}
TEAMS_GIVEN = {"teams_app_id": APP, "teams_secret": SecretStr("x"), "teams_tenant": TENANT}
PUBLIC = "https://handrail.example"


@dataclass(frozen=True)
class House:
    """`of`: the platforms in it. `routes`: all that it serves. `run`: in one process, or many."""

    of: tuple[str, ...]
    routes: Routes
    run: Run = running

    @property
    def name(self) -> str:
        return f"{self.run.__name__} {' and '.join(self.of) or 'page'}"


VIEW: Routes = {
    ("GET", "/organisation/{token}"): _guarded("a link that we signed; looking uses nothing", 410),
    ("POST", "/organisation/{token}"): _guarded("the same link, once, and the page's origin", 403),
}
SERVED = HEALTH | VIEW
BOTH = ("slack", "teams")
HOUSES = (
    House((), SERVED | PAGE),
    House(("slack",), SERVED | SLACK),
    House(("slack for many",), SERVED | SLACK | SLACK_FOR_MANY),
    House(("teams",), SERVED | TEAMS),
    House(("teams with tabs",), SERVED | TEAMS | TABS),
    House(BOTH, SERVED | SLACK | TEAMS),
    House(("mail",), SERVED | MAIL),
    House(("a test client of teams",), SERVED | TEST_CLIENT),
    House(("postbox",), SERVED | EXAMPLE),
    House(("slack",), SERVED | SLACK, serving),
    House(("teams",), SERVED | TEAMS, serving),
    House(BOTH, SERVED | SLACK | TEAMS, serving),
    House(BOTH, HEALTH, working),
)


@asynccontextmanager
async def opened(house: House, folder: Path) -> AsyncIterator[Server]:
    """Runs the house for the block, with its data in `folder`."""
    async with AsyncExitStack() as stack:
        given: dict[str, Any] = {"data": folder, "port": 0}
        if "postbox" in house.of:
            stack.callback(register(POSTBOX))
            address = "http://127.0.0.1:1/routes"
            SERVICES[address] = Service(FakeClock().now, {})
            stack.callback(SERVICES.pop, address)
            given |= {"postbox_service": address, "postbox_secret": SecretStr("word")}
        if "teams" in house.of or "teams with tabs" in house.of:
            given |= TEAMS_GIVEN
        if "teams with tabs" in house.of:
            given |= {"teams_tabs": PUBLIC}
        if "mail" in house.of:
            given |= {"mail_host": "127.0.0.1", "mail_tls": "none", "public_url": PUBLIC}
            given |= {"mail_from": "handrail@handrail.example", "mail_port": 1}
        if "a test client of teams" in house.of:
            given |= {"teams_local": True}
        if any("slack" in name for name in house.of):
            slack = await stack.enter_async_context(fake_slack())
            given |= {"slack_api": slack.api, "slack_signing_secret": SecretStr(SECRET)}
            given |= _one(TOKEN) if "slack" in house.of else _many()
        if house.run is not running:
            for name in ("database_url", "keys_url"):
                given[name] = SecretStr(new_database())
            given["epochs"] = folder / "epochs"
        settings = all_settings().model_validate(given)
        yield await stack.enter_async_context(house.run(settings))


def routes_of(server: Server) -> set[Route]:
    """All routes that the server has, by method and path. HEAD goes with GET."""
    apps = [site.app for site in (server._main, server._watch) if site is not None]
    every = [(one.method, one.resource) for app in apps for one in app.router.routes()]
    return {
        (method, resource.canonical)
        for method, resource in every
        if resource is not None and method != "HEAD"
    }


def at(server: Server, path: str) -> str:
    """The whole address of a route, with a person and a file that there are."""
    return (server.watch_address if path in WATCHED else server.address) + filled(path)


def filled(path: str) -> str:
    """The path with a person, a page and a file that there are."""
    there = {"{person}": "client", "{file}": "page.js", "{name}": "home", "{part}": "tab.js"}
    there |= {"{page}": "1", "{link}": "x" * 43, "{token}": "x", "{entry}": "e", "{number}": "1"}
    for name, one in there.items():
        path = path.replace(name, one)
    return path.removeprefix("/")


def _one(token: str) -> dict[str, Any]:
    return {"slack_bot_token": SecretStr(token)}


def _many() -> dict[str, Any]:
    given = {"slack_client_id": "1.2", "slack_client_secret": SecretStr("s")}
    return {**given, "public_url": PUBLIC}
