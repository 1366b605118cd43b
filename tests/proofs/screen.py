"""A platform as the people on it see it, and the desk by which it asks the bot."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from adapters.shared.outgoing import OutgoingMethods
from bot.chat import Event, Message
from bot.domain.people import Address
from bot.ports import Adapter
from bot.run.bot import Bot
from tests.bot_desk import HandsOn
from tests.fakes import FakeClock


class Screen(Protocol):
    """One platform, as the people on it see it."""

    outgoing: OutgoingMethods
    workspace: str

    @property
    def clock(self) -> FakeClock: ...

    @property
    def adapter(self) -> Adapter: ...

    def opens(self, bot: Bot) -> None:
        """Connects the bot to the adapter."""

    async def meets(self, person: Address) -> None:
        """Does what has to be done before somebody can be written to."""

    async def does(self, event: Event) -> Sequence[Message]:
        """Brings an event in, and shows the answers."""

    async def looks_at_home(self, event: Event) -> None: ...

    async def shown(self, person: Address) -> str:
        """All that the bot still shows to this person, on every surface, as one text."""

    def carried(self) -> Mapping[str, str]:
        """All that each method ever carried, as one text."""


@dataclass
class BotDesk(HandsOn):
    """The bot, as an adapter sees it: a `Desk` and a `PageDesk`."""

    clock: FakeClock
    answers: list[Message] = field(default_factory=list)

    async def accept(self, event: Event) -> None:
        raise AssertionError("the screen handles it at once")

    async def handle(self, event: Event) -> Sequence[Message]:
        self.answers = list(await self.bot.events.handle(event))
        return self.answers

    async def left(self, workspace: Address) -> None: ...

    async def returned(self, workspace: Address) -> None: ...

    def now(self) -> Any:
        return self.clock.now()

    async def skip(self) -> bool:
        return False

    async def zone_of(self, address: Address) -> str | None:
        return None

    async def language_of(self, address: Address) -> str | None:
        return None


def as_text(shown: object) -> str:
    return json.dumps(shown, ensure_ascii=False, default=str)
