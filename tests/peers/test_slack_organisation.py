"""An engagement that begins in one of many workspaces and goes on in the whole organisation."""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path

from adapters.slack.inbound.arrivals import Install
from adapters.slack.inbound.oauth_grant import OAuthGrant
from bot.domain.people import Address
from tests.adapters.slack.live_slack import LiveSlack, live_slack, settings_for
from tests.peers.local_slack import APP, BOT, MAI, SECRET, TEAM, free_port, local_slack, needed
from tests.peers.organisation import WHOLE, organisation
from tests.peers.test_slack_engagement import joined, shares, told

pytestmark = needed


async def installs(here: LiveSlack, place: str) -> None:
    """As the install page does it. local-slack has no OAuth, and takes every token."""
    install = Install(place, BOT, "", APP, place == WHOLE, 0.0, WHOLE)
    served = here.slack._installs
    await served._exact.save(OAuthGrant(install, "xoxb-local"))  # type: ignore[attr-defined]
    for one in await served.began(install):  # type: ignore[attr-defined]
        await here.bot.events.returned(Address("slack", one, ""))


async def test_widened_to_the_organisation_it_is_the_same_engagement(tmp_path: Path) -> None:
    port, between_port = free_port(), free_port()
    many = {
        "slack_signing_secret": SECRET,
        "slack_client_id": "1.2",
        "slack_client_secret": "s3cret",
        "public_url": "https://handrail.example",
        "slack_workspaces": WHOLE,
    }
    async with AsyncExitStack() as stack:
        target = f"http://127.0.0.1:{port}/slack/events"
        between = await stack.enter_async_context(organisation(between_port, target))
        peer = local_slack(tmp_path, "events", f"http://127.0.0.1:{between_port}/slack/events")
        slack = await stack.enter_async_context(peer)
        settings = settings_for(slack.api, **many)
        here = await stack.enter_async_context(live_slack(settings, tmp_path, port))
        await installs(here, TEAM)
        await joined(slack)

        await installs(here, WHOLE)
        between.wide = True
        await here.skip()
        await slack.reads(MAI, "What went well this week")
        await slack.says(MAI, "a word of mine")
        await shares(slack)
        while not await told(slack, "U0DANIEL", "Shared with you"):
            await here.skip()

        await slack.says(MAI, "stop")
        await slack.reads(MAI, "Stopped.")
        before = len(await slack.shown(MAI))
        here.clock.forward(days=30)
        await here.bot.tick()
        assert len(await slack.shown(MAI)) == before
        async with here.store.transaction() as tx:
            assert await tx.person_at(Address("slack", TEAM, MAI)) is not None
            assert await tx.person_at(Address("slack", WHOLE, MAI)) is None
