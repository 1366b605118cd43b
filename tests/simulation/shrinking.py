"""Shortens a failing history: it leaves out steps that are not needed for the failure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.simulation.history import Outcome, Plan, play

Played = Callable[[Plan], Outcome]
MOST_TRIES = 120


def shrunk(failed: Outcome, played: Played = play) -> Outcome:
    """Returns the shortest history found in which a rule breaks, perhaps another rule."""
    best, tries = failed, 0
    size = max(1, failed.plan.length // 2)
    while size and tries < MOST_TRIES:
        found = False
        for first in range(0, best.plan.length, size):
            span = set(range(first, min(first + size, best.plan.length)))
            left_out = frozenset(best.plan.without) | span
            if left_out == frozenset(best.plan.without) or tries >= MOST_TRIES:
                continue
            tries += 1
            outcome = played(replace(best.plan, without=left_out))
            if outcome.problems:
                best, found = outcome, True
        size = size if found and size > 1 else size // 2
    return best


def told(outcome: Outcome) -> str:
    """Tells the history by local times, the rules that broke, and the command to repeat it."""
    plan = outcome.plan
    steps = [n for n in range(plan.length) if n not in plan.without]
    return "\n".join(
        [
            f"seed {plan.seed} on {plan.kind}; steps {steps}",
            *outcome.lines,
            "",
            *(f"broken: {problem}" for problem in outcome.problems),
            f"again: make simulate SEED={plan.seed} KIND={plan.kind}",
        ]
    )
