"""Plays `handrail demo`: one engagement, from code to end, with a fast clock, in the terminal.

The people are scripted; the bot, its database and its keys are the real ones, in a folder that
is thrown away afterwards.
"""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from rich.console import Console

from adapters.terminal import TerminalAdapter
from bot.chat import Buttons, Event, Form, Happening, Heading, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.run.assemble import Randomness
from bot.run.bot import Bot
from bot.settings import Settings
from storage import open_store

ZONE = "Europe/Berlin"
CLIENT, COACH = "client", "coach"
NAMES = {CLIENT: "Mai, client", COACH: "Daniel, coach"}
START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class StoryClock:
    at: datetime = START

    def now(self) -> datetime:
        return self.at


@dataclass
class Stage:
    """Lets two people talk to one bot, and shows both sides in a terminal.

    `pace` is in seconds per beat.
    """

    bot: Bot
    terminal: TerminalAdapter
    clock: StoryClock
    pace: float
    events: count[int] = field(default_factory=lambda: count(1))

    async def writes(self, user: str, text: str) -> None:
        self.terminal.says(user, text)
        await self._does(user, Wrote(Words(text), f"message-{next(self.events)}"))

    async def taps(self, user: str, label: str) -> None:
        """Presses the newest button with this label. Raises StopIteration where there is none."""
        buttons = [
            button
            for message in self.terminal.shown[user]
            for block in message.blocks
            if isinstance(block, Buttons)
            for button in block.buttons
        ]
        action = next(b.action for b in reversed(buttons) if b.label == label)
        self.terminal.says(user, label, tapped=True)
        await self._does(user, Pressed(action))

    async def fills(self, user: str, shown: str, **values: str) -> None:
        forms = [
            block
            for message in self.terminal.shown[user]
            for block in message.blocks
            if isinstance(block, Form)
        ]
        self.terminal.says(user, shown, tapped=True)
        await self._does(user, Submitted(forms[-1].action, values))

    async def skip(self) -> None:
        """Moves the clock to when something is said next, and says it. Raises if nothing is."""
        said_at = await self.bot.deliveries.next_said()
        if said_at is None:
            raise ValueError("nothing is said any more")
        self.clock.at = max(self.clock.at, said_at)
        self.terminal.moment(self.clock.at, ZONE)
        await self.bot.tick()
        await self._beat()

    def code(self) -> str:
        """Returns the newest code that the coach was given."""
        shown = reversed(self.terminal.shown[COACH])
        invitation = next(m for m in shown if m.template == "invite")
        return next(block.text for block in invitation.blocks if isinstance(block, Heading))

    async def _does(self, user: str, what: Happening) -> None:
        address = Address("local", "local", user)
        name = Words(NAMES[user].split(",")[0])
        event = Event(f"event-{next(self.events)}", address, name, what, ZONE, "en")
        await self._beat()
        for message in await self.bot.events.handle(event):
            self.terminal.show(user, message)
            await self._beat()

    async def _beat(self) -> None:
        await asyncio.sleep(self.pace)


async def play(console: Console, pace: float) -> None:
    """Plays the story on `console`. Raises if any part of it does not happen as told."""
    with tempfile.TemporaryDirectory(prefix="handrail-demo-") as folder:
        opened = await open_store(Path(folder), None, "demo")
        try:
            terminal = TerminalAdapter(console, NAMES)
            clock = StoryClock()
            bot = Bot(opened.store, {"local": terminal}, clock, Randomness(), Settings())
            await _story(Stage(bot, terminal, clock, pace))
        finally:
            await opened.close()


async def _story(stage: Stage) -> None:
    stage.terminal.moment(stage.clock.at, ZONE)
    await _join(stage)
    await stage.skip()
    await stage.writes(CLIENT, "I said no to a meeting. It felt odd, and right.")
    await stage.taps(CLIENT, "Share with Daniel")
    await stage.taps(CLIENT, "Yes")
    await stage.taps(CLIENT, "Share exactly this")
    await stage.writes(CLIENT, "step")
    words = "I write down one thing that went well"
    step = {"when": "When I close my laptop on Tuesday", "then": words}
    await stage.fills(CLIENT, words, **step)
    await stage.skip()
    await stage.taps(CLIENT, "Not yet")
    await stage.taps(CLIENT, "Make it smaller")
    await stage.fills(CLIENT, "I write one word", **{**step, "then": "I write one word"})
    await stage.skip()
    await stage.taps(CLIENT, "Done")
    await stage.writes(CLIENT, "please pause until 4 January")
    await stage.skip()
    await stage.writes(CLIENT, "what do you hold?")
    await stage.writes(CLIENT, "erase everything")
    await stage.taps(CLIENT, "Erase everything")
    await stage.writes(COACH, "stop")


async def _join(stage: Stage) -> None:
    await stage.writes(COACH, "invite")
    await stage.taps(COACH, "Yes, once a week")
    await stage.taps(COACH, "A code for 6 weeks")
    await stage.writes(CLIENT, stage.code())
    await stage.taps(CLIENT, "I agree")
    for _ in range(3):
        await stage.taps(CLIENT, "Yes")
    times = {"days": "MO,TH", "every": "1", "from": "09:00", "to": "11:00", "zone": "Berlin"}
    await stage.fills(CLIENT, "Mon, Thu · 9:00 to 11:00 · Berlin", **times)
    await stage.taps(CLIENT, "That's right")
