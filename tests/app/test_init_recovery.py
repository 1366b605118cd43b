"""`handrail init` makes the recovery key once, and its secret half lies in one file alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.init.environment_file import read_environment
from bot.commands.init.recovering import SECRET_HALF
from storage.keys.recovery.recovery_key import new_recovery_key, public_half
from tests.app.test_init import environment_of, init, state_of

KEYS = '[keys]\nrecovery = "{0}/elsewhere"\n'


@pytest.fixture(autouse=True)
def _beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    assert not (tmp_path / "elsewhere").exists(), "a start makes the folder, not this command"


def test_a_recovery_folder_gets_a_key_and_a_repeat_makes_no_other(tmp_path: Path) -> None:
    folder, answers = tmp_path / "setup", KEYS.format(tmp_path)
    done = init(folder, answers)
    assert done.exit_code == 0, done.output
    found = environment_of(folder)
    assert found["HANDRAIL_RECOVERY"] == f"{tmp_path}/elsewhere"
    secret = (folder / SECRET_HALF).read_text().strip()
    assert (folder / SECRET_HALF).stat().st_mode & 0o777 == 0o600
    assert found["HANDRAIL_RECOVERY_KEY"] == public_half(secret)
    holding = [name for name, content in state_of(folder).items() if secret.encode() in content]
    assert holding == [SECRET_HALF]
    assert secret not in done.output
    assert SECRET_HALF in (folder / "checklist.md").read_text()
    (folder / SECRET_HALF).unlink()  # It was taken away, as the checklist says.
    before = state_of(folder)
    for again in (init(folder, answers), init(folder, None, typed="\n" * 30)):
        assert again.exit_code == 0, again.output
        assert state_of(folder) == before


def test_a_public_half_that_is_there_is_taken(tmp_path: Path) -> None:
    public = new_recovery_key()[1]
    answers = KEYS.format(tmp_path) + f'recovery_key = "{public}"\n'
    assert init(tmp_path / "setup", answers).exit_code == 0
    found = read_environment(tmp_path / "setup" / "handrail.env")
    assert found["HANDRAIL_RECOVERY_KEY"] == public
    assert not (tmp_path / "setup" / SECRET_HALF).exists()


def test_a_secret_half_that_still_lies_there_is_the_keys(tmp_path: Path) -> None:
    folder, (secret, public) = tmp_path / "setup", new_recovery_key()
    folder.mkdir()
    half = folder / SECRET_HALF
    half.write_text("zebra")
    refused = init(folder, KEYS.format(tmp_path))
    assert (refused.exit_code, "zebra" in refused.output) == (1, False)
    half.write_text(f"{secret}\n")
    done = init(folder, KEYS.format(tmp_path))
    assert done.exit_code == 0, done.output
    assert environment_of(folder)["HANDRAIL_RECOVERY_KEY"] == public
    assert half.read_text() == f"{secret}\n"


def test_the_secret_half_is_written_before_the_key_is_named(tmp_path: Path) -> None:
    done = init(tmp_path / "setup", KEYS.format(tmp_path))
    written = [line for line in done.output.splitlines() if line.startswith("Written")]
    assert written[0].endswith(SECRET_HALF)


def test_a_dry_run_writes_no_key(tmp_path: Path) -> None:
    done = init(tmp_path / "setup", KEYS.format(tmp_path), "--dry-run")
    assert (done.exit_code, (tmp_path / "setup").exists()) == (0, False)
    assert f"{SECRET_HALF}: new" in done.output


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ('recovery = "data/inside"\n', "in the data folder"),
        ('recovery = "apart"\nrecovery_key = "zebra"\n', "HANDRAIL_RECOVERY_KEY"),
        ('recovery = "apart"\nrecovery_key = "handrail-recovery-public-a"\n', "a character is"),
        (f'recovery_key = "{new_recovery_key()[1]}"\n', "Set HANDRAIL_RECOVERY (a folder"),
    ],
    ids=["within the data", "no key", "half a key", "a key alone"],
)
def test_a_recovery_that_cannot_be_right_is_told(keys: str, told: str, tmp_path: Path) -> None:
    done = init(tmp_path / "setup", f'data = "data"\n[keys]\n{keys}')
    assert done.exit_code == 1
    assert told in done.output
    assert "zebra" not in done.output
    assert not (tmp_path / "setup").exists()
