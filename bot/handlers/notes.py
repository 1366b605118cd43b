"""A coach's notes to one client, and the shares that the coach wants to bring up."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.limits import NOTE, beyond
from bot.domain.profile import BringUp, Note
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.messages import notes as say_notes
from bot.ports import CoachSide
from bot.rules.grants import over
from bot.rules.plan_notes import NOTES_A_DAY, plan_note

# A note may wait for the client's next day (see `NOTE_WITHIN`).
KEPT_FOR = timedelta(days=31)


async def begin(talk: Conversation, engagement_id: str) -> Reply:
    engagement = await open_to_coach(talk, engagement_id)
    if engagement is None:
        return talk.note("note-no")
    client = await name_of_client(talk, engagement)
    talk.awaits("note", engagement.id)
    return talk.note("note-ask", client=client, count=NOTES_A_DAY)


async def wrote(talk: Conversation, engagement_id: str, text: Words) -> Reply | None:
    """Shows the note back, so that the client gets exactly what was previewed.

    None if the coach may not write in this engagement.
    """
    engagement = await open_to_coach(talk, engagement_id)
    if engagement is None:
        return None
    if too_much := beyond(text.text, NOTE):
        talk.awaits("note", engagement.id)
        return talk.note("too-long", **too_much.told)
    note = Note(
        id=talk.chance.new_id(),
        engagement_id=engagement.id,
        client_id=engagement.client_id,
        coach_id=talk.person.id,
        words=text,
        at=talk.now,
        until=min(engagement.keeps_until, talk.now + KEPT_FOR),
    )
    await talk.tx.save_note(note)
    client = await name_of_client(talk, engagement)
    return [say_notes.preview(talk.say, client, note.id, engagement.id, text)]


async def send(talk: Conversation, engagement_id: str, note_id: str) -> Reply:
    """Plans a note. A second press is answered the same, whatever became of the first.

    Otherwise it would tell when the client's hours are, and whether they turned notes off. A note
    beyond those of a day stays, with its buttons.
    """
    engagement = await open_to_coach(talk, engagement_id)
    if engagement is None:
        return talk.note("note-no")
    note = await talk.tx.note(engagement_id, note_id)
    sent = await talk.tx.deliveries(engagement.id, Kind.NOTE)
    if note is None or any(one.subject == note_id for one in sent):
        return talk.note("already-done")
    client = await name_of_client(talk, engagement)
    if not await _takes_another(talk, engagement):
        again = say_notes.preview(talk.say, client, note.id, engagement.id, note.words)
        return [*talk.note("note-enough", client=client, count=NOTES_A_DAY), again]
    rhythm = await talk.tx.rhythm(engagement.id)
    if rhythm is None or not await plan_note(
        talk.tx, talk.chance, engagement, rhythm, note.id, talk.now
    ):
        await talk.tx.remove_note(engagement.id, note.id)
    return talk.note("note-on-its-way", client=client)


async def discard(talk: Conversation, engagement_id: str, note_id: str) -> Reply:
    engagement = await talk.tx.engagement(engagement_id)
    if engagement is None or engagement.coach_id != talk.person.id:
        return talk.stale()
    note = await talk.tx.note(engagement_id, note_id)
    sent = await talk.tx.deliveries(engagement_id, Kind.NOTE)
    if note is None or any(one.subject == note_id for one in sent):
        return talk.note("already-done")
    await talk.tx.remove_note(engagement_id, note_id)
    return talk.note("note-discarded")


async def bring_up(talk: Conversation, engagement_id: str, digest: str) -> Reply:
    """Notes one client's shares in a digest to bring up, for the coach alone."""
    door: CoachSide = talk.tx
    shown = await door.shared_with(talk.person.id, talk.now, shown_in=digest)
    mine = [one for one in shown if one.engagement_id == engagement_id and not one.unnamed]
    for item in mine:
        await door.bring_up(BringUp(item.share_id, talk.person.id, talk.now))
    return talk.note("bring-up-done") if mine else talk.stale()


async def brought_up(talk: Conversation, share_id: str) -> Reply:
    door: CoachSide = talk.tx
    await door.brought_up(talk.person.id, share_id)
    return talk.note("brought-up-done")


async def open_to_coach(talk: Conversation, engagement_id: str) -> Engagement | None:
    """An engagement of this coach that has not ended.

    Whether the client still accepts notes is checked silently when a note would leave. Otherwise a
    press on an older button would tell the coach that the client has stopped.
    """
    engagement = await talk.tx.engagement(engagement_id)
    if engagement is None or engagement.coach_id != talk.person.id:
        return None
    return None if over(engagement, talk.now) or not await talk.may_coach() else engagement


async def _takes_another(talk: Conversation, engagement: Engagement) -> bool:
    """Takes one of today's places for a note, if one is left.

    It counts the coach's own presses. What became of a note would tell how the client lives.
    """
    day = "/".join(("notes", talk.person.id, engagement.id, talk.today.isoformat()))
    for place in range(NOTES_A_DAY):
        if await talk.tx.first_time(talk.person.address, f"{day}/{place}", talk.now):
            return True
    return False


async def name_of_client(talk: Conversation, engagement: Engagement) -> Words:
    client = await talk.tx.person(engagement.client_id)
    return client.name if client else Words("?")
