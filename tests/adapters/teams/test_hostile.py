"""Activities that Teams never sends: none changes anything, and none is logged."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import structlog
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.shared.json_values import NotUnderstoodError
from adapters.teams.inbound.activities import OURS, to_arrived
from adapters.teams.inbound.arrivals import Happened, Invoke
from adapters.teams.sdk.choosing import SdkName
from tests.adapters.teams.support import activity, pressed, teams

Json = dict[str, Any]
SERVICE = "http://127.0.0.1:9/teams/"
JSON_TYPE = {"Content-Type": "application/json"}
SECRET = "my-boss-is-a-thief"
DEEP: Any = []
for _ in range(500):
    DEEP = [DEEP]
NONSENSE = [
    None,
    0,
    True,
    "",
    SECRET,
    [],
    [SECRET],
    {},
    {SECRET: SECRET},
    {"id": {}},
    DEEP,
    "\ud800",
    "x" * 200_000,
    1e308,
]
FIELDS = ["type", "id", "channelId", "from", "recipient", "conversation", "channelData", "text"]


def spoiled() -> Iterator[Json]:
    whole = activity(SERVICE, SECRET)
    for field in FIELDS:
        for nonsense in NONSENSE:
            yield whole | {field: nonsense}
    for field in ("id", "aadObjectId"):
        for nonsense in NONSENSE[1:]:
            yield whole | {"from": whole["from"] | {field: nonsense}}
    for nonsense in NONSENSE:
        yield pressed(SERVICE, {OURS: nonsense})
        yield pressed(SERVICE, {OURS: {"do": nonsense}})
        yield pressed(SERVICE, {OURS: {"do": "x", "form": nonsense}, "x.y": SECRET})
        yield pressed(SERVICE, {OURS: {"do": "x", "said": "x", "card": nonsense}})
        yield pressed(SERVICE, {OURS: {"card": nonsense}}, "look")
        yield pressed(SERVICE, {OURS: {"do": "x", "form": 1}, "1.y": nonsense})
        yield activity(SERVICE, None, type="invoke", name="adaptiveCard/action", value=nonsense)
        yield activity(SERVICE, None, type="invoke", name="fileConsent/invoke", value=nonsense)
        yield activity(SERVICE, None, type="invoke", name=nonsense, value={})
        yield activity(SERVICE, SECRET, attachments=nonsense)
        yield activity(SERVICE, SECRET, value=nonsense, locale=nonsense, localTimezone=nonsense)
        yield activity(SERVICE, SECRET, type="messageUpdate", timestamp=nonsense)


@pytest.mark.parametrize("sdk", get_args(SdkName))
async def test_no_nonsense_breaks_the_door_or_gets_into_a_log(
    sdk: SdkName, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with teams(tmp_path, served=True, sdk=sdk) as opened:
        for body in spoiled():
            raw = json.dumps(body).encode()
            with structlog.testing.capture_logs() as logged:
                status, _ = await opened.posts(raw, JSON_TYPE)
                await opened.endpoint.close()
            assert status in (200, 400, 401, 413, 501), status
            assert SECRET not in str(logged)
        assert SECRET not in caplog.text
        for event in opened.desk.accepted + opened.desk.taken:
            assert event.sender.workspace, "nobody without a tenant"


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"\xff\xfe", b'{"a": ' * 50_000, b"[" * 100_000, b"null", b"1", b'"x"', b"[]"],
    ids=range(9),
)
async def test_what_is_no_json_object_is_refused(raw: bytes, tmp_path: Path) -> None:
    async with teams(tmp_path, served=True) as opened:
        status, _ = await opened.posts(raw, JSON_TYPE)
        assert status in (400, 401)
        assert opened.desk.accepted == []


async def test_a_flood_of_bytes_is_refused(tmp_path: Path) -> None:
    async with teams(tmp_path, served=True) as opened:
        status, _ = await opened.posts(b"x" * 600_000, JSON_TYPE)
        assert status == 413


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=12,
)
KNOWN = st.sampled_from(
    [*FIELDS, "value", "name", "replyToId", "attachments", "timestamp", "locale"]
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(KNOWN, JSON, max_size=5), st.booleans())
def test_whatever_is_changed_it_is_understood_or_refused(changed: Json, invoked: bool) -> None:
    whole = pressed(SERVICE, {OURS: {"do": "x"}}) if invoked else activity(SERVICE)
    try:
        arrived = to_arrived(whole | changed)
    except NotUnderstoodError:
        return
    if isinstance(arrived, Happened | Invoke):
        assert arrived.chat.tenant
        assert arrived.chat.user


@pytest.mark.parametrize(
    "tenants", [("a", "b"), ("", ""), (None, None), (1, 2), ("a", {"x": 1})], ids=range(5)
)
def test_a_person_without_one_tenant_is_nobody(tenants: tuple[Any, Any]) -> None:
    body = activity(SERVICE)
    body["conversation"]["tenantId"] = tenants[0]
    body["channelData"] = {"tenant": {"id": tenants[1]}}
    if tenants == ("a", {"x": 1}):
        assert isinstance(to_arrived(body), Happened)
        return
    with pytest.raises(NotUnderstoodError):
        to_arrived(body)
