"""A restore ends halted, and what may have left after the backup does not leave a second time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.kinds import KINDS
from bot.domain.delivery import REPEATING, Kind
from bot.domain.halting.halt import Halt
from storage.moving.held_back import BY
from storage.sql.halts import button
from tests.backups.installed import ORGANISATION, Installed, installed
from tests.databases import SQL
from tests.scenarios.coach_replies.acts import THANKS, lets_notes_in, reads, shares, templates_for
from tests.world import Chatter, World, joined, text_of

DAY = timedelta(days=1)
# Their check-in is on Mondays and Thursdays at 8:00 UTC, the digest on Fridays.
THURSDAY = datetime(2026, 11, 26, 8, 5, tzinfo=UTC)


class Life:
    """Two people, a backup of their first day, and all later moments told by the world's clock."""

    def __init__(self, org: Installed, world: World, client: Chatter, coach: Chatter) -> None:
        self.org, self.world, self.client, self.coach = org, world, client, coach

    async def goes_on(self, until: datetime) -> None:
        async with self.org.running() as opened:
            self.world.store = opened.store
            await self.world.restart()
            await self.world.until(until)

    async def is_restored(self, clock_behind: timedelta = timedelta(0)) -> None:
        """Loses the database. The keys in use prove what was ended."""
        self.org.lose_the_database()
        (file,) = (self.org.home / "backups").glob("*.backup")
        await self.org.restored(file, now=self.world.clock.now() - clock_behind)

    async def halt(self) -> Halt | None:
        async with self.org.running() as opened, opened.store.transaction() as tx:
            return await tx.halt()

    async def resumes(self) -> None:
        """The operator ends the halt; then both look at their times, and end their rest."""
        with told_by(self.world):
            self.org.resumed()
        async with self.org.running() as opened:
            self.world.store = opened.store
            await self.world.restart()
            for person in (self.client, self.coach):
                await person.writes("hello")
                await person.writes("resume")


@contextmanager
def told_by(world: World) -> Iterator[None]:
    """The database's clock is the world's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(button, "_clock", lambda _: world.clock.now())
        yield


async def lived(kind: str, home: Path, *, pressed: bool = False) -> Life:
    org = installed(kind, home)
    async with org.running() as opened:
        world = World(opened.store)
        client, coach = await joined(world)
        await shares(client, "for Daniel")
        if pressed:
            with told_by(world):
                button.press(org.data, org.of.url, ORGANISATION, "ada", "a wrong message")
        await org.backed_up(now=world.clock.now())
    return Life(org, world, client, coach)


def test_what_repeats_is_what_its_row_says() -> None:
    assert {kind for kind in Kind if KINDS[kind].repeats} == set(REPEATING)


async def test_nothing_leaves_until_the_resume_and_then_the_next_ones_do(tmp_path: Path) -> None:
    life = await lived("sqlite", tmp_path)
    await life.is_restored()
    halt = await life.halt()
    assert halt is not None
    assert (halt.in_force, halt.halted_by, halt.halted_at) == (True, BY, life.world.clock.now())
    left = len(life.world.platform.arrived)
    await life.goes_on(life.world.clock.now() + 8 * DAY)
    assert len(life.world.platform.arrived) == left
    await life.resumes()
    await life.goes_on(life.world.clock.now() + 8 * DAY)
    assert len(life.world.platform.arrived) > left


async def test_a_halt_of_before_the_backup_stays_and_stays_its_operators(tmp_path: Path) -> None:
    life = await lived("sqlite", tmp_path, pressed=True)
    life.world.clock.forward(minutes=90)
    await life.is_restored()
    halt = await life.halt()
    assert halt == Halt(life.world.clock.now(), "ada", "a wrong message")


@pytest.mark.parametrize("resumes_first", [True, False])
@pytest.mark.parametrize("until", [THURSDAY, THURSDAY + 4 * DAY, THURSDAY + 7 * DAY])
async def test_a_window_that_is_open_at_the_restore_brings_nothing_again(
    until: datetime, resumes_first: bool, tmp_path: Path
) -> None:
    """The backup knows only of the first occurrence, and a later one had left."""
    life = await lived("sqlite", tmp_path)
    await life.goes_on(until)
    assert templates_for(life.world, life.client)[-1] == "check-in"
    left = len(life.world.platform.arrived)
    await life.is_restored()
    if not resumes_first:
        await life.goes_on(life.world.clock.now() + timedelta(minutes=5))
    await life.resumes()
    await life.goes_on(until + timedelta(hours=14))
    assert len(life.world.platform.arrived) == left
    await life.goes_on(until + 7 * DAY)
    assert len(life.world.platform.arrived) > left


async def test_a_clock_that_is_behind_at_the_restore_holds_what_the_backup_saw(
    tmp_path: Path,
) -> None:
    """The backup was made while the window was open; the restore's clock is of before it."""
    life = await lived("sqlite", tmp_path)
    life.world.clock.at = THURSDAY
    (file,) = (tmp_path / "backups").glob("*.backup")
    file.unlink()
    await life.org.backed_up(now=THURSDAY)
    left = len(life.world.platform.arrived)
    await life.is_restored(clock_behind=30 * DAY)
    halt = await life.halt()
    assert halt is not None
    assert halt.halted_at == THURSDAY
    await life.resumes()
    await life.goes_on(THURSDAY + timedelta(hours=14))
    assert len(life.world.platform.arrived) == left


async def test_what_comes_once_is_over_and_no_halt_moves_it_to_another_day(tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, coach = await joined(world)
        await shares(client, "for Daniel")
        await lets_notes_in(client)
        await client.writes("when I wake up, then I stretch")
        await reads(coach)
        await coach.presses(THANKS)
        await org.backed_up(now=world.clock.now())
        await world.until(THURSDAY + timedelta(hours=4))
        assert "read-from" in templates_for(world, client)
    life, left = Life(org, world, client, coach), len(world.platform.arrived)
    await life.is_restored()
    await life.goes_on(world.clock.now() + DAY + timedelta(hours=6))
    await life.resumes()
    await life.goes_on(world.clock.now() + 3 * DAY)
    again = [one.message.template for one in world.platform.arrived[left:]]
    assert "read-from" not in again


@pytest.mark.parametrize("kind", SQL)
async def test_a_digest_does_not_bring_again_what_one_may_have_brought(
    kind: str, tmp_path: Path
) -> None:
    life = await lived(kind, tmp_path)
    friday = THURSDAY + DAY
    await life.goes_on(friday)
    assert "for Daniel" in life.coach.sees()
    await life.is_restored()
    await life.resumes()
    async with life.org.running() as opened:
        life.world.store = opened.store
        await life.world.restart()
        seen = life.coach.sees()
        await shares(life.client, "after the loss")
        await life.world.until(friday + 7 * DAY)
        came = life.coach.sees().removeprefix(seen)
        assert "after the loss" in came
        assert "for Daniel" not in came
        assert "for Daniel" in text_of(await life.coach.writes("digest"))


async def test_what_no_digest_can_have_brought_stands_in_the_next_one(tmp_path: Path) -> None:
    life = await lived("sqlite", tmp_path)
    await life.goes_on(THURSDAY)
    await life.is_restored()
    await life.resumes()
    await life.goes_on(THURSDAY + DAY)
    assert "for Daniel" in life.coach.sees()
