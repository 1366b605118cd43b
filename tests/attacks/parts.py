"""What each part of an installation gives to somebody who copies that part alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.chat import Submitted
from bot.domain import actions
from tests.databases import opened
from tests.proofs.test_two_worlds_in_the_clear import engagement_of
from tests.world import World, joined

# What the client of `few` has, and nobody else here: any of it in the clear names them.
SET = ("Europe/San_Marino", "San_Marino", "IT-BO", "2026-12-24", "FREQ=", "BYDAY", "MO,TH")


async def few(folder: Path, organisation: str = "org") -> World:
    """One of few: a Vietnamese speaker in San Marino, who withdraws something."""
    async with opened("sqlite", folder, organisation) as store:
        world = World(store.store)
        client, _ = await joined(world, digest=False, zone="Europe/San_Marino")
        engagement = await engagement_of(world, client)
        rest = {"quiet-from": "", "quiet-to": "", "off": "24 December", "holidays": "IT-BO"}
        await client.does(Submitted(actions.HOURS(engagement), rest))
        await client.presses("That's right")
        await client.presses_raw(actions.LANGUAGE("vi"))
        await client.presses_raw(actions.SWITCHES())
        await client.writes("stop")
    return world


def cells(file: Path) -> Iterator[tuple[str, object]]:
    """Every (table.column, value) of a SQLite file."""
    with closing(sqlite3.connect(file)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in names:
            found = database.execute(f'SELECT * FROM "{table}"')
            columns = [one[0] for one in found.description]
            for row in found.fetchall():
                for column, value in zip(columns, row, strict=True):
                    yield f"{table}.{column}", value


def looks_of(text: str) -> set[bytes]:
    """The ways in which a text can stand in a file."""
    return {text.encode(), text.encode("utf-16-le"), text.encode().hex().encode()} | {
        json.dumps(text).strip('"').encode()
    }
