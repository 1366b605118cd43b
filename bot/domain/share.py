"""One answer, made visible to one coach, in exactly the previewed form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.consent import Purpose
from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Share:
    """A share as the client approved it. The coach reads `heading` and `body` verbatim.

    `purpose` is the one under which it was shared. `digest` is the delivery that carried or
    announced it, and `seen_at` (UTC) when it was first shown; both are None before that. With
    `brings`, the client wants to bring it to the next session, and it comes first. With `unnamed`,
    it goes without the client's name.
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
    """One message that showed a share to its coach, and when (UTC).

    `digest` is a delivery's id, or the reference of an answer.
    """

    share_id: str
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Posted:
    """A digest in the coach's chat.

    `message` is the platform's own id; it is stored until `until` (UTC).
    """

    digest: str
    coach_id: str
    message: str
    until: datetime


@dataclass(frozen=True, slots=True)
class SharedItem:
    """Everything that a coach can read about one share of a client.

    `client_name` is empty if the share is `unnamed`. `new` is true until a digest carried or
    announced it, and `seen` once a message showed it. `session_at` is the client's next session, if
    they let their coach see it. All times are UTC.
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
    seen: bool
    brings: bool = False
    unnamed: bool = False
    session_at: datetime | None = None
