"""The operator's commands on a local socket, while Handrail runs and has the data folder locked.

It needs no token: only the owner of the data can open the socket.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

import structlog
from aiohttp import web
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from adapters.operator import socket
from adapters.operator.outgoing import OUTGOING
from bot.domain.operator import trouble
from bot.domain.people import Address

# Seconds that a key turn or an erase has to finish at a stop; both can be interrupted and repeated.
GOODBYE_SECONDS = 10.0
BODY_LIMIT = 16 * 1024
ADDRESS = TypeAdapter(Address)
TEXT = TypeAdapter(str)

log = structlog.get_logger()


class OperatorDesk(Protocol):
    """The commands that the socket offers. Each answer is a dataclass without anyone's words."""

    async def keys_status(self) -> object: ...

    async def keys_turn(self) -> object: ...

    async def keys_check(self) -> object: ...

    async def ledger_verify(self) -> object: ...

    async def ledger_accept(self) -> object: ...

    async def erase(self, address: Address) -> object: ...

    async def workspace_rest(self, workspace: Address) -> object: ...

    async def remove_workspace(self, workspace: Address) -> object: ...

    async def approve_coach(self, reference: str) -> object: ...

    async def withdraw_coach(self, reference: str) -> object: ...

    async def invite_coach(self) -> object: ...

    async def close_links(self) -> object: ...

    async def doctor(self) -> object: ...

    async def organisation_view(self) -> object: ...

    async def organisation_link(self) -> object: ...


class OperatorSocket:
    """Serves one desk on `operator.sock` in `folder` (see `socket`)."""

    def __init__(self, folder: Path, desk: OperatorDesk) -> None:
        self._folder = folder
        self._desk = desk
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=GOODBYE_SECONDS)

    async def start(self) -> None:
        """Call it while the data folder is locked.

        Handrail runs on when the socket cannot be created. That is logged, and the commands then
        say that they cannot reach it.
        """
        await self._runner.setup()
        try:
            bound, _ = socket.bind(self._folder)
            await web.SockSite(self._runner, bound).start()
        except OSError as problem:
            log.error("operator_socket_failed", error=type(problem).__name__)

    async def stop(self) -> None:
        await self._runner.cleanup()
        socket.clear(self._folder)

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=BODY_LIMIT, middlewares=[_contain])
        desk = self._desk
        for path, command in (
            ("/keys/status", desk.keys_status),
            ("/keys/turn", desk.keys_turn),
            ("/keys/check", desk.keys_check),
            ("/ledger/verify", desk.ledger_verify),
            ("/ledger/accept", desk.ledger_accept),
            ("/doctor", desk.doctor),
            ("/coach/invite", desk.invite_coach),
            ("/coach/close", desk.close_links),
            ("/organisation/view", desk.organisation_view),
            ("/organisation/link", desk.organisation_link),
        ):
            app.router.add_post(OUTGOING.of(path).method, _answering(command))
        for path, about in (
            ("/coaches/approve", desk.approve_coach),
            ("/coaches/withdraw", desk.withdraw_coach),
        ):
            app.router.add_post(OUTGOING.of(path).method, _about_text(about))
        for path, at_address in (
            ("/erase", desk.erase),
            ("/workspace/rest", desk.workspace_rest),
            ("/workspace/remove", desk.remove_workspace),
        ):
            app.router.add_post(OUTGOING.of(path).method, _about_address(at_address))
        return app


def _about_address(
    command: Callable[[Address], Awaitable[object]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            address = ADDRESS.validate_json(await request.read())
        except ValidationError:
            return _trouble(400, "An address needs a platform, a workspace and a user.")
        return _json(await command(address))

    return answer


def _about_text(
    command: Callable[[str], Awaitable[object]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            text = TEXT.validate_json(await request.read())
        except ValidationError:
            return _trouble(400, "This command needs a reference.")
        return _json(await command(text))

    return answer


def _answering(
    command: Callable[[], Awaitable[object]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(_: web.Request) -> web.Response:
        return _json(await command())

    return answer


@web.middleware
async def _contain(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Logs only the class of an error, because its text may name someone."""
    try:
        return await handler(request)
    except web.HTTPException as refused:
        return _trouble(refused.status, "Handrail does not take that command.")
    except Exception as problem:
        kind = type(problem).__name__
        log.error("operator_command_failed", command=request.path, error=kind)
        return _trouble(500, trouble(problem))


def _json(answer: object) -> web.Response:
    return web.Response(body=to_json(answer), content_type="application/json")


def _trouble(status: int, sentence: str) -> web.Response:
    return web.Response(
        status=status, body=to_json({"error": sentence}), content_type="application/json"
    )
