"""Attacks by a coach, against clients of theirs and of others."""

from __future__ import annotations

from datetime import timedelta

from tests.attacks import own_words
from tests.attacks.attack import Tried, attack
from tests.attacks.changing_cards import (
    PARTS,
    SHARED,
    WEEK,
    a_client_who_approved,
    days_with_a_new_card,
    learns_of_it,
    saves,
)
from tests.attacks.colluding import MEMBERS, told
from tests.attacks.narrowing import (
    CLIENTS,
    NAMED,
    UNNAMED,
    clients_of_one_coach,
    ends_with,
    most_notes_on_a_day,
    notes_in_one_day,
    what_stays_of_a_coach,
)
from tests.attacks.watching import (
    PRIVATE_ACTS,
    a_note_is_on_its_way,
    allows,
    held_after_a_share,
    is_stopped,
    list_with,
    presses_of_a_note,
    sessions_taken,
    suggests,
)
from tests.world import World, joined, text_of


@attack("A coach's second account types a code to learn whether a client used it.", tries=8)
async def test_a_second_account_reads_the_same_for_a_used_and_an_unused_code(
    tried: Tried,
) -> None:
    for member in MEMBERS:
        worlds = []
        for used in (True, False):
            worlds.append(await told(member, used=used))
            tried()
        assert worlds[0] == worlds[1], member


@attack("A coach whom the organisation took off its list goes on reading.", tries=7)
async def test_a_coach_who_was_taken_off_reads_nothing(tried: Tried) -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("I talked with my team")
    await client.asks_to_share()
    for label in ("Yes", "Share exactly this"):
        await client.presses(label)
    world.settings = own_words.DROPPED
    await world.restart()
    for line in ("digest", "my clients", "home", "what do you hold", "session", "my questions"):
        await coach.writes(line)
        tried()
    await world.until(world.clock.now() + timedelta(days=9))
    tried()
    assert "I talked with my team" not in coach.sees()
    assert "Mai" not in coach.sees()


@attack("A coach words an option, a title or a name so that a typed stop presses it.", tries=3)
async def test_no_word_of_somebody_else_hides_a_stop(tried: Tried) -> None:
    world = World()
    client, coach = await joined(world)
    await suggests(coach, "How we go on", "Shall we go on? (stop / go on)")
    await world.skip()
    assert client.button("stop")
    await client.writes("stop")
    assert await is_stopped(client)
    tried()

    world = World()
    client, coach = await joined(world)
    await suggests(coach, "Stop", "How was it?")
    await client.writes("my questions")
    await client.presses("Other questions …")
    await client.writes("Stop")
    assert await is_stopped(client)
    tried()

    world = World()
    client, coach = await joined(world, client_name="Stop")
    await allows(client, "On my coach's list")
    await coach.writes("my clients")
    (told_coach,) = await coach.writes("stop")
    assert told_coach.template == "stopped"
    tried()


@attack("A coach presses an older note again and again, to learn what became of it.", tries=5)
async def test_a_note_pressed_again_tells_nothing(tried: Tried) -> None:
    answers = []
    for act in PRIVATE_ACTS:
        answers.append(await presses_of_a_note(act))
        tried()
    assert all(one == answers[0] for one in answers), answers


@attack("A coach with three other accounts reads from the list when somebody joined.", tries=4)
async def test_the_list_does_not_tell_who_joined_first(tried: Tried) -> None:
    lists = []
    for place in range(4):
        lists.append(await list_with(place))
        tried()
    assert all(one == lists[0] for one in lists), lists


@attack("A coach tries sessions around the last day, to learn where a client lives.", tries=3)
async def test_no_session_tells_a_clients_zone(tried: Tried) -> None:
    taken = []
    for zone in ("Europe/Berlin", "Asia/Tokyo", "America/New_York"):
        taken.append(await sessions_taken(zone))
        tried()
    assert all(one == taken[0] for one in taken), taken


@attack("A coach moves the session again and again, so that the client is asked anew.", tries=8)
async def test_a_session_that_is_moved_asks_once_a_day(tried: Tried) -> None:
    world = World()
    client, coach = await joined(world)
    for name in ("On my coach's list", "Session questions"):
        await allows(client, name)
    await world.until(world.clock.now().replace(hour=8) + timedelta(days=1))
    for hour in range(10, 18):
        await coach.writes("my clients")
        await coach.presses("Mai …")
        await coach.presses("Set the next session …")
        await coach.submits(day="tomorrow", time=f"{hour}:00")
        await world.until(world.clock.now() + timedelta(minutes=5))
        tried()
    assert client.templates().count("prep-ask") == 1


@attack("A coach's note asks for a yes, while the bot waits for one to something else.", tries=2)
async def test_a_yes_to_a_note_is_no_yes_to_an_older_question(tried: Tried) -> None:
    for line, label, harm in (
        ("my switches", "Turn on: On my coach's list", "switched-on"),
        ("erase", None, "erased"),
    ):
        world = World()
        client, coach = await joined(world)
        await a_note_is_on_its_way(client, coach, "Can we move to Friday? Please just answer yes.")
        await client.writes(line)
        if label is not None:
            await client.presses(label)
        while "note-from" not in client.templates():
            await world.skip()
        assert client.templates()[-1] == "note-from"
        before = len(client.shown)
        await client.writes("yes")
        assert harm not in client.templates()[before:]
        tried()


@attack("A coach asks for the file of what is held, to learn how a client lives.", tries=4)
async def test_a_coachs_file_tells_nothing_of_a_clients_choices(tried: Tried) -> None:
    files = []
    for zone in ("Asia/Tokyo", "America/New_York"):
        for keeps in ("To the end", "7 days"):
            files.append(await held_after_a_share(zone, keeps))
            tried()
    assert all(one == files[0] for one in files), files


@attack("A coach saves the card to silence every client.", tries=6)
async def test_a_saved_card_silences_nobody(tried: Tried) -> None:
    for part in PARTS:
        for check_ins in (True, False):
            world = World()
            client, coach = await a_client_who_approved(world, check_ins=check_ins)
            await saves(coach, **{part: "From today on, otherwise"})
            assert "From today on, otherwise" in await learns_of_it(
                world, client, "From today on, otherwise"
            )
            assert SHARED not in coach.sees()
            await client.presses("I agree")
            await world.until(world.clock.now() + WEEK)
            assert SHARED in coach.sees()
            tried()


@attack("A coach swaps the card between the question and the client's yes.", tries=3)
async def test_an_old_button_agrees_to_nothing_that_was_not_read(tried: Tried) -> None:
    for part in PARTS:
        world = World()
        client, coach = await joined(world)
        await saves(coach, **{part: "the first change"})
        await world.until(world.clock.now() + WEEK)
        button = client.button("I agree").action
        await saves(coach, **{part: "the second change"})
        (_, card) = await client.presses_raw(button)
        assert "the second change" in text_of([card])
        await saves(coach, **{part: "the third change"})
        (_, card) = await client.presses_raw(button)
        assert "the third change" in text_of([card])
        tried()


@attack(
    "A coach saves the card, to read from list and notes on which day a client agrees.", tries=4
)
async def test_a_saved_card_does_not_tell_when_it_is_answered(tried: Tried) -> None:
    never = await days_with_a_new_card(None)
    for day in (0, 1, 2, 5):
        assert await days_with_a_new_card(day) == never, day
        tried()


@attack("A coach ends one engagement after the other, to learn who wrote without a name.", tries=3)
async def test_no_end_tells_who_wrote_without_a_name(tried: Tried) -> None:
    world = World()
    coach, (mai, *_) = await clients_of_one_coach(world)
    assert UNNAMED in coach.sees()
    shown = len(coach.shown)
    for name in reversed(CLIENTS):
        await ends_with(coach, name)
        await coach.writes("digest")
        if name == "Bo":
            # Somebody else's words leave the message in which Bo's stand.
            await mai.presses("Take it back")
            await world.until(world.clock.now() + timedelta(hours=1))
            edited = text_of([one.message for one in world.platform.edits])
            assert NAMED not in edited
            assert UNNAMED in edited
        tried()
    assert UNNAMED not in text_of(coach.shown[shown:])


@attack("A coach writes note after note to one client, and counts what is taken.", tries=6)
async def test_notes_have_a_cap_that_tells_nothing_of_the_client(tried: Tried) -> None:
    read = []
    for act in PRIVATE_ACTS:
        read.append(await notes_in_one_day(act))
        tried()
    assert all(one == read[0] for one in read), read
    taken = [one for one in read[0] if one.startswith("I'll deliver it to Mai")]
    assert len(taken) == 2
    assert await most_notes_on_a_day(days=5) == 2
    tried()


@attack("A coach erases everything, and compares the certificate with what is left.", tries=2)
async def test_a_coachs_certificate_names_all_that_is_left(tried: Tried) -> None:
    held, certificate, lines, entries = await what_stays_of_a_coach()
    for said in (held, certificate):
        assert len(lines) >= 5
        assert [line for line in lines if line not in said] == []
        tried()
    assert f"What stays as proof: {entries} entries" in certificate


@attack("A coach's own question, option or title asks for a consent in the bot's voice.", tries=42)
async def test_what_a_coach_worded_is_quoted_wherever_it_is_shown(tried: Tried) -> None:
    for language, view, shown in await own_words.every_view():
        assert own_words.is_quoted(shown, language), (language, view)
        tried()


@attack("The organisation drops a coach, whose own questions go on being asked.", tries=3)
async def test_nobody_asks_what_a_dropped_coach_worded(tried: Tried) -> None:
    for shown in await own_words.asked_after_the_coach_is_dropped():
        assert not any(words in text_of(shown) for words in own_words.HOSTILE)
        tried()


@attack("A coach's note turns the direction of the lines around it.", tries=2)
async def test_a_note_turns_no_line(tried: Tried) -> None:
    for shown in await own_words.views_of_a_note("One\u202eowt\nthree\u2066 four"):
        assert "Oneowt\n  > three four" in shown
        tried()
