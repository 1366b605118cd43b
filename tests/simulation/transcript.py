"""A history in words: one line per event, in order, by the local clock of its person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat import Message
from tests.simulation.loop import SteadyClock


class Transcript:
    """Collects lines. A line that begins with a name in `zones` shows the time of that zone."""

    def __init__(self, clock: SteadyClock) -> None:
        self._clock = clock
        self._lines: list[tuple[datetime, str]] = []
        self.zones: dict[str, str] = {}

    def note(self, what: str) -> None:
        self._lines.append((self._clock.now(), what))

    def heard(self, who: str, answers: Sequence[Message]) -> None:
        self.note(f"{who} is answered: {', '.join(m.template for m in answers) or 'nothing'}")

    def lines(self) -> list[str]:
        return [f"{self._local(at, what)}  {what}" for at, what in self._lines]

    def _local(self, at: datetime, what: str) -> str:
        zone = self.zones.get(what.split(" ", 1)[0], "UTC")
        local = at.astimezone(ZoneInfo(zone))
        return f"{local:%a %Y-%m-%d %H:%M:%S} {zone}"
