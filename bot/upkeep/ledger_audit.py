"""Reads the whole ledger, and reports entries that are not as they were appended. It names nobody.

A whole database that was put back to an older state, with its heads and its tally, is found by
what the keys remember. With keys of the same time put back it cannot be found.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.ledger import WHOLE, Damage, Flaw, Tally, flaws, rolled_back, whole_flaws
from bot.ports import Store, Transaction

AT_ONCE = 50
MOST_FLAWS = 1000


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """The number of chains and entries read, and the first thousand flaws found."""

    chains: int
    entries: int
    flaws: tuple[Flaw, ...]


async def audit(store: Store) -> LedgerReport:
    """Checks every chain and the whole ledger, while Handrail runs.

    It uses short transactions with a page of chains each, so memory does not grow with the ledger.
    """
    chains, entries, found = 0, 0, list[Flaw]()
    last: str | None = None
    while True:
        async with store.transaction() as tx:
            # Read the tally first: it keeps others from appending between a head and its entries.
            tally = await tx.tally()
            page = await tx.chains(last, AT_ONCE)
            for chain in page:
                read, wrong = await _examine(tx, chain, tally)
                entries += read
                found += wrong[: MOST_FLAWS - len(found)]
        chains += len(page)
        if len(page) < AT_ONCE:
            break
        last = page[-1]
    async with store.transaction() as tx:
        found += whole_flaws(await tx.tally(), await tx.counted())
        if await tx.is_older_copy():
            found.append(Flaw(WHOLE, None, Damage.OLDER_COPY))
    return LedgerReport(chains, entries, tuple(found))


async def _examine(tx: Transaction, chain: str, tally: Tally | None) -> tuple[int, list[Flaw]]:
    head = await tx.head(chain)
    try:
        ledger = await tx.entries(chain)
    except ValueError:
        return 0, [Flaw(chain, None, Damage.UNREADABLE)]
    return len(ledger), flaws(ledger, head) + rolled_back(head, tally)
