"""One answer, made visible to one coach, in exactly the previewed form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Share:
    """What the client approved, frozen: `heading` and `body` are what the coach reads, verbatim.

    `digest` is the delivery that carried it, `seen_at` when it left (UTC), both None before.
    """

    id: str
    engagement_id: str
    client_id: str
    coach_id: str
    answer_id: str
    heading: Words
    body: Words
    approved_at: datetime
    until: datetime
    digest: str | None = None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SharedItem:
    """All that a coach can ever read of a client: who, and the approved form."""

    share_id: str
    engagement_id: str
    client_name: Words
    heading: Words
    body: Words
    approved_at: datetime
    new: bool
