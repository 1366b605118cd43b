"""A key store as a whole: read at one moment, taken over, and marked with facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import delete, insert, select

from storage.keys.records import DESTROYED, ENDINGS, Contents
from storage.keys.statements import KEYS, each, floors_of, keys_of, withdrawals
from storage.keys.store import KeyStore
from storage.keys.tables import VERSION_FACT, about, data_key, floor, forgotten, withdrawn


class WholeStore(KeyStore):
    """What only a move, a backup and a restore need of a key store."""

    def contents(self) -> Contents:
        """Returns everything in the store, as it is at one moment."""
        with self._transaction() as db:
            owners = db.execute(select(forgotten.c.owner)).scalars()
            keys, floors = frozenset(keys_of(db, KEYS)), frozenset(floors_of(db))
            known = frozenset(owners), frozenset(withdrawals(db))
            return Contents(self._facts(db), keys, *known, floors)

    def is_unused(self) -> bool:
        """True if there is no key and no ending here, and never was one that was counted."""
        found = self.contents()
        return ENDINGS not in found.facts and not (
            found.keys or found.forgotten or found.withdrawn or found.floors
        )

    def take_over(self, contents: Contents, facts: Mapping[str, bytes]) -> None:
        """Writes all of `contents` and these facts, in place of everything that is here."""
        with self._transaction(turning=True) as db:
            self._make_tables(db)
            for table in (data_key, forgotten, withdrawn, floor):
                db.execute(delete(table))
            db.execute(delete(about).where(about.c.name != VERSION_FACT))
            # What they come from is a copy, until the next turn makes it useless.
            self._set_facts(db, {**contents.facts, **facts, DESTROYED: b"1"})
            columns = [column.name for column in data_key.c]
            keys = [{name: getattr(key, name) for name in columns} for key in contents.keys]
            each(db, insert(data_key), keys)
            each(db, insert(forgotten), [{"owner": owner} for owner in contents.forgotten])
            floors = [
                {"owner": one.owner, "thing": one.thing, "number": one.sealed}
                for one in contents.floors
            ]
            each(db, insert(floor), floors)
            names = withdrawn.c.keys()
            rows = [dict(zip(names, row, strict=True)) for row in contents.withdrawn]
            each(db, insert(withdrawn), rows)

    def replace_facts(self, facts: Mapping[str, bytes]) -> None:
        """Writes these facts, in place of those of the same names."""
        with self._transaction() as db:
            self._set_facts(db, facts)

    def change_fact(self, name: str, change: Callable[[bytes | None], bytes | None]) -> None:
        """Writes what `change` makes of a fact. Nothing is written where it makes None.

        `change` gets None where there is no such fact.
        """
        found = select(about.c.value).where(about.c.name == name).with_for_update()
        with self._transaction() as db:
            new = change(db.execute(found).scalar())
            if new is not None:
                self._set_facts(db, {name: new})
