"""Guest coaches by mail: a message waits on their page, and a mail without content says so.

A mail that has left can be taken back by nobody, so one to a coach holds nothing: no name, no word,
no kind of message. What it is about stands in the transcript, which the page shows, and which
`edit` and `clear` reach. Mails are told apart by their Message-ID; whether one arrived, no server
tells later. `write_line` is for whoever pays, and holds what a client approved for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from adapters.mail.addresses import PLATFORM, Mailboxes, NotAMailboxError, address_of
from adapters.mail.ending import EndsMail
from adapters.mail.outgoing import OUTGOING
from adapters.mail.page.needs import ChatEntry
from adapters.mail.postman import MakesLinks, Postman
from adapters.mail.transcript import MailTranscript, Waits
from adapters.shared.answers import AnswersShown
from bot.chat import Event, Message
from bot.domain.operator import SignIn
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Desk, NotSent, Outcome, Own, Sent, Unknown

SOON = timedelta(minutes=1)
DEFAULT = "en"
# How many mails may leave in one go, before the pace counts.
BURST = 5

log = structlog.get_logger()


class MailAdapter(EndsMail):
    """The `Answering` port. Set `desk` before anything is served.

    `stop_at` makes the address that ends all mail to a person, from their name in the transcript.
    """

    platform = PLATFORM
    # A mail server tells nothing of a mail that it took.
    looks_up = False
    desk: Desk

    def __init__(
        self,
        transcript: MailTranscript,
        postman: Postman,
        links: MakesLinks,
        mailboxes: Mailboxes,
        stop_at: Callable[[str], str],
        *,
        per_minute: int = 30,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.pace: Pace | None = Pace(per_second=per_minute / 60, burst=BURST)
        self._transcript = transcript
        self._postman = postman
        self._links = links
        self._mailboxes = mailboxes
        self._stop_at = stop_at
        self._now = now
        self._answers = AnswersShown(self.platform)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        """Puts the message on the page and mails that it waits. One mail an hour is enough."""
        mailbox = self._mailboxes.of(to)
        if mailbox is None:
            return NotSent("not_allowed")
        OUTGOING.of("page")
        try:
            begun = await self._transcript.begin(to, reference, message)
            told = await self._transcript.was_told(to)
        except Exception as problem:
            log.error("not_begun", error=type(problem).__name__)
            return NotSent("not_kept", SOON)
        if begun is not Waits.NEW:
            return Sent(reference) if begun is Waits.SHOWN else Unknown("interrupted")
        outcome = Sent(reference) if told else await self._mailed(to, mailbox, reference, message)
        return await self._settled(to, reference, outcome, mailed=not told)

    async def write_line(self, mailbox: str, message: Message, reference: str) -> Outcome:
        """Mails a client's approved line to whoever pays: the whole message, to no guest coach."""
        return await self._postman.line(mailbox, message, reference)

    async def find(self, to: Address, reference: str) -> Outcome:
        """A message that still waits may have been mailed: it is Unknown, and shown from now on."""
        try:
            state = await self._transcript.state(to, reference)
            if state is Waits.WAITING:
                await self._transcript.show(to, reference)
        except SQLAlchemyError as problem:
            raise OSError(type(problem).__name__) from None
        match state:
            case None:
                return NotSent("not_found")
            case Waits.SHOWN:
                return Sent(reference)
        return Unknown("interrupted")

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """Changes what the page shows, and mails nothing."""
        OUTGOING.of("page")
        edited = await self._transcript.edit(to, posted, message)
        return Sent(posted) if edited else NotSent("gone")

    async def clear(self, to: Address, which: Own) -> None:
        """Removes it from the page, and from older copies of the database. Never raises.

        Where nothing narrows it, their links and devices end too. The mails stay where they are,
        and hold nothing.
        """
        try:
            if which == Own():
                await self._links.end(to)
            await self._transcript.clear(to, which)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        """Does nothing: the page draws what is about a person each time it is opened."""

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        """Adds the answer to the page, and mails nothing: the person is there. Never raises."""
        for number, message in enumerate(messages):
            try:
                await self._answer(event, number, message)
            except Exception as problem:
                self._answers.broke(problem)

    @property
    def answers_fail(self) -> bool:
        return self._answers.fail

    async def sign_in(self) -> SignIn:
        """See `SigningIn.sign_in`."""
        return await self._postman.sign_in()

    def guest_url(self, secret: str) -> str:
        """See `bot.ports.GuestDoor`."""
        return self._links.guest_url(secret)

    async def history(self, person: Address) -> Sequence[ChatEntry]:
        """What the page shows of a chat, oldest first."""
        return await self._transcript.history(person)

    async def add_own(self, person: Address, entry_id: str, words: Words, at: datetime) -> None:
        """Adds what the person wrote, or the label of what they pressed. The same id: no change."""
        await self._transcript.add_own(person, entry_id, words, at)

    async def meets(self, person: Address, language: str = "") -> None:
        """Stores a guest coach whose address has just been given by its owner."""
        await self._transcript.meets(person, language)

    def allows(self, person: Address) -> bool:
        """Tells whether mail may go to this address at all."""
        return self._mailboxes.of(person) is not None

    async def known(self, typed: str) -> Address | None:
        """The guest coach of an e-mail address as somebody typed it, if there is one."""
        try:
            address = address_of(typed)
        except NotAMailboxError:
            return None
        guest = await self._transcript.guest(address)
        return guest.address if guest is not None and self.allows(address) else None

    async def mail_link(self, person: Address, url: str, language: str) -> None:
        """Mails one link that its reader has asked for, and nothing else.

        `language` (BCP 47) is for whom nobody knows one of. Raises OSError when it is not taken.
        """
        mailbox = self._mailboxes.of(person)
        if mailbox is None:
            raise OSError("not_allowed")
        guest = await self._transcript.guest(person)
        spoken = (guest.language if guest else "") or language or DEFAULT
        outcome = await self._postman.link(mailbox, url, spoken, url)
        if isinstance(outcome, NotSent):
            raise OSError(outcome.reason)

    async def _mailed(self, to: Address, mailbox: str, reference: str, message: Message) -> Outcome:
        try:
            link = await self._links.make(to, self._now())
            stop = self._stop_at(self._transcript.name_of(to))
        except Exception as problem:
            log.error("no_link", error=type(problem).__name__)
            return NotSent("no_link", SOON)
        spoken = message.language or DEFAULT
        return await self._postman.tell(mailbox, reference, spoken, link, stop)

    async def _settled(
        self, to: Address, reference: str, outcome: Outcome, *, mailed: bool
    ) -> Outcome:
        """Shows the message, or takes it back where certainly no mail left.

        Where that fails the mail may be the only one to know, so the outcome is Unknown.
        """
        try:
            if isinstance(outcome, NotSent):
                await self._transcript.take_back(to, reference)
            else:
                left = mailed and isinstance(outcome, Sent)
                await self._transcript.show(to, reference, mailed=left)
        except Exception as problem:
            log.error("not_shown", error=type(problem).__name__)
            return outcome if isinstance(outcome, NotSent) else Unknown("not_shown")
        return outcome

    async def _answer(self, event: Event, number: int, message: Message) -> None:
        OUTGOING.of("page")
        await self._transcript.answer(event.sender, f"answer:{event.id}:{number}", message)
        self._answers.note(Sent(event.id))
        if message.reference is not None:
            await self.desk.posted(event.sender, message.reference, message.reference)
