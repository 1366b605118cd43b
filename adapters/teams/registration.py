"""Microsoft Teams registers itself. Its SDK is imported only when it is opened."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from adapters.shared.extras import Extra
from adapters.shared.registration import Handover, OwnTables, Platform, PlatformRefusedError
from adapters.teams.commands import teams
from adapters.teams.outgoing import OUTGOING
from adapters.teams.sdk.choosing import EXTRAS, SdkMissingError, SdkName
from adapters.teams.set_up import SET_UP
from adapters.teams.settings import TeamsSettings

if TYPE_CHECKING:
    from sqlalchemy import MetaData


# What each SDK needs beside what everybody has.
OF_SDK: Mapping[SdkName, Extra] = {
    "botbuilder": Extra(EXTRAS["botbuilder"], "botbuilder"),
    "agents": Extra(EXTRAS["agents"], "microsoft_agents"),
}


@asynccontextmanager
async def _open(given: Handover) -> AsyncIterator[None]:
    """Opens Teams. Raises PlatformRefusedError where its certificate or SDK is not there."""
    from adapters.teams.opening import open_teams

    settings: TeamsSettings = given.settings
    async with AsyncExitStack() as stack:
        opening = open_teams(
            settings,
            given.sealer,
            given.keyed_hash,
            given.server,
            given.engine(),
            given.may_destroy,
        )
        try:
            adapter = await stack.enter_async_context(opening)
        except (ValueError, OSError) as fault:
            raise PlatformRefusedError(
                "Teams cannot be opened: its certificate could not be read "
                f"({type(fault).__name__}). See HANDRAIL_TEAMS_CERTIFICATE."
            ) from None
        except SdkMissingError as fault:
            raise PlatformRefusedError(f"Teams cannot be opened: {fault}") from None
        adapter.desk = given.desk
        given.join(adapter)
        yield


def _tables() -> MetaData:
    from adapters.teams.tables import META

    return META


PLATFORM = Platform(
    name="teams",
    settings=TeamsSettings,
    is_configured=lambda settings: settings.has_teams,
    open=_open,
    commands=teams,
    tables=OwnTables(
        file="teams.db",
        metadata=_tables,
        sealed=frozenset({"teams_chat.sealed", "teams_own_message.sealed"}),
    ),
    sentences=files("adapters.teams") / "locale",
    outgoing=OUTGOING,
    needs=lambda settings: OF_SDK[settings.teams_sdk],
    set_up=SET_UP,
)
