"""Who may coach is the organisation's to say, and so is how many codes a coach makes in a day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import ValidationError

from bot.chat import Quote
from bot.domain.actions import ACTIONS
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.operator import TellOperatorError
from bot.inbound.routes import COMMANDS, HANDLERS
from bot.settings import Settings
from bot.upkeep.operator import Operator
from tests.operators import FakeEraser, FakeKeyDesk, FakeMachine
from tests.test_roles import BY_ROLE
from tests.world import Chatter, World, joined, text_of

# What only takes something away stays open to somebody who may not coach any more.
TAKES_AWAY = {
    *("digest", "briefs", "note-drop", "brought-up", "unwrite", "end", "end-all"),
    "sponsor-nobody",
}
# Whoever comes in by a link coaches nobody yet.
COMES_IN = {"guest-set"}
NOBODY = Settings(coaches="local/local/somebody-else")


async def keeps_off(world: World, settings: Settings = NOBODY) -> None:
    """Starts again with other settings, as an organisation does that takes a coach off its list."""
    world.settings = settings
    await world.restart()


async def shares(client: Chatter) -> None:
    await client.writes("I talked with my team")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")


def operator_of(world: World) -> Operator:
    return Operator(FakeEraser(), world.store, FakeKeyDesk(), world.clock, FakeMachine())


def handed(person: Chatter) -> str:
    (line,) = [b.words.text for b in person.shown[-1].blocks if isinstance(b, Quote)]
    return line


def test_every_verb_of_a_coach_is_open_only_to_those_who_may_coach() -> None:
    coachs = set(BY_ROLE["coach"].split())
    guarded = {row.verb for row in ACTIONS if hasattr(HANDLERS[row], "__wrapped__")}
    typed = {one.value for one, run in COMMANDS.items() if hasattr(run, "__wrapped__")}
    buttons = {row.verb for row in ACTIONS} & coachs
    assert buttons - guarded == TAKES_AWAY | COMES_IN
    assert {one.value for one in COMMANDS} & coachs - typed == set()
    assert guarded <= coachs


async def test_who_is_not_on_the_list_makes_no_code_and_is_told_what_to_hand_over() -> None:
    world = World(settings=NOBODY)
    eve = world.person("eve", "Eve")
    (answer,) = await eve.writes("invite")
    assert answer.template == "coaches-ask"
    assert "the people who run me decide who can coach" in text_of([answer])
    assert handed(eve) == "local/local/eve"
    async with world.store.transaction() as tx:
        assert await tx.person_at(eve.address) is None


async def test_who_is_on_the_list_coaches() -> None:
    world = World(settings=Settings(coaches="slack/T1/U1, local/local/coach"))
    client, _ = await joined(world)
    assert client.templates()[-1] == "receipt"


async def test_an_operator_approves_by_the_line_that_the_bot_showed() -> None:
    world = World(settings=Settings(coaches="approval"))
    daniel = world.person("coach", "Daniel")
    assert (await daniel.writes("invite"))[0].template == "coaches-ask"
    desk = operator_of(world)
    assert (await desk.approve_coach(handed(daniel))).changed
    assert not (await desk.approve_coach(handed(daniel).upper())).changed
    assert (await daniel.writes("invite"))[0].template == "invite"
    assert world.platform.arrived == []
    for mistyped in ("1a2b-3c4d", "local/coach", ""):
        with pytest.raises(TellOperatorError, match="Nothing was changed"):
            await desk.approve_coach(mistyped)
    assert (await desk.withdraw_coach("local/local/coach")).changed
    assert not (await desk.withdraw_coach("local/local/coach")).changed
    assert (await daniel.writes("invite"))[0].template == "coaches-ask"
    assert "your codes don't work" in text_of(daniel.shown[-1:])


async def test_a_coach_who_is_taken_off_reads_nothing_and_reaches_nobody() -> None:
    world = World()
    client, coach = await joined(world)
    code = coach.code()
    await shares(client)
    await keeps_off(world)
    for line in ("invite", "digest", "my clients", "my profile"):
        assert (await coach.writes(line))[0].template == "coaches-ask", line
    assert "I talked with my team" not in coach.sees()
    await world.until(world.clock.now() + timedelta(days=8))
    assert "I talked with my team" not in coach.sees()
    async with world.store.transaction() as tx:
        owner = await tx.person_at(coach.address)
        assert owner is not None
        ended = [d for d in await tx.deliveries(owner.id, Kind.DIGEST) if d.settled_at]
    assert {(one.state, one.reason) for one in ended} == {(DeliveryState.WITHHELD, "not_a_coach")}
    other = world.person("other", "Ana")
    assert (await other.writes(code))[0].template == "code-unknown"


async def test_the_client_goes_on_and_is_told_that_shares_wait() -> None:
    world = World()
    client, coach = await joined(world)
    await keeps_off(world)
    await shares(client)
    assert "nothing that you share is shown to them" in text_of(client.shown[-4:])
    assert "check-in" in await _next_template(world, client)
    await keeps_off(world, Settings())
    await coach.writes("digest")
    assert "I talked with my team" in coach.sees()


async def _next_template(world: World, client: Chatter) -> str:
    before = len(client.shown)
    await world.skip()
    return " ".join(one.template for one in client.shown[before:])


async def test_a_note_of_a_coach_who_is_taken_off_does_not_leave() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("my switches")
    await client.presses("Turn on: Notes from my coach")
    await client.presses("Yes")
    await shares(client)
    await coach.writes("digest")
    await coach.presses("A note to Mai …")
    await coach.writes("Let us begin there")
    await coach.presses("Send exactly this")
    await keeps_off(world)
    await world.until(world.clock.now() + timedelta(days=3))
    assert "Let us begin there" not in client.sees()


async def test_a_coach_who_is_taken_off_can_end_everything() -> None:
    world = World()
    client, coach = await joined(world)
    await keeps_off(world)
    await coach.writes("my clients")
    await coach.presses("End all my coaching here …")
    await coach.presses("End it")
    world.clock.forward(minutes=1)
    await client.writes("hello")
    assert "has ended" in text_of(client.shown[-1:])


async def test_codes_have_a_cap_for_a_person_and_a_day() -> None:
    world = World(settings=Settings(codes_a_day=3))
    coach, other = world.person("coach", "Daniel"), world.person("other", "Ana")
    for _ in range(3):
        assert (await coach.writes("invite"))[0].template == "invite"
        world.clock.forward(hours=1)
    (answer,) = await coach.presses("A code for 6 weeks")
    assert "I can make 3 codes a day for you" in text_of([answer])
    assert (await other.writes("invite"))[0].template == "invite"
    world.clock.forward(hours=22)
    assert (await coach.writes("invite"))[0].template == "invite"
    assert (await coach.writes("invite"))[0].template == "invite-enough"


@pytest.mark.parametrize("wrong", ["nobody", "slack/T1", "slack/T1/U1,", "a b/c/d", "Everyone"])
def test_a_list_that_cannot_be_meant_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        Settings(coaches=wrong)
