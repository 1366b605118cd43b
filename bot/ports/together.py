"""The port for a group: deliveries that pass the gate together, and are settled together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.asking import Asking
from bot.domain.delivery import Delivery
from bot.domain.people import Person


class Together(Protocol):
    """Reads and writes about many deliveries at once, in a few statements."""

    async def chat_keys(self, person_ids: Collection[str]) -> Mapping[str, str]:
        """The `Address.chat_key` of each of these people. It leaves out who cannot be read."""

    async def foresee(self, group: Sequence[Delivery], since: datetime) -> None:
        """Reads at once what the gate asks about each of these deliveries, one question at a time.

        It changes no answer: until this transaction writes something, the single reads answer from
        what was read here. `since` (UTC) is what `around` will be asked with.
        """

    async def foresee_settling(self, group: Sequence[Delivery]) -> None:
        """Does the same for what is asked where deliveries are settled that have left."""

    async def settle_sent(self, delivery_ids: Collection[str], at: datetime, *, by: str) -> None:
        """Ends claimed deliveries that were sent. Raises ValueError if `by` has not claimed one."""

    async def save_people(self, people: Sequence[Person], at: datetime) -> None:
        """Saves each like `save_person`."""

    async def save_askings(self, askings: Sequence[Asking]) -> None:
        """Saves each like `save_asking`."""
