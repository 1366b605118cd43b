"""Makes the mails of guest coaches and hands them over: one attempt each, one outcome each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from adapters.mail.lines import line_mail
from adapters.mail.outbound import Letter, letter
from adapters.mail.outcomes import outcome_of, outcome_of_loss
from adapters.mail.outgoing import OUTGOING
from adapters.mail.smtp import LostError, SmtpServer, SmtpStage
from adapters.shared.sealed_rows import KeyedHash
from bot.chat import Message
from bot.domain.operator import SignIn
from bot.domain.people import Address
from bot.ports import HaltedError, NotSent, Outcome, last_look

# So many letters of a keyed hash are different for every message.
ID_LETTERS = 32
# Seconds for the last look before a mail leaves. Without an answer it does not leave.
LOOK_SECONDS = 10.0


class MakesLinks(Protocol):
    """Makes links that open the page, and ends them."""

    async def make(self, person: Address, now: datetime) -> str:
        """The address of a new link that opens the page once. `now` is UTC."""

    def guest_url(self, secret: str) -> str:
        """The address of the page on which a guest link is opened."""

    def name_of(self, person: Address) -> str:
        """The keyed hash by which a person's links and devices are found."""

    async def people(self) -> Sequence[Address]:
        """Everybody who has links or devices."""

    async def end_all(self) -> None:
        """Ends every link, and every device of everybody."""

    async def end(self, person: Address) -> None:
        """Ends every link of this person, and lets nobody in on their devices any more."""


class Postman:
    """`sender` is the e-mail address the mails come from."""

    def __init__(
        self,
        server: SmtpServer,
        sender: str,
        keyed_hash: KeyedHash,
        now: Callable[[], datetime],
    ) -> None:
        self._server = server
        self._sender = sender
        self._keyed_hash = keyed_hash
        self._now = now

    async def tell(
        self, mailbox: str, reference: str, language: str, link: str, stop: str
    ) -> Outcome:
        """Mails that something waits. Repeating a reference repeats the Message-ID."""
        OUTGOING.of("mail.waiting")
        return await self._send(mailbox, reference, language, link, stop)

    async def link(self, mailbox: str, reference: str, language: str, link: str) -> Outcome:
        """Mails the link that its reader has asked for."""
        OUTGOING.of("mail.link")
        return await self._send(mailbox, reference, language, link, None)

    async def line(self, mailbox: str, message: Message, reference: str) -> Outcome:
        """Mails a line that its client approved for whoever pays. It holds their words."""
        OUTGOING.of("mail.line")
        try:
            named = self._name_of(reference)
            content = line_mail(self._sender, mailbox, named, self._now(), message)
        except ValueError:
            # Not one address, or a header that `email` refuses: nothing has left.
            return NotSent("not_drawable")
        return await self._hand_over(mailbox, content, reference)

    async def sign_in(self) -> SignIn:
        """Asks the server now whether it takes the sign-in. Sends nothing. Never raises."""
        try:
            reply = await asyncio.to_thread(self._server.try_sign_in)
        except LostError as lost:
            if lost.tls:
                return SignIn(False, NOT_PROTECTED)
            return SignIn(None, "The mail server cannot be reached now.")
        except Exception:
            return SignIn(None, "The mail server cannot be asked now.")
        if reply.code < 400:
            return SignIn(True, "The mail server takes the sign-in.")
        if reply.stage is SmtpStage.LOGIN and reply.code >= 500:
            return SignIn(False, REFUSED)
        return SignIn(None, "The mail server does not take mail now.")

    async def _send(
        self, mailbox: str, reference: str, language: str, link: str, stop: str | None
    ) -> Outcome:
        named = self._name_of(reference)
        given = Letter(self._sender, mailbox, named, self._now(), language, link, stop)
        try:
            content = letter(given)
        except ValueError:
            # A header that `email` refuses: nothing has left.
            return NotSent("not_drawable")
        return await self._hand_over(mailbox, content, reference)

    def _name_of(self, reference: str) -> str:
        """The left part of a Message-ID: the same for the same reference."""
        return self._keyed_hash("mail.message", reference)[:ID_LETTERS]

    async def _hand_over(self, mailbox: str, content: bytes, reference: str) -> Outcome:
        hand_over = partial(self._server.hand_over, last_look=_looking())
        try:
            reply = await asyncio.to_thread(hand_over, self._sender, mailbox, content)
        except HaltedError as halted:
            return halted.outcome
        except LostError as lost:
            return outcome_of_loss(lost)
        return outcome_of(reply, reference)


REFUSED = "The mail server refuses HANDRAIL_MAIL_USER with its password. See docs/mail.md."
NOT_PROTECTED = "The mail server's TLS cannot be trusted, or it offers none: see HANDRAIL_MAIL_TLS."


def _looking() -> Callable[[], None]:
    """The last look of the message under way, for a thread: it asks this loop, and waits."""
    loop = asyncio.get_running_loop()
    return lambda: asyncio.run_coroutine_threadsafe(last_look(), loop).result(LOOK_SECONDS)
