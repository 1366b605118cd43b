"""Each released schema keeps its rows in an upgrade, and the version before it still works.

A migration only adds. A column is removed one release later, when no version uses it any more. Such
a removal is named in CONTRACTED.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    MetaData,
    Table,
    insert,
    inspect,
    make_url,
    select,
    text,
)

from storage import RefusedError
from storage.migrate import _config, _upgrade, is_newest
from storage.sql.engine import make_sync_engine
from tests.databases import SQL, new_database

SCRIPTS = ScriptDirectory.from_config(_config())
RELEASED = [script.revision for script in SCRIPTS.walk_revisions()][::-1]
# (revision, table, column): this revision removes the column on purpose.
CONTRACTED: set[tuple[str, str, str]] = set()
PLANTED: dict[type, Any] = {
    str: "x1",
    bytes: b"\x00sealed",
    int: 7,
    bool: True,
    datetime: datetime(2026, 11, 23, 12, tzinfo=UTC),
    date: date(2026, 11, 23),
    time: time(9, 30),
}


@pytest.fixture(params=SQL)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    where = (
        make_url(new_database())
        if request.param == "postgresql"
        else URL.create("sqlite", database=str(tmp_path / "handrail.db"))
    )
    made = make_sync_engine(where)
    yield made
    made.dispose()


def upgrade(engine: Engine, revision: str) -> None:
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def planted(column: Column[Any]) -> Any:
    return PLANTED[column.type.python_type]


def plant(connection: Connection, table: Table, **other: Any) -> dict[str, Any]:
    row = {column.name: planted(column) for column in table.c} | other
    connection.execute(insert(table).values(row))
    return row


# A migration empties these on purpose: they said who used a code.
EMPTY_FROM = "0008"
EMPTIED = {"invitation": ("engagement_id",)}


@pytest.mark.parametrize("revision", RELEASED)
def test_every_released_schema_keeps_its_rows(engine: Engine, revision: str) -> None:
    upgrade(engine, revision)
    with engine.begin() as connection:
        before = {table.name: plant(connection, table) for table in tables(connection)}
    _upgrade(engine.url)
    with engine.begin() as connection:
        assert is_newest(connection)
        for table in tables(connection):
            if table.name in before:
                (row,) = connection.execute(select(table)).mappings().all()
                kept = {name: row[name] for name in before[table.name] if name in row}
                emptied = dict.fromkeys(
                    EMPTIED.get(table.name, ()) if revision < EMPTY_FROM else ()
                )
                assert kept == {name: before[table.name][name] for name in kept} | emptied


@pytest.mark.parametrize("revision", RELEASED[:-1])
def test_the_version_before_reads_and_writes_beside_the_next_one(
    engine: Engine, revision: str
) -> None:
    upgrade(engine, revision)
    with engine.begin() as connection:
        old = tables(connection)
    upgrade(engine, RELEASED[RELEASED.index(revision) + 1])
    with engine.begin() as connection:
        for table in old:
            row = plant(connection, table)
            assert dict(connection.execute(select(table)).mappings().one()) == row


@pytest.mark.parametrize("revision", RELEASED[1:])
def test_a_migration_adds_and_takes_nothing_away(engine: Engine, revision: str) -> None:
    upgrade(engine, RELEASED[RELEASED.index(revision) - 1])
    before = shape(engine)
    upgrade(engine, revision)
    gone = {(revision, *place) for place in before - shape(engine)}
    assert gone - CONTRACTED == set()


def shape(engine: Engine) -> set[tuple[str, str]]:
    seen = inspect(engine)
    return {
        (table, column["name"])
        for table in seen.get_table_names()
        for column in seen.get_columns(table)
    }


def test_tables_without_a_version_are_not_guessed_at(engine: Engine) -> None:
    upgrade(engine, RELEASED[0])
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    before = shape(engine)
    with pytest.raises(RefusedError, match="does not say of which version"):
        _upgrade(engine.url)
    assert shape(engine) == before


def test_a_version_that_nobody_knows_is_refused(engine: Engine) -> None:
    upgrade(engine, "head")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RefusedError, match="newer Handrail"):
        _upgrade(engine.url)


def test_an_upgrade_that_breaks_off_is_as_if_it_had_not_begun(engine: Engine) -> None:
    upgrade(engine, RELEASED[0])
    before = shape(engine)
    with pytest.raises(ConnectionError):
        _break_off(engine)
    assert shape(engine) == before
    _upgrade(engine.url)
    with engine.begin() as connection:
        assert is_newest(connection)


def _break_off(engine: Engine) -> None:
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        raise ConnectionError("gone")
