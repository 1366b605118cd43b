"""What the page needs of the platform whose page it is: the chat that it shows, and one mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.chat import Event, Message
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Desk


@dataclass(frozen=True, slots=True, repr=False)
class ChatEntry:
    """One thing in a chat, sent at `at` (UTC): a message of the bot's, or what the person did.

    `id` names it within the chat; it is made of letters, digits, `-`, `_`, `.` and `:`.
    """

    id: str
    at: datetime
    what: Message | Words


class ChatOfPage(Protocol):
    """The chats, as the platform keeps them: sealed."""

    async def history(self, person: Address) -> Sequence[ChatEntry]:
        """All entries of one chat, oldest first. Those that can no longer be read are left out."""

    async def add_own(self, person: Address, entry_id: str, words: Words, at: datetime) -> None:
        """Adds what the person wrote, or the label of what they pressed. The same id: no change."""


class PlatformOfPage(Protocol):
    """The adapter. `desk` is set before anything is served."""

    desk: Desk

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        """Adds the answer to the chat, and mails nothing: the person is here. Never raises."""


class MailsLinks(Protocol):
    """Finds people by their mail address, and mails them the way in."""

    async def known(self, typed: str) -> Address | None:
        """The person of this mail address, if there is one."""

    async def mail_link(self, person: Address, url: str, language: str) -> None:
        """Mails one link, and nothing else. `language` (BCP 47) is for whom nobody knows one of.

        Raises OSError when the mail is not taken.
        """

    def allows(self, person: Address) -> bool:
        """Tells whether mail may go to this address at all."""
