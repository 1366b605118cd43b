"""Brings restored rows up to today: what was ended since does not come back, and nothing bursts.

Every step can be repeated.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Table, select

from storage.keys.envelope import key_of
from storage.keys.sealed import Sealed, SealedColumn
from storage.moving.held_back import halt_all, hold_back, show_once
from storage.sql.schema import (
    alarm,
    engagement,
    inbox,
    lane,
    ledger,
    metadata,
    person,
    worker,
)
from storage.sql.unit_of_work import UnitOfWork

AT_ONCE = 500
# What is of the day of the backup only: events that were handled since, and processes of then.
OF_THEN = (inbox, worker, alarm)
# Sealed with keys that outlive every erase.
LASTING = (ledger,)


async def settle_rows(work: UnitOfWork, known: frozenset[bytes], moment: datetime) -> set[str]:
    """Removes what nobody may or can read; returns the people who are not brought back.

    `known` has the ids of all data keys. The rows of those people stay until they are erased. What
    began by `moment` (UTC) may have left after the backup.
    """
    for table in OF_THEN:
        await work.change(work.delete(table))
    await work.change(work.update(lane).values(used_until=None))
    await halt_all(work, moment)
    shown = await hold_back(work, moment)
    gone = set[str]()
    for table in metadata.sorted_tables:
        if table not in LASTING:
            gone |= await _without_lost(work, table, known)
    await show_once(work, shown)
    return gone


async def _without_lost(work: UnitOfWork, table: Table, known: frozenset[bytes]) -> set[str]:
    """Removes the rows of a table whose keys are gone. Of people and engagements it tells whose."""
    sealed = [column for column in table.c if isinstance(column.type, SealedColumn)]
    if not sealed:
        return set()
    key = list(table.primary_key)
    whose = {person: person.c.id, engagement: engagement.c.client_id}.get(table)
    columns = [*key, *sealed, *([] if whose is None else [whose.label("whose")])]
    query = select(*columns).where(table.c.organisation == work.organisation)
    lost = list[Row[Any]]()
    async for part in (await work.connection.stream(query)).partitions(AT_ONCE):
        lost += [row for row in part if _is_lost(row, sealed, known)]
    if whose is not None:
        return {row.whose for row in lost}
    for row in lost:
        await work.change(work.delete(table, *_this(key, row)))
    return set()


def _is_lost(row: Row[Any], sealed: Iterable[Column[Any]], known: frozenset[bytes]) -> bool:
    values = [row._mapping[column] for column in sealed]
    return any(isinstance(one, Sealed) and not _has_key(one, known) for one in values)


def _has_key(value: Sealed, known: frozenset[bytes]) -> bool:
    try:
        return key_of(value.data)[1] in known
    except ValueError:
        return False


def _this(key: Iterable[Column[Any]], row: Row[Any]) -> list[ColumnElement[bool]]:
    return [column == row._mapping[column] for column in key]
