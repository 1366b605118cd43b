"""Seals restored rows from before a stop so that the doctor knows them: a restore left them so.

A stop that came after the backup is ended anew by the keys alone. Its rows are the older ones, and
count as stopped, as rows do that somebody has put back.
"""

from __future__ import annotations

from sqlalchemy import Table

from bot.ports import DamagedError
from storage.sql.seals.row_seals import ON_A_FLOOR, values_of
from storage.sql.unit_of_work import UnitOfWork


async def seal_left_behind(work: UnitOfWork) -> None:
    """Seals every row that is from before a stop; it still counts as one. May be repeated."""
    for table in ON_A_FLOOR:
        await _seal(work, table)


async def _seal(work: UnitOfWork, table: Table) -> None:
    for row in await work.all(work.select(table)):
        try:
            behind = await work.seals.behind(table, row)
        except DamagedError:
            continue
        if behind:
            seal = await work.seals.seal_left(table, values_of(table, row))
            this = [column == row._mapping[column] for column in table.primary_key]
            await work.change(work.update(table, *this).values(seal=seal))
