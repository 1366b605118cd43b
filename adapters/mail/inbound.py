"""Pure: turns what a guest coach's mail program sends into an Event. What does not fit is refused.

What they do on the page comes in by `page`.
"""

from __future__ import annotations

import hmac
import re
from datetime import datetime

from adapters.shared.sealed_rows import KeyedHash
from bot.chat import Event, Pressed
from bot.domain import actions
from bot.domain.people import Address
from bot.domain.words import Words

TOKEN = re.compile(r"([0-9a-f]{64})([0-9a-f]{32})")
SECONDS = 60


def stop_token(person: str, keyed_hash: KeyedHash) -> str:
    """What the address that stops everything names a person by. `person` is a keyed hash.

    It does nothing but stop, and so it never runs out: an old mail stops too.
    """
    return f"{person}{keyed_hash('mail.stop', person)[:32]}"


def stopping(token: str, keyed_hash: KeyedHash) -> str | None:
    """The person that a token names; None for one that `stop_token` did not make."""
    found = TOKEN.fullmatch(token)
    if found is None:
        return None
    person = found[1]
    made = stop_token(person, keyed_hash)
    return person if hmac.compare_digest(made, token) else None


def stopped(sender: Address, person: str, language: str, at: datetime) -> Event:
    """The stop itself, as if the person had pressed it at `at` (UTC).

    Repeats within a minute are one: many a mail program posts twice.
    """
    number = int(at.timestamp()) // SECONDS
    return Event(
        id=f"stop:{person[:24]}:{number}",
        sender=sender,
        name=Words(""),
        what=Pressed(actions.STOP("yes")),
        language=language or None,
    )
