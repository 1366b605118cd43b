"""The wheel holds every file that the code opens, and the commit that it was built from."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "adapters", "storage")
COMMIT = "0123456789ab"
# Read by people in a source tree, and opened by no code.
FOR_PEOPLE = {"adapters/README.md"}
HEAVY = ("slack-bolt", "slack-sdk", "botbuilder", "psycopg", "procrastinate", "boto3", "opentele")


def built(kind: str, source: Path, to: Path, commit: str = "") -> Path:
    given = {name: value for name, value in os.environ.items() if name != "BUILD_COMMIT"}
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(to)],
        cwd=source,
        env=given | ({"BUILD_COMMIT": commit} if commit else {}),
        check=True,
        capture_output=True,
        timeout=120,
    )
    (found,) = to.iterdir()
    return found


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("sdist", ROOT, tmp_path_factory.mktemp("sdist"), COMMIT)


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as packed:
        packed.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    return source


@pytest.fixture(scope="module")
def wheel(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel that the sdist makes: with nothing of the repository beside it."""
    return zipfile.ZipFile(built("wheel", unpacked, tmp_path_factory.mktemp("wheel")))


def of_ours() -> set[str]:
    """Every file of the packages, as the repository has them."""
    files = {file for one in PACKAGES for file in (ROOT / one).rglob("*") if file.is_file()}
    return {
        str(file.relative_to(ROOT))
        for file in files
        if "__pycache__" not in file.parts and file.suffix != ".pyc"
    }


def test_every_file_of_the_packages_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    packed = set(wheel.namelist())
    assert of_ours() - FOR_PEOPLE <= packed
    for kind in (".ftl", ".toml", ".j2", ".html", ".css", ".js", ".svg", ".gz", ".txt", ".mako"):
        assert any(name.endswith(kind) for name in packed), kind


def test_nothing_else_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    rooms = {name.partition("/")[0] for name in wheel.namelist()}
    assert rooms == {*PACKAGES, *(one for one in rooms if one.endswith(".dist-info"))}
    assert set(wheel.namelist()) - of_ours() - FOR_PEOPLE == {
        "bot/commit.txt",
        *(name for name in wheel.namelist() if ".dist-info/" in name),
    }


def test_the_commit_goes_from_the_build_through_the_sdist_into_the_wheel(
    wheel: zipfile.ZipFile,
) -> None:
    assert wheel.read("bot/commit.txt").decode().strip() == COMMIT


def test_who_installs_it_alone_gets_no_library_of_a_platform(wheel: zipfile.ZipFile) -> None:
    asked = requirements(wheel)
    alone = [one for one in asked if "extra ==" not in one]
    assert not [one for one in alone if one.startswith(HEAVY)]
    for extra, library in (
        ("slack", "slack-bolt"),
        ("teams", "botbuilder-core"),
        ("postgres", "psycopg"),
        ("tracing", "opentelemetry-sdk"),
        ("aws", "boto3"),
    ):
        of_extra = [one for one in asked if f"extra == '{extra}'" in one]
        assert any(one.startswith(library) for one in of_extra), extra


def requirements(wheel: zipfile.ZipFile) -> Sequence[str]:
    (name,) = (one for one in wheel.namelist() if one.endswith(".dist-info/METADATA"))
    return Parser().parsestr(wheel.read(name).decode()).get_all("Requires-Dist") or []
