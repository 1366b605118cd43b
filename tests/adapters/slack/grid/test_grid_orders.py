"""Installing, widening, narrowing and reinstalling: one person, one address, one engagement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.people import Address
from bot.ports import NotSent, Sent
from tests.adapters.slack.grid.house import MAI, GridHouse, grid_house
from tests.adapters.slack.grid.payloads import ONE, TWO, WHOLE, Through
from tests.adapters.slack.test_slack_sending import NOTE

PLACES = (ONE, WHOLE)
LENGTH = 3


def orders(first: str) -> Iterator[tuple[str, ...]]:
    """Every order of what an administrator can do, after an install in `first`."""

    def after(done: tuple[str, ...], here: frozenset[str]) -> Iterator[tuple[str, ...]]:
        if len(done) == LENGTH:
            yield done
            return
        for place in PLACES:
            yield from after((*done, f"+{place}"), here | {place})
            if place in here:
                yield from after((*done, f"-{place}"), here - {place})

    yield from after((), frozenset({first}))


async def does(house: GridHouse, step: str) -> None:
    act, place = step[0], step[1:]
    await (house.install(place) if act == "+" else house.remove(place))


@pytest.mark.parametrize("first", PLACES)
async def test_in_every_order_the_person_keeps_one_address(first: str, tmp_path: Path) -> None:
    mine = Address("slack", first, MAI)
    every = list(orders(first))
    assert len(every) > 20
    async with grid_house(tmp_path) as house:
        await house.install(first)
        await house.joins(Through(first))
        assert await house.found(MAI) == [mine]
        seen = set()
        for order in every:
            for number, step in enumerate(order, 1):
                await does(house, step)
                if order[:number] not in seen:
                    seen.add(order[:number])
                    await holds(house, mine, (first, *order[:number]))
            # Back to the beginning: the app is where it was at first, and nowhere else.
            for place in PLACES:
                if place in house.tokens:
                    await house.remove(place)
            await house.install(first)
            await holds(house, mine, (first, *order, "again"))


async def holds(house: GridHouse, mine: Address, when: tuple[str, ...]) -> None:
    for through in house.through():
        before = len(house.slack.shown(MAI))
        await house.says(through, MAI, "help", team=TWO if through.org_wide else WHOLE)
        assert house.desk.taken[-1].sender == mine, when
        assert len(house.slack.shown(MAI)) > before, when
        assert await house.found(MAI) == [mine], when
    outcome = await house.desk.adapter.send(mine, NOTE, f"r{len(house.desk.taken)}{when}")
    async with house.store.transaction() as tx:
        left = await tx.left_at(mine)
    if house.tokens:
        assert isinstance(outcome, Sent), when
        assert left is None, when
    else:
        assert outcome == NotSent("app_removed"), when
        assert left is not None, when


@pytest.mark.parametrize("kinds", [("tokens_revoked",), ("app_uninstalled",), ()])
async def test_a_removal_of_the_whole_organisation_ends_every_workspace_of_it(
    kinds: tuple[str, ...], tmp_path: Path
) -> None:
    async with grid_house(tmp_path) as house:
        await house.install(ONE)
        await house.install(TWO)
        await house.joins(Through(ONE))
        await house.install(WHOLE)
        house.slack.tokens.clear()
        await house.remove(WHOLE, *kinds)
        assert sorted(house.desk.gone) == [WHOLE, ONE, TWO]
        assert await house.desk.adapter.send(Address("slack", ONE, MAI), NOTE, "r") == NotSent(
            "app_removed"
        )
        before = len(house.slack.calls)
        house.clock.forward(days=40)
        await house.desk.bot.tick()
        assert len(house.slack.calls) == before
        assert await house.found(MAI) == []


async def test_it_ends_the_workspaces_also_where_the_organisation_never_installed_it(
    tmp_path: Path,
) -> None:
    async with grid_house(tmp_path) as house:
        await house.install(ONE)
        await house.install(TWO)
        house.slack.tokens.clear()
        await house.remove(WHOLE)
        assert sorted(house.desk.gone) == [WHOLE, ONE, TWO]


async def test_a_stop_reaches_each_address_that_somebody_has_from_before(tmp_path: Path) -> None:
    async with grid_house(tmp_path) as house:
        await house.install(ONE)
        await house.install(TWO)
        await house.joins(Through(ONE))
        one, two = Address("slack", ONE, MAI), Address("slack", TWO, MAI)
        async with house.store.transaction() as tx:
            known = await tx.person_at(one)
            assert known is not None
        assert await house.found(MAI) == [one]
        await house.says(Through(TWO), MAI, "help")
        assert house.desk.taken[-1].sender == one
        assert await house.person(two) is None
        await house.install(WHOLE)
        await house.says(Through(WHOLE, TWO), MAI, "stop", team=TWO)
        assert "Stopped" in house.reads(MAI)
        before = len(house.slack.shown(MAI))
        house.clock.forward(days=21)
        await house.desk.bot.tick()
        assert len(house.slack.shown(MAI)) == before
