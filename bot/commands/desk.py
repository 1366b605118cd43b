"""The operator's desk: that of the running process, or one opened here for one command."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import typer
from pydantic import TypeAdapter, ValidationError

from adapters.operator.client import RefusedByDeskError, UnreachableError, ask
from adapters.operator.socket import find
from bot.commands.log import log_to_stderr
from bot.commands.printable import tell
from bot.commands.start import settings_or_exit
from bot.domain.operator import (
    Approval,
    Checked,
    Erasure,
    Examination,
    LedgerAccepted,
    LedgerVerified,
    LinksClosed,
    LinkToHandOver,
    Turned,
    trouble,
)
from bot.domain.organisation.view import OrganisationView
from bot.domain.people import Address
from bot.domain.workspaces.removal import WorkspaceCertificate, WorkspaceRest
from bot.ports import KeyStatus
from bot.settings import Settings
from bot.upkeep.operator import Operator

T = TypeVar("T")

# A process that just started takes a moment to open its socket.
TRIES = 25
PAUSE_SECONDS = 0.2
NO_ANSWER = (
    "Handrail is running on this data folder, but does not answer its operator. "
    "Try again in a moment; if that does not help, restart it."
)


class RemoteOperator:
    """The desk of the running process, over its socket."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    async def keys_status(self) -> KeyStatus:
        return await self._ask("keys/status", KeyStatus)

    async def keys_turn(self) -> Turned:
        return await self._ask("keys/turn", Turned)

    async def keys_check(self) -> Checked:
        return await self._ask("keys/check", Checked)

    async def ledger_verify(self) -> LedgerVerified:
        return await self._ask("ledger/verify", LedgerVerified)

    async def ledger_accept(self) -> LedgerAccepted:
        return await self._ask("ledger/accept", LedgerAccepted)

    async def erase(self, address: Address) -> Erasure:
        return await self._ask("erase", Erasure, address)

    async def workspace_rest(self, workspace: Address) -> WorkspaceRest:
        return await self._ask("workspace/rest", WorkspaceRest, workspace)

    async def remove_workspace(self, workspace: Address) -> WorkspaceCertificate:
        return await self._ask("workspace/remove", WorkspaceCertificate, workspace)

    async def approve_coach(self, reference: str) -> Approval:
        return await self._ask("coaches/approve", Approval, reference)

    async def withdraw_coach(self, reference: str) -> Approval:
        return await self._ask("coaches/withdraw", Approval, reference)

    async def invite_coach(self) -> LinkToHandOver:
        return await self._ask("coach/invite", LinkToHandOver)

    async def close_links(self) -> LinksClosed:
        return await self._ask("coach/close", LinksClosed)

    async def doctor(self) -> Examination:
        return await self._ask("doctor", Examination)

    async def organisation_view(self) -> OrganisationView:
        return await self._ask("organisation/view", OrganisationView)

    async def organisation_link(self) -> LinkToHandOver:
        return await self._ask("organisation/link", LinkToHandOver)

    async def _ask(self, command: str, kind: type[T], about: Any = None) -> T:
        answer = await ask(self._socket, command, about)
        try:
            return TypeAdapter(kind).validate_json(answer)
        except ValidationError:
            raise RefusedByDeskError(
                "Handrail gave an answer that is not understood. Is another version running?"
            ) from None


Desk = Operator | RemoteOperator


def at_desk(command: Callable[[Desk], Awaitable[T]], *, with_platforms: bool = False) -> T:
    """Runs one command, or ends with one sentence on stderr and exit code 1.

    `with_platforms`: the command needs the chat platforms, also if no process runs.
    """
    settings = settings_or_exit()
    log_to_stderr("ERROR")
    try:
        return asyncio.run(_at_desk(settings, command, with_platforms))
    except RefusedByDeskError as reason:
        sentence = str(reason)
    except UnreachableError:
        sentence = NO_ANSWER
    except Exception as problem:
        sentence = trouble(problem)
    tell(sentence, err=True)
    raise typer.Exit(1)


async def _at_desk(
    settings: Settings, command: Callable[[Desk], Awaitable[T]], with_platforms: bool
) -> T:
    """Asks the running process, or opens the data here.

    It waits for a process that is starting. To ask again is safe, because no desk was reached.
    """
    for _ in range(TRIES):
        socket = find(settings.data)
        if socket is not None:
            with suppress(UnreachableError):
                return await command(RemoteOperator(socket))
        if not await asyncio.to_thread(_is_locked, settings.data):
            return await _without(settings, command, with_platforms)
        await asyncio.sleep(PAUSE_SECONDS)
    raise UnreachableError


# These imports take seconds, and a command that asks a running process does not need them.


def _is_locked(folder: Path) -> bool:
    from storage.data_folder import is_locked

    return is_locked(folder)


async def _without(
    settings: Settings, command: Callable[[Desk], Awaitable[T]], with_platforms: bool
) -> T:
    from bot.run.one_process import operating
    from storage.trouble import RefusedError

    try:
        async with operating(settings, with_platforms=with_platforms) as desk:
            return await command(desk)
    except RefusedError as reason:
        raise RefusedByDeskError(str(reason)) from None
