"""A whole Handrail in one object, and people who talk to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from bot.chat import (
    Block,
    Button,
    Buttons,
    Deleted,
    Edited,
    Event,
    Form,
    Happening,
    Heading,
    ManyField,
    Message,
    Pressed,
    Quote,
    Submitted,
    Wrote,
)
from bot.delivery.lanes import Lanes
from bot.domain.people import Address
from bot.domain.words import Words
from bot.plain import to_plain
from bot.ports import Adapter, Store
from bot.run.bot import Bot
from bot.settings import Settings
from tests.fakes import Arrived, Edit, FakeClock, FakePlatform, SeededChance
from tests.memory_store.store import MemoryStore
from tests.ticks import TICK, can_tick, newest_form, tick

CODE = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b")


class World:
    """One bot on one fake platform. `restart` loses everything but the store and the platform."""

    def __init__(
        self,
        store: Store | None = None,
        seed: int = 1,
        settings: Settings | None = None,
        lanes: Lanes | None = None,
    ) -> None:
        self.lanes = lanes
        self.clock = FakeClock()
        self.platform = FakePlatform(self.clock)
        self.platform.listeners.append(self._arrive)
        self.platform.edit_listeners.append(self._replace)
        self.store: Store = store or MemoryStore()
        self.chance = SeededChance(seed)
        self.settings = settings or Settings()
        self.people: dict[Address, Chatter] = {}
        self.events = count(1)
        self.more: dict[str, Adapter] = {}
        self.bot = self._start()

    def _start(self) -> Bot:
        adapters: dict[str, Adapter] = {self.platform.platform: self.platform, **self.more}
        return Bot(self.store, adapters, self.clock, self.chance, self.settings, self.lanes)

    async def restart(self) -> None:
        self.bot = self._start()
        await self.bot.deliveries.recover()

    def person(
        self, user: str, name: str, zone: str | None = "Europe/Berlin", workspace: str = "local"
    ) -> Chatter:
        address = Address(self.platform.platform, workspace, user)
        self.people[address] = Chatter(self, address, name, zone)
        return self.people[address]

    async def skip(self) -> bool:
        """Moves time to the next delivery, as the local page does."""
        due = await self.bot.deliveries.next_due()
        if due is None:
            return False
        self.clock.at = max(self.clock.at, due)
        await self.bot.tick()
        return True

    async def until(self, when: datetime) -> None:
        """Moves time to `when` (UTC). Everything due until then happens at its time."""
        while (due := await self.bot.deliveries.next_due()) is not None and due <= when:
            self.clock.at = max(self.clock.at, due)
            await self.bot.tick()
        self.clock.at = max(self.clock.at, when)
        await self.bot.tick()

    def _arrive(self, arrival: Arrived) -> None:
        person = self.people.get(arrival.to)
        if person is not None:
            person.receives([arrival.message], arrival.reference)

    def _replace(self, edit: Edit) -> None:
        person = self.people.get(edit.to)
        if person is not None and edit.posted in person.posted:
            person.shown[person.posted[edit.posted]] = edit.message


@dataclass(eq=False)
class Chatter:
    """A person with a chat window. `shown` is all they ever saw; `in_reply_to`: see `Event`."""

    world: World
    address: Address
    name: str
    zone: str | None
    shown: list[Message] = field(default_factory=list)
    posted: dict[str, int] = field(default_factory=dict)
    taps: int = 0
    language: str = "en"
    in_reply_to: str | None = None

    def receives(self, messages: Sequence[Message], reference: str | None = None) -> None:
        """Shows messages. `posted` keeps where in `shown` each editable message is."""
        for message in messages:
            known_as = message.reference or reference
            if known_as is not None:
                self.posted[known_as] = len(self.shown)
            self.shown.append(message)

    async def does(self, what: Happening, event_id: str | None = None) -> list[Message]:
        number = next(self.world.events)
        event = Event(
            event_id or f"event-{number}",
            self.address,
            Words(self.name),
            what,
            self.zone,
            self.language,
            in_reply_to=self.in_reply_to,
        )
        answers = list(await self.world.bot.events.handle(event))
        self.receives(answers)
        for answer in answers:
            if answer.reference is not None:
                self.world.platform.answered.add(answer.reference)
                await self.world.bot.deliveries.posted(
                    self.address, answer.reference, answer.reference
                )
        return answers

    async def opens_home(self) -> Message:
        """Opens the person's home page, as a platform does. They write and press nothing."""
        number = next(self.world.events)
        name, opened = Words(self.name), Pressed("")
        visitor = Event(f"visit-{number}", self.address, name, opened, self.zone, self.language)
        page = await self.world.bot.events.home(visitor)
        self.receives([page])
        return page

    async def writes(self, text: str, message: str | None = None) -> list[Message]:
        ref = message or f"message-{next(self.world.events)}"
        return await self.does(Wrote(Words(text), ref))

    async def edits(self, message: str, text: str) -> list[Message]:
        return await self.does(Edited(message, Words(text)))

    async def deletes(self, message: str) -> list[Message]:
        return await self.does(Deleted(message))

    async def presses(self, label: str) -> list[Message]:
        """Presses the newest button on screen with this label.

        "Turn on: Reminder" and "Turn off: …" tick and untick that purpose in the newest form of
        what is allowed, and save it; "Leave out number 1" and "Ask number 1 again" do so with a
        question in the newest form of what may be asked.
        """
        self.taps += 1
        if TICK.fullmatch(label):
            return await self.does(self.ticked(label))
        return await self.does(Pressed(self.button(label).action))

    def ticked(self, label: str) -> Submitted:
        form = newest_form(self.blocks(), label)
        assert form is not None
        return tick(form, label)

    def has(self, label: str, *, last: int | None = None) -> bool:
        """True if `presses` can press this label in the `last` messages, or in any of them."""
        blocks = [b for message in self.shown[-(last or 0) :] for b in message.blocks]
        buttons = (b.buttons for b in blocks if isinstance(b, Buttons))
        pressable = any(one.label == label for row in buttons for one in row)
        return pressable or can_tick(newest_form(blocks, label), label)

    async def asks_to_share(self, coach: str = "Daniel") -> list[Message]:
        """Presses "Share with …" of what was quoted last: under its quote, or in "my words"."""
        label = f"Share with {coach}"
        quoted = [
            one for one in self.shown if one.template in ("you-wrote", "you-tapped", "edited")
        ]
        place = quoted[-1]
        words = quoted_in(place)[-1]
        if not any(button.label == label for button in buttons_in(place)):
            (place, *_) = await self.writes("my words")
        self.taps += 1
        after = place.blocks[place.blocks.index(words) :]
        buttons = (one for block in after if isinstance(block, Buttons) for one in block.buttons)
        first = next(button for button in buttons if button.label == label)
        return await self.does(Pressed(first.action))

    async def presses_raw(self, action: str) -> list[Message]:
        return await self.does(Pressed(action))

    async def submits(self, **values: str) -> list[Message]:
        """Sends the newest form. Fields that are not given keep their initial values."""
        self.taps += 1
        form = self.form()
        filled = {f.name: _initial(f) for f in form.fields}
        return await self.does(Submitted(form.action, {**filled, **values}))

    def button(self, label: str) -> Button:
        found = [b for b in self.buttons() if b.label == label]
        if not found:
            offered = [b.label for b in self.buttons()]
            raise AssertionError(f"no button {label!r}; there were {offered}")
        return found[-1]

    def buttons(self) -> Iterator[Button]:
        for message in self.shown:
            yield from buttons_in(message)

    def form(self) -> Form:
        return [block for block in self.blocks() if isinstance(block, Form)][-1]

    def blocks(self) -> Iterator[Block]:
        for message in self.shown:
            yield from message.blocks

    def quotes(self, *, last: int | None = None) -> list[str]:
        messages = self.shown if last is None else self.shown[-last:]
        return [b.words.text for m in messages for b in m.blocks if isinstance(b, Quote)]

    def code(self) -> str:
        """Returns the newest invitation code on screen."""
        headings = [b.text for b in self.blocks() if isinstance(b, Heading)]
        return [h for h in headings if CODE.fullmatch(h)][-1]

    def templates(self) -> list[str]:
        return [message.template for message in self.shown]

    def sees(self) -> str:
        """Returns everything shown so far, as plain text."""
        return "\n\n".join(to_plain(message) for message in self.shown)


def buttons_in(message: Message) -> Iterator[Button]:
    for block in message.blocks:
        if isinstance(block, Buttons):
            yield from block.buttons


def quoted_in(message: Message) -> list[Quote]:
    return [block for block in message.blocks if isinstance(block, Quote)]


def text_of(messages: Sequence[Message]) -> str:
    return "\n".join(to_plain(message) for message in messages)


def _initial(field: object) -> str:
    if isinstance(field, ManyField):
        return ",".join(field.initial)
    initial = getattr(field, "initial", None)
    return initial.text if isinstance(initial, Words) else (initial or "")


async def joined(
    world: World,
    client_name: str = "Mai",
    coach_name: str = "Daniel",
    *,
    client: str = "client",
    coach: str = "coach",
    zone: str = "Europe/Berlin",
    workspace: str = "local",
    keep: bool = True,
    digest: bool = True,
) -> tuple[Chatter, Chatter]:
    """Joins a client and a coach who agree to everything, which is where most tests begin."""
    teacher = world.person(coach, coach_name, zone, workspace)
    learner = world.person(client, client_name, zone, workspace)
    await teacher.writes("invite")
    await teacher.presses("Yes, once a week" if digest else "No, only when I ask")
    await learner.writes(teacher.code())
    await learner.presses("I agree")
    await learner.presses("Yes")
    await learner.presses("Yes" if keep else "No")
    await learner.presses("Yes" if keep else "No")
    await learner.submits(days="MO,TH", every="1", zone=zone, **{"from": "09:00", "to": "11:00"})
    await learner.presses("That's right")
    return learner, teacher
