"""A client's own choices about the questions: which set, how deep, and which are struck out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Asking:
    """One client's choices in one engagement. Only the client changes them.

    `depth` goes from 1 (light) to 3 (deep). `struck` holds ids of questions and names of topics
    that are never asked. With `question_set` None, the bot asks the set that the coach suggests.
    `until` is UTC.
    """

    engagement_id: str
    client_id: str
    at: datetime
    until: datetime
    question_set: str | None = None
    depth: int = 2
    struck: tuple[str, ...] = ()
