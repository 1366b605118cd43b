"""Keeps the local page, and all that it leaves behind, apart from real chat platforms.

The page has a clock that people move, and one secret instead of a sign-in for each person. So it
exists only where no other platform is configured, and never on the data of another platform.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from adapters.local.inbound import PLATFORM as PAGE
from adapters.local.transcript import traces_in
from bot.ports import Store
from bot.run.open_platforms import is_configured
from bot.run.platforms import registered
from bot.settings import Settings
from storage import RefusedError

TRANSCRIPT = "local.db"
LEFT_BY_A_PAGE = (
    "This is what a local page left behind: {}. It never lives beside {}, for its clock would move "
    "real people's time. Set HANDRAIL_DATA to a new folder, and HANDRAIL_DATABASE_URL and "
    "HANDRAIL_KEYS_URL (if you use them) to new databases. Nothing was sent or removed."
)
OF_REAL_PEOPLE = (
    "The database knows people of {}, and no platform is configured, so this would be the local "
    "page, whose clock can be moved. Set the platform's settings again; or, for the page, set "
    "HANDRAIL_DATA to a folder of its own. Nothing was sent or removed."
)


def is_page_alone(settings: Settings) -> bool:
    """Tells whether there is a local page at all: where no other platform is configured."""
    return not _others(settings)


async def refuse_if_mixed(settings: Settings, store: Store) -> None:
    """Raises RefusedError where people of the page and of a real platform would come together.

    Call it before anything is served, sent or swept. It only reads.
    """
    others = _others(settings)
    async with store.transaction() as tx:
        known = await tx.platforms()
    if not others:
        strangers = [name for name in known if name != PAGE]
        if strangers:
            raise RefusedError(OF_REAL_PEOPLE.format(" and ".join(strangers)))
        return
    left = await asyncio.to_thread(traces_in, settings.data / TRANSCRIPT)
    if PAGE in known:
        left = [*left, "people of the page in the database"]
    if left:
        raise RefusedError(LEFT_BY_A_PAGE.format(", ".join(left), " and ".join(others)))


def _others(settings: Settings) -> Sequence[str]:
    """The names of the configured platforms that are not the page."""
    every = registered().values()
    return [one.name for one in every if one.name != PAGE and is_configured(one, settings)]
