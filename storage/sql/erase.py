"""SQL to erase a part: seals the rest anew, so that the old keys can be destroyed.

A deleted row stays in the write-ahead log and in backups; only a destroyed key erases it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, select

from bot.ports import DamagedError
from storage.keys.envelope import key_of
from storage.keys.keyring import KeyDestroyedError
from storage.keys.sealed import Sealed, SealedColumn
from storage.sql.inbox import SqlInbox
from storage.sql.people import SqlPeople
from storage.sql.schema import (
    agreed,
    answer,
    asking,
    inbox,
    note,
    person,
    share,
    sponsor_line,
    step,
    untidy,
)
from storage.sql.sealed_rows.anew import seal_settings_anew, settings_keys_in_use
from storage.sql.unit_of_work import INBOX

CONTENT = (answer, step, share, agreed, asking, note, sponsor_line)
MOST_LEFT_OVER = 500


class SqlErasing(SqlPeople, SqlInbox):
    async def erase_some(self, client_id: str, ids: Collection[str], at: datetime) -> None:
        await self._w.lock_keys(client_id, alone=True)
        await self._w.ending_keys.retire(client_id)
        for table in CONTENT:
            own = (table.c.client_id == client_id, table.c.id.in_(ids))
            await self._w.change(self._w.delete(table, *own))
            left = select(table.c.id).where(table.c.organisation == self._w.organisation, *own)
            if await self._w.first(left) is not None:
                # Somebody's trigger put it back. It must not be sealed anew, and called erased.
                raise DamagedError(f"a row of {table.name} cannot be removed")
        for table in CONTENT:
            await self._seal_anew(table, client_id)
        await self._leave_untidy(client_id, at)
        await self.renew_inbox_keys()

    async def tidy(self, limit: int) -> int:
        oldest = self._w.select(untidy).order_by(untidy.c.owner).limit(limit)
        noted = {row.owner for row in await self._w.all(oldest)}
        owners = sorted(noted)
        if len(noted) < limit:
            # Whoever removes the note keeps no key: the key store knows which are left over. They
            # come with the last part, many at once: some stay in use, and may hide none behind.
            left_over = await self._w.keys.owners_of_retired_keys() - noted
            owners += sorted(left_over)[:MOST_LEFT_OVER]
        for owner in owners:
            await self._w.lock_keys(owner, alone=True)
            # A lost connection loses the lock, and others go on sealing. Hence two steps: first
            # retire the unused keys, then destroy those that are still unused.
            await self._w.ending_keys.retire_unused(owner, await self._keys_in_use(owner))
            await self._w.ending_keys.destroy_unused(owner, await self._keys_in_use(owner))
            # If the inbox still has retired keys, the next `tidy` destroys them.
            if owner != INBOX or INBOX not in await self._w.keys.owners_of_retired_keys():
                await self._w.change(self._w.delete(untidy, untidy.c.owner == owner))
        return len(noted)

    async def renew_inbox_keys(self) -> None:
        """Retires the keys of the inbox: once tidied, nobody can read an event that was handled.

        An event that was handled and not yet answered keeps the address to answer.
        """
        await self._w.lock_keys(INBOX, alone=True)
        if not await self._w.keys.has_any(INBOX):
            return
        await self._w.ending_keys.retire(INBOX)
        await self.keep_only_whom_to_answer()
        await self._w.add(untidy, {"owner": INBOX})

    async def _leave_untidy(self, owner: str, at: datetime) -> None:
        """Notes `owner` for `tidy`, which destroys the keys that are no longer used.

        Seals the person's address and settings again first: they would keep the oldest key in use.
        """
        who = await self.person(owner)
        if who is not None:
            await self.save_person(who, at)
            await seal_settings_anew(self._w, owner)
            await self._w.add(untidy, {"owner": owner})

    async def _seal_anew(self, table: Table, client_id: str) -> None:
        made_at = "approved_at" if table is share else "at"
        for row in await self._w.all(self._w.select(table, table.c.client_id == client_id)):
            anew = await self._anew(table, client_id, row, row._mapping[made_at])
            if anew:
                await self._w.change_sealed(table, table.c.id == row.id, values=anew)

    async def _anew(
        self, table: Table, client_id: str, row: Row[Any], at: datetime
    ) -> dict[str, Sealed]:
        """Seals the values of a row anew. A value whose key is gone stays: nobody can read it."""
        anew = {}
        for column in _sealed(table):
            value: Sealed | None = row._mapping[column]
            if value is None:
                continue
            place = f"{table.name}.{column}"
            try:
                words = await self._w.unseal(place, row.id, client_id, value)
            except KeyDestroyedError:
                continue
            anew[column] = await self._w.seal(place, row.id, client_id, words, at)
        return anew

    async def _keys_in_use(self, owner: str) -> set[bytes]:
        if owner == INBOX:
            rows = await self._w.ours(inbox, self._w.select(inbox))
            return {key_of(row.body.data)[1] for row in rows}
        in_use = await settings_keys_in_use(self._w, owner)
        for table in (person, *CONTENT):
            whose = person.c.id if table is person else table.c.client_id
            for row in await self._w.all(self._w.select(table, whose == owner)):
                values = [row._mapping[name] for name in _sealed(table)]
                under = {key_of(value.data)[1] for value in values if value is not None}
                # A row whose keys are known to be in use proves nothing more.
                if not under <= in_use and await self._w.is_ours(table, row):
                    in_use |= under
        return in_use


def _sealed(table: Table) -> list[str]:
    return [column.name for column in table.c if isinstance(column.type, SealedColumn)]
