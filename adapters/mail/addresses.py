"""Pure: an e-mail address as the address of a person, and back. What does not fit is refused.

One mailbox has one spelling here, so that a guest coach is found again however they write it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.domain.people import Address

PLATFORM = "mail"
# There is one mail server, so there is one workspace: its pace counts for everybody.
WORKSPACE = "mail"
# RFC 5321 4.5.3.1: the longest a path may be, without its brackets; and its two parts.
LONGEST = 254
LOCAL = re.compile(r"[a-z0-9!#$%&'*+=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+=?^_`{|}~-]+)*")
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


class NotAMailboxError(ValueError):
    """The text is no e-mail address. The error never quotes it."""


def address_of(text: str) -> Address:
    """The person's address for an e-mail address that somebody typed.

    Raises NotAMailboxError. A quoted local part, a slash in it, and letters outside ASCII before
    the @ are refused: few servers take them, and each has a second spelling.
    """
    return Address(PLATFORM, WORKSPACE, canonical(text))


def canonical(text: str) -> str:
    """The one spelling of an e-mail address: small letters, the domain in ASCII (IDNA).

    Raises NotAMailboxError.
    """
    local, at, domain = text.strip().lower().rpartition("@")
    found = f"{local}@{ascii_domain(domain)}"
    if not at or len(found) > LONGEST or len(local) > 64 or not LOCAL.fullmatch(local):
        raise NotAMailboxError("not an e-mail address")
    return found


def ascii_domain(text: str) -> str:
    """A domain's name in small ASCII letters. Raises NotAMailboxError."""
    try:
        domain = text.strip().lower().encode("idna").decode("ascii")
    except UnicodeError:
        raise NotAMailboxError("not an e-mail address") from None
    labels = domain.split(".")
    if len(labels) < 2 or not all(map(LABEL.fullmatch, labels)) or labels[-1].isdigit():
        raise NotAMailboxError("not an e-mail address")
    return domain


class Mailboxes:
    """The mailboxes that may be written to. Without `domains` every domain is allowed."""

    def __init__(self, domains: Collection[str] = ()) -> None:
        self._domains = frozenset(map(ascii_domain, domains))

    def of(self, address: Address) -> str | None:
        """The e-mail address behind an address; None for one that may not be written to."""
        try:
            mailbox = canonical(address.user)
        except NotAMailboxError:
            return None
        return mailbox if mailbox == address.user and self.allows(mailbox) else None

    def allows(self, mailbox: str) -> bool:
        """Tells whether the setting allows the domain of a canonical e-mail address."""
        return not self._domains or mailbox.rpartition("@")[2] in self._domains
