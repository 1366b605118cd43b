"""The files for deployment are complete and current, and the product runs as installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
import yaml
from pydantic_settings import DotEnvSettingsSource

from bot.settings import Settings
from tests.deploying import env_example, example

ROOT = Path(__file__).parents[1]


def test_the_example_of_the_environment_names_every_setting_and_its_default() -> None:
    assert env_example().read_text() == example(), "run: make says"


def test_the_example_changes_nothing_and_with_every_line_taken_in_still_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("HANDRAIL_")]:
        monkeypatch.delenv(name)
    lines = [
        line.removeprefix("# ")
        for line in env_example().read_text().splitlines()
        if line.startswith("# HANDRAIL_") and not line.endswith("=")
    ]
    file = tmp_path / ".env"
    file.write_text("\n".join(lines))
    found = DotEnvSettingsSource(Settings, env_file=file)()
    assert len(found) == len(lines)
    assert Settings(**found) == Settings()


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
        address = running.stdout.readline().split()[3].replace("0.0.0.0", "127.0.0.1")
        with urlopen(f"{address}readyz", timeout=10) as answer:
            assert json.load(answer) == {"status": "ready"}
        running.terminate()
        assert running.wait(timeout=30) == 0
    assert set(installed.rglob("*")) == before
    assert list(root.iterdir()) == []


def composed(name: str) -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / name).read_text())["services"]
    return services


OURS = [("compose.yaml", "handrail")] + [
    ("compose.scale.yaml", name) for name in ("serve-1", "serve-2", "worker-1", "worker-2")
]


@pytest.mark.parametrize(("file", "name"), OURS)
def test_every_container_is_hardened(file: str, name: str) -> None:
    house = composed(file)[name]
    assert house["read_only"] is True
    assert house["cap_drop"] == ["ALL"]
    assert house["security_opt"] == ["no-new-privileges:true"]
    assert all(port.startswith("127.0.0.1:") for port in house.get("ports", ()))


def test_many_processes_share_settings_that_exist_and_two_databases() -> None:
    services = composed("compose.scale.yaml")
    settings = services["serve-1"]["environment"]
    known = {f"HANDRAIL_{name.upper()}" for name in Settings.model_fields}
    assert set(settings) <= known
    urls = [settings[f"HANDRAIL_{name}_URL"] for name in ("DATABASE", "KEYS")]
    data, keys = (urlsplit(re.sub(r"\$\{.*?\}", "secret", url)) for url in urls)
    assert data.path != keys.path
    assert data.username != keys.username
    assert [services[name]["command"] for _, name in OURS[1:]] == [
        ["handrail", "serve"],
        ["handrail", "serve"],
        ["handrail", "worker"],
        ["handrail", "worker"],
    ]
    roles = (ROOT / "deploy" / "postgres-roles.sh").read_text()
    for url in (data, keys):
        assert f"CREATE DATABASE {url.path[1:]} OWNER {url.username};" in roles
        assert f"REVOKE ALL ON DATABASE {url.path[1:]} FROM PUBLIC;" in roles
    subprocess.run(["sh", "-n"], input=roles, text=True, check=True)


def test_the_image_has_two_stages_and_runs_without_privileges() -> None:
    recipe = (ROOT / "deploy" / "Dockerfile").read_text()
    assert recipe.count("\nFROM ") == 2
    assert recipe.rindex("\nUSER 10001:10001") > recipe.rindex("\nFROM ")
    assert "HEALTHCHECK" in recipe
    assert "--require-hashes" in recipe
