"""What a client has to be asked anew, because it changed after they said yes.

Both roads ask: the first below an answer, the second in the place of a check-in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.consent import (
    Act,
    Entry,
    Wording,
    asked_last,
    extend,
    latest,
    yes_before,
)
from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose, asked_of_client
from bot.ports import Transaction
from bot.rules.grants import as_it_stands, terms_of, wording_now
from bot.text import CARD_SIGN

# Since this version of the catalogue, the sentence for check-ins says that a question about a
# change may come in the place of one. A yes to an older sentence does not cover that question.
ASKS_ANEW_SINCE = 4


def changed(ledger: Sequence[Entry], now: datetime, engagement: Engagement) -> list[Purpose]:
    """The purposes that a client said yes to and that have changed since, in the order of asking.

    One stays changed until the client has answered, even if its text goes back to what it was.
    """
    found = []
    asked = asked_of_client()
    for purpose in (one for one in Purpose if one in asked):
        given = yes_before(ledger, purpose, now)
        if given is None:
            continue
        if latest(ledger, purpose) is not given or not as_it_stands(given, now, engagement):
            found.append(purpose)
    return found


def to_ask(ledger: Sequence[Entry], now: datetime, engagement: Engagement) -> Purpose | None:
    """The next purpose to ask anew below an answer; None if each was asked in today's text.

    While the agreement waits for an answer, nothing under it is asked.
    """
    found = changed(ledger, now, engagement)
    if Purpose.AGREEMENT in found:
        found = [Purpose.AGREEMENT]
    return next((one for one in found if not _asked_since(ledger, one, now, engagement)), None)


def to_ask_in_place(
    ledger: Sequence[Entry], now: datetime, engagement: Engagement
) -> tuple[Purpose, Entry] | None:
    """The purpose to ask anew in the place of a check-in, and the yes that covers the question.

    None if nothing has changed, if the client has that question already, or if their yes to
    check-ins was for a sentence that did not tell of it. One question stands for all that changed:
    the others follow its answer.
    """
    given = yes_before(ledger, Purpose.CHECK_INS, now)
    found = changed(ledger, now, engagement)
    agreed = yes_before(ledger, Purpose.AGREEMENT, now)
    if not found or given is None or agreed is None or not _told_of_it(given.wording):
        return None
    first = found[0]
    if first in (Purpose.AGREEMENT, Purpose.CHECK_INS):
        found = [first]
    asked = any(_asked_since(ledger, one, now, engagement) for one in found)
    return None if asked else (first, given)


def was_asked_so(ledger: Sequence[Entry], purpose: Purpose, engagement: Engagement) -> bool:
    """Tells whether the last question about a purpose was in today's text, for today's terms.

    If it was not, an old button would say yes to something that the person has not read.
    """
    asked = asked_last(ledger, purpose)
    if asked is None:
        return False
    today = wording_now(purpose, asked.wording.language, engagement)
    return asked.wording.hash == today.hash and terms_of(purpose, engagement).within(asked)


async def note_asked(
    tx: Transaction, engagement: Engagement, language: str, asks: Purpose, now: datetime
) -> None:
    """Notes in the ledger what has changed, and that the client was asked about `asks`."""
    await note_changed(tx, engagement, await tx.ledger(engagement.id), language, now)
    await _append(tx, Act.ASKED, asks, engagement, language, now)


async def note_changed(
    tx: Transaction, engagement: Engagement, ledger: Sequence[Entry], language: str, now: datetime
) -> Sequence[Entry]:
    """Notes in the ledger what has changed since the client said yes, once for each purpose.

    `ledger` is its chain as it is now. Returns the chain as it is then.
    """
    new = [
        purpose
        for purpose in changed(ledger, now, engagement)
        if latest(ledger, purpose) is yes_before(ledger, purpose, now)
    ]
    for purpose in new:
        await _append(tx, Act.CHANGED, purpose, engagement, language, now)
    return await tx.ledger(engagement.id) if new else ledger


def _told_of_it(wording: Wording) -> bool:
    version = wording.catalogue.partition(CARD_SIGN)[0]
    return version.isdigit() and int(version) >= ASKS_ANEW_SINCE


def _asked_since(
    ledger: Sequence[Entry], purpose: Purpose, now: datetime, engagement: Engagement
) -> bool:
    given, asked = yes_before(ledger, purpose, now), asked_last(ledger, purpose)
    if given is None or asked is None or asked.seq < given.seq:
        return False
    return was_asked_so(ledger, purpose, engagement)


async def _append(
    tx: Transaction,
    act: Act,
    purpose: Purpose,
    engagement: Engagement,
    language: str,
    now: datetime,
) -> None:
    ledger = await tx.ledger(engagement.id)
    wording = wording_now(purpose, language, engagement)
    terms = terms_of(purpose, engagement)
    await tx.append(extend(ledger, engagement.id, act, purpose, wording, now, None, terms))
