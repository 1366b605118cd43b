"""`make test`: lint, types and import contracts beside the tests, and one result for all of them.

What runs beside the tests writes to a file, and is shown whole where it failed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import IO

# Each is a target of the Makefile.
BESIDE = ("lint", "types", "imports")
TESTS = (sys.executable, "-m", "pytest", "-n", "auto", "--maxprocesses", "4", "-m", "not long")


@dataclass
class Check:
    """A target of the Makefile that runs by itself; `output` collects what it writes."""

    name: str
    process: subprocess.Popen[bytes]
    output: IO[bytes]

    def passed(self) -> bool:
        """Waits for its end, and shows its output where it failed."""
        if self.process.wait() == 0:
            return True
        self.output.seek(0)
        print(f"\n=== {self.name} ===\n{self.output.read().decode(errors='replace')}", flush=True)
        return False


def begun(name: str) -> Check:
    output = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
    command = ["make", "--no-print-directory", name]
    return Check(name, subprocess.Popen(command, stdout=output, stderr=output), output)


def main(arguments: list[str]) -> int:
    """Returns 0 where everything passed. `arguments` are for pytest."""
    began = time.monotonic()
    checks = [begun(name) for name in BESIDE]
    try:
        tests = subprocess.run([*TESTS, *arguments], check=False).returncode == 0
        results = {"tests": tests} | {check.name: check.passed() for check in checks}
    finally:
        for check in checks:
            check.process.terminate()
    failed = [name for name, passed in results.items() if not passed]
    took = f"{time.monotonic() - began:.0f} s"
    if failed:
        print(f"\nmake test: FAILED in {took}: {', '.join(failed)}")
    else:
        print(f"\nmake test: passed in {took}: {', '.join(results)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
