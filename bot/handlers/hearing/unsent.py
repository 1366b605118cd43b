"""Tells a person, above the next answer to them, what was not sent to them meanwhile, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.chat import Pressed, Submitted, Wrote
from bot.domain.delivery import Delivery, Kind
from bot.domain.reasons import Reason, told_above
from bot.domain.wall_time import local_date
from bot.handlers.conversation import TELLS_FOR, Conversation, Reply
from bot.messages import unsent as say_unsent

# The store is asked for it at most so often for each person.
ASKS_EVERY = timedelta(hours=1)
# An edit is no message. What a client wanted to be sent at once is new in the next digest, unless
# they took it back: then nobody reads that it was there.
NOT_TOLD = {Kind.AMEND, Kind.SENT_NOW}
# Answers that say of these kinds what was not delivered.
SAID_BY = {"next-not-delivered": Kind.CHECK_IN, "digest-not-delivered": Kind.DIGEST}
# What is true of a chat and its hours, and not of a mail to whoever pays.
OF_A_CHAT = ("unsent-late", "unsent-refused")


async def tell_unsent(talk: Conversation, reply: Reply) -> Reply:
    """Returns what to say above `reply`: each reason once, and each kind of message once.

    Nothing after a stop, an erase or words of distress: it is told the next time then.
    """
    said_something = isinstance(talk.event.what, Wrote | Pressed | Submitted) and reply
    if not said_something or not talk.known or talk.closes:
        return []
    if talk.erase_planned or talk.destroys_keys:
        return []
    since = asked_since(talk)
    if since is None:
        return []
    talk.told_until = talk.now
    said = {SAID_BY[one.template] for one in reply if one.template in SAID_BY}
    found = await talk.tx.not_sent(talk.person.id, since)
    return _told(talk, [one for one in found if one.kind not in said | NOT_TOLD])


def asked_since(talk: Conversation) -> datetime | None:
    """Since when (UTC) the store is asked what was not sent. None if it was asked just now."""
    before = talk.person.dialogue.told_until
    if before is not None and timedelta(0) <= talk.now - before < ASKS_EVERY:
        return None
    return max(before or talk.now - TELLS_FOR, talk.now - TELLS_FOR)


def _asked_instead(one: Delivery) -> bool:
    """True for a check-in that waits for an answer: the question itself tells of the change."""
    return one.kind is Kind.CHECK_IN and one.reason == Reason.CHANGED


def _told(talk: Conversation, found: Sequence[Delivery]) -> Reply:
    """One message for each reason. A kind is named once, with its last day: nothing is counted."""
    by_sentence: defaultdict[str, dict[Kind, Delivery]] = defaultdict(dict)
    for one in found:
        sentence = told_above(one.reason, one.state)
        if sentence is not None and not _asked_instead(one):
            if one.kind is Kind.SPONSOR_LINE and sentence in OF_A_CHAT:
                sentence = "unsent-sponsor"
            by_sentence[sentence][one.kind] = one
    return [
        say_unsent.unsent(
            talk.say,
            sentence,
            {kind: local_date(one.not_before, talk.zone) for kind, one in kinds.items()},
        )
        for sentence, kinds in by_sentence.items()
    ]
