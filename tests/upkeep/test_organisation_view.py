"""The organisation's view: what stands on it, and who gets a link to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pydantic import SecretStr

from adapters.operator.view.drawing import told, view_page
from bot.domain.halting.halt import Halt
from bot.domain.operator import SignIn, TellOperatorError
from bot.domain.organisation.view import Figure, in_whole_groups, month_began
from bot.rules.policy.reading import read_policy
from bot.settings import Settings
from bot.upkeep.operator import Operator
from tests.docs.pages import ROOT
from tests.fakes import START, FakeClock
from tests.memory_store.store import MemoryStore
from tests.operators import FakeEraser, FakeKeyDesk, FakeMachine


def operator(
    store: MemoryStore | None = None,
    settings: Settings | None = None,
    signed_in: Mapping[str, SignIn] | None = None,
) -> Operator:
    parts = FakeEraser(), store or MemoryStore(), FakeKeyDesk(), FakeClock(), FakeMachine()
    return Operator(*parts, signed_in=signed_in or {}, settings=settings)


async def test_a_halt_is_shown_while_it_is_in_force() -> None:
    store = MemoryStore()
    pressed = Halt(START, "operator", "a note about somebody")
    for last, halted in ((pressed, True), (replace(pressed, resumed_at=START), False)):
        store._tables.halts["last"] = last
        view = await operator(store).organisation_view()
        assert view.halted is halted
        assert "a note about somebody" not in view_page(view)


@pytest.mark.parametrize(("trouble", "ready"), [(None, True), ("no database", False)])
async def test_it_says_whether_the_process_is_ready(trouble: str | None, ready: bool) -> None:
    async def readiness() -> Mapping[str, str | None]:
        return {"database": trouble}

    desk = operator()
    assert (await desk.organisation_view()).ready is None
    desk.organisation.readiness = readiness
    assert (await desk.organisation_view()).ready is ready


async def test_what_wants_attention_is_counted_and_says_what_to_do_without_a_detail() -> None:
    refused = {"slack": SignIn(False, "HANDRAIL_SLACK_BOT_TOKEN was refused for zebra.")}
    view = await operator(signed_in=refused).organisation_view()
    bad = [line for line in view.lines if not line.well]
    assert "Slack credentials" in [line.name for line in bad]
    assert all(line.do for line in bad)
    page = view_page(view)
    assert f"{len(bad)} of the lines below" in page
    assert "zebra" not in page


async def test_the_policy_and_the_organisation_are_named() -> None:
    settings = Settings()
    settings.policy = policy = read_policy(ROOT / "docs" / "examples" / "policy" / "policy.toml")
    page = view_page(await operator(settings=settings).organisation_view())
    assert policy.hash in page
    assert (policy.organisation.name or "") in page


async def test_a_group_has_five_members_at_least_whatever_the_settings_say() -> None:
    for set_to, group in ((1, 5), (5, 5), (12, 12)):
        view = await operator(settings=Settings(minimum_group=set_to)).organisation_view()
        assert view.group == group
        assert f"fewer than {group}" in view_page(view)


async def test_a_link_is_made_only_where_a_process_answers_it() -> None:
    desk = operator()
    with pytest.raises(TellOperatorError, match="--out"):
        await desk.organisation_link()
    keys = SecretStr("postgresql://127.0.0.1/keys")
    many = operator(settings=Settings(keys_url=keys, host="0.0.0.0", port=81))
    assert (await many.organisation_link()).url.startswith("http://127.0.0.1:81/organisation/")
    public = Settings(
        keys_url=SecretStr("postgresql://127.0.0.1/keys"), public_url="https://bot.example/path/"
    )
    made = await operator(settings=public).organisation_link()
    assert made.url.startswith("https://bot.example/path/organisation/")
    assert (made.until - START).total_seconds() == 15 * 60


def test_counts_are_whole_groups_of_what_began_before_this_month() -> None:
    assert [in_whole_groups(count, 5) for count in (0, 4, 5, 9, 10)] == [0, 0, 5, 5, 10]
    assert told(Figure("x", 0), 5) == "fewer than 5"
    assert told(Figure("x", 10), 5) == "10 or more"
    assert month_began(START) == datetime(2026, 11, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="member"):
        in_whole_groups(1, 0)
