"""A local page and a real platform never meet: not in one process, and not on one database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from adapters.local.transcript import traces_in
from adapters.shared.http import Server
from adapters.teams.settings import TeamsSettings
from bot.chat import Event, Heading, Message, Pressed, Wrote
from bot.domain.people import Address, Person
from bot.domain.words import Words
from bot.run.assemble import MachineClock, opening
from bot.run.many_processes import serving, working
from bot.run.one_process import House, operating, put_together, running
from bot.run.page_apart import TRANSCRIPT
from bot.settings import Settings
from storage import RefusedError
from tests.adapters.teams.keys import APP
from tests.adapters.teams.support import TENANT
from tests.browser import start_clock_at
from tests.databases import new_database
from tests.world import CODE

REAL = {"teams_app_id": APP, "teams_secret": SecretStr("x"), "teams_tenant": TENANT}


def teams_in(folder: Path, **more: object) -> TeamsSettings:
    return TeamsSettings.model_validate({"data": folder, "port": 0, **REAL, **more})


AHEAD = datetime.now(UTC) + timedelta(days=3)


async def knows(folder: Settings, platform: str) -> None:
    async with opening(folder) as opened, opened.store.transaction() as tx:
        address = Address(platform, "w", "somebody")
        await tx.save_person(Person(platform, address, Words("Mai")), datetime.now(UTC))


async def test_a_kept_offset_refuses_a_start_with_a_platform(tmp_path: Path) -> None:
    await start_clock_at(tmp_path, AHEAD)
    with pytest.raises(RefusedError, match=r"a clock that was moved.*HANDRAIL_DATA"):
        async with running(teams_in(tmp_path)):
            pass
    assert traces_in(tmp_path / TRANSCRIPT), "nothing was changed"


async def test_people_of_the_page_refuse_a_start_with_a_platform(tmp_path: Path) -> None:
    await knows(Settings(data=tmp_path), "local")
    with pytest.raises(RefusedError, match="people of the page in the database"):
        async with running(teams_in(tmp_path)):
            pass


async def test_chats_of_the_page_refuse_a_start_with_a_platform(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        house = await _page_house(stack, tmp_path)
        assert house.page is not None
        await house.page._transcript.add("client", "one", {"text": "hello"})
    with pytest.raises(RefusedError, match=r"chats \("):
        async with running(teams_in(tmp_path)):
            pass


@pytest.mark.parametrize("run", [serving, working], ids=["serve", "worker"])
async def test_many_processes_refuse_what_a_page_left_too(
    run: Callable[[Settings], AbstractAsyncContextManager[Server]], tmp_path: Path
) -> None:
    given = {"database_url": SecretStr(new_database()), "keys_url": SecretStr(new_database())}
    settings = teams_in(tmp_path, epochs=tmp_path / "e", **given)
    await knows(settings, "local")
    with pytest.raises(RefusedError, match="people of the page in the database"):
        async with run(settings):
            pass


async def test_the_page_is_not_served_on_the_people_of_a_platform(tmp_path: Path) -> None:
    """As when the platform's settings are forgotten at a start."""
    await knows(Settings(data=tmp_path), "teams")
    with pytest.raises(RefusedError, match=r"people of teams.*Set the platform's settings again"):
        async with running(Settings(data=tmp_path, port=0)):
            pass


@pytest.mark.parametrize("known", [(), ("teams",), ("slack", "teams"), ("gone",)])
async def test_people_of_other_platforms_are_no_reason(
    tmp_path: Path, known: Sequence[str]
) -> None:
    for platform in known:
        await knows(Settings(data=tmp_path), platform)
    with capture_logs() as logs:
        async with running(teams_in(tmp_path)) as server:
            assert server.entrances == [server.address]
    assert not (tmp_path / TRANSCRIPT).exists()
    absent = [one["platform"] for one in logs if one["event"] == "platform_not_configured"]
    assert absent == [name for name in known if name != "teams"], "each is said at the start"


async def test_with_a_platform_the_clock_is_the_machines_also_for_commands(tmp_path: Path) -> None:
    settings = teams_in(tmp_path)
    async with running(settings):
        pass
    async with operating(settings) as operator:
        assert isinstance(operator._clock, MachineClock)


async def test_skip_moves_only_to_what_is_said_and_a_code_stays_alive(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        house = await _page_house(stack, tmp_path)
        assert house.page is not None
        desk = house.page.desk
        said = await desk.handle(_event("1", "coach", Wrote(Words("invite"), "m1")))
        code = next(b.text for b in said[0].blocks if isinstance(b, Heading))
        assert CODE.fullmatch(code)
        await desk.handle(_event("2", "coach", Pressed(_action(said, "Yes, once a week"))))
        before = desk.now()
        assert await house.parts.bot.deliveries.next_due() is not None
        assert not await house.page.skip()
        assert desk.now() - before < timedelta(minutes=1)
        welcome = await desk.handle(_event("3", "client", Wrote(Words(code), "m2")))
        assert "I agree" in repr(welcome)


async def _page_house(stack: AsyncExitStack, folder: Path) -> House:
    settings = Settings(data=folder)
    opened = await stack.enter_async_context(opening(settings))
    return await put_together(stack, settings, opened, with_page=True)


def _event(number: str, user: str, what: Wrote | Pressed) -> Event:
    return Event(number, Address("local", "local", user), Words(user), what, "Europe/Berlin", "en")


def _action(messages: Sequence[Message], label: str) -> str:
    buttons = [b for m in messages for block in m.blocks for b in getattr(block, "buttons", ())]
    return next(str(one.action) for one in buttons if one.label == label)
