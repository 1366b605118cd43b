"""What a handler works with: one person, one transaction, one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat import Event, Message
from bot.domain.consent import Act, Entry, Grant, Purpose, extend, in_force, latest
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Dialogue, Person
from bot.domain.words import Words
from bot.messages.common import note
from bot.ports import Chance, Transaction
from bot.settings import Settings
from bot.text import Catalogue, catalogue

Reply = list[Message]


@dataclass
class Scene:
    """`dialogue` is what the person will be expected to answer next; the engine saves it.

    Someone who has neither made nor entered a code is not `known`: nothing of them is stored.
    `follow` is an action to carry on with, once this one is done. `quiet` closes whatever
    question was open.
    """

    tx: Transaction
    now: datetime
    chance: Chance
    settings: Settings
    person: Person
    event: Event
    known: bool
    dialogue: Dialogue = field(default_factory=Dialogue)
    follow: str | None = None
    quiet: bool = False

    @property
    def say(self) -> Catalogue:
        return catalogue(self.person.language)

    @property
    def zone(self) -> str:
        """The person's IANA zone, or the organisation's where none is known."""
        return self.person.zone or self.settings.zone

    @property
    def today(self) -> date:
        """The date in the person's zone."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    def awaits(self, kind: str, subject: str | None = None) -> None:
        """The next line the person types answers this."""
        self.dialogue = replace(self.dialogue, awaiting=kind, subject=subject)

    def note(self, key: str, **values: str | int) -> Reply:
        return [note(self.say, key, **values)]

    def stale(self) -> Reply:
        """For whatever finds nothing: forged, from someone else's chat, or long past."""
        return self.note("stale")

    async def engagement(self, engagement_id: str) -> Engagement | None:
        """One of this client's own engagements that has not ended."""
        found = await self.tx.engagement(engagement_id)
        if found is None or found.client_id != self.person.id or over(found, self.now):
            return None
        return found

    async def engagements(self) -> list[Engagement]:
        """This client's engagements that have not ended, newest first."""
        mine = await self.tx.engagements_of(self.person.id)
        return [engagement for engagement in mine if not over(engagement, self.now)]

    async def coach_name(self, engagement: Engagement) -> Words:
        coach = await self.tx.person(engagement.coach_id)
        return coach.name if coach else Words("?")

    async def grant(self, chain: str, purpose: Purpose) -> Grant | None:
        """The grant in force, judged by the sentence it was given for."""
        return live(await self.tx.ledger(chain), purpose, self.now)

    async def record(
        self, chain: str, act: Act, purpose: Purpose, until: datetime | None = None
    ) -> Entry:
        """Appends to the ledger, with the wording this person reads now."""
        ledger = await self.tx.ledger(chain)
        wording = self.say.wording(purpose)
        entry = extend(ledger, chain, act, purpose, wording, self.now, until)
        await self.tx.append(entry)
        return entry


def live(ledger: Sequence[Entry], purpose: Purpose, now: datetime) -> Grant | None:
    """The grant in force: not past its end, and its sentence unchanged in its own language."""
    entry = latest(ledger, purpose)
    if entry is None:
        return None
    wording = catalogue(entry.wording.language).wording(purpose)
    return in_force(ledger, purpose, now, wording.hash)


def over(engagement: Engagement, now: datetime) -> bool:
    """Whether an engagement has ended, by its state or by the clock."""
    return engagement.state is EngagementState.ENDED or now >= engagement.ends_at
