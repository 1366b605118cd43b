"""Guest coaches' mail registers itself. Its server and its database are opened only where it is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from adapters.mail.outgoing import OUTGOING
from adapters.mail.set_up import SET_UP
from adapters.mail.settings import MailSettings
from adapters.shared.registration import Handover, OwnTables, Platform

if TYPE_CHECKING:
    from sqlalchemy import MetaData


@asynccontextmanager
async def _open(given: Handover) -> AsyncIterator[None]:
    """Opens mail."""
    from adapters.mail.opening import mount, open_mail

    settings: MailSettings = given.settings
    opening = open_mail(
        settings,
        given.sealer,
        given.keyed_hash,
        given.engine(),
        given.guests,
        may_destroy=given.may_destroy,
    )
    async with opening as opened:
        opened.adapter.desk = given.desk
        if given.server is not None:
            mount(given.server, opened, given.keyed_hash)
        given.join(opened.adapter)
        yield


def _tables() -> MetaData:
    # The page's own tables are in the same collection, once their module was imported.
    from adapters.mail.page.tables import LINK

    return LINK.metadata


PLATFORM = Platform(
    name="mail",
    settings=MailSettings,
    is_configured=lambda settings: settings.has_mail,
    open=_open,
    commands=None,
    tables=OwnTables(
        file="mail.db",
        metadata=_tables,
        sealed=frozenset(f"mail_{table}.sealed" for table in ("reader", "entry", "link", "device")),
    ),
    sentences=files("adapters.mail") / "locale",
    outgoing=OUTGOING,
    needs=lambda _: None,
    set_up=SET_UP,
)
