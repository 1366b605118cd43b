"""Each part of the benchmark works: it runs in a tiny size, and says what it measured.

Nothing is judged here. What starts processes of its own is tried in `make test-long`, the slowest
in `make simulate`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.figures import Figure, markdown, read, written
from tests.benchmarks.parts import PARTS, measured
from tests.benchmarks.road import whole_house
from tests.benchmarks.scale import TINY
from tests.by_hand import some_by_hand

# These start servers, workers or houses as processes of their own.
WITH_PROCESSES = ("teams", "memory", "slack", "workers", "start", "sweep")
HERE = [name for name in PARTS if name not in WITH_PROCESSES]


@pytest.mark.parametrize("part", HERE)
def test_a_part_runs_in_a_tiny_size(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_house, "log_as_in_production", lambda: None)
    figures = measured(part, "sqlite", TINY)
    assert figures
    assert {one.part for one in figures} == {part}
    assert all(one.least <= one.median <= one.most for one in figures)
    assert [one.what for one in figures if one.target], "a part without a target judges nothing"


@pytest.mark.long
@pytest.mark.parametrize("part", some_by_hand(WITH_PROCESSES, here=2))
def test_a_part_with_processes_runs_in_a_tiny_size(
    part: str, capfd: pytest.CaptureFixture[str]
) -> None:
    main([part, "--tiny"])
    told = capfd.readouterr().out
    assert "it failed" not in told
    assert PARTS[part].about in told


def test_every_row_of_a_table_says_its_spread_and_whether_it_is_reached() -> None:
    well = Figure("a", "sqlite", "times", 3.14159, 2.5, 4.0, "", "at least 3")
    missed = Figure(
        "b", "postgresql", "each", 1234.5, 1234.5, 1234.5, "ms", "at most 2", well=False
    )
    told = Figure("c", "sqlite", "a second", 0.01234, 0.01, 0.02)
    assert read(written([well, missed, told])) == [well, missed, told]
    assert markdown([well, missed, told]).splitlines()[2:] == [
        "| a | sqlite | times | 3.14 (2.5 to 4) | at least 3 | reached |",
        "| b | postgresql | each | 1,234 ms | at most 2 | **not reached** |",
        "| c | sqlite | a second | 0.0123 (0.01 to 0.02) |  |  |",
    ]


def test_a_part_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["chek-ins"])
    assert "no part chek-ins" in capsys.readouterr().err


def test_the_page_names_every_part() -> None:
    page = Path("docs/performance.md").read_text(encoding="utf-8")
    assert [name for name in PARTS if f"`{name}`" not in page] == []
