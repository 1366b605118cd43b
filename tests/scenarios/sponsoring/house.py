"""A client, a coach, and somebody who pays and reads mail alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.message import Message as ParsedMail
from email.policy import default

from adapters.mail.lines import line_mail
from bot.chat import Message
from bot.ports import Outcome, Sent
from bot.settings import Settings
from tests.fakes import FakeClock, FakePlatform
from tests.world import Chatter, World, joined

NAME, ADDRESS = "ACME, people team", "people@acme.example"
SENTENCE = "I plan my week on Mondays now."


@dataclass
class Mailed:
    """One mail as it left: to whom, when (UTC), and its parsed form."""

    to: str
    at: datetime
    mail: ParsedMail

    @property
    def text(self) -> str:
        assert isinstance(self.mail, EmailMessage)
        return str(self.mail.get_content())

    @property
    def headers(self) -> str:
        return "\n".join(f"{name}: {value}" for name, value in self.mail.items())


@dataclass
class MailPlatform(FakePlatform):
    """A platform that can write lines, as mail does. `outcomes` are its next answers."""

    mailed: list[Mailed] = field(default_factory=list)
    outcomes: list[Outcome | BaseException] = field(default_factory=list)

    async def write_line(self, mailbox: str, message: Message, reference: str) -> Outcome:
        if self.outcomes:
            answer = self.outcomes.pop(0)
            if isinstance(answer, BaseException):
                raise answer
            return answer
        made = line_mail("bot@house.example", mailbox, reference, self.clock.now(), message)
        parsed = message_from_bytes(made, policy=default)
        self.mailed.append(Mailed(mailbox, self.clock.now(), parsed))
        return Sent(reference)


class House(World):
    """A world in which mail can leave."""

    def __init__(self, settings: Settings | None = None) -> None:
        clock = FakeClock()
        self.mail = MailPlatform(clock, "mail")
        super().__init__(settings=settings)
        self.mail.clock = self.clock
        self.more["mail"] = self.mail
        self.bot = self._start()

    async def next_days(self, days: int = 5) -> None:
        await self.until(self.clock.now() + timedelta(days=days))


async def names(coach: Chatter, name: str = NAME, address: str = ADDRESS) -> str:
    """The coach names who pays. Returns the template of the answer."""
    await coach.writes("sponsor")
    return (await coach.submits(name=name, address=address))[-1].template


async def paid(settings: Settings | None = None) -> tuple[House, Chatter, Chatter]:
    """A house, a client and a coach who has named who pays."""
    house = House(settings)
    client, coach = await joined(house)
    await names(coach)
    return house, client, coach


async def allows(client: Chatter) -> None:
    """The client opens the form for a line, and allows lines first if that is asked."""
    await client.writes("sponsor")
    await client.presses("Write a line for them")
    if client.templates()[-1] == "ask-sponsor":
        await client.presses("Yes")


async def previews(client: Chatter, sentence: str = SENTENCE, sessions: str = "") -> list[Message]:
    await allows(client)
    return await client.submits(sentence=sentence, sessions=sessions)


async def approves(client: Chatter, sentence: str = SENTENCE, sessions: str = "") -> list[Message]:
    await previews(client, sentence, sessions)
    return await client.presses("Send exactly this")
