"""Checks of the work: what is due, what was begun, what is past its end, who listens."""

from __future__ import annotations

from datetime import timedelta

from bot.upkeep.checks.line import Found, LookedAt, count, moment

LATE = timedelta(minutes=15)
# The sweep runs every quarter of an hour.
SWEPT_WITHIN = timedelta(minutes=30)
LATELY = timedelta(days=7)


async def retention(installed: LookedAt) -> Found:
    async with installed.store.transaction() as tx:
        behind = await tx.behind(installed.now)
    if not behind.things:
        return True, "Nothing is kept past its end."
    if behind.since is not None and installed.now - behind.since <= SWEPT_WITHIN:
        return True, "Some things just reached their end; the sweep is due."
    since = f" since {moment(behind.since)}" if behind.since else ""
    return False, f"Some things are kept past their end{since}: the sweep is behind."


async def halt(installed: LookedAt) -> Found:
    async with installed.store.transaction() as tx:
        found = await tx.halt()
    if found is None or not found.in_force:
        return True, "Messages leave by themselves."
    because = f" ({found.because})" if found.because else ""
    when = moment(found.halted_at)
    return False, f"{found.halted_by} halted everything on {when}{because}."


async def overdue(installed: LookedAt) -> Found:
    async with installed.store.transaction() as tx:
        due = await tx.next_due()
    if due is None:
        return True, "Nothing is planned."
    if installed.now - due <= LATE:
        return True, f"The next one is due {moment(due)}."
    return False, f"The earliest was due {moment(due)} and is still planned."


async def claimed(installed: LookedAt) -> Found:
    """Reports claims that are older than `LATE`. Younger ones are being sent right now."""
    async with installed.store.transaction() as tx:
        found = await tx.claimed()
    if not any(one.claimed_at is None or installed.now - one.claimed_at > LATE for one in found):
        return True, "None was begun and left unsettled."
    return False, "Some were begun and never settled."


async def set_aside(installed: LookedAt) -> Found:
    """Reports deliveries that failed for good. The log has their kind and reason."""
    async with installed.store.transaction() as tx:
        ended = await tx.set_aside(installed.now - LATELY)
    if not ended:
        return True, "None in the last week."
    return False, "Some of the last week could not be delivered."


async def queue(installed: LookedAt) -> Found:
    if installed.outside.listening is None:
        return True, "One process does it all, without a queue."
    workers = await installed.outside.listening()
    if workers:
        return True, f"{count(workers, 'worker')} listening."
    return False, "No worker listens to the queue, so nothing leaves by itself."
