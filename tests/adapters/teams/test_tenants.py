"""A tenant that was taken from the operator's list: refused and counted, but a stop is heard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from adapters.teams.tokens import OtherTenantError
from bot.chat import Pressed, Wrote
from bot.domain.actions import STOP
from bot.domain.people import Address
from bot.ports import NotSent, Sent
from tests.adapters.slack.test_slack_allowed import refused
from tests.adapters.teams.support import (
    MAI,
    TENANT,
    Teams,
    activity,
    message_of,
    pressed,
    teams,
)

THERE = Address("teams", TENANT, MAI)
OTHER = "99999999-9999-4999-8999-999999999999"


@dataclass
class Listed:
    """A verifier whose only finding is whether the tenant is on the list."""

    tenants: tuple[str, ...]

    async def verify(self, header: str | None, service: str, tenant: str) -> None:
        if tenant not in self.tenants:
            raise OtherTenantError("tenant")


@pytest.fixture
async def delisted(tmp_path: Path) -> AsyncIterator[Teams]:
    """Somebody wrote while the list named their tenant. Now it names another one."""
    listed = Listed((TENANT,))
    async with teams(tmp_path, verifier=listed, served=True) as opened:
        assert (await opened.posts(said(opened, "hello", 1)))[0] == 200
        opened.desk.accepted.clear()
        listed.tenants = (OTHER,)
        opened.adapter._tenants = frozenset({OTHER})
        yield opened


def said(opened: Teams, text: str, number: int, **more: Any) -> dict[str, Any]:
    return activity(opened.peer.address, text, number=number, **more)


async def test_its_messages_are_refused_and_counted(delisted: Teams) -> None:
    before = refused()
    assert (await delisted.posts(said(delisted, "I felt fine today", 2)))[0] == 401
    assert delisted.desk.accepted == []
    assert refused() == before + 1
    assert await delisted.adapter.send(THERE, message_of("x"), "r") == NotSent("not_allowed")


async def test_a_stop_and_words_of_distress_are_heard_there(delisted: Teams) -> None:
    for number, text in enumerate(("stop", "I want to die"), 2):
        assert (await delisted.posts(said(delisted, text, number)))[0] == 200
    heard = [event.what for event in delisted.desk.accepted]
    assert [what.text.text for what in heard if isinstance(what, Wrote)] == [
        "stop",
        "I want to die",
    ]


async def test_a_pressed_stop_is_honoured_there(delisted: Teams) -> None:
    press = pressed(delisted.peer.address, {"handrail": {"do": STOP("yes")}}, number=5)
    assert (await delisted.posts(press))[0] == 200
    assert [event.what for event in delisted.desk.taken] == [Pressed(STOP("yes"))]


async def test_a_stranger_of_a_tenant_off_the_list_is_not_even_heard(delisted: Teams) -> None:
    stop = said(delisted, "stop", 7, user="bbbbbbbb-0000-4000-8000-000000000002")
    assert (await delisted.posts(stop))[0] == 401
    assert delisted.desk.accepted == []


async def test_the_doctor_counts_tenants_off_the_list(delisted: Teams) -> None:
    (finding,) = await delisted.adapter.findings()
    assert not finding.ok
    assert finding.sentence.startswith("1 with known chats not in HANDRAIL_TEAMS_TENANTS")
    delisted.adapter._tenants = frozenset({TENANT})
    (finding,) = await delisted.adapter.findings()
    assert finding.ok
    assert isinstance(await delisted.adapter.send(THERE, message_of("x"), "r"), Sent)
