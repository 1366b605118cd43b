"""A typed code asks the database the same, whether somebody else used it or not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests.attacks.colluding import MEMBERS, begin
from tests.databases import opened
from tests.world import World


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collects the statements of every engine, without their values."""
    seen: list[str] = []

    def note(_1: Any, _2: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def asked(folder: Path, member: str, *, used: bool) -> list[str]:
    """The statements for which the third account's typing of the code is the reason."""
    folder.mkdir()
    async with opened("sqlite", folder) as store:
        world = World(store.store)
        coach, third = await begin(world, member)
        code = coach.code()
        # Whoever used it or not, somebody begins with another coach: as much is in the tables.
        world.clock.forward(minutes=1)
        await world.person("client", "Mai").writes(code if used else _another(world))
        world.clock.forward(minutes=1)
        with statements() as seen:
            await third.writes(code)
            await third.writes("AAAA-2222")
        return seen


def _another(world: World) -> str:
    return next(one for one in world.people.values() if one.name == "Ana").code()


@pytest.mark.parametrize("member", MEMBERS)
async def test_the_statements_are_the_same_for_a_used_and_an_unused_code(
    tmp_path: Path, member: str
) -> None:
    used = await asked(tmp_path / "used", member, used=True)
    assert used == await asked(tmp_path / "unused", member, used=False)
    assert len(used) > 5
