"""The files for deployment are complete and current, and the product runs as installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.request import urlopen

import psycopg
import pytest

from bot.commands.start import problems_with_names, settings_or_exit
from bot.run.one_process import running
from bot.run.platforms import all_settings
from tests.deploying import env_example, example, groups
from tests.postgresql import own_server

ROOT = Path(__file__).parents[1]


def test_the_example_of_the_environment_names_every_setting_and_its_default() -> None:
    assert env_example().read_text() == example(), "run: make says"


LINES = [
    line.removeprefix("# ")
    for line in env_example().read_text().splitlines()
    if line.startswith("# HANDRAIL_")
]
CASES = [LINES] + [
    [line for line in LINES if line.partition("=")[0].removeprefix("HANDRAIL_").lower() in fields]
    for _, fields in groups()
]


@pytest.mark.parametrize("lines", CASES, ids=["all", *(title for title, _ in groups())])
def test_with_every_line_of_it_taken_in_nothing_is_unknown_and_nothing_changes(
    lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("HANDRAIL_")]:
        monkeypatch.delenv(name)
    assert lines
    taken = dict(line.split("=", 1) for line in lines)
    assert len(taken) == len(lines)
    assert problems_with_names(taken) == []
    for name, value in taken.items():
        monkeypatch.setenv(name, value)
    assert all_settings()() == all_settings().model_validate({})


async def test_with_every_line_of_it_taken_in_it_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in LINES:
        monkeypatch.setenv(*line.split("=", 1))
    monkeypatch.setenv("HANDRAIL_PORT", "0")
    monkeypatch.chdir(tmp_path)
    async with running(settings_or_exit()) as server:
        assert server.entrance.startswith("http://127.0.0.1:")
    assert (tmp_path / "data" / "handrail.db").is_file()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Installs the project from its wheel, away from its sources."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place / "site")
    return place / "site"


def test_the_wheel_carries_all_that_is_read_at_run_time(installed: Path) -> None:
    kinds = {".ftl", ".toml", ".j2", ".css", ".js", ".html", ".svg"}
    ours = {
        path.relative_to(ROOT)
        for room in ("bot", "adapters", "storage")
        for path in (ROOT / room).rglob("*")
        if path.suffix in kinds
    }
    assert len(ours) > 50
    assert {path for path in ours if not (installed / path).is_file()} == set()


def test_it_runs_as_installed_on_a_read_only_root(installed: Path, tmp_path: Path) -> None:
    data, root = tmp_path / "data", tmp_path / "root"
    root.mkdir(mode=0o500)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(installed),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HANDRAIL_DATA": str(data),
        "HANDRAIL_PORT": "0",
        "HANDRAIL_HOST": "0.0.0.0",
    }
    before = set(installed.rglob("*"))
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(
        command, env=environment, cwd=root, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        try:
            address = running.stdout.readline().split()[3].partition("?")[0]
            with urlopen(f"{address}readyz", timeout=10) as answer:
                assert json.load(answer)["status"] == "ready"
        finally:
            running.terminate()
        assert running.wait(timeout=30) == 0
    assert set(installed.rglob("*")) == before
    assert list(root.iterdir()) == []


def test_a_new_server_gets_one_role_that_alone_can_open_its_database(tmp_path: Path) -> None:
    script = ROOT / "deploy" / "postgres-role.sh"
    with own_server() as server:
        for role in ("handrail_data", "handrail_keys"):
            password = tmp_path / role
            password.write_text(f"{role}'s own \" secret")
            environment = {
                "PATH": f"{server.programs}:{os.environ['PATH']}",
                "PGHOST": str(server.folder),
                "ROLE": role,
                "ROLE_PASSWORD_FILE": str(password),
            }
            subprocess.run(["sh", str(script)], env=environment, check=True, capture_output=True)
        host = str(server.folder)
        with psycopg.connect(host=host, dbname="handrail_data", user="handrail_data") as own:
            own.execute("CREATE TABLE mine (id int)")
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(host=host, dbname="handrail_keys", user="handrail_data")
