"""What people see on the page of guest coaches: the real adapter, before a real SMTP server."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from adapters.mail.kept_messages import to_json
from adapters.mail.outgoing import OUTGOING
from bot.chat import Event, Message
from bot.domain.people import Address
from bot.ports import Adapter
from bot.run.bot import Bot
from tests.adapters.mail.support import OpenedMail, mail
from tests.fakes import FakeClock
from tests.proofs.screen import BotDesk, Screen, as_text


@dataclass
class MailScreen:
    """The page shows what the transcript has; it never shows the mails themselves."""

    there: OpenedMail
    drawn: list[str] = field(default_factory=list)
    outgoing = OUTGOING
    workspace = "mail"

    @property
    def clock(self) -> FakeClock:
        return self.there.clock

    @property
    def adapter(self) -> Adapter:
        return self.there.adapter

    def opens(self, bot: Bot) -> None:
        self.desk = BotDesk(bot, self.clock)
        self.there.adapter.desk = self.desk

    async def meets(self, person: Address) -> None:
        await self.there.adapter.meets(person)

    async def does(self, event: Event) -> Sequence[Message]:
        answers = await self.desk.handle(event)
        await self.there.adapter.answer(event, answers)
        await self.shown(event.sender)
        return answers

    async def looks_at_home(self, event: Event) -> None: ...

    async def shown(self, person: Address) -> str:
        entries = await self.there.adapter.history(person)
        told = as_text([to_json(one.what) for one in entries if isinstance(one.what, Message)])
        self.drawn.append(told)
        return told

    def carried(self) -> Mapping[str, str]:
        told: defaultdict[str, list[str]] = defaultdict(list)
        told["page"] = self.drawn
        told["mail.waiting"] = [one.as_string() for one in self.there.post.mails]
        return {method: as_text(given) for method, given in told.items()}


@asynccontextmanager
async def opened_mail(folder: Path) -> AsyncIterator[Screen]:
    async with mail(folder) as there:
        yield MailScreen(there)
