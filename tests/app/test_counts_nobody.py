"""No command and no line of the log counts what is kept of people: among few, that names one."""

from __future__ import annotations

import ast
import asyncio
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from typer.core import TyperGroup
from typer.main import get_command

from bot.__main__ import app, main
from bot.domain.consent import Act
from bot.domain.people import Address
from bot.domain.words import Words
from bot.run.platforms import registered
from storage import open_store
from tests.backups.installed import PUBLIC
from tests.storage.planted import WHO
from tests.things import answer, chain, engagement

ROOT = Path(__file__).parents[2]
FEW, MORE = 1, 4

# In this order, for the last one leaves the folder behind. {home} is the folder of the test.
LOOKED_AT: dict[str, tuple[str, ...]] = {
    "doctor": (),
    "keys status": (),
    "keys check": (),
    "ledger verify": (),
    "ledger accept": (),
    "coach close": (),
    "backup": ("--to", "{home}/backups"),
    "keys turn": (),
    "db copy": ("--to", "sqlite:///{home}/moved.db"),
}
# Each for one reason: what it counts is meant to be counted, or it knows nothing of people.
APART = {
    "erase": "a certificate about one person, whom the operator names",
    "workspace remove": "a certificate that nothing of anybody is left",
    "view": "its own rule: whole groups of people (tests/upkeep/organisation)",
    "restore": "needs an empty place: `Restored` counts nothing (tests/backups)",
    **dict.fromkeys(("run", "serve", "worker", "demo"), "prints its address, or a made-up story"),
    **dict.fromkeys(("halt", "resume", "coach invite"), "does one thing, and says so"),
    **dict.fromkeys(("coaches approve", "coaches withdraw"), "about one coach, whom one names"),
    **dict.fromkeys(("init", "config", "keys new", "keys recovery"), "opens no database"),
    **dict.fromkeys(("policy check", "policy show"), "reads a file"),
    **dict.fromkeys(("wordings", "understand"), "reads files"),
}
CHANGES = (
    (re.compile(r"\d{4}-\d\d-\d\d[T ][\d:.]+(Z| UTC)?"), "<moment>"),
    (re.compile(r"[\d.]+ GiB"), "<free>"),
    (re.compile(r"\be\d\b"), "<chain>"),
    (re.compile(r"\b[0-9a-f]{16,}\b"), "<hash>"),
    (re.compile(r"\d{8}T?-?\d{4,6}Z?"), "<moment>"),
)


def commands(of: TyperGroup, before: str = "") -> Iterator[str]:
    for name, command in of.commands.items():
        if isinstance(command, TyperGroup):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def test_every_command_is_looked_at_or_stands_apart() -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    every = {one for one in commands(group) if one.split()[0] not in registered()}
    assert every == LOOKED_AT.keys() | APART.keys()


@pytest.mark.parametrize("spoilt", [False, True], ids=["well", "spoilt"])
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["lines", "json"])
def test_a_command_says_the_same_of_few_people_as_of_more(
    tmp_path: Path,
    form: tuple[str, ...],
    spoilt: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HANDRAIL_LOG_LEVEL", "DEBUG")
    monkeypatch.setenv("HANDRAIL_RECOVERY_KEY", PUBLIC)
    told = []
    for people in (FEW, MORE):
        home = tmp_path / str(people)
        asyncio.run(_lived(home / "data", people))
        if spoilt:
            _spoil(home / "data")
        monkeypatch.setenv("HANDRAIL_DATA", str(home / "data"))
        monkeypatch.setenv("HANDRAIL_RECOVERY", str(home / "recovery"))
        said = {}
        for command, more in LOOKED_AT.items():
            words = [*command.split(), *(one.format(home=home) for one in more)]
            given = form if command != "coach close" else ()
            monkeypatch.setattr(sys, "argv", ["handrail", *words, *given])
            with pytest.raises(SystemExit) as ended:
                main()
            out, problems = capsys.readouterr()
            assert (ended.value.code == 0) or spoilt, (command, out, problems)
            said[command] = (ended.value.code, *_bare(out, home), *_bare(problems, home))
        told.append(said)
    structlog.reset_defaults()
    assert told[0] == told[1]


def _bare(text: str, home: Path) -> list[str]:
    """The different lines, without times, hashes and folders. A flaw each may be a line."""
    text = text.replace(str(home), "<home>")
    for shape, word in CHANGES:
        text = shape.sub(word, text)
    return sorted(set(re.sub(r",?\{", "\n", text).splitlines()))


async def _lived(folder: Path, people: int) -> None:
    now = datetime.now(UTC)
    far = now + timedelta(days=60)
    opened = await open_store(folder, None, "organisation")
    async with opened.store.transaction() as tx:
        for number in range(people):
            who = replace(WHO, id=f"p{number}", address=Address("local", "w", f"u{number}"))
            await tx.save_person(who, now)
            live = engagement(f"e{number}", client_id=who.id)
            live = replace(live, started_at=now, ends_on=far.date(), ends_at=far, keeps_until=far)
            await tx.save_engagement(live)
            said = answer(f"a{number}", words=Words("Slept well."), at=now, until=far)
            await tx.save_answer(replace(said, engagement_id=live.id, client_id=who.id))
            for entry in chain(Act.ASKED, Act.GIVEN, of=live.id):
                await tx.append(entry)
    await opened.close()


def _spoil(folder: Path) -> None:
    """Somebody writes to the database and to the keys, a row for each person."""
    with closing(sqlite3.connect(folder / "handrail.db")) as db, db:
        db.execute("UPDATE answer SET at = '2020-01-01 00:00:00'")
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger'"
        for (name,) in db.execute(guards).fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("DELETE FROM ledger WHERE seq = 2")
    with closing(sqlite3.connect(folder / "keys" / "keys.db")) as db, db:
        db.execute("UPDATE data_key SET retired = 1")


# The fields of our own events. A number stands here only if it counts nothing of people.
FIELDS = {
    *("error", "reason", "kind", "where", "why", "told", "part", "field", "state", "check", "job"),
    *("platform", "table", "which", "set", "place", "command", "logger", "whole", "org_wide"),
    *("at", "since", "by", "because", "hash", "in_force"),
}
NUMBERS = {
    "count": {"lines_left_out"},
    "faults": {"policy_refused"},
    "off_seconds": {"clocks_doubted"},
    "open": {"connections_full", "not_accepted"},
}


def test_no_line_of_the_log_counts_people() -> None:
    fields = [one for folder in ("bot", "storage", "adapters") for one in _fields(ROOT / folder)]
    assert len(fields) > 100
    for event, field in fields:
        assert field in FIELDS or event in NUMBERS.get(field, ()), (event, field)


def _fields(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text())):
            if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("log."):
                event = ast.unparse(call.args[0]).strip("'") if call.args else ""
                yield from ((event, one.arg) for one in call.keywords if one.arg)
