"""Documents on their way to one person: held in this process alone, and only until they answer.

Teams puts a file nowhere before its reader says yes. Until then it is kept here, for half an hour
at the most; a restart forgets it, and then the person simply asks again.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.chat import Document
from bot.domain.people import Address

KEPT_SECONDS = 1_800.0
MOST_KEPT = 500


@dataclass(frozen=True, slots=True, repr=False)
class Waiting:
    whose: Address
    document: Document
    until: float


class Files:
    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._waiting: OrderedDict[str, Waiting] = OrderedDict()

    def offer(self, whose: Address, document: Document) -> str:
        """A ticket that nobody can guess, and that only this person can redeem."""
        self._forget_old()
        ticket = secrets.token_urlsafe(16)
        self._waiting[ticket] = Waiting(whose, document, self._now() + KEPT_SECONDS)
        return ticket

    def redeem(self, whose: Address, ticket: object) -> Document | None:
        """Once. None where it waits no longer, or for somebody else."""
        self._forget_old()
        found = self._waiting.get(ticket) if isinstance(ticket, str) else None
        if found is None or found.whose != whose or not isinstance(ticket, str):
            return None
        del self._waiting[ticket]
        return found.document

    def forget(self, whose: Address) -> None:
        for ticket in [key for key, one in self._waiting.items() if one.whose == whose]:
            del self._waiting[ticket]

    def _forget_old(self) -> None:
        now = self._now()
        while self._waiting:
            ticket, oldest = next(iter(self._waiting.items()))
            if oldest.until > now and len(self._waiting) < MOST_KEPT:
                return
            del self._waiting[ticket]
