"""One whole engagement, from the code to the end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.delivery import DeliveryState, Kind
from tests.world import World, joined, text_of

BERLIN = ZoneInfo("Europe/Berlin")


async def test_an_invitation_reaches_nobody_but_the_coach() -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    answer = await coach.writes("I'd like to invite a client, please")
    assert coach.code() in text_of(answer)
    assert coach.code() in coach.quotes()[-1]
    await world.until(world.clock.now() + timedelta(days=30))
    assert client.shown == []
    assert world.platform.arrived == []


async def test_from_the_code_to_the_first_check_in_in_ten_taps() -> None:
    world = World()
    client, _ = await joined(world)
    assert client.templates()[0] == "welcome"
    assert len(client.shown[0].blocks) == 2
    assert client.taps <= 10
    assert client.templates()[-1] == "receipt"


async def test_every_switch_is_off_until_its_own_yes_and_no_weighs_the_same() -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await client.writes(coach.code())
    await client.presses("I agree")
    for _ in range(3):
        assert [b.label for b in client.shown[-1].blocks[-1].buttons] == ["Yes", "No"]  # type: ignore[union-attr]
        await client.presses("No")
    assert client.templates()[-1] == "receipt"
    assert "On, until" not in text_of(client.shown[-1:])
    await world.until(world.clock.now() + timedelta(days=120))
    assert world.platform.arrived == []


async def test_the_check_in_comes_inside_the_hours_and_the_digest_quotes_the_preview() -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    arrived = world.platform.arrived[-1]
    local = arrived.at.astimezone(BERLIN)
    assert arrived.message.template == "check-in"
    assert local.strftime("%a") in ("Mon", "Thu")
    assert 9 <= local.hour < 11

    words = "I said no to a meeting.\n\n  It felt odd — but *good* 🙂 <!channel>"
    await client.writes(words)
    assert client.quotes(last=1) == [words]
    await client.asks_to_share()
    await client.presses("Yes")
    assert client.templates()[-1] == "preview"
    previewed = client.shown[-1].blocks[1:4]
    await client.presses("Share exactly this")
    assert words not in coach.sees()

    await world.until(datetime(2026, 11, 27, 18, tzinfo=UTC))
    digest = next(a for a in world.platform.arrived if a.message.template == "digest")
    assert digest.at.astimezone(BERLIN).strftime("%a") == "Fri"
    assert [b for b in digest.message.blocks if b in previewed] == list(previewed)


async def test_a_step_is_set_and_asked_about_at_the_next_check_in() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.presses("Another question")
    await client.presses("3")
    assert client.quotes(last=1) == ["3 (Very little … Plenty)"]
    await client.writes("step")
    await client.submits(when="When I close my laptop", then="I write one line")
    assert client.quotes(last=1) == ["When I close my laptop → I write one line"]
    await world.skip()
    while client.templates()[-1] != "question-step":
        assert await world.skip()
    assert "When I close my laptop → I write one line" in client.quotes(last=1)
    await client.presses("Not yet")
    await client.presses("Make it smaller")
    await client.submits(then="I write one word")
    assert client.quotes(last=1) == ["When I close my laptop → I write one word"]


async def test_done_is_affirmed_once_and_the_step_is_not_asked_again() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("when I sit down, then I breathe out once")
    await client.writes("step")
    await client.writes("When I sit down, then I breathe out once")
    assert client.quotes(last=1) == ["When I sit down, then I breathe out once"]
    await world.skip()
    await client.presses("Done")
    assert client.templates()[-3:] == ["step-done", "you-tapped", "step-helped-ask"]
    await world.until(world.clock.now() + timedelta(days=4))
    assert client.templates()[-1] == "check-in"


async def test_a_step_prompt_comes_once_on_the_day_that_was_picked() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("set a step")
    await client.submits(when="I boil the kettle", then="I stretch", prompt="1")
    assert client.templates()[-1] == "ask-step-prompts"
    await client.presses("Yes")
    await world.until(world.clock.now() + timedelta(days=2))
    prompts = [a for a in world.platform.arrived if a.message.template == "step-prompt-hello"]
    assert [p.at.astimezone(BERLIN).date().isoformat() for p in prompts] == ["2026-11-24"]


async def test_pause_until_a_day_rests_until_then_and_not_longer() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("could you pause until 7 December please")
    await world.until(datetime(2026, 12, 6, 23, tzinfo=UTC))
    assert [a for a in world.platform.arrived if a.to == client.address] == []
    await world.until(datetime(2026, 12, 7, 12, tzinfo=UTC))
    assert client.templates()[-1] == "check-in"


async def test_stop_is_confirmed_once_and_nothing_follows() -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    await client.writes("thanks, but please stop messaging me")
    assert client.templates()[-1] == "stopped"
    shown = len(client.shown)
    await world.until(world.clock.now() + timedelta(days=200))
    assert len(client.shown) == shown
    assert "Mai" not in coach.sees()


async def test_what_do_you_hold_lists_words_steps_shares_and_switches() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("I asked for help")
    (answer,) = await client.writes("what data do you have about me?")
    text = text_of([answer])
    assert "I asked for help" in text
    assert "On, until 15 February 2027: Check-ins, Keep my words" in text
    assert "One answer:" in text


async def test_erase_asks_once_and_leaves_nothing_but_the_proof() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("a sentence to be erased")
    await client.writes("delete everything about me")
    assert client.templates()[-1] == "erase-ask"
    await client.presses("Erase everything")
    assert client.templates()[-1] == "erased"
    async with world.store.transaction() as tx:
        assert await tx.person_at(client.address) is None
    shown = len(client.shown)
    await world.until(world.clock.now() + timedelta(days=200))
    assert len(client.shown) == shown
    (hold,) = await client.writes("what do you hold")
    assert "nothing about you" in text_of([hold])
    assert "Mai" not in coach.sees()


async def test_the_engagement_ends_on_its_date_with_a_notice_and_then_silence() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("something to keep")
    await world.until(world.clock.now() + timedelta(weeks=12, days=3))
    assert client.templates().count("ending") == 2
    shown = len(client.shown)
    await world.until(world.clock.now() + timedelta(weeks=8))
    assert len(client.shown) == shown
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is None or not await tx.engagements_of(person.id)


async def test_a_coach_reads_only_what_was_approved_and_nothing_of_silence() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("for me alone")
    await world.until(world.clock.now() + timedelta(days=15))
    assert "for me alone" not in coach.sees()
    assert [a for a in world.platform.arrived if a.to == coach.address] == []
    (answer,) = await coach.writes("digest")
    assert answer.template == "digest-empty"


async def test_deliveries_hold_what_to_say_and_never_words() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("step")
    await client.submits(when="SECRETWHEN", then="SECRETTHEN", prompt="2")
    await client.presses("Yes")
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        planned = [d for k in Kind for d in await tx.deliveries(engagement.id, k)]
    assert {d.kind for d in planned} == {Kind.CHECK_IN, Kind.STEP_PROMPT, Kind.ENDING}
    assert all(d.state is DeliveryState.PLANNED for d in planned)
    assert "SECRET" not in repr(planned)
