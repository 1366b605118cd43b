"""Attacks by a coach with the words that they write: questions, options, titles and notes."""

from __future__ import annotations

from datetime import timedelta

from bot.inbound.routes import COMMANDS
from bot.text import languages
from bot.understand import Intent, canonical
from tests.attacks.attack import Tried, attack
from tests.attacks.own_words import (
    HOSTILE,
    VIEWS,
    asked_after_the_coach_is_dropped,
    is_quoted,
    told_a_client,
    told_a_coach,
    views_of_own_questions,
)
from tests.attacks.watching import a_note_is_on_its_way
from tests.world import World, joined, text_of


@attack("A coach's own question, option or title asks for a consent in the bot's voice.", tries=42)
async def test_what_a_coach_worded_is_quoted_wherever_it_is_shown(tried: Tried) -> None:
    for language in languages():
        for view, messages in (await views_of_own_questions(language)).items():
            assert is_quoted(messages, language), (language, view)
            tried()
    assert len(languages()) * len(VIEWS) == 42


@attack("The organisation drops a coach, whose own questions go on being asked.", tries=3)
async def test_nobody_asks_what_a_dropped_coach_worded(tried: Tried) -> None:
    for messages in await asked_after_the_coach_is_dropped():
        assert messages
        assert not any(words in text_of(messages) for words in HOSTILE)
        tried()


@attack("A client's name, or a coach's option, is a command, which it then hides.", tries=58)
async def test_no_label_that_others_worded_hides_a_command(tried: Tried) -> None:
    lines = {canonical(intent, "en") for intent in COMMANDS if intent is not Intent.STOP}
    for line in sorted({*lines, "pause"} - {"speak english", "i need help"}):
        for answer, plain in ((told_a_coach, "Mai"), (told_a_client, "wait")):
            assert await answer(line, line) == await answer(plain, line), line
            tried()


@attack("A coach's note turns the direction of the lines around it.", tries=2)
async def test_a_note_turns_no_line(tried: Tried) -> None:
    world = World()
    client, coach = await joined(world)
    await a_note_is_on_its_way(client, coach, "One\u202eowt\nthree\u2066 four")
    await world.until(world.clock.now() + timedelta(days=1))
    for template, reader in (("note-preview", coach), ("note-from", client)):
        (shown,) = [one for one in reader.shown if one.template == template]
        assert "Oneowt\n  > three four" in text_of([shown])
        tried()
