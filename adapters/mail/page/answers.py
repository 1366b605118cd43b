"""What the routes of the page share: a form that came in, and the answer as HTML."""

from __future__ import annotations

from aiohttp import web

from adapters.mail.page.gestures import Sent, sent_in
from adapters.mail.page.guard import HEADERS, asked_in, refuse
from adapters.shared.json_values import NotUnderstoodError, TooLongError

FORM = "application/x-www-form-urlencoded"


def html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", headers=HEADERS)


async def sent_with(request: web.Request) -> Sent:
    """The values of the form. Raises HTTPBadRequest, and HTTPRequestEntityTooLarge."""
    if request.content_type != FORM:
        raise web.HTTPUnsupportedMediaType
    say = asked_in(request)
    body = await request.read()
    try:
        return sent_in(body)
    except TooLongError:
        raise web.HTTPRequestEntityTooLarge(0, len(body), text=say("mail-page-too-long")) from None
    except NotUnderstoodError:
        refuse("form")
        raise web.HTTPBadRequest(text=say("mail-page-not-read")) from None


def see(base: str, path: str, fragment: str = "") -> web.Response:
    """Leads to another part of the page, never to an address that a request has named."""
    to = f"{base}{path}" + (f"#{fragment}" if fragment else "")
    return web.Response(status=303, headers={"Location": to, **HEADERS})
