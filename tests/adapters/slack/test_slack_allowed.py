"""Who may install the app by its link, and what is heard of a workspace taken from the list."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from adapters.slack.inbound.arrivals import Install
from adapters.slack.installs import AllowedPlaces
from bot.chat import Pressed, Wrote
from bot.domain.actions import ERASE, STOP
from bot.metrics import METRICS
from bot.ports import NotSent, Sent
from tests.adapters.slack.fake_slack import TEAM, Fault
from tests.adapters.slack.test_slack_installing import MANY, begin, come_back, granted, installed
from tests.adapters.slack.test_slack_sending import NOTE
from tests.adapters.slack.wire import CHAT, MAI, Wire, envelope, pressed, wired, written

STRANGER = "T0STRANGER"


@asynccontextmanager
async def allowing(folder: Path, workspaces: str | None) -> AsyncIterator[Wire]:
    async with wired(folder, **MANY | {"slack_workspaces": workspaces}) as wire:
        yield wire


async def page(wire: Wire, **query: str) -> tuple[int, str]:
    async with wire.http.get(f"{wire.address}slack/install", params=query) as shown:
        return shown.status, await shown.text()


async def test_an_empty_list_lets_nobody_install_and_says_what_to_do(tmp_path: Path) -> None:
    async with allowing(tmp_path, None) as wire:
        status, text = await page(wire)
        assert status == 403
        assert "HANDRAIL_SLACK_WORKSPACES" in text
        assert "oauth" not in text
        assert "Set-Cookie" not in text


async def test_a_workspace_that_is_named_and_not_listed_is_not_sent_to_slack(
    tmp_path: Path,
) -> None:
    async with allowing(tmp_path, TEAM) as wire:
        assert (await page(wire, team=STRANGER))[0] == 403
        assert (await page(wire, team=TEAM))[0] == 200


async def test_what_slack_gives_a_stranger_is_handed_back_and_not_stored(tmp_path: Path) -> None:
    async with allowing(tmp_path, TEAM) as wire:
        wire.slack.oauth.append(granted("xoxb-stranger", STRANGER))
        wire.slack.tokens.add("xoxb-stranger")
        status, text = await come_back(wire, state=await begin(wire), code="c")
        assert status == 403
        assert "handed back" in text
        assert "xoxb-stranger" not in wire.slack.tokens
        assert wire.desk.back == []
        at_stranger = envelope(written(), team_id=STRANGER, authorizations=[{"team_id": STRANGER}])
        await wire.delivers(at_stranger)
        assert wire.desk.taken == []


async def test_a_token_that_cannot_be_handed_back_is_not_stored_either(tmp_path: Path) -> None:
    async with allowing(tmp_path, TEAM) as wire:
        wire.slack.oauth.append(granted("xoxb-stranger", STRANGER))
        wire.slack.faults["auth.revoke"] = [Fault(status=503)]
        assert (await come_back(wire, state=await begin(wire), code="c"))[0] == 403
        assert wire.desk.back == []
        assert "xoxb-stranger" not in repr(list(tmp_path.glob("slack.db*")))


def test_an_organisation_stands_for_its_workspaces() -> None:
    listed = AllowedPlaces(frozenset({"E0WHOLE"}))
    assert listed.has(Install("T0ONE", "U0BOT", enterprise="E0WHOLE"))
    assert listed.has(Install("E0WHOLE", "U0BOT", org_wide=True))
    assert not listed.has(Install("T0ONE", "U0BOT", enterprise="E0OTHER"))
    assert not listed.has(Install("T0ONE", "U0BOT"))


@pytest.fixture
async def delisted(tmp_path: Path) -> AsyncIterator[Wire]:
    """A workspace that was installed while the list named it, and is no longer on the list."""
    async with allowing(tmp_path, TEAM) as before:
        await installed(before)
        tokens = set(before.slack.tokens)
    async with allowing(tmp_path, "T0OTHER") as wire:
        wire.slack.tokens |= tokens
        yield wire


async def test_a_workspace_off_the_list_is_refused_and_counted(delisted: Wire) -> None:
    before = refused()
    unheard = refused("handrail_unheard_total", why="not_listed")
    assert await delisted.delivers(envelope(written("I felt fine today"))) == 200
    assert delisted.desk.taken == []
    assert refused() == before + 1
    assert refused("handrail_unheard_total", why="not_listed") == unheard + 1
    assert await delisted.adapter.send(MAI, NOTE, "r") == NotSent("not_allowed")


async def test_a_stop_typed_there_is_honoured_and_answered(delisted: Wire) -> None:
    for number, text in enumerate(("stop", "para", "erase everything", "I want to die")):
        sent = written(text, f"179583488{number}.000100")
        assert await delisted.delivers(envelope(sent, f"Ev{number}")) == 200
        what = delisted.desk.taken[-1].what
        assert isinstance(what, Wrote)
        assert what.text.text == text
    await delisted.adapter.answer(delisted.desk.taken[0], [NOTE])
    assert delisted.slack.shown(MAI.user)
    deletion = {
        "type": "message",
        "subtype": "message_deleted",
        "channel": CHAT,
        "channel_type": "im",
        "deleted_ts": "1795834881.000100",
        "previous_message": written("stop", "1795834881.000100"),
    }
    await delisted.delivers(envelope(deletion, "Ev9"))
    assert len(delisted.desk.taken) == 5


async def test_a_press_that_ends_something_is_honoured_there(delisted: Wire) -> None:
    for number, action in enumerate((STOP("yes"), ERASE("yes"), "step:e1")):
        at = {"action_ts": f"179583488{number}.000300"}
        button = {"type": "button", "action_id": "press.1", "value": action} | at
        await delisted.interacts(pressed(action, actions=[button]))
    pressed_there = [event.what for event in delisted.desk.taken]
    assert pressed_there == [Pressed(STOP("yes")), Pressed(ERASE("yes"))]


async def test_the_doctor_counts_installs_off_the_list(delisted: Wire, tmp_path: Path) -> None:
    finding, tokens, scopes = await delisted.adapter.findings()
    assert (finding.ok, tokens.ok, scopes.ok) == (False, True, True)
    assert finding.sentence.startswith("1 not in HANDRAIL_SLACK_WORKSPACES")


async def test_the_doctor_is_content_with_installs_on_the_list(tmp_path: Path) -> None:
    async with allowing(tmp_path, TEAM) as wire:
        await installed(wire)
        assert [finding.ok for finding in await wire.adapter.findings()] == [True, True, True]
        assert isinstance(await wire.adapter.send(MAI, NOTE, "r"), Sent)


async def test_the_doctor_counts_installs_whose_token_slack_does_not_take(tmp_path: Path) -> None:
    """One that cannot be asked just now is not one of them; and Slack itself is reached."""
    async with allowing(tmp_path, TEAM) as wire:
        await installed(wire)
        wire.slack.faults["auth.test"] = [Fault(drop=True)]
        assert (await wire.adapter.findings())[1].ok
        wire.slack.tokens.clear()
        refused_there = (await wire.adapter.findings())[1]
        assert not refused_there.ok
        assert "1 of 1 installs" in refused_there.sentence
        assert (await wire.adapter.sign_in()).works is True
        wire.slack.faults["auth.test"] = [Fault(drop=True)]
        assert (await wire.adapter.sign_in()).works is None


def refused(name: str = "handrail_failures_total", **labels: str) -> float:
    families = text_string_to_metric_families(METRICS.exposed().decode())
    samples = [sample for family in families for sample in family.samples]
    return next(
        sample.value
        for sample in samples
        if sample.name == name and sample.labels == (labels or {"kind": "refused"})
    )
