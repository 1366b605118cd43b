"""Reads at once what an event nearly always asks for about its sender: their world.

It is the sender's row, their engagements, the ledgers of these, and the rows of their coaches. All
of it is found by the address, so the statements need nothing of each other, and go together.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Row, Select, bindparam, func, select, union
from sqlalchemy.sql.dml import ReturningInsert

from bot.domain.people import Address
from storage.sql.ledger import entries_with_heads
from storage.sql.many import WHOSE
from storage.sql.person_texts import address_text
from storage.sql.port import SqlPort
from storage.sql.reading.rows_of_person import note_engagements, note_person, row_at
from storage.sql.schema import engagement, ledger, ledger_head, person, seen_event
from storage.sql.unit_of_work import UnitOfWork, coach_owner

HERE = bindparam("here", type_=person.c.address_hash.type)


class SqlWorld(SqlPort):
    async def begin_event(
        self, sender: Address, names: Sequence[str], at: datetime
    ) -> Collection[str]:
        """See `Inbound.begin_event`."""
        place = self._w.workspace_hash(sender)
        hashed = {self._w.keys.keyed_hash("event", f"{place}{name}"): name for name in names}
        here = self._w.keys.keyed_hash("address", address_text(sender).text)
        new = await read_world(self._w, here, _seen(self._w, list(hashed), at))
        return {hashed[row.event] for row in new}


async def read_world(
    work: UnitOfWork, here: str, first: ReturningInsert[Any]
) -> Sequence[Row[Any]]:
    """Runs `first`, and reads the world of whoever is at this address; returns the rows of `first`.

    Where a value is none that anybody saved, it notes nothing: each is then read by itself.
    """
    given = {"whose": work.organisation, "here": here}
    work.memo.clear()
    world = [(query, given) for query in _world(work.dialect)]
    new, *_, people, engaged, entries = await work.together([(first, {}), *world])
    if people is not None and engaged is not None and entries is not None:
        await _note(work, here, people, engaged, entries)
    return new or []


def _seen(work: UnitOfWork, hashed: Sequence[str], at: datetime) -> ReturningInsert[Any]:
    rows = [{"organisation": work.organisation, "event": one, "at": at} for one in hashed]
    insert: ReturningInsert[Any] = (
        work.insert(seen_event).values(rows).on_conflict_do_nothing().returning(seen_event.c.event)
    )
    return insert


@cache
def _world(dialect: str) -> Sequence[Select[Any]]:
    """The lock of the sender's keys where there is one, then people, engagements and entries."""
    locks = [_locking()] if dialect == "postgresql" else []
    people = select(person).where(
        person.c.organisation == WHOSE,
        person.c.id.in_(union(_sender(), _engaged(engagement.c.coach_id))),
    )
    engaged = select(engagement).where(
        engagement.c.organisation == WHOSE, engagement.c.client_id.in_(_sender())
    )
    chains = union(_sender(), _engaged(engagement.c.id))
    entries = entries_with_heads(ledger.c.organisation == WHOSE, ledger.c.chain.in_(chains))
    return [*locks, people, engaged.order_by(engagement.c.id), entries]


def _locking() -> Select[Any]:
    """Keeps others from destroying a key of the sender: see `UnitOfWork.lock_keys`."""
    name = person.c.organisation + "|" + person.c.id
    lock = func.pg_advisory_xact_lock_shared(func.hashtextextended(name, 0))
    return select(lock).where(person.c.organisation == WHOSE, person.c.address_hash == HERE)


def _sender() -> Select[Any]:
    return select(person.c.id).where(person.c.organisation == WHOSE, person.c.address_hash == HERE)


def _engaged(column: Column[str]) -> Select[Any]:
    """Selects a column of the sender's engagements as a client."""
    mine = (engagement.c.organisation == WHOSE, engagement.c.client_id.in_(_sender()))
    return select(column).where(*mine)


async def _note(
    work: UnitOfWork,
    here: str,
    people: Sequence[Row[Any]],
    engaged: Sequence[Row[Any]],
    entries: Sequence[Row[Any]],
) -> None:
    sender = next((row for row in people if row.address_hash == here), None)
    if sender is None:
        work.memo.note({row_at("address_hash", here): None}, (person,))
        return
    if work.dialect != "sqlite":
        work.locked.add((sender.id, False))
    coaches = {row.coach_id for row in engaged}
    work.memo.note({row_at("id", one): None for one in coaches}, (person,))
    for row in people:
        note_person(work, row)
    note_engagements(work, sender.id, engaged)
    _note_chains(work, [sender.id, *(row.id for row in engaged)], entries)
    await work.warm({sender.id, *coaches, *map(coach_owner, {sender.id, *coaches})})


def _note_chains(work: UnitOfWork, chains: Sequence[str], entries: Sequence[Row[Any]]) -> None:
    rows: dict[str, list[Row[Any]]] = {chain: [] for chain in chains}
    for row in entries:
        rows[row.chain].append(row)
    work.memo.note({("ledger.rows", one): rows[one] for one in chains}, (ledger, ledger_head))
    work.memo.note({("ledger.has", one): bool(rows[one]) for one in chains}, (ledger,))
