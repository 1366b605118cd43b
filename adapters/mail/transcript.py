"""The chats of guest coaches: what the page shows, sealed in the database.

It is to the mail platform what Slack's own database is to Slack, and the bot cannot read it. Every
entry has a last day, after which it is gone from older copies of the database too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum

from adapters.mail.entries import SHOWN, WAITING, entry_of, is_meant, stored
from adapters.mail.page.needs import ChatEntry
from adapters.mail.rows import EntryRow, MailRows
from adapters.shared.json_values import Json
from bot.chat import Message
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Own

# How many days the page shows something; and what hands over a file, which is for the moment.
KEPT_DAYS = 90
FILE_DAYS = 1
# Longer than the longest engagement with its grace days, to reach a coach who only reads.
READER_DAYS = 1_100
# Within this time one mail is enough, until the page was opened.
ONE_MAIL_WITHIN = timedelta(hours=1)


class Waits(Enum):
    """Whether a message waits for its mail, or is shown already. NEW: it was just added."""

    NEW = "new"
    WAITING = WAITING
    SHOWN = SHOWN


@dataclass(frozen=True, slots=True, repr=False)
class Guest:
    """Who reads a page: their address, and the language (BCP 47) they are written to in."""

    address: Address
    language: str


class MailTranscript:
    """Every time is `now()`, in UTC."""

    def __init__(
        self,
        rows: MailRows,
        keep_days: Callable[[], int],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._rows = rows
        self._keep_days = keep_days
        self._now = now

    async def meets(self, person: Address, language: str = "") -> None:
        """Stores a guest coach who may be written to, so that `known` finds them."""

        def met(about: Json) -> Json:
            return about | ({"language": language} if language else {})

        await self._rows.note(person, self._day(READER_DAYS), met)

    async def guest(self, person: Address) -> Guest | None:
        """The guest coach at this address; None for a stranger, and after an erase."""
        return await self.guest_of(self._rows.person(person))

    async def guest_of(self, person: str) -> Guest | None:
        """The same by the keyed hash (see `name_of`)."""
        found = await self._rows.reader(person)
        if found is None:
            return None
        about = found.about
        address = Address("mail", about["workspace"], about["user"])
        return Guest(address, about.get("language", ""))

    def name_of(self, person: Address) -> str:
        """A keyed hash by which `guest_of` finds a person. It tells nobody who they are."""
        return self._rows.person(person)

    async def begin(self, to: Address, reference: str, message: Message) -> Waits:
        """Adds a message that the page does not show yet."""
        await self.meets(to, message.language)
        entry = ChatEntry(_sent(reference), self._now(), message)
        if await self._add(to, _sent(reference), entry, WAITING):
            return Waits.NEW
        return await self.state(to, reference) or Waits.WAITING

    async def state(self, to: Address, reference: str) -> Waits | None:
        """Tells what a message waits for; None where there is none with this reference."""
        found = await self._rows.of(to, _sent(reference))
        return Waits(found[0].entry["state"]) if found else None

    async def show(self, to: Address, reference: str, *, mailed: bool = False) -> None:
        """Lets the page show a message. `mailed`: a mail about it has just left."""
        for row in await self._rows.of(to, _sent(reference)):
            await self._rows.put(to, _sent(reference), row.entry | {"state": SHOWN})
        if mailed:
            at = self._now().isoformat()
            await self._rows.note(to, self._day(READER_DAYS), lambda about: about | {"mailed": at})

    async def take_back(self, to: Address, reference: str) -> None:
        """Removes a message about which certainly no mail left, if it still waits."""
        key = self._rows.reference(to, _sent(reference))

        def without(rows: list[EntryRow]) -> Sequence[EntryRow] | None:
            waits = [r for r in rows if r.reference == key and r.entry["state"] == WAITING]
            return [row for row in rows if row not in waits] if waits else None

        await self._rows.leave(to, without)

    async def was_told(self, to: Address) -> bool:
        """True if a mail says already that something waits, and the page was not opened since."""
        found = await self._rows.reader(self._rows.person(to))
        mailed, opened = _times(found.about if found else {})
        if mailed is None or (opened is not None and opened > mailed):
            return False
        return timedelta(0) <= self._now() - mailed < ONE_MAIL_WITHIN

    async def answer(self, to: Address, entry_id: str, message: Message) -> None:
        """Adds an answer, which the page shows at once. The same id again changes nothing.

        Nothing is kept for whoever was just erased: the page shows them their last answer itself.
        """
        reference = entry_id if message.reference is None else _sent(message.reference)
        await self._add(to, reference, ChatEntry(reference, self._now(), message), SHOWN)

    async def add_own(self, person: Address, entry_id: str, words: Words, at: datetime) -> None:
        """Adds what the person wrote, or the label of what they pressed. The same id: no change."""
        await self.meets(person)
        reference = f"own:{entry_id}"
        await self._add(person, reference, ChatEntry(reference, at, words), SHOWN)

    async def edit(self, to: Address, posted: str, message: Message) -> bool:
        """Replaces a message, which keeps its time. Returns False where it is not there."""
        key = self._rows.reference(to, _sent(posted))

        def edited(rows: list[EntryRow]) -> Sequence[EntryRow] | None:
            if all(row.reference != key for row in rows):
                return None
            return [_said_anew(row, message) if row.reference == key else row for row in rows]

        return await self._rows.leave(to, edited)

    async def clear(self, to: Address, which: Own) -> None:
        """Removes what is selected; everything where nothing narrows it, also what they wrote."""
        if which == Own():
            await self._rows.forget(to)
            return

        def left(rows: list[EntryRow]) -> Sequence[EntryRow] | None:
            staying = [row for row in rows if not is_meant(entry_of(row.entry), which)]
            return staying if len(staying) < len(rows) else None

        await self._rows.leave(to, left)

    async def clear_all(self) -> None:
        """Removes everybody's chat."""
        await self._rows.forget_all()

    async def people(self) -> Sequence[Address]:
        """Everybody who is stored here, as far as their rows can be read."""
        about = await self._rows.readers()
        return [Address("mail", one["workspace"], one["user"]) for one in about]

    async def counted(self, names: Collection[str] | None) -> Mapping[str, int]:
        """How many rows of each table of mail are about these keyed hashes, or in all (None)."""
        return await self._rows.counted(names)

    async def history(self, person: Address) -> Sequence[ChatEntry]:
        """What the page shows, oldest first. Notes that its reader has opened it."""
        rows, today = await self._rows.of(person), self._now().toordinal()
        shown = [row for row in rows if row.entry["state"] == SHOWN and row.last_day >= today]
        await self._note_opened(person)
        return sorted((entry_of(row.entry) for row in shown), key=lambda entry: entry.at)

    async def delete_old(self) -> None:
        """Deletes what is past its last day, with its keys, and keys that a crash left behind."""
        await self._rows.destroy_outdated()
        await self._rows.delete_old(self._now().toordinal())

    async def _note_opened(self, person: Address) -> None:
        found = await self._rows.reader(self._rows.person(person))
        if found is None:
            await self.meets(person)
            return
        mailed, opened = _times(found.about)
        if mailed is not None and (opened is None or opened <= mailed):
            at = self._now().isoformat()
            await self._rows.note(person, found.last_day, lambda about: about | {"opened": at})

    async def _add(self, to: Address, reference: str, entry: ChatEntry, state: str) -> bool:
        hands_over = not isinstance(entry.what, Words) and entry.what.files
        until = self._day(FILE_DAYS if hands_over else min(KEPT_DAYS, self._keep_days()))
        return await self._rows.add(to, reference, stored(entry, state), until)

    def _day(self, days: int) -> int:
        return self._now().toordinal() + days


def _sent(reference: str) -> str:
    """The transcript's reference for a message of the bot's: an answer or a delivery."""
    return f"sent:{reference}"


def _said_anew(row: EntryRow, message: Message) -> EntryRow:
    before = entry_of(row.entry)
    return replace(row, entry=stored(replace(before, what=message), row.entry["state"]))


def _times(about: Json) -> tuple[datetime | None, datetime | None]:
    """When the last mail left, and when the page was last opened after one (UTC)."""
    told = [about.get(name) for name in ("mailed", "opened")]
    mailed, opened = (datetime.fromisoformat(at) if at else None for at in told)
    return mailed, opened
