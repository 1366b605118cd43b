"""Attacks by somebody who writes to the database: events that were handled once, put back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.chat import Event, Happening, Wrote
from bot.domain.words import Words
from bot.inbound.inbox import InboxWorker
from tests.attacks.attack import Tried, attack
from tests.attacks.junk_rows import pair

KEPT = "CREATE TABLE kept AS SELECT * FROM inbox WHERE 0"
KEEP = (
    "CREATE TRIGGER keep AFTER INSERT ON inbox BEGIN "
    "INSERT INTO kept SELECT * FROM inbox WHERE number = new.number; END"
)


@attack("Puts the events back that once gave consent, after a later stop.")
async def test_events_from_before_a_stop(tmp_path: Path, tried: Tried) -> None:
    async with pair(tmp_path) as house:
        world, mai = house.world, house.mai
        worker = InboxWorker(world.store, world.bot.events, {}, world.clock)
        await house.run(KEPT)
        await house.run(KEEP)

        async def does(number: int, what: Happening) -> None:
            await worker.accept(Event(f"e{number}", mai.address, Words("Mai"), what))
            while worker._chats:
                await next(iter(worker._chats.values()))
            world.clock.at += timedelta(minutes=1)

        for number, line in enumerate(("stop", "resume", "stop")):
            await does(number, Wrote(Words(line), f"m{number}"))
        await house.run("DROP TRIGGER keep")
        await house.run("DELETE FROM seen_event")
        old = (await house.rows("kept"))[1]
        await house.add("inbox", {**old, "number": 900})
        await worker.look()
        await worker.stop()
        assert not await house.rows("inbox")
        assert await house.next_hours() == ["lea"]
        async with world.store.transaction() as tx:
            (mine,) = await tx.engagements_of(house.mais_id)
        assert mine.stopped
        tried()
