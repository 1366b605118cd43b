"""Prints how long hearing takes: `python -m tests.hearing.speed`. It asserts nothing.

Times are of the processor, in a fresh process, so that other work on the machine counts little.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial

from tests.hearing.sets import training
from tests.hearing.test_work import FULL, HARD

TODAY = date(2026, 11, 30)


def milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / 1e6


def main() -> None:
    from bot.understand.classifier.weights import load
    from bot.understand.classifier.windows import LINES
    from bot.understand.crisis_phrases import machine
    from bot.understand.distress import hear_distress
    from bot.understand.hearing import hear

    print(f"the classifier is loaded in {milliseconds(lambda: load(LINES)):.1f} ms")
    print(f"the crisis phrases are loaded in {milliseconds(machine):.1f} ms")
    first = milliseconds(lambda: hear("i want to talk", "en", TODAY))
    print(f"the first line after that: {first:.1f} ms (it loads the tables of one language)")
    lines = training(["second_writer", "third_writer"])[::5]
    for line in lines[:50]:
        hear(line.text, line.language, TODAY)
    times = [milliseconds(partial(hear, line.text, line.language, TODAY)) for line in lines]
    print(f"a line, all of hearing: median {statistics.median(times):.2f} ms, of {len(times)}")
    times = [milliseconds(partial(hear_distress, line.text)) for line in lines]
    print(f"a line, distress alone: median {statistics.median(times):.2f} ms")
    for name, text in HARD.items():
        spent = [milliseconds(partial(hear, text[:FULL], "en", TODAY)) for _ in range(3)]
        print(f"{FULL} characters, {name}: first {spent[0]:.1f} ms, then {min(spent[1:]):.1f} ms")


if __name__ == "__main__":
    main()
