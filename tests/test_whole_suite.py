"""`make test` runs its checks beside the tests, and one result counts all of them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests import whole_suite

MAKEFILE = "lint:\n\t@echo three faults; exit {lint}\ntypes:\n\t@true\nimports:\n\t@true\n"


@pytest.mark.parametrize(
    ("lint", "tests", "told"),
    [
        (0, 0, "make test: passed: tests, lint, types, imports"),
        (1, 0, "make test: FAILED: lint"),
        (0, 1, "make test: FAILED: tests"),
        (1, 1, "make test: FAILED: tests, lint"),
    ],
)
def test_whatever_fails_fails_the_command_and_is_named(
    lint: int,
    tests: int,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "Makefile").write_text(MAKEFILE.format(lint=lint))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(whole_suite, "TESTS", (sys.executable, "-c", f"exit({tests})"))
    assert whole_suite.main([]) == (1 if lint or tests else 0)
    said = capsys.readouterr().out
    assert re.sub(r" in \d+ s:", ":", said.strip().splitlines()[-1]) == told
    assert ("three faults" in said) == bool(lint)


def test_what_stands_beside_the_tests_is_in_the_makefile() -> None:
    makefile = (Path(__file__).parents[1] / "Makefile").read_text("utf-8")
    assert all(f"\n{name}: " in makefile for name in whole_suite.BESIDE)
