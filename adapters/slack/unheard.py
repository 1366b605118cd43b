"""The one rule for what Slack signed and the bot does not take: it is counted, and logged.

Neither the number nor the line says who it was, where, or what they wrote.
"""

from __future__ import annotations

from typing import get_args

import structlog

from adapters.slack.inbound.arrivals import Ignored, Unheard
from bot.metrics import METRICS

REASONS: tuple[str, ...] = get_args(Unheard)

log = structlog.get_logger()


def unheard(why: Unheard, field: str = "") -> None:
    """`field` is the name of a field that could not be read; it is a fixed word of ours."""
    METRICS.unheard(why)
    log.warning("slack_unheard", why=why, **({"field": field} if field else {}))


def ignore(arrival: Ignored) -> None:
    """Leaves a trace of what is ignored, unless nobody did anything."""
    match arrival.why:
        case "own" | "not_edited" | "twin":
            pass
        case why:
            unheard(why)
