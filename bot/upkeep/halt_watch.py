"""Notices a halt of the organisation in each process: a line in the log for each change, a figure.

It only tells. That nothing leaves is decided where a message is judged (`bot.delivery.halting`).
"""

from __future__ import annotations

import structlog

from bot.domain.halting.halt import Halt
from bot.metrics import METRICS
from bot.ports import Store

# A look reads one row. An operator who has halted reads within two seconds that it is known.
HALT_SECONDS = 1.0

log = structlog.get_logger()


class HaltWatch:
    """Looks at the halt of this organisation."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def look(self) -> None:
        """Looks once; call it every HALT_SECONDS. Never raises: what was known stays.

        A database that is away is told by what watches the sending, and not once a second.
        """
        try:
            async with self._store.transaction() as tx:
                halt = await tx.halt()
        except Exception:
            return
        note_halt(halt)


def note_halt(halt: Halt | None) -> None:
    """Shows in the figures whether everything is halted, and logs each change once a process."""
    is_halted = halt is not None and halt.in_force
    if halt is not None and is_halted is not METRICS.is_halted:
        if is_halted:
            at = halt.halted_at.isoformat(timespec="seconds")
            log.warning("halted", at=at, by=halt.halted_by, because=halt.because)
        else:
            log.warning("resumed")
    METRICS.halted(is_halted)
