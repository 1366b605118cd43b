"""SQL for the ledger's heads and tally. Each has a keyed hash that nobody else can make.

They are written last in a transaction. The tally's row is then the last one to be locked, so
two transactions never wait for each other in a circle.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, and_, func, select, union

from bot.domain.consent import Entry
from bot.domain.ledger import Counted, Head, Tally, continues
from bot.domain.words import Words
from bot.ports import DamagedError
from storage.keys.derived import Use
from storage.sql.port import SqlPort
from storage.sql.schema import ledger, ledger_head, ledger_tally
from storage.sql.sealed_rows.entries import read_entry
from storage.sql.unit_of_work import UnitOfWork

AT_ONCE = 500


class SqlLedger(SqlPort):
    def __init__(self, work: UnitOfWork) -> None:
        super().__init__(work)
        self._waiting: list[Entry] = []

    def appended(self, entry: Entry) -> None:
        """Notes that `entry` waits for `write_heads`."""
        self._waiting.append(entry)

    async def write_heads(self) -> None:
        """Brings the heads and the tally up to the appended entries.

        A head or tally that somebody changed stays as it is. An entry is counted even if its head
        is not sound, and without a sound tally nothing is written. Otherwise an attacker could
        spoil one for a while, put it back, and remove an entry unseen.
        """
        entries, self._waiting = self._waiting, []
        tally = await self._tally(for_writing=True) if entries else None
        if tally is None or not tally.sound:
            return
        chains = tally.chains
        for number, entry in enumerate(entries, start=tally.entries + 1):
            head = await self._head(entry.chain)
            if continues(head, entry):
                chains += head is None
                await self._save_head(Head(entry.chain, entry.seq, entry.hash, number))
        await self._save_tally(Tally(chains, tally.entries + len(entries)))

    async def write_all_heads(self) -> None:
        """Makes the heads and the tally of the entries that are there, if there is no tally yet."""
        if await self._tally() is not None:
            return
        last: str | None = None
        entries = (await self.counted()).entries
        while page := await self.chains(last, AT_ONCE):
            for row in await self._w.all(self._ends_of(page)):
                end = read_entry(self._w, row)
                await self._save_head(Head(end.chain, end.seq, end.hash, entries))
            last = page[-1]
        await self._save_tally(await self.counted())

    async def chains(self, after: str | None, limit: int) -> Sequence[str]:
        await self.write_heads()
        either = union(*(self._names(table, after, limit) for table in (ledger, ledger_head)))
        names = either.subquery()
        rows = await self._w.all(select(names.c.chain).order_by(names.c.chain).limit(limit))
        return [row.chain for row in rows]

    async def head(self, chain: str) -> Head | None:
        await self.write_heads()
        return await self._head(chain)

    async def tally(self) -> Tally | None:
        await self.write_heads()
        return await self._tally()

    async def counted(self) -> Counted:
        await self.write_heads()
        heads, entries = (
            select(func.count()).select_from(table).where(self._mine(table)).scalar_subquery()
            for table in (ledger_head, ledger)
        )
        row = await self._w.first(select(heads.label("heads"), entries.label("entries")))
        return Counted(row.heads, row.entries) if row else Counted(0, 0)

    async def _head(self, chain: str) -> Head | None:
        row = await self._w.first(self._w.select(ledger_head, ledger_head.c.chain == chain))
        if row is None:
            return None
        head = Head(row.chain, row.seq, self._end_hash(row), row.number)
        return replace(head, sound=self._fits(row.seal, self._head_seal(head)))

    def _end_hash(self, row: Row[Any]) -> str:
        """Opens the hash of the last entry. What does not open is no hash, and fits no seal."""
        try:
            sealed = bytes.fromhex(row.hash)
            return self._w.keys.unseal_lasting(
                Use.LEDGER_ENTRIES, _head_place(row.chain, row.seq), sealed
            ).text
        except (DamagedError, ValueError, TypeError):
            return str(row.hash)

    async def _save_head(self, head: Head) -> None:
        place = _head_place(head.chain, head.seq)
        sealed = self._w.keys.seal_lasting(Use.LEDGER_ENTRIES, place, Words(head.hash))
        row = {"chain": head.chain, "seq": head.seq, "hash": sealed.hex(), "number": head.number}
        await self._w.save(ledger_head, {**row, "seal": self._head_seal(head)})

    async def _tally(self, *, for_writing: bool = False) -> Tally | None:
        query = self._w.select(ledger_tally).with_for_update(read=not for_writing)
        row = await self._w.first(query)
        if row is None:
            return None
        sound = self._fits(row.seal, self._tally_seal(row.chains, row.entries))
        return Tally(row.chains, row.entries, sound)

    async def _save_tally(self, tally: Tally | Counted) -> None:
        seal = self._tally_seal(tally.chains, tally.entries)
        row = {"chains": tally.chains, "entries": tally.entries, "seal": seal}
        await self._w.save(ledger_tally, row)

    def _tally_seal(self, chains: int, entries: int) -> str:
        return self._keyed("ledger.tally", chains, entries)

    def _head_seal(self, head: Head) -> str:
        return self._keyed("ledger.head", head.chain, head.seq, head.hash, head.number)

    def _keyed(self, purpose: str, *facts: object) -> str:
        # A changed value may be of any type; its keyed hash then does not fit.
        text = json.dumps(facts, default=repr)
        return self._w.keys.keyed_hash(purpose, text, use=Use.LEDGER_SEALS)

    def _fits(self, found: object, seal: str) -> bool:
        return hmac.compare_digest(str(found).encode(), seal.encode())

    def _names(self, table: Table, after: str | None, limit: int) -> Select[Any]:
        names = select(table.c.chain).distinct().where(self._mine(table))
        if after is not None:
            names = names.where(table.c.chain > after)
        first = names.order_by(table.c.chain).limit(limit).subquery()
        return select(first.c.chain)

    def _ends_of(self, chains: Sequence[str]) -> Select[Any]:
        """Selects the last entry of each chain."""
        mine = (self._mine(ledger), ledger.c.chain.in_(chains))
        ends = select(ledger.c.chain, func.max(ledger.c.seq).label("seq")).where(*mine)
        end = ends.group_by(ledger.c.chain).subquery()
        these = and_(end.c.chain == ledger.c.chain, end.c.seq == ledger.c.seq)
        return select(ledger).join(end, these).where(*mine)

    def _mine(self, table: Table) -> ColumnElement[bool]:
        return table.c.organisation == self._w.organisation


def _head_place(chain: object, seq: object) -> str:
    return json.dumps(["ledger_head.hash", chain, seq], default=repr)


async def plausible(asked: Awaitable[Sequence[Row[Any]]]) -> Sequence[Row[Any]]:
    """Awaits the rows. Raises ValueError for a value that nobody saved (SQLite takes any type)."""
    try:
        rows = await asked
    except (ValueError, AttributeError):
        raise ValueError("an entry of the ledger cannot be read") from None
    if not all(_plausible(row) for row in rows):
        raise ValueError("an entry of the ledger cannot be read")
    return rows


def _plausible(row: Row[Any]) -> bool:
    return isinstance(row.seq, int) and bytes not in map(type, row)
