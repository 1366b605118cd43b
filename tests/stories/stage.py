"""The stages on which stories are played, and one that writes down every word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.chat import Form, Message
from bot.plain import to_plain
from bot.settings import Settings
from tests.fakes import Arrived
from tests.world import Chatter, World

MOST_SKIPS = 40


class Actor(Protocol):
    """A person in a story, on any stage."""

    name: str

    async def writes(self, text: str) -> None: ...

    async def presses(self, label: str) -> None: ...

    async def ticks(self, purpose: str) -> None:
        """Ticks one purpose in the form of what is allowed, and saves it."""

    async def fills(self, **values: str) -> None:
        """Sends the newest form. Fields that are not named keep their offered values."""

    async def sees(self, *texts: str) -> None:
        """Checks that all of these texts are in the chat."""

    async def sees_no(self, *texts: str) -> None: ...

    async def has(self, text: str) -> bool: ...

    async def code(self) -> str:
        """Returns the newest invitation code in the chat."""

    async def travels(self, zone: str) -> None: ...


class Stage(Protocol):
    @property
    def crowd(self) -> int:
        """The number of clients in the story of a coach with many."""

    async def enters(self, name: str, role: str) -> Actor: ...

    async def comes(self) -> None:
        """Moves time to the next message."""

    async def until(self, actor: Actor, text: str) -> None:
        """Moves time until this text is in the actor's chat."""

    async def nothing_comes(self) -> None:
        """Checks that no delivery is planned any more."""

    async def nothing_leaves(self) -> None:
        """Moves time to the next delivery, and checks that it does not leave."""

    def tells(self, text: str) -> None:
        """Adds a line of the narrator."""


@dataclass
class Player:
    """An actor who talks to the bot itself, without a platform."""

    chatter: Chatter
    stage: WrittenStage
    name: str

    async def writes(self, text: str) -> None:
        self.stage.says(self.name, text)
        self.stage.answers(self.name, await self.chatter.writes(text))

    async def presses(self, label: str) -> None:
        self.stage.acts(self.name, f"presses “{label}”")
        self.stage.answers(self.name, await self.chatter.presses(label))

    async def ticks(self, purpose: str) -> None:
        self.stage.acts(self.name, f"ticks “{purpose}” and saves")
        self.stage.answers(self.name, await self.chatter.presses(f"Turn on: {purpose}"))

    async def fills(self, **values: str) -> None:
        named = {name.replace("_", "-"): value for name, value in values.items()}
        labels = _labels(self.chatter.form(), named)
        self.stage.acts(self.name, f"fills in {labels}" if labels else "sends the form as it is")
        self.stage.answers(self.name, await self.chatter.submits(**named))

    async def sees(self, *texts: str) -> None:
        shown = self.chatter.sees().casefold()
        for text in texts:
            assert text.casefold() in shown, text

    async def sees_no(self, *texts: str) -> None:
        shown = self.chatter.sees().casefold()
        for text in texts:
            assert text.casefold() not in shown, text

    async def has(self, text: str) -> bool:
        return text.casefold() in self.chatter.sees().casefold()

    async def code(self) -> str:
        return self.chatter.code()

    async def travels(self, zone: str) -> None:
        self.stage.acts(self.name, f"is in {zone.rpartition('/')[2]} now")
        self.chatter.zone = zone


@dataclass
class WrittenStage:
    """Plays on the in-memory store, and writes a transcript for people to read."""

    world: World = field(default_factory=lambda: World(settings=Settings()))
    lines: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    crowd: int = 40

    def __post_init__(self) -> None:
        self.world.platform.listeners.append(self._arrived)
        self._day = ""

    async def enters(self, name: str, role: str) -> Player:
        user = role if role not in self.names.values() else name.lower()
        self.names[name] = user
        return Player(self.world.person(user, name), self, name)

    async def comes(self) -> None:
        assert await self.world.skip(), "nothing comes any more"

    async def until(self, actor: Actor, text: str) -> None:
        for _ in range(MOST_SKIPS):
            if await actor.has(text):
                return
            await self.comes()
        raise AssertionError(text)

    async def nothing_comes(self) -> None:
        assert not await self.world.skip()

    async def nothing_leaves(self) -> None:
        before = len(self.world.platform.arrived)
        await self.world.skip()
        assert len(self.world.platform.arrived) == before

    def tells(self, text: str) -> None:
        self.lines.append(f"*{text}*\n")

    def says(self, name: str, text: str) -> None:
        self._dated()
        self.lines.append(f"**{name}:** {text}\n")

    def acts(self, name: str, what: str) -> None:
        self._dated()
        self.lines.append(f"**{name}** {what}\n")

    def answers(self, name: str, messages: Sequence[Message]) -> None:
        for message in messages:
            self.lines.append(f"Handrail to {name}:\n\n{_quoted(message)}\n")

    def _arrived(self, arrival: Arrived) -> None:
        self._dated()
        names = {user: name for name, user in self.names.items()}
        who = names.get(arrival.to.user, arrival.to.user)
        self.lines.append(f"By itself, Handrail to {who}:\n\n{_quoted(arrival.message)}\n")

    def _dated(self) -> None:
        local = self.world.clock.now().astimezone(ZoneInfo("Europe/Berlin"))
        day = f"{local:%A} {local.day} {local:%B %Y}"
        if day != self._day:
            self._day = day
            self.lines.append(f"### {day}\n")


def _quoted(message: Message) -> str:
    return "\n".join(f"> {line}  " if line else ">" for line in to_plain(message).splitlines())


def _labels(form: Form, values: dict[str, str]) -> str:
    labels = {one.name: one.label for one in form.fields}
    return "; ".join(f"{labels[name]}: {value}" for name, value in values.items())
