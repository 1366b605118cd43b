"""The removal of a workspace, in memory: people, and nothing finer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.people import Address
from bot.domain.workspaces.removal import WorkspaceMarks
from tests.memory_store.tables import Memory


class MemoryWorkspaces(Memory):
    async def people_in(self, workspace: Address) -> Sequence[str]:
        name = self.workspace(workspace)
        return sorted(
            who.id for who in self._t.people.values() if self.workspace(who.address) == name
        )

    async def marks_of(self, workspace: Address) -> WorkspaceMarks:
        people = frozenset(await self.people_in(workspace))
        theirs = {one.id for one in self._t.engagements.values() if one.client_id in people}
        return WorkspaceMarks(people, frozenset({*theirs, self.workspace(workspace)}))

    async def rows_of(self, marks: WorkspaceMarks) -> Mapping[str, int]:
        mine = [d for d in self._t.deliveries.values() if {d.to, d.owner} & marks.people]
        return {
            "person": len(marks.people & self._t.people.keys()),
            "engagement": len(marks.others & self._t.engagements.keys()),
            "delivery": len(mine),
            "lane": len(marks.others & self._t.lanes.keys()),
        }

    async def proof_of(self, marks: WorkspaceMarks) -> int:
        return sum(len(self._t.ledgers.get(one, ())) for one in marks.people | marks.others)

    async def keys_of(self, marks: WorkspaceMarks) -> int:
        return len(marks.people & self._t.people.keys())

    async def erase_rest(self, person_id: str) -> None:
        who = self._t.people.pop(person_id, None)
        if who is not None:
            self._t.at.pop(who.address, None)
            self._t.approvals.pop(self.keyed_hash("coach", who.address.chat_key)[:16], None)
        self._t.profiles.pop(person_id, None)
        for code in [k for k, one in self._t.invitations.items() if one.coach_id == person_id]:
            del self._t.invitations[code]
        for key in [k for k in self._t.rhythms if k[0] == person_id]:
            del self._t.rhythms[key]
        for known in [d.id for d in self._t.deliveries.values() if person_id in (d.to, d.owner)]:
            del self._t.deliveries[known]

    async def forget_place(self, workspace: Address) -> None:
        self._t.lanes.pop(self.workspace(workspace), None)
