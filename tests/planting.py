"""Plants a different value in every column about one person, by walking the schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Table, Time

from bot.domain.consent import Entry, Wording
from bot.domain.engagement import Engagement
from bot.domain.pause import Pause
from bot.domain.people import Address, Dialogue, Person
from bot.domain.rhythm import Rhythm
from bot.domain.words import Words
from storage.keys.sealed import Sealed, SealedColumn
from storage.sql.approvals import approval_of
from storage.sql.columns import Choice, Names, UtcTime
from storage.sql.person_texts import (
    address_of,
    address_text,
    dialogue_text,
    pause_of_facts,
    pause_text,
)
from storage.sql.rows import names
from storage.sql.schema import engagement, ledger, metadata
from storage.sql.sealed_rows.entries import entry_row
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.sealed_rows.texts import engagement_text, person_text, rhythm_text
from storage.sql.store import SqlTransaction
from storage.sql.stored import ABOUT, COACHS_OWN
from storage.sql.unit_of_work import coach_owner
from tests.things import NOW

Row = dict[str, Any]
# The column that names the person, by table. In a table that is missing here nothing is planted.
OWNER: Mapping[str, str] = {
    "person": "id",
    "engagement": "client_id",
    "invitation": "coach_id",
    "ledger": "chain",
    "rhythm": "owner",
    "answer": "client_id",
    "step": "client_id",
    "share": "client_id",
    "agreed": "client_id",
    "asking": "client_id",
    "note": "client_id",
    "sponsor_line": "client_id",
    "posted": "coach_id",
    "profile": "coach_id",
    "question_set": "coach_id",
    "bring_up": "coach_id",
    "delivery": "to",
    "untidy": "owner",
}


def _person(row: Row) -> Words:
    pause, _ = pause_of_facts(json.loads(row["pause"].text))
    address, told = address_of(row["address"]), (row["language"], row["zone"])
    return person_text(Person(row["id"], address, row["name"], *told, Dialogue(), pause))


def _engagement(row: Row) -> Words:
    told = {name: row[name] for name in (*names(Engagement), "met_at")}
    return engagement_text(Engagement(**told))


def _rhythm(row: Row) -> Words:
    return rhythm_text(Rhythm(**{name: row[name] for name in names(Rhythm)}))


def _entry(row: Row) -> Entry:
    wording = Wording(*(row[f"wording_{name}"] for name in names(Wording)))
    told = {name: row[name] for name in names(Entry) if name != "wording"}
    return Entry(wording=wording, **told)


# What is sealed in `settings`, made of the values that the older columns would have.
SETTINGS: Mapping[str, Callable[[Row], Words]] = {
    "person": _person,
    "engagement": _engagement,
    "rhythm": _rhythm,
}


class Planting:
    """Plants a different value in every column about `who`, whose coach is `coach`."""

    def __init__(self, tx: SqlTransaction, who: str, coach: str) -> None:
        self._tx = tx
        self._who = who
        self._coach = coach
        self._address = Address("local", f"{who}-workspace", f"{who}-user")
        self._count = sum(map(ord, who))
        self.values: dict[str, Row] = {}

    async def plant(self) -> dict[str, Row]:
        for table in metadata.sorted_tables:
            if table not in ABOUT:
                continue
            row: Row = {}
            for column in table.c:
                if column.autoincrement is not True and column.name != "organisation":
                    row[column.key] = self._linked(column) or self._value(column)
            in_clear = dict(row)
            if table is engagement:
                row["met_at"] = row["session_at"] - timedelta(days=7)
            if table.name in SETTINGS:
                row["settings"] = SETTINGS[table.name](row)
                in_clear |= {**LEFT_EMPTY[table.name], "settings": row["settings"]}
            sealed = {name: value for name, value in in_clear.items() if isinstance(value, Words)}
            closed = {name: await self._sealed(table, row, name) for name in sealed}
            if table is ledger:
                in_clear, closed = entry_row(self._tx._w, _entry(row)), {}
            assert await self._tx._w.add(table, in_clear | closed), table.name
            self.values[table.name] = row
        return self.values

    def _linked(self, column: Column[Any]) -> Any:
        table, name = column.table.name, column.key
        if OWNER.get(table) == name:
            return self._who
        if name == "share_id":
            return self._marker("share", "id")
        if (table, name) == ("wrong_code", "person"):
            return self._tx.keyed_hash("guess", self._address.chat_key)
        if (table, name) == ("guest_link", "made_by"):
            return self._tx.keyed_hash("guess", self._address.chat_key)
        if table == "coach_approval" and name == "approval":
            tx = self._tx
            return approval_of(tx._w.keys, tx.coach_reference(self._address))
        if name == "engagement_id":
            return self._marker("engagement", "id")
        if name == "coach_id":
            return self._coach
        return None

    def _value(self, column: Column[Any]) -> Any:
        table, name, kind = column.table.name, column.key, column.type
        self._count += 1
        match kind:
            case Boolean():
                return True
            case Integer():
                return self._count
            case Date():
                return (NOW + timedelta(days=self._count)).date()
            case Time():
                return (NOW + timedelta(minutes=self._count)).time()
            case UtcTime():
                return NOW + timedelta(minutes=self._count)
            case Names():
                return (self._marker(table, name),)
            case Choice():
                return next(iter(kind.options))
            case SealedColumn():
                return self._words(table, name)
        return self._marker(table, name)

    def _words(self, table: str, name: str) -> Words:
        if name == "address":
            return address_text(self._address)
        if name == "dialogue":
            return dialogue_text(Dialogue(self._marker(table, name), None, ()))
        if name == "pause":
            day = (NOW + timedelta(days=self._count)).date()
            return pause_text(Person("", self._address, Words(""), pause=Pause(day)))
        return Words(self._marker(table, name))

    def _marker(self, table: str, column: str) -> str:
        return f"{self._who}-{table}-{column}"

    async def _sealed(self, table: Table, row: Row, name: str) -> Sealed:
        own = table in COACHS_OWN or table.name == "rhythm"
        owner = coach_owner(self._who) if own else self._who
        key = row[list(table.primary_key)[1].name]
        if table.name == "rhythm":
            key = f"{key}|confirmed"
        return await self._tx._w.seal(f"{table.name}.{name}", key, owner, row[name], NOW)
