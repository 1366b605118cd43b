"""People, invitations, the ledger, rhythms, and what came in, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.consent import TAKEN_BACK, Entry, Purpose
from bot.domain.engagement import GuestLink, Invitation
from bot.domain.people import Address, Person
from bot.domain.rhythm import Rhythm
from tests.memory_store.tables import Memory


class MemoryPeople(Memory):
    async def first_time(self, workspace: Address, event_id: str, at: datetime) -> bool:
        key = (workspace.platform, workspace.workspace, event_id)
        if key in self._t.seen:
            return False
        self._t.seen[key] = at
        return True

    async def begin_event(
        self, sender: Address, names: Sequence[str], at: datetime
    ) -> Collection[str]:
        return {name for name in names if await self.first_time(sender, name, at)}

    async def foresee_answer(self, delivery_id: str, to: str, since: datetime) -> None:
        """It is all in memory already."""

    async def wrong_codes(self, person_id: str, since: datetime) -> Sequence[datetime]:
        all_of_them = self._t.wrong_codes.values()
        return sorted(at for who, *_, at in all_of_them if who == person_id and at >= since)

    async def wrong_codes_in_workspace(self, workspace: Address, since: datetime) -> int:
        place = (workspace.platform, workspace.workspace)
        return sum(
            1
            for _, *where, at in self._t.wrong_codes.values()
            if tuple(where) == place and at >= since
        )

    async def note_wrong_code(self, person_id: str, workspace: Address, at: datetime) -> None:
        number = len(self._t.wrong_codes) + 1
        while number in self._t.wrong_codes:
            number += 1
        self._t.wrong_codes[number] = (person_id, workspace.platform, workspace.workspace, at)

    async def person_at(self, address: Address) -> Person | None:
        found = self._t.at.get(address)
        return self._t.people.get(found) if found else None

    async def person(self, person_id: str) -> Person | None:
        return self._t.people.get(person_id)

    async def save_person(self, person: Person, at: datetime) -> None:
        self._t.people[person.id] = person
        self._t.at[person.address] = person.id

    async def platforms(self) -> Sequence[str]:
        return sorted({address.platform for address in self._t.at})

    async def ledger(self, chain: str) -> Sequence[Entry]:
        return self._t.ledgers.get(chain, ())

    async def withdraw_for_good(self, chain: str, purpose: Purpose, at: datetime) -> None:
        """Nobody can write to this store, so the ledger always takes a withdrawal."""

    async def shut(self, person_id: str) -> None:
        """Nobody can put older rows back here; an older event may come again."""
        self.end_events()

    async def shut_at(self, address: Address) -> None:
        """Every row can be read here, so no stop fails."""

    async def append(self, entry: Entry) -> None:
        known = self._t.ledgers.get(entry.chain, ())
        if any(e.seq == entry.seq for e in known):
            raise ValueError("the chain already has this entry")
        if entry.act in TAKEN_BACK:
            self.end_events()
        self._t.ledgers[entry.chain] = tuple(sorted((*known, entry), key=lambda e: e.seq))

    async def rhythm(self, owner: str, *, confirmed: bool = True) -> Rhythm | None:
        return self._t.rhythms.get((owner, confirmed))

    async def save_rhythm(self, rhythm: Rhythm) -> None:
        # As in SQL: a pause is saved with the person only.
        rhythm = replace(rhythm, paused_until=None, paused_from=None)
        self._t.rhythms[rhythm.owner, rhythm.confirmed] = rhythm
        if rhythm.confirmed:
            self._t.rhythms.pop((rhythm.owner, False), None)

    async def remove_rhythm(self, owner: str) -> None:
        for confirmed in (True, False):
            self._t.rhythms.pop((owner, confirmed), None)

    async def invitation(self, code_hash: str) -> Invitation | None:
        return self._t.invitations.get(code_hash)

    async def codes_made(self, coach_id: str, since: datetime) -> int:
        made = self._t.invitations.values()
        return sum(one.coach_id == coach_id and one.expires_at >= since for one in made)

    def coach_reference(self, address: Address) -> str:
        return self.keyed_hash("coach", address.chat_key)[:16]

    async def coach_approved(self, address: Address) -> bool:
        return self.coach_reference(address) in self._t.approvals

    async def approve_coach(self, reference: str, at: datetime) -> None:
        self._t.approvals.setdefault(reference, at)

    async def withdraw_approval(self, reference: str) -> bool:
        return self._t.approvals.pop(reference, None) is not None

    async def save_invitation(self, invitation: Invitation) -> None:
        self._t.invitations[invitation.code_hash] = invitation

    async def guest_link(self, link_hash: str) -> GuestLink | None:
        return None if link_hash in self._t.ended_links else self._t.guest_links.get(link_hash)

    async def guest_link_asked_by(self, asked_by: str) -> GuestLink | None:
        asked = [one for one in self._t.guest_links.values() if one.asked_by == asked_by]
        still = [one for one in asked if one.link_hash not in self._t.ended_links]
        return max(still, key=lambda one: one.until, default=None)

    async def guest_links_by(self, made_by: str) -> Sequence[GuestLink]:
        mine = [one for one in self._t.guest_links.values() if one.made_by == made_by]
        return sorted(mine, key=lambda one: one.until, reverse=True)

    async def save_guest_link(self, link: GuestLink) -> None:
        self._t.guest_links[link.link_hash] = link

    async def end_guest_link(self, link_hash: str) -> bool:
        if await self.guest_link(link_hash) is None:
            return False
        self._t.ended_links[link_hash] = True
        return True
