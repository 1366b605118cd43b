"""Installs: by the same browser, with encrypted and renewed tokens, removed in any order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from adapters.slack.many_installs import AHEAD
from bot.domain.people import Address
from bot.ports import NotSent, Sent
from tests.adapters.slack.fake_slack import APP, BOT, SECRET, TEAM, Fault
from tests.adapters.slack.test_slack_sending import NOTE
from tests.adapters.slack.wire import MAI, Json, Wire, envelope, wired, written

MANY: Json = {
    "slack_bot_token": None,
    "slack_signing_secret": SECRET,
    "slack_client_id": "1.2",
    "slack_client_secret": "s3cret",
    "public_url": "http://127.0.0.1",
    "slack_workspaces": f"{TEAM}, T0OTHER, E0WHOLE",
}
TWELVE_HOURS = 12 * 3600


@pytest.fixture
async def many(tmp_path: Path) -> AsyncIterator[Wire]:
    async with wired(tmp_path, **MANY) as wire:
        wire.slack.tokens.clear()
        yield wire


def granted(token: str = "xoxb-one", team: str = TEAM, **more: object) -> Json:
    given = {"access_token": token, "bot_user_id": BOT, "app_id": APP, "team": {"id": team}}
    return given | {"is_enterprise_install": False, "enterprise": None} | more


async def begin(wire: Wire) -> str:
    """Begins an install; returns the state that goes through Slack."""
    async with wire.http.get(f"{wire.address}slack/install") as page:
        text = await page.text()
    link = text.split('class="go" href="')[1].split('"')[0].replace("&amp;", "&")
    assert urlsplit(link).path == "/oauth/v2/authorize"
    return parse_qs(urlsplit(link).query)["state"][0]


async def come_back(wire: Wire, **query: str) -> tuple[int, str]:
    async with wire.http.get(f"{wire.address}slack/oauth_redirect", params=query) as page:
        return page.status, await page.text()


async def installed(wire: Wire, **more: object) -> None:
    answer = granted(**more)  # type: ignore[arg-type]
    wire.slack.oauth.append(answer)
    wire.slack.tokens.add(str(answer["access_token"]))
    state = await begin(wire)
    status, text = await come_back(wire, state=state, code="c")
    assert status == 200, text


async def test_an_install_lets_messages_leave_and_sends_nothing_by_itself(many: Wire) -> None:
    assert await many.adapter.send(MAI, NOTE, "r") == NotSent("app_removed")
    await installed(many)
    assert many.desk.back == [TEAM]
    assert set(many.slack.counted()) == {"oauth.v2.access"}
    assert isinstance(await many.adapter.send(MAI, NOTE, "r"), Sent)


async def test_the_way_back_is_only_for_the_browser_that_began(many: Wire) -> None:
    state = await begin(many)
    many.http.cookie_jar.clear()
    assert (await come_back(many, state=state, code="c"))[0] == 400
    assert not many.slack.calls


async def test_a_state_that_was_made_up_or_is_another_browsers_is_refused(many: Wire) -> None:
    theirs = await begin(many)
    await begin(many)
    for state in (theirs, "", "x", f"{theirs}x", "99999999999." + "0" * 64, "ü.ü"):
        assert (await come_back(many, state=state, code="c"))[0] == 400
    assert not many.slack.calls


async def test_who_does_not_allow_it_is_told_that_nothing_was_changed(many: Wire) -> None:
    state = await begin(many)
    status, text = await come_back(many, state=state, error="access_denied")
    assert status == 200
    assert "Nothing was changed" in text
    assert not many.slack.calls


async def test_what_stands_in_the_address_is_never_shown(many: Wire) -> None:
    state = await begin(many)
    _, text = await come_back(many, state=state, error="<script>alert(1)</script>")
    assert "alert" not in text


async def test_a_code_that_slack_does_not_know_installs_nothing(many: Wire) -> None:
    state = await begin(many)
    assert (await come_back(many, state=state, code="c"))[0] == 502
    assert many.desk.back == []


async def test_no_token_lies_readable_in_the_database(many: Wire, tmp_path: Path) -> None:
    await installed(many, token="xoxb-very-secret", refresh_token="xoxe-1", expires_in=TWELVE_HOURS)
    held = b"".join(path.read_bytes() for path in tmp_path.glob("slack.db*"))
    for private in (b"xoxb-very-secret", b"xoxe-1", TEAM.encode()):
        assert private not in held


async def test_a_token_is_renewed_once_well_before_its_end(many: Wire) -> None:
    await installed(many, refresh_token="xoxe-1", expires_in=AHEAD - 1)
    fresh = granted("xoxb-two", refresh_token="xoxe-2", expires_in=TWELVE_HOURS)
    many.slack.oauth.append(fresh)
    many.slack.tokens.add("xoxb-two")
    sends = [many.adapter.send(MAI, NOTE, f"r{n}") for n in range(5)]
    assert all(isinstance(one, Sent) for one in await asyncio.gather(*sends))
    _, renewal = many.slack.called("oauth.v2.access")
    assert renewal == {"grant_type": "refresh_token", "refresh_token": "xoxe-1"}
    many.slack.tokens.remove("xoxb-one")
    assert isinstance(await many.adapter.send(MAI, NOTE, "r9"), Sent)


async def test_a_renewal_that_fails_leaves_the_token_that_is_still_good(many: Wire) -> None:
    await installed(many, refresh_token="xoxe-1", expires_in=AHEAD - 1)
    many.slack.faults["oauth.v2.access"] = [Fault(status=503)]
    for number in range(3):
        assert isinstance(await many.adapter.send(MAI, NOTE, f"r{number}"), Sent)
    assert many.slack.counted()["oauth.v2.access"] == 2


REVOKED = {"type": "tokens_revoked", "tokens": {"bot": [BOT]}}
UNINSTALLED = {"type": "app_uninstalled"}


@pytest.mark.parametrize("order", [(UNINSTALLED, REVOKED), (REVOKED, UNINSTALLED)])
async def test_a_removal_ends_sending_at_once_in_whichever_order_it_is_told(
    many: Wire, order: tuple[Json, Json], tmp_path: Path
) -> None:
    await installed(many)
    for number, event in enumerate(order):
        told = envelope(event, f"Ev{number}", event_time=4_000_000_000)
        assert await many.delivers(told) == 200
    assert many.desk.gone == [TEAM]
    before = len(many.slack.calls)
    assert await many.adapter.send(MAI, NOTE, "r") == NotSent("app_removed")
    assert await many.delivers(envelope(written(), "Ev9")) == 200
    assert many.desk.taken == []
    assert len(many.slack.calls) == before


async def test_a_removal_that_is_not_noted_is_brought_again(many: Wire) -> None:
    await installed(many)

    async def broken(_: Address) -> None:
        raise OSError

    left, many.desk.left = many.desk.left, broken  # type: ignore
    told = envelope(UNINSTALLED, event_time=4_000_000_000)
    assert await many.delivers(told) == 503
    many.desk.left = left  # type: ignore
    assert await many.delivers(told) == 200
    assert many.desk.gone == [TEAM]


async def test_an_old_removal_does_not_undo_a_new_install(many: Wire) -> None:
    await installed(many)
    assert await many.delivers(envelope(UNINSTALLED, event_time=1_000_000_000)) == 200
    assert many.desk.gone == []
    assert isinstance(await many.adapter.send(MAI, NOTE, "r"), Sent)


async def test_an_install_after_a_removal_works_again(many: Wire) -> None:
    await installed(many)
    await many.delivers(envelope(UNINSTALLED, event_time=4_000_000_000))
    await installed(many, token="xoxb-again")
    assert many.desk.back == [TEAM, TEAM]
    assert isinstance(await many.adapter.send(MAI, NOTE, "r"), Sent)


async def test_a_whole_organisation_is_installed_under_its_own_id(many: Wire) -> None:
    org = {"is_enterprise_install": True, "team": None, "enterprise": {"id": "E0WHOLE"}}
    await installed(many, **org)
    assert many.desk.back == ["E0WHOLE"]
    authorized = [{"enterprise_id": "E0WHOLE", "team_id": None, "is_enterprise_install": True}]
    await many.delivers(envelope(written(user_team="T0TWO"), authorizations=authorized))
    assert many.desk.taken[0].sender == Address("slack", "E0WHOLE", MAI.user)


async def test_workspaces_do_not_share_a_token(many: Wire) -> None:
    await installed(many)
    await installed(many, token="xoxb-other", team="T0OTHER")
    many.slack.tokens.remove("xoxb-other")
    assert isinstance(await many.adapter.send(MAI, NOTE, "r"), Sent)
    other = Address("slack", "T0OTHER", "U0EVE")
    assert await many.adapter.send(other, NOTE, "r") == NotSent("app_removed")
