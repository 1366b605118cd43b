"""One answer, made visible to one coach, in exactly the previewed form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.consent import Purpose
from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Share:
    """What the client approved, frozen: `heading` and `body` are what the coach reads, verbatim.

    `purpose` is the one it was shared under. `digest` is the delivery that carried or announced
    it, `seen_at` when it was first shown (UTC); both are None before. What the client wants to
    bring to the next session stands first (`brings`); `unnamed` goes without their name.
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
    purpose: Purpose
    digest: str | None = None
    seen_at: datetime | None = None
    brings: bool = False
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """One message in which a share was shown to its coach, and when (UTC).

    `digest` names the message: a delivery's id, or the reference of an answer.
    """

    share_id: str
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Posted:
    """A digest as it stands in the coach's chat: `message` is the platform's own id of it."""

    digest: str
    coach_id: str
    message: str
    until: datetime


@dataclass(frozen=True, slots=True)
class SharedItem:
    """All that a coach can ever read of a client: who, and the approved form.

    `client_name` is empty where it goes `unnamed`.
    """

    share_id: str
    engagement_id: str
    client_name: Words
    heading: Words
    body: Words
    approved_at: datetime
    until: datetime
    purpose: Purpose
    new: bool
    brings: bool = False
    unnamed: bool = False
