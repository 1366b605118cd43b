"""`handrail init` plays each way of running, and what it writes is what the settings take."""

from __future__ import annotations

import io
import json
import os
import re
import stat
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.commands.init.answers import Install, Machines
from bot.commands.init.environment_file import read_environment
from bot.commands.init.ways import WAYS
from bot.commands.start import problems_with_names, settings_or_exit
from bot.run.one_process import running
from bot.run.platforms import all_settings
from tests.app.init_cases import CASES, MAIL, PUBLIC, TEAMS, WRONG
from tests.app.test_secret_files import value_of

every_case = pytest.mark.parametrize("case", list(CASES))
SAYS = "zebra"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in os.environ if one.upper().startswith("HANDRAIL_")]:
        monkeypatch.delenv(name)


def init(folder: Path, answers: str | None, *options: str, typed: str = "") -> Result:
    given: list[str] = []
    if answers is not None:
        file = folder.parent / "answers-given.toml"
        file.write_text(answers, encoding="utf-8")
        given = ["--answers", str(file)]
    return CliRunner().invoke(app, ["init", *given, "--to", str(folder), *options], input=typed)


def environment_of(folder: Path, way: Install = "python") -> dict[str, str]:
    """The file as a shell reads it, which must be as we read it. Kustomize knows no quotes."""
    file = folder / WAYS[way].environment
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    if not WAYS[way].quoted:
        lines = [line for line in file.read_text().splitlines() if line and line[0] != "#"]
        return {line.partition("=")[0]: line.partition("=")[2] for line in lines}
    command = 'set -a; . "$1"; env -0'
    told = subprocess.run(
        ["sh", "-c", command, "sh", str(file)], env={}, capture_output=True, check=True, text=True
    )
    pairs = (line.partition("=") for line in told.stdout.split("\0"))
    found = {name: value for name, _, value in pairs if name.startswith("HANDRAIL_")}
    assert found == read_environment(file)
    return found


@every_case
def test_what_it_writes_is_taken_once_the_secrets_are_there(case: str, tmp_path: Path) -> None:
    answers, needed = CASES[case]
    folder = tmp_path / "setup"
    done = init(folder, answers)
    assert done.exit_code == 0, done.output
    way = tomllib.loads(answers).get("install", "python")
    found = environment_of(folder, way)
    assert problems_with_names(found) == []
    ending = "_FILE" if WAYS[way].seen_at else ""
    waiting = {f"HANDRAIL_{name.upper()}{ending}" for name in needed}
    assert {name for name, value in found.items() if not value} == (set() if ending else waiting)
    given = {
        name.removeprefix("HANDRAIL_").lower(): value
        for name, value in found.items()
        if name not in waiting
    }
    settings = all_settings().model_validate(given | {name: value_of(name) for name in needed})
    assert settings.model_fields_set == {*given, *needed}
    assert given.get("run_by") == tomllib.loads(answers).get("run_by")
    listed = (folder / "checklist.md").read_text()
    assert all(f"HANDRAIL_{name.upper()}" in listed for name in needed)
    for told in ("handrail doctor", "docs/backup.md", "HANDRAIL_POLICY_FILE"):
        assert told in listed
    assert "{" not in listed
    pages = re.findall(r"\b(?:docs|deploy)/[\w-]+\.md", listed)
    assert pages
    assert all((ROOT / page).is_file() for page in pages)


@pytest.mark.parametrize("way", [way for way in WAYS if WAYS[way].seen_at])
def test_elsewhere_a_secret_is_a_file_of_its_own(way: Install, tmp_path: Path) -> None:
    folder = tmp_path / "setup"
    lines = ["", "", "", "", "one", way, "y", "socket", "n", "n", "", "file", "", SAYS, "", ""]
    done = init(folder, None, typed="\n".join(lines))
    assert done.exit_code == 0, done.output
    file = folder / WAYS[way].lies_at.format("slack-bot-token")
    assert file.read_text() == f"{SAYS}\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    found = environment_of(folder, way)
    assert found["HANDRAIL_SLACK_BOT_TOKEN_FILE"] == WAYS[way].seen_at.format("slack-bot-token")
    others = [one for one in folder.rglob("*") if one.is_file() and one != file]
    assert not any(SAYS.encode() in one.read_bytes() for one in others)
    listed = (folder / "checklist.md").read_text()
    assert "slack-app-token" in listed
    assert "slack-bot-token" not in listed
    before = state_of(folder)
    again = init(folder, None, typed="\n" * 20)
    assert (again.exit_code, state_of(folder)) == (0, before)


def test_the_manifests_are_those_of_the_commands(tmp_path: Path) -> None:
    assert init(tmp_path / "setup", CASES["all platforms"][0]).exit_code == 0
    told = CliRunner().invoke(app, ["slack", "manifest", "--socket"])
    assert (tmp_path / "setup" / "slack-manifest.yaml").read_text() == told.output
    packed = (tmp_path / "setup" / "handrail-teams.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert json.loads(archive.read("manifest.json"))["developer"]["name"] == "Acme"
    assert not (tmp_path / "setup" / "handrail-teams.zip.draft").exists()


@pytest.mark.parametrize(
    ("way", "machines"), [(way, many) for way in WAYS for many in WAYS[way].files]
)
def test_the_files_are_those_of_deploy(way: Install, machines: Machines, tmp_path: Path) -> None:
    answers = f'install = "{way}"\nmachines = "{machines}"\n'
    assert init(tmp_path / "setup", answers).exit_code == 0
    deploy = ROOT / "deploy"
    for name in WAYS[way].files[machines]:
        whole = [deploy / name, *(deploy / name).rglob("*")]
        for ours in (one for one in whole if one.is_file()):
            path = str(ours.relative_to(deploy))
            written = tmp_path / "setup" / path
            if path == WAYS[way].environment:
                assert read_environment(ours).items() <= read_environment(written).items()
            else:
                assert written.read_bytes() == ours.read_bytes()


@pytest.mark.parametrize("case", ["nothing", "mail"])
async def test_the_house_starts_with_what_it_wrote(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "setup"
    assert init(folder, CASES[case][0]).exit_code == 0
    key = (folder / "epochs" / "1.key").read_bytes()
    for name, value in environment_of(folder).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HANDRAIL_PORT", "0")
    for _ in range(2):
        async with running(settings_or_exit()) as server:
            assert server.entrance.startswith("http://127.0.0.1:")
        assert [one.read_bytes() for one in (folder / "epochs").glob("*.key")] == [key]
    again = init(folder, CASES[case][0])
    assert (again.exit_code, "Written" in again.output) == (0, False)
    assert (folder / "epochs" / "1.key").read_bytes() == key


def state_of(folder: Path) -> dict[str, bytes]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): one.read_bytes() for one in files}


def test_nothing_is_overwritten_in_silence_and_no_secret_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "setup"
    assert init(folder, CASES["slack by socket"][0]).exit_code == 0
    file = folder / "handrail.env"
    filled = file.read_text().replace("BOT_TOKEN=", f"BOT_TOKEN=xoxb-{SAYS}")
    file.write_text(filled + "HANDRAIL_KEEP_DAYS=30\n")
    before = state_of(folder)
    same = init(folder, CASES["slack by socket"][0], "--yes")
    assert same.exit_code == 0
    kept = read_environment(file)
    assert kept["HANDRAIL_KEEP_DAYS"] == "30"
    assert kept["HANDRAIL_SLACK_BOT_TOKEN"] == f"xoxb-{SAYS}"
    before = state_of(folder)
    refused = init(folder, CASES["mail"][0])
    assert refused.exit_code == 1
    assert "-HANDRAIL_SLACK_BOT_TOKEN=…" in refused.output
    assert "+HANDRAIL_MAIL_HOST=127.0.0.1" in refused.output
    assert "Nothing was written" in refused.output
    shown = init(folder, CASES["mail"][0], "--dry-run")
    assert shown.exit_code == 0
    assert state_of(folder) == before
    taken = init(folder, CASES["mail"][0], "--yes")
    assert taken.exit_code == 0
    found = environment_of(folder)
    assert found["HANDRAIL_KEEP_DAYS"] == "30"
    assert "HANDRAIL_SLACK_BOT_TOKEN" not in found, "Slack was not asked for any more"
    for told in (same, refused, shown, taken):
        assert SAYS not in told.output


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    done = init(tmp_path / "setup", CASES["all platforms"][0], "--dry-run")
    assert (done.exit_code, (tmp_path / "setup").exists()) == (0, False)
    assert "handrail.env: new" in done.output


def test_secrets_lie_in_the_files_that_the_answers_name(tmp_path: Path) -> None:
    secrets = '[secrets]\nteams_secret = "/run/secrets/teams"\n'
    assert init(tmp_path / "setup", PUBLIC + TEAMS + MAIL + secrets).exit_code == 0
    found = environment_of(tmp_path / "setup")
    assert found["HANDRAIL_TEAMS_SECRET_FILE"] == "/run/secrets/teams"
    assert "HANDRAIL_TEAMS_SECRET" not in found


@pytest.mark.parametrize(("answers", "told"), WRONG)
def test_answers_that_cannot_be_right_are_told_without_their_values(
    answers: str, told: str, tmp_path: Path
) -> None:
    done = init(tmp_path / "setup", answers)
    assert done.exit_code == 1
    assert told in done.output
    assert SAYS not in done.output
    assert not (tmp_path / "setup").exists()
