"""Every message of the seven stories in a language: each story runs in English beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.chat import Buttons, Event, Form, Message, Pressed, Submitted
from bot.domain.people import Address
from bot.run.bot import Bot
from tests.stories.stage import WrittenStage
from tests.stories.told import STORIES
from tests.world import World

CROWD = 2


@dataclass
class Twins:
    """The story's own bot, pressed by its English labels, and one in another language.

    Both get the same random numbers, so that their buttons carry the same actions, but for the
    fingerprints of texts: `twin_of` has the other's action for each of the own ones.
    """

    own: Bot
    other: Bot
    language: str
    said: list[Message] = field(default_factory=list)
    twin_of: dict[str, str] = field(default_factory=dict)

    @property
    def events(self) -> Twins:
        return self

    @property
    def deliveries(self) -> Twins:
        return self

    async def handle(self, event: Event) -> Sequence[Message]:
        answers = await self.own.events.handle(event)
        what = event.what
        if isinstance(what, Pressed | Submitted):
            what = replace(what, action=self.twin_of.get(what.action, what.action))
        mirrored = replace(event, what=what, language=self.language)
        others = await self.other.events.handle(mirrored)
        self.twin_of.update(zip(_actions(answers), _actions(others), strict=False))
        self.said.extend(others)
        return answers

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        await self.own.deliveries.posted(to, reference, message, parts)
        await self.other.deliveries.posted(to, reference, message, parts)

    async def next_due(self) -> datetime | None:
        return await self.own.deliveries.next_due()

    async def tick(self) -> int:
        await self.other.tick()
        return await self.own.tick()


def _actions(messages: Sequence[Message]) -> list[str]:
    """The actions of all buttons and forms, in the order in which they are shown."""
    found: list[str] = []
    for block in (block for message in messages for block in message.blocks):
        match block:
            case Buttons():
                found += [button.action for button in block.buttons]
            case Form():
                found.append(block.action)
    return found


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
