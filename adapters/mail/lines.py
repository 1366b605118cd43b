"""Pure: the one mail that holds a person's words, as a client approved it for whoever pays.

Its headers hold nothing of the client: not the name, and no word. The name of whoever pays stands
in no header either, so that nothing a coach typed can become one.
"""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.chat import Message
from bot.domain.sponsoring.sponsor import is_mailbox
from bot.plain import to_plain

# RFC 5322's longest line.
POLICY = SMTP.clone(max_line_length=998)


class NotOneMailboxError(ValueError):
    """The text is not exactly one mail address. The error never quotes it."""


def line_mail(sender: str, mailbox: str, named: str, at: datetime, message: Message) -> bytes:
    """The whole mail, as it is handed over to a server.

    `named` is the left part of its Message-ID, and `at` its date (UTC). Raises NotOneMailboxError.
    """
    if not is_mailbox(mailbox):
        raise NotOneMailboxError("not one mail address")
    mail = EmailMessage(policy=POLICY)
    mail["Subject"] = message.summary
    mail["From"], mail["To"] = sender, mailbox
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{named}@{sender.rpartition('@')[2]}>"
    # RFC 3834, and the same for Exchange: no holiday note answers this.
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(to_plain(message) + "\n", cte="quoted-printable")
    # Setting the content takes such a header away, so it comes after it.
    mail["Content-Language"] = message.language
    return mail.as_bytes()
