"""The same rows read and written through the bare driver, in one transaction to each claim.

It decides and computes nothing: what a sweep would plan is handed over ready to be inserted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import psycopg

from storage.sql.claim_statement import TOLD as CLAIMED_COLUMNS
from storage.sql.engine import PRAGMAS
from storage.sql.schema import delivery

Rows = Mapping[str, Sequence[Sequence[Any]]]
TOLD = ", ".join(f'"{column.name}"' for column in CLAIMED_COLUMNS)
COLUMNS = [column.name for column in delivery.c]
INTO = ", ".join(f'"{name}"' for name in COLUMNS)
OPEN = "state IN ('planned', 'claimed') AND state = 'planned'"
LANE = "SELECT * FROM lane WHERE organisation = {} AND workspace = {}"
PEOPLE = "SELECT id, workspace FROM person WHERE organisation = {} AND id"
ABOUT = "purpose IN ('reminder', 'agreement', 'check_ins') AND act <> 'asked'"


def sqlite(file: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def sweep_sqlite(
    connection: sqlite3.Connection,
    organisation: str,
    now: datetime,
    batch: int,
    workspace: str,
    following: Rows,
) -> int:
    """`following` holds rows to insert, by the owner of what was claimed; returns how many were."""
    at = f"{now.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
    count = 0
    insert = f"INSERT INTO delivery ({INTO}) VALUES ({', '.join('?' * len(COLUMNS))}) "
    while True:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(LANE.format("?", "?"), (organisation, workspace)).fetchall()
        claimed = connection.execute(
            f"UPDATE delivery SET state = 'claimed', claimed_at = ?, claimed_by = 'raw', "
            f"begun_at = NULL "
            f"WHERE organisation = ? AND id IN "
            f"(SELECT id FROM delivery WHERE organisation = ? AND {OPEN} AND due_at <= ? "
            f"AND workspace = ? ORDER BY due_at, id LIMIT ?) RETURNING {TOLD}",
            (at, organisation, organisation, at, workspace, batch),
        ).fetchall()
        if not claimed:
            connection.execute("COMMIT")
            return count
        people, owners = [row[2] for row in claimed], [row[3] for row in claimed]
        many = ", ".join("?" * len(owners))
        for table, column, also in READ:
            connection.execute(
                f"SELECT * FROM {table} WHERE organisation = ? AND {column} IN ({many}) {also}",
                (organisation, *owners),
            ).fetchall()
        connection.execute(f"{PEOPLE.format('?')} IN ({many})", (organisation, *people)).fetchall()
        rows = [row for owner in owners for row in following[owner]]
        connection.executemany(f"{insert} ON CONFLICT DO NOTHING", rows)
        connection.execute("COMMIT")
        count += len(claimed)


READ = (
    ("engagement", "id", ""),
    ("rhythm", "owner", "AND confirmed"),
    ("ledger", "chain", f"AND {ABOUT} ORDER BY chain, seq"),
)


def postgresql(url: str) -> psycopg.Connection[Any]:
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


def sweep_postgresql(
    connection: psycopg.Connection[Any],
    organisation: str,
    now: datetime,
    batch: int,
    workspace: str,
    following: Rows,
) -> int:
    count = 0
    insert = f"INSERT INTO delivery ({INTO}) VALUES ({', '.join(['%s'] * len(COLUMNS))}) "
    while True:
        with connection.transaction(), connection.cursor() as cursor:
            cursor.execute(LANE.format("%s", "%s"), (organisation, workspace)).fetchall()
            cursor.execute(
                f"WITH due AS (SELECT id FROM delivery WHERE organisation = %s AND {OPEN} "
                f"AND due_at <= %s AND workspace = %s "
                f"ORDER BY due_at, id LIMIT %s FOR UPDATE SKIP LOCKED) "
                f"UPDATE delivery SET state = 'claimed', claimed_at = %s, claimed_by = 'raw', "
                f"begun_at = NULL "
                f"WHERE organisation = %s AND id IN (SELECT id FROM due) RETURNING {TOLD}",
                (organisation, now, workspace, batch, now, organisation),
            )
            claimed = cursor.fetchall()
            if not claimed:
                return count
            people, owners = [row[2] for row in claimed], [row[3] for row in claimed]
            for table, column, also in READ:
                cursor.execute(
                    f"SELECT * FROM {table} WHERE organisation = %s AND {column} = ANY(%s) {also}",
                    (organisation, owners),
                ).fetchall()
            cursor.execute(f"{PEOPLE.format('%s')} = ANY(%s)", (organisation, people)).fetchall()
            rows = [row for owner in owners for row in following[owner]]
            cursor.executemany(f"{insert} ON CONFLICT DO NOTHING", rows)
        count += len(claimed)


CONNECT: Mapping[str, Callable[[str], Any]] = {"sqlite": sqlite, "postgresql": postgresql}
SWEEP: Mapping[str, Callable[..., int]] = {
    "sqlite": sweep_sqlite,
    "postgresql": sweep_postgresql,
}
