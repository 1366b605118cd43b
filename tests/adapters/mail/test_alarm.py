"""The alarm's e-mail, sent to a real SMTP server on loopback."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from smtplib import SMTPAuthenticationError, SMTPNotSupportedError

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from adapters.mail.alarm import Mail

SINCE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Inbox:
    """The mails that an SMTP server got, and who was signed in."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.logins: list[tuple[bytes, bytes]] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"

    def log_in(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, auth: object
    ) -> AuthResult:
        assert isinstance(auth, LoginPassword)
        self.logins.append((auth.login, auth.password))
        return AuthResult(success=auth.password == b"p@ss", handled=False)


def free_port() -> int:
    with socket.create_server(("localhost", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture(scope="module")
def ours() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server(inbox: Inbox, ours: trustme.CA) -> Iterator[Controller]:
    """A server that wants a sign-in, and only after STARTTLS."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ours.issue_cert("localhost").configure_cert(context)
    controller = Controller(
        inbox,
        hostname="localhost",
        port=free_port(),
        tls_context=context,
        authenticator=inbox.log_in,
        auth_required=True,
        auth_require_tls=True,
    )
    controller.start()
    yield controller
    controller.stop()


def mail_to(server: Controller, ours: trustme.CA, password: str = "p%40ss") -> Mail:
    context = ssl.create_default_context()
    ours.configure_trust(context)
    whole = Mail.at("admin@example.org", f"smtp://bot:{password}@localhost:{server.port}")
    return Mail(whole.to, replace(whole.server, context=context))


async def test_the_alarm_arrives_and_says_since_when_and_nothing_of_anybody(
    server: Controller, inbox: Inbox, ours: trustme.CA
) -> None:
    await mail_to(server, ours).raised(SINCE)
    assert inbox.logins == [(b"bot", b"p@ss")]
    (mail,) = inbox.mails
    assert (mail["To"], mail["Subject"]) == ("admin@example.org", "Handrail cannot send")
    assert "since 2026-11-23 12:00 UTC." in mail.get_content()
    assert mail["Auto-Submitted"] == "auto-generated"


async def test_its_end_arrives_too(server: Controller, inbox: Inbox, ours: trustme.CA) -> None:
    await mail_to(server, ours).over(SINCE, SINCE.replace(hour=14))
    assert "From 2026-11-23 12:00 UTC to 2026-11-23 14:00 UTC" in inbox.mails[0].get_content()


async def test_a_server_that_nobody_vouches_for_gets_no_password(
    server: Controller, inbox: Inbox, ours: trustme.CA
) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        await mail_to(server, trustme.CA()).raised(SINCE)
    assert inbox.logins == []


async def test_a_refused_password_is_an_error_that_does_not_hold_it(
    server: Controller, inbox: Inbox, ours: trustme.CA
) -> None:
    with pytest.raises(SMTPAuthenticationError) as refused:
        await mail_to(server, ours, "zebra").raised(SINCE)
    assert "zebra" not in str(refused.value)
    assert inbox.mails == []


async def test_another_machine_gets_nothing_without_tls_and_this_one_may(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Controller(inbox, hostname="localhost", port=free_port())
    plain.start()
    mail = Mail.at("admin@example.org", f"smtp://localhost:{plain.port}")
    await mail.raised(SINCE)
    assert len(inbox.mails) == 1
    monkeypatch.setattr("adapters.mail.smtp.is_this_machine", lambda host: False)
    with pytest.raises(SMTPNotSupportedError):
        await mail.raised(SINCE)
    assert len(inbox.mails) == 1
    plain.stop()


@pytest.mark.parametrize("url", ["http://localhost", "smtp://", "localhost:25", ""])
def test_what_is_no_mail_server_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP"):
        Mail.at("admin@example.org", url)


def test_a_password_does_not_show() -> None:
    assert "zebra" not in repr(Mail.at("admin@example.org", "smtps://bot:zebra@mail.example.org"))
