"""Finds out who somebody is: under which address they are known, and whether they belong here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.shared.json_values import text_at
from adapters.slack.inbound.arrivals import PLATFORM, Install
from adapters.slack.inbound.belonging import Standing, standing
from adapters.slack.organisations.serving import Served
from adapters.slack.profiles import Profiles
from bot.domain.people import Address

Known = Callable[[Sequence[Address]], Awaitable[Mapping[Address, bool]]]
IsChatWith = Callable[[Address, str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`person` is the address under which they are met. `others` are more addresses of theirs,

    from the time before an organisation's installs were one. `belongs` is False for an outsider.
    """

    person: Address
    others: tuple[Address, ...] = ()
    belongs: bool = True


class Acquaintances:
    """`known` asks the bot; `is_chat_with` asks Slack whether a chat is the bot's with somebody."""

    def __init__(
        self, known: Known, installs: Served, profiles: Profiles, is_chat_with: IsChatWith
    ) -> None:
        self._known = known
        self._installs = installs
        self._profiles = profiles
        self._is_chat_with = is_chat_with

    async def find(
        self, payload: Mapping[str, Any], install: Install, sender: Address
    ) -> Whereabouts:
        """Asks nobody about one of ours who can have only one address."""
        stands = standing(payload, install)
        places = await self._installs.around(install)
        if stands == "ours" and len(places) == 1:
            return Whereabouts(sender)
        everywhere = [Address(PLATFORM, place, sender.user) for place in places]
        known = await self._known(everywhere)
        served = [one for one in everywhere if one in known and await self._is_served(one)]
        person = served[0] if served else sender
        others = tuple(one for one in everywhere if one in known and one != person)
        belongs = stands == "ours" or any(known.values())
        if not belongs:
            belongs = await self._told(payload, install, sender, stands)
        return Whereabouts(person, others, belongs)

    async def _is_served(self, person: Address) -> bool:
        return await self._installs.install(person.workspace) is not None

    async def _told(
        self, payload: Mapping[str, Any], install: Install, sender: Address, stands: Standing
    ) -> bool:
        """Slack's word about a newcomer whose team is another: their chat, or who they are."""
        if stands == "outside":
            return False
        channel = text_at(payload, "channel", "id")
        if channel.startswith("D") and await self._is_chat_with(sender, channel):
            return True
        ours = {install.workspace, install.enterprise} - {""}
        told = await self._profiles.places_of(sender)
        return not ours.isdisjoint(told) or (install.org_wide and not told)
