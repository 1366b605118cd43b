"""What the commands say where they are interrupted or misused, and what the doctor says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import typer

from bot.commands.progress import INTERRUPTED, Shown, progress, waiting
from bot.ports import KeyStatus
from bot.run.recovery import recovery_of
from bot.settings import Settings
from bot.upkeep.backup import last_made, look_at_backup
from storage import RefusedError
from tests.backups.installed import PUBLIC

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
WELL = KeyStatus(3, NOW, "file", backed_up_at=NOW - timedelta(hours=8), kept_apart=True, owed=False)
TOLD = [
    (WELL, True, "The last backup is of 2026-03-02 01:00 UTC."),
    (replace(WELL, backed_up_at=NOW - timedelta(days=3)), False, "Run `handrail backup`."),
    (replace(WELL, backed_up_at=None), False, "No backup was made."),
    (replace(WELL, kept_apart=False), False, "HANDRAIL_RECOVERY is not set any more"),
    (replace(WELL, owed=True), False, "cannot be written"),
    (replace(WELL, owed=True, copy_of_another=True), False, "is not of this Handrail"),
]


@pytest.mark.parametrize(("keys", "well", "sentence"), TOLD)
def test_the_doctor_says_how_old_the_last_backup_is(
    keys: KeyStatus, well: bool, sentence: str
) -> None:
    found = look_at_backup(keys, NOW)
    assert found.ok is well
    assert sentence in found.sentence
    assert last_made(keys) == keys.backed_up_at


def _in_a_step(shown: Shown) -> None:
    shown("copying tables", 0, 3)
    raise KeyboardInterrupt


def _in_a_block() -> None:
    with progress("Interrupted. Repeat it.") as shown:
        _in_a_step(shown)


def _while_waiting() -> None:
    waiting("turning", "Interrupted. Repeat it.", lambda: _in_a_step(Shown(None)))


@pytest.mark.parametrize("command", [_in_a_block, _while_waiting])
def test_an_interrupted_command_ends_with_its_sentence(
    command: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended:
        command()
    assert ended.value.exit_code == INTERRUPTED
    assert capsys.readouterr().err.splitlines() == ["copying tables …", "Interrupted. Repeat it."]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"recovery": "elsewhere"}, "Set HANDRAIL_RECOVERY"),
        ({"recovery_key": PUBLIC}, "Set HANDRAIL_RECOVERY"),
        ({"recovery": "data/recovery", "recovery_key": PUBLIC}, "one lost disk takes both"),
        ({"recovery": "elsewhere", "recovery_key": PUBLIC[:-2]}, "a character is wrong"),
    ],
)
def test_half_a_recovery_folder_is_refused(given: dict[str, str], sentence: str) -> None:
    settings = Settings.model_validate(given)
    with pytest.raises(RefusedError, match=sentence):
        recovery_of(settings)


def test_without_a_recovery_folder_a_start_goes_on() -> None:
    assert recovery_of(Settings.model_validate({})) is None
