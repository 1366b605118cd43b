"""SQL that begins, settles and saves for a whole group, in a few statements."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.domain.asking import Asking
from bot.domain.delivery import DeliveryState
from bot.domain.people import Person
from storage.sql.many import given_as
from storage.sql.running.deliveries import SETTLING_MANY
from storage.sql.schema import asking, person
from storage.sql.together.many_rows import lock_keys_of, save_all
from storage.sql.together.reads import SqlForeseeing
from storage.sql.unit_of_work import coach_owner


class SqlTogether(SqlForeseeing):
    """Implements the whole port `Together`."""

    async def settle_sent(self, delivery_ids: Collection[str], at: datetime, *, by: str) -> None:
        ids, sent = given_as(self._w.dialect, delivery_ids), DeliveryState.SENT
        settled = SETTLING_MANY.filled(
            ids=ids, claimed_by=by, state=sent, settled_at=at, reason=None
        )
        if await self._w.change(settled) != len(set(delivery_ids)):
            raise ValueError("not claimed")

    async def save_people(self, people: Sequence[Person], at: datetime) -> None:
        """Saves those who were foreseen, and stay where they are, together; others one by one."""
        known = [one for one in people if self._is_as_foreseen(one)]
        others = [one for one in people if one not in known]
        if len(known) > 1:
            await self._save_known(known, at)
        else:
            others += known
        for one in others:
            await self.save_person(one, at)

    async def save_askings(self, askings: Sequence[Asking]) -> None:
        if len(askings) == 1:
            await self.save_asking(askings[0])
            return
        await lock_keys_of(self._w, {one.client_id for one in askings})
        await save_all(self._w, asking, [await self._asking_row(one) for one in askings])

    async def _save_known(self, people: Sequence[Person], at: datetime) -> None:
        owners = {one.id: self._owner_of(one) for one in people}
        await lock_keys_of(self._w, owners.values())
        rows = [await self._person_row(one, owners[one.id], at) for one in people]
        await save_all(self._w, person, rows)

    def _is_as_foreseen(self, who: Person) -> bool:
        """True if nothing changes for which `save_person` looks at other rows, or at a floor."""
        before = self._w.memo.known(("person", who.id))
        if not isinstance(before, Person):
            return False
        return (before.address, before.pause) == (who.address, who.pause)

    def _owner_of(self, who: Person) -> str:
        return coach_owner(who.id) if self._w.memo.known(("ledger.has", who.id)) else who.id
