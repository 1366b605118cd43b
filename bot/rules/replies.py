"""Which messages of the bot's a reply belongs to: the last few that asked, and the digests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.delivery import Delivery, Kind
from bot.domain.people import Address, Aside, Dialogue, OpenToReplies
from bot.ports import Transaction

# A reply belongs to its message for so long. Beyond it, and beyond so many newer ones, a reply is
# a line like any other.
OPEN_FOR = timedelta(days=31)
MOST = 8
# The most choices that are remembered of a thread.
MOST_OFFERED = 24
DIGEST = "digest"
# About a step, by "engagement|step": its buttons can be typed in the thread of its reminder.
STEP = "step-prompt"
ASKING = (Kind.CHECK_IN, Kind.REMINDER, Kind.LATER, Kind.SESSION_PREP, Kind.SESSION_AFTER)

# What is answered by a reply in its thread at any time.
WHENEVER = ("answer", "first", DIGEST, STEP)
Choices = Sequence[tuple[str, str]]


def name_of(tx: Transaction, address: Address, message: str) -> str:
    """A keyed hash of the platform's id of a message. It reveals nothing by itself."""
    return tx.keyed_hash("message", f"{address.chat_key}|{message}")[:24]


def subject_of_replies(delivery: Delivery, asked: Dialogue | None) -> tuple[str, str] | None:
    """What a reply to this delivery answers: the kind of answer, and its subject.

    `asked` is what is open since it arrived. It is None after a crash, when nobody knows any more
    which question it asked. None where a reply to it is a line like any other.
    """
    if delivery.owner == delivery.to:
        # Whatever leaves to a coach shows shares, and is owned by the coach.
        return DIGEST, delivery.id
    if delivery.kind is Kind.STEP_PROMPT:
        return STEP, f"{delivery.owner}|{delivery.subject}"
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


def as_in_thread(
    chat: Dialogue, found: OpenToReplies, name: str, choices: Choices, now: datetime
) -> Dialogue:
    """The dialogue for a reply to a message: its question in the place of the chat's own.

    `choices` stand under the message itself. What was asked there last comes before its question.
    """
    aside = chat.aside if chat.aside is not None and chat.aside.name == name else Aside(name)
    offered = (*aside.offered, *(one for one in choices if one not in aside.offered))
    if aside.awaiting is None:
        aside = replace(aside, awaiting=found.awaiting, subject=found.subject)
    # A question of a check-in is open in its thread however old it is.
    asked_at = now if aside.awaiting in WHENEVER else aside.asked_at
    return replace(
        chat,
        awaiting=aside.awaiting,
        subject=aside.subject,
        asked_at=asked_at,
        offered=offered,
    )


def beside_chat(
    chat: Dialogue, there: Dialogue, now: Dialogue, name: str, *, over: bool, closes: bool
) -> Dialogue:
    """What is open once a reply to another message was handled: the chat's own is as it was.

    `there` is what was open for the reply (`as_in_thread`), and `now` what would be, if it had
    been a line in the chat. The chat's own question is closed where the reply answered that very
    question (it is `over`), or closed everything.
    """
    asked = Aside(name, now.awaiting, now.subject, now.asked_at, now.offered[:MOST_OFFERED])
    aside = asked if asked.awaiting or asked.offered else None
    is_same = (chat.awaiting, chat.subject) == (there.awaiting, there.subject)
    if closes or (is_same and over):
        return replace(now, awaiting=None, subject=None, asked_at=None, offered=(), aside=aside)
    return replace(
        now,
        awaiting=chat.awaiting,
        subject=chat.subject,
        asked_at=chat.asked_at,
        offered=chat.offered,
        aside=aside,
    )
