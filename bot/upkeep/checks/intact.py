"""Checks that nobody without the keys has written to the database, and of the keys themselves."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.ledger import Damage
from bot.upkeep.backup import look_at_backup
from bot.upkeep.checks.line import Found, LookedAt, count, days, of_finding
from bot.upkeep.ledger_audit import audit

EPOCH_AGE = timedelta(days=90)
ONLY_THE_PAGE = {"local"}


async def rows(installed: LookedAt) -> Found:
    """Reports the tables with rows that do not fit their seal, or are from before a stop."""
    async with installed.store.transaction() as tx:
        refused = await tx.refused_rows()
    if not refused:
        return True, "Every row is as Handrail wrote it."
    return (
        False,
        f"Rows that Handrail did not leave so, and does not use: {', '.join(sorted(refused))}.",
    )


async def ledger(installed: LookedAt) -> Found:
    report = await audit(installed.store)
    if not report.flaws:
        return True, "Every chain is intact."
    if all(flaw.what is Damage.OLDER_COPY for flaw in report.flaws):
        return False, "The ledger is an older copy than the one that was saved last."
    return False, "Some of it is damaged, so nothing leaves for those chains."


async def readable(installed: LookedAt) -> Found:
    if not await installed.keys.check():
        return True, "Every one can be opened."
    return False, "Some cannot be opened."


async def retired(installed: LookedAt) -> Found:
    if not (await installed.keys.status()).left_over:
        return True, "None is left over."
    return False, "Some are left over."


async def epoch_age(installed: LookedAt) -> Found:
    status = await installed.keys.status()
    age = installed.now - status.turned_at
    return age <= EPOCH_AGE, f"Epoch {status.epoch} is {days(age)} old."


async def turns(installed: LookedAt) -> Found:
    """Reports if the epoch must be turned. Until then copies of the key store undo an erase."""
    status = await installed.keys.status()
    every = count(status.processes, "process", "processes")
    if status.by_hand and status.with_older:
        older = f"{status.with_older} of {every}"
        return False, (
            f"{older} can read an epoch before {status.epoch}: destroy its file everywhere."
        )
    if status.by_hand and status.wanted:
        return False, (
            f"Keys were destroyed since the last turn. `handrail keys new` makes epoch "
            f"{status.epoch + 1}, which {status.with_next} of {every} can read now; then "
            "`handrail keys turn`."
        )
    if status.wanted:
        return True, "Keys were destroyed; the next turn comes by itself."
    return True, "No key was destroyed since the last one."


async def backup(installed: LookedAt) -> Found:
    if installed.present == ONLY_THE_PAGE:
        return True, "Only the local page is here, which nobody has to back up."
    found = look_at_backup(await installed.keys.status(), installed.now)
    return of_finding(found)
