"""Which workspaces belong to which Enterprise organisation, as far as this Handrail was in them.

An address names the place in which a person was first met: a workspace (T…) or an organisation
(E…). Later another install may serve them: the organisation's, or one of its workspaces'. So a
workspace is remembered after its own install has ended. A user has the same id in every workspace
of an organisation. Nobody is named here, and no token is kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.bounded import BriefMemory
from adapters.shared.sealed_rows import KeyedHash, RowSealer
from adapters.slack.tables import METADATA, PLACE
from bot.ports import MayDestroy, Sealer, always

# Seconds: each process keeps the places of an organisation in memory. The place of a removed
# install is forgotten a week after its people were erased.
CACHED = 30.0
AFTER_GRACE = 7 * 24 * 3600.0
DAY = 24 * 3600.0


class Places:
    """`now` counts seconds since 1970; `grace_days` is the operator's setting.

    Its table is made when it is first used, so a Handrail outside every Enterprise organisation
    has none.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        sealer: Sealer,
        keyed_hash: KeyedHash,
        grace_days: int,
        now: Callable[[], float] = time.time,
        may_destroy: MayDestroy = always,
    ) -> None:
        self._engine = engine
        self._sealer = RowSealer(sealer, keyed_hash, "slack", "slack.place")
        self._lasts = grace_days * DAY + AFTER_GRACE
        self._now = now
        self._may_destroy = may_destroy
        self._made = False
        self._of: BriefMemory[str, tuple[str, ...]] = BriefMemory(CACHED, now)
        self._whose: BriefMemory[str, str] = BriefMemory(CACHED, now)

    async def note(self, workspace: str, enterprise: str, *, anew: bool = False) -> None:
        """Remembers that this workspace belongs to it. `anew`: it was installed just now."""
        if not anew and await self.organisation_of(workspace) == enterprise:
            return
        await self._ready()
        key, organisation = self._key(workspace), self._key(enterprise)
        owner = self._sealer.new_owner(key)
        facts = {"workspace": workspace, "enterprise": enterprise}
        sealed = await self._sealer.seal(owner, key, facts)
        mine = PLACE.c.workspace == key
        before = await self._owners(mine)
        row = {"organisation": organisation, "owner": owner, "sealed": sealed}
        async with self._engine.begin() as connection:
            await connection.execute(delete(PLACE).where(mine))
            await connection.execute(insert(PLACE).values(workspace=key, until=None, **row))
        for old in before:
            await self._sealer.destroy(old)
        self._forget(workspace, enterprise)
        self._whose.put(workspace, enterprise)

    async def workspaces_of(self, enterprise: str) -> tuple[str, ...]:
        """The workspaces of this organisation that are known, sorted; none for an empty name."""
        if not enterprise:
            return ()
        known = self._of.get(enterprise)
        if known is None:
            rows = await self._rows(PLACE.c.organisation == self._key(enterprise))
            known = tuple(sorted(one for one, of in rows if of == enterprise))
            self._of.put(enterprise, known)
        return known

    async def organisation_of(self, workspace: str) -> str:
        """The organisation of this workspace; "" where it is not known."""
        known = self._whose.get(workspace)
        if known is None:
            rows = await self._rows(PLACE.c.workspace == self._key(workspace))
            known = next((of for one, of in rows if one == workspace), "")
            self._whose.put(workspace, known)
        return known

    async def ended(self, workspaces: Iterable[str]) -> None:
        """Begins the days after which these places are forgotten, and forgets what is overdue.

        While the clocks are in doubt nothing is forgotten: the next end does it.
        """
        await self._ready()
        keys = [self._key(one) for one in workspaces]
        until = self._now() + self._lasts
        begun = update(PLACE).where(PLACE.c.workspace.in_(keys), PLACE.c.until.is_(None))
        async with self._engine.begin() as connection:
            await connection.execute(begun.values(until=until))
        if await self._may_destroy():
            await self._forget_overdue()

    async def _forget_overdue(self) -> None:
        overdue = PLACE.c.until <= self._now()
        owners = await self._owners(overdue)
        async with self._engine.begin() as connection:
            await connection.execute(delete(PLACE).where(overdue))
        for owner in owners:
            await self._sealer.destroy(owner)

    async def rows(self, workspace: str) -> int:
        """How many rows are about this workspace: one or none."""
        await self._ready()
        return len(await self._owners(PLACE.c.workspace == self._key(workspace)))

    async def remove(self, workspace: str) -> None:
        """Forgets a workspace now, and destroys the keys of its row."""
        await self._ready()
        mine = PLACE.c.workspace == self._key(workspace)
        owners, whole = await self._owners(mine), await self.organisation_of(workspace)
        async with self._engine.begin() as connection:
            await connection.execute(delete(PLACE).where(mine))
        for owner in owners:
            await self._sealer.destroy(owner)
        self._forget(workspace, whole)

    def _forget(self, workspace: str, enterprise: str) -> None:
        self._whose.forget(workspace)
        self._of.forget(enterprise)

    async def _rows(self, which: ColumnElement[bool]) -> list[tuple[str, str]]:
        await self._ready()
        query = select(PLACE.c.workspace, PLACE.c.owner, PLACE.c.sealed).where(which)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).all()
        found = [await self._sealer.unseal_or_none(r.owner, r.workspace, r.sealed) for r in rows]
        return [(str(one["workspace"]), str(one["enterprise"])) for one in found if one]

    async def _owners(self, which: ColumnElement[bool]) -> list[str]:
        query = select(PLACE.c.owner).where(which)
        async with self._engine.connect() as connection:
            return [str(owner) for owner in (await connection.execute(query)).scalars()]

    async def _ready(self) -> None:
        if not self._made:
            async with self._engine.begin() as connection:
                await connection.run_sync(METADATA.create_all)
            self._made = True

    def _key(self, place: str) -> str:
        return self._sealer.hash("place", place)
