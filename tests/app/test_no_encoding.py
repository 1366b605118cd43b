"""A PostgreSQL without an encoding (SQL_ASCII) is one sentence at every door."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from storage.encoding import NO_ENCODING
from storage.migrate import migrate
from storage.sql.engine import make_engine
from storage.trouble import printable
from tests.app.test_wrong_databases import STARTS, said
from tests.backups.installed import ORGANISATION, PUBLIC, installed
from tests.databases import new_database
from tests.postgresql import passing_database

ROOT = Path(__file__).parents[2]
NONE = "ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0"
# What makes engines, and which of their databases may be a PostgreSQL.
MAKERS = {
    "storage/sql/engine.py": 2,
    "storage/keys/key_server.py": 1,
    "storage/keys/key_file.py": 1,
}
OPENS = (*STARTS, ("backup", "--to"), ("restore",), ("resume",))
# They open no key store on a server.
NO_KEYS = (("run",), ("halt",), ("resume",))


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that was begun, and a backup of it."""
    home = tmp_path_factory.mktemp("lived")

    async def live() -> None:
        org = installed("sqlite", home)
        async with org.running():
            await org.backed_up()

    asyncio.run(live())
    return home


@pytest.fixture(scope="module")
def begun() -> str:
    """The address of a PostgreSQL that has our tables."""
    url = passing_database()
    asyncio.run(_begun(url))
    return url


async def _begun(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    await engine.dispose()


@pytest.mark.parametrize("door", OPENS, ids=" ".join)
@pytest.mark.parametrize("which", ["HANDRAIL_DATABASE_URL", "HANDRAIL_KEYS_URL"])
def test_every_door_says_it(
    which: str,
    door: tuple[str, ...],
    lived: Path,
    begun: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
) -> None:
    keys = which == "HANDRAIL_KEYS_URL"
    if keys and door in NO_KEYS:
        return
    away = door in (("restore",), ("db", "copy"))
    environment = {
        "HANDRAIL_DATA": str(tmp_path if door == ("restore",) else lived / "data"),
        "HANDRAIL_ORGANISATION": ORGANISATION,
        "HANDRAIL_PORT": "0",
        "HANDRAIL_RECOVERY": str(lived / "recovery"),
        "HANDRAIL_RECOVERY_KEY": PUBLIC,
        "HANDRAIL_DATABASE_URL": new_database() if away else begun,
        **({"HANDRAIL_KEYS_URL": new_database()} if door == ("worker",) else {}),
        which: passing_database(NONE),
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (file,) = (lived / "backups").iterdir()
    more = {("backup", "--to"): [str(tmp_path / "to")], ("restore",): [str(file)]}
    code, printed = said([*door, *more.get(door, ())], monkeypatch, capsys)
    assert code == 1, printed
    assert printable(NO_ENCODING) in printed, printed


def test_no_engine_is_made_elsewhere() -> None:
    found = dict[str, int]()
    files = [one for room in ("bot", "adapters", "storage") for one in (ROOT / room).rglob("*.py")]
    for path in files:
        every = ast.walk(ast.parse(path.read_text()))
        calls = [ast.unparse(one.func) for one in every if isinstance(one, ast.Call)]
        made = sum(one in ("create_engine", "create_async_engine") for one in calls)
        if made:
            found[path.relative_to(ROOT).as_posix()] = made
            assert path.name == "key_file.py" or "refuse_no_encoding" in calls, path
    assert found == MAKERS
