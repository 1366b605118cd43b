"""The ports for retention, erasing, the view of all stored data, and the check of the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Protocol

from bot.domain.consent import Entry
from bot.domain.ledger import Counted, Head, Tally
from bot.domain.people import Address
from bot.domain.retention import Behind
from bot.domain.words import Words

StoredValue = str | int | bool | datetime | date | time | tuple[str, ...] | Words | None


class Retention(Protocol):
    async def erase_client(self, client_id: str, at: datetime) -> None:
        """Destroys the person's data keys, then deletes every row about them except the ledger.

        Raises ErasureUnfinishedError if the keys are destroyed but some rows are not deleted. `at`
        is UTC.
        """

    async def forget_traces(self, address: Address) -> Mapping[str, int]:
        """Removes what is stored of an address at which nobody is stored: guest links, approvals
        and wrong codes. Returns how many rows of each table went.
        """

    async def erase_some(self, client_id: str, ids: Collection[str], at: datetime) -> None:
        """Erases these answers, steps and shares of the client.

        It seals the remaining ones anew. `tidy` then destroys the keys that could read the erased
        ones. Raises DamagedError, before any key is destroyed, if the database puts one back.
        """

    async def tidy(self, limit: int) -> int:
        """Destroys keys that no stored row needs, for up to `limit` people. Returns how many
        people.

        Run it in its own transaction, after the one that removed the rows.
        """

    async def finish_erasing(self, now: datetime) -> None:
        """Completes erases that were interrupted, and closes those that were complete."""

    def turned_by_hand(self) -> bool:
        """True if older copies of the key store stay usable until an operator turns the epoch."""

    async def end_overdue(self, now: datetime, limit: int) -> Sequence[str]:
        """Ends up to `limit` engagements with `ends_at <= now` (UTC). Returns their ids."""

    async def clients_with_steps_past(self, now: datetime, limit: int) -> Sequence[str]:
        """Up to `limit` ids of clients of whom `sweep` removes steps, or all, by `now` (UTC)."""

    async def stored_about(
        self, person_id: str
    ) -> Mapping[str, Sequence[Mapping[str, StoredValue]]]:
        """Everything that is stored about one person, by table and column (GDPR art. 15, 20).

        For a coach, that is their own codes and digests, and nothing about their clients.
        """

    async def sweep(self, now: datetime, limit: int) -> int:
        """Removes up to `limit` things whose `until` is before `now` (UTC). Returns how many."""

    async def erase_left(self, before: datetime, now: datetime, limit: int) -> int:
        """Erases up to `limit` people of workspaces that removed the app before `before` (UTC).

        Returns how many.
        """

    async def renew_inbox_keys(self) -> None:
        """Changes the inbox's keys: after the next `tidy` nobody can read removed events."""

    async def behind(self, now: datetime) -> Behind:
        """Counts what `sweep` should have removed by `now` (UTC) and has not."""


class Audit(Protocol):
    """Reads the whole ledger, to check that it is intact (see `bot.upkeep.ledger_audit`)."""

    async def chains(self, after: str | None, limit: int) -> Sequence[str]:
        """Up to `limit` chains with entries or a head, in the store's own order.

        Starts after the chain `after`, or, with None, at the first one.
        """

    async def entries(self, chain: str) -> Sequence[Entry]:
        """The chain's entries as they are now, oldest first, intact or not.

        Raises ValueError if one was changed so that it cannot be read.
        """

    async def refused_rows(self) -> Mapping[str, int]:
        """How many rows of each table do not fit their seal, or are from before a stop."""

    async def head(self, chain: str) -> Head | None: ...

    async def tally(self) -> Tally | None:
        """Reads the tally and locks it: until this transaction ends, no other append is saved."""

    async def counted(self) -> Counted: ...

    async def is_older_copy(self) -> bool:
        """True if the ledger is an older copy than the one that was saved last, as the keys know.

        A ledger that is restored by `handrail restore` is taken as it is.
        """
