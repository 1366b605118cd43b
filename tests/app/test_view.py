"""`handrail view` as an operator meets it: a link where Handrail runs, and a file anywhere."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from storage import open_store

HANDRAIL = (sys.executable, "-m", "bot")
LINK = re.compile(r"http://127\.0\.0\.1:[0-9]+/organisation/(\S+)")


@pytest.fixture
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="hr-") as made:
        asyncio.run(_opened(Path(made, "data")))
        yield Path(made, "data")


async def _opened(folder: Path) -> None:
    await (await open_store(folder, None, "organisation")).close()


def typed(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, "HANDRAIL_DATA": str(data)}
    return subprocess.run((*HANDRAIL, *words), env=given, capture_output=True, text=True)


def test_without_a_process_there_is_a_file_and_no_link(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "view.html"
    done = typed(data, "view", "--out", str(file), "--json")
    assert done.returncode == 0, done.stderr
    assert "not asked: no process was running" in file.read_text(encoding="utf-8")
    assert json.loads(done.stdout)["ready"] is None
    refused = typed(data, "view")
    assert refused.returncode == 1
    assert "--out" in refused.stderr


def test_while_it_runs_the_link_opens_the_page_once(data: Path) -> None:
    given = {**os.environ, "HANDRAIL_DATA": str(data), "HANDRAIL_PORT": "0"}
    command = (*HANDRAIL, "run")
    with subprocess.Popen(command, env=given, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            port = re.search(r":([0-9]+)/", process.stdout.readline())
            assert port is not None
            done = typed(data, "view")
            assert done.returncode == 0, done.stderr
            found = LINK.search(done.stdout)
            assert found is not None
            address = f"http://127.0.0.1:{port[1]}"
            assert "Ready to work</dt><dd>yes" in _pressed(address, found[1])
            with pytest.raises(OSError, match="410"):
                _pressed(address, found[1])
        finally:
            process.terminate()


def _pressed(address: str, token: str) -> str:
    asked = Request(f"{address}/organisation/{token}", b"", {"Origin": address})
    with urlopen(asked) as answer:
        return str(answer.read().decode())
