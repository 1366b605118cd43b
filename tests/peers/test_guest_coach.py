"""Plays an engagement with a guest coach by mail, and the client in Slack or in Microsoft Teams.

The mails go to a real SMTP server, and the page stands in a real browser without scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.browser import browser, needs_chromium
from tests.peers.house import page_beside_platforms
from tests.peers.local_slack import MAI, SECRET, LocalSlack, free_port, local_slack
from tests.peers.local_slack import needed as needs_slack
from tests.peers.mail_coach import MAILBOX, PHONE, MailCoach, mailbox, with_mail
from tests.peers.playground import needs_playground, playground
from tests.peers.teams_stage import TeamsPlayer, TeamsStage, for_teams
from tests.stories.beginning import joins
from tests.stories.page_stage import PageStage

pytestmark = [needs_chromium, pytest.mark.long]

WORDS = "I said no to a meeting & it felt <odd>, but good"
PRIVATE = "This line is mine alone."
GUEST_LINK = re.compile(r"http://127\.0\.0\.1:[0-9]+/mail/coach/[\w-]+")


@asynccontextmanager
async def beside_slack(folder: Path) -> AsyncIterator[tuple[PageStage, LocalSlack, MailCoach]]:
    port = free_port()
    async with AsyncExitStack() as stack:
        post, smtp_port = await stack.enter_async_context(mailbox())
        events = f"http://127.0.0.1:{port}/slack/events"
        slack = await stack.enter_async_context(local_slack(folder, "events", events))
        settings = with_mail(
            folder,
            port,
            smtp_port,
            slack_api=slack.api,
            slack_bot_token=SecretStr("xoxb-local"),
            slack_signing_secret=SecretStr(SECRET),
        )
        server = await stack.enter_async_context(page_beside_platforms(settings))
        chromium = await stack.enter_async_context(browser())
        stage = PageStage(chromium, server.entrance)
        stage.first = await stage.opened("Europe/Berlin", server.entrance)
        context = await chromium.new_context(
            viewport=PHONE,  # type: ignore[arg-type]
            locale="en-GB",
            java_script_enabled=False,
        )
        yield stage, slack, MailCoach(chromium, post, await context.new_page())


@needs_slack
async def test_a_client_in_slack_and_a_coach_by_mail_from_the_link_to_the_erasure(
    tmp_path: Path,
) -> None:
    async with beside_slack(tmp_path) as (stage, slack, ada):
        await slack.says(MAI, "my coach is outside")
        told = json.dumps(await slack.reads(MAI, "Here is a link for a coach"))
        await ada.comes_by(GUEST_LINK.findall(told)[0])
        await ada.sees_no("Mai", "Tran")
        assert ada.post.to == [MAILBOX]
        await ada.presses("A code for a client")
        await slack.says(MAI, await ada.code())
        await ada.presses("Yes, once a week")

        agreement = json.dumps(await slack.reads(MAI, "I agree"))
        assert "Ada" in agreement
        assert MAILBOX in agreement
        await slack.presses(MAI, "I agree")
        for asked in ("May I write in your hours", "May I keep what you", "May I keep answers"):
            await slack.reads(MAI, asked)
            await slack.presses(MAI, "Yes")
        await slack.reads(MAI, "When may I write?")
        await slack.says(MAI, "Mondays and Thursdays 9-11")
        await slack.presses(MAI, "That's right")
        await slack.reads(MAI, "Your receipt")

        await stage.comes()
        await slack.reads(MAI, "What went well this week")
        await slack.says(MAI, PRIVATE)
        await stage.comes()
        await slack.says(MAI, WORDS.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        await slack.reads(MAI, "but good")
        await slack.presses(MAI, "Share with Ada")
        await slack.reads(MAI, "May I pass on your words to your coach")
        await slack.presses(MAI, "Yes")
        await slack.presses(MAI, "Share exactly this")
        await slack.reads(MAI, "Approved.")
        assert not await ada.has(WORDS)

        await stage.until(ada, "Shared with you")
        await a_mail_without_content_leads_to_the_digest(ada)

        await slack.presses(MAI, "Take it back")
        await slack.reads(MAI, "was shown it on")
        await until_gone(stage, ada)
        await slack.says(MAI, "erase")
        await slack.presses(MAI, "Erase everything")
        await slack.reads(MAI, "Gone: your name")
        await erases(ada)
        assert stage.errors == []


@needs_playground
async def test_a_client_in_teams_and_a_coach_by_mail_from_the_operators_link(
    tmp_path: Path,
) -> None:
    port = free_port()
    async with AsyncExitStack() as stack:
        post, smtp_port = await stack.enter_async_context(mailbox())
        settings = with_mail(tmp_path, port, smtp_port, teams_local=True)
        server = await stack.enter_async_context(page_beside_platforms(settings))
        teams = await stack.enter_async_context(playground(for_teams(server), tmp_path))
        chromium = await stack.enter_async_context(browser())
        stage = TeamsStage(chromium, server.entrance, teams=teams)
        stage.first = await stage.opened("Europe/Berlin", server.entrance)
        ada = MailCoach(chromium, post, await chromium.new_page())

        await ada.comes_by(await invited(tmp_path / "data"))
        mai = await stage.enters("Mai", "client")
        assert isinstance(mai, TeamsPlayer)
        await joins(stage, mai, ada)
        await ada.presses("Yes, once a week")
        await mai.sees("Your receipt")
        await stage.comes()
        await mai.writes(PRIVATE)
        await stage.comes()
        await mai.writes(WORDS)
        await mai.presses("Share with Ada")
        await mai.presses("Yes")
        await mai.presses("Share exactly this")
        await mai.sees("Approved.")
        await stage.until(ada, "Shared with you")
        await a_mail_without_content_leads_to_the_digest(ada)
        await mai.presses("Take it back")
        await until_gone(stage, ada)
        assert stage.errors == []


async def invited(data: Path) -> str:
    """What `handrail coach invite` prints, asked of the running process."""
    from adapters.operator.socket import find
    from bot.commands.desk import RemoteOperator

    socket = find(data)
    assert socket is not None
    return (await RemoteOperator(socket).invite_coach()).url


async def a_mail_without_content_leads_to_the_digest(ada: MailCoach) -> None:
    """On a device on which she has never been."""
    await ada.opens_newest_mail(await ada.another_device())
    mail = ada.mail_text()
    assert "Subject: Something is waiting for you" in mail
    assert "List-Unsubscribe: <" in mail
    assert not any(told in mail for told in (WORDS, PRIVATE))
    assert not re.search(r"\b(Mai|Tran)\b", mail)
    await ada.sees("Shared with you")
    assert await ada.quotes(WORDS)
    await ada.sees_no(PRIVATE)


async def until_gone(stage: PageStage, ada: MailCoach) -> None:
    for _ in range(20):
        if not await ada.has(WORDS):
            return
        await stage.comes()
    raise AssertionError("the words still stand on the page")


async def erases(ada: MailCoach) -> None:
    """What is hers as a client goes; as a coach she stays, and reads what is kept."""
    await ada.writes("erase")
    await ada.sees("Erase everything I hold about you?")
    await ada.presses("Erase everything")
    await ada.sees("You are still known here as a coach")
    await ada.sees_no(WORDS)
