"""The first road: someone wrote. One event comes in, and the answer to its sender goes out.

To reach anyone else, or later, plan a delivery. There is no third road.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

import structlog
from cachetools import TTLCache

from bot.chat import Event, Message, Pressed
from bot.domain.actions import ERASE
from bot.domain.people import Address, Person, plain_name
from bot.domain.retention import Certificate, ErasedByLetter
from bot.domain.wall_time import is_zone
from bot.handlers import erasing, home
from bot.handlers.conversation import Conversation
from bot.inbound import platform_rows
from bot.inbound.doors import first_heard
from bot.inbound.handling import Handled, NotNextError, Progress, noted
from bot.inbound.listening import listen
from bot.inbound.new_events import is_new
from bot.inbound.old_events import listen_to_old, stop_anyway
from bot.messages.common import trouble
from bot.metrics import METRICS
from bot.ports import (
    Accepted,
    Adapter,
    Chance,
    Clock,
    DamagedError,
    KeepsRows,
    Own,
    Store,
    Taken,
    Transaction,
    guest_door,
)
from bot.rules.homes import redraw_homes
from bot.rules.key_cleanup import KeyCleanup
from bot.rules.policy.reach import speaking
from bot.settings import Settings
from bot.text import DEFAULT, catalogue
from bot.understand import FirstHearing

MOST_STRANGERS, STRANGER_LASTS = 10_000, 24 * 60 * 60

log = structlog.get_logger()


class EventHandler:
    """The first road: takes an event, and returns the answer to its sender."""

    def __init__(
        self,
        store: Store,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        chance: Chance,
        settings: Settings,
    ) -> None:
        self._store = store
        self._adapters = adapters
        self._clock = clock
        self._chance = chance
        self._settings = settings
        self._cleanup = KeyCleanup(store, clock)
        # The languages that strangers have asked for, by chat: never stored, for these seconds.
        self._spoken: TTLCache[str, str] = TTLCache(MOST_STRANGERS, STRANGER_LASTS)

    async def handle(self, event: Event) -> Sequence[Message]:
        """Handles one event once, and returns the answer to its sender. Never raises.

        All its changes are saved together or not at all. Only destroyed keys stay destroyed.
        """
        async with self._store.locked(event.sender.chat_key):
            return (await self.handle_locked(event)).messages

    async def handle_locked(self, event: Event, taken: Taken | Accepted | None = None) -> Handled:
        """Handles an event whose sender is locked already. `taken` is what the inbox has of it.

        One that was only accepted is taken in the same transaction, or waits: see `Handled`.
        """
        progress = Progress()
        try:
            first = await first_heard(event.what)
            async with self._store.transaction() as tx:
                progress.number = await noted(tx, taken)
                reply = await self._answer(tx, event, first, progress, taken)
        except NotNextError:
            return Handled([], waits=True)
        except Exception as problem:
            METRICS.failed("event")
            log.error("event_failed", error=type(problem).__name__, where=_where(problem))
            kind = _sentence(problem, progress)
            if kind == "damaged":
                await self.stop_anyway(event)
            said = trouble(progress.language(event), kind)
            return Handled([said], progress.number, again=kind == "trouble")
        await self._afterwards(event.sender, progress.talk)
        erased = progress.talk is not None and progress.talk.destroys_keys
        return Handled(reply, progress.number, erased=erased)

    async def stop_anyway(self, event: Event) -> None:
        """Call this where an event failed for good: a stop in it then still stops. Never raises."""
        await stop_anyway(self._store, event, self._clock)

    async def answered(self, handled: Handled) -> None:
        """Call this once the event is answered and its inbox row deleted."""
        if handled.erased:
            await self._cleanup.after_answering()

    async def left(self, workspace: Address) -> None:
        """See `Desk.left`. From now on the gate lets nothing through to this workspace."""
        async with self._store.transaction() as tx:
            await tx.leave(workspace, self._clock.now())

    async def returned(self, workspace: Address) -> None:
        async with self._store.transaction() as tx:
            await tx.come_back(workspace)

    async def home(self, visitor: Event) -> Message:
        """The home page of the person who opens it. Never reads `visitor.what`. Never raises.

        It reads in one transaction and changes nothing: nothing is stored about a stranger.
        """
        try:
            async with self._store.transaction() as tx:
                known = await tx.person_at(visitor.sender)
                person = known or self._stranger(visitor)
                return await home.page(
                    self._conversation(tx, visitor, person, known=known is not None)
                )
        except Exception as problem:
            METRICS.failed("event")
            log.error("home_failed", error=type(problem).__name__, where=_where(problem))
            return trouble(visitor.language, _sentence(problem, Progress()))

    async def erase_for(self, address: Address) -> ErasedByLetter:
        """Erases everything about one address for an operator, also what its platform itself keeps.

        Nobody gets a message. Raises what the store raises; repeat it then.
        """
        adapter = self._adapters.get(address.platform)
        async with self._store.locked(address.chat_key):
            before = await platform_rows.rows_about(adapter, address)
            certificate, traces = await self._erase_stored(address)
            if certificate is None or not certificate.stays_as_coach:
                await platform_rows.forget(adapter, address)
            after = await platform_rows.rows_about(adapter, address)
        return ErasedByLetter(certificate, {**before, **traces}, after)

    async def _erase_stored(self, address: Address) -> tuple[Certificate | None, Mapping[str, int]]:
        """Erases the person at the address, or the traces of an address without a person."""
        async with self._store.transaction() as tx:
            person = await tx.person_at(address)
            if person is None:
                return None, await tx.forget_traces(address)
            talk = self._conversation(tx, _asked_by_letter(person), person, known=True)
            certificate = await erasing.prepare_full_erase(talk)
            await erasing.destroy(talk)
        await self._afterwards(address, talk)
        return certificate, {}

    async def clear_after_crash(self, sender: Address) -> None:
        """Clears what an erase promised to clear, where the process ended before it was done.

        A chat with somebody who is not known holds nothing that is still wanted. Never raises.
        """
        try:
            async with self._store.transaction() as tx:
                person = await tx.person_at(sender)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)
            return
        adapter = self._adapters.get(sender.platform)
        if adapter is not None and person is None:
            await platform_rows.clear(adapter, sender, Own())
        await redraw_homes(self._adapters, {sender: person.language if person else DEFAULT})

    async def zone_of(self, address: Address) -> str | None:
        """The IANA zone that a person chose or was first seen in. None for a stranger."""
        async with self._store.transaction() as tx:
            person = await tx.person_at(address)
        return person.zone if person else None

    async def language_of(self, address: Address) -> str | None:
        """The language (BCP 47) that a person chose. None for a stranger who chose none."""
        async with self._store.transaction() as tx:
            person = await tx.person_at(address)
        return person.language if person else self._spoken.get(address.chat_key)

    async def _answer(
        self,
        tx: Transaction,
        event: Event,
        first: Sequence[FirstHearing],
        progress: Progress,
        taken: Taken | Accepted | None,
    ) -> Sequence[Message]:
        now = self._clock.now()
        if not await is_new(tx, event, now):
            return []
        known = await tx.person_at(event.sender)
        person = known or self._stranger(event)
        talk = progress.talk = self._conversation(tx, event, person, known=known is not None)
        accepted = taken.at if taken else now
        counts = known is None or await tx.still_counts(person.id, accepted, now)
        if counts or taken is None:
            reply = await listen(talk, first)
        else:
            reply = await listen_to_old(talk, first)
        if talk.known:
            await tx.save_person(talk.remembered(reply), now)
        elif talk.person.language != person.language:
            self._spoken[event.sender.chat_key] = talk.person.language
        await erasing.destroy(talk)
        return reply

    def _conversation(
        self, tx: Transaction, event: Event, person: Person, *, known: bool
    ) -> Conversation:
        now = self._clock.now()
        person = speaking(self._settings, person)
        talk = Conversation(tx, now, self._chance, self._settings, person, event, known=known)
        talk.guest_door = guest_door(self._adapters)
        adapter = self._adapters.get(person.address.platform)
        talk.platform_rows = adapter if isinstance(adapter, KeepsRows) else None
        return talk

    async def _afterwards(self, sender: Address, talk: Conversation | None) -> None:
        """Does the work that must wait until everything is saved: clears messages, cleans up keys.

        Never raises.
        """
        if talk is None:
            return
        adapter = self._adapters.get(sender.platform)
        if adapter is not None:
            for own in talk.clearing:
                await platform_rows.clear(adapter, sender, own)
        await redraw_homes(self._adapters, talk.redraws)
        if talk.destroys_keys:
            await self._cleanup.after_erasing()

    def _stranger(self, event: Event) -> Person:
        """Makes a person who is not stored (yet), and cleans the name, language and zone of the
        platform.
        """
        asked_for = self._spoken.get(event.sender.chat_key)
        language = catalogue(asked_for or event.language or DEFAULT).language
        zone = event.zone if event.zone and is_zone(event.zone) else None
        name = plain_name(event.name.text)
        return Person(self._chance.new_id(), event.sender, name, language, zone)


def _sentence(problem: Exception, progress: Progress) -> str:
    """Chooses the sentence for a failure.

    An erase whose keys are destroyed goes on by itself. Damaged data stays damaged.
    """
    if progress.talk is not None and progress.talk.erase_begun:
        return "erase-unfinished"
    return "damaged" if isinstance(problem, DamagedError) else "trouble"


def _asked_by_letter(person: Person) -> Event:
    """Makes the event of an operator's erase: the same as the person's own press of the button."""
    return Event("letter", person.address, person.name, Pressed(ERASE("yes")))


def _where(problem: BaseException) -> str:
    """The file and line that raised: enough to find the fault, and no word of the conversation."""
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
