"""Plays an engagement in threads and in a form, through a Slack that others wrote."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.people import Address
from tests.peers.local_slack import BOT, DANIEL, MAI, TEAM, Json, LocalSlack, needed
from tests.peers.test_slack_engagement import Both, connected, joined, quotes, shares, told

pytestmark = needed

IN_THREAD, EDITED, IN_FORM = "said in the thread", "said better in the thread", "said in the form"


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[Both]:
    async with connected("events", tmp_path) as found:
        yield found


async def test_an_engagement_in_threads_and_in_a_form(both: Both) -> None:
    slack, here = both
    await joined(slack)
    first, second = [await asked(both) for _ in range(2)]

    written = await slack.replies(MAI, first["ts"], IN_THREAD)
    answer = await slack.reads(MAI, "You wrote:")
    assert (answer["thread_ts"], quotes(answer)) == (first["ts"], [IN_THREAD])
    await slack.edits(MAI, written, EDITED)
    answer = await slack.reads(MAI, EDITED)
    assert answer["thread_ts"] == first["ts"]

    await shared_in_thread(slack, first["ts"])

    chat = await slack.chat(MAI)
    beside = {"channel": chat, "ts": first["ts"], "user": MAI, "present": True}
    await slack.in_browser(*({"t": "reaction", "name": n} | beside for n in ("tada", "heart")))
    await slack.reads(MAI, "I can see that you put an emoji there")

    await slack.presses(MAI, "Answer in a form")
    view = await slack.modal()
    box = next(block for block in view["blocks"] if block["type"] == "input")
    typed = {"type": "plain_text_input", "value": IN_FORM}
    values = {box["block_id"]: {box["element"]["action_id"]: typed}}
    await slack.in_browser({"t": "view_submit", "user": MAI, "values": values})
    kept = await slack.reads(MAI, "I have your answer from the form")
    assert "thread_ts" not in kept
    assert not await told(slack, MAI, IN_FORM)
    assert await answered(both) == {EDITED: True, IN_FORM: True}

    while not await told(slack, DANIEL, "Shared with you"):
        await here.skip()
    digest = await slack.reads(DANIEL, "Shared with you")
    assert EDITED in quotes(digest)
    await slack.replies(DANIEL, digest["ts"], "what a good word")
    reply = await slack.reads(DANIEL, "passed this on to anyone")
    assert reply["thread_ts"] == digest["ts"]
    assert not await told(slack, MAI, "what a good word")

    await slack.deletes(MAI, written)
    gone = await slack.reads(MAI, "You deleted that message")
    assert gone["thread_ts"] == first["ts"]
    await here.desk.done()
    assert not await told(slack, MAI, EDITED)

    assert (await reaction_notes(slack)) == 1
    await slack.replies(MAI, second["ts"], "erase")
    await slack.reads(MAI, "Erase everything I hold about you?")
    await slack.presses(MAI, "Erase everything")
    certificate = await slack.reads(MAI, "I am deleting my own messages here")
    assert certificate["thread_ts"] == second["ts"]
    await here.desk.done()
    await here.slack.finish_clearing()
    left = [one for one in await slack.shown(MAI) if one.get("user") == BOT]
    assert left == [certificate]


async def test_a_stop_in_a_thread_stops_and_says_so_there(both: Both) -> None:
    slack, here = both
    await joined(slack)
    first = await asked(both)
    await slack.replies(MAI, first["ts"], "stop")
    stopped = await slack.reads(MAI, "Stopped.")
    assert stopped["thread_ts"] == first["ts"]
    before = len(await slack.shown(MAI))
    here.clock.forward(days=30)
    await here.bot.tick()
    assert len(await slack.shown(MAI)) == before


async def shared_in_thread(slack: LocalSlack, first: str) -> None:
    preview, approved = await shares(slack)
    assert {preview["thread_ts"], approved["thread_ts"]} == {first}


async def asked(both: Both) -> Json:
    """Moves time to the next check-in, and returns it."""
    slack, here = both
    before = len(await check_ins(slack))
    while len(found := await check_ins(slack)) == before:
        await here.skip()
    return found[-1]


async def check_ins(slack: LocalSlack) -> list[Json]:
    shown = await slack.shown(MAI)
    return [one for one in shown if "answer-form:" in json.dumps(one) and one["user"] == BOT]


async def answered(both: Both) -> dict[str, bool]:
    """The kept words, and whether each names a check-in."""
    _, here = both
    async with here.store.transaction() as tx:
        person = await tx.person_at(Address("slack", TEAM, MAI))
        (engagement,) = await tx.engagements_of(person.id if person else "")
        kept = await tx.answers(engagement.id)
    return {one.words.text: one.check_in is not None for one in kept if one.words}


async def reaction_notes(slack: LocalSlack) -> int:
    shown = await slack.shown(MAI)
    return sum("I can see that you put an emoji there" in json.dumps(one) for one in shown)
