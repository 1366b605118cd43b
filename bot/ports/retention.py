"""What goes when its time has come, what is held of somebody, and the proof of the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Protocol

from bot.domain.ledger import Counted, Head, Tally
from bot.domain.retention import Behind
from bot.domain.words import Words

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
    """The whole ledger, to check that it is what was appended (`bot.upkeep.ledger_audit`)."""

    async def chains(self, after: str | None, limit: int) -> Sequence[str]:
        """Up to `limit` chains that have entries or a head, in the store's own order.

        Only those that come behind `after`; None begins with the first one.
        """

    async def head(self, chain: str) -> Head | None: ...

    async def tally(self) -> Tally | None:
        """From here to the end of this transaction, nobody else's append is saved."""

    async def counted(self) -> Counted: ...
