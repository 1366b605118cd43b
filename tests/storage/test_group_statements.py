"""A group of check-ins takes as many statements as one check-in did once, however wide it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.delivery.lanes import WIDTH, Lanes
from storage import OpenedStore
from tests.world import World, joined

# The most that a group may take, from its locks to its end; a claim's own are not counted.
MOST = {"sqlite": 11, "postgresql": 12}
# A claim brings up to a hundred: its own statements are shared by four groups.
A_CHECK_IN = 0.5


async def test_the_statements_of_a_group_do_not_grow_with_it(sql: OpenedStore, kind: str) -> None:
    world = World(sql.store, lanes=Lanes(width=6, batch=6))
    for number in range(6):
        await joined(world, f"C{number}", f"K{number}", client=f"c{number}", coach=f"k{number}")
    counts = {}
    for width in (3, 6):
        world.bot.deliveries._lanes.width = width
        counts[width] = await _next_check_ins(world)
    # Two groups of three, and one of six, after one claim each.
    a_group = len(counts[3]) - len(counts[6])
    assert a_group <= MOST[kind], "\n".join(counts[6])
    assert a_group / WIDTH <= A_CHECK_IN


async def _next_check_ins(world: World) -> list[str]:
    """What is asked when they leave. Digests of which nothing is shared come between."""
    for _ in range(20):
        due = await world.bot.deliveries.next_due()
        assert due is not None
        world.clock.at = due + timedelta(minutes=1)
        with counted() as asked:
            sent = await world.bot.deliveries.send_due()
        if sent:
            assert sent == 6
            return asked
    raise AssertionError("no check-in came")


@contextmanager
def counted() -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_: Any, __: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(" ".join(statement.split())[:90])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)
