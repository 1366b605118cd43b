"""SQL that looks at every sealed row: for `handrail doctor`, and once after an upgrade."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

from sqlalchemy import Row, Select, Table, tuple_

from bot.ports import DamagedError
from storage.sql.legible import NOT_A_VALUE
from storage.sql.port import SqlPort
from storage.sql.seals.row_seals import ON_A_FLOOR, sealed_tables, values_of

AT_ONCE = 500


class SqlRefusedRows(SqlPort):
    async def refused_rows(self) -> Mapping[str, int]:
        """See `Audit.refused_rows`."""
        found = {}
        for table in sealed_tables():
            count = 0
            async for page in self._pages(table):
                if table in ON_A_FLOOR:
                    owners = [ON_A_FLOOR[table](values_of(table, row))[0] for row in page if row]
                    await self._w.warm(owners)
                for row in page:
                    count += row is None or await self._is_refused(table, row)
            if count:
                found[table.name] = count
        return found

    async def seal_rows(self, limit: int) -> int:
        """Seals up to `limit` rows that an older version wrote; returns how many."""
        done = 0
        for table in sealed_tables():
            unsealed = self._w.select(table, table.c.seal.is_(None)).limit(limit - done)
            for row in await self._w.all(unsealed):
                seal = await self._w.seals.seal(table, values_of(table, row))
                this = [column == row._mapping[column] for column in table.primary_key]
                await self._w.change(self._w.update(table, *this).values(seal=seal))
                done += 1
            if done >= limit:
                break
        return done

    async def _is_refused(self, table: Table, row: Row[Any]) -> bool:
        try:
            if not await self._w.seals.behind(table, row):
                return False
            return not await self._w.seals.is_left_so(table, row)
        except DamagedError:
            return True

    async def _pages(self, table: Table) -> AsyncIterator[list[Row[Any] | None]]:
        """Yields all rows of a table in parts. One that cannot be read at all is None."""
        key = [column for column in table.primary_key if column.key != "organisation"]
        ordered = self._w.select(table).order_by(*key)
        last, skipped = ordered, 0
        while True:
            page = await self._page(last, skipped)
            yield page
            if len(page) < AT_ONCE:
                return
            rows = [(number, row) for number, row in enumerate(page) if row is not None]
            if rows:
                found = values_of(table, rows[-1][1])
                after = tuple_(*key) > tuple_(*[found[column.key] for column in key])
                last, skipped = ordered.where(after), len(page) - rows[-1][0] - 1
            else:
                skipped += len(page)

    async def _page(self, query: Select[Any], first: int) -> list[Row[Any] | None]:
        try:
            return [*await self._w.every(query.limit(AT_ONCE).offset(first))]
        except NOT_A_VALUE:
            return [row async for row in self._one_by_one(query, first)]

    async def _one_by_one(self, query: Select[Any], first: int) -> AsyncIterator[Row[Any] | None]:
        for number in range(first, first + AT_ONCE):
            try:
                row = await self._w.first(query.limit(1).offset(number))
            except NOT_A_VALUE:
                yield None
                continue
            if row is None:
                return
            yield row
