"""Who pays for a coaching, and one line that a client lets them read.

A sponsor never signs in: they are a name and a mail address, and get what a client approved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.domain.foreign import one_line
from bot.domain.words import Words

# RFC 5321, 4.5.3.1. What few servers take is refused: a quoted local part, letters outside ASCII.
LONGEST_ADDRESS = 254
LONGEST_LOCAL = 64
LONGEST_SPONSOR = 80
MOST_SESSIONS = 999
_ATOM = r"[A-Za-z0-9!#$%&'*+=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who pays: a name on one line, and one mail address. A client reads both as they are."""

    name: Words
    address: Words

    @property
    def text(self) -> str:
        """Both in one text that no other two have: what a client's yes is for."""
        return f"{len(self.name.text)}:{self.name.text}{self.address.text}"


@dataclass(frozen=True, slots=True)
class SponsorLine:
    """One line for a sponsor, exactly as the client previews it.

    `client` is the client's name in it, `language` (BCP 47) that of its sentences, and `sessions`
    the number that the client wrote, or None. It leaves only to this `sponsor`.
    """

    id: str
    engagement_id: str
    client_id: str
    sponsor: Sponsor
    client: Words
    sentence: Words
    sessions: int | None
    language: str
    at: datetime
    until: datetime

    @property
    def text(self) -> str:
        """All that the client approves, in one text that no other line has."""
        said = (self.client.text, self.sentence.text, str(self.sessions), self.language)
        parts = (self.sponsor.text, *said)
        return "".join(f"{len(part)}:{part}" for part in parts)


def read_sponsor(name: str, address: str) -> Sponsor | None:
    """The sponsor that two typed lines name. None if one of them cannot be one.

    An address is one mailbox and nothing else, so that no header and no second reader can be in it.
    """
    shown, mailbox = one_line(name), address.strip()
    if not 1 <= len(shown) <= LONGEST_SPONSOR or not is_mailbox(mailbox):
        return None
    return Sponsor(Words(shown), Words(mailbox))


def is_mailbox(text: str) -> bool:
    """Tells whether a text is exactly one mail address."""
    local, _, domain = text.rpartition("@")
    short = len(text) <= LONGEST_ADDRESS and len(local) <= LONGEST_LOCAL
    return short and _ADDRESS.fullmatch(text) is not None and not domain.split(".")[-1].isdigit()


def read_sessions(text: str) -> tuple[int | None, bool]:
    """The number that a client wrote, or None for an empty field; and whether it can be read."""
    bare = text.strip()
    if not bare:
        return None, True
    number = int(bare) if bare.isdecimal() and len(bare) <= len(str(MOST_SESSIONS)) else 0
    return (number, True) if number >= 1 else (None, False)
