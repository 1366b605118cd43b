"""SQL for the removal of a workspace. Its rows are found in every table that there is.

No table is named: each text column of each table is asked whether it holds one of the workspace's
ids. So a new table is counted, and emptied, from its first day.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Column, ColumnElement, String, Table, func, or_, select

from bot.domain.people import Address
from bot.domain.workspaces.removal import WorkspaceMarks
from bot.ports import DamagedError, ErasureUnfinishedError
from storage.sql.approvals import approval_now, reference_of
from storage.sql.people import SqlPeople
from storage.sql.schema import engagement, lane, ledger, ledger_head, metadata, person
from storage.sql.unit_of_work import coach_owner

# The proof of what was allowed: it holds no name, no address and no words, and stays.
PROOF = (ledger, ledger_head)
OF_CLIENT = "client_id"


class SqlWorkspaces(SqlPeople):
    async def people_in(self, workspace: Address) -> Sequence[str]:
        """Only rows that fit their seal: no other may destroy anybody's keys."""
        here = self._w.select(person, person.c.workspace == self._w.workspace(workspace))
        return sorted(row.id for row in await self._w.ours(person, here))

    async def marks_of(self, workspace: Address) -> WorkspaceMarks:
        people = await self.people_in(workspace)
        theirs = select(engagement.c.id).where(
            engagement.c.organisation == self._w.organisation,
            self._w.among(engagement.c.client_id, people),
        )
        others = {row.id for row in (await self._w.execute(theirs)).all()}
        others |= {self._w.workspace(workspace), self._w.workspace_hash(workspace)}
        for one in people:
            others |= {coach_owner(one), *await self._known_as(one)}
        return WorkspaceMarks(frozenset(people), frozenset(others))

    async def rows_of(self, marks: WorkspaceMarks) -> Mapping[str, int]:
        found = {}
        for table in metadata.sorted_tables:
            if table in PROOF:
                continue
            count = select(func.count()).select_from(table).where(self._of(table, marks))
            found[table.name] = int((await self._w.execute(count)).scalar_one())
        return found

    async def proof_of(self, marks: WorkspaceMarks) -> int:
        count = select(func.count()).select_from(ledger).where(self._of(ledger, marks))
        return int((await self._w.execute(count)).scalar_one())

    async def keys_of(self, marks: WorkspaceMarks) -> int:
        found = 0
        for one in sorted(marks.people):
            own = await self._w.keys.has_any(one)
            found += own or await self._w.keys.has_any(coach_owner(one))
        return found

    async def erase_rest(self, person_id: str) -> None:
        owners = (person_id, coach_owner(person_id))
        known_as = await self._known_as(person_id)
        for owner in owners:
            await self._w.lock_keys(owner, alone=True)
        await self._w.note_withdrawals()
        for owner in owners:
            await self._w.ending_keys.forget(owner)
        try:
            mine = WorkspaceMarks(frozenset({person_id}), frozenset({*owners, *known_as}))
            for table in reversed(metadata.sorted_tables):
                if table not in PROOF:
                    await self._w.change(table.delete().where(self._of(table, mine)))
        except Exception as problem:
            raise ErasureUnfinishedError from problem

    async def forget_place(self, workspace: Address) -> None:
        name = self._w.workspace(workspace)
        here = WorkspaceMarks(frozenset(), frozenset({name, self._w.workspace_hash(workspace)}))
        await self._w.change(self._w.delete(lane, lane.c.workspace == name))
        for table in metadata.sorted_tables:
            if table not in (*PROOF, person):
                await self._w.change(table.delete().where(self._of(table, here)))

    async def _known_as(self, person_id: str) -> set[str]:
        """The keyed hashes under which a person's guesses and approval are stored."""
        try:
            who = await self.person(person_id)
        except DamagedError:
            who = None
        if who is None:
            return set()
        keys = self._w.keys
        guess = keys.keyed_hash("guess", who.address.chat_key)
        return {guess, await approval_now(self._w, reference_of(keys, who.address))}

    def _of(self, table: Table, marks: WorkspaceMarks) -> ColumnElement[bool]:
        """True for the rows of one table that belong to the workspace."""
        mine = table.c.organisation == self._w.organisation
        if OF_CLIENT in table.c:
            return mine & self._w.among(table.c[OF_CLIENT], marks.people)
        every: Collection[str] = marks.people | marks.others
        return mine & or_(False, *(self._w.among(one, every) for one in _texts(table)))


def _texts(table: Table) -> list[Column[str]]:
    """The columns that may hold an id. A sealed value is none, and neither is a fixed word."""
    return [one for one in table.c if isinstance(one.type, String) and one.name != "organisation"]
