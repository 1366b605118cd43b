"""Installs in many workspaces: encrypted tokens in one SQL table, renewed before they expire.

A workspace is found by a keyed hash of its id. A thief of the database gets no token and does not
learn which workspaces there are. An uninstall destroys the encryption keys, so older copies of the
database give no token back either.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import structlog
from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.bounded import BriefMemory, KeyedLocks
from adapters.shared.sealed_rows import KeyedHash, RowSealer
from adapters.slack.inbound.arrivals import Install
from adapters.slack.inbound.oauth_grant import OAuthGrant, from_json, renewed, to_json
from adapters.slack.installs import AllowedPlaces
from adapters.slack.tables import INSTALL, METADATA
from bot.ports import Sealer

# All in seconds. Rotating tokens live for twelve hours (Slack's documentation). The process that
# has the LEASE renews a token AHEAD of its end. Each process keeps a token in memory for CACHED.
AHEAD = 2 * 3600.0
LEASE = 60.0
CACHED = 30.0

log = structlog.get_logger()


class Exchange(Protocol):
    async def __call__(self, **arguments: object) -> Mapping[str, Any]:
        """Calls `oauth.v2.access` as this app. Raises CallFailedError."""


class ManyInstalls:
    """Set `exchange` before the first use. `now` counts seconds since 1970.

    `allowed` is the operator's list. An install that it does not name sends nothing by itself.
    """

    exchange: Exchange

    def __init__(
        self,
        engine: AsyncEngine,
        sealer: Sealer,
        keyed_hash: KeyedHash,
        allowed: AllowedPlaces,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._engine = engine
        self._sealer = RowSealer(sealer, keyed_hash, "slack", "slack.install")
        self._allowed = allowed
        self._now = now
        self._known: BriefMemory[str, OAuthGrant] = BriefMemory(CACHED, now)
        self._renewing = KeyedLocks()

    async def ready(self) -> None:
        """Creates the table if it does not exist."""
        async with self._engine.begin() as connection:
            await connection.run_sync(METADATA.create_all)

    async def install(self, workspace: str) -> Install | None:
        grant = await self._grant(workspace)
        return grant.install if grant else None

    async def token(self, workspace: str) -> str | None:
        """Returns the workspace's token, renewed two hours before its end.

        If renewing fails, returns the old token while it is valid. None without a valid token.
        """
        grant = await self._grant(workspace)
        if grant is not None and self._is_due(grant):
            async with self._renewing.of(workspace):
                grant = await self._renewed(workspace)
        return grant.token if grant else None

    async def save(self, grant: OAuthGrant) -> None:
        """Replaces the workspace's grant, under new keys, and destroys the old keys."""
        workspace = grant.install.workspace
        before = await self._owner(workspace)
        key = self._key(workspace)
        owner = self._sealer.new_owner(key)
        row = {"owner": owner, "sealed": await self._sealer.seal(owner, key, to_json(grant))}
        async with self._engine.begin() as connection:
            await connection.execute(delete(INSTALL).where(INSTALL.c.workspace == key))
            await connection.execute(
                insert(INSTALL).values(workspace=key, renewing_until=0.0, **row)
            )
        self._known.forget(workspace)
        if before is not None:
            await self._sealer.destroy(before)

    async def remove(self, workspace: str) -> None:
        """Destroys the keys first: then nobody can read the tokens, even if the row stays."""
        self._known.forget(workspace)
        owner = await self._owner(workspace)
        if owner is None:
            return
        await self._sealer.destroy(owner)
        async with self._engine.begin() as connection:
            await connection.execute(
                delete(INSTALL).where(INSTALL.c.workspace == self._key(workspace))
            )
        self._known.forget(workspace)

    async def rows(self, workspace: str) -> int:
        """How many rows are about this workspace: one or none."""
        return int(await self._owner(workspace) is not None)

    def is_allowed(self, install: Install) -> bool:
        return self._allowed.has(install)

    async def not_allowed(self) -> int:
        return sum(1 for one in await self.all() if not self.is_allowed(one))

    async def tokens(self) -> list[str]:
        """The token of every install, as it is now."""
        return [one.token for one in await self._all()]

    async def all(self) -> list[Install]:
        return [one.install for one in await self._all()]

    def has_places(self) -> bool:
        return True

    async def _all(self) -> list[OAuthGrant]:
        async with self._engine.connect() as connection:
            rows = (await connection.execute(select(INSTALL))).all()
        opened = [await self._opened(row.owner, row.workspace, row.sealed) for row in rows]
        return [one for one in opened if one is not None]

    def _is_due(self, grant: OAuthGrant) -> bool:
        return grant.expires_at is not None and self._now() >= grant.expires_at - AHEAD

    async def _renewed(self, workspace: str) -> OAuthGrant | None:
        """One process at a time renews, because a refresh token works only once."""
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

    async def _replace(self, workspace: str, grant: OAuthGrant) -> None:
        """Updates the row under its present keys. A row removed meanwhile stays removed."""
        key, owner = self._key(workspace), await self._owner(workspace)
        if owner is None:
            return
        sealed = await self._sealer.seal(owner, key, to_json(grant))
        mine = update(INSTALL).where(INSTALL.c.workspace == key, INSTALL.c.owner == owner)
        async with self._engine.begin() as connection:
            await connection.execute(mine.values(sealed=sealed, renewing_until=0.0))
        self._known.put(workspace, grant)

    async def _grant(self, workspace: str) -> OAuthGrant | None:
        known = self._known.get(workspace)
        if known is not None:
            return known
        key = self._key(workspace)
        query = select(INSTALL.c.owner, INSTALL.c.sealed).where(INSTALL.c.workspace == key)
        async with self._engine.connect() as connection:
            row = (await connection.execute(query)).first()
        grant = await self._opened(row.owner, key, row.sealed) if row is not None else None
        if grant is not None:
            self._known.put(workspace, grant)
        return grant

    async def _opened(self, owner: str, key: str, sealed: bytes) -> OAuthGrant | None:
        """None where the keys were destroyed."""
        try:
            return from_json(await self._sealer.unseal(owner, key, sealed))
        except KeyError:
            return None

    async def _owner(self, workspace: str) -> str | None:
        query = select(INSTALL.c.owner).where(INSTALL.c.workspace == self._key(workspace))
        async with self._engine.connect() as connection:
            found = (await connection.execute(query)).scalar()
        return str(found) if found is not None else None

    def _key(self, workspace: str) -> str:
        return self._sealer.hash("workspace", workspace)
