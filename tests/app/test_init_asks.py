"""`handrail init` as a person answers it, who mistypes, comes back, and changes their mind."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.init.command import NOT_ALL_ANSWERED
from bot.commands.init.environment_file import read_environment
from tests.app.test_init import init, state_of
from tests.app.whole_settings import APP, TENANT

TOKEN = "xoxb-zebra"
ANSWERS = (
    "Acme",
    "Acme Corp",  # not a short name: it is asked again
    "acme",
    "The coaching team",
    "Berlin",  # not a zone
    "Europe/Berlin",
    "several",  # not one of the two
    "one",
    "python",
    "y",
    "socket",
    "y",
    "not an id",
    APP,
    TENANT,
    "example.org",
    "secret",
    "n",
    "http://coaching.example.org",  # not protected
    "https://coaching.example.org",
    "",
    "file",
    "",
    "y",
    "",  # the recovery folder comes later
    TOKEN,
    "",
    "/run/secrets/teams",
)


@pytest.fixture(autouse=True)
def _beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def typed(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def test_it_asks_again_where_an_answer_cannot_be_right_and_shows_no_secret(tmp_path: Path) -> None:
    folder = tmp_path / "setup"
    done = init(folder, None, typed=typed(*ANSWERS))
    assert done.exit_code == 0, done.output
    assert done.output.count("That cannot be right") == 4
    assert done.output.count("Please type one of") == 1
    assert TOKEN not in done.output
    found = read_environment(folder / "handrail.env")
    assert found["HANDRAIL_SLACK_BOT_TOKEN"] == TOKEN
    assert found["HANDRAIL_SLACK_APP_TOKEN"] == ""
    assert found["HANDRAIL_TEAMS_SECRET_FILE"] == "/run/secrets/teams"
    assert found["HANDRAIL_ZONE"] == "Europe/Berlin"
    assert (folder / "epochs" / "1.key").exists()
    assert "zebra" not in (folder / "answers.toml").read_text()


def test_whoever_presses_enter_the_second_time_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "setup"
    assert init(folder, None, typed=typed(*ANSWERS)).exit_code == 0
    before = state_of(folder)
    again = init(folder, None, typed="\n" * 40)
    assert again.exit_code == 0, again.output
    assert "Written" not in again.output
    assert state_of(folder) == before


def test_each_changed_file_is_asked_about(tmp_path: Path) -> None:
    folder = tmp_path / "setup"
    assert init(folder, None, typed=typed(*ANSWERS)).exit_code == 0
    before = state_of(folder)
    no = init(folder, None, typed=typed("", "", "Another team", *[""] * 19, *"nnnnn"))
    assert no.exit_code == 0, no.output
    assert "Overwrite handrail.env" in no.output
    assert "+HANDRAIL_RUN_BY='Another team'" in no.output
    assert state_of(folder) == before
    yes = init(folder, None, typed=typed("", "", "Another team", *[""] * 19, *"yyyyy"))
    assert yes.exit_code == 0, yes.output
    after = state_of(folder)
    assert {name for name in after if after[name] != before[name]} == {
        "handrail.env",
        "answers.toml",
    }
    assert read_environment(folder / "handrail.env")["HANDRAIL_SLACK_BOT_TOKEN"] == TOKEN


@pytest.mark.parametrize("answered", range(len(ANSWERS)))
def test_where_the_input_ends_nothing_is_written_and_one_sentence_says_so(
    tmp_path: Path, answered: int
) -> None:
    gone = init(tmp_path / "setup", None, typed=typed(*ANSWERS[:answered]) if answered else "")
    assert gone.exit_code == 1
    assert gone.stderr.splitlines()[-1] == NOT_ALL_ANSWERED
    assert not (tmp_path / "setup").exists()


@pytest.mark.parametrize("answered", [(), ("y",)])
def test_where_it_ends_among_the_files_each_stays_as_it_was(
    tmp_path: Path, answered: tuple[str, ...]
) -> None:
    folder = tmp_path / "setup"
    assert init(folder, None, typed=typed(*ANSWERS)).exit_code == 0
    before = state_of(folder)
    gone = init(folder, None, typed=typed("", "", "Another team", *[""] * 19, *answered))
    assert (gone.exit_code, state_of(folder)) == (1, before)
    assert gone.stderr.splitlines()[-1] == NOT_ALL_ANSWERED
