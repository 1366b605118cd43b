"""The local page as a chat platform: keeps a transcript per person and shows changes live."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

import structlog

from adapters.local.ending import EndsLocalChats
from adapters.local.inbound import WORKSPACE, Gesture
from adapters.local.outbound import carried_in, render
from adapters.local.outgoing import OUTGOING
from adapters.local.transcript import Transcript
from adapters.shared.bounded import KeyedLocks
from adapters.shared.json_values import Json
from bot.chat import Deleted, Edited, Event, Happening, Message, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import NotSent, Outcome, Own, Sent

log = structlog.get_logger()

Listener = Callable[[str | None, Json], None]


class PageDesk(Protocol):
    """The bot, as the local page sees it."""

    async def handle(self, event: Event) -> Sequence[Message]:
        """Handles one event and returns the answers."""

    def now(self) -> datetime:
        """The page's own time, in UTC."""

    async def skip(self) -> bool:
        """Moves the page's clock to when something is said next; returns False when nothing is."""

    async def zone_of(self, address: Address) -> str | None:
        """The person's IANA time zone, None when unknown."""

    async def language_of(self, address: Address) -> str | None:
        """The language (BCP 47) that the person chose, None when unknown."""

    async def posted(self, to: Address, reference: str, message: str) -> None:
        """An answer with this `Message.reference` is shown; the page knows it as `message`."""


class LocalAdapter(EndsLocalChats):
    """The `Adapter` port. Set `desk` before the page is served."""

    platform = "local"
    pace = None
    looks_up = True
    desk: PageDesk

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._listeners: set[Listener] = set()
        self._talking = KeyedLocks()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener(user, change)` for every change of a chat; returns a function to stop it.

        `user` is None for a change of the clock, which everybody sees.
        """
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        """Adds nothing when the reference is there already, so it never sends twice."""
        await self._append(to.user, _sent(reference), self._from_bot(message))
        return Sent(reference)

    async def find(self, to: Address, reference: str) -> Outcome:
        found = await self._transcript.has(to.user, _sent(reference))
        return Sent(reference) if found else NotSent("not_found")

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """Replaces the message; it keeps the time at which it was first sent."""
        before = await self._transcript.entry(to.user, _sent(posted))
        if before is None:
            return NotSent("gone")
        edited = before | render(message) | {"edited": True}
        if edited == before:
            return Sent(posted)
        if not await self._transcript.change(to.user, _sent(posted), edited):
            return NotSent("gone")
        self.tell(to.user, {"change": "edited", "entry": edited})
        return Sent(posted)

    async def clear(self, to: Address, which: Own) -> None:
        """Removes the messages, also from older copies of the transcript. Never raises."""
        if to.workspace != WORKSPACE:
            return
        try:
            await self._remove(to.user, lambda entry: _is_meant(entry, which))
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        """Does nothing: the page keeps no page about a person beside the chat."""

    async def take(self, gesture: Gesture) -> None:
        """Shows one action of a person in their chat, handles it and answers it."""
        async with self._talking.of(gesture.user):
            event = await self._with_what_it_said(gesture)
            await self._show_own(gesture)
            answers = await self.desk.handle(event)
            for number, message in enumerate(answers):
                reference = _reference_of(message, gesture, number)
                await self._append(gesture.user, reference, self._from_bot(message))
            for message in answers:
                if message.reference is not None:
                    known_as = message.reference
                    await self.desk.posted(gesture.event.sender, message.reference, known_as)

    async def skip(self) -> bool:
        """Moves the page's clock to when something is said next; returns False when nothing is."""
        moved = await self.desk.skip()
        self.tell(None, {"change": "clock"})
        return moved

    async def history(self, user: str) -> list[Json]:
        return await self._transcript.history(user)

    async def forget(self, address: Address) -> None:
        """See `bot.ports.KeepsRows`."""
        if address.workspace == WORKSPACE:
            await self.forget_chat(address.user)

    async def forget_chat(self, user: str) -> None:
        """Removes this person's chat from the page. The bot keeps its own data."""
        await self._transcript.clear(user)
        self.tell(user, {"change": "cleared"})

    async def _with_what_it_said(self, gesture: Gesture) -> Event:
        """Adds to an edit or a deletion what the message said before, as the transcript has it."""
        what = gesture.event.what
        if not isinstance(what, Edited | Deleted):
            return gesture.event
        before = await self._transcript.entry(gesture.user, f"own:{what.message}")
        was = Words(before["text"]) if before is not None else None
        return replace(gesture.event, what=replace(what, was=was))

    async def _show_own(self, gesture: Gesture) -> None:
        what = gesture.event.what
        match what:
            case Wrote(text, str() as message):
                own = self._own(text.text) | {"message": message}
                await self._append(gesture.user, f"own:{message}", own)
            case Edited(message, text):
                await self._edit(gesture.user, message, text.text)
            case Deleted(message):
                await self._remove(gesture.user, lambda entry: entry["id"] == f"own:{message}")
            case _:
                if gesture.label:
                    own = self._own(gesture.label) | {"tapped": _action(what)}
                    await self._append(gesture.user, f"tap:{gesture.event.id}", own)

    async def _edit(self, user: str, message: str, text: str) -> None:
        """Replaces the text; it keeps the time at which it was first written."""
        reference = f"own:{message}"
        before = await self._transcript.entry(user, reference)
        if before is not None:
            edited = before | {"text": text, "edited": True}
            if await self._transcript.change(user, reference, edited):
                self.tell(user, {"change": "edited", "entry": edited})

    async def _remove(self, user: str, going: Callable[[Json], bool]) -> None:
        gone = await self._transcript.remove(user, going)
        if gone:
            self.tell(user, {"change": "deleted", "ids": [entry["id"] for entry in gone]})

    async def _append(self, user: str, reference: str, entry: Json) -> None:
        entry = {"id": reference} | entry
        if await self._transcript.add(user, reference, entry):
            self.tell(user, {"change": "added", "entry": entry})

    def _from_bot(self, message: Message) -> Json:
        return {"from": "bot", "at": self.desk.now().isoformat()} | render(message)

    def _own(self, text: str) -> Json:
        return {"from": "person", "at": self.desk.now().isoformat(), "text": text}

    def tell(self, user: str | None, change: Json) -> None:
        """Calls every listener, without waiting for any. Raises UnlistedMethodError."""
        OUTGOING.of(change["change"])
        for listener in list(self._listeners):
            listener(user, change)


def _sent(reference: str) -> str:
    """The transcript's reference for a message of the bot's: an answer or a delivery."""
    return f"sent:{reference}"


def _reference_of(answer: Message, gesture: Gesture, number: int) -> str:
    if answer.reference is not None:
        return _sent(answer.reference)
    return f"answer:{gesture.event.id}:{number}"


def _is_meant(entry: Json, which: Own) -> bool:
    if entry["from"] != "bot":
        return False
    at = datetime.fromisoformat(entry["at"])
    if which.since is not None and at < which.since:
        return False
    if which.until is not None and at >= which.until:
        return False
    if which.quoting is None:
        return True
    carried = carried_in(entry["blocks"])
    files = {block["name"] for block in entry["blocks"] if block["type"] == "document"}
    return any(one.text in carried for one in which.quoting) or not files.isdisjoint(which.files)


def _action(what: Happening) -> str:
    """The pressed action, so that the page can show it again after a reload."""
    return what.action if isinstance(what, Pressed | Submitted) else ""
