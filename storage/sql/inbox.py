"""SQL for accepted events: sealed, handled in order, and removed when they are done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Executable, Row, func, select, update

from bot.chat import Deleted, Edited, Event, Happening, Pressed, Reacted, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import DamagedError, Taken, one_by_one
from storage.keys.keyring import KeyDestroyedError
from storage.keys.sealed import Sealed
from storage.sql.columns import microseconds
from storage.sql.port import SqlPort
from storage.sql.running.ready import Shape, given, matching
from storage.sql.schema import inbox, seen_event, wrong_code
from storage.sql.unit_of_work import INBOX

KINDS = {kind.__name__: kind for kind in (Wrote, Pressed, Submitted, Edited, Deleted, Reacted)}


# The fields that `dataclasses.asdict` would copy. Every event passes here, so nothing is copied.
_NAMES: dict[type[Any], list[str]] = {
    kind: [one.name for one in fields(kind)] for kind in (Event, Address, Words, *KINDS.values())
}


def event_text(event: Event) -> Words:
    written = _by_name(event) | {"kind": type(event.what).__name__}
    return Words(json.dumps(written, default=_plain))


def event_of(text: Words) -> Event:
    written = json.loads(text.text)
    what = _happening(KINDS[written.pop("kind")], written.pop("what"))
    sender = Address(**written.pop("sender"))
    name = Words(**written.pop("name"))
    return Event(sender=sender, name=name, what=what, **written)


def _happening(kind: type[Any], fields: dict[str, Any]) -> Happening:
    for name in ("text", "was"):
        if isinstance(fields.get(name), dict):
            fields[name] = Words(**fields[name])
    for name in ("at", "born"):
        if fields.get(name) is not None:
            fields[name] = datetime.fromisoformat(fields[name])
    happening: Happening = kind(**fields)
    return happening


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return _by_name(value)


def _by_name(value: object) -> dict[str, object]:
    names = _NAMES.get(type(value))
    if names is None:
        raise TypeError(type(value).__name__)
    return {name: getattr(value, name) for name in names}


NOTHING = Words("")

log = structlog.get_logger()


HANDLED = Shape(
    lambda _: update(inbox).where(*matching(inbox, "number")).values(handled_at=inbox.c.at),
    small=True,
)


def _taking(_: str) -> Executable:
    """Notes an event as handled, if it is the oldest one of its chat and nobody has tried it."""
    chat = (*matching(inbox), inbox.c.place == given("place", inbox.c.place))
    oldest = select(func.min(inbox.c.number)).where(*chat).scalar_subquery()
    untried = (inbox.c.handled_at.is_(None), inbox.c.tries == 0)
    mine = (*matching(inbox, "event", "at"), inbox.c.number == oldest, *untried)
    return update(inbox).where(*mine).values(handled_at=inbox.c.at).returning(inbox.c.number)


TAKING = Shape(_taking, small=True)
# The wrong codes of one person, oldest first.
WRONG_CODES = Shape(
    lambda _: (
        select(wrong_code)
        .where(
            *matching(wrong_code, "person"),
            wrong_code.c.at >= given("since", wrong_code.c.at),
        )
        .order_by(wrong_code.c.at)
    )
)


class SqlInbox(SqlPort):
    async def take_in(self, events: Sequence[Event], at: datetime) -> None:
        times = one_by_one(len(events), at)
        rows = [await self._row(*one) for one in zip(events, times, strict=True)]
        await self._w.add_all(inbox, rows, ("organisation", "event"))

    async def next_taken(self, chat_key: str) -> Taken | None:
        oldest = self._w.where(inbox, order=("number",), limit=1, place=self._place(chat_key))
        while True:
            row = await self._w.first(oldest)
            if row is None:
                return None
            event = await self._opened(row)
            if event is not None:
                tried = {"tries": row.tries + 1}
                await self._w.change(self._w.setting(inbox, tried, number=row.number))
                return Taken(row.number, event, row.at, row.handled_at is not None, row.tries)
            await self.drop_taken(row.number)

    async def take(self, event: Event, accepted: datetime) -> int | None:
        """See `Inbox.take`."""
        place, name = self._place(event.sender.chat_key), self._name(event)
        rows = await self._w.changed(TAKING.filled(place=place, event=name, at=accepted))
        return rows[0].number if rows else None

    async def still_counts(self, person_id: str, accepted: datetime, now: datetime) -> bool:
        """See `Inbox.still_counts`."""
        return await self._w.seals.hears(person_id, microseconds(accepted), microseconds(now))

    async def note_handled(self, number: int) -> None:
        await self._w.change(HANDLED.filled(number=number))

    async def drop_taken(self, *numbers: int) -> None:
        await self._w.change(self._w.delete(inbox, inbox.c.number.in_(numbers)))

    async def keep_only_whom_to_answer(self) -> None:
        """Seals handled events that have no answer yet anew, with only the sender left in them."""
        for row in await self._w.all(self._w.select(inbox, inbox.c.handled_at.is_not(None))):
            event = await self._opened(row)
            if event is not None:
                less = replace(event, name=NOTHING, what=Wrote(NOTHING))
                body = await self._body(row.event, less, row.at)
                this = inbox.c.number == row.number
                await self._w.change_sealed(inbox, this, values={"body": body})

    async def chats_waiting(self, before: datetime, limit: int) -> Sequence[str]:
        first = select(func.min(inbox.c.number)).where(
            inbox.c.organisation == self._w.organisation, inbox.c.at <= before
        )
        oldest = first.group_by(inbox.c.place).limit(limit)
        rows = await self._w.all(self._w.select(inbox, inbox.c.number.in_(oldest)))
        waiting = []
        for row in sorted(rows, key=lambda row: row.number):
            event = await self._opened(row)
            if event is None:
                await self.drop_taken(row.number)
            else:
                waiting.append(event.sender.chat_key)
        return waiting

    async def _row(self, event: Event, at: datetime) -> dict[str, Any]:
        name = self._name(event)
        body = await self._body(name, event, at)
        place = self._place(event.sender.chat_key)
        return {"event": name, "place": place, "body": body, "at": at, "tries": 0}

    def _name(self, event: Event) -> str:
        where = event.sender
        named = f"{where.platform}\0{where.workspace}\0{event.id}"
        return self._w.keys.keyed_hash("accepted", named)

    async def _body(self, name: str, event: Event, at: datetime) -> Sealed:
        return await self._w.seal("inbox.body", name, INBOX, event_text(event), at)

    async def _opened(self, row: Row[Any]) -> Event | None:
        body: Sealed = row.body
        try:
            await self._w.seals.behind(inbox, row)
            return event_of(await self._w.unseal("inbox.body", row.event, INBOX, body))
        except (KeyDestroyedError, DamagedError):
            METRICS.failed("event")
            log.error("accepted_event_unreadable")
            return None

    def _place(self, chat_key: str) -> str:
        return self._w.keys.keyed_hash("place", chat_key)


class SqlInbound(SqlPort):
    async def first_time(self, workspace: Address, event_id: str, at: datetime) -> bool:
        place = self._w.workspace_hash(workspace)
        event = self.keyed_hash("event", f"{place}{event_id}")
        return await self._w.add(seen_event, {"event": event, "at": at})

    async def wrong_codes(self, person_id: str, since: datetime) -> Sequence[datetime]:
        asked = WRONG_CODES.filled(person=person_id, since=since)
        return [row.at for row in await self._w.all(asked)]

    async def wrong_codes_in_workspace(self, workspace: Address, since: datetime) -> int:
        here = wrong_code.c.workspace == self._w.workspace_hash(workspace)
        query = select(func.count()).select_from(wrong_code)
        mine = wrong_code.c.organisation == self._w.organisation
        row = await self._w.first(query.where(mine, here, wrong_code.c.at >= since))
        return int(row[0]) if row else 0

    async def note_wrong_code(self, person_id: str, workspace: Address, at: datetime) -> None:
        place = self._w.workspace_hash(workspace)
        await self._w.add(wrong_code, {"person": person_id, "workspace": place, "at": at})

    def keyed_hash(self, purpose: str, text: str, *, ours: bool = False) -> str:
        return self._w.keys.keyed_hash(purpose, text, ours=ours)
