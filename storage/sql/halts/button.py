"""Presses the organisation's red button, and releases it, with the database alone.

No key is needed, no process has to run, and no row but the halt's own is read or written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.domain.halting.halt import CLOCKS_APART, Halt
from storage.data_folder import DATABASE, refuse_if_moved
from storage.sql.engine import make_sync_engine
from storage.sql.rows import thing
from storage.sql.schema import halt
from storage.trouble import RefusedError, database_at

AWAY = (
    "The database cannot be opened, or is of an older version of Handrail. Is it running, and are "
    "HANDRAIL_DATABASE_URL and HANDRAIL_DATA right? Nothing was changed. To be sure that nothing "
    "leaves meanwhile, stop every process of Handrail."
)

BEHIND = (
    "It was halted at {halted_at:%Y-%m-%d %H:%M} UTC, and the clock says that it is "
    "{now:%Y-%m-%d %H:%M} UTC now. Set the clock right and repeat the command; if it is right, "
    "add --clock-is-right. The halt goes on."
)


def press(
    folder: Path, url: str | None, organisation: str, by: str, because: str | None
) -> tuple[Halt, bool]:
    """Halts everything that leaves by itself. Returns the halt, and False if one held already.

    It counts from the return on. Raises RefusedError.
    """
    with _connected(folder, url) as database:
        before = _now(database, organisation)
        if before is not None and before.in_force:
            return before, False
        pressed = Halt(_clock(database), by, because)
        row = {
            "organisation": organisation,
            "halted_at": pressed.halted_at,
            "halted_by": by,
            "because": because,
            "resumed_at": None,
        }
        insert: Any = sqlite.insert if database.dialect.name == "sqlite" else postgresql.insert
        rest = {name: value for name, value in row.items() if name != "organisation"}
        # Of two who press at once, the second does not move the moment of the first.
        free = halt.c.resumed_at.is_not(None)
        database.execute(
            insert(halt)
            .values(row)
            .on_conflict_do_update(index_elements=["organisation"], set_=rest, where=free)
        )
        return _now(database, organisation) or pressed, True


def release(folder: Path, url: str | None, organisation: str, *, sure: bool = False) -> Halt | None:
    """Ends the halt. Returns it as it held until now, or None if none did. Raises RefusedError.

    What falls due in a halt is told by the time of its end. So a clock that is behind the halt's
    own beginning is refused, unless the operator is `sure` that it is right.
    """
    with _connected(folder, url) as database:
        before = _now(database, organisation)
        if before is None or not before.in_force:
            return None
        now = _clock(database)
        if now < before.halted_at - CLOCKS_APART and not sure:
            raise RefusedError(BEHIND.format(now=now, halted_at=before.halted_at))
        mine = halt.c.organisation == organisation
        ended = max(now, before.halted_at)
        database.execute(halt.update().where(mine).values(resumed_at=ended))
        return before


def _now(database: Connection, organisation: str) -> Halt | None:
    row = database.execute(select(halt).where(halt.c.organisation == organisation)).first()
    return thing(Halt, row) if row is not None else None


def _clock(database: Connection) -> datetime:
    """The database's own time, so that a wrong clock of an operator's machine does no harm."""
    if database.dialect.name == "sqlite":
        return datetime.now(UTC)
    found: datetime = database.execute(select(func.clock_timestamp())).scalar_one()
    return found.astimezone(UTC)


@contextmanager
def _connected(folder: Path, url: str | None) -> Iterator[Connection]:
    """One transaction. What SQLAlchemy says is not shown: it repeats addresses."""
    try:
        engine = make_sync_engine(_where(folder, url))
    except (ArgumentError, KeyError):
        raise RefusedError(AWAY) from None
    try:
        with engine.begin() as database:
            yield database
    except (SQLAlchemyError, OSError):
        raise RefusedError(AWAY) from None
    finally:
        engine.dispose()


def _where(folder: Path, url: str | None) -> URL:
    """Never makes a database. Raises RefusedError where there is none."""
    if url is not None:
        return database_at(url)
    refuse_if_moved(folder)
    if not (folder / DATABASE).exists():
        raise RefusedError(
            f"There is no Handrail in the data folder {folder}. Is HANDRAIL_DATA right?"
        )
    return URL.create("sqlite", database=str(folder / DATABASE))
