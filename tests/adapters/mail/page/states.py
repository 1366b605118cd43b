"""Every state of the page of guest coaches, by its name: how a browser comes to see it."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable
from datetime import timedelta

from playwright.async_api import Page

from adapters.mail.page.new_links import MOST_A_MINUTE
from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
    Document,
    Form,
    Heading,
    ManyField,
    Message,
    Option,
    Quote,
    Text,
    TextField,
)
from bot.domain.words import Words
from tests.adapters.mail.page.opened import ANA, GUEST_LINK, OpenedPage

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
WEEK = tuple(Option(str(day), f"Day {day}") for day in range(7))
FORM = Form(
    "note",
    (
        TextField("text", "Your words", Words("As I said"), "Anything", multiline=True),
        TextField("code", "A code", placeholder="ABCD-EFGH"),
        ChoiceField("one", "When", (Option("a", "Tonight"), Option("b", LONG)), "b"),
        ManyField("many", "Days", WEEK, ("1", "3")),
    ),
    "Keep this",
)


def digest() -> Message:
    blocks = (
        Heading("Mai, Thursday at 10:00"),
        Text("What Mai would like to bring:"),
        Quote(Words(f"I asked for help.\n\nTwice, and {LONG} came. 助けを頼みました。")),
        Buttons((Button("Read, thank you", "read:1"), Button("Write a note", "note:1"))),
        Heading("Minh"),
        Quote(Words("A small step done")),
        Text("Shared with you alone.", quiet=True),
        FORM,
        Document("everything.html", "All that I hold about you", "text/html", Words("x")),
    )
    return Message("digest", "A note", blocks, language="en")


State = Callable[[OpenedPage, Page], Awaitable[None]]


async def _ask(there: OpenedPage, page: Page) -> None:
    await page.goto(f"{there.address}mail")


async def _open(there: OpenedPage, page: Page) -> None:
    await page.goto(await there.doors.links.make(ANA, there.clock.now()))


async def _ended(there: OpenedPage, page: Page) -> None:
    link = await there.doors.links.make(ANA, there.clock.now())
    there.clock.at += timedelta(minutes=16)
    await page.goto(link)


async def _sent(there: OpenedPage, page: Page) -> None:
    await _ended(there, page)
    await page.get_by_role("button").first.click()


async def _busy(there: OpenedPage, page: Page) -> None:
    await page.goto(f"{there.address}mail")
    there.page._new_links._asked.extend([there.clock.now()] * MOST_A_MINUTE)
    await page.get_by_role("textbox").fill("a@example.org")
    await page.get_by_role("button").click()
    there.page._new_links._asked.clear()


async def _invited(there: OpenedPage, page: Page) -> None:
    await page.goto(f"{there.address}mail/coach/{GUEST_LINK}")


async def _mistyped(there: OpenedPage, page: Page) -> None:
    await _invited(there, page)
    await page.get_by_role("textbox").fill("ana@localhost")
    await page.get_by_role("button").click()


async def _invitation_ended(there: OpenedPage, page: Page) -> None:
    await page.goto(f"{there.address}mail/coach/x")


async def _empty(there: OpenedPage, page: Page) -> None:
    await _open(there, page)
    await page.get_by_role("button").click()


async def _full(there: OpenedPage, page: Page) -> None:
    for number in range(70):
        there.platform.says(ANA, f"sent:{number}", Message("t", "s", (Text(f"No {number}."),)))
    there.platform.says(ANA, "sent:d", digest())
    await there.platform.add_own(ANA, "w", Words("what did Mai share"), there.clock.now())
    there.platform.says(ANA, "sent:e", digest())
    await _open(there, page)
    await page.get_by_role("button").click()


async def _answered(there: OpenedPage, page: Page) -> None:
    await _full(there, page)
    await page.get_by_role("button", name="Read, thank you").first.click()


async def _earlier(there: OpenedPage, page: Page) -> None:
    await _full(there, page)
    await page.goto(f"{there.address}mail/earlier/1")


async def _gone(there: OpenedPage, page: Page) -> None:
    await _empty(there, page)
    await page.goto(f"{there.address}mail/file/sent:x/1")


async def _over(there: OpenedPage, page: Page) -> None:
    await _empty(there, page)
    there.platform.meanwhile.append(there.doors)
    there.platform.script.append([digest()])
    await page.get_by_role("button", name="Stop").click()


async def _left(there: OpenedPage, page: Page) -> None:
    await _empty(there, page)
    await page.locator("footer button").first.click()


async def _left_everywhere(there: OpenedPage, page: Page) -> None:
    await _empty(there, page)
    await page.locator("footer button").last.click()


STATES: dict[str, State] = {
    "ask": _ask,
    "open": _open,
    "ended": _ended,
    "sent": _sent,
    "busy": _busy,
    "invited": _invited,
    "mistyped": _mistyped,
    "invitation ended": _invitation_ended,
    "empty": _empty,
    "full": _full,
    "answered": _answered,
    "earlier": _earlier,
    "gone": _gone,
    "over": _over,
    "left": _left,
    "left everywhere": _left_everywhere,
}


def free_port() -> int:
    """A port that is free now. The page has to know its own address before it is served."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
