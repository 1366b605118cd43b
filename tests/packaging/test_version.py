"""Version and commit: the same in `--version`, the doctor, /healthz and the metrics."""

from __future__ import annotations

import subprocess
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from adapters.shared.http import Server
from bot.__main__ import app
from bot.metrics import Metrics
from bot.observing import built as building
from bot.observing.built import UNKNOWN, Release, built
from bot.upkeep.doctor import examine
from tests.memory_store.store import MemoryStore
from tests.operators import installed


async def test_it_is_said_the_same_everywhere() -> None:
    which = built()
    assert CliRunner().invoke(app, ["--version"]).stdout == f"handrail {which}\n"
    told = f'handrail_build_info{{commit="{which.commit}",version="{which.version}"}} 1.0'
    assert told in Metrics().exposed().decode()
    assert (await examine(installed(MemoryStore()))).findings[0].sentence == f"Handrail {which}."
    server = Server("127.0.0.1", 0)
    await server.start()
    async with aiohttp.ClientSession() as http, http.get(f"{server.address}healthz") as answer:
        said = await answer.json()
    await server.stop()
    assert said == {"status": "ok", "version": which.version, "commit": which.commit}


@pytest.fixture
def anew() -> None:
    built.cache_clear()


@pytest.mark.usefixtures("anew")
def test_an_installed_package_reads_its_own_file_and_asks_no_git(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def asked(*_: object, **__: object) -> None:
        raise AssertionError("git was asked")

    monkeypatch.setattr(subprocess, "run", asked)
    monkeypatch.setattr("bot.observing.built.resources.files", lambda _: tmp_path)
    monkeypatch.setattr(building, "ROOT", tmp_path)
    assert built().commit == UNKNOWN
    for written, read in (("0123456789ab\n", "0123456789ab"), ("<b>zebra</b>", UNKNOWN)):
        (tmp_path / "commit.txt").write_text(written)
        built.cache_clear()
        assert built().commit == read
    built.cache_clear()


@pytest.mark.usefixtures("anew")
def test_a_source_tree_without_git_or_with_a_broken_one_is_unknown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(building, "ROOT", tmp_path)
    monkeypatch.setattr("bot.observing.built.resources.files", lambda _: tmp_path / "none")
    (tmp_path / ".git").mkdir()
    assert str(built()).endswith("(commit unknown)")
    monkeypatch.setenv("PATH", str(tmp_path))
    built.cache_clear()
    assert built().commit == UNKNOWN
    built.cache_clear()


def test_it_reads_as_one_line() -> None:
    assert str(Release("1.2.3", "0123456789ab")) == "1.2.3 (commit 0123456789ab)"
