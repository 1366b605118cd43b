"""Links to the organisation's view: each opens it once, within 15 minutes, on any process.

A link carries its own end and a keyed hash over it, so nothing is stored before it is used. That
it was used is noted as an event that was seen, which all processes share and a sweep removes.
"""

from __future__ import annotations

import hmac
import re
import secrets
from datetime import datetime, timedelta

from bot.domain.people import Address
from bot.ports import Transaction

LASTS = timedelta(minutes=15)
PATH = "/organisation/"
# The purpose of the keyed hash, and the place of the events.
LINK = "organisation-view"
HERE = Address("operator", LINK, "")
TOKEN = re.compile(r"([0-9]{1,12})\.([A-Za-z0-9_-]{22})\.([0-9a-f]{64})")


def new_token(tx: Transaction, now: datetime) -> tuple[str, datetime]:
    """A new link's last part, and until when it opens (UTC, whole seconds)."""
    until = (now + LASTS).replace(microsecond=0)
    says = f"{int(until.timestamp())}.{secrets.token_urlsafe(16)}"
    return f"{says}.{tx.keyed_hash(LINK, says)}", until


def still_opens(tx: Transaction, token: str, now: datetime) -> bool:
    """Whether it is one of ours, in time. Whether it was used, only `use_up` finds out."""
    found = TOKEN.fullmatch(token)
    if found is None or not token.isascii():
        return False
    says, proof = token.rsplit(".", 1)
    if not hmac.compare_digest(tx.keyed_hash(LINK, says), proof):
        return False
    return now.timestamp() < int(found[1])


async def use_up(tx: Transaction, token: str, now: datetime) -> bool:
    """True the first time. Saved with this transaction."""
    return still_opens(tx, token, now) and await tx.first_time(HERE, token.split(".")[1], now)
