"""Pure: the mails of the platform. None says anything of a message, of its sender or of a name.

Every header is checked by Python's own `email`, which refuses line ends, and the only text from
outside in a mail is the address it goes to, in its one spelling (`addresses`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.text import catalogue

# RFC 5322's longest line. `email` would encode a link that is longer than a shorter one.
POLICY = SMTP.clone(max_line_length=998)


@dataclass(frozen=True, slots=True, repr=False)
class Letter:
    """The facts of one mail. `id` is the left part of its Message-ID, and `at` its date (UTC).

    `link` is the one address in it. `stop` is the address that ends all further mail, for the mails
    that leave by themselves; None for one that its reader has just asked for.
    """

    sender: str
    to: str
    id: str
    at: datetime
    language: str
    link: str
    stop: str | None = None


def letter(given: Letter) -> bytes:
    """The whole mail, as it is handed over."""
    say = catalogue(given.language)
    subject = say("mail-link-subject" if given.stop is None else "mail-subject")
    mail = envelope(given.sender, given.to, given.id, given.at, subject)
    if given.stop is not None:
        # RFC 8058: the mail program's own button posts there, and that is all it takes.
        mail["List-Unsubscribe"] = f"<{given.stop}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(_text(given), cte="quoted-printable")
    mail["Content-Language"] = say.language
    return mail.as_bytes()


def envelope(sender: str, to: str, named: str, at: datetime, subject: str) -> EmailMessage:
    """A mail with the headers that every mail to a reader has, and no content yet.

    `named` is the left part of its Message-ID, the same for the same reference, so that a repeat is
    recognised. `at` is its date (UTC). Raises ValueError for a header that `email` refuses.
    """
    mail = EmailMessage(policy=POLICY)
    mail["Subject"] = subject
    mail["From"], mail["To"] = sender, to
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{named}@{sender.rpartition('@')[2]}>"
    # RFC 3834, and the same for Exchange: no holiday note answers this.
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    return mail


def _text(given: Letter) -> str:
    say = catalogue(given.language)
    if given.stop is None:
        parts = (say("mail-link-text"), given.link, say("mail-link-lasts"), say("mail-not-asked"))
    else:
        stop = say("mail-stop-here", link=given.stop)
        parts = (say("mail-waiting"), given.link, say("mail-link-lasts"), stop)
    return "\n\n".join(parts) + "\n"
