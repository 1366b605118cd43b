"""A populated house on a database, and somebody who writes to its rows with SQL, without a key.

Everything between `attacked` and its end happens in one transaction that is never committed, so
that hundreds of attacks start from the same house.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    nullcontext,
    suppress,
)
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Table, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Release
from bot.upkeep.ledger_audit import audit
from storage import OpenedStore
from storage.sql.schema import metadata, person
from storage.sql.store import SqlTransaction
from storage.sql.unit_of_work import UnitOfWork
from tests.world import Chatter, World, joined

# A row as the attacker reads and writes it: by the names and in the types of the database.
RawRow = dict[str, Any]
Moment = Mapping[str, Sequence[RawRow]]

# How a typed line ends that met a row which is refused, or a value that no column can have.
REFUSALS = (ValueError, LookupError, TypeError, AttributeError, SQLAlchemyError)

# Each is written by one person, and may be read by that person and by nobody else.
PRIVATE = {
    "mai": "the heron stood in the rain",
    "ken": "a quarrel about the green door",
    "lea": "my brother lost his boat",
    "tom": "seven unopened letters",
}
# This one Mai shares with her coach.
SHARED = "the lighthouse talk went well"
# This one too, and takes it back before the coach has read it.
TAKEN_BACK = "the harbour was shut again"

# Who may ever read a text: its writer, and the coach whom it was shared with.
READERS = {text: {user} for user, text in PRIVATE.items()} | {
    SHARED: {"mai", "daniel"},
    TAKEN_BACK: {"mai"},
}


class InOneTransaction:
    """A store whose transactions are savepoints of one transaction that is never committed."""

    def __init__(self, opened: OpenedStore, connection: AsyncConnection) -> None:
        self._opened = opened
        self.connection = connection

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlTransaction]:
        async with self.connection.begin_nested():
            store = self._opened.store
            work = UnitOfWork(self.connection, self._opened.keys, store._organisation)
            transaction = SqlTransaction(work)
            yield transaction
            await transaction.write_heads()
            await work.note_withdrawals()

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return nullcontext()

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return {}


@dataclass
class House:
    """Two coaches and four clients. `moments` are copies of all rows, the oldest first."""

    opened: OpenedStore
    people: dict[str, str]
    ids: dict[str, str]
    now: datetime
    due: datetime
    moments: list[Moment] = field(default_factory=list)

    @asynccontextmanager
    async def attacked(self) -> AsyncIterator[Raid]:
        async with self.opened.store._engine.connect() as connection:
            await _disarm(connection)
            try:
                yield Raid(self, connection, InOneTransaction(self.opened, connection))
            finally:
                await connection.rollback()


@dataclass
class Raid:
    """One attack on the house, on the connection of `store`."""

    house: House
    connection: AsyncConnection
    store: InOneTransaction

    async def rows(self, table: Table) -> list[RawRow]:
        """Returns the rows of the house. Those of another organisation are as good as gone."""
        name = self.house.opened.store._organisation
        found = await raw_rows(self.connection, table)
        return [row for row in found if row["organisation"] == name]

    @asynccontextmanager
    async def undone(self) -> AsyncIterator[None]:
        """Undoes at its end what is written inside."""
        point = await self.connection.begin_nested()
        try:
            yield
        finally:
            await point.rollback()

    async def write(self, table: Table, row: RawRow, column: str, value: Any) -> None:
        """Writes one value into a row."""
        where, known = _this(table, row)
        done = text(f'UPDATE "{table.name}" SET "{column}" = :value WHERE {where}')
        await self.connection.execute(done, {**known, "value": value})

    async def person(self, user: str) -> RawRow:
        """Returns the row of a person, whose id the attacker has learned somehow."""
        rows = await self.rows(person)
        return next(row for row in rows if row["id"] == self.house.ids[user])

    def before(self, user: str, moment: int) -> RawRow:
        """Returns the row of a person as it was at a moment."""
        rows = self.house.moments[moment][person.name]
        return next(row for row in rows if row["id"] == self.house.ids[user])

    async def remove(self, table: Table, row: RawRow) -> None:
        where, known = _this(table, row)
        await self.connection.execute(text(f'DELETE FROM "{table.name}" WHERE {where}'), known)

    async def put(self, table: Table, row: RawRow) -> None:
        """Writes a whole row, in the place of the one with its key."""
        await self.remove(table, row)
        columns = ", ".join(f'"{name}"' for name in row)
        values = ", ".join(f":v{number}" for number in range(len(row)))
        done = text(f'INSERT INTO "{table.name}" ({columns}) VALUES ({values})')
        given = {f"v{number}": value for number, value in enumerate(row.values())}
        await self.connection.execute(done, given)

    async def put_back(self, table: Table, moment: int) -> None:
        """Puts a whole table back as it was at a moment."""
        await self.connection.execute(text(f'DELETE FROM "{table.name}"'))
        for row in self.house.moments[moment][table.name]:
            await self.put(table, row)

    async def found(self) -> set[str]:
        """Returns the tables in which `handrail doctor` and `ledger verify` find something."""
        async with self.store.transaction() as tx:
            refused = set(await tx.refused_rows())
        report = await audit(self.store)
        return refused | ({"ledger"} if report.flaws else set())

    def world(self) -> Visit:
        return Visit(self)


class Visit:
    """The bot and the people of the house, after an attack."""

    def __init__(self, raid: Raid) -> None:
        self.world = World(raid.store, seed=99)
        self.world.clock.at = raid.house.now
        # Other events than those that the house has seen.
        self.world.events = count(100_000)
        self.people: dict[str, Chatter] = {
            user: self.world.person(user, name) for user, name in raid.house.people.items()
        }
        self.house = raid.house

    async def everybody_looks(self) -> None:
        """Everybody types what shows them what is kept; each digest is opened."""
        for who in self.people.values():
            for line in ("my words", "what do you hold", "digest"):
                await self._tries(who, line)

    async def the_time_comes(self) -> None:
        """The hours in which check-ins leave, with all that is due in them."""
        self.world.clock.at = self.house.due
        with suppress(*REFUSALS):
            await self.world.bot.tick()

    async def _tries(self, who: Chatter, line: str) -> None:
        with suppress(*REFUSALS):
            await who.writes(line)

    def read_by(self, user: str) -> str:
        return self.people[user].sees()

    def sent_to(self, user: str) -> list[str]:
        address = self.people[user].address
        return [one.message.template for one in self.world.platform.arrived if one.to == address]


async def build(opened: OpenedStore) -> House:
    """Makes the house: Mai and Ken with Daniel, Lea and Tom with Rosa. Ken stops, Tom pauses."""
    world = World(opened.store)
    house = House(opened, {}, {}, world.clock.at, world.clock.at)
    mai, daniel = await joined(world, "Mai", "Daniel", client="mai", coach="daniel")
    await house_moment(house)
    ken = await _joins(world, daniel, "ken", "Ken")
    lea, rosa = await joined(world, "Lea", "Rosa", client="lea", coach="rosa")
    tom = await _joins(world, rosa, "tom", "Tom")
    await rosa.writes("invite")
    await house_moment(house)
    for who in (mai, ken, lea, tom):
        await who.writes(PRIVATE[who.address.user])
    await mai.writes(SHARED)
    await mai.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await mai.presses(label)
    await mai.writes(TAKEN_BACK)
    await mai.asks_to_share()
    for label in ("Share exactly this",):
        await mai.presses(label)
    await house_moment(house)
    await _takes_back(world, mai)
    await ken.writes("stop")
    await tom.writes("pause until 20 December")
    await house_moment(house)
    house.people = {address.user: who.name for address, who in world.people.items()}
    async with world.store.transaction() as tx:
        for address in world.people:
            found = await tx.person_at(address)
            assert found is not None
            house.ids[address.user] = found.id
    house.now = world.clock.at + timedelta(minutes=1)
    due = await world.bot.deliveries.next_due()
    assert due is not None
    house.due = due
    return house


async def house_moment(house: House) -> None:
    async with house.opened.store._engine.connect() as connection:
        tables = metadata.sorted_tables
        house.moments.append({t.name: await raw_rows(connection, t) for t in tables})


async def raw_rows(connection: AsyncConnection, table: Table) -> list[RawRow]:
    names = [column.name for column in table.c]
    listed = ", ".join(f'"{name}"' for name in names)
    found = await connection.execute(text(f'SELECT {listed} FROM "{table.name}"'))
    return [dict(zip(names, row, strict=True)) for row in found.all()]


async def _joins(world: World, coach: Chatter, user: str, name: str) -> Chatter:
    client = world.person(user, name)
    await coach.writes("invite")
    await client.writes(coach.code())
    for label in ("I agree", "Yes", "Yes", "Yes"):
        await client.presses(label)
    hours = {"from": "09:00", "to": "11:00"}
    await client.submits(days="MO,TH", every="1", zone="Europe/Berlin", **hours)
    await client.presses("That's right")
    return client


async def _takes_back(world: World, mai: Chatter) -> None:
    """Takes the newest share back, before the coach has read it."""
    async with world.store.transaction() as tx:
        who = await tx.person_at(mai.address)
        assert who is not None
        [mine] = await tx.engagements_of(who.id)
        [taken] = [s for s in await tx.shares(mine.id) if s.body.text == TAKEN_BACK]
        await tx.remove_share(mine.id, taken.id)


def _this(table: Table, row: RawRow) -> tuple[str, RawRow]:
    key = [column.name for column in table.primary_key] or [column.name for column in table.c]
    where = " AND ".join(f'"{name}" = :k{number}' for number, name in enumerate(key))
    return where, {f"k{number}": row[name] for number, name in enumerate(key)}


async def _disarm(connection: AsyncConnection) -> None:
    """Removes the guards of the ledger and of foreign keys: the attacker owns the database."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        return
    await connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for act in ("UPDATE", "DELETE"):
        await connection.execute(text(f"DROP TRIGGER ledger_refuses_{act}"))
