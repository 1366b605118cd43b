"""The context of a handler: one person, one transaction, one moment."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.chat import Event, Message, Reacted
from bot.domain.action_row import Action
from bot.domain.consent import Act, Entry, Grant, asked_last, extend
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.pause import in_pause
from bot.domain.people import Address, Dialogue, Person
from bot.domain.purposes import Purpose
from bot.domain.rhythm import Rhythm
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.messages.common import note
from bot.messages.endings import Ended, Told
from bot.messages.who import WhoCoaches, as_seen_from
from bot.plain import offered
from bot.ports import Chance, DamagedError, GuestDoor, KeepsRows, Own, Transaction
from bot.rules.coach_names import name_of_coach
from bot.rules.coaches import may_coach
from bot.rules.endings import Ending
from bot.rules.grants import goes_on_seeing, live, over, terms_of, wording_now
from bot.rules.planning import plan_amends
from bot.rules.replies import beside_chat
from bot.rules.what_changed import keep_as_read
from bot.settings import Settings
from bot.text import Catalogue, Value, catalogue

Reply = list[Message]
TELLS_FOR = timedelta(days=14)
# These questions stay open while the bot asks other things.
STAY_OPEN = ("answer", "first")


@dataclass
class Conversation:
    """The context of one event. `dialogue` says what the person should answer next; it is saved.

    A person who has neither made nor entered a code is not `known`: nothing about them is stored.
    `then` is an action to run after this one. `closes` closes any open question, and `answered`
    the one that was just answered. `heavy`: a text of this event names a loss or distress, and
    `heard` are these texts. `stays` leaves the open question and its choices there. `there` names
    the message that is replied to (see `OpenToReplies`), and `chat` is the dialogue of the chat
    itself, while that message's question stands in its place.
    `clearing` selects the bot's own messages in this chat that it will delete. `redraws` are the
    people whose home page shows something that has ended, each with their language. `told_until`
    (UTC) is up to when they have now been told what was not sent. `guest_door` is the platform that
    lets coaches without an account in, where there is one. `platform_rows` is the person's
    platform, where it keeps rows of its own about people.

    An erase passes through these:

    - `erase_planned`: everything about the person is erased as the last step of the transaction,
      once all that can fail is done.
    - `erase_begun`: that step has destroyed the person's keys. No rollback undoes it.
    - `part_erased`: a part was erased instead. Its keys must be destroyed after the commit.
    """

    tx: Transaction
    now: datetime
    chance: Chance
    settings: Settings
    person: Person
    event: Event
    known: bool
    dialogue: Dialogue = field(default_factory=Dialogue)
    then: Action | None = None
    closes: bool = False
    answered: bool = False
    heavy: bool = False
    heard: Collection[str] = ()
    stays: bool = False
    there: str | None = None
    chat: Dialogue | None = None
    clearing: list[Own] = field(default_factory=list)
    redraws: dict[Address, str] = field(default_factory=dict)
    told_until: datetime | None = None
    guest_door: GuestDoor | None = None
    platform_rows: KeepsRows | None = None
    erase_planned: bool = False
    erase_begun: bool = False
    part_erased: bool = False

    @property
    def destroys_keys(self) -> bool:
        """True if keys were destroyed, or must be after the commit."""
        return self.erase_begun or self.part_erased

    @property
    def say(self) -> Catalogue:
        return catalogue(self.person.language)

    @property
    def zone(self) -> str:
        """The person's IANA zone, or the organisation's if it is unknown."""
        return self.person.zone or self.settings.zone

    @property
    def today(self) -> date:
        """The date in the person's zone."""
        return local_date(self.now, self.zone)

    async def rhythm(self, owner: str) -> Rhythm | None:
        """The confirmed rhythm as it counts in this person's pause: to show, never to save."""
        found = await self.tx.rhythm(owner)
        return in_pause(found, self.person.pause) if found else None

    def awaits(self, kind: str, subject: str | None = None) -> None:
        """Notes that the person's next line answers `kind`, about `subject`."""
        self.dialogue = replace(self.dialogue, awaiting=kind, subject=subject, asked_at=self.now)

    def remembered(self, reply: Reply) -> Person:
        """The person with what the bot awaits next, and the choices it just showed.

        A check-in and a first question stay open while the bot asks other things. Any other
        question is open only once.
        """
        before, dialogue = self.person.dialogue, self.dialogue
        over = self.closes or self.answered
        if self.stays or (dialogue.awaiting is None and before.awaiting in STAY_OPEN and not over):
            dialogue = before
        quiet = self.dialogue.quiet or before.quiet
        now = replace(
            dialogue,
            offered=(*offered(reply), *(before.offered if self.stays else ())),
            heard_at=before.heard_at if isinstance(self.event.what, Reacted) else self.now,
            zone_asked=self.dialogue.zone_asked or before.zone_asked,
            quiet=quiet if quiet and quiet.lasts_on(self.today) else None,
            told_until=self.told_until or before.told_until,
            thanked=before.thanked if self.dialogue.thanked is None else self.dialogue.thanked,
            step_offered=self.dialogue.step_offered or before.step_offered,
            replies=before.replies,
            aside=before.aside,
            reaction_met=self.dialogue.reaction_met or before.reaction_met,
            notes_offered=self.dialogue.notes_offered or before.notes_offered,
        )
        if self.chat is not None and self.there is not None:
            now = beside_chat(self.chat, before, now, self.there, over=over, closes=self.closes)
        return replace(self.person, dialogue=now)

    def note(self, key: str, **values: Value) -> Reply:
        return [note(self.say, key, **values)]

    async def told_not_delivered(self, owner: str, kind: Kind, key: str) -> Reply:
        """Returns a message that the platform refused the newest delivery of a kind.

        `key` is the sentence, which takes the day. Returns no message if a later delivery was
        sent, or if it is older than `TELLS_FOR`.
        """
        for one in await self.tx.deliveries(owner, kind):
            if one.state is DeliveryState.SENT or self.now - one.not_before > TELLS_FOR:
                return []
            if one.state is DeliveryState.NOT_DELIVERED:
                day = local_date(one.not_before, self.zone)
                return self.note(key, day=self.say.named_day(day, self.today))
        return []

    def stale(self) -> Reply:
        """The answer if nothing is found: the action is forged, from another chat, or too old."""
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

    async def joined(self) -> list[Engagement]:
        """This client's engagements that they agreed to and that have not ended, newest first."""
        mine = await self.engagements()
        return [one for one in mine if one.state is not EngagementState.OFFERED]

    def kept_until(self, engagement: Engagement, at: datetime) -> datetime:
        """When something that the client keeps from `at` on is deleted (UTC)."""
        return engagement.kept_until(at, self.settings.keep_days)

    async def end(self, ending: Ending) -> None:
        """Ends answers, steps and shares of this client for good. Every ending passes here.

        It takes the shares out of every message that showed them, erases the rows, and deletes the
        bot's own messages in this chat that quote them. Their keys are destroyed afterwards. Call
        it once what the person will read is composed.
        """
        clearing, ids = ending.clearing, ending.ids
        await self.redraw()
        await self.take_out(ending)
        self.clearing += clearing
        if ids:
            self.part_erased = True
            await self.tx.erase_some(self.person.id, ids, self.now)

    async def redraw(self, *people: str) -> None:
        """Notes that the home pages of these people (ids), and one's own, are to be drawn anew."""
        self.redraws[self.person.address] = self.person.language
        for person_id in people:
            try:
                found = await self.tx.person(person_id)
            except DamagedError:
                continue
            if found is not None:
                self.redraws[found.address] = found.language

    async def take_out(self, ending: Ending) -> None:
        """Plans to remove the shares from every message to a coach that showed them."""
        for part in ending.parts:
            coach = part.engagement.coach_id
            await plan_amends(self.tx, self.chance, coach, part.digests, self.now)

    async def what_ends(self, ending: Ending, *, quoted: bool = True) -> Ended:
        """What is true to say about an ending. Without `quoted` the bot's own quotes stay."""
        shown: dict[str, Told] = {}
        waiting: dict[str, Words] = {}
        for part in ending.parts:
            if not part.scope.shares:
                continue
            coach, name = part.engagement.coach_id, await self.coach_name(part.engagement)
            if part.seen:
                shown.setdefault(coach, Told(name, part.seen[0].at))
            if {share.id for share in part.scope.shares} - {one.share_id for one in part.seen}:
                waiting.setdefault(coach, name)
        only = [name for coach, name in waiting.items() if coach not in shown]
        quotes = quoted and bool(ending.clearing)
        return Ended(list(shown.values()), only, quotes, ending.typed)

    async def coach_name(self, engagement: Engagement) -> Words:
        """The coach's name, with the account where two coaches of this client are named alike."""
        return await name_of_coach(self.tx, engagement)

    async def who_coaches(self, engagement: Engagement) -> WhoCoaches:
        """The coach's name and account, as this client may read them where consent is asked."""
        try:
            coach = await self.tx.person(engagement.coach_id)
        except DamagedError:
            coach = None
        return as_seen_from(self.person.address, coach)

    async def may_coach(self) -> bool:
        """True if the organisation lets this person coach now."""
        return await may_coach(self.tx, self.settings, self.person.address)

    async def coaches(self) -> bool:
        """True if this person made a code once, and may coach now."""
        return await self.tx.has_invited(self.person.id) and await self.may_coach()

    async def grant(self, chain: str, purpose: Purpose) -> Grant | None:
        """The grant in force, checked against its sentence, its terms and the policy."""
        if purpose in self.settings.forbidden:
            return None
        engagement = await self.tx.engagement(chain)
        return live(await self.tx.ledger(chain), purpose, self.now, engagement)

    async def shows(self, engagement_id: str, purpose: Purpose) -> Entry | None:
        """The yes by which a coach goes on seeing what this purpose showed them, or None."""
        engagement = await self.tx.engagement(engagement_id)
        if engagement is None:
            return None
        return goes_on_seeing(await self.tx.ledger(engagement_id), purpose, self.now, engagement)

    async def record(
        self, chain: str, act: Act, purpose: Purpose, until: datetime | None = None
    ) -> Entry:
        """Appends to the ledger, with the wording that this person reads now and today's terms.

        A yes is to the question that was asked last, in the language in which that was asked.

        Of a client's yes it also keeps the text, so that a change can be shown beside it.
        Raises ValueError for a yes to what the policy does not allow: nothing asks for that.
        """
        if act is Act.GIVEN and purpose in self.settings.forbidden:
            raise ValueError("the policy does not allow this purpose")
        ledger = await self.tx.ledger(chain)
        engagement = await self.tx.engagement(chain)
        asked = asked_last(ledger, purpose) if act is Act.GIVEN else None
        language = asked.wording.language if asked else self.person.language
        wording = wording_now(purpose, language, engagement)
        terms = terms_of(purpose, engagement)
        entry = extend(ledger, chain, act, purpose, wording, self.now, until, terms)
        await self.tx.append(entry)
        if act is Act.GIVEN and engagement is not None:
            say = catalogue(language)
            await keep_as_read(self.tx, say, engagement, purpose, self.now)
        return entry
