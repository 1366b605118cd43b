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

    `backup_of` is given while the person rests since a restore, and is the (UTC) date of the
    backup: what they have changed since then is lost. `told`: they have read that.
    """

    until: date | None
    then: date | None = None
    starts: date | None = None
    backup_of: date | None = None
    told: bool = False

    def holds_on(self, day: date) -> bool:
        """True if nothing may leave by itself on this local date."""
        return self.until is None or (self.starts or day) <= day < self.until

    def resting(self) -> Pause:
        """This pause without an end; it remembers the end that it had."""
        return replace(self, until=None, then=self.then if self.until is None else self.until)

    def since_backup(self, of: date) -> Pause:
        """This pause without an end, after a restore; nobody has told the person of it yet."""
        return replace(self.resting(), backup_of=min(of, self.backup_of or of), told=False)

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
