"""What the core needs from outside. Nothing here knows a platform, a database or a clock."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from bot.chat import Event, Message
from bot.domain.asking import Asking
from bot.domain.check_in import Answer
from bot.domain.consent import Entry, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement, Invitation
from bot.domain.ledger import Counted, Head, Tally
from bot.domain.pace import Pace
from bot.domain.people import Address, Person
from bot.domain.profile import BringUp, Listed, LostNote, Note, OwnQuestions, Profile
from bot.domain.retention import Behind
from bot.domain.rhythm import Rhythm
from bot.domain.share import Posted, Share, SharedItem, Sighting
from bot.domain.step import Step
from bot.domain.words import Words


class Clock(Protocol):
    def now(self) -> datetime:
        """The present, aware, in UTC."""


class Chance(Protocol):
    def new_id(self) -> str:
        """An unguessable id (at least 128 bits), safe in a button."""

    def new_code(self) -> str:
        """An invitation code as a person types it, e.g. "KXPT-4M7Q" (at least 38 bits)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform accepted it; `message` is the platform's id."""

    message: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """It is certain that nothing left. Without `retry_after`, trying again is useless.

    `for_all`: the platform asked the whole workspace to wait that long, and not this chat alone.
    """

    reason: str
    retry_after: timedelta | None = None
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not have left: never send it again."""

    reason: str


Outcome = Sent | NotSent | Unknown


@dataclass(frozen=True, slots=True)
class Own:
    """Which of the bot's own messages: sent in `since <= t < until` (UTC), and holding a `Quote`
    of exactly these words. What is None does not narrow it down.
    """

    since: datetime | None = None
    until: datetime | None = None
    quoting: Words | None = None


class Adapter(Protocol):
    """One chat platform, seen from the core."""

    platform: str

    @property
    def pace(self) -> Pace | None:
        """How fast one workspace may be written to."""

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        """One attempt, no retries. `reference` is opaque and is stored with the message."""

    async def find(self, to: Address, reference: str) -> Outcome:
        """After a crash: was `reference` sent? `Unknown` where the platform cannot tell."""

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """Puts `message` in the place of the bot's own message `posted` (see `Sent.message`).

        May be repeated. `NotSent("gone")` where that message is no longer there.
        """

    async def clear(self, to: Address, which: Own) -> None:
        """Deletes the bot's own messages in this chat, as far as the platform lets it.

        It may go on in the background, and never raises.
        """


class Answering(Adapter, Protocol):
    """A platform that acknowledges first: what was accepted is answered afterwards."""

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        """Shows what the bot says to `event`, in its chat or at its `origin`. Never raises.

        A message with a `reference` is reported with `Desk.posted` once it is there.
        """


class Desk(Protocol):
    """The bot, as a chat platform sees it. The composition root hands it over before serving."""

    async def accept(self, event: Event) -> None:
        """Takes an event in: once it returns, the event is durable, and may be acknowledged.

        It is handled once, in the order of its sender's chat, and answered with
        `Answering.answer`; the same id again changes nothing. Raises what the store raises: then
        do not acknowledge, so that the platform brings it again.
        """

    async def handle(self, event: Event) -> Sequence[Message]:
        """For what the platform wants answered in the same breath. Once per id; never raises."""

    async def home(self, visitor: Event) -> Message:
        """The page about oneself, for whoever opens it. Changes nothing; `visitor.what` is unread.

        Never raises.
        """

    async def posted(self, to: Address, reference: str, message: str) -> None:
        """An answer with this `Message.reference` is shown; the platform knows it as `message`."""

    async def left(self, workspace: Address) -> None:
        """The app was removed from this workspace (`user` is unread): nothing is sent there from
        now on, and what is kept of its people is erased when the grace days are over.
        """

    async def returned(self, workspace: Address) -> None:
        """The app was installed there (again): those who come back may be answered and asked."""


class Inbound(Protocol):
    async def first_time(self, workspace: Address, event_id: str, at: datetime) -> bool:
        """True once per (platform, workspace, event id), remembered with this transaction."""

    async def wrong_codes(self, person_id: str, since: datetime) -> int: ...

    async def wrong_codes_in_workspace(self, workspace: Address, since: datetime) -> int: ...

    async def note_wrong_code(self, person_id: str, workspace: Address, at: datetime) -> None: ...

    def digest(self, purpose: str, text: str) -> str:
        """A keyed hash of `text`, to find it again without storing it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An event that was accepted and is not done with. `handled`: only its answer may be missing.

    `tries` counts how often it was begun.
    """

    number: int
    event: Event
    at: datetime
    handled: bool
    tries: int


class Inbox(Protocol):
    """Events that were accepted before they were handled, sealed like everything people write."""

    async def take_in(self, events: Sequence[Event], at: datetime) -> None:
        """Durable with this transaction; an event that lies here already is not taken again."""

    async def next_taken(self, place: str) -> Taken | None:
        """The oldest from one `Address.place`; counts it as begun.

        One that nobody can read any more is removed, and passed over.
        """

    async def mark_handled(self, number: int) -> None: ...

    async def drop_taken(self, number: int) -> None: ...

    async def places_waiting(self, before: datetime, limit: int) -> Sequence[str]:
        """The `Address.place` of up to `limit` chats with something accepted before `before`."""


class People(Protocol):
    async def person_at(self, address: Address) -> Person | None: ...

    async def person(self, person_id: str) -> Person | None: ...

    async def save_person(self, person: Person, at: datetime) -> None: ...

    async def ledger(self, chain: str) -> Sequence[Entry]:
        """The chain's entries, oldest first.

        Raises ValueError when something in it was changed so that it is no entry at all.
        """

    async def append(self, entry: Entry) -> None:
        """Saved together with the chain's head and the tally.

        Where those were tampered with they stay as they are, so that it is still found.
        Raises ValueError when the chain already has this `seq`.
        """

    async def rhythm(self, owner: str, *, confirmed: bool = True) -> Rhythm | None:
        """The rhythm that counts, or (`confirmed=False`) the draft that was only shown."""

    async def save_rhythm(self, rhythm: Rhythm) -> None:
        """In place of the owner's draft, or of both when `rhythm.confirmed`."""

    async def remove_rhythm(self, owner: str) -> None:
        """The confirmed one and the draft."""

    async def invitation(self, code_digest: str) -> Invitation | None: ...

    async def save_invitation(self, invitation: Invitation) -> None: ...


class CoachSide(Protocol):
    """All that a coach's road can read. Privacy is a missing door, not a check."""

    async def shared_with(
        self, coach_id: str, since: datetime, now: datetime
    ) -> Sequence[SharedItem]:
        """Approved shares of engagements of this coach that have not ended by `now`, oldest first.

        `since` bounds `approved_at`; `SharedItem.new` is true until a digest carried it.
        """

    async def carried_in(self, coach_id: str, digest: str, now: datetime) -> Sequence[SharedItem]:
        """Of what the delivery `digest` carried or announced: what may be read by `now`."""

    async def shown_in(self, coach_id: str, digest: str, now: datetime) -> Sequence[SharedItem]:
        """Of what stands in the message `digest`: what may still stand there."""

    async def shared_in(
        self, share_ids: Sequence[str], digest: str, at: datetime, *, seen: bool = True
    ) -> None:
        """Notes that these shares leave in the message `digest`: read there, or only announced."""

    async def save_posted(self, posted: Posted) -> None: ...

    async def posted(self, coach_id: str, digest: str) -> Posted | None: ...

    async def remove_posted(self, coach_id: str, digest: str) -> None: ...

    async def has_invited(self, coach_id: str) -> bool:
        """Whether this person ever invited: whether the ledger has a chain of their own.

        Read from nothing that a client's act can change, or it would tell who joined.
        """

    async def listed(self, coach_id: str, now: datetime) -> Sequence[Listed]:
        """The coach's engagements that have not ended by `now` and whose client lets them see so.

        By name; of all the others not even their number.
        """

    async def profile(self, coach_id: str) -> Profile | None: ...

    async def save_profile(self, profile: Profile, version: str) -> None:
        """Saves the card, and has every engagement of this coach carry its `version`."""

    async def own_questions(self, coach_id: str) -> Sequence[OwnQuestions]:
        """Newest first."""

    async def save_own_questions(self, questions: OwnQuestions) -> None: ...

    async def remove_own_questions(self, coach_id: str, set_id: str) -> None: ...

    async def bring_up(self, brought: BringUp) -> None: ...

    async def to_bring_up(self, coach_id: str, now: datetime) -> Sequence[SharedItem]:
        """What the coach marked of what may still be read by `now`, oldest mark first."""

    async def brought_up(self, coach_id: str, share_id: str) -> None:
        """Takes the mark away."""

    async def lost_notes(self, coach_id: str, now: datetime) -> Sequence[LostNote]:
        """Notes of this coach's that the platform did not take, oldest first.

        Nothing of notes that a client's own choice kept from leaving.
        """

    async def end_with(
        self, coach_id: str, engagement_id: str | None, now: datetime, keeps_until: datetime
    ) -> None:
        """Ends one engagement of this coach, or all of them; what was planned in it goes.

        Nothing in it is kept after `keeps_until`. Tells nothing of how many those were.
        """

    async def not_shared_in(self, digest: str) -> None:
        """The delivery `digest` is known not to have left: what it alone showed is new again."""


class ClientSide(Protocol):
    """What a client's own road can read and change. Every lookup names the engagement."""

    async def engagement(self, engagement_id: str) -> Engagement | None: ...

    async def engagements_of(self, client_id: str) -> Sequence[Engagement]:
        """As the client, newest first, ended ones included."""

    async def save_engagement(self, engagement: Engagement) -> None: ...

    async def answer(self, engagement_id: str, answer_id: str) -> Answer | None: ...

    async def answer_from(self, engagement_id: str, source: str) -> Answer | None: ...

    async def answers(self, engagement_id: str) -> Sequence[Answer]:
        """Newest first."""

    async def save_answer(self, answer: Answer) -> None: ...

    async def remove_answer(self, engagement_id: str, answer_id: str) -> None:
        """Removes the answer and every share of it that no digest has carried."""

    async def step(self, engagement_id: str, step_id: str) -> Step | None: ...

    async def steps(self, engagement_id: str) -> Sequence[Step]:
        """Newest first."""

    async def save_step(self, step: Step) -> None: ...

    async def remove_step(self, engagement_id: str, step_id: str) -> None: ...

    async def share(self, engagement_id: str, share_id: str) -> Share | None: ...

    async def shares(self, engagement_id: str) -> Sequence[Share]:
        """Newest first."""

    async def save_share(self, share: Share) -> None: ...

    async def remove_share(self, engagement_id: str, share_id: str) -> None: ...

    async def withhold(self, engagement_id: str, purposes: Collection[Purpose]) -> None:
        """Removes what was approved under these purposes and nobody has seen, unread."""

    async def asking(self, engagement_id: str) -> Asking | None: ...

    async def save_asking(self, asking: Asking) -> None: ...

    async def note(self, engagement_id: str, note_id: str) -> Note | None: ...

    async def save_note(self, note: Note) -> None: ...

    async def remove_note(self, engagement_id: str, note_id: str) -> None: ...

    async def company(self, coach_id: str, now: datetime) -> int:
        """How many clients the coach has by `now`: only to judge whether a name can be left off."""

    async def sightings(self, engagement_id: str) -> Sequence[Sighting]:
        """Every time that a share of this engagement was shown, oldest first."""


class Outbox(Protocol):
    async def plan(self, delivery: Delivery) -> bool:
        """False, and nothing changes, when (to, owner, kind, slot) was planned before."""

    async def unplan(self, owner: str, kind: Kind | None = None) -> None:
        """Removes what is still only planned; what was claimed or settled stays."""

    async def workspaces_due(self, now: datetime) -> Sequence[str]:
        """Where something is due: "platform:keyed digest" each, or "" where it is not known.

        Those that have waited longest come first.
        """

    async def claim(
        self,
        now: datetime,
        limit: int,
        workspace: str | None = None,
        *,
        by: str = "",
        pace: Pace | None = None,
    ) -> Sequence[Delivery]:
        """Marks up to `limit` planned deliveries with `due_at <= now` as claimed, oldest first.

        Only those of one `workspace` where it is named: then no more than `pace` allows, and of
        messages only while the platform lets any in (`close_lane`). `by` is the worker's own id.
        """

    async def begin(self, delivery_id: str, by: str, at: datetime) -> bool:
        """Notes that it is about to leave. False when `by` has it no longer: then it must not."""

    async def close_lane(self, workspace: str, now: datetime, until: datetime) -> None:
        """The platform wants no message for this workspace before `until`, from any worker."""

    async def leave(self, workspace: Address, at: datetime) -> None:
        """The app was removed there: see `Desk.left`."""

    async def come_back(self, workspace: Address) -> None: ...

    async def left_at(self, workspace: Address) -> datetime | None: ...

    async def beat(self, worker: str, now: datetime) -> None:
        """This worker lives. By the database's own clock, where it has one."""

    async def abandoned(self, now: datetime, silent_for: timedelta) -> Sequence[Delivery]:
        """What was claimed by workers that have not been heard of for so long."""

    async def claimed(self) -> Sequence[Delivery]:
        """What was claimed and never settled, whoever has it."""

    async def delivery(self, delivery_id: str) -> Delivery | None: ...

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        """Newest `not_before` first."""

    async def settle(
        self,
        delivery_id: str,
        state: DeliveryState,
        at: datetime,
        reason: str | None = None,
        *,
        by: str | None = None,
    ) -> None:
        """Ends a claimed delivery. Raises ValueError when it is not claimed, or not by `by`."""

    async def retry(
        self, delivery_id: str, due_at: datetime, reason: str, *, by: str | None = None
    ) -> None:
        """Puts a claimed delivery, known not to have left, back to planned; counts an attempt.

        Raises ValueError like `settle`.
        """

    async def release(self, delivery_ids: Collection[str], *, by: str | None = None) -> None:
        """Puts claimed deliveries back to planned (`RELEASED`), of which nothing has been tried."""

    async def seize(self, delivery: Delivery, by: str) -> bool:
        """Takes a claimed delivery from whoever it was found with; False where that has changed."""

    async def closed_until(self, workspace: str, now: datetime) -> datetime | None:
        """Until when the platform wants no message for this workspace; None where it does."""

    async def next_due(self) -> datetime | None: ...

    async def has_sent(self, since: datetime) -> bool:
        """Whether anybody sent anything since then (UTC)."""

    async def set_aside(self, since: datetime) -> int:
        """How many deliveries that were due after `since` (UTC) ended without having arrived."""

    async def overdue(self, before: datetime) -> Behind:
        """What was due `before` (UTC) and nobody has claimed, and since when at the longest."""


class Sweep(Protocol):
    """What a whole claim needs, in a few statements however many were due."""

    async def engagements(self, ids: Collection[str]) -> Mapping[str, Engagement]: ...

    async def rhythms(self, owners: Collection[str]) -> Mapping[str, Rhythm]:
        """The rhythms that count, by owner."""

    async def decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> Mapping[str, Sequence[Entry]]:
        """What was decided about these purposes, oldest first; being asked decides nothing.

        A chain with an entry that is none any more has no decisions here.
        """

    async def plan_many(self, deliveries: Sequence[Delivery]) -> Collection[str]:
        """As `plan`, one after the other; the ids of those that were not planned before."""

    async def settle_many(
        self, delivery_ids: Collection[str], state: DeliveryState, at: datetime, reason: str
    ) -> None:
        """Ends claimed deliveries, all for one reason. ValueError when one is not claimed."""


Held = str | int | bool | datetime | date | time | tuple[str, ...] | Words | None


class Retention(Protocol):
    async def erase_client(self, client_id: str, at: datetime) -> None:
        """Destroys the person's data keys, then every row about them but the ledger.

        Raises ErasureUnfinishedError where the keys are gone for good and the rows are not.
        """

    async def erase_some(self, client_id: str, ids: Collection[str], at: datetime) -> None:
        """Erases these answers, steps and shares of the client's own for good.

        What stays is sealed anew, and the keys that could read what goes are destroyed by `tidy`.
        """

    async def tidy(self, limit: int) -> int:
        """Destroys keys that nothing kept needs any more, for up to `limit` people; how many.

        Run it in a transaction of its own, after the one that removed something.
        """

    async def finish_erasing(self, now: datetime) -> None:
        """Completes what an erase that was cut short had left, and closes those that were not."""

    def turned_by_hand(self) -> bool:
        """Whether older copies of the key store are of use until an operator turns the epoch."""

    async def end_overdue(self, now: datetime, limit: int) -> Sequence[str]:
        """Turns up to `limit` engagements with `ends_at <= now` to ended; returns their ids."""

    async def held(self, person_id: str) -> Mapping[str, Sequence[Mapping[str, Held]]]:
        """Everything that is stored about one person, by table and column (GDPR art. 15, 20).

        As a coach: their own codes and digests, and nothing of their clients.
        """

    async def sweep(self, now: datetime, limit: int) -> int:
        """Removes up to `limit` things whose `until` has passed; returns how many."""

    async def erase_left(self, before: datetime, now: datetime, limit: int) -> int:
        """Erases up to `limit` people of workspaces that the app left before `before`; how many."""

    async def renew_inbox_keys(self) -> None:
        """What was accepted, handled and removed can be read nowhere any more, once `tidy` ran."""

    async def behind(self, now: datetime) -> Behind:
        """What `sweep` has not yet come to."""


class Audit(Protocol):
    """The ledger as a whole, to see whether it is what was appended. See `bot.auditing`."""

    async def chains(self, after: str | None, limit: int) -> Sequence[str]:
        """Up to `limit` chains that have entries or a head, in the store's own order.

        Only those that come behind `after`; None begins with the first one.
        """

    async def head(self, chain: str) -> Head | None: ...

    async def tally(self) -> Tally | None:
        """From here to the end of this transaction, nobody else's append is saved."""

    async def counted(self) -> Counted: ...


class Transaction(
    Inbound, Inbox, People, CoachSide, ClientSide, Outbox, Sweep, Retention, Audit, Protocol
):
    """One unit of work: all of it is saved, or none."""


class Store(Protocol):
    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Commits when the block ends, rolls back when it raises."""

    def holding(self, person_id: str) -> AbstractAsyncContextManager[None]:
        """One at a time per person, so that a stop and a send cannot cross.

        Take it before the transaction, never inside one.
        """


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """The epoch in force (a number that only grows), since when (UTC), and what hangs on it.

    `wanted` says that keys were destroyed since the last turn; `by_hand`, that an operator turns.
    Of the `processes` that use the keys now, so many can read the next epoch already, and so many
    an older one still.
    """

    epoch: int
    turned_at: datetime
    root: str
    owners: int
    data_keys: int
    retired: int
    wanted: bool = False
    by_hand: bool = False
    processes: int = 1
    with_next: int = 0
    with_older: int = 0


class KeyDesk(Protocol):
    """What an operator may do with the keys, while Handrail runs. None of it shows a word.

    `wants_turning`: keys were destroyed since the last turn, and an older copy of the key store
    could bring them back until the next one, which nobody but this process need make.
    """

    @property
    def wants_turning(self) -> bool: ...

    async def status(self) -> KeyStatus: ...

    async def turn(self, now: datetime) -> int:
        """A new epoch: wraps every data key anew, destroys the old epoch; returns how many keys.

        Safe to repeat after a crash at any point. Raises OSError when it cannot be written; the
        old epoch then stays in force.
        """

    async def check(self) -> int:
        """Unwraps every key there is, and returns how many could not be (0 is well)."""


class DamagedError(ValueError):
    """What was sealed has been changed since, or lies where it does not belong."""


class ErasureUnfinishedError(Exception):
    """Nobody can read any of it any more, but not all of it is cleared away yet."""


class Sealer(Protocol):
    """Authenticated encryption under a data key of `owner`; destroying the key erases the text."""

    async def seal(self, owner: str, place: str, words: Words, at: datetime) -> bytes:
        """`place` is bound into the result: it opens only where it was sealed."""

    async def unseal(self, owner: str, place: str, sealed: bytes) -> Words:
        """Raises KeyError when the key was destroyed, DamagedError when the bytes were changed."""

    async def forget(self, owner: str) -> None:
        """Destroys every data key of `owner`."""
