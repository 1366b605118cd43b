"""Attacks by a member of a workspace where Handrail runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.chat import Submitted
from bot.domain import actions
from bot.domain.check_in import AnswerState
from bot.domain.limits import FIELDS
from bot.settings import Settings
from tests.attacks import own_words
from tests.attacks.attack import Tried, attack
from tests.attacks.changing_cards import saves
from tests.attacks.guessing import guesses
from tests.proofs.screen_world import CLIENT, FORM, SHARED, WORDS, erase_all, living, of
from tests.proofs.screens import SCREENS
from tests.world import Chatter, World, joined, text_of


@attack(
    "A member who can look at the screen of somebody who erased everything searches every surface "
    "of the platform for their words and their coach.",
    tries=len(SCREENS) * (len(WORDS) + 1),
)
async def test_a_member_finds_no_copy_after_an_erase(tmp_path: Path, tried: Tried) -> None:
    for name in SCREENS:
        async with living(name, tmp_path / name) as scene:
            await scene.plants()
            await erase_all(scene)
            client, coach = await scene.after()
            for word in WORDS:
                tried()
                assert word not in client, name
                assert word not in coach, name
            tried()
            assert CLIENT not in client, name


@attack(
    "A coach reopens each older message of the bot's, to read what a client has deleted since.",
    tries=2 * len(SCREENS),
)
async def test_a_coach_finds_no_quote_of_what_was_deleted(tmp_path: Path, tried: Tried) -> None:
    for name in SCREENS:
        async with living(name, tmp_path / name) as scene:
            for words in (SHARED, FORM):
                await scene.writes_and_shares(words)
            await scene.coach.writes("digest")
            for words in (SHARED, FORM):
                tried()
                await scene.client.deletes(of(words))
                _, coach = await scene.after()
                assert words not in coach, name


# A form whose good fields are empty asks once more, and a coach's form is none for a client.
ASKED_ANEW = {"erase-days-unreadable", "erase-days", "hello"}


FORGED = {
    "a field that was never shown": {"mark": "x" * 5_000},
    "more fields than any form has": {str(number): "x" for number in range(500)},
    "the name of a field as long as a book": {"n" * 39_000: "x"},
    "little in each field, and much in all": {str(number): "x" * 99 for number in range(399)},
    "more lines than a field shows": {"when": "x\n" * 150, "then": "y"},
    "a text beyond the limit beside a good one": {"when": "x" * 301, "then": "I breathe out"},
}


@attack(
    "Forges what a form carries: fields never shown, too many, or too long.",
    tries=len(FORGED) * len(FIELDS),
)
async def test_a_forged_form_is_answered_and_changes_nothing(tried: Tried) -> None:
    client, _ = await joined(World())
    before = text_of(await client.writes("what do you hold"))
    for verb in FIELDS:
        for values in FORGED.values():
            tried()
            for action in (f"{verb}:x:new", f"{verb}:x", verb):
                shown = await client.does(Submitted(action, values))
                told = {message.template for message in shown}
                assert told <= {"field-too-long", "too-long", "stale"} | ASKED_ANEW, (verb, told)
    assert text_of(await client.writes("what do you hold")) == before


@attack("Members type wrong codes, so that nobody else can join any more.", tries=400)
async def test_a_flood_of_wrong_codes_closes_nobodys_door(tried: Tried) -> None:
    world = World()
    coach, newcomer = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    for number, code in enumerate(guesses(400)):
        await world.person(f"member-{number % 20}", "Eve").writes(code)
        tried()
    assert (await newcomer.writes(coach.code()))[0].template == "welcome"


@attack("One member guesses codes for an hour, as fast as they can type.", tries=300)
async def test_who_guesses_is_asked_to_wait_and_has_little_stored(tried: Tried) -> None:
    world = World()
    guesser, stored = world.person("member", "Eve"), 0
    for code in guesses(300):
        (answer,) = await guesser.writes(code)
        stored += answer.template == "code-unknown"
        world.clock.forward(seconds=12)
        tried()
    assert stored <= 12


@attack("One person makes codes without end.", tries=400)
async def test_one_person_makes_a_few_codes_a_day(tried: Tried) -> None:
    world = World()
    member, made = world.person("member", "Eve"), 0
    for _ in range(400):
        (answer, *_) = await member.writes("invite")
        made += answer.template == "invite"
        tried()
    assert made == Settings().codes_a_day == 20


@attack("A member who is not on the organisation's list makes themself a coach.", tries=10)
async def test_only_the_list_coaches(tried: Tried) -> None:
    world = World(settings=Settings(coaches="local/local/coach"))
    member = world.person("member", "Eve")
    lines = ("invite", "digest", "my clients", "my profile", "my questions", "home", "session")
    for line in lines:
        await member.writes(line)
        tried()
    for action in ("invite:6", "digest:yes", "write-questions"):
        await member.presses_raw(action)
        tried()
    assert "invite" not in member.templates()
    async with world.store.transaction() as tx:
        assert await tx.person_at(member.address) is None


async def a_draft_of_an_older_version(world: World, client: Chatter) -> str:
    """Makes the newest answer a draft, as older versions stored it. Returns their button."""
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        (answer,) = await tx.answers(engagement.id)
        await tx.save_answer(replace(answer, state=AnswerState.DRAFT))
    return actions.KEEP(answer.id)


@attack("A button from before a stop, or before a no, keeps words that nobody may keep.", tries=3)
async def test_an_older_button_keeps_nothing(tried: Tried) -> None:
    for no in ("stop", "Turn off: Keep my words", "Not now"):
        world = World()
        client, coach = await joined(world)
        await client.writes("a draft of mine")
        keep = await a_draft_of_an_older_version(world, client)
        if no == "stop":
            await client.writes("stop")
        elif no == "Not now":
            await saves(coach, fees="more than before")
            await client.writes("hello")
            await client.presses(no)
        else:
            await client.writes("my switches")
            await client.presses(no)
        await client.presses_raw(keep)
        assert "kept" not in client.templates(), no
        tried()


@attack(
    "A client's name, or a coach's option, is a command, which it then hides.",
    tries=2 * len(own_words.COMMAND_LINES),
)
async def test_no_label_that_others_worded_hides_a_command(tried: Tried) -> None:
    for line in own_words.COMMAND_LINES:
        for answer, plain in ((own_words.told_a_coach, "Mai"), (own_words.told_a_client, "wait")):
            assert await answer(line, line) == await answer(plain, line), line
            tried()
