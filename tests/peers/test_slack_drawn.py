"""A Slack client that somebody else wrote draws hostile strings as plain text.

local-slack's page draws headings, small print and buttons, which are `plain_text`. It does not draw
rich text; tests/adapters/slack/test_markup.py checks that rich text contains literal text only.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.outbound.markup import NEVER_LIVE
from adapters.slack.outbound.render import render
from bot.chat import Button, Buttons, Heading, Message, Quote, Text
from bot.domain.words import Words
from tests.browser import browser, needs_chromium

peer = pytest.importorskip("tests.peers.local_slack", reason="the peer is not here yet")
needs_peer: pytest.MarkDecorator = peer.needed

HOSTILE = "<@U0DANIEL> <!channel> @here https://evil.example/x :smile: *bold* <https://a.example|b>"


@needs_peer
@needs_chromium
async def test_nothing_is_live_on_the_page_of_a_slack_that_others_wrote(tmp_path: Path) -> None:
    blocks = (
        Heading(f"Shared: {HOSTILE}"),
        Text(f"On the day: {HOSTILE}", quiet=True),
        Quote(Words(HOSTILE)),
        Buttons((Button("<@U0DANIEL> :smile:", "act:1"), Button("https://evil.example", "act:2"))),
    )
    [posting] = render(Message("digest", "A note from Handrail", blocks))
    async with peer.local_slack(tmp_path, "socket") as slack, browser() as chromium:
        api = AsyncWebClient("xoxb-local", base_url=slack.api, retry_handlers=[])
        chat = await slack.chat(peer.MAI)
        sent = await api.chat_postMessage(
            channel=chat, text=posting.text, blocks=posting.blocks, **NEVER_LIVE
        )
        assert sent["ok"]
        page = await chromium.new_page()
        await page.goto(slack.address)
        await page.get_by_text("Mai Tran", exact=True).last.click()
        for text in (f"Shared: {HOSTILE}", f"On the day: {HOSTILE}"):
            await page.get_by_text(text, exact=True).first.wait_for()
        for label in ("<@U0DANIEL> :smile:", "https://evil.example"):
            await page.get_by_role("button", name=label, exact=True).wait_for()
        assert await page.locator("a[href*='example']").count() == 0
        looks = await page.evaluate(
            """labels => labels.map(label => {
                 const one = [...document.querySelectorAll('button')]
                   .find(button => button.textContent === label);
                 const {color, backgroundColor, fontWeight} = getComputedStyle(one);
                 return [color, backgroundColor, fontWeight].join(' ');
               })""",
            ["<@U0DANIEL> :smile:", "https://evil.example"],
        )
        assert looks[0] == looks[1]
