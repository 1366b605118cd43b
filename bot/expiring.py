"""A grant that has run out says so in the ledger, so that the ledger tells the whole story."""

from __future__ import annotations

from datetime import datetime

from bot.domain.consent import Act, Entry, Purpose, Terms, extend, latest
from bot.ports import Transaction


async def expire(tx: Transaction, chain: str, now: datetime) -> int:
    """Appends an `expired` entry for each grant of `chain` whose `until` has passed by `now` (UTC).

    It carries the wording that was read when the grant was given. Returns how many there were;
    safe to repeat.
    """
    ledger = list(await tx.ledger(chain))
    over = [entry for purpose in Purpose if (entry := _run_out(ledger, purpose, now))]
    for given in over:
        terms = Terms(given.readers, given.kept_until) if given.readers else None
        wording = given.wording
        entry = extend(ledger, chain, Act.EXPIRED, given.purpose, wording, now, terms=terms)
        await tx.append(entry)
        ledger.append(entry)
    return len(over)


def _run_out(ledger: list[Entry], purpose: Purpose, now: datetime) -> Entry | None:
    entry = latest(ledger, purpose)
    if entry is None or entry.act is not Act.GIVEN or entry.until is None:
        return None
    return entry if entry.until <= now else None
