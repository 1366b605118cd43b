"""The rows of mail on disk: encrypted, and found by keyed hashes.

What is removed or changed cannot be read in older copies of the database either: everything that
stays of that chat is encrypted again under a new owner, and then the old owner's keys are
destroyed. Other processes use the same rows, so each change locks the reader's row first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, insert, select, true, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.mail.tables import ENTRY, META, OUTDATED, READER
from adapters.shared.background import BackgroundTasks
from adapters.shared.json_values import Json
from adapters.shared.sealed_rows import KeyedHash, RowSealer
from bot.domain.people import Address
from bot.ports import Sealer


@dataclass(frozen=True, slots=True, repr=False)
class ReaderRow:
    """A guest coach. `about` has their e-mail address, and when they were last written to."""

    person: str
    owner: str
    about: Json
    last_day: int


@dataclass(frozen=True, slots=True, repr=False)
class EntryRow:
    """One thing in a chat. `last_day` is the last on which it is kept (`date.toordinal`)."""

    number: int
    reference: str
    entry: Json
    last_day: int


Change = Callable[[list[EntryRow]], Sequence[EntryRow] | None]


class MailRows:
    """A row that can no longer be read counts as missing."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer, keyed_hash: KeyedHash) -> None:
        self._engine = engine
        self._sealer = RowSealer(sealer, keyed_hash, "mail", "mail")
        self._tasks = BackgroundTasks("mail_rows_failed")

    async def close(self) -> None:
        """Waits for every change that is under way."""
        await self._tasks.wind_down(grace=None)

    def person(self, address: Address) -> str:
        """The keyed hash that finds a person's rows."""
        return self._sealer.hash("person", f"{address.workspace} {address.user}")

    def reference(self, address: Address, reference: str) -> str:
        return self._sealer.hash("reference", self.person(address), reference)

    async def reader(self, person: str) -> ReaderRow | None:
        """The reader with this keyed hash (see `person`)."""
        async with self._engine.connect() as db:
            return await self._reader(db, person)

    async def note(self, address: Address, last_day: int, about: Callable[[Json], Json]) -> None:
        """Stores what is known about a reader: `about` makes it from what was known before."""
        person = self.person(address)
        async with self._engine.begin() as db:
            known = await self._locked(db, address, last_day)
            sealed = await self._sealer.seal(known.owner, person, about(known.about))
            changed = update(READER).where(READER.c.person == person)
            await db.execute(changed.values(sealed=sealed, last_day=last_day))

    async def add(self, address: Address, reference: str, entry: Json, last_day: int) -> bool:
        """Adds nothing to a chat that has the reference already, or of nobody: returns False."""
        key = self.reference(address, reference)
        async with self._engine.begin() as db:
            reader = await self._reader(db, self.person(address), lock=True)
            if reader is None:
                return False
            there = select(ENTRY.c.number).where(ENTRY.c.reference == key)
            if (await db.execute(there)).first() is not None:
                return False
            sealed = await self._sealer.seal(reader.owner, key, entry)
            row = {"person": reader.person, "reference": key, "sealed": sealed}
            await db.execute(insert(ENTRY).values(last_day=last_day, **row))
        return True

    async def of(self, address: Address, reference: str | None = None) -> list[EntryRow]:
        """One row or all, oldest first. Rows that can no longer be read are left out."""
        async with self._engine.connect() as db:
            reader = await self._reader(db, self.person(address))
            if reader is None:
                return []
            key = None if reference is None else self.reference(address, reference)
            return await self._entries(db, reader, key)

    async def put(self, address: Address, reference: str, entry: Json) -> None:
        """Replaces an entry that says nothing less than before: its old keys stay."""
        key = self.reference(address, reference)
        async with self._engine.begin() as db:
            reader = await self._reader(db, self.person(address), lock=True)
            if reader is not None:
                sealed = await self._sealer.seal(reader.owner, key, entry)
                changed = update(ENTRY).where(ENTRY.c.reference == key)
                await db.execute(changed.values(sealed=sealed))

    async def leave(self, address: Address, change: Change) -> bool:
        """Keeps only what `change` returns of the rows; None changes nothing.

        Unreadable rows go too: nobody can ever read them. Returns False where nothing changed.
        """
        return await self._tasks.finish(self._leave(self.person(address), change))

    async def forget(self, address: Address) -> None:
        """Deletes a person's rows, and destroys their keys."""
        person = self.person(address)
        whose = READER.c.person == person, ENTRY.c.person == person
        await self._tasks.finish(self._delete_readers(*whose))

    async def forget_all(self) -> None:
        """Deletes everybody's rows, and destroys their keys."""
        await self._tasks.finish(self._delete_readers(true(), true()))

    async def readers(self) -> list[Json]:
        """What is known about each reader, as far as it can be read."""
        async with self._engine.connect() as db:
            rows = (await db.execute(select(READER))).all()
        opened = [
            await self._sealer.unseal_or_none(row.owner, row.person, row.sealed) for row in rows
        ]
        return [one for one in opened if one is not None]

    async def counted(self, names: Collection[str] | None) -> Mapping[str, int]:
        """How many rows of each table there are: of these keyed hashes, or in all (None)."""
        found = {}
        async with self._engine.connect() as db:
            for table in META.sorted_tables:
                if names is not None and "person" not in table.c:
                    continue
                whose = true() if names is None else table.c.person.in_(names)
                count = select(func.count()).select_from(table).where(whose)
                found[table.name] = int((await db.execute(count)).scalar_one())
        return found

    async def delete_old(self, today: int) -> None:
        """Deletes what was kept until a day before `today`, and destroys its keys."""
        old = ENTRY.c.last_day < today
        async with self._engine.connect() as db:
            people = (await db.execute(select(ENTRY.c.person).where(old).distinct())).scalars()
            found = people.all()
        for person in found:
            kept: Change = lambda rows: [row for row in rows if row.last_day >= today]  # noqa: E731
            await self._tasks.finish(self._leave(person, kept))
        await self._tasks.finish(self._delete_readers(READER.c.last_day < today))

    async def destroy_outdated(self) -> None:
        """Destroys the keys that a change or a crash left behind."""
        async with self._engine.connect() as db:
            owners = (await db.execute(select(OUTDATED.c.owner))).scalars().all()
        for owner in owners:
            await self._sealer.destroy(owner)
            async with self._engine.begin() as db:
                await db.execute(delete(OUTDATED).where(OUTDATED.c.owner == owner))

    async def _leave(self, person: str, change: Change) -> bool:
        async with self._engine.begin() as db:
            reader = await self._reader(db, person, lock=True)
            if reader is None:
                return False
            left = change(await self._entries(db, reader))
            if left is None:
                return False
            await self._seal_anew(db, reader, self._sealer.new_owner(person), left)
            await db.execute(insert(OUTDATED).values(owner=reader.owner))
        await self.destroy_outdated()
        return True

    async def _seal_anew(
        self, db: AsyncConnection, reader: ReaderRow, owner: str, left: Sequence[EntryRow]
    ) -> None:
        """Seals what stays under a new owner, and deletes the other entries."""
        of_person = ENTRY.c.person == reader.person
        staying = [row.number for row in left]
        await db.execute(delete(ENTRY).where(of_person, ENTRY.c.number.not_in(staying)))
        for row in left:
            sealed = await self._sealer.seal(owner, row.reference, row.entry)
            changed = update(ENTRY).where(ENTRY.c.number == row.number)
            await db.execute(changed.values(sealed=sealed))
        about = await self._sealer.seal(owner, reader.person, reader.about)
        changed = update(READER).where(READER.c.person == reader.person)
        await db.execute(changed.values(owner=owner, sealed=about))

    async def _delete_readers(
        self, which: ColumnElement[bool], entries: ColumnElement[bool] | None = None
    ) -> None:
        """Deletes readers with their chats. `entries` go too, also those that have no reader."""
        async with self._engine.begin() as db:
            wanted = select(READER.c.person, READER.c.owner).where(which).with_for_update()
            rows = (await db.execute(wanted)).all()
            people = [row.person for row in rows]
            going = ENTRY.c.person.in_(people)
            await db.execute(delete(ENTRY).where(going if entries is None else going | entries))
            await db.execute(delete(READER).where(READER.c.person.in_(people)))
            if rows:
                await db.execute(insert(OUTDATED), [{"owner": row.owner} for row in rows])
        await self.destroy_outdated()

    async def _locked(self, db: AsyncConnection, address: Address, last_day: int) -> ReaderRow:
        """The reader's row, locked until the transaction ends. Made where there is none."""
        person = self.person(address)
        found = await self._reader(db, person, lock=True)
        if found is not None:
            return found
        # A row that can no longer be read is in the way of a new one.
        await db.execute(delete(READER).where(READER.c.person == person))
        await db.execute(delete(ENTRY).where(ENTRY.c.person == person))
        about: Json = {"workspace": address.workspace, "user": address.user}
        new = ReaderRow(person, self._sealer.new_owner(person), about, last_day)
        sealed = await self._sealer.seal(new.owner, person, about)
        row = {"person": person, "owner": new.owner, "sealed": sealed, "last_day": last_day}
        try:
            async with db.begin_nested():
                await db.execute(insert(READER).values(row))
        except IntegrityError:
            # Another process stored this person first.
            return await self._locked(db, address, last_day)
        return new

    async def _reader(
        self, db: AsyncConnection, person: str, *, lock: bool = False
    ) -> ReaderRow | None:
        wanted = select(READER).where(READER.c.person == person)
        row = (await db.execute(wanted.with_for_update() if lock else wanted)).first()
        if row is None:
            return None
        about = await self._sealer.unseal_or_none(row.owner, person, row.sealed)
        return None if about is None else ReaderRow(person, row.owner, about, row.last_day)

    async def _entries(
        self, db: AsyncConnection, reader: ReaderRow, key: str | None = None
    ) -> list[EntryRow]:
        wanted = select(ENTRY).where(ENTRY.c.person == reader.person).order_by(ENTRY.c.number)
        if key is not None:
            wanted = wanted.where(ENTRY.c.reference == key)
        tried = [
            (row, await self._sealer.unseal_or_none(reader.owner, row.reference, row.sealed))
            for row in (await db.execute(wanted)).all()
        ]
        return [
            EntryRow(row.number, row.reference, entry, row.last_day)
            for row, entry in tried
            if entry is not None
        ]
