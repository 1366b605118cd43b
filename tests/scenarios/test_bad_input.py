"""Any typed, pressed or forged input gets a kind answer. Nothing is lost, or stored unasked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.consent import Act
from bot.plain import to_plain
from tests.world import Chatter, World, joined, text_of

STRANGE = [
    "שלום, זה מימין לשמאל",
    "z\u200be\u200br\u200bo\u200d width",
    "🧗🏽‍♀️👨‍👩‍👧‍👦🏳️‍🌈",
    "<!channel> <@U123> <https://example.test|click> *bold* `code`",
    "@everyone <at>Daniel</at> [link](https://example.test)",
    '{"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "hi"}]}',
    '[{"type":"section","text":{"type":"mrkdwn","text":"<!here>"}}]',
    "<script>alert(1)</script> & <b>bold</b>",
    "{ $coach } { ask-agreement } {{ }} %s {0}",
    "line one\r\nline two\n\n\n   indented\ttab",
    "\x00\x07 control \u202e reversed \ud83d lone",
]


@pytest.mark.parametrize("words", STRANGE)
async def test_any_words_are_quoted_back_exactly_and_shared_exactly(words: str) -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes(words)
    assert client.quotes(last=1) == [words]
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await coach.writes("digest")
    assert coach.quotes()[-1] == words


async def test_too_much_text_is_refused_kindly_and_nothing_is_kept() -> None:
    world = World()
    client, _ = await joined(world)
    (answer,) = await client.writes("x" * 40_000)
    assert "longer than I can take" in text_of([answer])
    (held,) = await client.writes("what do you hold")
    assert "None of your answers." in text_of([held])


@pytest.mark.parametrize("nothing", ["", "   ", "\n\n", "\t"])
async def test_an_empty_message_is_answered_with_what_to_do(nothing: str) -> None:
    world = World()
    client, _ = await joined(world)
    (answer,) = await client.writes(nothing)
    assert answer.template == "empty"


async def test_a_stranger_is_told_what_to_type_and_nothing_of_them_is_stored() -> None:
    world = World()
    stranger = world.person("stranger", "Somebody")
    (answer,) = await stranger.writes("what's this?")
    assert answer.template == "about-ask-how"
    assert "A coach gives you a code, and you type it here." in text_of([answer])
    (answer,) = await stranger.writes("good weather in Lisbon")
    assert answer.template == "hello"
    async with world.store.transaction() as tx:
        assert await tx.person_at(stranger.address) is None


@pytest.mark.parametrize("make", ["wrong", "expired"])
async def test_wrong_and_expired_codes_get_one_and_the_same_answer(make: str) -> None:
    world = World()
    coach, other = world.person("coach", "Daniel"), world.person("other", "Ana")
    await coach.writes("invite")
    code = coach.code()
    if make == "wrong":
        code = "AAAA-2222"
    else:
        world.clock.forward(days=15)
    (answer,) = await other.writes(f"my code is {code.lower()}")
    assert answer.template == "code-unknown"
    assert to_plain(answer).startswith("That code doesn't work here.")


async def test_a_coach_typing_their_own_code_learns_nothing_of_its_use() -> None:
    answers = []
    for used in (False, True):
        world = World()
        coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
        await coach.writes("invite")
        if used:
            await client.writes(coach.code())
        answers.append(text_of(await coach.writes(coach.code())))
    assert answers[0] == answers[1]
    assert "You made that code for a client" in answers[0]


async def test_a_code_that_a_client_used_opens_for_the_next_one_too() -> None:
    world = World()
    coach, other = world.person("coach", "Daniel"), world.person("other", "Ana")
    await coach.writes("invite")
    await world.person("client", "Mai").writes(coach.code())
    assert (await other.writes(coach.code()))[0].template == "welcome"


async def test_who_guesses_is_asked_to_wait_longer_each_time_and_a_right_code_opens() -> None:
    world = World()
    coach, guesser = world.person("coach", "Daniel"), world.person("guesser", "Eve")
    await coach.writes("invite")
    for guess in ("AAAA-2222", "AAAA-3333", "AAAA-4444", "AAAA-5555", "AAAA-6666"):
        await guesser.writes(guess)
    (answer,) = await guesser.writes("AAAA-7777")
    assert "wait a minute" in text_of([answer])
    world.clock.forward(minutes=1)
    assert (await guesser.writes("AAAA-8888"))[0].template == "code-unknown"
    (answer,) = await guesser.writes("AAAA-9999")
    assert "wait 2 minutes" in text_of([answer])
    assert (await guesser.writes(coach.code()))[0].template == "welcome"


async def test_a_code_from_before_an_end_does_not_begin_again() -> None:
    world = World()
    client, coach = await joined(world)
    code = coach.code()
    world.clock.forward(hours=2)
    await coach.writes("my clients")
    await coach.presses("End all my coaching here …")
    await coach.presses("End it")
    world.clock.forward(minutes=1)
    told = await client.writes(code)
    assert [one.template for one in told] == ["goodbye", "code-unknown"]
    await coach.writes("invite")
    assert (await client.writes(coach.code()))[0].template == "welcome"


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ({"zone": "Middle-earth"}, "I don't know that place"),
        ({"zone": ""}, "I don't know that place"),
        ({"days": ""}, "choose at least one day"),
        ({"days": "XX"}, "choose at least one day"),
        ({"from": "11:00", "to": "09:00"}, "end needs to be after the start"),
        ({"from": "25:00"}, "end needs to be after the start"),
        ({"from": ""}, "end needs to be after the start"),
        ({"every": "999999"}, "couldn't read that form"),
    ],
)
async def test_times_that_do_not_exist_are_answered_with_what_to_do(
    change: dict[str, str], hint: str
) -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("change my times")
    answers = await client.submits(**change)
    assert hint in text_of(answers)
    assert answers[-1].template == "rhythm-ask"
    await world.skip()
    assert client.templates()[-1] == "check-in"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("pause until yesterday", "today or already past"),
        ("pause until 2020-01-01", "today or already past"),
        ("pause until 30 February", "couldn't read that date"),
        ("pause until blursday", "couldn't read that date"),
        ("pause until 2039-01-01", "more than a year away"),
    ],
)
async def test_the_bot_asks_again_for_an_impossible_date(line: str, hint: str) -> None:
    world = World()
    client, _ = await joined(world)
    (answer,) = await client.writes(line)
    assert hint in text_of([answer])
    (answer,) = await client.writes("7 December")
    assert answer.template == "paused"


async def test_two_clicks_at_once_do_one_thing() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("once is enough")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    (again,) = await client.presses("Share exactly this")
    assert again.template == "already-done"
    await coach.writes("digest")
    assert coach.quotes().count("once is enough") == 1


async def test_last_months_button_says_so_kindly_and_changes_nothing() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.presses("Another question")
    old = client.button("4").action
    world.clock.forward(days=31)
    (answer,) = await client.presses_raw(old)
    assert answer.template == "check-in-old"
    assert "26 November" in text_of([answer])


FORGED = [
    "",
    ":",
    "agree",
    "agree:x:yes",
    "approve:x:y",
    "erase:all",
    "mark:x:done:y:z:w",
    "allow:x:check_ins:yes",
    "switch:x:y:z",
    "rhythm-ok:x:yes",
    "__class__",
    "pause:not-a-day",
    "invite:9999",
    "digest:maybe",
    "step-change:x:explode",
    "😀:" * 50,
    "keep:" + "a" * 400,
    "erase-span:0001-01-01:9999-12-31",
    "allow:x:check_ins:yes:erase:yes",
    "strike:x:" + "9" * 240,
    "stop:maybe",
]


@pytest.mark.parametrize("action", FORGED)
async def test_forged_buttons_find_nothing(action: str) -> None:
    world = World()
    client, _ = await joined(world)
    (answer,) = await client.presses_raw(action)
    assert answer.template == "stale"


async def test_another_persons_buttons_find_nothing() -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    await client.writes("mine alone")
    mallory: Chatter = world.person("mallory", "Mallory")
    for button in list(client.buttons()):
        if button.action.startswith(("stop", "ask:", "erase", "pause", "switches")):
            continue
        for thief in (mallory, coach):
            answers = await thief.presses_raw(button.action)
            assert [a.template for a in answers] in (["stale"], ["later-nothing"]), button.action
    assert "mine alone" not in mallory.sees() + coach.sees()


async def test_a_repeated_event_is_taken_once() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("said once", message="m1")
    assert await client.writes("said once", message="m1") == []
    (held,) = await client.writes("what do you hold")
    assert text_of([held]).count("said once") == 1


async def test_an_edited_reply_changes_what_is_kept_and_withdraws_the_unsent_share() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("first version", message="m1")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.edits("m1", "second version")
    assert client.quotes(last=1) == ["second version"]
    await coach.writes("digest")
    assert "version" not in coach.sees()


async def test_an_edit_between_preview_and_approval_is_shown_again_before_it_counts() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("first version", message="m1")
    await client.asks_to_share()
    await client.presses("Yes")
    approve = client.button("Share exactly this").action
    await client.edits("m1", "second version")
    (answer,) = await client.presses_raw(approve)
    assert answer.template == "preview"
    await coach.writes("digest")
    assert "version" not in coach.sees()


async def test_a_deleted_reply_is_gone_and_never_comes_back_in_any_order() -> None:
    world = World()
    client, _ = await joined(world)
    await client.deletes("m1")
    await client.writes("written before, arriving after", message="m1")
    await client.writes("kept for a moment", message="m2")
    await client.deletes("m2")
    (held,) = await client.writes("what do you hold")
    assert "None of your answers." in text_of([held])


async def test_words_are_quoted_once_and_gone_without_a_grant_to_keep_them() -> None:
    world = World()
    client, _ = await joined(world, keep=False)
    (answer,) = await client.writes("only said")
    assert client.quotes(last=1) == ["only said"]
    assert "I haven't kept it" in text_of([answer])
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        assert await tx.answers(engagement.id) == []


async def test_turning_keeping_off_erases_what_was_kept() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("kept until now")
    await client.writes("my switches")
    await client.presses("Turn off: Keep my words")
    (held,) = await client.writes("what do you hold")
    assert "kept until now" not in text_of([held])


async def test_an_unsure_stop_is_asked_about_and_not_taken_for_an_answer() -> None:
    world = World()
    client, _ = await joined(world)
    (answer,) = await client.writes("hmm stop this")
    assert answer.template == "stop-sure"
    await client.presses("Yes, stop")
    assert client.templates()[-1] == "stopped"


async def test_a_code_opens_nothing_for_someone_already_in_with_this_coach() -> None:
    world = World()
    client, coach = await joined(world)
    await coach.writes("invite")
    (answer,) = await client.writes(coach.code())
    assert answer.template == "code-again"
    other = world.person("other", "Ana")
    assert (await other.writes(coach.code()))[0].template == "welcome"


async def test_nothing_is_sent_after_an_outage_but_what_is_due_now() -> None:
    world = World()
    client, _ = await joined(world)
    world.clock.at += timedelta(weeks=5)
    await world.bot.tick()
    assert len([a for a in world.platform.arrived if a.to == client.address]) <= 1


async def test_a_question_that_was_answered_is_not_asked_of_the_next_line() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("pause")
    await client.writes("7 December")
    (answer,) = await client.writes("a thought of mine")
    assert answer.template == "you-wrote"


@pytest.mark.parametrize("zone", ["Not/AZone", "../../etc/passwd", "", "Europe/Berlin\x00"])
async def test_a_zone_that_a_platform_made_up_is_not_believed(zone: str) -> None:
    world = World()
    coach = world.person("coach", "Daniel", zone=zone)
    assert (await coach.writes("invite"))[0].template == "invite"


async def test_a_coach_who_erases_is_told_that_they_are_still_known_as_one() -> None:
    world = World()
    _, coach = await joined(world)
    await coach.writes("erase everything")
    (certificate,) = await coach.presses("Erase everything")
    assert "still known here as a coach" in text_of([certificate])
    async with world.store.transaction() as tx:
        assert await tx.person_at(coach.address) is not None


async def test_a_second_click_while_joining_asks_nothing_twice() -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await client.writes(coach.code())
    for label in ("I agree", "Yes", "No"):
        action = client.button(label).action
        await client.presses_raw(action)
        (again,) = await client.presses_raw(action)
        assert again.template == "already-done"
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        decided = [e.act for e in await tx.ledger(engagement.id) if e.act is not Act.ASKED]
    assert decided == [Act.GIVEN, Act.GIVEN, Act.REFUSED]


async def test_an_older_button_to_keep_private_takes_an_approved_share_back() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("approved, then not")
    keep = client.button("Don't keep").action.replace("drop", "keep")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    for _ in range(2):
        assert (await client.presses_raw(keep))[0].template == "kept"
    await coach.writes("digest")
    assert "approved" not in coach.sees()


@pytest.mark.parametrize("again", ["resume", "code"])
async def test_a_stop_before_agreeing_holds_until_the_client_comes_back(again: str) -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    code = coach.code()
    await client.writes(code)
    assert (await client.writes("stop"))[0].template == "stopped"
    await world.until(world.clock.now() + timedelta(days=3))
    assert world.platform.arrived == []
    (card,) = await client.writes(code if again == "code" else "resume")
    assert card.template == "agreement"
    await client.presses("I agree")
    for _ in range(3):
        await client.presses("Yes")
    await client.submits()
    await client.presses("That's right")
    assert await world.skip()
    assert client.templates()[-1] == "check-in"


async def test_after_a_stop_old_buttons_turn_nothing_on_again() -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    await client.writes("almost shared")
    await client.asks_to_share()
    await client.presses("Yes")
    old = [b.action for b in client.buttons()]
    await client.writes("stop")
    sent = len(world.platform.arrived)
    for action in old:
        await client.presses_raw(action)
    await world.until(world.clock.now() + timedelta(days=30))
    assert len(world.platform.arrived) == sent
    await coach.writes("digest")
    assert "almost shared" not in coach.sees()


async def test_one_client_with_two_coaches_shares_with_the_one_that_was_named() -> None:
    world = World()
    client, daniel = await joined(world)
    anna = world.person("anna", "Anna")
    world.clock.forward(minutes=1)
    await anna.writes("invite")
    await client.writes(anna.code())
    await client.presses("I agree")
    for _ in range(3):
        await client.presses("Yes")
    await client.submits(days="WE")
    await client.presses("That's right")
    await client.writes("for Anna only")
    await client.asks_to_share("Anna")
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await daniel.writes("digest")
    await anna.writes("digest")
    assert "for Anna only" in anna.sees()
    assert "for Anna only" not in daniel.sees()


async def test_an_ex_coach_gets_nothing_from_the_moment_the_engagement_ends() -> None:
    world = World()
    client, coach = await joined(world)
    world.clock.at = datetime(2027, 2, 15, 22, 0, tzinfo=UTC)
    await client.writes("approved at the very end")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    world.clock.at = datetime(2027, 2, 15, 23, 0, tzinfo=UTC)
    (answer,) = await coach.writes("digest")
    assert answer.template == "digest-empty"
    assert "very end" not in coach.sees()


async def test_a_name_cannot_turn_a_sentence_around() -> None:
    world = World()
    client, coach = await joined(world, coach_name="Dan\u202eleinad \u2066Roe\u2069")
    assert "Danleinad Roe" in client.sees()
    assert not set("\u202e\u2066\u2069") & set(client.sees())
    assert coach.templates()
