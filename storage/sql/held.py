"""Everything that is stored about one person, in SQL: read by walking the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from sqlalchemy import Row, Table

from bot.metrics import METRICS
from bot.ports import DamagedError, StoredValue
from storage.keys.keyring import KeyDestroyedError
from storage.keys.sealed import Sealed
from storage.sql.about_person import ABOUT, Holder, columns_of
from storage.sql.people import SqlPeople
from storage.sql.schema import person, posted, profile, question_set
from storage.sql.work import coach_owner

COACHS_OWN = (posted, profile, question_set)

log = structlog.get_logger()


class SqlHeld(SqlPeople):
    async def stored_about(
        self, person_id: str
    ) -> Mapping[str, Sequence[Mapping[str, StoredValue]]]:
        who = await self.person(person_id)
        chat_key = who.address.chat_key if who else ""
        holder = Holder(self._w.organisation, person_id, self._w.keys.keyed_hash("guess", chat_key))
        found = {}
        for table, whose in ABOUT.items():
            query = self._w.select(table, whose(holder)).order_by(*table.primary_key)
            found[table.name] = [await self._told(table, row) for row in await self._w.all(query)]
        return found

    async def _told(self, table: Table, row: Row[Any]) -> dict[str, StoredValue]:
        told: dict[str, StoredValue] = {}
        for name in columns_of(table):
            value = row._mapping[name]
            told[name] = await self._open(table, name, row, value)
        return told

    async def _open(self, table: Table, name: str, row: Row[Any], value: Any) -> StoredValue:
        """None for what nobody can read any more."""
        if not isinstance(value, Sealed):
            opened: StoredValue = value
            return opened
        place = f"{table.name}.{name}"
        try:
            if table is person:
                return await self._w.unseal_own(place, row.id, value)
            if table in COACHS_OWN:
                key = row._mapping[list(table.primary_key)[1].name]
                return await self._w.unseal(place, key, coach_owner(row.coach_id), value)
            return await self._w.unseal(place, row.id, row.client_id, value)
        except KeyDestroyedError:
            return None
        except DamagedError:
            METRICS.failed("keys")
            log.error("sealed_value_refused")
            return None
