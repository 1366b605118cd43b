"""Runs the lines of `handrail doctor`: numbers, times and paths, and nothing about a person."""

from __future__ import annotations

from bot.domain.operator import Examination
from bot.upkeep.checks.line import LookedAt
from bot.upkeep.checks.lines import LINES


async def examine(installed: LookedAt) -> Examination:
    """Runs every check, one after the other, and changes nothing. Never raises."""
    return Examination(tuple([await line.found(installed) for line in LINES]))
