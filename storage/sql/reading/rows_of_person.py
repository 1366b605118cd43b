"""Rows that an event asks for again and again, read once in a unit of work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from storage.sql.reading.memo import Question
from storage.sql.running.ready import Shape, matching
from storage.sql.schema import engagement, ledger, person
from storage.sql.unit_of_work import UnitOfWork

ANY_ENTRY = Shape(lambda _: select(ledger.c.chain).where(*matching(ledger, "chain")).limit(1))


def row_at(column: str, value: str) -> Question:
    """The question for the person's row with this `id` or `address_hash`."""
    return ("person.row", column, value)


async def person_row(work: UnitOfWork, column: str, value: str) -> Row[Any] | None:
    """Returns the row of the person with this `id` or `address_hash`, or None."""

    async def read() -> Row[Any] | None:
        by_id = column == "id"
        where = work.where(person, id=value) if by_id else work.where(person, address_hash=value)
        row = await work.first(where)
        if row is not None:
            note_person(work, row)
        return row

    return await work.memo.once(row_at(column, value), (person,), read)


def note_person(work: UnitOfWork, row: Row[Any]) -> None:
    """Keeps a person's row for whoever asks by id or by address."""
    both = {row_at("id", row.id): row, row_at("address_hash", row.address_hash): row}
    work.memo.note(both, (person,))


async def engagement_row_of(work: UnitOfWork, engagement_id: str) -> Row[Any] | None:
    """Returns the row of one engagement, or None."""
    mine = work.where(engagement, id=engagement_id)
    question = ("engagement.row", engagement_id)
    return await work.memo.once(question, (engagement,), lambda: work.first(mine))


async def engagement_rows_of(work: UnitOfWork, client_id: str) -> Sequence[Row[Any]]:
    """Returns the rows of a client's engagements, by their id."""

    async def read() -> Sequence[Row[Any]]:
        rows = await work.all(work.where(engagement, order=("id",), client_id=client_id))
        note_engagements(work, client_id, rows)
        return rows

    return await work.memo.once(("engagement.rows", client_id), (engagement,), read)


def note_engagements(work: UnitOfWork, client_id: str, rows: Sequence[Row[Any]]) -> None:
    """Keeps all engagements of a client for whoever asks for one of them, or for all."""
    answers: dict[Question, object] = {("engagement.row", row.id): row for row in rows}
    answers["engagement.rows", client_id] = rows
    work.memo.note(answers, (engagement,))


async def has_entries(work: UnitOfWork, chain: str) -> bool:
    """True if the ledger has a chain of this name: of an engagement, or of somebody who coaches."""

    async def read() -> bool:
        return await work.first(ANY_ENTRY.filled(chain=chain)) is not None

    return await work.memo.once(("ledger.has", chain), (ledger,), read)
