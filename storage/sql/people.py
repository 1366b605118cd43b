"""SQL for people, invitations, the ledger and rhythms."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Row, select

from bot.domain.consent import TAKEN_BACK, Entry
from bot.domain.engagement import Invitation
from bot.domain.pause import Pause
from bot.domain.people import Address, Person
from bot.domain.rhythm import Rhythm
from bot.ports import DamagedError
from storage.keys.keyring import KeyDestroyedError
from storage.sql.ledger import SqlLedger, withdrawn_again
from storage.sql.person_texts import (
    address_of,
    address_text,
    dialogue_of,
    dialogue_text,
    pause_of_facts,
)
from storage.sql.port import only, readable
from storage.sql.reading.rows_of_person import has_entries, person_row, row_at
from storage.sql.rows import flat, thing
from storage.sql.running.ready import Shape, given, matching
from storage.sql.schema import (
    delivery,
    engagement,
    invitation,
    ledger,
    ledger_head,
    person,
    rhythm,
)
from storage.sql.sealed_rows.entries import entry_row, plausible, read_entry
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.sealed_rows.rhythms import read_rhythm, rhythm_row, rhythms_where
from storage.sql.sealed_rows.texts import person_facts, person_text
from storage.sql.seals.row_seals import PAUSE
from storage.sql.unit_of_work import coach_owner

# What decides what a chain of the ledger says.
WHOLE = (ledger, ledger_head, engagement)
ONE_RHYTHM = Shape(lambda _: rhythms_where(*matching(rhythm, "owner", "confirmed")))
THERE_OR_THEIRS = Shape(
    lambda _: select(person).where(
        *matching(person),
        (person.c.address_hash == given("address_hash", person.c.address_hash))
        | (person.c.id == given("id", person.c.id)),
    )
)


class SqlPeople(SqlLedger):
    async def person_at(self, address: Address) -> Person | None:
        return await self._one("address_hash", self._keyed_hash(address))

    async def person(self, person_id: str) -> Person | None:
        return await self._one("id", person_id)

    async def save_person(self, who: Person, at: datetime) -> None:
        before = await self._clear_address(who)
        owner = coach_owner(who.id) if await has_entries(self._w, who.id) else who.id
        row = await self._person_row(who, owner, at)
        if _pauses(before, who):
            await self._w.seals.raise_floor(who.id, PAUSE)
        await self._w.save(person, row)

    async def _person_row(self, who: Person, owner: str, at: datetime) -> dict[str, Any]:
        """The row of a person, sealed with a key of `owner`: see `UnitOfWork.unseal_own`."""
        own = {
            "address": address_text(who.address),
            "name": who.name,
            "dialogue": dialogue_text(who.dialogue),
            "settings": person_text(who),
        }
        sealed = {
            column: await self._w.seal(f"person.{column}", who.id, owner, words, at)
            for column, words in own.items()
        }
        found_by = {
            "id": who.id,
            "address_hash": self._keyed_hash(who.address),
            "workspace": self._w.workspace(who.address),
        }
        return {**found_by, **LEFT_EMPTY["person"], **sealed}

    async def platforms(self) -> Sequence[str]:
        query = self._w.select(person, person.c.workspace.is_not(None))
        rows = await self._w.all(query.with_only_columns(person.c.workspace).distinct())
        return sorted({row.workspace.partition(":")[0] for row in rows})

    async def ledger(self, chain: str) -> Sequence[Entry]:
        read = partial(self._ledger_of, chain)
        return list(await self._w.memo.once(("ledger", chain), WHOLE, read))

    async def _ledger_of(self, chain: str) -> Sequence[Entry]:
        entries = await self.proved(chain)
        for grant, at in await self.missing_withdrawals(chain, entries):
            # A crash has lost it, or somebody put an older ledger back.
            entries.append(withdrawn_again(entries, grant, at))
            await self.append(entries[-1])
        return entries

    async def entries(self, chain: str) -> Sequence[Entry]:
        """See `Audit.entries`."""
        query = self._w.where(ledger, order=("seq",), chain=chain)
        return [read_entry(self._w, row) for row in await plausible(self._w.every(query))]

    async def append(self, entry: Entry) -> None:
        if entry.act in TAKEN_BACK:
            await self.withdraw_for_good(entry.chain, entry.purpose, entry.at)
        before: Any = self._w.memo.known(("ledger", entry.chain))
        if not await self._w.add(ledger, entry_row(self._w, entry)):
            raise ValueError("the chain already has this entry")
        self.appended(entry)
        if before and before[-1].seq + 1 == entry.seq:
            self._w.memo.note({("ledger", entry.chain): [*before, entry]}, WHOLE)

    async def rhythm(self, owner: str, *, confirmed: bool = True) -> Rhythm | None:
        read = partial(self._rhythm_of, owner, confirmed=confirmed)
        return await self._w.memo.once(("rhythm", owner, confirmed), (rhythm,), read)

    async def _rhythm_of(self, owner: str, *, confirmed: bool) -> Rhythm | None:
        rows = await self._w.all(ONE_RHYTHM.filled(owner=owner, confirmed=confirmed))
        return only(
            await readable(await self._w.fitting(rhythm, rows), partial(read_rhythm, self._w))
        )

    async def save_rhythm(self, new: Rhythm) -> None:
        row = await rhythm_row(self._w, new)
        if new.confirmed:
            await self.remove_rhythm(new.owner)
        await self._w.save(rhythm, row)

    async def remove_rhythm(self, owner: str) -> None:
        await self._w.change(self._w.deleting(rhythm, owner=owner))

    async def invitation(self, code_hash: str) -> Invitation | None:
        query = self._w.where(invitation, code_hash=code_hash)
        row = await self._w.only_sound(invitation, query)
        return thing(Invitation, row) if row else None

    async def codes_made(self, coach_id: str, since: datetime) -> int:
        own = (invitation.c.coach_id == coach_id, invitation.c.expires_at >= since)
        return len(await self._w.all(self._w.select(invitation, *own)))

    async def save_invitation(self, new: Invitation) -> None:
        await self._w.save(invitation, flat(new))

    async def note_workspaces(self, limit: int) -> int:
        """Fills in the workspace of people whom an older version stored; returns how many.

        Repeat it until it returns 0. People who cannot be read stay without a workspace.
        """
        placed = 0
        unplaced = self._w.select(person, person.c.workspace.is_(None)).limit(limit)
        for row in await self._w.all(unplaced):
            try:
                where = self._w.workspace((await self._read_person(row)).address)
            except (KeyDestroyedError, DamagedError):
                continue
            placed += 1
            await self._w.change_sealed(person, person.c.id == row.id, values={"workspace": where})
            theirs = self._w.update(delivery, delivery.c.to == row.id)
            await self._w.change(theirs.values(workspace=where))
        return placed

    async def _one(self, column: str, value: str) -> Person | None:
        """Returns the person. Raises DamagedError: a damaged row must not make them a stranger."""
        row = await person_row(self._w, column, value)
        return None if row is None else await self._person_of(row)

    async def _person_of(self, row: Row[Any]) -> Person | None:
        read = partial(self._opened_person, row)
        return await self._w.memo.once(("person", row.id), (person,), read)

    async def _opened_person(self, row: Row[Any]) -> Person | None:
        """Returns the person, or None if their keys were destroyed."""
        try:
            return await self._read_person(row)
        except KeyDestroyedError:
            return None

    async def _read_person(self, row: Row[Any]) -> Person:
        address = await self._w.unseal_own("person.address", row.id, row.address)
        name = await self._w.unseal_own("person.name", row.id, row.name)
        dialogue = await self._w.unseal_own("person.dialogue", row.id, row.dialogue)
        settings = await self._settings_of(row)
        if await self._w.seals.behind(person, row):
            # From before a pause: until they say otherwise, nothing may leave by itself.
            settings["pause"] = Pause(None)
        return Person(
            id=row.id,
            address=address_of(address),
            name=name,
            dialogue=dialogue_of(dialogue),
            **settings,
        )

    async def _settings_of(self, row: Row[Any]) -> dict[str, Any]:
        if row.settings is not None:
            return person_facts(await self._w.unseal_own("person.settings", row.id, row.settings))
        if not self._w.moving:
            raise DamagedError("its settings are not sealed")
        told = {"language": row.language, "zone": row.zone}
        if row.pause is None:
            return told
        rest = json.loads((await self._w.unseal_own("person.pause", row.id, row.pause)).text)
        pause, stopped_at = pause_of_facts(rest)
        return {**told, "pause": pause, "stopped_at": stopped_at}

    async def _clear_address(self, who: Person) -> Person | None:
        """Removes an unreadable row at this address, which an interrupted erase may have left.

        Returns the person as they were stored, if that can be read.
        """
        named = self._keyed_hash(who.address)
        before = None
        for row in await self._rows_here(who.id, named):
            if row.id != who.id:
                if await self.person(row.id) is None:
                    await self._w.change(self._w.deleting(person, id=row.id))
                continue
            with suppress(DamagedError):
                before = await self._person_of(row)
        return before

    async def _rows_here(self, person_id: str, named: str) -> Sequence[Row[Any]]:
        """Returns the rows of this id or at this address. Only one row can be at an address."""
        known: Any = self._w.memo.known(row_at("address_hash", named))
        if known is not None and known.id == person_id:
            return [known]
        return await self._w.all(THERE_OR_THEIRS.filled(id=person_id, address_hash=named))

    def _keyed_hash(self, address: Address) -> str:
        return self._w.keys.keyed_hash("address", address_text(address).text)


def _pauses(before: Person | None, who: Person) -> bool:
    """True if an older row of this person would let more leave than `who` does.

    Not where a rest within a pause begins or ends: a floor that is written would tell of it.
    """
    if who.pause is None:
        return False
    paused = before.pause if before else None
    if paused is None:
        return True
    return who.pause != paused and None not in (who.pause.until, paused.until)
