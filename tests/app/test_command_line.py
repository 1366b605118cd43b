"""`handrail` as an operator meets it: processes of their own, read by what they print."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.commands.backup import _secret
from bot.commands.progress import Shown
from bot.commands.start import sentences
from bot.run.platforms import all_settings
from storage import RefusedError

HANDRAIL = (sys.executable, "-m", "bot")


def handrail(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*HANDRAIL, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_demo_plays_the_whole_story_and_ends_well() -> None:
    told = handrail("demo")
    assert told.returncode == 0, told.stderr
    for part in (
        "Our agreement",
        "Your receipt",
        "Shared with you",
        "Today is the last day",
        "What stays as proof",
    ):
        assert part in told.stdout


@pytest.mark.parametrize(
    ("setting", "value"),
    [("PORT", "many"), ("ZONE", "Mars/Olympus"), ("CODE_DAYS", "0"), ("ORGANISATION", "Ä b")],
)
def test_a_setting_that_cannot_be_right_is_named_and_its_value_is_not(
    setting: str, value: str, tmp_path: Path
) -> None:
    refused = handrail("run", **{"HANDRAIL_DATA": str(tmp_path), f"HANDRAIL_{setting}": value})
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"HANDRAIL_{setting}: ")
    assert value not in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("setting", "content", "told"),
    [
        ("CONTACTS", None, "theirs.toml: there is no such file."),
        ("CONTACTS", "zebra", "theirs.toml: is no TOML"),
        ("CONTACTS", "[[contacts]]\nname = 'zebra'", "theirs.toml: needs [[contacts]]"),
        ("QUESTIONS", None, "there is no such folder"),
        ("QUESTIONS", "title = 'zebra'", "theirs.toml"),
    ],
)
def test_a_file_of_the_organisations_own_that_cannot_be_right_is_told_before_anything_starts(
    setting: str, content: str | None, told: str, tmp_path: Path
) -> None:
    folder = tmp_path / "house"
    file = folder / "theirs.toml"
    if content is not None:
        folder.mkdir()
        file.write_text(content)
    place = folder if setting == "QUESTIONS" else file
    data = tmp_path / "data"
    refused = handrail("run", **{"HANDRAIL_DATA": str(data), f"HANDRAIL_{setting}": str(place)})
    assert refused.returncode == 1
    assert refused.stderr.startswith("Handrail did not start.")
    assert told in refused.stderr
    assert "zebra" not in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not data.exists()


def test_it_prints_one_line_ends_on_a_signal_and_refuses_a_second_process(tmp_path: Path) -> None:
    environment = {"HANDRAIL_DATA": str(tmp_path / "data"), "HANDRAIL_PORT": "0"}
    running = subprocess.Popen(
        [*HANDRAIL, "run"],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline().startswith("Handrail is at http://127.0.0.1:")
    second = handrail("run", **environment)
    assert second.returncode == 1
    assert "already running" in second.stderr
    running.send_signal(signal.SIGTERM)
    rest, problems = running.communicate(timeout=20)
    assert running.returncode == 0
    assert (rest, problems) == ("", "")


def test_a_number_that_cannot_be_read_is_told_with_one_that_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By one rule, for the number settings of Handrail and of every platform."""
    numbers = [
        name
        for name, field in all_settings().model_fields.items()
        if field.annotation in (int, int | None)
    ]
    assert len(numbers) > 10
    for name in numbers:
        monkeypatch.setenv(f"HANDRAIL_{name.upper()}", "zebra")
        with pytest.raises(ValidationError) as wrong:
            all_settings()()
        (sentence,) = [one for one in sentences(wrong.value) if name.upper() in one]
        assert ": must be a whole number, such as " in sentence
        assert "zebra" not in sentence


def test_a_restore_without_a_key_says_that_none_was_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(""))
    with pytest.raises(RefusedError, match="No recovery key was given"):
        _secret(None, Shown(None))
