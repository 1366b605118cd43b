"""A Handrail for many workspaces, with a real bot, that takes payloads behind the signature."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from adapters.slack.adapter import SlackAdapter, Timing
from adapters.slack.inbound.oauth_grant import grant_of
from adapters.slack.opening import OpenedSlack
from bot.chat import Event
from bot.domain.people import Address, Person
from bot.run.bot import Bot
from bot.settings import Settings
from tests.adapters.slack.fake_slack import SECRET, FakeSlack, fake_slack
from tests.adapters.slack.grid.payloads import (
    ONE,
    TWO,
    WHOLE,
    Through,
    granted,
    pressed,
    removed,
    typed,
)
from tests.adapters.slack.live_slack import opened_slack, settings_for
from tests.bot_desk import HandsOn
from tests.fakes import FakeClock, SeededChance
from tests.memory_store.store import MemoryStore

Json = dict[str, Any]
MAI, DANIEL = "U0MAI", "U0DANIEL"
CODE = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b")
MANY: Json = {
    "slack_signing_secret": SECRET,
    "slack_client_id": "1.2",
    "slack_client_secret": "s3cret",
    "public_url": "http://127.0.0.1",
    "slack_workspaces": f"{WHOLE}, T0LONELY",
}


@dataclass
class RealDesk(HandsOn):
    """Handles an event at once, and answers it through the adapter."""

    adapter: SlackAdapter
    gone: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    taken: list[Event] = field(default_factory=list)

    async def accept(self, event: Event) -> None:
        self.taken.append(event)
        await self.adapter.answer(event, await self.bot.events.handle(event))

    async def left(self, workspace: Address) -> None:
        self.gone.append(workspace.workspace)
        await self.bot.events.left(workspace)

    async def returned(self, workspace: Address) -> None:
        self.back.append(workspace.workspace)
        await self.bot.events.returned(workspace)


@dataclass
class GridHouse:
    slack: FakeSlack
    opened: OpenedSlack
    desk: RealDesk
    store: MemoryStore
    clock: FakeClock
    tokens: dict[str, str] = field(default_factory=dict)
    installs: int = 0

    async def takes(self, payload: Json) -> int:
        return (await self.opened._bolt.dispatch(payload)).status

    async def install(self, place: str) -> None:
        """As the page does it, after Slack has answered."""
        self.installs += 1
        self.tokens.pop(place, None)
        self.tokens[place] = token = f"xoxb-{self.installs}"
        self.slack.tokens.add(token)
        many, served = self.opened._intake._installs._exact, self.opened._intake._installs
        grant = grant_of(granted(place, token), float(self.installs * 1_000))
        await many.save(grant)  # type: ignore[attr-defined]
        for one in await served.began(grant.install):
            await self.desk.returned(Address("slack", one, ""))

    async def remove(self, place: str, *kinds: str) -> None:
        """Slack ends the token, and says so in two events.

        With an organisation's install end those of its workspaces that are older.
        """
        older = [*self.tokens]
        older = older[: older.index(place)] if place == WHOLE and place in older else []
        for one in (*older, place):
            self.slack.tokens.discard(self.tokens.pop(one, ""))
        for kind in kinds or ("tokens_revoked", "app_uninstalled"):
            assert await self.takes(removed(place, kind, self.installs * 1_000 + 500)) == 200

    def through(self) -> list[Through]:
        return [Through(place, ONE) for place in self.tokens]

    async def says(self, through: Through, user: str, text: str, team: str = ONE) -> None:
        assert await self.takes(typed(through, user, team, text)) == 200

    async def presses(self, through: Through, user: str, label: str) -> None:
        (action, *_) = [
            element["value"]
            for message in reversed(self.slack.shown(user))
            for block in reversed(message.get("blocks") or [])
            for element in block.get("elements") or []
            if element.get("type") == "button" and element["text"]["text"] == label
        ]
        assert await self.takes(pressed(through, user, ONE, action)) == 200

    def reads(self, user: str) -> str:
        return json.dumps(self.slack.shown(user)[-2:], ensure_ascii=False)

    async def joins(self, through: Through) -> None:
        """A coach and a client begin, and the client allows check-ins."""
        await self.says(through, DANIEL, "invite")
        code = CODE.search(self.reads(DANIEL))
        assert code is not None
        await self.says(through, MAI, code[0])
        await self.presses(through, MAI, "I agree")
        for _ in range(3):
            await self.presses(through, MAI, "Yes")
        await self.says(through, MAI, "Mondays and Thursdays 9-11")
        await self.presses(through, MAI, "That's right")

    async def person(self, address: Address) -> Person | None:
        async with self.store.transaction() as tx:
            return await tx.person_at(address)

    async def found(self, user: str) -> list[Address]:
        everywhere = [Address("slack", place, user) for place in (ONE, TWO, WHOLE)]
        return [one for one in everywhere if await self.person(one) is not None]


@asynccontextmanager
async def grid_house(folder: Path, store: MemoryStore | None = None) -> AsyncIterator[GridHouse]:
    clock = FakeClock()

    async def sleep(seconds: float) -> None:
        clock.forward(seconds=seconds)

    times = Timing(clock.now, lambda: clock.at.timestamp(), sleep)
    async with fake_slack(now=clock.now) as slack:
        slack.tokens.clear()
        settings = settings_for(slack.api, **MANY)
        async with opened_slack(settings, folder, times) as opened:
            held = store or MemoryStore()
            adapter = opened.adapter
            bot = Bot(held, {"slack": adapter}, clock, SeededChance(), Settings())
            desk = RealDesk(bot, adapter)
            adapter.desk = opened._intake.desk = desk
            yield GridHouse(slack, opened, desk, held, clock)
