"""Installs that an earlier version stored without their organisation are found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from adapters.slack.inbound.arrivals import Install
from adapters.slack.inbound.oauth_grant import OAuthGrant
from bot.domain.people import Address
from tests.adapters.slack.fake_slack import APP, BOT
from tests.adapters.slack.grid.payloads import ONE, TWO, WHOLE, Through, typed
from tests.adapters.slack.grid.test_grid_doors import MAI, Door, door

MINE = Address("slack", ONE, MAI)
OLDER = Install(ONE, BOT, "", APP)


async def saved(here: Door, install: Install, token: str) -> None:
    here.slack.tokens.add(token)
    served = here.opened._intake._installs
    await served._exact.save(OAuthGrant(install, token))  # type: ignore[attr-defined]


@pytest.mark.parametrize("told_by", ["an event of the workspace", "an event of the whole", "start"])
async def test_the_place_is_learned_and_the_person_stays_who_they_are(
    told_by: str, tmp_path: Path
) -> None:
    async with door(tmp_path, WHOLE) as here:
        here.desk.people = {MINE: True}
        known_since = replace(OLDER, enterprise=WHOLE) if told_by == "start" else OLDER
        await saved(here, known_since, "xoxb-older")
        served = here.opened._intake._installs
        match told_by:
            case "start":
                await served.ready()
            case "an event of the workspace":
                assert await here.takes(typed(Through(ONE), MAI, WHOLE, "hello"))
            case _:
                assert await here.takes(typed(Through(WHOLE, ONE), MAI, TWO, "hello"))
        await here.opened._intake._installs._exact.remove(ONE)
        assert await here.takes(typed(Through(WHOLE, TWO), MAI, TWO, "hello"))
        assert here.desk.taken[-1].sender == MINE
        assert await served.token(ONE) == "xoxb-1"


async def test_a_workspace_of_another_organisation_is_nobodys_place(tmp_path: Path) -> None:
    async with door(tmp_path, WHOLE) as here:
        here.desk.people = {MINE: True}
        await saved(here, replace(OLDER, enterprise="E0OTHER"), "xoxb-older")
        assert await here.takes(typed(Through(WHOLE, ONE), MAI, TWO, "hello"))
        assert here.desk.taken[-1].sender == Address("slack", WHOLE, MAI)
