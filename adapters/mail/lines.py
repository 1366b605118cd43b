"""Pure: the one mail that holds a person's words, as a client approved it for whoever pays.

Its headers hold nothing of the client: not the name, and no word. The name of whoever pays stands
in no header either, so that nothing a coach typed can become one.
"""

from __future__ import annotations

from datetime import datetime

from adapters.mail.outbound import envelope
from bot.chat import Message
from bot.domain.sponsoring.sponsor import is_mailbox
from bot.plain import to_plain


class NotOneMailboxError(ValueError):
    """The text is not exactly one mail address. The error never quotes it."""


def line_mail(sender: str, mailbox: str, named: str, at: datetime, message: Message) -> bytes:
    """The whole mail, as it is handed over to a server.

    `named` is the left part of its Message-ID, and `at` its date (UTC). Raises NotOneMailboxError.
    """
    if not is_mailbox(mailbox):
        raise NotOneMailboxError("not one mail address")
    mail = envelope(sender, mailbox, named, at, message.summary)
    mail.set_content(to_plain(message) + "\n", cte="quoted-printable")
    # Setting the content takes such a header away, so it comes after it.
    mail["Content-Language"] = message.language
    return mail.as_bytes()
