"""Plays a client who allows walks and withdraws them. It runs in the copy that knows of walks.

Its last line says what happened, as JSON.
"""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any

from bot.chat import Document
from bot.domain.delivery import Kind
from bot.domain.purposes import Purpose
from bot.rules.planning import plan_next
from bot.text import catalogue, languages
from tests.world import Chatter, World, joined, text_of


async def play() -> dict[str, Any]:
    world = World()
    client, _ = await joined(world)
    told: dict[str, Any] = {"switches": text_of(await client.writes("my switches"))}
    told["asked"] = text_of(await client.presses("Turn on: Walks"))
    told["given"] = text_of(await client.presses("Yes"))
    told["receipt"] = await _receipt(client)
    told["arrived"] = await _next_walk(world)
    await _plan_another(world)
    told["planned_before"] = [one["state"] for one in await _walks(world)]
    await client.writes("my switches")
    told["withdrawn"] = text_of(await client.presses("Turn off: Walks"))
    told["receipt_after"] = await _receipt(client)
    told["planned_after"] = [one["state"] for one in await _walks(world)]
    await _plan_another(world)
    await world.until(world.clock.now() + timedelta(days=15))
    told["gate"] = [one for one in await _walks(world) if one["state"] != "sent"]
    told["walks"] = client.templates().count("walk-hello")
    told["worded"] = {one: catalogue(one)("purpose-walks") for one in languages()}
    return told


async def _receipt(client: Chatter) -> dict[str, Any]:
    (message,) = await client.writes("my receipt")
    paper = message.blocks[-1]
    assert isinstance(paper, Document)
    of_walks = [one for one in json.loads(paper.content.text)["pii_processing"]
                if one["purpose"] == "walks"]  # fmt: skip
    return {"chat": text_of([message]), "file": of_walks}


async def _next_walk(world: World) -> str:
    for _ in range(20):
        await world.skip()
        newest = world.platform.arrived[-1].message.template
        if newest == "walk-hello":
            return newest
    return ""


async def _walks(world: World) -> list[dict[str, Any]]:
    tables = world.store._tables  # type: ignore[attr-defined]
    mine = [one for one in tables.deliveries.values() if one.kind is Kind("walk")]
    return [{"state": one.state.value, "reason": one.reason} for one in mine]


async def _plan_another(world: World) -> None:
    """Plans a walk, whether or not it is allowed."""
    async with world.store.transaction() as tx:
        person = await tx.person_at(next(a for a in world.people if a.user == "client"))
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        rhythm = await tx.rhythm(engagement.id)
        assert rhythm is not None
        now = world.clock.now() + timedelta(days=1)
        await plan_next(tx, world.chance, Kind("walk"), person.id, rhythm, now)


if __name__ == "__main__":
    assert Purpose("walks")
    print(json.dumps(asyncio.run(play())))
