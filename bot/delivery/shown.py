"""Notes what the platform calls an answer that was shown: to edit it, or to know a reply to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.delivery.amend import note_posted
from bot.domain.people import Person
from bot.ports import Sent, Transaction
from bot.rules.replies import DIGEST, asked_by, with_one_more


async def note_shown(
    tx: Transaction, person: Person, reference: str, shown: Sent, now: datetime
) -> None:
    """`reference` is the message's own: of a question (see `asks`), or else of a digest."""
    question = asked_by(reference)
    if question is None:
        await note_posted(tx, person.id, reference, shown.message, now)
    before, answers = person.dialogue, question or (DIGEST, reference)
    replies = with_one_more(tx, person.address, before.replies, answers, shown.names, now)
    await tx.save_person(replace(person, dialogue=replace(before, replies=replies)), now)
