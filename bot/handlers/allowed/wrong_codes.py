"""The answer to a code that opens nothing: it tells nobody which codes there are."""

from __future__ import annotations

from datetime import timedelta
from math import ceil

from bot.domain.guessing import CROWD_WINDOW, OWN_WINDOW, waits_until
from bot.handlers.conversation import Conversation, Reply


async def wrong_code(talk: Conversation) -> Reply:
    """Answers a code that opens nothing. After a few, it says how long to wait and stores no more.

    A right code opens all the same: its length is what keeps guesses out.
    """
    wait = await _waits(talk)
    if wait is not None:
        return talk.note("code-wait", minutes=wait)
    guesser = talk.tx.keyed_hash("guess", talk.person.address.chat_key)
    await talk.tx.note_wrong_code(guesser, talk.person.address, talk.now)
    return talk.note("code-unknown", days=talk.settings.code_days)


async def _waits(talk: Conversation) -> int | None:
    """How many minutes this person is asked to wait after wrong codes; None: not at all."""
    guesser = talk.tx.keyed_hash("guess", talk.person.address.chat_key)
    own = await talk.tx.wrong_codes(guesser, talk.now - OWN_WINDOW)
    since = talk.now - CROWD_WINDOW
    others = await talk.tx.wrong_codes_in_workspace(talk.person.address, since) if own else 0
    until = waits_until(own, others)
    if until is None or until <= talk.now:
        return None
    return ceil((until - talk.now) / timedelta(minutes=1))
