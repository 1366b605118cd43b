"""The port for people, their decisions and their rhythms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.consent import Entry, Purpose
from bot.domain.engagement import GuestLink, Invitation
from bot.domain.people import Address, Person
from bot.domain.rhythm import Rhythm


class People(Protocol):
    async def person_at(self, address: Address) -> Person | None: ...

    async def person(self, person_id: str) -> Person | None: ...

    async def save_person(self, person: Person, at: datetime) -> None: ...

    async def platforms(self) -> Sequence[str]:
        """The names of the platforms on which people are known, sorted.

        People whose row cannot be read may be missing.
        """

    async def ledger(self, chain: str) -> Sequence[Entry]:
        """The chain's entries, oldest first.

        Raises DamagedError if the chain is not as it was appended. A withdrawal that only the key
        store has is appended first.
        """

    async def withdraw_for_good(self, chain: str, purpose: Purpose, at: datetime) -> None:
        """Records that a purpose is withdrawn at `at` (UTC), where the ledger cannot take it.

        No earlier grant of it counts from then on, whatever is done to the rows.
        """

    async def shut(self, person_id: str) -> None:
        """Makes all engagements of a client count as stopped until they are saved again.

        That includes rows that nobody can find now, and that somebody puts back later.
        """

    async def shut_at(self, address: Address) -> None:
        """Does `shut` for whoever is at this address, also where their row cannot be read."""

    async def append(self, entry: Entry) -> None:
        """Appends an entry, and updates the chain's head and the tally.

        If head or tally were tampered with, it leaves them, so that the damage is still found.
        Raises ValueError if the chain already has this `seq`.
        """

    async def rhythm(self, owner: str, *, confirmed: bool = True) -> Rhythm | None:
        """The confirmed rhythm, or (`confirmed=False`) the draft that was only shown."""

    async def save_rhythm(self, rhythm: Rhythm) -> None:
        """Replaces the owner's draft, and the confirmed rhythm too if `rhythm.confirmed`."""

    async def remove_rhythm(self, owner: str) -> None:
        """Removes the owner's confirmed rhythm and draft."""

    def coach_reference(self, address: Address) -> str:
        """What an operator needs to approve this person as a coach: 16 letters and digits."""

    async def coach_approved(self, address: Address) -> bool:
        """True if an operator approved this person as a coach."""

    async def approve_coach(self, reference: str, at: datetime) -> None:
        """Approves the coach of this reference, at `at` (UTC). A second time changes nothing."""

    async def withdraw_approval(self, reference: str) -> bool:
        """Withdraws an approval. False if there was none."""

    async def invitation(self, code_hash: str) -> Invitation | None: ...

    async def codes_made(self, coach_id: str, since: datetime) -> int:
        """Counts the coach's codes that end at `since` (UTC) or later."""

    async def save_invitation(self, invitation: Invitation) -> None: ...

    async def guest_link(self, link_hash: str) -> GuestLink | None:
        """A link for a guest coach. None if nobody made it, or it was ended."""

    async def guest_link_asked_by(self, asked_by: str) -> GuestLink | None:
        """The newest link, not ended, by which the owner of an address asked for a way in."""

    async def guest_links_by(self, made_by: str) -> Sequence[GuestLink]:
        """The links that one person made, or the operator (""), ended ones included."""

    async def save_guest_link(self, link: GuestLink) -> None: ...

    async def end_guest_link(self, link_hash: str) -> bool:
        """Ends a link for good, whatever is done to its row. False if it was ended before."""
