"""The workspaces that have installed the app: their tokens, sealed in a table of Postbox's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Column, LargeBinary, MetaData, String, Table, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.words import Words
from bot.ports import Sealer

METADATA = MetaData()
INSTALL = Table(
    "postbox_install",
    METADATA,
    Column("workspace", String(64), primary_key=True),
    # Whose keys seal the row: `handrail db copy` asks for it.
    Column("owner", String(120), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)


class Installs:
    """A workspace is found by a keyed hash: the table tells nobody which it is."""

    def __init__(
        self, engine: AsyncEngine, sealer: Sealer, keyed_hash: Callable[[str, str], str]
    ) -> None:
        self._engine = engine
        self._sealer = sealer
        self._keyed_hash = keyed_hash

    async def ready(self) -> None:
        """Makes the table where there is none."""
        async with self._engine.begin() as db:
            await db.run_sync(METADATA.create_all)

    async def save(self, workspace: str, token: str) -> None:
        await self.forget(workspace)
        known, owner = self._names(workspace)
        sealed = await self._sealer.seal(owner, known, Words(token), datetime.now(UTC))
        row = {"workspace": known, "owner": owner, "sealed": sealed}
        async with self._engine.begin() as db:
            await db.execute(insert(INSTALL), row)

    async def token(self, workspace: str) -> str | None:
        """Returns the token, or None where the app is not installed."""
        known, owner = self._names(workspace)
        async with self._engine.begin() as db:
            found = await db.execute(select(INSTALL.c.sealed).where(INSTALL.c.workspace == known))
        sealed = found.scalar()
        return (await self._sealer.unseal(owner, known, sealed)).text if sealed else None

    async def forget(self, workspace: str) -> None:
        """Destroys the keys and the row: the token can be read nowhere, also not in a backup."""
        known, owner = self._names(workspace)
        await self._sealer.forget(owner)
        async with self._engine.begin() as db:
            await db.execute(delete(INSTALL).where(INSTALL.c.workspace == known))

    def _names(self, workspace: str) -> tuple[str, str]:
        known = self._keyed_hash("postbox.workspace", workspace)
        return known, f"postbox:{known}"
