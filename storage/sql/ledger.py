"""SQL for the ledger's heads and tally. Each has a keyed hash that nobody else can make.

They are written last in a transaction. The tally's row is then the last one to be locked, so
two transactions never wait for each other in a circle.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from operator import attrgetter
from typing import Any

import structlog
from sqlalchemy import ColumnElement, Row, Select, Table, and_, func, select, union

from bot.domain.consent import Act, Entry, Purpose, Terms, extend, latest
from bot.domain.ledger import Counted, Head, Tally, continues, flaws
from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import DamagedError
from storage.keys.derived import Use
from storage.keys.last_seen import NewestHead
from storage.sql.columns import EPOCH, microseconds
from storage.sql.port import SqlPort
from storage.sql.reading.rows_of_person import engagement_row_of
from storage.sql.running.ready import Shape, matching
from storage.sql.schema import engagement, ledger, ledger_head, ledger_tally
from storage.sql.sealed_rows.encoded import encoded
from storage.sql.sealed_rows.entries import is_plausible, plausible, read_entry
from storage.sql.unit_of_work import UnitOfWork

AT_ONCE = 500
# seq, hash, number and seal of the chain's head.
HEAD_COLUMNS = 4

log = structlog.get_logger()


class SqlLedger(SqlPort):
    def __init__(self, work: UnitOfWork) -> None:
        super().__init__(work)
        self._waiting: list[Entry] = []
        # The end of the whole ledger, once this transaction has moved it.
        self.newest: NewestHead | None = None

    def appended(self, entry: Entry) -> None:
        """Notes that `entry` waits for `write_heads`."""
        self._waiting.append(entry)
        self._w.memo.note({("ledger.has", entry.chain): True}, (ledger,))

    async def proved(self, chain: str) -> list[Entry]:
        """Returns the entries of a chain, oldest first, if they are as they were appended.

        Raises DamagedError if one was changed, removed, reordered or added.
        """
        try:
            rows = await plausible(self._rows_of_chain(chain))
        except ValueError as why:
            raise _refused(*why.args) from None
        return self._as_appended(chain, rows)

    async def _rows_of_chain(self, chain: str) -> Sequence[Row[Any]]:
        asked = ONE_CHAIN.filled(chain=chain)
        both = (ledger, ledger_head)
        return await self._w.memo.once(("ledger.rows", chain), both, lambda: self._w.every(asked))

    def _as_appended(self, chain: str, rows: Sequence[Row[Any]]) -> list[Entry]:
        if not all(map(is_plausible, rows)):
            raise _refused("an entry of the ledger cannot be read")
        try:
            entries = [read_entry(self._w, row) for row in rows]
        except ValueError as why:
            raise _refused(*why.args) from None
        waiting = {entry.seq for entry in self._waiting if entry.chain == chain}
        written = [entry for entry in entries if entry.seq not in waiting]
        if written and flaws(written, self._head_of(chain, rows[0][-HEAD_COLUMNS:])):
            raise _refused("a chain of the ledger is not as it was appended")
        return entries

    async def withdraw_for_good(self, chain: str, purpose: Purpose, at: datetime) -> None:
        """See `People.withdraw_for_good`."""
        self._w.withdrawals.append((chain, purpose.value, at))
        owner = await self._owner_of_chain(chain)
        await self._w.seals.raise_floor(owner, _withdrawal(chain, purpose), microseconds(at))

    async def missing_withdrawals(
        self, chain: str, entries: Sequence[Entry]
    ) -> list[tuple[Entry, datetime]]:
        """Returns grants of this ledger that the key store knows as withdrawn, and when (UTC)."""
        given = [one for one in map(partial(latest, entries), {e.purpose for e in entries}) if one]
        missing = []
        for grant in sorted(given, key=attrgetter("seq")):
            if grant.act is not Act.GIVEN:
                continue
            owner = await self._owner_of_chain(chain)
            floor = await self._w.seals.floor(owner, _withdrawal(chain, grant.purpose))
            if microseconds(grant.at) < floor:
                missing.append((grant, EPOCH + timedelta(microseconds=floor)))
        return missing

    async def _owner_of_chain(self, chain: str) -> str:
        """Returns the client of an engagement's chain; a coach's own chain has the coach's id."""
        known = self._w.clients.get(chain)
        if known is None:
            row = await engagement_row_of(self._w, chain)
            if row is not None:
                await self._w.seals.behind(engagement, row)
            known = self._w.clients[chain] = row.client_id if row else chain
        return known

    async def write_heads(self) -> None:
        """Brings the heads and the tally up to the appended entries.

        A head or tally that somebody changed stays as it is. An entry is counted even if its head
        is not sound, and without a sound tally nothing is written. Otherwise an attacker could
        spoil one for a while, put it back, and remove an entry unseen.
        """
        entries, self._waiting = self._waiting, []
        if entries:
            self._w.memo.changes(ledger)
        tally = await self._tally(for_writing=True) if entries else None
        if tally is None or not tally.sound:
            return
        before = {chain: await self._head(chain) for chain in {one.chain for one in entries}}
        ends = dict(before)
        for number, entry in enumerate(entries, start=tally.entries + 1):
            if continues(ends[entry.chain], entry):
                ends[entry.chain] = Head(entry.chain, entry.seq, entry.hash, number)
        for chain, end in sorted(ends.items()):
            if end is not None and end is not before[chain]:
                await self._save_head(end)
        chains = tally.chains + sum(before[one] is None and ends[one] is not None for one in ends)
        await self._save_tally(Tally(chains, tally.entries + len(entries)))
        last = entries[-1]
        self.newest = NewestHead(tally.entries + len(entries), last.chain, last.hash)

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
        row = await self._w.first(self._w.where(ledger_head, chain=chain))
        return (
            None if row is None else self._head_of(chain, (row.seq, row.hash, row.number, row.seal))
        )

    def _head_of(self, chain: str, told: Sequence[Any]) -> Head | None:
        seq, own_hash, number, seal = told
        if seal is None:
            return None
        head = Head(chain, seq, self._end_hash(chain, seq, own_hash), number)
        return replace(head, sound=self._fits(seal, self._head_seal(head)))

    def _end_hash(self, chain: object, seq: object, sealed: Any) -> str:
        """Opens the hash of the last entry. What does not open is no hash, and fits no seal."""
        place = _head_place(chain, seq)
        try:
            return self._w.keys.unseal_lasting(
                Use.LEDGER_ENTRIES, place, bytes.fromhex(sealed)
            ).text
        except (DamagedError, ValueError, TypeError):
            return str(sealed)

    async def _save_head(self, head: Head) -> None:
        place = _head_place(head.chain, head.seq)
        sealed = self._w.keys.seal_lasting(Use.LEDGER_ENTRIES, place, Words(head.hash))
        row = {"chain": head.chain, "seq": head.seq, "hash": sealed.hex(), "number": head.number}
        await self._w.save(ledger_head, {**row, "seal": self._head_seal(head)})

    async def _tally(self, *, for_writing: bool = False) -> Tally | None:
        query = self._w.where(ledger_tally, lock=True) if for_writing else TALLY.filled()
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
        return self._w.keys.keyed_hash(purpose, encoded(facts), use=Use.LEDGER_SEALS)

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


def _refused(*why: object) -> DamagedError:
    """What waits for a damaged ledger, such as a stop, looks for this one error."""
    METRICS.failed("keys")
    log.error("ledger_refused")
    return DamagedError(*why)


def entries_with_heads(*mine: ColumnElement[bool]) -> Select[Any]:
    """Selects entries, oldest first in their chain, each with the columns of the chain's head."""
    both = and_(
        ledger.c.organisation == ledger_head.c.organisation, ledger.c.chain == ledger_head.c.chain
    )
    told = [ledger_head.c[name].label(f"head_{name}") for name in ("seq", "hash", "number", "seal")]
    joined = select(ledger, *told).outerjoin(ledger_head, both)
    return joined.where(*mine).order_by(ledger.c.chain, ledger.c.seq)


ONE_CHAIN = Shape(lambda _: entries_with_heads(*matching(ledger, "chain")))
TALLY = Shape(
    lambda _: select(ledger_tally).where(*matching(ledger_tally)).with_for_update(read=True)
)


def _withdrawal(chain: str, purpose: Purpose) -> str:
    return f"{chain}|{purpose.value}"


def withdrawn_again(entries: Sequence[Entry], given: Entry, at: datetime) -> Entry:
    """Makes the withdrawal of this grant anew, at its own time (UTC)."""
    terms = Terms(given.readers, given.kept_until) if given.readers else None
    act, purpose, wording = Act.WITHDRAWN, given.purpose, given.wording
    return extend(entries, given.chain, act, purpose, wording, at, terms=terms)


def _head_place(chain: object, seq: object) -> str:
    return encoded(["ledger_head.hash", chain, seq])
