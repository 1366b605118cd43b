"""The address in `List-Unsubscribe`: a mail program posts there, and everything is off (RFC 8058).

A GET changes nothing, because scanners open every address of a mail; it shows one button.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from html import escape

from aiohttp import web

from adapters.mail.adapter import MailAdapter
from adapters.mail.inbound import stop_token, stopped, stopping
from adapters.mail.transcript import Guest, MailTranscript
from adapters.shared.sealed_rows import KeyedHash
from bot.text import catalogue

STOP = "/mail/stop/"
CSP = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<main>
<h1>{title}</h1>
<p>{text}</p>
{button}</main>
"""
BUTTON = '<form method="post"><button>{label}</button></form>\n'


def stop_address(public: str, keyed_hash: KeyedHash) -> Callable[[str], str]:
    """Makes the address from a person's name in the transcript. `public` is the server's own."""
    return lambda person: f"{public}{STOP}{stop_token(person, keyed_hash)}"


class OneClick:
    """Mount `routes` on the server. The adapter's `desk` is set by then."""

    def __init__(
        self, adapter: MailAdapter, transcript: MailTranscript, keyed_hash: KeyedHash
    ) -> None:
        self._adapter = adapter
        self._transcript = transcript
        self._keyed_hash = keyed_hash

    def routes(self, app: web.Application) -> None:
        app.router.add_get(STOP + "{token}", self._ask)
        app.router.add_post(STOP + "{token}", self._stop)

    async def _ask(self, request: web.Request) -> web.Response:
        _, guest = await self._found(request)
        if guest is None:
            return _said(None, "mail-stopped")
        return _said(guest, "mail-stop-ask", button="mail-stop-button")

    async def _stop(self, request: web.Request) -> web.Response:
        """Raises what the store raises, so that the mail program posts again.

        Who is not known gets the same answer: nothing will be mailed to them.
        """
        person, guest = await self._found(request)
        if guest is not None:
            event = stopped(guest.address, person, guest.language, datetime.now(UTC))
            await self._adapter.desk.accept(event)
        return _said(guest, "mail-stopped")

    async def _found(self, request: web.Request) -> tuple[str, Guest | None]:
        person = stopping(request.match_info["token"], self._keyed_hash)
        return person or "", await self._transcript.guest_of(person) if person else None


def _said(guest: Guest | None, text: str, button: str | None = None) -> web.Response:
    say = catalogue((guest.language if guest else "") or "en")
    shown = BUTTON.format(label=escape(say(button))) if button else ""
    page = PAGE.format(
        language=escape(say.language),
        title=escape(say("mail-stop-title")),
        text=escape(say(text)),
        button=shown,
    )
    headers = {"Content-Security-Policy": CSP}
    return web.Response(text=page, content_type="text/html", charset="utf-8", headers=headers)
