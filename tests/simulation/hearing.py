"""Who is told of what happens between the core, the store and the platforms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat import Message
from bot.domain.people import Address
from tests.simulation.claims import Claims
from tests.simulation.letters import Letters
from tests.simulation.waits import Waits

if TYPE_CHECKING:
    from tests.simulation.network import Arrival


@dataclass
class Hearing:
    """`waits`, `claims` and `letters` are books of their own; each knows its rules."""

    asked: Callable[[Address, Message, str], Awaitable[None]]
    arrives: Callable[[Arrival], None]
    edited: Callable[[Address, str, Message], None]
    settled: Callable[[str, str], None]
    broke: Callable[[str], None]
    note: Callable[[str], None]
    waits: Waits
    claims: Claims
    letters: Letters
