"""`python -m tests.benchmarks.digests`: a digest of 200 clients and a year of shares.

It prints how many statements one digest runs and how long it takes, for few clients and for many.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import Engine, event

from bot.delivery.composing import Composing, Piece
from bot.delivery.kinds import KINDS
from bot.domain.consent import Act, Purpose, extend
from bot.domain.delivery import Kind
from bot.domain.words import Words
from bot.ports import Store, Transaction
from bot.rules.grants import terms_of, wording_now
from bot.settings import Settings
from tests.databases import SQL, opened
from tests.things import NOW, delivery, engagement, person, share

GIVEN = (Purpose.AGREEMENT, Purpose.SHARE_WORDS, Purpose.LISTED, Purpose.NOTES)
WEEK = timedelta(weeks=1)
FEW, MANY = (4, 3), (200, 52)


@dataclass(frozen=True, slots=True)
class Read:
    """One digest: its message, and the statements that it took."""

    piece: Piece
    statements: list[str]


async def fill(store: Store, clients: int, weeks: int, *, weekly: bool = False) -> None:
    """Saves a coach with so many clients, who shared once a week, and meet on different days.

    `weekly`: each week's shares but the last one's were read in a digest of their own.
    """
    async with store.transaction() as tx:
        await tx.save_person(person("coach"), NOW)
    for number in range(clients):
        async with store.transaction() as tx:
            id, client = f"e{number}", f"client{number}"
            await tx.save_person(person(client), NOW)
            session = NOW + timedelta(days=1 + number % 9) if number % 3 else None
            one = engagement(id, client_id=client, listed=True, session_at=session)
            await tx.save_engagement(one)
            entries: list[Any] = []
            for purpose in GIVEN:
                said = wording_now(purpose, "en", one), NOW, one.ends_at, terms_of(purpose, one)
                entries.append(extend(entries, id, Act.GIVEN, purpose, *said))
                await tx.append(entries[-1])
            for week in range(weeks):
                at = NOW - timedelta(weeks=weeks - week, minutes=number)
                about = {"engagement_id": id, "client_id": client, "approved_at": at}
                body = Words(f"What {number} said in week {week}")
                was_read = weekly and week < weeks - 1
                read = {"digest": f"d{week}", "seen_at": at + WEEK} if was_read else {}
                await tx.save_share(share(f"h{number}-{week}", body=body, **about, **read))


async def digest(store: Store) -> Read:
    """Composes the coach's digest of now, and notes what it showed, as the second road does."""
    with counted() as statements:
        async with store.transaction() as tx:
            piece = await _digest(tx)
    return Read(piece, statements)


async def compose(store: Store) -> None:
    """Does the same, and keeps nothing of it: so the next one does the same work."""
    with suppress(_NotKeptError):
        async with store.transaction() as tx:
            await _digest(tx)
            raise _NotKeptError


class _NotKeptError(Exception):
    """Rolls a transaction back."""


async def _digest(tx: Transaction) -> Piece:
    asked = delivery("digest", kind=Kind.DIGEST, to="coach", owner="coach")
    composed = KINDS[Kind.DIGEST].compose
    assert composed is not None
    to = await tx.person("coach")
    assert to is not None
    piece = await composed(Composing(tx, asked, to, None, NOW, Settings()))
    assert piece is not None
    await tx.shared_in(piece.shares, asked.id, NOW)
    return piece


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collects every statement, those of the key store too."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def _measure() -> None:
    for kind in SQL:
        for clients, weeks in (FEW, MANY):
            with tempfile.TemporaryDirectory() as folder:
                async with opened(kind, Path(folder)) as made:
                    await fill(made.store, clients, weeks)
                    began = perf_counter()
                    read = await digest(made.store)
                    took = perf_counter() - began
            size = f"{clients} clients, {weeks} weeks"
            print(f"{kind}: {size}: {len(read.statements)} statements, {took:.2f} s")


if __name__ == "__main__":
    asyncio.run(_measure())
