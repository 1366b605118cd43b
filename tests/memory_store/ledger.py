"""The ledger as a whole, in memory: there is nobody to tamper with it, so it is always sound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.consent import Entry
from bot.domain.ledger import Counted, Head, Tally
from tests.memory_store.tables import Memory


class MemoryLedger(Memory):
    async def chains(self, after: str | None, limit: int) -> Sequence[str]:
        return sorted(c for c in self._t.ledgers if after is None or c > after)[:limit]

    async def entries(self, chain: str) -> Sequence[Entry]:
        return self._t.ledgers.get(chain, ())

    async def refused_rows(self) -> Mapping[str, int]:
        return {}

    async def head(self, chain: str) -> Head | None:
        ledger = self._t.ledgers.get(chain)
        return Head(chain, ledger[-1].seq, ledger[-1].hash, self._entries()) if ledger else None

    async def tally(self) -> Tally | None:
        return Tally(len(self._t.ledgers), self._entries())

    async def counted(self) -> Counted:
        return Counted(len(self._t.ledgers), self._entries())

    async def is_older_copy(self) -> bool:
        """Memory is never put back."""
        return False

    def _entries(self) -> int:
        return sum(len(ledger) for ledger in self._t.ledgers.values())
