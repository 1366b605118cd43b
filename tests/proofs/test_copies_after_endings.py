"""No copy outlives an ending: deleted, edited, not kept, taken back, erased in part, stopped."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path

import pytest

from bot.chat import Event, Pressed
from bot.domain import actions
from bot.domain.people import Address
from bot.domain.purposes import Purpose
from bot.domain.words import Words
from bot.ports import Own
from tests.adapters.teams.support import conversation_of
from tests.proofs.screen_world import (
    CLIENT,
    COACH,
    DRAFT,
    FORM,
    KEPT,
    SHARED,
    THEN,
    WHEN,
    WORDS,
    Person,
    Scene,
    erase_all,
    living,
    of,
)
from tests.proofs.screens import SCREENS, SlackScreen, TeamsScreen


@pytest.fixture(params=SCREENS)
async def scene(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Scene]:
    async with living(request.param, tmp_path) as lived:
        yield lived


EndsIt = Callable[[Scene], Awaitable[object]]


async def _drop(scene: Scene) -> None:
    await scene.client.presses("Don't keep")


async def _edit_into_stop(scene: Scene) -> None:
    await scene.client.edits(of(DRAFT), "stop")


async def _erase_one(scene: Scene) -> None:
    await scene.client.writes("erase")
    await scene.client.presses("Only a part …")
    await scene.client.presses("One answer …")
    label = next(b.label for b in scene.client.buttons() if b.label.startswith("Erase this"))
    await scene.client.presses(label)
    await scene.client.presses("Erase it")


async def _erase_week(scene: Scene) -> None:
    await scene.client.writes("erase")
    await scene.client.presses("Only a part …")
    await scene.client.presses("The last 7 days")
    await scene.client.presses("Erase it")


DRAFT_ENDS: Mapping[str, EndsIt] = {
    "don't keep": _drop,
    "deleted": lambda scene: scene.client.deletes(of(DRAFT)),
    "edited": lambda scene: scene.client.edits(of(DRAFT), "something else entirely"),
    "edited into a stop": _edit_into_stop,
    "one erased": _erase_one,
    "a week erased": _erase_week,
}


@pytest.mark.parametrize("how", DRAFT_ENDS)
async def test_however_an_answer_ends_the_bot_quotes_it_nowhere(scene: Scene, how: str) -> None:
    await scene.client.writes(DRAFT, message=of(DRAFT))
    if how not in ("don't keep", "edited into a stop"):
        await scene.everybody_looks()
    assert DRAFT in (await scene.after())[0]
    await DRAFT_ENDS[how](scene)
    client, coach = await scene.after()
    assert DRAFT not in client
    assert DRAFT not in coach


SHARE_ENDS: Mapping[str, EndsIt] = {
    "taken back": lambda scene: _take_back(scene),
    "deleted": lambda scene: scene.client.deletes(of(SHARED)),
    "edited": lambda scene: scene.client.edits(of(SHARED), "something else entirely"),
    "a week erased": _erase_week,
}


async def _take_back(scene: Scene) -> None:
    await scene.client.presses("Take it back")


@pytest.mark.parametrize("how", SHARE_ENDS)
async def test_however_a_share_ends_the_coach_reads_it_nowhere(scene: Scene, how: str) -> None:
    await scene.writes_and_shares(SHARED)
    assert (await scene.after())[1].count(SHARED) >= 2, "in the digest, and in the list"
    await SHARE_ENDS[how](scene)
    client, coach = await scene.after()
    assert SHARED not in coach
    assert how == "taken back" or SHARED not in client


# The page of guest coaches has no way to delete one message.
WITH_DELETING = [name for name in SCREENS if name != "mail"]


@pytest.mark.parametrize("name", WITH_DELETING)
async def test_words_that_were_never_kept_leave_with_their_message(
    tmp_path: Path, name: str
) -> None:
    """Without the consent to keep words, only the platform knows what a message said."""
    async with living(name, tmp_path) as scene:
        keep_off = actions.SWITCH(await scene.engagement(), Purpose.KEEP_WORDS, "off")
        await scene.client.presses_raw(keep_off)
        await scene.client.writes(FORM, message=of(FORM))
        assert FORM in await scene.client.sees_now()
        await scene.client.deletes(of(FORM))
        assert FORM not in await scene.client.sees_now()


@pytest.mark.parametrize("name", ["slack", "local"])
async def test_what_a_withdrawal_left_with_the_coach_goes_with_the_message(
    tmp_path: Path, name: str
) -> None:
    """The two platforms that tell what a message said; in Teams "Take it back" does it."""
    async with living(name, tmp_path) as scene:
        await scene.writes_and_shares(SHARED)
        keep_off = actions.SWITCH(await scene.engagement(), Purpose.KEEP_WORDS, "off")
        await scene.client.presses_raw(keep_off)
        assert SHARED in (await scene.after())[1], "a change of mind is nobody else's business"
        await scene.client.deletes(of(SHARED))
        client, coach = await scene.after()
        assert SHARED not in coach
        assert SHARED not in client


async def test_a_step_leaves_the_home_page_when_it_is_let_go(scene: Scene) -> None:
    await scene.client.writes("step")
    await scene.client.submits(when=WHEN, then=THEN)
    await scene.client.opens_home()
    assert THEN in await scene.client.sees_now()
    await _erase_week(scene)
    assert THEN not in await scene.client.sees_now()


async def test_a_page_that_teams_drew_anew_is_found_by_what_it_shows_now(tmp_path: Path) -> None:
    async with living("teams", tmp_path) as scene:
        screen, client = scene.world.screen, scene.client
        assert isinstance(screen, TeamsScreen)
        await client.opens_home()
        message = list(screen.there.peer.chats[conversation_of(client.address.user)])[-1]
        await client.writes("step")
        await client.submits(when=WHEN, then=THEN)
        visit = Event("visit", client.address, Words(CLIENT), Pressed("home"))
        await screen.draws_home_anew(visit, message)
        assert THEN in await client.sees_now()
        await _erase_week(scene)
        assert THEN not in await client.sees_now()


LISTED_ENDS: Mapping[str, EndsIt] = {
    "stop": lambda scene: scene.client.writes("stop"),
    "erase": lambda scene: erase_all(scene),
    "the coach ends it": lambda scene: _end(scene),
    "the coach ends all": lambda scene: _end_all(scene),
    "off the list": lambda scene: _unlist(scene),
}


async def _erase_all(scene: Scene) -> None:
    await scene.client.writes("erase everything")
    await scene.client.presses("Erase everything")


async def _end(scene: Scene) -> None:
    await scene.coach.presses_raw(actions.END(await scene.engagement(), "yes"))


async def _end_all(scene: Scene) -> None:
    await scene.coach.presses_raw(actions.END_ALL("yes"))


async def _unlist(scene: Scene) -> None:
    await scene.client.presses_raw(actions.SWITCH(await scene.engagement(), Purpose.LISTED, "off"))


@pytest.mark.parametrize("how", LISTED_ENDS)
async def test_both_home_pages_are_drawn_anew_at_every_ending(tmp_path: Path, how: str) -> None:
    async with living("slack", tmp_path) as scene:
        await scene.lists()
        await scene.client.opens_home()
        await scene.coach.opens_home()
        assert CLIENT in home(scene.coach)
        before = home(scene.client)
        await LISTED_ENDS[how](scene)
        assert CLIENT not in home(scene.coach)
        assert how == "off the list" or home(scene.client) != before
        assert how != "erase" or COACH not in home(scene.client)


async def test_the_sweep_draws_the_home_pages_anew_too(tmp_path: Path) -> None:
    async with living("slack", tmp_path) as scene:
        await scene.lists()
        await scene.client.writes("step")
        await scene.client.submits(when=WHEN, then=THEN)
        await scene.client.opens_home()
        await scene.coach.opens_home()
        assert THEN in home(scene.client)
        await scene.world.bot.tick()
        scene.world.clock.forward(days=200)
        await scene.world.bot.sweep.now()
        assert THEN not in home(scene.client)
        assert CLIENT not in home(scene.coach)
        scene.world.clock.forward(days=200)
        await scene.world.bot.sweep.now()
        assert COACH not in home(scene.client)


async def test_an_erase_whose_process_ended_is_cleared_by_the_next_one(tmp_path: Path) -> None:
    """The inbox finds an event that was handled, and whose answer nobody can tell of."""
    async with living("slack", tmp_path) as scene:
        await scene.plants()
        clear = scene.world.screen.adapter.clear
        scene.world.screen.adapter.clear = _dies  # type: ignore[method-assign]
        await erase_all(scene)
        scene.world.screen.adapter.clear = clear  # type: ignore[method-assign]
        assert KEPT in await scene.client.sees_now()
        await scene.world.bot.events.clear_after_crash(scene.client.address)
        client, _ = await scene.after()
        assert [word for word in WORDS if word in client] == []


async def _dies(to: Address, which: Own) -> None: ...


def home(person: Person) -> str:
    screen = person.screen()
    assert isinstance(screen, SlackScreen)
    return repr(screen.wire.slack.homes[person.address.user])
