"""Ends a workspace and erases everybody in it, without a message to anyone there.

It begins as an uninstall on the platform's side does: the install is given back, and the gate lets
nothing through to the workspace. Then each person is erased on the road of their own erase, what an
erase leaves of a coach goes too, and the epoch is turned.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Protocol

import structlog

from bot.domain.operator import TellOperatorError
from bot.domain.people import Address, Person
from bot.domain.retention import ErasedByLetter
from bot.domain.workspaces.removal import InstallEnd, WorkspaceCertificate, WorkspaceMarks
from bot.ports import Adapter, Chance, Clock, DamagedError, EndsWorkspaces, KeepsRows, Own, Store
from bot.rules.goodbye import plan_goodbye
from bot.rules.homes import redraw_homes
from bot.settings import Settings

AWAY = (
    "The platform cannot be reached now, so the install could not be given back. Nothing was "
    "removed. Try again when it can be reached."
)
# People may arrive while it runs; after so many rounds the certificate says that some are left.
ROUNDS = 3

log = structlog.get_logger()


class Eraser(Protocol):
    """The part of the bot that an operator needs."""

    async def erase_for(self, address: Address) -> ErasedByLetter:
        """Erases like the person's own erase, without a message, also what the platform keeps."""


class WorkspaceRemoval:
    """Removes workspaces for an operator. Every step may be interrupted and repeated."""

    def __init__(
        self,
        bot: Eraser,
        store: Store,
        platforms: Mapping[str, Adapter],
        clock: Clock,
        chance: Chance,
        settings: Settings,
    ) -> None:
        self._bot = bot
        self._store = store
        self._platforms = platforms
        self._clock = clock
        self._chance = chance
        self._grace = timedelta(days=settings.grace_days)

    async def remove(
        self, workspace: Address, turned: Callable[[], Awaitable[bool]]
    ) -> WorkspaceCertificate:
        """Removes a workspace (its `user` is not read). `turned` turns the epoch.

        Raises TellOperatorError where the platform cannot be asked: then nothing was removed.
        """
        async with self._store.transaction() as tx:
            marks = await tx.marks_of(workspace)
            before = dict(await tx.rows_of(marks))
        before |= await self._own_rows(workspace)
        install = await self._give_back(workspace)
        async with self._store.transaction() as tx:
            await tx.leave(workspace, self._clock.now())
        across = await self._end_across(marks)
        for _ in range(ROUNDS):
            if not await self._erase_all(workspace):
                break
        await self._forget(workspace)
        return await self._certificate(workspace, marks, before, install, across, turned)

    async def _give_back(self, workspace: Address) -> InstallEnd:
        platform = self._platforms.get(workspace.platform)
        if not isinstance(platform, EndsWorkspaces):
            return InstallEnd.NOT_CONNECTED
        try:
            return await platform.give_back(workspace.workspace)
        except OSError:
            raise TellOperatorError(AWAY) from None

    async def _own_rows(self, workspace: Address) -> Mapping[str, int]:
        platform = self._platforms.get(workspace.platform)
        if not isinstance(platform, EndsWorkspaces):
            return {}
        return await platform.own_rows(workspace.workspace)

    async def _end_across(self, marks: WorkspaceMarks) -> int:
        """Ends the engagements of clients elsewhere whose coach is here; each is told once.

        It is the road by which a coach ends their coaching. Returns how many ended.
        """
        count = 0
        for coach in sorted(marks.people):
            now, told, homes = self._clock.now(), set[str](), dict[Address, str]()
            async with self._store.transaction() as tx:
                ended = await tx.end_with(coach, None, now, now + self._grace)
                for one in ended:
                    if one.client_id in marks.people:
                        continue
                    count += 1
                    if one.client_id not in told and await plan_goodbye(tx, self._chance, one, now):
                        told.add(one.client_id)
                    client = await _readable(tx.person(one.client_id))
                    if client is not None:
                        homes[client.address] = client.language
            await redraw_homes(self._platforms, homes)
        return count

    async def _erase_all(self, workspace: Address) -> int:
        """Erases everybody who is there now. Returns how many there were."""
        async with self._store.transaction() as tx:
            people = await tx.people_in(workspace)
        for person_id in people:
            async with self._store.transaction() as tx:
                who = await _readable(tx.person(person_id))
            if who is not None:
                await self._bot.erase_for(who.address)
            async with self._store.locked(who.address.chat_key if who else person_id):
                async with self._store.transaction() as tx:
                    await tx.erase_client(person_id, self._clock.now())
                async with self._store.transaction() as tx:
                    await tx.erase_rest(person_id)
            await self._clear(who)
        kept = await self._kept(workspace)
        for address in kept:
            await self._bot.erase_for(address)
        return len(people) + len(kept)

    async def _kept(self, workspace: Address) -> Sequence[Address]:
        """Whom the platform's own rows still name, although nobody is stored at the address."""
        platform = self._platforms.get(workspace.platform)
        if not isinstance(platform, KeepsRows):
            return ()
        return await platform.people_kept(workspace.workspace)

    async def _clear(self, who: Person | None) -> None:
        """Removes what the platform's own tables hold of somebody who was a coach too."""
        platform = self._platforms.get(who.address.platform) if who else None
        if who is not None and platform is not None:
            await platform.clear(who.address, Own())

    async def _forget(self, workspace: Address) -> None:
        async with self._store.transaction() as tx:
            await tx.forget_place(workspace)
        platform = self._platforms.get(workspace.platform)
        if isinstance(platform, EndsWorkspaces):
            await platform.forget_workspace(workspace.workspace)

    async def _certificate(
        self,
        workspace: Address,
        marks: WorkspaceMarks,
        before: Mapping[str, int],
        install: InstallEnd,
        across: int,
        turned: Callable[[], Awaitable[bool]],
    ) -> WorkspaceCertificate:
        has_turned, now = await turned(), self._clock.now()
        async with self._store.transaction() as tx:
            arrived = await tx.marks_of(workspace)
            every = WorkspaceMarks(marks.people | arrived.people, marks.others | arrived.others)
            after = dict(await tx.rows_of(every)) | dict(await self._own_rows(workspace))
            done = WorkspaceCertificate(
                at=now,
                people=len(marks.people),
                before=before,
                after=after,
                keys_left=await tx.keys_of(every),
                across=across,
                across_until=now + self._grace,
                proof=await tx.proof_of(every),
                install=install,
                turned=has_turned,
                turned_by_hand=tx.turned_by_hand(),
            )
        log.warning("workspace_removed", platform=workspace.platform, whole=done.is_whole)
        return done


async def _readable(found: Awaitable[Person | None]) -> Person | None:
    """The person, or None where their row cannot be read: that keeps nothing from being erased."""
    try:
        return await found
    except DamagedError:
        return None
