"""The one way to an SMTP server: connect, protect the connection, sign in, hand a mail over."""

from __future__ import annotations

import smtplib
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import Literal

from bot.domain.outgoing import is_this_machine

# Seconds for one answer of the server, and for all of them until the mail's last line.
ANSWER_SECONDS = 15.0
DIALOGUE_SECONDS = 40.0
# Seconds for the answer after the last line: the server may look the whole mail over.
LAST_ANSWER_SECONDS = 60.0
GOODBYE_SECONDS = 2.0


class SmtpStage(IntEnum):
    """How far a mail came, in the order of RFC 5321."""

    CONNECT = 0
    GREETING = 1
    TLS = 2
    LOGIN = 3
    SENDER = 4
    RECIPIENT = 5
    DATA = 6
    CONTENT = 7
    # The last line has left: from here on the mail may have been taken.
    ENDED = 8


@dataclass(frozen=True, slots=True)
class SmtpReply:
    """The server's answer that decided. `status` is the enhanced code ("5.1.1") or ""."""

    stage: SmtpStage
    code: int
    status: str = ""


class LostError(OSError):
    """The connection ended, or never came to be. `stage` is how far the mail was."""

    def __init__(self, stage: SmtpStage, *, tls: bool = False) -> None:
        super().__init__(stage.name)
        self.stage = stage
        self.tls = tls


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mail is handed over. No repr shows the password.

    A password is sent over TLS alone, and to another machine everything is. `name` is how this
    machine calls itself; None lets it find out.
    """

    host: str
    port: int
    tls: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)
    name: str | None = None

    @contextmanager
    def connected(self) -> Iterator[smtplib.SMTP]:
        """A connection on which mail may be sent. It blocks: call it in a thread.

        Raises OSError; SMTPException is one.
        """
        server = self.reached()
        try:
            server.ehlo()
            if self.wants_starttls(server.has_extn("starttls")):
                server.starttls(context=self.context)
            if self.user:
                server.login(self.user, self.password)
            yield server
            server.quit()
        finally:
            server.close()

    def hand_over(
        self,
        sender: str,
        to: str,
        content: bytes,
        clock: Callable[[], float] = time.monotonic,
        last_look: Callable[[], None] = lambda: None,
    ) -> SmtpReply:
        """Hands one mail over, in one attempt. `content` has CRLF line ends. It blocks.

        `last_look` is called right before the line with which the mail leaves, and what it raises
        is raised on. Raises LostError where the server did not answer.
        """
        return _Dialogue(self, clock, last_look).run(partial(_mail, sender, to, content))

    def try_sign_in(self) -> SmtpReply:
        """Goes as far as the sign-in, and leaves again. Raises LostError."""
        return _Dialogue(self, time.monotonic).run(lambda *_: SmtpReply(SmtpStage.LOGIN, 235))

    def reached(self) -> smtplib.SMTP:
        """A connection on which nothing was said yet. Raises OSError."""
        if self.tls == "tls":
            return smtplib.SMTP_SSL(
                self.host, self.port, self.name, timeout=ANSWER_SECONDS, context=self.context
            )
        return smtplib.SMTP(self.host, self.port, self.name, timeout=ANSWER_SECONDS)

    def wants_starttls(self, offered: bool) -> bool:
        """True if the connection has to be protected now, or may be."""
        if self.tls != "starttls":
            return False
        return bool(self.user) or not is_this_machine(self.host) or offered


class _Dialogue:
    """One conversation with the server. It notes how far it came, so that no end is guessed."""

    def __init__(
        self,
        server: SmtpServer,
        clock: Callable[[], float],
        last_look: Callable[[], None] = lambda: None,
    ) -> None:
        self.last_look = last_look
        self._server = server
        self._clock = clock
        self._ends = clock() + DIALOGUE_SECONDS
        self._stage = SmtpStage.CONNECT

    def run(self, then: Callable[[_Dialogue, smtplib.SMTP], SmtpReply]) -> SmtpReply:
        """Signs in, and goes on with `then`. Returns the answer that decided."""
        try:
            smtp = self._server.reached()
        except smtplib.SMTPConnectError as refused:
            self._stage = SmtpStage.GREETING
            return self.reply(refused.smtp_code, refused.smtp_error)
        except (OSError, ValueError) as problem:
            raise LostError(self._stage, tls=isinstance(problem, ssl.SSLError)) from None
        try:
            return self._sign_in(smtp) or then(self, smtp)
        except (OSError, ValueError) as problem:
            # smtplib's own errors are OSErrors, and some of them quote the server.
            tls = isinstance(problem, ssl.SSLError) and self._stage is SmtpStage.TLS
            raise LostError(self._stage, tls=tls) from None
        finally:
            with suppress(OSError):
                smtp.close()

    def reach(self, stage: SmtpStage, smtp: smtplib.SMTP, seconds: float = ANSWER_SECONDS) -> None:
        """Raises TimeoutError where the time is up, before the stage begins."""
        if self._clock() >= self._ends:
            raise TimeoutError
        self._stage = stage
        if smtp.sock is not None:
            smtp.sock.settimeout(seconds)

    def reply(self, code: int, text: bytes | str) -> SmtpReply:
        told = text.decode("ascii", "replace") if isinstance(text, bytes) else text
        first = told.split(maxsplit=1)[0] if told.split() else ""
        return SmtpReply(self._stage, code, first if _is_status(first) else "")

    def _sign_in(self, smtp: smtplib.SMTP) -> SmtpReply | None:
        """Protects the connection and signs in. Returns the answer that forbids to go on."""
        self.reach(SmtpStage.GREETING, smtp)
        code, text = smtp.ehlo()
        if code != 250:
            code, text = smtp.helo()
        if code != 250:
            return self.reply(code, text)
        self.reach(SmtpStage.TLS, smtp)
        if self._server.wants_starttls(smtp.has_extn("starttls")):
            if not smtp.has_extn("starttls"):
                raise ssl.SSLError("none is offered")
            code, text = smtp.starttls(context=self._server.context)
            if code != 220:
                return self.reply(code, text)
        self.reach(SmtpStage.LOGIN, smtp)
        return self._log_in(smtp) if self._server.user else None

    def _log_in(self, smtp: smtplib.SMTP) -> SmtpReply | None:
        try:
            smtp.login(self._server.user, self._server.password)
        except smtplib.SMTPAuthenticationError as refused:
            return self.reply(refused.smtp_code, refused.smtp_error)
        except smtplib.SMTPNotSupportedError:
            # It asks nobody to sign in, so the setting is wrong.
            return SmtpReply(self._stage, 535)
        return None


def _mail(
    sender: str, to: str, content: bytes, dialogue: _Dialogue, smtp: smtplib.SMTP
) -> SmtpReply:
    """Hands one mail over on a connection that is signed in."""
    steps: tuple[tuple[SmtpStage, Callable[[], tuple[int, bytes]]], ...] = (
        (SmtpStage.SENDER, lambda: smtp.mail(sender)),
        (SmtpStage.RECIPIENT, lambda: smtp.rcpt(to)),
        (SmtpStage.DATA, lambda: smtp.docmd("DATA")),
    )
    for stage, step in steps:
        dialogue.reach(stage, smtp)
        code, text = step()
        if not (code == 354 if stage is SmtpStage.DATA else 200 <= code < 300):
            return dialogue.reply(code, text)
    dialogue.reach(SmtpStage.CONTENT, smtp)
    smtp.send(_stuffed(content))
    dialogue.last_look()
    # Without the last line the server may take nothing (RFC 5321, 4.1.1.4).
    dialogue.reach(SmtpStage.ENDED, smtp, LAST_ANSWER_SECONDS)
    smtp.send(b".\r\n")
    reply = dialogue.reply(*smtp.getreply())
    _say_goodbye(smtp)
    return reply


def _say_goodbye(smtp: smtplib.SMTP) -> None:
    with suppress(OSError):
        if smtp.sock is not None:
            smtp.sock.settimeout(GOODBYE_SECONDS)
        smtp.quit()


def _is_status(text: str) -> bool:
    """True for an enhanced code of RFC 3463, such as 5.1.1."""
    parts = text.split(".")
    return len(parts) == 3 and parts[0] in ("2", "4", "5") and all(p.isdigit() for p in parts[1:])


def _stuffed(content: bytes) -> bytes:
    """The mail as it may stand before the last line: a dot at the head of a line is doubled."""
    whole = content if content.endswith(b"\r\n") else content + b"\r\n"
    dotted = whole.replace(b"\r\n.", b"\r\n..")
    return b"." + dotted if dotted.startswith(b".") else dotted
