"""Plays one check-in end to end with Handrail's own commands, each in its own process."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.delivery import Kind
from tests.peers.local_slack import BOT, DANIEL, MAI, TEAM, needed
from tests.peers.processes import Handrail, handrail
from tests.peers.test_slack_engagement import joined, quotes, shares, until

pytestmark = [needed, pytest.mark.long]

WORDS = "I said no to a meeting, and it felt odd"
WAYS = {
    "one process, socket": ("socket", "run"),
    "serve and worker, HTTP": ("events", "serve", "worker"),
}


@pytest.fixture(params=WAYS, ids=str)
async def here(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Handrail]:
    async with handrail(tmp_path, *WAYS[request.param]) as started:
        yield started


async def test_a_check_in_from_the_code_to_the_digest_and_an_erase_by_an_operator(
    here: Handrail,
) -> None:
    slack = here.slack
    await joined(slack)
    await here.until_due(Kind.CHECK_IN)
    await slack.reads(MAI, "What went well this week")
    await slack.says(MAI, WORDS)
    assert WORDS in quotes(await slack.reads(MAI, "You wrote:"))
    await shares(slack)
    assert WORDS not in json.dumps(await slack.shown(DANIEL), ensure_ascii=False)
    await here.until_due(Kind.DIGEST)
    assert WORDS in quotes(await slack.reads(DANIEL, "Shared with you"))
    asked = [m for m in await slack.shown(MAI) if "A moment for you" in json.dumps(m)]
    assert len(asked) == 1
    said = await here.says(
        "erase", "--platform=slack", f"--workspace={TEAM}", f"--user={MAI}", "--yes"
    )
    assert "The bot deletes its own messages there" in said, said
    await until(lambda: _has_cleared(here))
    assert WORDS not in here.log()


async def _has_cleared(here: Handrail) -> bool:
    return not [m for m in await here.slack.shown(MAI) if m.get("user") == BOT]
