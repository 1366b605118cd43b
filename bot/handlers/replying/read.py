"""A coach's "Read, thank you": one fixed line to one client, by one press."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.engagement import Engagement
from bot.domain.profile import Note
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.notes import KEPT_FOR, name_of_client, open_to_coach
from bot.ports import CoachSide
from bot.rules.plan_notes import plan_note
from bot.rules.thanks import note_of, thanked_already

NOTHING = Words("")


async def thank(talk: Conversation, engagement_id: str, shown_in: str) -> Reply:
    """Plans the line for the shares of one client in one message, once.

    Every press is answered the same, whatever became of an earlier one. Otherwise it would tell
    when the client's hours are, and whether they turned notes off.
    """
    engagement = await open_to_coach(talk, engagement_id)
    if engagement is None:
        return talk.note("note-no")
    door: CoachSide = talk.tx
    shown = _of(engagement, await door.shared_with(talk.person.id, talk.now, shown_in=shown_in))
    if not shown:
        return talk.stale()
    newest = max(shown, key=lambda one: (one.approved_at, one.share_id))
    every = await door.shared_with(talk.person.id, talk.now)
    if not await thanked_already(talk.tx, engagement.id, newest, every):
        await _plan(talk, engagement, note_of(talk.tx, newest.share_id))
    return talk.note("read-on-its-way", client=await name_of_client(talk, engagement))


def _of(engagement: Engagement, items: Sequence[SharedItem]) -> list[SharedItem]:
    return [one for one in items if one.engagement_id == engagement.id and not one.unnamed]


async def _plan(talk: Conversation, engagement: Engagement, note_id: str) -> None:
    """Plans it like any note, on the client's own days. Nothing stays where no day comes soon."""
    note = Note(
        id=note_id,
        engagement_id=engagement.id,
        client_id=engagement.client_id,
        coach_id=talk.person.id,
        words=NOTHING,
        at=talk.now,
        until=min(engagement.keeps_until, talk.now + KEPT_FOR),
    )
    await talk.tx.save_note(note)
    rhythm = await talk.tx.rhythm(engagement.id)
    given = talk.tx, talk.chance, engagement
    if rhythm is None or not await plan_note(*given, rhythm, note.id, talk.now):
        await talk.tx.remove_note(engagement.id, note.id)
