"""The client's road and the coach's road, in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.agreed import AgreedTexts
from bot.domain.asking import Asking
from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.delivery import DeliveryState
from bot.domain.engagement import Engagement, EngagementState, seen_session
from bot.domain.profile import Listed, LostNote, Note, by_name
from bot.domain.share import Posted, Share, SharedItem, Sighting
from bot.domain.sponsoring.sponsor import SponsorLine
from bot.domain.step import Step
from bot.domain.words import Words
from tests.memory_store.coachs_own import MemoryCoachsOwn
from tests.memory_store.tables import Memory


class MemoryClientSide(Memory):
    async def engagement(self, engagement_id: str) -> Engagement | None:
        return self._t.engagements.get(engagement_id)

    async def engagements_of(self, client_id: str) -> Sequence[Engagement]:
        mine = [e for e in self._t.engagements.values() if e.client_id == client_id]
        return sorted(mine, key=lambda e: e.started_at, reverse=True)

    async def save_engagement(self, engagement: Engagement) -> None:
        self._t.engagements[engagement.id] = engagement

    async def answer(self, engagement_id: str, answer_id: str) -> Answer | None:
        found = self._t.answers.get(answer_id)
        return found if found and found.engagement_id == engagement_id else None

    async def answer_from(self, engagement_id: str, source: str) -> Answer | None:
        mine = (a for a in self._t.answers.values() if a.engagement_id == engagement_id)
        return next((a for a in mine if a.source == source), None)

    async def answers(self, engagement_id: str) -> Sequence[Answer]:
        mine = [a for a in self._t.answers.values() if a.engagement_id == engagement_id]
        return sorted(mine, key=lambda a: a.at, reverse=True)

    async def save_answer(self, answer: Answer) -> None:
        self._t.answers[answer.id] = answer

    async def remove_answer(self, engagement_id: str, answer_id: str) -> None:
        if await self.answer(engagement_id, answer_id) is None:
            return
        del self._t.answers[answer_id]
        for share in list(self._t.shares.values()):
            if share.answer_id == answer_id and share.digest is None:
                del self._t.shares[share.id]

    async def step(self, engagement_id: str, step_id: str) -> Step | None:
        found = self._t.steps.get(step_id)
        return found if found and found.engagement_id == engagement_id else None

    async def steps(self, engagement_id: str) -> Sequence[Step]:
        mine = [s for s in self._t.steps.values() if s.engagement_id == engagement_id]
        return sorted(mine, key=lambda s: s.at, reverse=True)

    async def save_step(self, step: Step) -> None:
        self._t.steps[step.id] = step

    async def remove_step(self, engagement_id: str, step_id: str) -> None:
        if await self.step(engagement_id, step_id) is not None:
            del self._t.steps[step_id]

    async def share(self, engagement_id: str, share_id: str) -> Share | None:
        found = self._t.shares.get(share_id)
        return found if found and found.engagement_id == engagement_id else None

    async def shares(self, engagement_id: str) -> Sequence[Share]:
        mine = [s for s in self._t.shares.values() if s.engagement_id == engagement_id]
        return sorted(mine, key=lambda s: s.approved_at, reverse=True)

    async def save_share(self, share: Share) -> None:
        self._t.shares[share.id] = share

    async def remove_share(self, engagement_id: str, share_id: str) -> None:
        if await self.share(engagement_id, share_id) is not None:
            del self._t.shares[share_id]

    async def withhold(self, engagement_id: str, purposes: Collection[Purpose]) -> None:
        for share in list(self._t.shares.values()):
            unseen = share.seen_at is None and share.purpose in purposes
            if unseen and share.engagement_id == engagement_id:
                del self._t.shares[share.id]

    async def asking(self, engagement_id: str) -> Asking | None:
        return self._t.askings.get(engagement_id)

    async def save_asking(self, asking: Asking) -> None:
        self._t.askings[asking.engagement_id] = asking

    async def agreed(self, engagement_id: str) -> AgreedTexts | None:
        return self._t.agreed.get(engagement_id)

    async def save_agreed(self, agreed: AgreedTexts) -> None:
        self._t.agreed[agreed.engagement_id] = agreed

    async def note(self, engagement_id: str, note_id: str) -> Note | None:
        found = self._t.notes.get(note_id)
        return found if found and found.engagement_id == engagement_id else None

    async def save_note(self, note: Note) -> None:
        self._t.notes[note.id] = note

    async def remove_note(self, engagement_id: str, note_id: str) -> None:
        if await self.note(engagement_id, note_id) is not None:
            del self._t.notes[note_id]

    async def sponsor_line(self, engagement_id: str, line_id: str) -> SponsorLine | None:
        found = self._t.sponsor_lines.get(line_id)
        return found if found and found.engagement_id == engagement_id else None

    async def sponsor_lines(self, engagement_id: str) -> Sequence[SponsorLine]:
        every = self._t.sponsor_lines.values()
        mine = [one for one in every if one.engagement_id == engagement_id]
        return sorted(mine, key=lambda one: (one.at, one.id), reverse=True)

    async def save_sponsor_line(self, line: SponsorLine) -> None:
        self._t.sponsor_lines[line.id] = line

    async def remove_sponsor_line(self, engagement_id: str, line_id: str) -> None:
        if await self.sponsor_line(engagement_id, line_id) is not None:
            del self._t.sponsor_lines[line_id]

    async def sightings(self, engagement_id: str) -> Sequence[Sighting]:
        mine = {s.id for s in self._t.shares.values() if s.engagement_id == engagement_id}
        seen = (s for s in self._t.sightings.values() if s.share_id in mine)
        return sorted(seen, key=lambda s: (s.at, s.digest))


class MemoryCoachSide(MemoryCoachsOwn):
    async def shared_with(
        self,
        coach_id: str,
        now: datetime,
        *,
        since: datetime | None = None,
        carried_in: str | None = None,
        shown_in: str | None = None,
        to_bring_up: bool = False,
        of: str | None = None,
        new: bool = False,
    ) -> Sequence[SharedItem]:
        noted = {b.share_id for b in self._t.brought.values() if b.coach_id == coach_id}

        def asked_for(share: Share) -> bool:
            return (
                (shown_in is not None or not share.unnamed or share.seen_at is None)
                and (since is None or share.seen_at is None or share.approved_at >= since)
                and (not new or share.digest is None)
                and (carried_in is None or share.digest == carried_in)
                and (shown_in is None or (share.id, shown_in) in self._t.sightings)
                and (not to_bring_up or share.id in noted)
                and (of is None or (share.engagement_id == of and not share.unnamed))
            )

        return self._open_to(coach_id, now, asked_for, stands=shown_in is not None)

    async def shared_in(
        self, share_ids: Sequence[str], digest: str, at: datetime, *, seen: bool = True
    ) -> None:
        for share_id in share_ids:
            share = self._t.shares.get(share_id)
            if share is None:
                continue
            seen_at = share.seen_at or (at if seen else None)
            noted = replace(share, digest=share.digest or digest, seen_at=seen_at)
            self._t.shares[share_id] = noted
            if seen:
                self._t.sightings.setdefault((share_id, digest), Sighting(share_id, digest, at))

    async def not_shared_in(self, digest: str) -> None:
        for share in list(self._t.shares.values()):
            if share.digest == digest:
                self._t.shares[share.id] = replace(share, digest=None, seen_at=None)
        for key in [key for key in self._t.sightings if key[1] == digest]:
            del self._t.sightings[key]

    async def save_posted(self, posted: Posted) -> None:
        self._t.posted[posted.digest] = posted

    async def posted(self, coach_id: str, digest: str) -> Posted | None:
        found = self._t.posted.get(digest)
        return found if found and found.coach_id == coach_id else None

    async def remove_posted(self, coach_id: str, digest: str) -> None:
        if await self.posted(coach_id, digest) is not None:
            del self._t.posted[digest]

    async def has_invited(self, coach_id: str) -> bool:
        return coach_id in self._t.ledgers

    async def listed(self, coach_id: str, now: datetime) -> Sequence[Listed]:
        mine = [
            e
            for e in self._t.engagements.values()
            if e.coach_id == coach_id and e.listed and not _over(e, now)
        ]
        listed = [
            Listed(e.id, self._t.people[e.client_id].name, e.ends_on, e.session_at, e.last_met(now))
            for e in mine
            if e.client_id in self._t.people
        ]
        return sorted(listed, key=by_name)

    async def lost_notes(self, coach_id: str, now: datetime) -> Sequence[LostNote]:
        failed = {
            d.subject for d in self._t.deliveries.values() if d.state is DeliveryState.NOT_DELIVERED
        }
        found = []
        for note in sorted(self._t.notes.values(), key=lambda n: (n.at, n.id)):
            engagement = self._t.engagements.get(note.engagement_id)
            client = self._t.people.get(note.client_id)
            if engagement is None or client is None or _over(engagement, now):
                continue
            if note.coach_id == engagement.coach_id == coach_id and note.id in failed:
                found.append(LostNote(client.name, note.at))
        return found

    async def end_with(
        self, coach_id: str, engagement_id: str | None, now: datetime, keeps_until: datetime
    ) -> Sequence[Engagement]:
        ended = []
        for one in list(self._t.engagements.values()):
            meant = one.coach_id == coach_id and engagement_id in (None, one.id)
            if not meant or one.ends_at <= now:
                continue
            ended.append(one)
            self._t.engagements[one.id] = one.ended(now, keeps_until)
            for delivery in list(self._t.deliveries.values()):
                if delivery.owner == one.id and delivery.state is DeliveryState.PLANNED:
                    del self._t.deliveries[delivery.id]
        return ended

    def _open_to(
        self, coach_id: str, now: datetime, which: Callable[[Share], bool], *, stands: bool
    ) -> Sequence[SharedItem]:
        items = []
        for share in sorted(self._t.shares.values(), key=lambda s: s.approved_at):
            engagement = self._t.engagements.get(share.engagement_id)
            client = self._t.people.get(share.client_id)
            if not which(share) or engagement is None or client is None:
                continue
            if engagement.coach_id != coach_id:
                continue
            if not _over(engagement, now) or (stands and share.unnamed):
                items.append(_item(share, client.name, engagement))
        return items


def _over(engagement: Engagement, now: datetime) -> bool:
    return engagement.state is EngagementState.ENDED or engagement.ends_at <= now


def _item(share: Share, client_name: Words, engagement: Engagement) -> SharedItem:
    return SharedItem(
        share_id=share.id,
        engagement_id=share.engagement_id,
        client_name=Words("") if share.unnamed else client_name,
        heading=share.heading,
        body=share.body,
        approved_at=share.approved_at,
        until=share.until,
        purpose=share.purpose,
        new=share.digest is None,
        seen=share.seen_at is not None,
        brings=share.brings,
        unnamed=share.unnamed,
        session_at=seen_session(engagement),
    )
