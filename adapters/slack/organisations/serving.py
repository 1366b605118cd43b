"""Finds the install that serves an address: its own, its organisation's, or one of its workspaces'.

The address is the person, not the install. Somebody who was met in a workspace keeps that address
when the app is installed for the whole organisation, and back.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass, replace

from adapters.slack.inbound.arrivals import Install
from adapters.slack.installs import ExactInstalls
from adapters.slack.organisations.places import Places

Alive = Callable[[str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class LostPlaces:
    """What a removal ends: `installs` have lost their tokens, `places` are served by none."""

    installs: tuple[str, ...]
    places: tuple[str, ...]


class Served:
    """Implements `Installs`. `exact` knows each install under the id that it was made for."""

    def __init__(self, exact: ExactInstalls, places: Places) -> None:
        self._exact = exact
        self._places = places

    async def install(self, workspace: str) -> Install | None:
        return await self._without(workspace, ())

    async def token(self, workspace: str) -> str | None:
        install = await self.install(workspace)
        return await self._exact.token(install.workspace) if install else None

    async def remove(self, workspace: str) -> None:
        await self._exact.remove(workspace)

    def is_allowed(self, install: Install) -> bool:
        return self._exact.is_allowed(install)

    async def not_allowed(self) -> int:
        return await self._exact.not_allowed()

    async def ready(self) -> None:
        """Notes the places of installs that an earlier version stored."""
        for install in await self._exact.all():
            await self._note(install)

    async def began(self, install: Install) -> tuple[str, ...]:
        """Notes a new install; returns the places that it serves from now on."""
        await self._note(install, anew=True)
        if install.org_wide:
            return await self._related(install.workspace)
        if install.enterprise and await self._exact.install(install.enterprise) is None:
            return install.workspace, install.enterprise
        return (install.workspace,)

    async def learned(self, install: Install, enterprise: str, team: str) -> Install:
        """Notes what an event says of an own workspace that an earlier version noted nothing of.

        `enterprise` and `team` are Slack's words about this install, or "". Returns the install
        with its organisation.
        """
        if not install.org_wide:
            if not enterprise or install.enterprise:
                return install
            known = replace(install, enterprise=enterprise)
            await self._note(known)
            return known
        if not team or team in await self._related(install.workspace):
            return install
        older = await self._exact.install(team)
        if older is not None and older.enterprise in ("", install.workspace):
            await self._places.note(team, install.workspace)
        return install

    async def around(self, install: Install) -> tuple[str, ...]:
        """The places under which people of this install may be known, its own first."""
        whole = install.workspace if install.org_wide else install.enterprise
        if not whole:
            return (install.workspace,)
        return tuple(dict.fromkeys((install.workspace, *await self._related(whole))))

    async def ending(
        self, place: str, told_at: float | None, alive: Alive, *, alone: bool = True
    ) -> LostPlaces:
        """What ends when Slack says, at `told_at` (Unix time), that the app left `place`.

        An organisation's id alone means every workspace of it. What was installed since then, or
        since the organisation's own install, stays if Slack takes its token. So does the
        organisation's install where a workspace is named too (`alone` is False).
        """
        whole = await self._exact.install(place)
        around = await self._related(place)
        inside = around if _is_whole(place) else (place,)
        ended = []
        for one in inside:
            install = await self._exact.install(one)
            if install is None:
                continue
            later = not alone or (told_at is not None and told_at < install.since)
            narrowed = whole is None or whole.since < install.since
            if not ((later or narrowed) and await alive(one)):
                ended.append(one)
        left = [one for one in around if await self._without(one, ended) is None]
        return LostPlaces(tuple(ended), tuple(left))

    async def ended(self, places: Iterable[str]) -> None:
        """Lets the places be forgotten, some time after their people were erased."""
        if self._exact.has_places():
            await self._places.ended(one for one in places if not _is_whole(one))

    async def _without(self, place: str, ended: Collection[str]) -> Install | None:
        """The install that serves this place, none of `ended`."""
        own = await self._exact.install(place) if place not in ended else None
        if own is not None:
            return own
        for one in (await self._related(place))[1:]:
            found = await self._exact.install(one) if one not in ended else None
            if found is not None:
                return found
        return None

    async def _related(self, place: str) -> tuple[str, ...]:
        """The place, and behind it its organisation, or (of an organisation) its workspaces."""
        if not self._exact.has_places():
            return (place,)
        if _is_whole(place):
            return place, *await self._places.workspaces_of(place)
        whole = await self._places.organisation_of(place)
        return (place, whole) if whole else (place,)

    async def _note(self, install: Install, *, anew: bool = False) -> None:
        if install.enterprise and not install.org_wide:
            await self._places.note(install.workspace, install.enterprise, anew=anew)


def _is_whole(place: str) -> bool:
    """True for an organisation's id, which begins with E; a workspace's begins with T."""
    return place.startswith("E")
