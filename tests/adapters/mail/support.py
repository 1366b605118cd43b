"""The mail platform before a real SMTP server on loopback, with a clock that a test moves."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.mail.adapter import MailAdapter
from adapters.mail.addresses import Mailboxes, address_of
from adapters.mail.one_click import stop_address
from adapters.mail.postman import Postman
from adapters.mail.rows import MailRows
from adapters.mail.smtp import SmtpServer
from adapters.mail.tables import make_tables
from adapters.mail.transcript import MailTranscript
from bot.domain.people import Address
from bot.ports import Sealer
from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from tests.adapters.support import OpenSealer, ScriptedDesk, keyed_hash
from tests.fakes import FakeClock

ANNA = address_of("anna@coach.example")
PUBLIC = "https://bot.example.org"
SENDER = "handrail@bot.example.org"


@dataclass
class Post:
    """An SMTP server's handler. `says` overrides its answers, by the command's name."""

    mails: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.says.get("MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.says.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        said = self.says.get("DATA", "250 OK")
        if said.startswith("2"):
            mail = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(mail, EmailMessage)
            self.mails.append(mail)
            self.to += envelope.rcpt_tos
        return said


def free_port() -> int:
    with socket.create_server(("localhost", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def serving(post: Post, **how: Any) -> Iterator[Controller]:
    """A real SMTP server that hands its mails to `post`."""
    controller = Controller(post, hostname="localhost", port=free_port(), **how)
    controller.start()
    try:
        yield controller
    finally:
        controller.stop()


class AnyMailbox(Mailboxes):
    """Writes to people of other platforms too, whom the contract suite has."""

    def of(self, address: Address) -> str | None:
        return super().of(address) or f"{address.user}@contract.example"


@dataclass
class FakeLinks:
    """Makes numbered links."""

    numbers: count[int] = field(default_factory=count)
    broken: bool = False
    ended: list[Address] = field(default_factory=list)

    async def end(self, person: Address) -> None:
        self.ended.append(person)

    def name_of(self, person: Address) -> str:
        return f"door|{person.user}"

    async def people(self) -> list[Address]:
        return []

    async def end_all(self) -> None:
        self.ended.clear()

    def guest_url(self, secret: str) -> str:
        return f"{PUBLIC}/mail/coach/{secret}"

    async def make(self, person: Address, now: datetime) -> str:
        if self.broken:
            raise OSError
        return f"{PUBLIC}/mail/link/{next(self.numbers)}"


@dataclass
class OpenedMail:
    adapter: MailAdapter
    transcript: MailTranscript
    rows: MailRows
    post: Post
    links: FakeLinks
    clock: FakeClock
    desk: ScriptedDesk
    engine: AsyncEngine
    port: int


@asynccontextmanager
async def mail(
    folder: Path,
    *,
    mailboxes: Mailboxes | None = None,
    sealer: Sealer | None = None,
    clock: FakeClock | None = None,
    post: Post | None = None,
    url: str | None = None,
) -> AsyncIterator[OpenedMail]:
    clock, post, links = clock or FakeClock(), post or Post(), FakeLinks()
    engine = make_engine(url or sqlite_in(folder / "mail.db"))
    await make_tables(engine)
    rows = MailRows(engine, sealer or OpenSealer(), keyed_hash)
    transcript = MailTranscript(rows, lambda: 365, clock.now)
    with serving(post) as server:
        adapter = MailAdapter(
            transcript,
            Postman(SmtpServer("localhost", server.port), SENDER, keyed_hash, clock.now),
            links,
            mailboxes or AnyMailbox(),
            stop_address(PUBLIC, keyed_hash),
            now=clock.now,
        )
        desk = ScriptedDesk()
        adapter.desk = desk  # type: ignore[assignment]
        try:
            yield OpenedMail(
                adapter, transcript, rows, post, links, clock, desk, engine, server.port
            )
        finally:
            await rows.close()
            await engine.dispose()
