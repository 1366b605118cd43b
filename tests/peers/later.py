"""Runs `handrail` with a clock that a test moves: `python -m tests.peers.later FILE serve`.

FILE holds the seconds by which the clock is ahead. All else is the real command.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from adapters.local.clock import MovableClock
from bot.__main__ import main
from bot.run.assemble import MachineClock


def _ahead(now: Callable[[Any], datetime], file: Path) -> Callable[[Any], datetime]:
    def later(clock: object) -> datetime:
        return now(clock) + timedelta(seconds=float(file.read_text(encoding="ascii")))

    return later


if __name__ == "__main__":
    moved = Path(sys.argv.pop(1))
    for kind in (MachineClock, MovableClock):
        setattr(kind, "now", _ahead(kind.now, moved))  # noqa: B010
    main()
