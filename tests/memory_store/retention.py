"""Erasing and expiring, in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.delivery import ABOUT_ONE, Delivery, DeliveryState
from bot.domain.engagement import EngagementState
from bot.domain.people import Address, Dialogue
from bot.domain.retention import Behind
from tests.memory_store.tables import Memory

SEEN_FOR = timedelta(days=7)
WRONG_CODES_FOR = timedelta(days=1)


class MemoryRetention(Memory):
    async def erase_client(self, client_id: str, at: datetime) -> None:
        for engagement in list(self._t.engagements.values()):
            if engagement.client_id == client_id:
                self._remove_content(engagement.id)
                del self._t.engagements[engagement.id]
        person = self._t.people.get(client_id)
        known_as = {client_id}
        if person is not None:
            known_as.add(self.keyed_hash("guess", person.address.chat_key))
        for number in [n for n, (who, *_) in self._t.wrong_codes.items() if who in known_as]:
            del self._t.wrong_codes[number]
        for link in list(self._t.guest_links.values()):
            if known_as & {link.made_by, link.asked_by}:
                del self._t.guest_links[link.link_hash]
        if person is None:
            return
        if client_id in self._t.ledgers:
            self._t.people[client_id] = replace(person, dialogue=Dialogue())
            return
        for known in [d.id for d in self._t.deliveries.values() if d.to == client_id]:
            del self._t.deliveries[known]
        self._t.approvals.pop(self.keyed_hash("coach", person.address.chat_key)[:16], None)
        del self._t.people[client_id]
        del self._t.at[person.address]

    async def forget_traces(self, address: Address) -> Mapping[str, int]:
        guess = self.keyed_hash("guess", address.chat_key)
        codes = [n for n, (who, *_) in self._t.wrong_codes.items() if who == guess]
        for number in codes:
            del self._t.wrong_codes[number]
        every = list(self._t.guest_links.values())
        links = [one.link_hash for one in every if guess in (one.made_by, one.asked_by)]
        for link in links:
            del self._t.guest_links[link]
        approved = self._t.approvals.pop(self.keyed_hash("coach", address.chat_key)[:16], None)
        approvals = int(approved is not None)
        return {
            "wrong_code": len(codes),
            "guest_link": len(links),
            "coach_approval": approvals,
        }

    async def erase_some(self, client_id: str, ids: Collection[str], at: datetime) -> None:
        for table in self._content():
            for key in [k for k in ids if k in table and table[k].client_id == client_id]:
                del table[key]
        self._drop_sightings()

    def turned_by_hand(self) -> bool:
        return False

    async def tidy(self, limit: int) -> int:
        return 0

    async def erase_left(self, before: datetime, now: datetime, limit: int) -> int:
        left = {
            one.workspace for one in self._t.lanes.values() if one.left_at and one.left_at <= before
        }
        clients = {one.client_id for one in self._t.engagements.values()}
        gone = [
            person.id
            for person in self._t.people.values()
            if self.workspace(person.address) in left
            and (person.id in clients or person.id not in self._t.ledgers)
        ][:limit]
        for person_id in gone:
            await self.erase_client(person_id, now)
        return len(gone)

    async def renew_inbox_keys(self) -> None:
        """There are no keys here."""

    async def finish_erasing(self, now: datetime) -> None:
        """There are no keys here that could be gone before the rows are."""

    async def behind(self, now: datetime) -> Behind:
        due = [one.until for table in self._content() for one in table.values()]
        due += [one.until for one in self._t.posted.values()]
        due += [one.keeps_until for one in self._t.engagements.values()]
        overdue = [at for at in due if at <= now]
        return Behind(len(overdue), min(overdue, default=None))

    async def end_overdue(self, now: datetime, limit: int) -> Sequence[str]:
        overdue = [
            e
            for e in self._t.engagements.values()
            if e.ends_at <= now and e.state is not EngagementState.ENDED
        ][:limit]
        for engagement in overdue:
            ended = replace(engagement, state=EngagementState.ENDED)
            self._t.engagements[engagement.id] = ended
            self._drop_planned(engagement.id)
        return [engagement.id for engagement in overdue]

    async def clients_with_steps_past(self, now: datetime, limit: int) -> Sequence[str]:
        past = [one.client_id for one in self._t.steps.values() if one.until <= now]
        past += [one.client_id for one in self._t.engagements.values() if one.keeps_until <= now]
        return list(dict.fromkeys(past))[:limit]

    async def sweep(self, now: datetime, limit: int) -> int:
        removed = 0
        for table, key in list(self._expired(now)):
            if removed == limit:
                break
            removed += table.pop(key, None) is not None
        for engagement in list(self._t.engagements.values()):
            if removed < limit and engagement.keeps_until <= now:
                self._remove_content(engagement.id)
                del self._t.engagements[engagement.id]
                await self._forget_if_alone(engagement.client_id, now)
                removed += 1
        self._drop_sightings()
        return removed

    async def _forget_if_alone(self, client_id: str, now: datetime) -> None:
        if not any(e.client_id == client_id for e in self._t.engagements.values()):
            await self.erase_client(client_id, now)

    def _expired(self, now: datetime) -> Iterator[tuple[dict[Any, Any], Any]]:
        for table in (*self._content(), self._t.posted):
            yield from ((table, key) for key, one in table.items() if one.until <= now)
        for key, seen_at in self._t.seen.items():
            if seen_at <= now - SEEN_FOR:
                yield self._t.seen, key
        for number, (*_, at) in self._t.wrong_codes.items():
            if at <= now - WRONG_CODES_FOR:
                yield self._t.wrong_codes, number
        for code, invitation in self._t.invitations.items():
            if invitation.expires_at <= now:
                yield self._t.invitations, code
        for name, link in self._t.guest_links.items():
            if link.until <= now:
                yield self._t.guest_links, name

    def _content(self) -> tuple[dict[str, Any], ...]:
        t = self._t
        return (t.answers, t.steps, t.shares, t.agreed, t.askings, t.notes, t.sponsor_lines)

    def _drop_sightings(self) -> None:
        for key in [key for key in self._t.sightings if key[0] not in self._t.shares]:
            del self._t.sightings[key]
        for share_id in [one for one in self._t.brought if one not in self._t.shares]:
            del self._t.brought[share_id]

    def _remove_content(self, engagement_id: str) -> None:
        for table in self._content():
            for key in [k for k, one in table.items() if one.engagement_id == engagement_id]:
                del table[key]
        for confirmed in (True, False):
            self._t.rhythms.pop((engagement_id, confirmed), None)
        every = self._t.deliveries.values()
        owned = [d.id for d in every if d.owner == engagement_id or _is_about(d, engagement_id)]
        for delivery_id in owned:
            del self._t.deliveries[delivery_id]
        self._drop_sightings()

    def _drop_planned(self, owner: str) -> None:
        for delivery in list(self._t.deliveries.values()):
            if delivery.owner == owner and delivery.state is DeliveryState.PLANNED:
                del self._t.deliveries[delivery.id]


def _is_about(one: Delivery, engagement_id: str) -> bool:
    """True for what was planned for a coach about this engagement, and is not on its way."""
    about = one.kind in ABOUT_ONE and one.subject == engagement_id
    return about and one.state is not DeliveryState.CLAIMED
