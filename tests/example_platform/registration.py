"""Postbox registers itself. Its SDK is imported only when it is opened."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from adapters.shared.registration import Handover, OwnTables, Platform, PlatformRefusedError
from tests.example_platform.commands import postbox
from tests.example_platform.outgoing import OUTGOING
from tests.example_platform.set_up import SET_UP
from tests.example_platform.settings import PostboxSettings

if TYPE_CHECKING:
    from sqlalchemy import MetaData


@asynccontextmanager
async def _open(given: Handover) -> AsyncIterator[None]:
    """Opens Postbox. Raises PlatformRefusedError where there is no such service."""
    from tests.example_platform.adapter import PostboxAdapter
    from tests.example_platform.door import Door
    from tests.example_platform.installs import Installs
    from tests.example_platform.service import SERVICES, Client

    settings: PostboxSettings = given.settings
    address, secret = settings.postbox_service or "", settings.postbox_secret
    if address not in SERVICES:
        raise PlatformRefusedError("There is no Postbox there. See HANDRAIL_POSTBOX_SERVICE.")
    installs = Installs(given.engine(), given.sealer, given.keyed_hash)
    await installs.ready()
    adapter = PostboxAdapter(Client(address), installs)
    adapter.desk = given.desk
    given.join(adapter)
    if given.server is not None:
        word = secret.get_secret_value() if secret else ""
        given.server.mount(Door(adapter, installs, word).routes)
    yield


def _tables() -> MetaData:
    from tests.example_platform.installs import METADATA

    return METADATA


PLATFORM = Platform(
    name="postbox",
    settings=PostboxSettings,
    is_configured=lambda settings: settings.postbox_service is not None,
    open=_open,
    commands=postbox,
    tables=OwnTables(
        file="postbox.db", metadata=_tables, sealed=frozenset({"postbox_install.sealed"})
    ),
    sentences=files("tests.example_platform") / "locale",
    outgoing=OUTGOING,
    needs=lambda _: None,
    set_up=SET_UP,
)
