"""The port for the removal of a whole workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from bot.domain.people import Address
from bot.domain.workspaces.removal import InstallEnd, WorkspaceMarks


class Workspaces(Protocol):
    """`user` of a workspace's address is never read."""

    async def people_in(self, workspace: Address) -> Sequence[str]:
        """The ids of everybody who is stored with an address there, sorted."""

    async def marks_of(self, workspace: Address) -> WorkspaceMarks:
        """By what the rows of this workspace are known. Read it before anything is erased."""

    async def rows_of(self, marks: WorkspaceMarks) -> Mapping[str, int]:
        """How many rows of each table belong to the workspace, without the ledger.

        A row with a client belongs to that client's workspace, and to no other.
        """

    async def proof_of(self, marks: WorkspaceMarks) -> int:
        """How many ledger entries of the workspace's people there are."""

    async def keys_of(self, marks: WorkspaceMarks) -> int:
        """How many of the workspace's people have a data key."""

    async def erase_rest(self, person_id: str) -> None:
        """Destroys the keys and rows that an erase leaves of somebody who is a coach too.

        Raises like `Retention.erase_client`, and may be repeated.
        """

    async def forget_place(self, workspace: Address) -> None:
        """Removes what is about the workspace itself."""


@runtime_checkable
class EndsWorkspaces(Protocol):
    """A platform with an install, or with rows of its own, for each workspace."""

    platform: str

    async def give_back(self, workspace: str) -> InstallEnd:
        """Gives the install back where the platform can, and destroys its tokens.

        It sends nothing to anyone, and may be repeated. Raises OSError where the platform cannot
        be asked: then nothing was changed.
        """

    async def forget_workspace(self, workspace: str) -> None:
        """Removes the rows of its own about this workspace, and destroys their keys."""

    async def own_rows(self, workspace: str) -> Mapping[str, int]:
        """How many rows of each of its tables are about this workspace."""


@runtime_checkable
class KeepsRows(Protocol):
    """A platform with rows of its own about people, also about those whom the bot does not know.

    An erase takes these rows whether the bot knows the person or not.
    """

    platform: str

    async def rows_about(self, address: Address) -> Mapping[str, int]:
        """How many rows of each of its tables are about this person."""

    async def forget(self, address: Address) -> None:
        """Removes every row about this person, and destroys their keys. It may be repeated."""

    async def people_kept(self, workspace: str) -> Sequence[Address]:
        """Everybody there about whom it has rows, as far as the rows name them."""
