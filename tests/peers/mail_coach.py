"""A guest coach: a real mailbox behind a real SMTP server, and the page in a real browser."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, expect

from bot.run.platforms import all_settings
from bot.settings import Settings
from tests.adapters.mail.support import SENDER, Post, serving
from tests.peers.local_slack import PATIENCE, free_port

CODE = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b")
LINK = re.compile(r"http://127\.0\.0\.1:[0-9]+/mail/link/[\w-]+")
MAILBOX = "ada@coach.example"
# An ordinary phone.
PHONE = {"width": 390, "height": 844}


@dataclass
class MailCoach:
    """Ada, who has no account here. She opens links from her mails, and reads her page."""

    chromium: Browser
    post: Post
    page: Page
    name: str = "Ada"
    opened: int = 0

    async def comes_by(self, link: str) -> None:
        """Opens a guest link, types her own address, opens the link of the mail, and begins."""
        assert self.post.mails == []
        await self.page.goto(link)
        await self.page.get_by_label("E-mail address").fill(MAILBOX)
        await self.page.get_by_role("button", name="Send me a link").click()
        await self.opens_newest_mail(self.page)
        await self.sees("You came by a link for coaches")
        await self.page.get_by_label("Your name, as your clients know it").fill(self.name)
        await self.presses("Begin")
        await self.sees("You can begin.")

    async def opens_newest_mail(self, page: Page) -> None:
        """Opens the link of a mail that she has not opened yet."""
        async with asyncio.timeout(PATIENCE):
            while len(self.post.mails) <= self.opened:
                await asyncio.sleep(0.02)
        self.opened = len(self.post.mails)
        await page.goto(LINK.findall(self.mail_text())[0])
        await page.get_by_role("button", name="Open", exact=True).click()
        self.page = page

    async def another_device(self) -> Page:
        """A browser that has never been on the page."""
        context = await self.chromium.new_context(viewport=PHONE, locale="en-GB")  # type: ignore[arg-type]
        return await context.new_page()

    def mail_text(self, number: int = -1) -> str:
        """All that a mail holds, its headers included."""
        mail = self.post.mails[number]
        body = mail.get_body(("plain",))
        assert body is not None
        return "\n".join([*(f"{k}: {v}" for k, v in mail.items()), body.get_content()])

    async def writes(self, text: str) -> None:
        await self.page.get_by_label("Your message").fill(text)
        await self.page.get_by_role("button", name="Send", exact=True).click()

    async def presses(self, label: str) -> None:
        latest = self.page.locator("section[aria-labelledby=latest]")
        inside = latest.get_by_role("button", name=label, exact=True)
        anywhere = self.page.get_by_role("button", name=label, exact=True)
        await (inside if await inside.count() else anywhere).last.click()

    async def sees(self, *texts: str) -> None:
        for text in texts:
            await expect(self.page.locator("main")).to_contain_text(text)

    async def sees_no(self, *texts: str) -> None:
        shown = await self.page.content()
        for text in texts:
            assert text not in shown, text

    async def has(self, text: str) -> bool:
        """Looks anew: the page has no script that would show what has come since."""
        await self.page.reload()
        return text in await self.page.locator("main").inner_text()

    async def code(self) -> str:
        await self.sees("Here is a code")
        return str(CODE.findall(await self.page.locator("main").inner_text())[-1])

    async def quotes(self, text: str) -> bool:
        """Tells whether exactly this stands in a quotation."""
        return text in await self.page.locator("blockquote").all_inner_texts()

    async def ticks(self, purpose: str) -> None:
        raise NotImplementedError("no story of hers needs it")

    async def fills(self, **values: str) -> None:
        raise NotImplementedError("no story of hers needs it")

    async def travels(self, zone: str) -> None:
        raise NotImplementedError("nobody travels here")


@asynccontextmanager
async def mailbox() -> AsyncIterator[tuple[Post, int]]:
    """Runs an SMTP server for the block; yields what it got, and its port."""
    post = Post()
    with serving(post) as server:
        yield post, server.port


def with_mail(folder: Path, port: int, smtp_port: int, **others: Any) -> Settings:
    """The settings of a house on `port` whose mail goes to the SMTP server on `smtp_port`."""
    return all_settings().model_validate(
        {
            "data": folder / "data",
            "port": port,
            "public_url": f"http://127.0.0.1:{port}",
            "mail_host": "localhost",
            "mail_port": smtp_port,
            "mail_tls": "none",
            "mail_from": SENDER,
            **others,
        }
    )


__all__ = ["MAILBOX", "MailCoach", "free_port", "mailbox", "with_mail"]
