"""The checks of `handrail doctor` and their sentences: numbers, times and paths, and nothing
about a person.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.operator import Examination, Finding, Standing
from bot.observing.built import built
from bot.ports import KeyDesk, Store
from bot.upkeep.ledger_audit import audit

LATE = timedelta(minutes=15)
# The sweep runs every quarter of an hour.
SWEPT_WITHIN = timedelta(minutes=30)
EPOCH_AGE = timedelta(days=90)
LATELY = timedelta(days=7)
LEAST_FREE = 512 * 1024 * 1024
OTHERS = 0o077
MOST_TOLD = 3

Look = Callable[[], Awaitable[Finding]]


async def examine(
    store: Store, keys: KeyDesk, standing: Callable[[], Awaitable[Standing]], now: datetime
) -> Examination:
    """Runs every check, one after the other, and changes nothing. Never raises."""
    due, ring, ground = Due(store, now), Ring(keys, now), Ground(standing)
    intact = Intact(store)
    looks: Sequence[tuple[str, Look]] = (
        ("version", _version),
        ("retention", due.retention),
        ("halt", due.halt),
        ("deliveries due", due.overdue),
        ("deliveries claimed", due.claimed),
        ("deliveries set aside", due.set_aside),
        ("rows", intact.rows),
        ("ledger", intact.ledger),
        ("keys", ring.readable),
        ("retired keys", ring.retired),
        ("epoch", ring.age),
        ("turns", ring.turns),
        ("data folder", ground.folder),
        ("files", ground.files),
        ("disk", ground.disk),
        ("schema", ground.schema),
    )
    return Examination(tuple([await _look(name, look) for name, look in looks]))


async def _version() -> Finding:
    return Finding("version", True, f"Handrail {built()}.")


async def _look(name: str, look: Look) -> Finding:
    try:
        return await look()
    except Exception as problem:
        return Finding(name, False, f"This could not be looked at ({type(problem).__name__}).")


@dataclass(frozen=True, slots=True)
class Due:
    """Checks of the work that is due by `now` (UTC)."""

    store: Store
    now: datetime

    async def retention(self) -> Finding:
        async with self.store.transaction() as tx:
            behind = await tx.behind(self.now)
        if not behind.things:
            return Finding("retention", True, "Nothing is kept past its end.")
        things = _count(behind.things, "thing")
        if behind.since is not None and self.now - behind.since <= SWEPT_WITHIN:
            return Finding("retention", True, f"{things} just reached the end; the sweep is due.")
        since = f" since {moment(behind.since)}" if behind.since else ""
        return Finding(
            "retention", False, f"{things} kept past the end{since}: the sweep is behind."
        )

    async def halt(self) -> Finding:
        async with self.store.transaction() as tx:
            halt = await tx.halt()
        if halt is None or not halt.in_force:
            return Finding("halt", True, "Messages leave by themselves.")
        because = f" ({halt.because})" if halt.because else ""
        return Finding(
            "halt",
            False,
            f"{halt.halted_by} halted everything on {moment(halt.halted_at)}{because}: nothing "
            "leaves by itself until `handrail resume`.",
        )

    async def overdue(self) -> Finding:
        async with self.store.transaction() as tx:
            due = await tx.next_due()
        if due is None:
            return Finding("deliveries due", True, "Nothing is planned.")
        if self.now - due <= LATE:
            return Finding("deliveries due", True, f"The next one is due {moment(due)}.")
        return Finding(
            "deliveries due",
            False,
            f"The earliest was due {moment(due)} and is still planned. Is Handrail running?",
        )

    async def claimed(self) -> Finding:
        """Reports claims that are older than `LATE`. Younger ones are being sent right now."""
        async with self.store.transaction() as tx:
            claimed = await tx.claimed()
        left = [d for d in claimed if d.claimed_at is None or self.now - d.claimed_at > LATE]
        if not left:
            return Finding("deliveries claimed", True, "None was begun and left unsettled.")
        begun = _count(len(left), "delivery", "deliveries")
        return Finding(
            "deliveries claimed", False, f"{begun} begun and never settled; a restart settles them."
        )

    async def set_aside(self) -> Finding:
        """Reports deliveries that failed for good. The log has their kind and reason."""
        async with self.store.transaction() as tx:
            ended = await tx.set_aside(self.now - LATELY)
        if not ended:
            return Finding("deliveries set aside", True, "None in the last week.")
        told = _count(ended, "delivery", "deliveries")
        return Finding(
            "deliveries set aside",
            False,
            f"{told} of the last week could not be delivered; the log says why.",
        )


@dataclass(frozen=True, slots=True)
class Intact:
    """Checks that nobody without the keys has written to the database."""

    store: Store

    async def rows(self) -> Finding:
        """Reports the tables with rows that do not fit their seal, or are from before a stop."""
        async with self.store.transaction() as tx:
            refused = await tx.refused_rows()
        if not refused:
            return Finding("rows", True, "Every row is as Handrail wrote it.")
        each = ", ".join(f"{count} of {table}" for table, count in sorted(refused.items()))
        return Finding(
            "rows", False, f"Rows that Handrail did not leave so, and does not use: {each}."
        )

    async def ledger(self) -> Finding:
        report = await audit(self.store)
        if not report.flaws:
            return Finding("ledger", True, f"Every chain is intact ({report.chains}).")
        chains = _count(len({flaw.chain for flaw in report.flaws}), "chain")
        return Finding(
            "ledger",
            False,
            f"{chains} damaged, so nothing leaves for them; `handrail ledger verify` shows where.",
        )


@dataclass(frozen=True, slots=True)
class Ring:
    """Checks of the keys."""

    keys: KeyDesk
    now: datetime

    async def readable(self) -> Finding:
        unreadable = await self.keys.check()
        total = _count((await self.keys.status()).data_keys, "data key")
        if not unreadable:
            return Finding("keys", True, f"Every one can be opened ({total}).")
        return Finding("keys", False, f"{unreadable} of {total} cannot be opened.")

    async def retired(self) -> Finding:
        retired = (await self.keys.status()).retired_data_keys
        if not retired:
            return Finding("retired keys", True, "None is left over.")
        left = _count(retired, "retired data key")
        return Finding(
            "retired keys", False, f"{left} left over; the next sweep destroys what nothing needs."
        )

    async def age(self) -> Finding:
        status = await self.keys.status()
        days = max(0, (self.now - status.turned_at).days)
        says = f"Epoch {status.epoch} is {_count(days, 'day')} old"
        if self.now - status.turned_at <= EPOCH_AGE:
            return Finding("epoch", True, f"{says}.")
        return Finding("epoch", False, f"{says}; `handrail keys turn` begins a new one.")

    async def turns(self) -> Finding:
        """Reports if the epoch must be turned. Until then copies of the key store undo an erase."""
        status = await self.keys.status()
        if status.by_hand and status.with_older:
            older = f"{status.with_older} of {_count(status.processes, 'process', 'processes')}"
            return Finding(
                "turns",
                False,
                f"{older} can read an epoch before {status.epoch}: destroy its file everywhere.",
            )
        if status.by_hand and status.wanted:
            ready = f"{status.with_next} of {_count(status.processes, 'process', 'processes')}"
            return Finding(
                "turns",
                False,
                f"Keys were destroyed since the last turn. `handrail keys new` makes epoch "
                f"{status.epoch + 1}, which {ready} can read now; then `handrail keys turn`.",
            )
        if status.wanted:
            return Finding("turns", True, "Keys were destroyed; the next turn comes by itself.")
        return Finding("turns", True, "No key was destroyed since the last one.")


@dataclass(frozen=True, slots=True)
class Ground:
    """Checks of the data folder, the disk and the schema."""

    standing: Callable[[], Awaitable[Standing]]

    async def folder(self) -> Finding:
        mode = (await self.standing()).mode
        if not mode & OTHERS:
            return Finding("data folder", True, f"Only its owner can enter it ({mode:04o}).")
        return Finding(
            "data folder", False, f"Others can enter it ({mode:04o}); chmod 0700 closes it."
        )

    async def files(self) -> Finding:
        """Reports keys and other files that somebody else on the machine can open."""
        loose = (await self.standing()).loose
        if not loose:
            return Finding("files", True, "Nobody else can open the keys or the data.")
        more = f", and {len(loose) - MOST_TOLD} more" if len(loose) > MOST_TOLD else ""
        typed = ", ".join(f"`{command}`" for command in loose[:MOST_TOLD])
        return Finding("files", False, f"Others can open keys or data: type {typed}{more}.")

    async def disk(self) -> Finding:
        free = (await self.standing()).free_bytes
        ok = free >= LEAST_FREE
        says = f"{free / 1024**3:.1f} GiB free for the data folder"
        return Finding("disk", ok, f"{says}." if ok else f"{says}: it will soon be full.")

    async def schema(self) -> Finding:
        if (await self.standing()).schema_matches:
            return Finding("schema", True, "The database fits this version.")
        return Finding("schema", False, "The database does not fit this version of Handrail.")


def moment(at: datetime) -> str:
    """Shows an instant to the minute, in UTC."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
