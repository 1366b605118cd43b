"""Many workspaces: their tokens, sealed in tables of this adapter's own, and renewed in time. (SQL)

A workspace is found by a keyed hash of its id; whoever has the database has no token, and does
not learn which workspaces they are. After an uninstall the keys of what was sealed are destroyed,
so that no older copy of the database gives the tokens back either.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

import structlog
from sqlalchemy import (
    Column,
    Double,
    LargeBinary,
    MetaData,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.bounded import Remembering
from adapters.slack.inbound.arrivals import Install
from adapters.slack.inbound.grants import Grant, opened, packed, renewed
from bot.ports import Sealer

# Tokens that rotate live for twelve hours (Slack's documentation).
AHEAD = 2 * 3600.0
LEASE = 60.0
BELIEVED = 30.0

METADATA = MetaData()
INSTALL = Table(
    "slack_install",
    METADATA,
    Column("workspace", String(64), primary_key=True),
    Column("owner", String(120), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("renewing_until", Double, nullable=False),
)

log = structlog.get_logger()


class Exchange(Protocol):
    async def __call__(self, **arguments: object) -> Mapping[str, Any]:
        """`oauth.v2.access` in this app's name. Raises CallFailedError."""


class ManyInstalls:
    """`exchange` is set by whoever opens it. `now` counts seconds since 1970."""

    exchange: Exchange

    def __init__(
        self,
        engine: AsyncEngine,
        sealer: Sealer,
        keyed_hash: Callable[[str, str], str],
        now: Callable[[], float] = time.time,
    ) -> None:
        self._engine = engine
        self._sealer = sealer
        self._keyed_hash = keyed_hash
        self._now = now
        self._known: Remembering[Grant] = Remembering(BELIEVED, now)
        self._renewing: dict[str, asyncio.Lock] = {}

    async def ready(self) -> None:
        """Makes the table where there is none."""
        async with self._engine.begin() as connection:
            await connection.run_sync(METADATA.create_all)

    async def install(self, workspace: str) -> Install | None:
        grant = await self._grant(workspace)
        return grant.install if grant else None

    async def token(self, workspace: str) -> str | None:
        """Renewed well ahead; where that fails, the old one for as long as it is good."""
        grant = await self._grant(workspace)
        if grant is not None and self._is_due(grant):
            async with self._renewing.setdefault(workspace, asyncio.Lock()):
                grant = await self._renewed(workspace)
        return grant.token if grant else None

    async def save(self, grant: Grant) -> None:
        """In place of what was held of this workspace, under new keys; the old ones go."""
        workspace = grant.install.workspace
        before = await self._owner(workspace)
        key = self._key(workspace)
        owner = f"slack:{key}:{secrets.token_hex(8)}"
        row = {"owner": owner, "sealed": await self._sealed(owner, key, grant)}
        async with self._engine.begin() as connection:
            await connection.execute(delete(INSTALL).where(INSTALL.c.workspace == key))
            await connection.execute(
                insert(INSTALL).values(workspace=key, renewing_until=0.0, **row)
            )
        self._known.forget(workspace)
        if before is not None:
            await self._sealer.forget(before)

    async def remove(self, workspace: str) -> None:
        """The keys first: from then on nobody can read the tokens, whatever happens to the row."""
        self._known.forget(workspace)
        owner = await self._owner(workspace)
        if owner is None:
            return
        await self._sealer.forget(owner)
        async with self._engine.begin() as connection:
            await connection.execute(
                delete(INSTALL).where(INSTALL.c.workspace == self._key(workspace))
            )
        self._known.forget(workspace)

    def _is_due(self, grant: Grant) -> bool:
        return grant.expires_at is not None and self._now() >= grant.expires_at - AHEAD

    async def _renewed(self, workspace: str) -> Grant | None:
        """By one process at a time. A refresh token that was used is used up."""
        self._known.forget(workspace)
        grant = await self._grant(workspace)
        if grant is None or not self._is_due(grant) or not await self._lease(workspace):
            return grant
        try:
            answer = await self.exchange(grant_type="refresh_token", refresh_token=grant.refresh)
            fresh = renewed(grant, answer, self._now())
        except Exception as problem:
            log.error("slack_token_not_renewed", error=type(problem).__name__)
            return grant
        await self._replace(workspace, fresh)
        return fresh

    async def _lease(self, workspace: str) -> bool:
        now = self._now()
        mine = INSTALL.c.workspace == self._key(workspace)
        free = update(INSTALL).where(mine, INSTALL.c.renewing_until <= now)
        async with self._engine.begin() as connection:
            taken = await connection.execute(free.values(renewing_until=now + LEASE))
        return bool(taken.rowcount)

    async def _replace(self, workspace: str, grant: Grant) -> None:
        """Under the keys that it has. Where it was removed meanwhile, it stays removed."""
        key, owner = self._key(workspace), await self._owner(workspace)
        if owner is None:
            return
        sealed = await self._sealed(owner, key, grant)
        mine = update(INSTALL).where(INSTALL.c.workspace == key, INSTALL.c.owner == owner)
        async with self._engine.begin() as connection:
            await connection.execute(mine.values(sealed=sealed, renewing_until=0.0))
        self._known.put(workspace, grant)

    async def _grant(self, workspace: str) -> Grant | None:
        known = self._known.get(workspace)
        if known is not None:
            return known
        key = self._key(workspace)
        query = select(INSTALL.c.owner, INSTALL.c.sealed).where(INSTALL.c.workspace == key)
        async with self._engine.connect() as connection:
            row = (await connection.execute(query)).first()
        if row is None:
            return None
        try:
            words = await self._sealer.unseal(row.owner, _place(key), row.sealed)
        except KeyError:
            return None
        grant = opened(words)
        self._known.put(workspace, grant)
        return grant

    async def _owner(self, workspace: str) -> str | None:
        query = select(INSTALL.c.owner).where(INSTALL.c.workspace == self._key(workspace))
        async with self._engine.connect() as connection:
            found = (await connection.execute(query)).scalar()
        return str(found) if found is not None else None

    async def _sealed(self, owner: str, key: str, grant: Grant) -> bytes:
        return await self._sealer.seal(owner, _place(key), packed(grant), datetime.now(UTC))

    def _key(self, workspace: str) -> str:
        return self._keyed_hash("slack.workspace", workspace)


def _place(key: str) -> str:
    return f"slack.install|{key}"
