"""Reads at once what an event nearly always asks for about its sender: their world.

It is the sender's row, their engagements, the ledgers of these, and the rows of their coaches. All
of it is found by the address, so the statements need nothing of each other, and go together.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Any

from sqlalchemy import Column, Executable, Row, Select, func, select, union
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.people import Address
from storage.sql.ledger import entries_with_heads
from storage.sql.person_texts import address_text
from storage.sql.port import SqlPort
from storage.sql.reading.rows_of_person import note_engagements, note_person, row_at
from storage.sql.running.ready import WHOSE, FilledShape, Shape, given, matching
from storage.sql.schema import engagement, ledger, ledger_head, person, seen_event
from storage.sql.unit_of_work import UnitOfWork, coach_owner


class SqlWorld(SqlPort):
    async def begin_event(
        self, sender: Address, names: Sequence[str], at: datetime
    ) -> Collection[str]:
        """See `Inbound.begin_event`."""
        place = self._w.workspace_hash(sender)
        hashed = {self._w.keys.keyed_hash("event", f"{place}{name}"): name for name in names}
        here = self._w.keys.keyed_hash("address", address_text(sender).text)
        named = {f"event_{number}": one for number, one in enumerate(hashed)}
        new = await read_world(self._w, here, _naming(len(named)).filled(at=at, **named))
        return {hashed[row.event] for row in new}


async def read_world(work: UnitOfWork, here: str, first: FilledShape) -> Sequence[Row[Any]]:
    """Runs `first`, and reads the world of whoever is at this address; returns the rows of `first`.

    Where a value is none that anybody saved, it notes nothing: each is then read by itself.
    """
    work.memo.clear()
    locks = [LOCKING] if work.dialect == "postgresql" else []
    world = [one.filled(here=here) for one in (*locks, PEOPLE, ENGAGED, ENTRIES)]
    new, *_, people, engaged, entries = await work.together([first, *world])
    if people is not None and engaged is not None and entries is not None:
        await _note(work, here, people, engaged, entries)
    return new or []


def _names(dialect: str, count: int) -> Executable:
    """Inserts so many names of one event; returns those that are new."""
    insert: Any = sqlite.insert if dialect == "sqlite" else postgresql.insert
    rows = [
        {
            "organisation": given(WHOSE, seen_event.c.organisation),
            "event": given(f"event_{number}", seen_event.c.event),
            "at": given("at", seen_event.c.at),
        }
        for number in range(count)
    ]
    seen: Executable = (
        insert(seen_event).values(rows).on_conflict_do_nothing().returning(seen_event.c.event)
    )
    return seen


@cache
def _naming(count: int) -> Shape:
    return Shape(partial(_names, count=count), small=True)


def _sender() -> Select[Any]:
    here = person.c.address_hash == given("here", person.c.address_hash)
    return select(person.c.id).where(*matching(person), here)


def _engaged(column: Column[str]) -> Select[Any]:
    """Selects a column of the sender's engagements as a client."""
    mine = engagement.c.client_id.in_(_sender())
    return select(column).where(*matching(engagement), mine)


def _locking(_: str) -> Executable:
    """Keeps others from destroying a key of the sender: see `UnitOfWork.lock_keys`."""
    name = person.c.organisation + "|" + person.c.id
    lock = func.pg_advisory_xact_lock_shared(func.hashtextextended(name, 0))
    return _sender().with_only_columns(lock)


def _people(_: str) -> Executable:
    """The sender and their coaches."""
    ids = union(_sender(), _engaged(engagement.c.coach_id))
    return select(person).where(*matching(person), person.c.id.in_(ids))


def _engagements(_: str) -> Executable:
    mine = engagement.c.client_id.in_(_sender())
    return select(engagement).where(*matching(engagement), mine).order_by(engagement.c.id)


def _entries(_: str) -> Executable:
    """The ledgers of the sender's engagements, and their own as a coach."""
    chains = union(_sender(), _engaged(engagement.c.id))
    return entries_with_heads(*matching(ledger), ledger.c.chain.in_(chains))


LOCKING, PEOPLE = Shape(_locking), Shape(_people)
ENGAGED, ENTRIES = Shape(_engagements), Shape(_entries)


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
