"""`make test`: runs lint, types and import contracts beside the tests, with one result for all.

A check beside the tests writes to a file. Its whole output is shown if it failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO

# Each is a target of the Makefile.
BESIDE = ("lint", "types", "imports")
# Four processes more than there are cores: many tests wait for a browser, a process or a database.
PROCESSES = str(min(6, (os.cpu_count() or 1) + 4))
NOT_LONG = ("-m", "not long", "-n", PROCESSES, "--dist", "worksteal")
TESTS: tuple[str, ...] = (sys.executable, "-m", "pytest", *NOT_LONG)


@dataclass
class Check:
    """A target of the Makefile that runs by itself; `output` collects what it writes."""

    name: str
    process: subprocess.Popen[bytes]
    output: IO[bytes]

    def passed(self) -> bool:
        """Waits for its end. Shows its output if it failed."""
        if self.process.wait() == 0:
            return True
        self.output.seek(0)
        print(f"\n=== {self.name} ===\n{self.output.read().decode(errors='replace')}", flush=True)
        return False


@contextmanager
def begun(name: str) -> Iterator[Check]:
    """Runs the target until the block ends."""
    command = ["make", "--no-print-directory", name]
    with (
        tempfile.TemporaryFile() as output,
        subprocess.Popen(command, stdout=output, stderr=output) as process,
    ):
        try:
            yield Check(name, process, output)
        finally:
            process.terminate()


def main(arguments: list[str]) -> int:
    """Returns 0 if everything passed. `arguments` are for pytest."""
    began = time.monotonic()
    with ExitStack() as stack:
        checks = [stack.enter_context(begun(name)) for name in BESIDE]
        tests = subprocess.run([*TESTS, *arguments], check=False).returncode == 0
        results = {"tests": tests} | {check.name: check.passed() for check in checks}
    failed = [name for name, passed in results.items() if not passed]
    took = f"{time.monotonic() - began:.0f} s"
    if failed:
        print(f"\nmake test: FAILED in {took}: {', '.join(failed)}")
    else:
        print(f"\nmake test: passed in {took}: {', '.join(results)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
