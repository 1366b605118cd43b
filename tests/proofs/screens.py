"""What people see of the bot on each platform: the real adapter, before a fake of the platform."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from adapters.local.adapter import LocalAdapter
from adapters.local.inbound import Gesture
from adapters.local.outgoing import OUTGOING as LOCAL
from adapters.local.transcript import Transcript
from adapters.slack.outgoing import OUTGOING as SLACK
from adapters.teams.inbound.arrivals import Invoke, with_origin
from adapters.teams.outgoing import OUTGOING as TEAMS
from bot.chat import Event, Message
from bot.domain.people import Address
from bot.ports import Adapter
from bot.run.bot import Bot
from tests.adapters.slack.fake_slack import TEAM, chat_of
from tests.adapters.slack.wire import Wire, wired
from tests.adapters.support import OpenSealer, keyed_hash
from tests.adapters.teams.support import TENANT, Teams, conversation_of, teams
from tests.adapters.teams.support import chat_of as teams_chat_of
from tests.fakes import FakeClock
from tests.proofs.mail_screen import opened_mail
from tests.proofs.screen import BotDesk, Screen, as_text

Json = dict[str, Any]


@dataclass
class SlackScreen:
    wire: Wire
    outgoing = SLACK
    workspace = TEAM

    @property
    def clock(self) -> FakeClock:
        return self.wire.clock

    @property
    def adapter(self) -> Adapter:
        return self.wire.adapter

    def opens(self, bot: Bot) -> None:
        self.desk = BotDesk(bot, self.clock)
        self.wire.adapter.desk = self.desk

    async def meets(self, person: Address) -> None: ...

    async def does(self, event: Event) -> Sequence[Message]:
        answers = await self.desk.handle(event)
        await self.wire.adapter.answer(event, answers)
        return answers

    async def looks_at_home(self, event: Event) -> None:
        await self.wire.adapter.homes.show(event)

    async def shown(self, person: Address) -> str:
        slack = self.wire.slack
        chat = slack.chats[chat_of(person.user)]
        files = {
            one: repr(file) for one, file in slack.files.items() if f'"{one}"' in as_text(chat)
        }
        return as_text([chat, slack.homes.get(person.user), files])

    def carried(self) -> Mapping[str, str]:
        told: defaultdict[str, list[Any]] = defaultdict(list)
        for method, given in self.wire.slack.calls:
            told[method].append(given)
        told["upload"] = [file.get("bytes", b"").decode() for file in self.wire.slack.uploads]
        return {method: as_text(given) for method, given in told.items()}


@dataclass
class TeamsScreen:
    there: Teams
    clock: FakeClock
    pressed: list[Json] = field(default_factory=list)
    outgoing = TEAMS
    workspace = TENANT

    @property
    def adapter(self) -> Adapter:
        return self.there.adapter

    def opens(self, bot: Bot) -> None:
        self.desk = BotDesk(bot, self.clock)
        self.there.adapter.desk = self.desk

    async def meets(self, person: Address) -> None:
        await self.there.rows.remember(self._chat(person))

    async def does(self, event: Event) -> Sequence[Message]:
        event = with_origin(event, self._chat(event.sender))
        answers = await self.desk.handle(event)
        await self.there.adapter.answer(event, answers)
        return answers

    async def looks_at_home(self, event: Event) -> None:
        """In Teams the page is a message, which Teams draws anew in the chat."""
        chat = self._chat(event.sender)
        messages = self.there.peer.chats.setdefault(chat.conversation, {})
        await self.there.adapter.tell(chat, [await self.desk.home(event)])
        await self.draws_home_anew(event, list(messages)[-1])

    async def draws_home_anew(self, event: Event, message: str) -> None:
        chat = self._chat(event.sender)
        answer = await self.there.endpoint._invokes.answer(Invoke("home", chat, event, message))
        self.there.peer.chats[chat.conversation][message] = answer.body
        self.pressed.append(answer.body)

    async def accepts_files(self, person: Address) -> None:
        """Lets Teams put every file that was offered into the person's own OneDrive."""
        chat = self._chat(person)
        upload = {"uploadUrl": f"{self.there.peer.address.removesuffix('teams/')}upload"}
        for message, activity in list(self.there.peer.chats[chat.conversation].items()):
            for one in activity.get("attachments", ()):
                ticket = one["content"].get("acceptContext")
                if ticket is not None:
                    value = {"action": "accept", "context": ticket, "uploadInfo": upload}
                    invoke = Invoke("file", chat, message=message, value=value)
                    answer = await self.there.endpoint._invokes.answer(invoke)
                    assert answer.afterwards is not None
                    await answer.afterwards

    async def shown(self, person: Address) -> str:
        return as_text(self.there.peer.messages(conversation_of(person.user)))

    def carried(self) -> Mapping[str, str]:
        told: defaultdict[str, list[Any]] = defaultdict(list)
        for listed, body in self.there.peer.bodies:
            told[listed].append(body)
        told["file.upload"] = [content.decode() for content in self.there.peer.uploads]
        told["invoke.response"] = [*self.pressed]
        return {method: as_text(given) for method, given in told.items()}

    def _chat(self, person: Address) -> Any:
        return teams_chat_of(self.there.peer.address, person.user, person.workspace)


@dataclass
class LocalScreen:
    page: LocalAdapter
    clock: FakeClock
    told: defaultdict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    outgoing = LOCAL
    workspace = "local"

    def __post_init__(self) -> None:
        self.page.listen(lambda _, change: self.told[change["change"]].append(change))

    @property
    def adapter(self) -> Adapter:
        return self.page

    def opens(self, bot: Bot) -> None:
        self.page.desk = self.desk = BotDesk(bot, self.clock)

    async def meets(self, person: Address) -> None: ...

    async def does(self, event: Event) -> Sequence[Message]:
        await self.page.take(Gesture(event.sender.user, event, ""))
        return self.desk.answers

    async def looks_at_home(self, event: Event) -> None: ...

    async def shown(self, person: Address) -> str:
        entries = await self.page.history(person.user)
        return as_text([entry for entry in entries if entry["from"] == "bot"])

    def carried(self) -> Mapping[str, str]:
        return {method: as_text(changes) for method, changes in self.told.items()}


@asynccontextmanager
async def _slack(folder: Path) -> AsyncIterator[Screen]:
    async with wired(folder) as wire:
        yield SlackScreen(wire)


@asynccontextmanager
async def _teams(folder: Path) -> AsyncIterator[Screen]:
    clock, ticks = FakeClock(), count(step=60)
    async with teams(folder, clock=clock, seconds=lambda: float(next(ticks))) as there:
        yield TeamsScreen(there, clock)


@asynccontextmanager
async def _local(folder: Path) -> AsyncIterator[Screen]:
    transcript = await Transcript.open(folder / "local.db", OpenSealer(), keyed_hash)
    yield LocalScreen(LocalAdapter(transcript), FakeClock())
    await transcript.close()


SCREENS: Mapping[str, Callable[[Path], AbstractAsyncContextManager[Screen]]] = {
    "slack": _slack,
    "teams": _teams,
    "local": _local,
    "mail": opened_mail,
}
