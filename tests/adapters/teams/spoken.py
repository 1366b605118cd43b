"""Every message of the seven stories in a language: each story runs in English beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.chat import Event, Message
from bot.domain.people import Address
from bot.run.bot import Bot
from tests.stories.stage import WrittenStage
from tests.stories.told import STORIES
from tests.world import World

CROWD = 2


@dataclass
class Twins:
    """The story's own bot, pressed by its English labels, and one in another language.

    Both get the same random numbers, so that their buttons carry the same actions.
    """

    own: Bot
    other: Bot
    language: str
    said: list[Message] = field(default_factory=list)

    @property
    def events(self) -> Twins:
        return self

    @property
    def deliveries(self) -> Twins:
        return self

    async def handle(self, event: Event) -> Sequence[Message]:
        answers = await self.own.events.handle(event)
        self.said.extend(await self.other.events.handle(replace(event, language=self.language)))
        return answers

    async def posted(self, to: Address, reference: str, message: str) -> None:
        await self.own.deliveries.posted(to, reference, message)
        await self.other.deliveries.posted(to, reference, message)

    async def next_due(self) -> datetime | None:
        return await self.own.deliveries.next_due()

    async def tick(self) -> int:
        await self.other.tick()
        return await self.own.tick()


async def every_message(language: str) -> list[Message]:
    """All messages, by template and story."""
    said: list[Message] = []
    for story in STORIES.values():
        stage = WrittenStage(crowd=CROWD)
        mirror = World(settings=stage.world.settings)
        mirror.clock = mirror.platform.clock = stage.world.clock
        # Start both again, so that both have used the same random numbers.
        mirror.bot, own = mirror._start(), stage.world._start()
        twins = Twins(own, mirror.bot, language)
        stage.world.bot = twins  # type: ignore[assignment]
        await story(stage)
        said += [*twins.said, *(one.message for one in mirror.platform.arrived)]
        said += [one.message for one in mirror.platform.edits]
    return said
