"""Where Teams knocks: verified first, then read, then acknowledged. Nothing of it is logged."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Coroutine
from typing import Any, Protocol

import structlog
from aiohttp import web

from adapters.teams.adapter import TeamsAdapter
from adapters.teams.clearing import let_go
from adapters.teams.connector import LOOPBACK
from adapters.teams.inbound.activities import NotUnderstoodError, service_of, tenant_of, to_arrived
from adapters.teams.inbound.arrivals import (
    Asked,
    Elsewhere,
    Happened,
    Installed,
    Place,
    with_origin,
)
from adapters.teams.invokes import Invokes
from adapters.teams.outbound.render import elsewhere, no_files
from adapters.teams.rows import Rows
from adapters.teams.signing_keys import KeysUnavailableError
from adapters.teams.tokens import RefusedError
from bot.chat import Event, Wrote

ROUTE = "/api/messages"
SOON = {"Retry-After": "5"}
MOST_REFUSED_ONCE = 2_000

log = structlog.get_logger()


class Verifier(Protocol):
    async def verify(self, header: str | None, service: str, tenant: str) -> None:
        """Raises RefusedError, and KeysUnavailableError."""


class Door:
    """`local`: nobody but a program on this machine may knock, and no web page in a browser."""

    def __init__(
        self,
        adapter: TeamsAdapter,
        verifier: Verifier,
        rows: Rows,
        invokes: Invokes,
        *,
        local: bool = False,
    ) -> None:
        self._adapter = adapter
        self._verifier = verifier
        self._rows = rows
        self._invokes = invokes
        self._local = local
        self._refused: OrderedDict[str, None] = OrderedDict()
        self._working: set[asyncio.Task[None]] = set()

    def routes(self, app: web.Application) -> None:
        app.router.add_post(ROUTE, self.knock)

    async def close(self) -> None:
        """Gives what is still being said a moment, and then lets go of it."""
        await let_go(self._working)

    async def knock(self, request: web.Request) -> web.Response:
        """200 taken, 400 not readable, 401 not from Teams, 501 not known, 503 not just now."""
        if self._local and not _is_from_this_machine(request):
            return web.Response(status=401)
        raw = await request.read()
        try:
            activity = json.loads(raw)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        header = request.headers.get("Authorization")
        try:
            await self._verifier.verify(header, service_of(activity), tenant_of(activity))
            arrived = to_arrived(activity)
        except RefusedError as problem:
            log.warning("teams_refused", reason=problem.reason)
            return web.Response(status=401)
        except KeysUnavailableError:
            log.error("teams_keys_unavailable")
            return web.Response(status=503, headers=SOON)
        except NotUnderstoodError as problem:
            log.warning("teams_not_understood", part=str(problem))
            return web.Response(status=400)
        except Exception as problem:
            # Nobody's doing brings this about; so it is theirs, and bringing it again is no use.
            log.error("teams_not_read", error=type(problem).__name__)
            return web.Response(status=400)
        try:
            return await self._taken(arrived, invoked=activity.get("type") == "invoke")
        except Exception as problem:
            # Not acknowledged, so that Teams brings it again.
            log.error("teams_not_taken", error=type(problem).__name__)
            return web.Response(status=503, headers=SOON)

    async def _taken(self, arrived: object, *, invoked: bool) -> web.Response:
        match arrived:
            case Happened(event, place, files):
                await self._accept(event, place, files)
            case Asked():
                await self._rows.remember(arrived.place)
                return await self._answered(arrived)
            case Installed(place):
                await self._rows.renew(place)
            case Elsewhere(place):
                self._refuse_once(place)
            case None if invoked:
                return web.Response(status=501)
        return web.Response(status=200)

    async def _accept(self, event: Event, place: Place, files: bool) -> None:
        await self._rows.remember(place)
        if not (files and isinstance(event.what, Wrote) and not event.what.text.text.strip()):
            await self._adapter.desk.accept(with_origin(event, place))
        if files:
            self._later(self._adapter.tell(place, [no_files(place.locale)]))

    async def _answered(self, asked: Asked) -> web.Response:
        """What is shown at once goes back in the response; what is said follows in the chat."""
        answer = await self._invokes.answer(asked)
        if answer.afterwards is not None:
            self._later(answer.afterwards)
        return web.json_response(answer.body, status=200, dumps=_dumps)

    def _refuse_once(self, place: Place) -> None:
        if place.conversation in self._refused:
            return
        self._refused[place.conversation] = None
        while len(self._refused) > MOST_REFUSED_ONCE:
            self._refused.popitem(last=False)
        self._later(self._adapter.tell_elsewhere(place, elsewhere(place.locale)))

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._working.add(task)
        task.add_done_callback(self._working.discard)


def _is_from_this_machine(request: web.Request) -> bool:
    """A page in a browser could send a form here, or a name that leads here: neither is taken."""
    named = request.url.host in LOOPBACK and "Origin" not in request.headers
    return request.remote in LOOPBACK and named and request.content_type == "application/json"


def _dumps(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
