"""A database brought back from a backup: what was withdrawn since is withdrawn again.

The key store, which is never backed up together with the data, remembers it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.domain.consent import Act, Entry, Purpose, Terms, extend, latest
from storage.sql import SqlTransaction

Withdrawal = tuple[str, str, datetime]


async def withdraw_again(tx: SqlTransaction, withdrawals: Sequence[Withdrawal]) -> int:
    """Appends what the ledger lacks; returns how much. `withdrawals` are sorted by chain."""
    count = 0
    for chain, mine in groupby(withdrawals, key=lambda one: one[0]):
        ledger = list(await tx.ledger(chain))
        for _, purpose, at in mine:
            given = latest(ledger, Purpose(purpose))
            if given is not None and given.act is Act.GIVEN and given.at < at:
                entry = _withdrawn(ledger, given, at)
                await tx.append(entry)
                ledger.append(entry)
                count += 1
    return count


def _withdrawn(ledger: Sequence[Entry], given: Entry, at: datetime) -> Entry:
    terms = Terms(given.readers, given.kept_until) if given.readers else None
    return extend(ledger, given.chain, Act.WITHDRAWN, given.purpose, given.wording, at, terms=terms)
