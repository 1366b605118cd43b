"""What the doctor says about backups."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.operator import Finding
from bot.ports import KeyStatus

BACKUP = "backup"
OLD = timedelta(days=2)


def last_made(keys: KeyStatus) -> datetime | None:
    """Returns when `handrail backup` last made one (UTC), or None."""
    return keys.backed_up_at


def look_at_backup(keys: KeyStatus, now: datetime) -> Finding:
    """Says how old the last backup is, and whether a lost disk can be restored. `now` is UTC."""
    made = last_made(keys)
    if keys.copy_of_another:
        return Finding(
            BACKUP,
            False,
            "The copy of the keys in HANDRAIL_RECOVERY is not of this Handrail as it is now, and "
            "was left as it is: a lost disk would be final. Was another one restored from it, or "
            "were these keys put back to an older state? `handrail backup` says what to do.",
        )
    if keys.owed:
        return Finding(
            BACKUP,
            False,
            "The recovery folder (HANDRAIL_RECOVERY) cannot be written: a lost disk would lose "
            "what was erased or withdrawn since. Put that right, then run `handrail backup`.",
        )
    if made is None:
        return Finding(
            BACKUP, False, "No backup was made. See docs/backup.md, then run `handrail backup`."
        )
    if not keys.kept_apart:
        return Finding(
            BACKUP,
            False,
            "HANDRAIL_RECOVERY is not set any more: no backup can be restored after a lost disk.",
        )
    age = now - made
    told = f"The last backup is of {made:%Y-%m-%d %H:%M} UTC."
    return Finding(BACKUP, age < OLD, told if age < OLD else f"{told} Run `handrail backup`.")
