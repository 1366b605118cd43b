"""The observers of a history: the fakes tell them of each event between core and outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat import Message
from bot.domain.people import Address
from tests.simulation.accepted import AcceptedEvents
from tests.simulation.claims import Claims
from tests.simulation.groups import Groups
from tests.simulation.waits import Waits

if TYPE_CHECKING:
    from tests.simulation.network import Arrival


@dataclass
class Observers:
    """Callbacks for single events; `waits`, `claims` and `accepted` check rules of their own."""

    asked: Callable[[Address, Message, str], Awaitable[None]]
    arrives: Callable[[Arrival], None]
    edited: Callable[[Address, str, Message], None]
    settled: Callable[[str, str], None]
    broke: Callable[[str], None]
    note: Callable[[str], None]
    waits: Waits
    claims: Claims
    accepted: AcceptedEvents
    groups: Groups
    begun: Callable[[str], None]
