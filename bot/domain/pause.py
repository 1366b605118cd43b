"""A pause: one person is written nothing by itself for a while.

It belongs to the person, not to a rhythm: it is sealed with them, and nothing is planned anew when
it begins or ends. What comes due meanwhile is withheld. So no clear column tells a pause until a
day from a rest after words of distress.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.rhythm import UNTIL_ASKED, Rhythm


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause until a local date, on which it is over; without one, until the person ends it.

    `starts` is its first day (a local date), or None if it has begun. A rest without an end has
    always begun.

    `then` is the date until which the person had paused before a rest after words of distress:
    "Go on as before" returns to it.
    """

    until: date | None
    then: date | None = None
    starts: date | None = None

    def holds_on(self, day: date) -> bool:
        """True if nothing may leave by itself on this local date."""
        return self.until is None or (self.starts or day) <= day < self.until

    def resting(self) -> Pause:
        """This pause without an end; it remembers the end that it had."""
        return Pause(None, self.then if self.until is None else self.until, self.starts)

    def before(self, today: date) -> Pause | None:
        """The pause that there was before the rest. None if it is over on `today`."""
        if self.then is None or today >= self.then:
            return None
        return Pause(self.then, starts=self.starts)


def in_pause(rhythm: Rhythm, pause: Pause | None) -> Rhythm:
    """The rhythm as it counts in a pause: to decide, to show and to refuse. Never save it."""
    if pause is None:
        return rhythm
    until = pause.until or UNTIL_ASKED
    starts = None if pause.until is None or rhythm.paused_until else pause.starts
    until = max(until, rhythm.paused_until or until)
    return replace(rhythm, paused_until=until, paused_from=starts)
