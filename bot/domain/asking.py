"""What a client made of the questions: which set, how deep, and what is struck. Theirs alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Asking:
    """`depth` is the client's own dial, from 1 (light) to 3 (deep): nobody else can turn it.

    `struck` holds ids of questions and names of topics that are never asked. Without a
    `question_set` of their own choosing, the one that the coach suggests is asked.
    """

    engagement_id: str
    client_id: str
    at: datetime
    until: datetime
    question_set: str | None = None
    depth: int = 2
    struck: tuple[str, ...] = ()
