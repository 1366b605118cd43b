"""The HTTP route for Teams: an activity is verified, then read, then stored and acknowledged.

Nothing of its content is logged.
"""

from __future__ import annotations

import hmac
import json
from typing import Protocol

import structlog
from aiohttp import web
from cachetools import LRUCache

from adapters.shared.background import BackgroundTasks
from adapters.shared.json_values import NotUnderstoodError
from adapters.shared.still_heard import is_still_heard
from adapters.teams.adapter import TeamsAdapter
from adapters.teams.clearing import GOODBYE_SECONDS
from adapters.teams.forwards import with_distress_forwarded
from adapters.teams.inbound.activities import service_of, tenant_of, to_arrived
from adapters.teams.inbound.arrivals import (
    ChatReference,
    Elsewhere,
    Happened,
    Installed,
    Invoke,
    with_origin,
)
from adapters.teams.invokes import Invokes
from adapters.teams.outbound.markup import written
from adapters.teams.outbound.render import elsewhere, no_files, no_forwards
from adapters.teams.outgoing import OUTGOING
from adapters.teams.rows import Rows
from adapters.teams.signed_tokens import NotFromTeamsError
from adapters.teams.signing_keys import KeysUnavailableError
from adapters.teams.tokens import OtherTenantError
from bot.chat import Event, Wrote
from bot.domain.outgoing import is_this_machine
from bot.metrics import METRICS

ROUTE = "/api/messages"
LOCAL_SECRET = "secret"  # noqa: S105
SOON = {"Retry-After": "5"}
MOST_REFUSED_ONCE = 2_000

log = structlog.get_logger()


class Verifier(Protocol):
    """Checks that a request comes from Teams."""

    async def verify(self, header: str | None, service: str, tenant: str) -> None:
        """Raises NotFromTeamsError and KeysUnavailableError."""


class TeamsEndpoint:
    """With the secret `local` only a program on this machine that has it may call, not Teams."""

    def __init__(
        self,
        adapter: TeamsAdapter,
        verifier: Verifier,
        rows: Rows,
        invokes: Invokes,
        *,
        local: str | None = None,
    ) -> None:
        self._adapter = adapter
        self._verifier = verifier
        self._rows = rows
        self._invokes = invokes
        self._local = local
        self._refused: LRUCache[str, bool] = LRUCache(MOST_REFUSED_ONCE)
        self._tasks = BackgroundTasks("answer_failed")

    @property
    def way_in(self) -> str:
        """What follows the server's address for a test client, with the secret; "" for Teams."""
        return f"{ROUTE.lstrip('/')}?{LOCAL_SECRET}={self._local}" if self._local else ""

    def routes(self, app: web.Application) -> None:
        app.router.add_post(ROUTE, self.receive)

    async def close(self) -> None:
        """Gives the answers under way a moment, then cancels them."""
        await self._tasks.wind_down(GOODBYE_SECONDS)

    async def receive(self, request: web.Request) -> web.Response:
        """Answers 200 stored, 400 unreadable, 401 not from Teams, 501 unknown, 503 try later.

        From a tenant that is not on the list only what ends something is taken, from people who are
        known; everything else is 401 and counted.
        """
        if self._local and not _is_from_test_client(request, self._local):
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
        except OtherTenantError:
            return await self._of_another_tenant(activity)
        except NotFromTeamsError as problem:
            log.warning("teams_refused", reason=problem.reason)
            return web.Response(status=401)
        except KeysUnavailableError:
            log.error("teams_keys_unavailable")
            return web.Response(status=503, headers=SOON)
        except NotUnderstoodError as problem:
            log.warning("teams_not_understood", part=str(problem))
            return web.Response(status=400)
        except Exception as problem:
            # An unexpected parse error: answer 400, because a retry would fail too.
            log.error("teams_not_read", error=type(problem).__name__)
            return web.Response(status=400)
        return await self._taken(arrived, invoked=activity.get("type") == "invoke")

    async def _of_another_tenant(self, activity: object) -> web.Response:
        try:
            arrived = to_arrived(activity)
            event = getattr(arrived, "event", None)
            if isinstance(arrived, Happened | Invoke) and isinstance(event, Event):
                known = await self._rows.chat(arrived.chat.address) is not None
                if known and is_still_heard(event):
                    return await self._taken(arrived, invoked=isinstance(arrived, Invoke))
        except Exception as problem:
            log.warning("teams_not_read", error=type(problem).__name__)
        METRICS.failed("refused")
        log.warning("teams_refused", reason="tenant")
        return web.Response(status=401)

    async def _taken(self, arrived: object, *, invoked: bool) -> web.Response:
        try:
            return await self._handled(arrived, invoked=invoked)
        except Exception as problem:
            # Not acknowledged, so Teams sends it again.
            log.error("teams_not_taken", error=type(problem).__name__)
            return web.Response(status=503, headers=SOON)

    async def _handled(self, arrived: object, *, invoked: bool) -> web.Response:
        match arrived:
            case Happened():
                await self._accept(arrived)
            case Invoke():
                await self._rows.remember(arrived.chat)
                return await self._answered(arrived)
            case Installed(chat):
                await self._rows.renew(chat)
            case Elsewhere(chat):
                self._refuse_once(chat)
            case None if invoked:
                return web.Response(status=501)
        return web.Response(status=200)

    async def _accept(self, arrived: Happened) -> None:
        """Takes in the person's own words, and says once what was left out beside them."""
        chat = arrived.chat
        event = await with_distress_forwarded(arrived)
        await self._rows.remember(chat)
        notes = [no_files(chat.locale)] if arrived.files else []
        if arrived.forwarded.text and event is arrived.event:
            notes.append(no_forwards(chat.locale))
        if not (notes and isinstance(event.what, Wrote) and not event.what.text.text.strip()):
            await self._adapter.desk.accept(with_origin(event, chat))
        if notes:
            self._tasks.start(self._adapter.tell(chat, notes))

    async def _answered(self, invoke: Invoke) -> web.Response:
        """Returns what Teams shows at once; messages follow in the chat."""
        response = await self._invokes.answer(invoke)
        if response.afterwards is not None:
            self._tasks.start(response.afterwards)
        OUTGOING.of("invoke.response")
        return web.json_response(response.body, status=200, dumps=written)

    def _refuse_once(self, chat: ChatReference) -> None:
        if chat.conversation in self._refused:
            return
        self._refused[chat.conversation] = True
        self._tasks.start(self._adapter.tell_elsewhere(chat, elsewhere(chat.locale)))


def _is_from_test_client(request: web.Request, secret: str) -> bool:
    """Refuses who has no secret, a browser's page, and a host name that points at this machine."""
    given = request.query.get(LOCAL_SECRET, "")
    if not hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode()):
        return False
    named = is_this_machine(request.url.host or "") and "Origin" not in request.headers
    here = is_this_machine(request.remote or "")
    return here and named and request.content_type == "application/json"
