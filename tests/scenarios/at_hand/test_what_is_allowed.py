"""The one form of what a client has allowed: unticking ends at once, ticking asks first."""

from __future__ import annotations

import pytest

from bot.chat import Form, ManyField, Submitted, Text
from bot.domain.consent import Act
from bot.domain.limits import beyond_form
from bot.domain.purposes import PURPOSES, Purpose, switches
from bot.text import catalogue
from tests.scenarios.sponsoring.house import names, paid
from tests.world import Chatter, World, joined

HERE = "what I have allowed"


def ticked(person: Chatter) -> set[str]:
    (field,) = person.form().fields
    assert isinstance(field, ManyField)
    return set(field.initial)


async def saves(person: Chatter, *purposes: Purpose, form: Form | None = None) -> list[str]:
    given = form or person.form()
    what = Submitted(given.action, {"allowed": ",".join(purposes)})
    return [one.template for one in await person.does(what)]


async def ledger_of(world: World, person: Chatter) -> list[tuple[Purpose, Act]]:
    async with world.store.transaction() as tx:
        known = await tx.person_at(person.address)
        assert known is not None
        (engagement,) = await tx.engagements_of(known.id)
        return [(entry.purpose, entry.act) for entry in await tx.ledger(engagement.id)]


async def test_it_is_one_form_of_every_switch_with_its_state() -> None:
    client, _ = await joined(World())
    (shown,) = await client.writes(HERE)
    (field,) = client.form().fields
    assert isinstance(field, ManyField)
    shown_alone = tuple(one for one in switches() if one is not Purpose.SPONSOR)
    assert tuple(one.value for one in field.options) == shown_alone
    assert ticked(client) == {Purpose.CHECK_INS, Purpose.KEEP_WORDS, Purpose.KEEP_MARKS}
    assert sum(isinstance(block, Text) for block in shown.blocks) <= 3


async def test_where_somebody_pays_lines_for_them_stand_in_the_form_too() -> None:
    _, client, _ = await paid()
    await client.writes(HERE)
    (field,) = client.form().fields
    assert isinstance(field, ManyField)
    assert tuple(one.value for one in field.options) == switches()


@pytest.mark.parametrize("purpose", switches())
async def test_a_tick_allows_nothing_before_the_whole_sentence_is_answered(
    purpose: Purpose,
) -> None:
    world = World()
    client, coach = await joined(world, keep=False, digest=False)
    if purpose is Purpose.SPONSOR:
        assert await names(coach) == "sponsor-saved"
    await client.writes(HERE)
    if purpose.value in ticked(client):
        assert await saves(client) == [PURPOSES[purpose].switched_off]
        await client.writes(HERE)
    before = await ledger_of(world, client)
    assert await saves(client, *(Purpose(one) for one in ticked(client)), purpose) == [
        PURPOSES[purpose].asks
    ]
    assert (await ledger_of(world, client))[len(before) :] == [(purpose, Act.ASKED)]
    sentence = catalogue("en")(PURPOSES[purpose].asks, until="⟨until⟩").partition("⟨")[0]
    assert sentence in client.sees()
    await client.presses("Yes")
    assert (await ledger_of(world, client))[-1] == (purpose, Act.GIVEN)


async def test_several_ticks_are_asked_one_after_the_other_also_after_a_no() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes(HERE)
    on = [Purpose(one) for one in ticked(client)]
    more = (Purpose.STEP_PROMPTS, Purpose.REMINDER, Purpose.LISTED)
    assert await saves(client, *on, *more) == ["ask-step-prompts"]
    assert [one.template for one in await client.presses("Yes")] == ["switched-on", "ask-reminder"]
    assert [one.template for one in await client.writes("no")] == ["switched-off", "ask-listed"]
    assert [one.template for one in await client.presses("Yes")] == ["switched-on"]
    await client.writes(HERE)
    assert ticked(client) == {*on, Purpose.STEP_PROMPTS, Purpose.LISTED}


async def test_unticking_ends_at_once_and_asks_nothing() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes(HERE)
    gone = await saves(client, Purpose.CHECK_INS)
    assert gone == ["switched-off-keep-words", "switched-off-keep-marks"]
    last = (await ledger_of(world, client))[-2:]
    assert last == [(Purpose.KEEP_WORDS, Act.WITHDRAWN), (Purpose.KEEP_MARKS, Act.WITHDRAWN)]


async def test_an_old_form_changes_only_what_was_changed_in_it() -> None:
    world = World()
    client, _ = await joined(world, keep=False, digest=False)
    await client.writes(HERE)
    old = client.form()
    await client.presses("Turn on: Keep my words")
    await client.presses("Yes")
    assert await saves(client, Purpose.CHECK_INS, form=old) == ["switches-same", "switches"]
    assert ticked(client) == {Purpose.CHECK_INS, Purpose.KEEP_WORDS}
    assert await saves(client, form=old) == ["switched-off"]
    await client.writes(HERE)
    assert ticked(client) == {Purpose.KEEP_WORDS}


@pytest.mark.parametrize("given", ["", "nothing", "agreement,digest", "check_ins+notes", "x" * 150])
async def test_what_is_no_switch_is_never_asked_nor_allowed(given: str) -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes(HERE)
    form = client.form()
    before = await ledger_of(world, client)
    await client.does(Submitted(form.action.rpartition(":")[0], {"allowed": given}))
    assert await ledger_of(world, client) == before


async def test_somebody_elses_form_changes_nothing() -> None:
    world = World()
    client, coach = await joined(world, digest=False)
    await client.writes(HERE)
    before = await ledger_of(world, client)
    assert await saves(coach, *switches(), form=client.form()) == ["stale"]
    assert await ledger_of(world, client) == before


async def test_after_a_stop_the_form_turns_nothing_on() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes(HERE)
    form = client.form()
    await client.writes("stop")
    assert await saves(client, *switches(), form=form) == ["stale"]


def test_a_form_with_everything_ticked_is_no_longer_than_is_read() -> None:
    assert beyond_form("switches:e", {"allowed": ",".join(switches())}) is None
