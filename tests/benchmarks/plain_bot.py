"""The bot that people write themselves, on the same drivers: what the road is measured against.

SQLAlchemy's asynchronous ORM, and one transaction for each thing that happens. It asks nobody's
consent, seals nothing, has no outbox, plans nothing ahead, and understands nothing. If it dies
between its two commits, it sends again or never. Commits are as durable as Handrail's.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import DateTime, ForeignKey, event, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

A_WEEK = timedelta(days=7)
AT_ONCE = 500


class Base(DeclarativeBase):
    type_annotation_map = {datetime: DateTime(timezone=True)}  # noqa: RUF012


class PlainClient(Base):
    __tablename__ = "plain_client"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    zone: Mapped[str]
    asked_next: Mapped[datetime] = mapped_column(index=True)
    active: Mapped[bool]


class PlainMessage(Base):
    __tablename__ = "plain_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("plain_client.id"))
    text: Mapped[str]
    at: Mapped[datetime]
    state: Mapped[str]


class PlainAnswer(Base):
    __tablename__ = "plain_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("plain_client.id"))
    words: Mapped[str]
    at: Mapped[datetime]


@asynccontextmanager
async def plain_bot(url: str, clients: int) -> AsyncIterator[PlainBot]:
    """`url` is that of an empty database, with an asynchronous driver."""
    engine = create_async_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _durable)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        bot = PlainBot(async_sessionmaker(engine, expire_on_commit=False))
        await bot.enrol(clients)
        yield bot
    finally:
        await engine.dispose()


class PlainBot:
    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def enrol(self, count: int) -> None:
        due = datetime.now(UTC) - timedelta(minutes=1)
        async with self._sessions() as session:
            for number in range(count):
                one = {"chat": f"U{number}", "name": f"Mai {number}", "zone": "Europe/Berlin"}
                session.add(PlainClient(**one, asked_next=due, active=True))
            await session.commit()

    async def check_ins(self) -> int:
        """Sends to everybody who is due, one after the other. Returns how many."""
        now = datetime.now(UTC)
        async with self._sessions() as session:
            query = select(PlainClient.id).where(PlainClient.asked_next <= now)
            due: Sequence[int] = (await session.scalars(query)).all()
        for client_id in due:
            await self._check_in(client_id, now)
        return len(due)

    async def _check_in(self, client_id: int, now: datetime) -> None:
        async with self._sessions() as session:
            client = await session.get_one(PlainClient, client_id)
            if not client.active:
                return
            message = PlainMessage(client_id=client_id, text="How did it go?", at=now)
            message.state = "sending"
            session.add(message)
            client.asked_next = now + A_WEEK
            await session.commit()
            await asyncio.sleep(0)  # the platform answers at once
            message.state = "sent"
            await session.commit()

    async def answer(self, chat: str, words: str) -> None:
        async with self._sessions() as session:
            query = select(PlainClient).where(PlainClient.chat == chat)
            client = (await session.scalars(query)).one()
            session.add(PlainAnswer(client_id=client.id, words=words, at=datetime.now(UTC)))
            await session.commit()


def _durable(connection: Any, record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()
