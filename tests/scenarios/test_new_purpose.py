"""A purpose is added by its row, its handler or composer, and its sentences, and nothing else.

The test makes the edits in a copy of the product, so that no product code knows of them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.new_purpose import edits

ROOT = Path(__file__).parents[2]
PLAY = "tests.scenarios.new_purpose.play"


def copied(to: Path, leave_out: tuple[str, str] | None = None) -> Path:
    shutil.copytree(ROOT / "bot", to / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    edits.apply(to, leave_out)
    return to


def run(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs Python where `bot` is the copy, and everything else is the repository's."""
    path = os.pathsep.join([str(copy), str(ROOT)])
    return subprocess.run(
        [sys.executable, *words],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    done = run(copied(tmp_path_factory.mktemp("walks")), "-m", PLAY)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_it_is_asked_in_its_own_sentence_and_given(played: dict[str, Any]) -> None:
    assert "[ ] Walks" in played["switches"]
    assert "May I suggest a short walk in your hours, until" in played["asked"]
    assert "Walks" in played["given"]


def test_the_receipt_shows_it(played: dict[str, Any]) -> None:
    assert "Walks: on since" in played["receipt"]["chat"]
    (given,) = played["receipt"]["file"]
    assert given["consent_state"] == "dpv:ConsentGiven"
    assert given["pii_information"] == ["address in the chat", "times"]
    assert given["description"].startswith("May I suggest a short walk")
    (after,) = played["receipt_after"]["file"]
    assert after["consent_state"] == "dpv:ConsentWithdrawn"


def test_what_it_covers_arrives_while_it_is_allowed(played: dict[str, Any]) -> None:
    assert played["arrived"] == "walk-hello"
    assert played["walks"] == 1


def test_withdrawn_it_is_unplanned_and_the_gate_withholds(played: dict[str, Any]) -> None:
    assert "Walks" in played["withdrawn"]
    assert played["planned_before"] == ["sent", "planned"]
    assert played["planned_after"] == ["sent"]
    assert played["gate"] == [{"state": "withheld", "reason": "no_consent"}]


def test_every_language_names_it(played: dict[str, Any]) -> None:
    assert set(played["worded"].values()) == {"Walks"}


def test_the_files_that_a_new_purpose_touches() -> None:
    """Two Python files for a switch alone, four with a kind of delivery of its own."""
    code = [name for name in edits.EDITS if name.endswith(".py")]
    assert code == [
        "bot/domain/purposes.py",
        "bot/handlers/switches.py",
        "bot/domain/delivery.py",
        "bot/delivery/kinds.py",
    ]
    assert len([name for name in edits.EDITS if name.endswith("consent.ftl")]) == 7
    assert len([name for name in edits.EDITS if name.endswith("held.ftl")]) == 7
    assert len(edits.EDITS) == 18


@pytest.mark.parametrize(
    ("left_out", "refusal"),
    [
        (edits.ROW, "no row for walks"),
        (edits.SWITCH, "no row for walks"),
        (edits.KIND_ROW, "no row for walk"),
    ],
)
def test_the_import_refuses_a_purpose_without_one_of_its_rows(
    left_out: tuple[str, str], refusal: str, tmp_path: Path
) -> None:
    done = run(copied(tmp_path, left_out), "-c", "import bot.run.bot")
    assert done.returncode != 0
    assert refusal in done.stderr
