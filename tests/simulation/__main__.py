"""`make simulate` plays many histories; with `SEED=…` it plays, shortens and prints one."""

from __future__ import annotations

import argparse
import sys
import time

from tests.quiet import quietly
from tests.simulation.history import Plan, play
from tests.simulation.many import SHORT, Sum, play_until
from tests.simulation.shrinking import shrunk, told

YEARS = 10_000.0
TWO_HOURS = 7_200.0


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    asked.add_argument(
        "seed", nargs="?", type=int, help="play and print the one history of this seed"
    )
    asked.add_argument("--kind", default="memory", choices=("memory", "sqlite", "postgresql"))
    asked.add_argument("--years", type=float, default=YEARS, help="how many client-years to play")
    asked.add_argument("--first", type=int, default=1, help="the first seed of many")
    asked.add_argument("--seconds", type=float, default=TWO_HOURS, help="stop after so long")
    chosen = asked.parse_args()
    quietly()
    if chosen.seed is not None:
        return _one(chosen.seed, chosen.kind)
    began = time.monotonic()
    total = play_until(chosen.years, chosen.first, chosen.seconds, _so_far)
    print("\n".join(total.lines(time.monotonic() - began)))
    for failed in total.failed[:3]:
        print("\n" + told(shrunk(failed)))
    return 1 if total.failed else 0


def _so_far(total: Sum) -> None:
    broke = f"; broke a rule: {total.broke()}" if total.failed else ""
    print(f"{total.histories.total()} histories, {total.years:.0f} client-years{broke}", flush=True)


def _one(seed: int, kind: str) -> int:
    length = 40 if kind == "memory" else SHORT
    outcome = play(Plan(seed, kind, length))
    if outcome.problems:
        outcome = shrunk(outcome)
    print(told(outcome))
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
