"""The key store: wrapped keys, apart from the data and never backed up together with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import (
    Connection,
    Executable,
    bindparam,
    delete,
    func,
    select,
    update,
)

from storage.keys.key_database import KeyDatabase
from storage.keys.records import (
    DESTROYED,
    ENDINGS,
    EPOCH,
    EpochChangedError,
    Floor,
    KeyCounts,
    Noting,
    OfOwners,
    Permit,
    WrappedKey,
)
from storage.keys.statements import (
    KEYS,
    THIS_KEY,
    all_of,
    each,
    epoch_of,
    floors_of,
    ids_of,
    keys_of,
    sorted_out,
    withdrawals,
)
from storage.keys.tables import (
    SEALING,
    VERSION_FACT,
    about,
    data_key,
    floor,
    forgotten,
    withdrawn,
)
from storage.trouble import RefusedError

AT_ONCE = 500


class KeyStore(KeyDatabase):
    """The statements of a key store. Each method is one durable transaction.

    Call it off the event loop. `noting` is told of each ending before it is committed.
    """

    noting: Noting | None = None

    def about(self) -> dict[str, bytes]:
        """Returns the facts by name, empty when it is new. Call it first; it changes nothing.

        Raises RefusedError when a newer Handrail wrote the store, or when it may not be opened.
        """
        return self.facts()

    def facts(self) -> dict[str, bytes]:
        """Returns every fact about the store by name; empty when it is new."""
        with self._transaction() as db:
            return self._facts(db)

    def bring_up_to_date(self) -> None:
        """Gives it the tables of this version: all of them, or it stays as it was."""
        with self._transaction(turning=True) as db:
            self._make_tables(db)

    def record_fact(self, name: str, value: bytes) -> None:
        """Writes a fact about the store. An existing fact of this name stays as it is."""
        with self._transaction() as db:
            insert = self._insert(about).values(name=name, value=value)
            db.execute(insert.on_conflict_do_nothing())

    def begin(self, facts: Mapping[str, bytes]) -> None:
        """Makes the tables, or brings them up to date, and writes these facts.

        Raises RefusedError when another process began this store in the meantime.
        """
        with self._transaction(turning=True) as db:
            if self.shared and EPOCH in self._facts(db):
                raise RefusedError(
                    "Another process has just begun this key store, with an epoch of its own. "
                    "Give this one the same epoch file, then start again."
                )
            self._make_tables(db)
            self._set_facts(db, facts)

    def add(self, key: WrappedKey, epoch: int) -> WrappedKey:
        """Keeps `key`, or returns the one that this owner and month already seal with.

        Raises EpochChangedError when another epoch than the one that wrapped it is in force.
        """
        with self._transaction() as db:
            if (now := epoch_of(db)) != epoch:
                raise EpochChangedError(now)
            insert = self._insert(data_key).values(
                id=key.id, owner=key.owner, month=key.month, wrapped=key.wrapped
            )
            month = [data_key.c.owner, data_key.c.month]
            db.execute(insert.on_conflict_do_nothing(index_elements=month, index_where=SEALING))
            mine = (data_key.c.owner == key.owner, data_key.c.month == key.month, SEALING)
            return keys_of(db, KEYS.where(*mine))[0]

    def of(self, owners: Collection[str]) -> OfOwners:
        """Returns every key and every floor of these owners."""
        wanted, found = list(owners), OfOwners([], [])
        for start in range(0, len(wanted), AT_ONCE):
            some = sorted_out(self._read(all_of(wanted[start : start + AT_ONCE])))
            found.keys.extend(some.keys)
            found.floors.extend(some.floors)
        return found

    def raise_floors(self, new: Collection[Floor], number_of: Callable[[Floor], int]) -> None:
        """Raises these floors. One that is higher already, by `number_of`, stays."""
        insert = self._insert(floor)
        written = insert.on_conflict_do_update(
            index_elements=[floor.c.owner, floor.c.thing],
            set_={"number": insert.excluded.number},
        )
        raised = list[tuple[str, str, str]]()
        with self._transaction() as db:
            for one in new:
                this = (floor.c.owner == one.owner, floor.c.thing == one.thing)
                before = floors_of(db, *this, lock=True)
                if not before or number_of(before[0]) < number_of(one):
                    row = {"owner": one.owner, "thing": one.thing, "number": one.sealed}
                    db.execute(written, row)
                    raised.append((one.owner, one.thing.hex(), one.sealed.hex()))
            if raised:
                self._note(db, floors=raised)

    def all(self) -> list[WrappedKey]:
        """Returns every key of every owner."""
        with self._transaction() as db:
            return keys_of(db, KEYS)

    def counts(self) -> KeyCounts:
        """Counts what is in the store now."""
        retired = func.coalesce(func.sum(data_key.c.retired), 0)
        owners = func.count(data_key.c.owner.distinct())
        with self._transaction() as db:
            found = db.execute(select(owners, func.count(), retired).select_from(data_key)).one()
        return KeyCounts(*map(int, found))

    def epoch(self) -> int:
        """Returns the number of the epoch in force. Waits for a turn that is under way."""
        with self._transaction() as db:
            return epoch_of(db)

    def turn(
        self,
        facts: Mapping[str, bytes],
        rewrap: Callable[[WrappedKey], bytes],
        permit: Permit | None = None,
    ) -> int:
        """Rewraps every key and writes these facts at once; returns how many keys.

        `permit` gets the processes that use the key store now, and raises to stop the turn. Raises
        EpochChangedError when the epoch before the one in `facts` is not in force.
        """
        with self._transaction(turning=True) as db:
            if (now := epoch_of(db)) + 1 != int(facts[EPOCH]):
                raise EpochChangedError(now)
            if permit is not None:
                permit(self._processes(db))
            keys = keys_of(db, KEYS)
            self._rewrite(db, {key.id: rewrap(key) for key in keys})
            self._set_facts(db, facts)
            db.execute(delete(about).where(about.c.name == DESTROYED))
        return len(keys)

    def divide(
        self,
        epoch: int,
        facts: Mapping[str, bytes],
        rewrap: Callable[[WrappedKey], bytes],
        permit: Permit,
    ) -> None:
        """Rewraps every key and writes these facts at once, within one and the same epoch.

        Raises EpochChangedError when another epoch is in force, and what `permit` raises.
        """
        with self._transaction(turning=True) as db:
            if (now := epoch_of(db)) != epoch:
                raise EpochChangedError(now)
            permit(self._processes(db))
            self._rewrite(db, {key.id: rewrap(key) for key in keys_of(db, KEYS)})
            self._set_facts(db, facts)

    def retire(self, owner: str) -> None:
        """Retires the keys of `owner`: they open what they sealed, and seal no more."""
        with self._transaction() as db:
            db.execute(update(data_key).where(data_key.c.owner == owner).values(retired=1))

    def owners_of_retired_keys(self) -> set[str]:
        """Returns the owners that have retired keys."""
        owners = select(data_key.c.owner).where(data_key.c.retired == 1).distinct()
        with self._transaction() as db:
            return set(db.execute(owners).scalars())

    def retire_unused(self, owner: str, in_use: Collection[bytes]) -> None:
        """Retires every key of `owner` but those whose id is in `in_use`."""
        with self._transaction() as db:
            unused = ids_of(db, in_use, data_key.c.owner == owner)
            each(db, update(data_key).where(THIS_KEY, SEALING).values(retired=1), unused)

    def destroy_unused(self, owner: str, in_use: Collection[bytes]) -> int:
        """Destroys the retired keys of `owner` whose id is not in `in_use`; returns how many."""
        with self._transaction() as db:
            unused = ids_of(db, in_use, data_key.c.owner == owner, data_key.c.retired == 1)
            each(db, delete(data_key).where(THIS_KEY), unused)
            if unused:
                self._set_facts(db, {DESTROYED: b"1"})
                self._note(db, keys=[one["key_id"].hex() for one in unused])
        return len(unused)

    def destroy_keys(self, ids: Collection[bytes]) -> None:
        """Destroys these keys, whoever they belong to."""
        with self._transaction() as db:
            each(db, delete(data_key).where(THIS_KEY), [{"key_id": key_id} for key_id in ids])

    def destroy(self, owner: str) -> None:
        """Destroys every key of `owner`; remembers that the rows must follow."""
        with self._transaction() as db:
            for table in (data_key, floor):
                db.execute(delete(table).where(table.c.owner == owner))
            db.execute(self._insert(forgotten).values(owner=owner).on_conflict_do_nothing())
            self._set_facts(db, {DESTROYED: b"1"})
            self._note(db, erased=[owner])

    def forgotten(self) -> set[str]:
        """Returns the owners whose keys are destroyed, and whose rows may be left."""
        with self._transaction() as db:
            return set(db.execute(select(forgotten.c.owner)).scalars())

    def erased(self, owner: str) -> None:
        """Takes `owner` off that list: the rows are gone."""
        with self._transaction() as db:
            db.execute(delete(forgotten).where(forgotten.c.owner == owner))

    def withdraw(self, chain: str, purpose: str, at: str) -> None:
        """Remembers a withdrawal; `at` is its time, sealed, as hexadecimal text."""
        with self._transaction() as db:
            insert = self._insert(withdrawn).values(chain=chain, purpose=purpose, at=at)
            keys = [withdrawn.c.chain, withdrawn.c.purpose]
            db.execute(insert.on_conflict_do_update(index_elements=keys, set_={"at": at}))
            self._note(db, withdrawn=[(chain, purpose, at)])

    def withdrawn(self) -> list[tuple[str, str, str]]:
        """Returns chain, purpose and sealed time of each withdrawal, sorted."""
        with self._transaction() as db:
            return sorted(withdrawals(db))

    def forget_withdrawals(self, chains: Collection[str]) -> None:
        """Removes the withdrawals of these chains."""
        with self._transaction() as db:
            these = delete(withdrawn).where(withdrawn.c.chain == bindparam("of_chain"))
            each(db, these, [{"of_chain": chain} for chain in chains])

    def _facts(self, db: Connection) -> dict[str, bytes]:
        if not self._has_tables(db):
            return {}
        facts = select(about.c.name, about.c.value).where(about.c.name != VERSION_FACT)
        return dict(db.execute(facts).all())

    def _note(self, db: Connection, **ended: object) -> None:
        """Counts an ending, last in its transaction: so it locks the count only briefly."""
        if self.noting is not None:
            count = select(about.c.value).where(about.c.name == ENDINGS).with_for_update()
            self._set_facts(db, {ENDINGS: self.noting(db.execute(count).scalar(), ended)})

    def _set_facts(self, db: Connection, facts: Mapping[str, bytes]) -> None:
        insert = self._insert(about)
        written = insert.on_conflict_do_update(
            index_elements=[about.c.name], set_={"value": insert.excluded.value}
        )
        each(db, written, [{"name": name, "value": value} for name, value in facts.items()])

    def _read(self, query: Executable) -> list[tuple[Any, ...]]:
        with self._transaction() as db:
            return [tuple(row) for row in db.execute(query)]

    def _rewrite(self, db: Connection, wrapped: Mapping[bytes, bytes]) -> None:
        """Writes the newly wrapped keys, by id."""
        new = update(data_key).where(THIS_KEY).values(wrapped=bindparam("anew"))
        each(db, new, [{"key_id": key_id, "anew": anew} for key_id, anew in wrapped.items()])
