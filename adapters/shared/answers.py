"""What becomes of answers on every platform: one more try as plain text, and a count of failures.

An answer stands in no outbox, so nobody else would notice that it was not shown.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from bot.metrics import METRICS
from bot.ports import NotSent, Outcome, Sent, Unknown

# A platform refused how the answer is drawn (`outcomes` of each platform has these words).
NOT_DRAWN = frozenset({"not_drawable", "too_long", "too_large", "refused"})
# The longest plain text, in characters, that every platform takes.
MOST_PLAIN = 3_000

log = structlog.get_logger()


async def or_plainly(outcome: Outcome, say: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """Says an answer once more as plain text (`say`) if the platform refused how it was drawn."""
    if not isinstance(outcome, NotSent) or outcome.retry_after is not None:
        return outcome
    if outcome.reason not in NOT_DRAWN:
        return outcome
    log.warning("answer_said_plainly", reason=outcome.reason)
    return await say()


class AnswersShown:
    """Counts the answers of one platform that could not be shown.

    `fail` is True from the first that the platform did not take until the next one that is shown.
    An answer that was refused for good fails too, but it is about one person and not the platform.
    """

    def __init__(self, platform: str) -> None:
        self._platform = platform
        self.fail = False

    def note(self, outcome: Outcome) -> None:
        match outcome:
            case Sent():
                self.fail = False
                return
            case Unknown() | NotSent(_, timedelta()):
                self.fail = True
        METRICS.failed("answer")
        log.warning("answer_not_shown", platform=self._platform, reason=outcome.reason)

    def broke(self, problem: Exception) -> None:
        """Notes an answer that an error of ours kept back."""
        METRICS.failed("answer")
        log.error("answer_failed", error=type(problem).__name__)
