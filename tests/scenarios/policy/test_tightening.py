"""A tighter policy works at once, and a looser one gives nothing back by itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain import actions
from bot.domain.consent import Act
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.purposes import Purpose
from bot.upkeep.ledger_audit import audit
from tests.scenarios.policy.house import House, keeping, without
from tests.world import World, joined, text_of

DAY = timedelta(days=1)
NO_CHECK_INS = without(Purpose.CHECK_INS, Purpose.REMINDER)


def planned(house: House, kind: Kind = Kind.CHECK_IN) -> int:
    every = house.tables.deliveries.values()
    return len([one for one in every if one.kind is kind and one.state is DeliveryState.PLANNED])


async def test_what_is_no_longer_allowed_stops_and_nothing_more_leaves(tmp_path: Path) -> None:
    house = House(tmp_path)
    client, _ = await joined(house.world)
    assert planned(house) == 1
    await house.decides(NO_CHECK_INS)
    last = house.last(Purpose.CHECK_INS)
    assert last is not None
    assert last.act is Act.REVOKED
    assert planned(house) == 0
    shown = len(client.shown)
    await house.world.until(house.world.clock.now() + 10 * DAY)
    assert len(client.shown) == shown
    assert (await audit(house.world.store)).flaws == ()


async def test_the_gate_obeys_before_what_is_stored_does(tmp_path: Path) -> None:
    house = House(tmp_path)
    client, _ = await joined(house.world)
    house.write(NO_CHECK_INS)
    await house.watch._read_anew()
    assert planned(house) == 1
    await house.world.until(house.world.clock.now() + 4 * DAY)
    ended = house.tables.deliveries.values()
    assert [one for one in ended if one.kind is Kind.CHECK_IN and one.reason == "not_allowed"]
    (first, *_) = await client.writes("hello")
    assert first.template == "unsent-policy"


async def test_a_looser_policy_brings_nothing_back_and_asks_nobody(tmp_path: Path) -> None:
    house = House(tmp_path)
    client, _ = await joined(house.world)
    await house.decides(NO_CHECK_INS)
    await house.decides()
    shown = len(client.shown)
    await house.world.until(house.world.clock.now() + 10 * DAY)
    assert len(client.shown) == shown
    assert not [one for one in await client.writes("hello") if one.template == "ask-check-ins"]
    await client.presses_raw(actions.SWITCH(house.engagement().id, Purpose.CHECK_INS, "on"))
    await client.presses("Yes")
    last = house.last(Purpose.CHECK_INS)
    assert last is not None
    assert last.act is Act.GIVEN
    assert planned(house) == 1


async def test_what_was_kept_under_it_is_removed_by_the_next_sweep(tmp_path: Path) -> None:
    house = House(tmp_path)
    client, _ = await joined(house.world)
    await client.writes("I talked with my team")
    assert house.tables.answers
    await house.decides(without(Purpose.KEEP_WORDS, Purpose.STEP_PROMPTS, Purpose.SHARE_WORDS))
    await house.world.until(house.world.clock.now() + timedelta(minutes=16))
    assert not house.tables.answers
    await house.decides()
    await client.writes("I talked again")
    assert not house.tables.answers


async def test_a_lower_ceiling_shortens_and_a_higher_one_lengthens_nothing(tmp_path: Path) -> None:
    house = House(tmp_path, keeping(365))
    client, _ = await joined(house.world)
    await client.writes("I talked with my team")
    (before,) = house.tables.answers.values()
    await house.decides(keeping(10, grace=3))
    (after,) = house.tables.answers.values()
    assert after.until == after.at + 10 * DAY < before.until
    engagement = house.engagement()
    assert engagement.keeps_until == engagement.ends_at + 3 * DAY
    await house.decides(keeping(365))
    assert house.tables.answers[after.id].until == after.until
    assert house.engagement() == engagement
    await client.writes("I talked again")
    assert {one.until - one.at for one in house.tables.answers.values()} == {10 * DAY}


async def test_whoever_chooses_longer_after_that_gets_it_for_what_comes(tmp_path: Path) -> None:
    house = House(tmp_path, keeping(10))
    client, _ = await joined(house.world)
    await house.decides(keeping(365))
    await client.writes("I talked with my team")
    await client.presses_raw(actions.KEEP_FOR(house.engagement().id, "end"))
    await client.writes("I talked again")
    first, second = sorted(house.tables.answers.values(), key=lambda one: one.at)
    assert first.until == first.at + 10 * DAY
    assert second.until == house.engagement().keeps_until


async def test_nothing_that_is_not_allowed_is_asked_or_can_be_turned_on(tmp_path: Path) -> None:
    house = House(tmp_path, without(Purpose.KEEP_MARKS, Purpose.SHARE_MARKS, Purpose.NOTES))
    coach, client = house.world.person("coach", "Daniel"), house.world.person("client", "Mai")
    await coach.writes("invite")
    await client.writes(coach.code())
    await client.presses("I agree")
    for _ in range(2):
        await client.presses("Yes")
    assert house.last(Purpose.KEEP_MARKS) is None
    engagement = house.engagement().id
    for action in (
        actions.SWITCH(engagement, Purpose.NOTES, "on"),
        actions.ALLOW(engagement, Purpose.NOTES, "yes", actions.SWITCHED),
        actions.ALLOW(engagement, Purpose.KEEP_MARKS, "yes", None),
    ):
        answers = await client.presses_raw(action)
        assert answers[0].template in ("policy-off", "already-done")
    assert house.last(Purpose.NOTES) is None
    assert house.last(Purpose.KEEP_MARKS) is None


async def test_a_coachs_own_digest_ends_too(tmp_path: Path) -> None:
    house = House(tmp_path)
    _, coach = await joined(house.world)
    assert planned(house, Kind.DIGEST) == 1
    await house.decides(without(Purpose.DIGEST))
    assert planned(house, Kind.DIGEST) == 0
    answers = await coach.presses_raw(actions.DIGEST("yes"))
    assert answers[0].template == "policy-off"


async def test_a_faulty_file_changes_nothing_while_it_runs_and_the_doctor_says_so(
    tmp_path: Path,
) -> None:
    house = House(tmp_path)
    await joined(house.world)
    held = house.policy
    for broken in ("[purposes]\nallowed = [3]\n", "[keeping]\nmost_days = -1\n"):
        await house.decides(broken)
        assert house.policy == held
        (finding,) = house.watch.findings()
        assert not finding.ok
        assert held.hash in finding.sentence
    house.file.unlink()
    await house.watch.look()
    assert house.policy == held
    await house.decides(NO_CHECK_INS)
    (finding,) = house.watch.findings()
    assert finding.ok
    assert house.policy.hash in finding.sentence


@pytest.mark.parametrize("place", ["local/elsewhere", "local/local"])
async def test_it_works_only_where_the_policy_says(tmp_path: Path, place: str) -> None:
    house = House(tmp_path, f'[workspaces]\nallowed = ["{place}"]\n')
    coach = house.world.person("coach", "Daniel")
    answers = await coach.writes("invite")
    assert ("coaches-ask" in [one.template for one in answers]) is (place != "local/local")


async def test_a_workspace_that_is_taken_out_gets_nothing_more(tmp_path: Path) -> None:
    house = House(tmp_path)
    client, _ = await joined(house.world)
    await house.decides('[workspaces]\nallowed = ["slack/T1"]\n')
    shown = len(client.shown)
    await house.world.until(house.world.clock.now() + 10 * DAY)
    assert len(client.shown) == shown
    stopped = await client.writes("stop")
    assert house.engagement().stopped
    assert stopped


async def test_only_the_languages_of_the_policy_are_written(tmp_path: Path) -> None:
    house = House(tmp_path, '[languages]\noffered = ["de", "fr"]\n')
    person = house.world.person("mai", "Mai")
    (hello, *_) = await person.writes("hello")
    assert hello.language == "de"
    (answer, *_) = await person.writes("français")
    assert answer.language == "fr"
    (answer, *_) = await person.writes("español")
    assert "Français" in text_of([answer])


async def test_without_a_file_the_settings_hold_as_before() -> None:
    world = World()
    assert world.settings.policy is None
    assert world.settings.forbidden == frozenset()
