"""Documents that were offered to one person: kept in this process alone, until they answer.

Teams puts a file nowhere before its reader says yes. Until then it is kept here, for half an hour
at most. A restart forgets it, and then the person simply asks again.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from adapters.shared.bounded import BriefMemory
from bot.chat import Document
from bot.domain.people import Address

KEPT_SECONDS = 1_800.0
MOST_KEPT = 500


@dataclass(frozen=True, slots=True, repr=False)
class OfferedFile:
    """`whose` is the only person who may have the document."""

    whose: Address
    document: Document


class OfferedFiles:
    """`now` returns seconds and never goes back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._offered: BriefMemory[str, OfferedFile] = BriefMemory(KEPT_SECONDS, now, MOST_KEPT)

    def offer(self, whose: Address, document: Document) -> str:
        """Returns a ticket that nobody can guess and that only this person can redeem."""
        ticket = secrets.token_urlsafe(16)
        self._offered.put(ticket, OfferedFile(whose, document))
        return ticket

    def redeem(self, whose: Address, ticket: str) -> Document | None:
        """Returns the document once; None when it is no longer kept, or is another person's."""
        found = self._offered.get(ticket)
        if found is None or found.whose != whose:
            return None
        self._offered.forget(ticket)
        return found.document

    def forget(self, whose: Address) -> None:
        """Forgets every document that was offered to this person."""
        self._offered.forget_where(lambda offered: offered.whose == whose)
