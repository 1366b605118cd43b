"""Collects every message of the bot's in the stories, in every language.

A story is written in English. Copies of its world run beside it with the same random numbers and
the same clock. Their people do the same in another language: they press the button at the same
position.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import pickle
import random
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
    Event,
    Field,
    Form,
    Happening,
    ManyField,
    Message,
    Pressed,
    Submitted,
    TextField,
    Wrote,
)
from bot.domain.action_row import verb_of
from bot.domain.actions import LANGUAGE
from bot.domain.words import Words
from bot.plain import to_plain
from bot.settings import Settings
from bot.text import languages
from tests.fakes import Arrived, Edit
from tests.postgresql import SHARED
from tests.stories.beginning import joins
from tests.stories.stage import MOST_SKIPS
from tests.stories.stage import Actor as Somebody
from tests.stories.told import STORIES
from tests.world import Chatter, World

# English first: the others do what it does.
LANGUAGES = ("en", *(one for one in languages() if one != "en"))
# Inputs that people would not write in English, in a form that every language has.
SAID = {"in 9 days": "2026-12-02"}
STEPS = 120
COMMANDS = (
    "help", "what do you hold", "my switches", "receipt", "who has seen it", "keep for how long",
    "change my rhythm", "our agreement", "when will you write?", "step", "invite", "digest",
    "my wins", "what did I write?", "my questions", "comfort check", "too often", "too personal",
    "wrong time", "our next session", "feedback", "language", "my profile", "my clients",
    "erase a part", "pause", "stop", "resume", "calendar", "earlier digests", "A thought of mine.",
)  # fmt: skip
Told = Callable[[Message, str, bool], None]


@dataclass
class Echo:
    """A person in one of the worlds."""

    chatter: Chatter
    language: str
    told: Told

    async def does(self, number: int, what: Happening) -> None:
        event = Event(
            f"{self.chatter.address.user}-{number}",
            self.chatter.address,
            Words(self.chatter.name),
            _said(what, self.language),
            self.chatter.zone,
            self.language,
        )
        answers = list(await self.chatter.world.bot.events.handle(event))
        self.chatter.receives(answers)
        for answer in answers:
            self.told(answer, self.language, False)
            if answer.reference is not None:
                self.chatter.world.platform.answered.add(answer.reference)
                await self.chatter.world.bot.deliveries.posted(
                    self.chatter.address, answer.reference, answer.reference
                )


@dataclass
class Actor:
    """The same person in every world; the first one is English."""

    name: str
    echoes: list[Echo]
    done: int = 0

    async def _all(self, what: Happening) -> None:
        self.done += 1
        for echo in self.echoes:
            await echo.does(self.done, what)

    async def writes(self, text: str) -> None:
        await self._all(Wrote(Words(text), f"{self.name}-{self.done}"))

    async def presses(self, label: str) -> None:
        await self._press(self._english().button(label))

    async def presses_any(self, chance: random.Random) -> None:
        """Presses a button of the last message that had any, or submits its form unchanged."""
        shown = self._english().shown[-3:]
        blocks = [block for message in shown for block in message.blocks]
        buttons = [one for block in blocks if isinstance(block, Buttons) for one in block.buttons]
        forms = [block for block in blocks if isinstance(block, Form)]
        if forms and chance.random() < 0.5:
            await self._all(Submitted(forms[-1].action, _as_offered(forms[-1])))
        elif buttons:
            await self._press(chance.choice(buttons))

    async def ticks(self, purpose: str) -> None:
        await self._all(self._english().ticked(f"Turn on: {purpose}"))

    async def fills(self, **values: str) -> None:
        named = {name.replace("_", "-"): value for name, value in values.items()}
        form = self._english().form()
        await self._all(Submitted(form.action, _as_offered(form) | named))

    async def sees(self, *texts: str) -> None:
        for text in texts:
            assert await self.has(text), text

    async def sees_no(self, *texts: str) -> None:
        pass

    async def has(self, text: str) -> bool:
        return text.casefold() in self._english().sees().casefold()

    async def code(self) -> str:
        return self._english().code()

    async def travels(self, zone: str) -> None:
        for echo in self.echoes:
            echo.chatter.zone = zone

    async def _press(self, button: Button) -> None:
        """Presses the same position in every world: some buttons carry a hash of their text."""
        at = [one is button for one in self._english().buttons()].index(True)
        self.done += 1
        for echo in self.echoes:
            shown = list(echo.chatter.buttons())
            same = shown[at].action if at < len(shown) else button.action
            await echo.does(self.done, Pressed(same))

    def _english(self) -> Chatter:
        return self.echoes[0].chatter


@dataclass
class EchoingStage:
    """Plays in all languages at once; reports each message, its language and whether unasked."""

    told: Told
    crowd: int = 6
    users: set[str] = field(default_factory=set)
    over: bool = False

    def __post_init__(self) -> None:
        self.worlds = {language: World(settings=Settings()) for language in LANGUAGES}
        for language, world in self.worlds.items():
            self._listen(world, language)

    def _listen(self, world: World, language: str) -> None:
        def arrived(arrival: Arrived) -> None:
            self.told(arrival.message, language, True)

        def edited(edit: Edit) -> None:
            self.told(edit.message, language, False)

        world.platform.listeners.append(arrived)
        world.platform.edit_listeners.append(edited)

    async def enters(self, name: str, role: str) -> Actor:
        user = role if role not in self.users else name.lower()
        self.users.add(user)
        echoes = [
            Echo(world.person(user, name), language, self.told)
            for language, world in self.worlds.items()
        ]
        return Actor(name, echoes)

    async def comes(self) -> None:
        came = [await world.skip() for world in self.worlds.values()]
        self.over = not came[0]

    async def until(self, actor: Somebody, text: str) -> None:
        for _ in range(MOST_SKIPS):
            if await actor.has(text):
                return
            await self.comes()
        raise AssertionError(text)

    async def nothing_comes(self) -> None:
        for world in self.worlds.values():
            await world.skip()

    async def nothing_leaves(self) -> None:
        await self.nothing_comes()

    def tells(self, text: str) -> None:
        pass


@cache
def heard() -> Mapping[str, tuple[tuple[Message, bool], ...]]:
    """By language: each different message once, and whether it was a delivery.

    The first process of a run plays, and leaves what it found to the others in the run's folder.
    """
    shared = os.environ.get(SHARED)
    if shared is None:
        return _play_all()
    kept = Path(shared).parent / "played.pickle"
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(pickle.dumps(_play_all()))
    found: Mapping[str, tuple[tuple[Message, bool], ...]] = pickle.loads(kept.read_bytes())
    return found


def _play_all() -> Mapping[str, tuple[tuple[Message, bool], ...]]:
    found: dict[str, dict[str, tuple[Message, bool]]] = {one: {} for one in LANGUAGES}

    def told(message: Message, language: str, unasked: bool) -> None:
        found[language].setdefault(_face(message), (message, unasked))

    async def play() -> None:
        for story in STORIES.values():
            await story(EchoingStage(told))
        await wanders(EchoingStage(told))

    with ThreadPoolExecutor(1) as alone:
        alone.submit(asyncio.run, play()).result()
    return {language: tuple(messages.values()) for language, messages in found.items()}


async def wanders(stage: EchoingStage) -> None:
    """Types every command and presses buttons, in a fixed but odd order."""
    chance = random.Random(7)
    coach, client = await stage.enters("Daniel", "coach"), await stage.enters("Mai", "client")
    await joins(stage, client, coach)
    for step in range(STEPS):
        actor = coach if step % 3 == 2 else client
        await actor.writes(COMMANDS[step % len(COMMANDS)] if step % 2 else chance.choice(COMMANDS))
        for _ in range(3):
            await actor.presses_any(chance)
        if step % 5 == 4:
            await stage.comes()


def _said(what: Happening, language: str) -> Happening:
    """The same deed in another language. Whoever chooses a language chooses the one they have."""
    if isinstance(what, Pressed) and verb_of(what.action) == LANGUAGE.verb:
        return Pressed(LANGUAGE(language))
    if isinstance(what, Submitted) and language != "en":
        values = {name: SAID.get(value, value) for name, value in what.values.items()}
        return Submitted(what.action, values)
    return what


def _face(message: Message) -> str:
    """A key that is equal for two messages that differ only in their buttons' ids."""
    return f"{message.template}\n{to_plain(message)}"


def _as_offered(form: Form) -> dict[str, str]:
    return {one.name: _initial(one) for one in form.fields}


def _initial(one: Field) -> str:
    match one:
        case ManyField():
            return ",".join(one.initial)
        case TextField():
            return one.initial.text
        case ChoiceField():
            return one.initial or ""
