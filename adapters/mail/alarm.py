"""The alarm by e-mail, because the chat itself may be what is broken."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import formatdate
from typing import Self
from urllib.parse import unquote, urlsplit

from adapters.mail.outgoing import OUTGOING
from adapters.mail.smtp import SmtpServer

PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Mail:
    """The `Alarm` port, on a server of its own or on that of the guest coaches' mail."""

    to: str
    server: SmtpServer

    @classmethod
    def at(cls, to: str, url: str) -> Self:
        """Raises ValueError for an address that is neither smtp:// nor smtps://."""
        found = urlsplit(url)
        if found.scheme not in PORTS or not found.hostname:
            raise ValueError("not an address of an SMTP server")
        server = SmtpServer(
            found.hostname,
            found.port or PORTS[found.scheme],
            "tls" if found.scheme == "smtps" else "starttls",
            unquote(found.username or ""),
            unquote(found.password or ""),
        )
        return cls(to, server)

    async def raised(self, since: datetime, platform: str | None = None) -> None:
        """Says that nothing has left since then (UTC), at all or to one platform.

        Raises OSError when the mail is not taken; SMTPException is one.
        """
        if platform is not None:
            await self._send(
                "alarm.raised", f"Handrail cannot reach {platform.title()}", _of(since, platform)
            )
            return
        text = (
            f"Handrail has been unable to send anything since {_moment(since)}.\n\n"
            "What is due waits inside its window and is dropped after it; nothing is sent late, "
            "and nothing twice.\nOn the machine, `handrail doctor` says more. "
            "Nothing in this mail is about anybody.\n"
        )
        await self._send("alarm.raised", "Handrail cannot send", text)

    async def over(self, since: datetime, until: datetime, platform: str | None = None) -> None:
        """Says that messages leave again. Raises OSError when the mail is not taken."""
        if platform is not None:
            name = platform.title()
            text = f"From {_moment(since)} to {_moment(until)} {name} did not work. Now it does.\n"
            await self._send("alarm.over", f"Handrail reaches {name} again", text)
            return
        text = f"From {_moment(since)} to {_moment(until)} nothing could be sent. Now it can.\n"
        await self._send("alarm.over", "Handrail sends again", text)

    async def clock_doubted(self, since: datetime, sentence: str) -> None:
        """Says that the clocks are in doubt. Raises OSError when the mail is not taken."""
        text = (
            f"{sentence}\n\nSee that the machine's clock is right. If it is, nothing needs to be "
            "done: what waits is done afterwards. If it is not, set it right: nothing is lost. On "
            "the machine, `handrail doctor` says more. Nothing in this mail is about anybody.\n"
        )
        await self._send("alarm.raised", "Handrail doubts the clock", text)

    async def clock_trusted(self, since: datetime, until: datetime) -> None:
        """Says that it is over. Raises OSError when the mail is not taken."""
        text = f"From {_moment(since)} the clocks were in doubt. Now all goes on.\n"
        await self._send("alarm.over", "Handrail trusts the clock again", text)

    async def _send(self, listed: str, subject: str, text: str) -> None:
        """`listed` is its name in the table `outgoing`. Raises UnlistedMethodError."""
        OUTGOING.of(listed)
        mail = EmailMessage()
        mail["Subject"], mail["To"], mail["From"] = subject, self.to, self.to
        mail["Date"] = formatdate()
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(text)
        await asyncio.to_thread(self._hand_over, mail)

    def _hand_over(self, mail: EmailMessage) -> None:
        with self.server.connected() as server:
            server.send_message(mail)


def _of(since: datetime, platform: str) -> str:
    name = platform.title()
    return (
        f"Since {_moment(since)} {name} has not taken what Handrail sends: it refuses the "
        "credentials, cannot be reached, or does not show the answers.\n\n"
        "Meanwhile people there write and may get no answer. On the machine, `handrail doctor` "
        "says what is wrong and what to do. Nothing in this mail is about anybody.\n"
    )


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
