"""A coach's notes to one client, and the shares that the coach wants to bring up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.consent import Purpose
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.profile import BringUp, LostNote, Note
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.messages import notes as say_notes
from bot.ports import CoachSide, Transaction
from bot.rules.grants import live, over
from bot.rules.planning import plan_note

LIMIT = 500
KEPT_FOR = timedelta(days=14)


async def open_to_notes(
    tx: Transaction, items: Sequence[SharedItem], now: datetime
) -> frozenset[str]:
    """The engagements of a digest's shares whose client accepts notes from the coach."""
    found = set()
    for engagement_id in {item.engagement_id for item in items if not item.unnamed}:
        engagement = await tx.engagement(engagement_id)
        ledger = await tx.ledger(engagement_id)
        if engagement and live(ledger, Purpose.NOTES, now, engagement) is not None:
            found.add(engagement_id)
    return frozenset(found)


async def undelivered_notes(tx: Transaction, coach_id: str, now: datetime) -> Sequence[LostNote]:
    door: CoachSide = tx
    return await door.lost_notes(coach_id, now)


async def begin(conversation: Conversation, engagement_id: str) -> Reply:
    engagement = await _open(conversation, engagement_id)
    if engagement is None:
        return conversation.note("note-no")
    client = await _client_name(conversation, engagement)
    conversation.awaits("note", engagement.id)
    return conversation.note("note-ask", client=client.text)


async def wrote(conversation: Conversation, engagement_id: str, text: Words) -> Reply | None:
    """Shows the note back, so that the client gets exactly what was previewed.

    None if the coach may not write in this engagement.
    """
    engagement = await _open(conversation, engagement_id)
    if engagement is None:
        return None
    if len(text.text) > LIMIT:
        conversation.awaits("note", engagement.id)
        return conversation.note("too-long", limit=LIMIT)
    note = Note(
        id=conversation.chance.new_id(),
        engagement_id=engagement.id,
        client_id=engagement.client_id,
        coach_id=conversation.person.id,
        words=text,
        at=conversation.now,
        until=min(engagement.keeps_until, conversation.now + KEPT_FOR),
    )
    await conversation.tx.save_note(note)
    client = await _client_name(conversation, engagement)
    return [say_notes.preview(conversation.say, client, note.id, engagement.id, text)]


async def send(conversation: Conversation, engagement_id: str, note_id: str) -> Reply:
    engagement = await _open(conversation, engagement_id)
    note = await conversation.tx.note(engagement_id, note_id) if engagement else None
    if engagement is None or note is None or note.coach_id != conversation.person.id:
        return conversation.note("note-no")
    sent = await conversation.tx.deliveries(engagement.id, Kind.NOTE)
    if any(one.subject == note_id for one in sent):
        return conversation.note("already-done")
    rhythm = await conversation.tx.rhythm(engagement.id)
    client = await _client_name(conversation, engagement)
    if rhythm is None or not await plan_note(
        conversation.tx, conversation.chance, engagement, rhythm, note.id, conversation.now
    ):
        await conversation.tx.remove_note(engagement.id, note.id)
    return conversation.note("note-on-its-way", client=client.text)


async def discard(conversation: Conversation, engagement_id: str, note_id: str) -> Reply:
    note = await conversation.tx.note(engagement_id, note_id)
    if note is None or note.coach_id != conversation.person.id:
        return conversation.stale()
    if any(
        d.subject == note_id for d in await conversation.tx.deliveries(engagement_id, Kind.NOTE)
    ):
        return conversation.note("already-done")
    await conversation.tx.remove_note(engagement_id, note_id)
    return conversation.note("note-discarded")


async def bring_up(conversation: Conversation, engagement_id: str, digest: str) -> Reply:
    """Notes one client's shares in a digest to bring up, for the coach alone."""
    door: CoachSide = conversation.tx
    shown = await door.shared_with(conversation.person.id, conversation.now, shown_in=digest)
    mine = [one for one in shown if one.engagement_id == engagement_id and not one.unnamed]
    for item in mine:
        await door.bring_up(BringUp(item.share_id, conversation.person.id, conversation.now))
    return conversation.note("bring-up-done") if mine else conversation.stale()


async def brought_up(conversation: Conversation, share_id: str) -> Reply:
    door: CoachSide = conversation.tx
    await door.brought_up(conversation.person.id, share_id)
    return conversation.note("brought-up-done")


async def _open(conversation: Conversation, engagement_id: str) -> Engagement | None:
    """An engagement of this coach that has not ended.

    Whether the client still accepts notes is checked silently when a note would leave. Otherwise a
    press on an older button would tell the coach that the client has stopped.
    """
    engagement = await conversation.tx.engagement(engagement_id)
    if engagement is None or engagement.coach_id != conversation.person.id:
        return None
    return None if over(engagement, conversation.now) else engagement


async def _client_name(conversation: Conversation, engagement: Engagement) -> Words:
    client = await conversation.tx.person(engagement.client_id)
    return client.name if client else Words("?")
