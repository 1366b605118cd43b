"""What the attacks on the page of guest coaches look at: who is inside, and what was counted."""

from __future__ import annotations

from bot.metrics import METRICS
from tests.adapters.mail.page.opened import Shown


def refused() -> int:
    line = next(one for one in METRICS.exposed().decode().splitlines() if 'kind="refused"' in one)
    return int(float(line.rpartition(" ")[2]))


def is_inside(shown: Shown) -> bool:
    return "You are here as" in shown.text
