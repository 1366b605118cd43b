"""What is kept of one message of the bot's own: enough to take it back, and nothing to read."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """One message of the bot's. `quotes` and `chosen` are keyed digests; `at` is UTC."""

    id: str
    at: datetime
    quotes: tuple[str, ...] = ()
    chosen: str = ""


def plain_of(message: OwnMessage) -> dict[str, Any]:
    return asdict(message) | {"at": message.at.isoformat()}


def own_of(row: dict[str, Any]) -> OwnMessage:
    at = datetime.fromisoformat(row["at"])
    return OwnMessage(row["id"], at, tuple(row["quotes"]), row["chosen"])
