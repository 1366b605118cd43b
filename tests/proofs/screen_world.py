"""A client and a coach who live, on the screen of one platform, through all that shows words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.chat import (
    Button,
    Buttons,
    Deleted,
    Edited,
    Event,
    Happening,
    Message,
    Pressed,
    Submitted,
    Wrote,
)
from bot.domain import actions
from bot.domain.people import Address
from bot.domain.purposes import Purpose
from bot.domain.words import Words
from bot.run.bot import Bot
from tests.proofs.screen import Screen
from tests.proofs.screens import SCREENS, TeamsScreen
from tests.world import Chatter, World, joined

KEPT, SHARED, DRAFT, WHEN, THEN, FROM, FORM = (
    f"zebra {what} marker" for what in ("kept", "shared", "draft", "when", "then", "from", "form")
)
WORDS = (KEPT, SHARED, DRAFT, WHEN, THEN, FROM, FORM)
CLIENT, COACH = "Zebrina", "Danilo"


class ScreenWorld(World):
    """A whole Handrail on one screen."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        super().__init__()

    def _start(self) -> Bot:
        self.clock = self.screen.clock
        adapters = {self.screen.adapter.platform: self.screen.adapter}
        bot = Bot(self.store, adapters, self.clock, self.chance, self.settings)
        self.screen.opens(bot)
        return bot

    def person(
        self, user: str, name: str, zone: str | None = "Europe/Berlin", workspace: str = ""
    ) -> Person:
        address = Address(self.screen.adapter.platform, self.screen.workspace, user)
        return Person(self, address, name, zone)


@dataclass(eq=False)
class Person(Chatter):
    """A person who uses the bot through a screen. `said` is what their messages say now."""

    said: dict[str, str] = field(default_factory=dict)

    async def does(self, what: Happening, event_id: str | None = None) -> list[Message]:
        screen = self.screen()
        await screen.meets(self.address)
        answers = list(await screen.does(self._event(self._as_platform_tells(what))))
        self.receives(answers)
        return answers

    async def opens_home(self) -> Message:
        await self.screen().looks_at_home(self._event(Pressed("")))
        return await self.world.bot.events.home(self._event(Pressed("")))

    async def sees_now(self) -> str:
        return await self.screen().shown(self.address)

    def _as_platform_tells(self, what: Happening) -> Happening:
        """Slack tells what a message said before. Teams does not; the page looks by itself."""
        match what:
            case Wrote(text, str() as message):
                self.said[message] = text.text
            case Edited(message, text) if self.address.platform == "slack":
                was, self.said[message] = self.said[message], text.text
                return Edited(message, text, was=Words(was))
            case Deleted(message) if self.address.platform == "slack":
                return Deleted(message, was=Words(self.said[message]))
        return what

    def _event(self, what: Happening) -> Event:
        number = next(self.world.events)
        name = Words(self.name)
        return Event(f"event-{number}", self.address, name, what, self.zone, self.language)

    def screen(self) -> Screen:
        assert isinstance(self.world, ScreenWorld)
        return self.world.screen


@dataclass
class Scene:
    """A client and a coach on one platform, who have lived through all that shows words."""

    world: ScreenWorld
    client: Person
    coach: Person

    async def engagement(self) -> str:
        async with self.world.store.transaction() as tx:
            person = await tx.person_at(self.client.address)
            assert person is not None
            return (await tx.engagements_of(person.id))[0].id

    async def lists(self) -> None:
        """The client lets the coach see them on the list, and both look at their home page."""
        await self.client.presses_raw(actions.SWITCH(await self.engagement(), Purpose.LISTED, "on"))
        await self.client.presses("Yes")
        await self.coach.writes("my clients")

    async def plants(self) -> None:
        await self.lists()
        await self.writes_and_keeps(KEPT)
        await self.writes_and_shares(SHARED)
        await self.client.does(Submitted(actions.STEP_FROM(), {"text": FROM}))
        await self.client.writes("step")
        await self.client.submits(when=WHEN, then=THEN)
        await self.client.writes(DRAFT)
        await self.everybody_looks()

    async def everybody_looks(self) -> None:
        await self.client.writes("what do you hold")
        await self.client.presses("Give me all of it as a file")
        screen = self.world.screen
        if isinstance(screen, TeamsScreen):
            await screen.accepts_files(self.client.address)
            await self.client.presses("Give me all of it as a file")
        await self.client.opens_home()
        await self.coach.opens_home()

    async def writes_and_keeps(self, words: str) -> None:
        await self.client.writes(words, message=of(words))

    async def writes_and_shares(self, words: str) -> None:
        await self.client.writes(words, message=of(words))
        await self.client.asks_to_share(COACH)
        if "Share exactly this" not in labels(self.client.shown[-1]):
            await self.client.presses("Yes")
        await self.client.presses("Share exactly this")
        await self.coach.writes("digest")
        await self.coach.presses("Bring up next time")
        await self.coach.writes("my clients")

    async def after(self) -> tuple[str, str]:
        """What both still see, once everything that was planned to be edited is edited.

        A minute later, because an edit waits for the pace of its platform too.
        """
        self.world.clock.forward(minutes=1)
        await self.world.bot.tick()
        return await self.client.sees_now(), await self.coach.sees_now()


def of(words: str) -> str:
    """The platform's id of the message that says these words; it holds none of them."""
    return f"own-{WORDS.index(words)}"


def labels(message: Message) -> list[str]:
    found: list[Button] = []
    for block in message.blocks:
        found += block.buttons if isinstance(block, Buttons) else ()
    return [button.label for button in found]


@asynccontextmanager
async def living(name: str, folder: Path) -> AsyncIterator[Scene]:
    """A client and a coach who have agreed to everything, on one platform."""
    folder.mkdir(parents=True, exist_ok=True)
    async with SCREENS[name](folder) as screen:
        world = ScreenWorld(screen)
        client, coach = await joined(world, CLIENT, COACH, client="u0mai", coach="u0dan")
        assert isinstance(client, Person)
        assert isinstance(coach, Person)
        yield Scene(world, client, coach)


async def erase_all(scene: Scene) -> None:
    await scene.client.writes("erase everything")
    await scene.client.presses("Erase everything")
