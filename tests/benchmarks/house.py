"""A database with many clients, some of whom are due at one moment."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import URL, Table, create_engine, text

from bot.domain.consent import Act, Entry, Purpose, extend
from bot.domain.days_off import WEEKDAYS
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.rhythm import Rhythm, window_on
from bot.domain.weekly import weekly
from bot.rules.grants import terms_of, wording_now
from storage import OpenedStore
from storage.keys.sealed import Sealed
from storage.sql.rows import flat
from storage.sql.schema import delivery, engagement, ledger, person, rhythm
from storage.sql.sealed_rows.engagements import engagement_row
from storage.sql.sealed_rows.entries import entry_row
from storage.sql.sealed_rows.rhythms import rhythm_row
from storage.sql.seals.row_seals import facts, has_seal

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
# All of them are awake at NOW.
ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "Europe/Lisbon",
    "Europe/Athens",
    "Africa/Lagos",
    "Asia/Kolkata",
    "Asia/Ho_Chi_Minh",
    "Asia/Tokyo",
)
REMINDED = 0.2
# Of those who are due; the others are in workspaces of their own kind.
WORKSPACES = tuple(f"slack:{number:064x}" for number in range(20))
ELSEWHERE = "slack:elsewhere"
ENOUGH = Sealed(bytes(256))

SERIES = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {n}) |n",
    "postgresql": "|generate_series(1::bigint, {n}) AS n(i)",
}
# Scattered like the random ids of real rows.
NUMBERED = {
    "sqlite": "printf('%08x%023x', (i * 2654435761) % 4294967296, i)",
    "postgresql": (
        "lpad(to_hex((i * 2654435761) % 4294967296), 8, '0') || lpad(to_hex(i), 23, '0')"
    ),
}
IN_A_WEEK = {
    "sqlite": (
        "strftime('%Y-%m-%dT%H:%M:%f000Z', {column}, '+7 days', (i % 500000) || ' seconds')"
    ),
    "postgresql": "{column} + make_interval(days => 7, secs => i % 500000)",
}

COPIED = {
    person: "id = :whom",
    engagement: "id = :of",
    rhythm: "owner = :of",
    ledger: "chain = :of",
    delivery: "owner = :of",
}


@dataclass(frozen=True, slots=True)
class Client:
    """All that a sweep reads and writes of one client."""

    engagement: Engagement
    rhythm: Rhythm
    entries: Sequence[Entry]
    due: Delivery


def clients(count: int, chance: random.Random) -> Iterator[Client]:
    """Clients whose check-in is due at NOW: days, hours, zones and starts of their own."""
    for _ in range(count):
        yield _client(chance)


def _client(chance: random.Random) -> Client:
    owner, who = _id(chance), _id(chance)
    zone = chance.choice(ZONES)
    local = NOW.astimezone(ZoneInfo(zone))
    started = NOW - timedelta(days=chance.randrange(1, 80))
    ends_at = started + timedelta(days=168)
    mine = Engagement(
        id=owner,
        coach_id=_id(chance),
        client_id=who,
        state=EngagementState.ACTIVE,
        started_at=started,
        ends_on=ends_at.date(),
        ends_at=ends_at,
        keeps_until=ends_at + timedelta(days=14),
        agreement_version="1",
    )
    days = {WEEKDAYS[local.weekday()], *chance.sample(WEEKDAYS, chance.randrange(3))}
    hours = (time(local.hour), time(min(23, local.hour + chance.randrange(1, 4))))
    drawn = weekly(owner, sorted(days), 1, hours, zone, started.date())
    own = replace(drawn, confirmed=True, days_off=("2026-12-24/2027-01-02",))
    occurrence = window_on(own, local.date())
    assert occurrence is not None
    due = Delivery(
        id=_id(chance),
        kind=Kind.CHECK_IN,
        to=who,
        owner=owner,
        slot=occurrence.on.isoformat(),
        not_before=occurrence.not_before,
        not_after=occurrence.not_after,
        due_at=occurrence.not_before,
    )
    return Client(mine, own, _ledger(mine, reminded=chance.random() < REMINDED), due)


def _ledger(mine: Engagement, *, reminded: bool) -> list[Entry]:
    """As it stands after joining: each purpose asked, and answered."""
    purposes = [Purpose.AGREEMENT, Purpose.CHECK_INS, Purpose.KEEP_WORDS, Purpose.KEEP_MARKS]
    entries: list[Entry] = []
    for purpose in [*purposes, *([Purpose.REMINDER] if reminded else [])]:
        for act in (Act.ASKED, Act.GIVEN):
            wording, terms = wording_now(purpose, "en", mine), terms_of(purpose, mine)
            until = mine.keeps_until if purpose is Purpose.AGREEMENT else mine.ends_at
            kept = until if act is Act.GIVEN else None
            at = mine.started_at
            entries.append(extend(entries, mine.id, act, purpose, wording, at, kept, terms))
    return entries


async def fill(
    opened: OpenedStore, due: Sequence[Client], enrolled: int, workspaces: Sequence[str]
) -> None:
    """These clients, by turns in these workspaces, and others who are not due for a week."""
    store = opened.store
    where = [workspaces[number % len(workspaces)] for number in range(len(due))]
    async with store.transaction() as tx:
        work = tx._w
        for table, rows in (
            (person, [_person(one, at) for one, at in zip(due, where, strict=True)]),
            (engagement, [await engagement_row(work, one.engagement) for one in due]),
        ):
            await work.connection.execute(table.insert(), _of(store._organisation, rows))
        for table, rows in (
            (rhythm, [await rhythm_row(work, one.rhythm) for one in due]),
            (ledger, [entry_row(work, entry) for one in due for entry in one.entries]),
            (
                delivery,
                [flat(d.due) | {"workspace": at} for d, at in zip(due, where, strict=True)],
            ),
        ):
            whose = [_sealed(opened, table, row) for row in rows]
            await work.connection.execute(table.insert(), whose)
    await asyncio.to_thread(_fill_up, store._engine.url, due[0].engagement, enrolled - len(due))


def _sealed(opened: OpenedStore, table: Table, row: dict[str, Any]) -> dict[str, Any]:
    whole = {"organisation": opened.store._organisation, **row}
    seal = {"seal": opened.keys.row_seal(facts(table, whole))} if has_seal(table) else {}
    return whole | seal


def _fill_up(url: URL, like: Engagement, count: int) -> None:
    """What is filled in need not survive a power cut."""
    plain = create_engine(url.set(drivername=url.drivername.removesuffix("+aiosqlite")))
    with plain.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if plain.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA synchronous=OFF")
            connection.exec_driver_sql("PRAGMA cache_size=-400000")
        if count > 0:
            values = {"of": like.id, "whom": like.client_id, "n": count}
            for table in COPIED:
                connection.execute(text(_copies(plain.dialect.name, table)), values)
        connection.exec_driver_sql("ANALYZE")
        if plain.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.dispose()


def _copies(dialect: str, table: Table) -> str:
    """One statement that copies a client many times, each under ids and a due time of their own."""
    columns = [column.name for column in table.c]
    values = [_copied(dialect, table, name) for name in columns]
    kept = " AND act = 'given' AND purpose IN ('agreement', 'check_ins')"
    many = SERIES[dialect].format(n=":n")
    return (
        f"{many.partition('|')[0]}INSERT INTO {table.name} ({', '.join(map(_quoted, columns))}) "
        f"SELECT {', '.join(values)} FROM {table.name}, {many.partition('|')[2]} "
        f"WHERE {COPIED[table]}{kept if table is ledger else ''}"
    )


def _copied(dialect: str, table: Table, column: str) -> str:
    if column in ("id", "owner", "chain", "to", "client_id", "coach_id", "address_digest"):
        letter = {"to": "c", "client_id": "c", "coach_id": "k"}.get(column, "e")
        if table is person:
            letter = "c"
        return f"'{letter}' || {NUMBERED[dialect]}"
    if column in ("not_before", "not_after", "due_at"):
        return IN_A_WEEK[dialect].format(column=column)
    return f"'{ELSEWHERE}'" if column == "workspace" else _quoted(column)


def _quoted(column: str) -> str:
    return f'"{column}"'


def _of(organisation: str, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"organisation": organisation, **row} for row in rows]


def _person(of: Client, workspace: str) -> dict[str, object]:
    own = dict.fromkeys(("address", "name", "dialogue", "settings"), ENOUGH)
    who = of.engagement.client_id
    return own | {
        "id": who,
        "address_hash": who,
        "language": "",
        "workspace": workspace,
    }


def _id(chance: random.Random) -> str:
    return f"{chance.getrandbits(128):032x}"
