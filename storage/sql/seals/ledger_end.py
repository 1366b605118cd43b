"""SQL that compares the end of the ledger with what the keys remember of it."""

from __future__ import annotations

from storage.keys.last_seen import NewestHead
from storage.sql.ledger import SqlLedger
from storage.sql.schema import ledger_head


class SqlLedgerEnd(SqlLedger):
    async def is_older_copy(self) -> bool:
        """Asks the keys first: what is appended meanwhile only makes the ledger newer."""
        if await self._w.keys.has_older_copy():
            return True
        kept = await self._w.keys.newest_head()
        tally = await self.tally()
        if kept is None or tally is None or not tally.sound or tally.entries > kept.entries:
            return False
        head = await self._head(kept.chain)
        goes_on = head is not None and head.hash == kept.hash
        return tally.entries < kept.entries or not goes_on

    async def end_of_ledger(self) -> NewestHead | None:
        """The end of the ledger as the database has it; None where it has no sound one."""
        tally = await self.tally()
        if tally is None or not tally.sound or not tally.entries:
            return None
        newest = self._w.select(ledger_head).order_by(ledger_head.c.number.desc()).limit(1)
        row = await self._w.first(newest)
        head = None if row is None else await self._head(row.chain)
        return None if head is None else NewestHead(tally.entries, head.chain, head.hash)
