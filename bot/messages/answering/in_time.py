"""Says before a share that it would reach the coach only after the next session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.chat import Text
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.text import Catalogue


@dataclass(frozen=True, slots=True)
class Late:
    """A share that would not reach the coach by itself before the session at `session_at` (UTC).

    `digest` is when the coach's next digest goes (UTC), or None if they get none. With `now`, it
    could be sent at once.
    """

    session_at: datetime
    digest: datetime | None
    now: bool

    def told(self, say: Catalogue, coach: Words, zone: str, today: date) -> Text:
        """The sentence, with days in the client's `zone`; `today` is the date there."""
        session = say.named_day(local_date(self.session_at, zone), today)
        if self.digest is None:
            return Text(say("preview-late-alone", coach=coach, session=session))
        digest = say.named_day(local_date(self.digest, zone), today)
        return Text(say("preview-late", coach=coach, session=session, digest=digest))
