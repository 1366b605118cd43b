"""A desk that remembers the events it accepted, and can fail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.chat import Event, Message, Text
from bot.domain.people import Address


@dataclass
class AcceptingDesk:
    """Raises `trouble`, if set, as a full store would. `people` are known there, and have agreed
    to something (True) or to nothing.
    """

    taken: list[Event] = field(default_factory=list)
    posts: list[tuple[Address, str, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    homes: int = 0
    people: dict[Address, bool] = field(default_factory=dict)
    trouble: Exception | None = None

    async def accept(self, event: Event) -> None:
        if self.trouble is not None:
            raise self.trouble
        if all(event.id != known.id for known in self.taken):
            self.taken.append(event)

    async def handle(self, event: Event) -> Sequence[Message]:
        await self.accept(event)
        return []

    async def home(self, visitor: Event) -> Message:
        self.homes += 1
        return Message("home", "A note", (Text(f"About {visitor.name.text}"),))

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        self.posts.append((to, reference, message))

    async def known(self, addresses: Sequence[Address]) -> Mapping[Address, bool]:
        return {one: self.people[one] for one in addresses if one in self.people}

    async def left(self, workspace: Address) -> None:
        self.gone.append(workspace.workspace)

    async def returned(self, workspace: Address) -> None:
        self.back.append(workspace.workspace)
