"""Which messages of the bot's a reply belongs to: the last few that asked, and the digests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.delivery import Delivery, Kind
from bot.domain.people import Address, Dialogue, OpenToReplies
from bot.ports import Transaction

# A reply belongs to its message for so long. Beyond it, and beyond so many newer ones, a reply is
# a line like any other.
OPEN_FOR = timedelta(days=31)
MOST = 8
# The most choices that are remembered while a thread and the chat each show some.
MOST_OFFERED = 24
DIGEST = "digest"
ASKING = (Kind.CHECK_IN, Kind.REMINDER, Kind.LATER, Kind.SESSION_PREP, Kind.SESSION_AFTER)


def name_of(tx: Transaction, address: Address, message: str) -> str:
    """A keyed hash of the platform's id of a message. It reveals nothing by itself."""
    return tx.keyed_hash("message", f"{address.chat_key}|{message}")[:24]


def subject_of_replies(delivery: Delivery, asked: Dialogue | None) -> tuple[str, str] | None:
    """What a reply to this delivery answers: the kind of answer, and its subject.

    `asked` is what is open since it arrived. It is None after a crash, when nobody knows any more
    which question it asked. None where a reply to it is a line like any other.
    """
    if delivery.kind is Kind.DIGEST:
        return DIGEST, delivery.id
    if delivery.kind not in ASKING:
        return None
    if asked is None:
        return "answer", delivery.id
    return ("answer", asked.subject or delivery.id) if asked.awaiting == "answer" else None


def with_one_more(
    tx: Transaction,
    address: Address,
    before: Sequence[OpenToReplies],
    answers: tuple[str, str] | None,
    message: Iterable[str],
    now: datetime,
) -> tuple[OpenToReplies, ...]:
    """The messages open to replies, with a new one, and without those that are too old.

    `message` are the ids by which the platform names it, and `answers` what a reply to it answers.
    """
    today = now.date()
    still = [one for one in before if one.until >= today]
    if answers is None:
        return tuple(still)
    names = tuple(name_of(tx, address, one) for one in message)[:MOST]
    others = [one for one in still if one.names != names]
    return (OpenToReplies(names, *answers, today + OPEN_FOR), *others)[:MOST]


def asks(awaiting: str, subject: str) -> str:
    """The `Message.reference` of an answer that asks a question: a reply to it answers that."""
    return f"{awaiting}|{subject}"


def asked_by(reference: str) -> tuple[str, str] | None:
    """The kind of answer and its subject that `asks` made a reference of, or None."""
    awaiting, found, subject = reference.partition("|")
    return (awaiting, subject) if found else None


def open_to_reply(dialogue: Dialogue, name: str | None, now: datetime) -> OpenToReplies | None:
    """The message with this name (see `name_of`), where a reply belongs to it."""
    still = (one for one in dialogue.replies if one.until >= now.date())
    return next((one for one in still if name in one.names), None)


def beside_chat(
    chat: Dialogue, there: Dialogue, now: Dialogue, *, answered: bool, asks: bool
) -> Dialogue:
    """What is open once a reply to another message was handled: the chat's own question stays.

    `there` had that message's question in the place of the `chat`'s. The chat's is closed only
    where the reply `answered` that very question, or where something new is asked (`asks`).
    """
    both = replace(now, offered=(*now.offered, *chat.offered)[:MOST_OFFERED])
    is_same = (chat.awaiting, chat.subject) == (there.awaiting, there.subject)
    if asks or (is_same and answered):
        return both
    return replace(both, awaiting=chat.awaiting, subject=chat.subject, asked_at=chat.asked_at)
