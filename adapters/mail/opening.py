"""Opens guest coaches' mail: the transcript, the mail server, the page and the way to stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.mail.adapter import MailAdapter
from adapters.mail.addresses import Mailboxes, canonical
from adapters.mail.one_click import OneClick, stop_address
from adapters.mail.page.mounting import MailPage, doors_of
from adapters.mail.postman import Postman
from adapters.mail.rows import MailRows
from adapters.mail.settings import MailSettings
from adapters.mail.smtp import SmtpServer
from adapters.mail.tables import make_tables
from adapters.mail.transcript import MailTranscript
from adapters.shared.background import BackgroundTasks
from adapters.shared.http import Server
from adapters.shared.sealed_rows import KeyedHash
from bot.ports import GuestDesk, MayDestroy, Sealer, always

CLEANING_SECONDS = 3600.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class OpenMail:
    """What was opened. `transcript` is what `page` shows."""

    adapter: MailAdapter
    transcript: MailTranscript
    page: MailPage


@asynccontextmanager
async def open_mail(
    settings: MailSettings,
    sealer: Sealer,
    keyed_hash: KeyedHash,
    engine: AsyncEngine,
    guests: GuestDesk,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    may_destroy: MayDestroy = always,
) -> AsyncIterator[OpenMail]:
    """Opens mail. `engine` stays its owner's; many processes may share its database.

    Raises OSError or ValueError where the password cannot be read.
    """
    server = await asyncio.to_thread(smtp_server, settings)
    await make_tables(engine)
    rows = MailRows(engine, sealer, keyed_hash)
    transcript = MailTranscript(rows, lambda: settings.keep_days, now)
    public = (settings.public_url or "").rstrip("/")
    doors = doors_of(engine, sealer, keyed_hash, public, may_destroy)
    adapter = MailAdapter(
        transcript,
        Postman(server, canonical(settings.mail_from or ""), keyed_hash, now),
        doors.links,
        Mailboxes(settings.mail_domain_list),
        stop_address(public, keyed_hash),
        per_minute=settings.mail_per_minute,
        now=now,
    )
    async with AsyncExitStack() as stack:
        stack.push_async_callback(rows.close)
        tasks = BackgroundTasks("mail_cleaning_failed")
        stack.push_async_callback(tasks.wind_down, 0.0)
        tasks.start(_clean(transcript, may_destroy))
        page = MailPage(adapter, doors, public, settings.zone, guests, now)
        stack.push_async_callback(page.close)
        yield OpenMail(adapter, transcript, page)


def mount(server: Server, opened: OpenMail, keyed_hash: KeyedHash) -> None:
    """Mounts the page, and the address that stops all mail to a person."""
    server.mount(opened.page.routes)
    server.mount(OneClick(opened.adapter, opened.transcript, keyed_hash).routes)


def smtp_server(settings: MailSettings) -> SmtpServer:
    """Returns the mail server of the settings."""
    return SmtpServer(
        settings.mail_host or "",
        settings.smtp_port,
        settings.mail_tls,
        settings.mail_user or "",
        settings.mail_password.get_secret_value() if settings.mail_password else "",
    )


async def _clean(transcript: MailTranscript, may_destroy: MayDestroy) -> None:
    """Deletes old entries at the start and once an hour. What fails is tried again."""
    while True:
        try:
            if await may_destroy():
                await transcript.delete_old()
        except Exception as problem:
            log.error("mail_not_cleaned", error=type(problem).__name__)
        await asyncio.sleep(CLEANING_SECONDS)
