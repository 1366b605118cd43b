"""Who is known, what they decided, and when they want to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.consent import Entry
from bot.domain.engagement import Invitation
from bot.domain.people import Address, Person
from bot.domain.rhythm import Rhythm


class People(Protocol):
    async def person_at(self, address: Address) -> Person | None: ...

    async def person(self, person_id: str) -> Person | None: ...

    async def save_person(self, person: Person, at: datetime) -> None: ...

    async def ledger(self, chain: str) -> Sequence[Entry]:
        """The chain's entries, oldest first.

        Raises ValueError when something in it was changed so that it is no entry at all.
        """

    async def append(self, entry: Entry) -> None:
        """Saved together with the chain's head and the tally.

        Where those were tampered with they stay as they are, so that it is still found.
        Raises ValueError when the chain already has this `seq`.
        """

    async def rhythm(self, owner: str, *, confirmed: bool = True) -> Rhythm | None:
        """The rhythm that counts, or (`confirmed=False`) the draft that was only shown."""

    async def save_rhythm(self, rhythm: Rhythm) -> None:
        """In place of the owner's draft, or of both when `rhythm.confirmed`."""

    async def remove_rhythm(self, owner: str) -> None:
        """The confirmed one and the draft."""

    async def invitation(self, code_hash: str) -> Invitation | None: ...

    async def save_invitation(self, invitation: Invitation) -> None: ...
