"""`python -m tests.benchmarks [part ...]`: what Handrail costs. Without names, every part.

Each part runs in a process of its own. `--list` names them, `--database sqlite` leaves the other
database out, `--markdown` prints the table as docs/performance.md has it. `--clients`, `--rounds`,
`--due`, `--enrolled` and `--many` change how much is measured, and then targets say little.
"""

from __future__ import annotations

import argparse
import faulthandler
import subprocess
import sys
import time
import warnings
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure, load, markdown, read, written
from tests.benchmarks.parts import PARTS, environment, measured
from tests.benchmarks.scale import SQL, TINY, Scale

ROOT = Path(__file__).parents[2]
ALONE = "--in-here"
# A part that takes longer stands still. It says where, and the next one begins.
PATIENCE, TELLS_WHERE = 900, 840


def main(arguments: list[str]) -> int:
    parser = _parser()
    wanted = parser.parse_args(arguments)
    unknown = set(wanted.parts) - set(PARTS)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if wanted.list:
        for name, part in PARTS.items():
            print(f"{name:<12}{part.about}")
        return 0
    if wanted.in_here is not None:
        return _in_here(wanted)
    began, first = time.monotonic(), load()
    print(first, flush=True)
    figures = [
        one
        for name in wanted.parts or PARTS
        for kind in PARTS[name].kinds
        if kind in wanted.database or (name in wanted.parts and len(PARTS[name].kinds) == 1)
        for one in _apart(name, kind, arguments)
    ]
    last = load()
    print(f"{last}; {time.monotonic() - began:.0f} s in all")
    if wanted.markdown:
        print(f"\n{first}; at the end {last}\n\n{markdown(figures)}")
    missed = [one.line.strip() for one in figures if not one.well]
    print("\nTargets missed:", *(missed or ["none"]), sep="\n  ")
    return bool(missed)


def _parser() -> argparse.ArgumentParser:
    whole = Scale()
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--database", choices=SQL, nargs="+", default=SQL)
    parser.add_argument("--enrolled", type=int, nargs="+", default=whole.enrolled)
    for name in ("clients", "rounds", "due", "many"):
        parser.add_argument(f"--{name}", type=int, default=getattr(whole, name))
    parser.add_argument(ALONE, nargs=2, metavar=("DATABASE", "FILE"))
    return parser


def _in_here(wanted: argparse.Namespace) -> int:
    faulthandler.dump_traceback_later(TELLS_WHERE)
    (name,), (kind, file) = wanted.parts, wanted.in_here
    changes = {one: getattr(wanted, one) for one in ("clients", "rounds", "due", "many")}
    whole = replace(Scale(), enrolled=tuple(wanted.enrolled), **changes)
    Path(file).write_text(written(measured(name, kind, TINY if wanted.tiny else whole)))
    faulthandler.cancel_dump_traceback_later()
    return 0


def _apart(name: str, kind: str, arguments: list[str]) -> list[Figure]:
    """Runs a part in a process of its own. One that fails is a target missed."""
    print(f"\n{name} ({PARTS[name].about}), {kind}", flush=True)
    began = time.monotonic()
    options = [one for one in arguments if one not in PARTS]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "figures"
        command = [sys.executable, "-m", "tests.benchmarks", name, *options, ALONE, kind, str(file)]
        try:
            ended = subprocess.run(
                command, cwd=ROOT, env=environment(), check=False, timeout=PATIENCE
            )
            failed = ended.returncode != 0
        except subprocess.TimeoutExpired:
            failed = True
        figures = read(file.read_text()) if file.exists() else []
    print(f"  {time.monotonic() - began:.0f} s", flush=True)
    if failed:
        figures.append(Figure(name, kind, "it failed", 1, 1, 1, "", "at most 0", well=False))
    return figures


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main(sys.argv[1:]))
