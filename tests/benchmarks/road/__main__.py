"""`python -m tests.benchmarks.road check-ins answers --clients 300 --rounds 5`.

`--database sqlite` measures one database; `--markdown` prints the table as the documents have it.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import warnings
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, Reporter, load, markdown
from tests.benchmarks.road import answers, check_ins
from tests.benchmarks.road.population import populated
from tests.benchmarks.road.server import databases
from tests.benchmarks.road.whole_house import log_as_in_production

PARTS = {"check-ins": check_ins.measure, "answers": answers.measure}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.road")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS])
    parser.add_argument("--clients", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), nargs="+")
    parser.add_argument("--markdown", action="store_true")
    wanted = parser.parse_args()
    figures: list[Figure] = []
    print(load())
    for kind in wanted.database or ("sqlite", "postgresql"):
        for part in wanted.parts or PARTS:
            print(f"{part}, {wanted.clients:,} clients, {wanted.rounds} rounds", flush=True)
            figures += measured(part, kind, wanted.clients, wanted.rounds)
    print(load())
    if wanted.markdown:
        print(markdown(figures))
    return any(not one.well for one in figures)


def measured(part: str, kind: str, clients: int, rounds: int) -> list[Figure]:
    log_as_in_production()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="hr-bench-")))
        made = stack.enter_context(databases()) if kind == "postgresql" else None
        report = Reporter(part, kind, [])

        async def run() -> None:
            population = await populated(folder / "data", clients, made)
            await PARTS[part](population, rounds, report)

        asyncio.run(run())
    return report.made


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
