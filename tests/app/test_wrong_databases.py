"""A wrong address of a database is a sentence at every door, and shows no part of a password.

The doors are every command; the faults are every part of an address.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.__main__ import main
from bot.domain.databases.address import fault_of_database
from storage.sql.engine import make_engine
from storage.trouble import RefusedError, database_at
from tests.app.test_wrong_usage import COMMANDS, given

ROOT = Path(__file__).parents[2]
# Pieces of passwords. None may be shown, whichever part of the address they end up in.
SECRETS = ("zebra", "giraffe", "quagga")
AWAY = "127.0.0.1:1"
FAULTS = {
    "no scheme": "handrail:zebra@localhost/handrail",
    "a scheme with a slip": "postgres://handrail:zebra@localhost/handrail",
    "another database": "mysql://handrail:zebra@localhost/handrail",
    "no slashes": "postgresql:handrail:zebra@localhost/handrail",
    "an @ in the password": "postgresql://handrail:zebra@giraffe@localhost/handrail",
    "a / in the password": "postgresql://handrail:zebra/giraffe@localhost/handrail",
    "a : in the password": "postgresql://handrail:zebra:giraffe@localhost:54e/handrail",
    "a # in the password": "postgresql://handrail:zebra#giraffe@localhost/handrail",
    "a ? in the password": "postgresql://handrail:zebra?giraffe@localhost/handrail",
    "a port of letters": "postgresql://handrail:zebra@localhost:giraffe/handrail",
    "a port too high": "postgresql://handrail:zebra@localhost:99999/handrail",
    "no database": "postgresql://handrail:zebra@localhost",
    "an empty label": "postgresql://handrail:zebra@giraffe..example/handrail?sslmode=require",
    "a label too long": f"postgresql://handrail:zebra@{'q' * 70}.example/h?sslmode=require",
    "a space": " postgresql:// handrail:zebra@localhost / handrail",
    "a bracket": "postgresql://handrail:zebra@[giraffe/handrail",
}
# How the address is written is right, and what is there is not.
MET = {
    "nobody listens": f"postgresql://handrail:zebra@{AWAY}/handrail",
    "no such host": "postgresql://handrail:zebra@nowhere.invalid/handrail?sslmode=require",
    "an unknown driver": f"postgresql+giraffe://handrail:zebra@{AWAY}/handrail",
    "an unknown option": f"postgresql://handrail:zebra@{AWAY}/handrail?giraffe=quagga",
    "no such folder": "sqlite:////giraffe/zebra/handrail.db",
}
STARTS = (("run",), ("serve",), ("worker",), ("doctor",), ("halt",), ("db", "copy"))


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def said(words: list[str], patch: pytest.MonkeyPatch, capsys: Any) -> tuple[int, str]:
    """What a call prints, on both streams, and its exit code. No exception may come out of it."""
    patch.setattr(sys, "argv", ["handrail", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = "".join(capsys.readouterr())
    return int(ended.value.code or 0), printed


def _shows_nothing(printed: str) -> None:
    shown = [one for one in SECRETS if one in printed]
    assert not shown, printed
    assert "Traceback" not in printed


@pytest.mark.parametrize("fault", FAULTS)
def test_no_door_repeats_any_part_of_a_wrong_address(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """Each command reads the settings first, and those are refused with a sentence."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDRAIL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HANDRAIL_DATABASE_URL", FAULTS[fault])
    for path in STARTS:
        code, printed = said([*path], monkeypatch, capsys)
        assert code == 1, path
        assert "HANDRAIL_DATABASE_URL" in printed, (path, printed)
        _shows_nothing(printed)


def test_every_command_is_a_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """Also those that need no database: with a wrong address they say so, or go on without it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDRAIL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HANDRAIL_DATABASE_URL", FAULTS["a : in the password"])
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    for path, command in COMMANDS.items():
        if path in (("demo",), ("init",), ("understand",)):
            continue
        _, printed = said([*path, *given(command)], monkeypatch, capsys)
        _shows_nothing(printed)


@pytest.mark.parametrize("fault", MET)
@pytest.mark.parametrize("path", STARTS, ids=" ".join)
def test_a_database_that_is_not_there_is_a_sentence_too(
    path: tuple[str, ...], fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setenv("HANDRAIL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HANDRAIL_PORT", "0")
    monkeypatch.setenv("HANDRAIL_DATABASE_URL", MET[fault])
    code, printed = said([*path], monkeypatch, capsys)
    assert code == 1, printed
    _shows_nothing(printed)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_raised_holds_no_part_of_it_either(fault: str) -> None:
    """Nor does its repr, nor whatever it came from."""
    address = FAULTS[fault]
    assert fault_of_database(address) is not None
    assert fault_of_database(address, only_postgresql=True) is not None
    for reads in (database_at, make_engine):
        with pytest.raises(RefusedError) as told:
            reads(address)
        whole = "".join(map(repr, (told.value, told.value.__cause__, told.value.__context__)))
        _shows_nothing(whole)


@pytest.mark.parametrize(
    "address",
    [
        "sqlite:///handrail.db",
        "sqlite+aiosqlite:////var/lib/handrail/handrail.db",
        "postgresql://h:p%40ss%3A@db.example.org:5432/handrail?sslmode=verify-full",
        "postgresql+psycopg://h@localhost/handrail",
        "postgresql:///handrail?host=/run/postgresql",
        "postgresql://h:p@[::1]:5432/handrail",
        "postgresql://h:p@/handrail?host=a:5432&host=b&sslmode=require",
        "postgresql://h:p@localhost?dbname=handrail",
    ],
)
def test_right_addresses_are_taken(address: str) -> None:
    assert fault_of_database(address) is None
    database_at(address)


def test_addresses_of_databases_are_read_in_one_place() -> None:
    readers = []
    for room in ("bot", "adapters", "storage"):
        for path in sorted((ROOT / room).rglob("*.py")):
            names = {
                one.func.id
                for one in ast.walk(ast.parse(path.read_text()))
                if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
            }
            if "make_url" in names:
                readers.append(path.relative_to(ROOT).as_posix())
    assert readers == ["storage/trouble.py"]
