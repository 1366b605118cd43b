"""The install's pages name the real cause, lead in by 302, and lead an organisation on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from adapters.slack.installing.causes import CAUSES, UNNAMED
from adapters.slack.installing.states import LASTS, States
from adapters.slack.outbound.outcomes import OF_INSTALLS
from bot.ports import Sent
from tests.adapters.slack.fake_slack import TEAM, Fault
from tests.adapters.slack.test_slack_installing import MANY, begin, come_back, granted
from tests.adapters.slack.test_slack_sending import NOTE
from tests.adapters.slack.wire import MAI, Json, Wire, wired
from tests.adapters.support import keyed_hash

LINKS = {
    "slack_privacy_url": "https://acme.example/privacy",
    "slack_support_url": "https://acme.example/help",
}


@pytest.fixture
async def many(tmp_path: Path) -> AsyncIterator[Wire]:
    async with wired(tmp_path, **MANY, **LINKS) as wire:
        wire.slack.tokens.clear()
        yield wire


# What Slack answers to `oauth.v2.access`, and a word of the page that no other cause has.
OF_EXCHANGE = {
    "invalid_code": "does not know this code",
    "code_already_used": "loaded twice",
    "bad_redirect_uri": "redirect URL",
    "oauth_authorization_url_mismatch": "redirect URL",
    "bad_client_secret": "HANDRAIL_SLACK_CLIENT_SECRET",
    "invalid_client_id": "HANDRAIL_SLACK_CLIENT_ID",
    "invalid_team_for_non_distributed_app": "Public Distribution",
    "no_scopes": "manifest again",
    "unapproved_scope": "approval first",
    "cannot_install_an_org_installed_app": "whole organisation already",
    "org_login_required": "organisation&#39;s settings",
    "ekm_access_denied": "organisation&#39;s settings",
    "ratelimited": "a pause",
    "service_unavailable": "is busy",
    "fatal_error": "a fault of its own",
    "something_that_slack_may_invent": "does not know",
}
# What Slack's own page sends back in the address.
OF_PAGE = {
    "access_denied": "that is fine",
    "invalid_team_for_non_distributed_app": "Public Distribution",
    "invalid_scope": "manifest again",
    "unapproved_scope": "approval first",
    "temporarily_unavailable": "could not be reached",
    "<script>": "does not know",
}


async def test_each_refusal_of_slacks_is_named(many: Wire) -> None:
    for error, told in OF_EXCHANGE.items():
        many.slack.faults["oauth.v2.access"] = [Fault(error)]
        status, text = await come_back(many, state=await begin(many), code="c")
        assert told in text, error
        assert "Nothing was changed" in text
        assert error == "invalid_code" or error not in text
        assert status in (200, 429, 502)
    assert many.desk.back == []


async def test_each_cause_that_slacks_page_names_is_named(many: Wire) -> None:
    for error, told in OF_PAGE.items():
        _, text = await come_back(many, state=await begin(many), error=error)
        assert told in text, error
        assert error not in text
    assert not many.slack.calls


async def test_a_state_that_is_not_taken_says_why(many: Wire) -> None:
    state = await begin(many)
    await begin(many)
    assert "another window" in (await come_back(many, state=state, code="c"))[1]
    many.http.cookie_jar.clear()
    assert "cookies are blocked" in (await come_back(many, state=state, code="c"))[1]
    await begin(many)
    assert "the code that an install needs" in (await come_back(many, state=await begin(many)))[1]


def test_an_install_that_took_too_long_says_so() -> None:
    at = [1_800_000_000.0]
    states = States(keyed_hash, lambda: at[0])
    begun = states.begin()
    assert states.fault(begun.state, begun.secret) is None
    at[0] += LASTS + 1
    fault = states.fault(begun.state, begun.secret)
    assert fault is not None
    assert "ten minutes" in fault.why


def test_no_reason_of_an_install_is_without_a_cause() -> None:
    assert [one for one in OF_INSTALLS.values() if CAUSES.get(one, UNNAMED) is UNNAMED] == []


async def moved(wire: Wire, path: str, **query: str) -> tuple[int, str]:
    address = f"{wire.address}{path}"
    async with wire.http.get(address, params=query, allow_redirects=False) as got:
        return got.status, got.headers.get("Location", "")


@pytest.mark.parametrize(
    ("path", "query"),
    [("slack/install/direct", {}), ("slack/oauth_redirect", {"code": "from-a-listing"})],
)
async def test_a_listing_is_led_to_slack_at_once_and_comes_back_with_a_state(
    many: Wire, path: str, query: dict[str, str]
) -> None:
    status, where = await moved(many, path, **query)
    assert status == 302
    assert urlsplit(where).path == "/oauth/v2/authorize"
    assert not many.slack.calls
    assert "from-a-listing" not in where
    many.slack.oauth.append(granted())
    many.slack.tokens.add("xoxb-one")
    state = parse_qs(urlsplit(where).query)["state"][0]
    assert (await come_back(many, state=state, code="c"))[0] == 200
    assert isinstance(await many.adapter.send(MAI, NOTE, "r"), Sent)


async def test_a_listing_leads_nobody_to_slack_who_may_not_install(tmp_path: Path) -> None:
    async with wired(tmp_path, **MANY | {"slack_workspaces": None}) as wire:
        assert await moved(wire, "slack/install/direct") == (403, "")
        assert await moved(wire, "slack/oauth_redirect", code="c") == (403, "")


async def test_a_workspace_that_is_named_is_named_to_slack_too(many: Wire) -> None:
    _, where = await moved(many, "slack/install/direct", team=TEAM)
    assert parse_qs(urlsplit(where).query)["team"] == [TEAM]


async def test_a_whole_organisation_is_led_on_to_its_workspaces(many: Wire) -> None:
    whole: Json = {"is_enterprise_install": True, "team": None, "enterprise": {"id": "E0WHOLE"}}
    many.slack.oauth.append(granted("xoxb-whole", **whole))
    _, text = await come_back(many, state=await begin(many), code="c")
    address = "https://app.slack.com/manage/E0WHOLE/integrations/profile/A0HANDRAIL/workspaces/add"
    assert address in text
    assert "none of its workspaces yet" in text


async def test_every_page_links_to_what_the_settings_name(many: Wire) -> None:
    async with many.http.get(f"{many.address}slack/install") as page:
        first = await page.text()
    _, last = await come_back(many, state="x", code="c")
    for text in (first, last):
        assert all(f'href="{link}"' in text for link in LINKS.values())
