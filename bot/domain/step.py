"""A small step in the client's own words. It is taken, done, made smaller, moved or dropped, and
never failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.words import Words

# So many steps at most are asked about in one check-in, or shown in one list.
TOGETHER = 5


class StepState(StrEnum):
    TAKEN = "taken"
    DONE = "done"
    LET_GO = "let_go"


class StepSize(StrEnum):
    """How long the step takes, in the client's own estimate."""

    MOMENT = "moment"
    SHORT = "short"
    LONGER = "longer"


class Repeat(StrEnum):
    """How often a step comes again. A time that went by is counted nowhere."""

    WEEK = "week"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Step:
    """A small step in the client's words, kept until `until` (UTC).

    `then` is the step, as one sentence; `when`, if there is one, the moment for it (an if-then
    plan, Gollwitzer 1999), and `obstacle` what could get in the way (WOOP, Oettingen 2014).
    `strength` is what the client says will help. `day` is the local date that the step is about:
    it is asked about only afterwards. With `repeat` it is the next such date. `done_at` (UTC) is
    the last time it was done, and `times_done` (UTC, oldest first) all times of one that repeats.
    `asked_what_helped`: the client was asked once what made it possible.
    """

    id: str
    engagement_id: str
    client_id: str
    when: Words
    then: Words
    state: StepState
    at: datetime
    until: datetime
    size: StepSize | None = None
    strength: Words | None = None
    done_at: datetime | None = None
    obstacle: Words | None = None
    day: date | None = None
    repeat: Repeat | None = None
    times_done: tuple[datetime, ...] = ()
    asked_what_helped: bool = False

    @property
    def is_open(self) -> bool:
        return self.state is StepState.TAKEN

    def may_be_asked(self, on: date) -> bool:
        """True if the step is open and its day is over on this local date."""
        return self.is_open and (self.day is None or self.day < on)

    def asked_from(self, zone: str) -> datetime:
        """From when on (aware) the step may be asked about: its beginning, or its day's end."""
        if self.day is None:
            return self.at
        over = datetime.combine(self.day + timedelta(days=1), time.min, ZoneInfo(zone))
        return max(self.at, over)

    def done(self, now: datetime, today: date) -> Step:
        """The step after it was done. One that repeats stays open, for its next day."""
        if self.repeat is None:
            return replace(self, state=StepState.DONE, done_at=now)
        again = replace(self, done_at=now, times_done=(*self.times_done, now))
        return again.next_time(today)

    def next_time(self, today: date) -> Step:
        """The step about its next day, which is after `today`. One that is once stays as it is."""
        if self.repeat is None or self.day is None:
            return self
        every = 7 if self.repeat is Repeat.WEEK else 1
        times = max(1, (today - self.day).days // every + 1)
        return replace(self, day=self.day + timedelta(days=every * times))

    def each_done(self) -> tuple[Step, ...]:
        """The step once for each time it was done, each with that time as `done_at`."""
        if self.repeat is None:
            return (self,) if self.state is StepState.DONE else ()
        done = replace(self, state=StepState.DONE, times_done=())
        return tuple(replace(done, done_at=at) for at in self.times_done)


def to_ask(steps: Sequence[Step], on: date, zone: str) -> tuple[Step, ...]:
    """The steps to ask about on a local date, those that came last first."""
    over = [step for step in steps if step.may_be_asked(on)]
    return tuple(sorted(over, key=lambda step: step.asked_from(zone), reverse=True)[:TOGETHER])
