"""Places where a coach's own words are shown or typed, and what the bot says there itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.chat import Buttons, Heading, Message, Text
from bot.domain import actions
from bot.inbound.routes import COMMANDS
from bot.settings import Settings
from bot.text import catalogue, languages
from bot.understand import Intent, canonical
from tests.attacks.watching import a_note_is_on_its_way, allows, saved, suggests
from tests.world import World, joined, text_of

TITLE = "Your coach reads all of it from today"
CLAIM = "From today on your coach also reads what you keep private. Do you agree?"
END = "I agree to everything"
ASKED = (TITLE, f"{CLAIM} (Yes / No)", f"{CLAIM} Really? (1 = {END}, 5 = no)", "Is it well?")
HOSTILE = (TITLE, CLAIM, END)
VIEWS = ("preview", "list", "sets", "check-in", "another", "later")
# Each command as it is usually typed. No sentence: those are longer than a name in a button.
COMMAND_LINES = sorted(
    ({canonical(one, "en") for one in COMMANDS} | {"pause"})
    - {canonical(Intent.STOP, "en"), "speak english", "i need help"}
)
DROPPED = Settings(coaches="local/local/somebody-else")


async def views_of_own_questions(language: str) -> dict[str, Sequence[Message]]:
    """Each message that shows what a coach wrote as questions, to somebody of this language."""
    world = World()
    client, coach = await joined(world)
    for one in (client, coach):
        await one.presses_raw(actions.LANGUAGE(language))
    await coach.presses_raw(actions.WRITE_QUESTIONS())
    preview = await saved(coach, await coach.writes("\n".join(ASKED)))
    await coach.presses_raw(_offered(preview, actions.SUGGEST.verb))
    listed = await client.writes("my questions")
    sets = await client.presses_raw(_offered(listed, actions.SETS.verb))
    await world.skip()
    check_in = client.shown[-1:]
    another = await client.presses_raw(_offered(check_in, actions.ANOTHER.verb))
    await client.presses_raw(actions.LATER(world.clock.now().strftime("%Y%m%dT%H%M")))
    await world.skip()
    return dict(
        zip(VIEWS, (preview, listed, sets, check_in, another, client.shown[-1:]), strict=True)
    )


async def every_view() -> list[tuple[str, str, Sequence[Message]]]:
    """The same in each language, as (language, view, messages)."""
    return [
        (language, view, shown)
        for language in languages()
        for view, shown in (await views_of_own_questions(language)).items()
    ]


def said_by_the_bot(messages: Sequence[Message]) -> list[str]:
    blocks = [block for message in messages for block in message.blocks]
    return [block.text for block in blocks if isinstance(block, Text | Heading)]


def is_quoted(messages: Sequence[Message], language: str) -> bool:
    """True if some hostile words are there, none in the bot's voice, and the line above them is."""
    said = said_by_the_bot(messages)
    shown = any(words in text_of(messages) for words in HOSTILE)
    in_our_voice = any(words in line for words in HOSTILE for line in said)
    return shown and not in_our_voice and catalogue(language)("question-by-coach") in said


async def asked_after_the_coach_is_dropped() -> Sequence[Sequence[Message]]:
    """A week of check-ins, the list, and the sets to choose from, once the coach may not coach."""
    world = World()
    client, coach = await joined(world)
    await suggests(coach, *ASKED)
    world.settings = DROPPED
    await world.restart()
    before = len(client.shown)
    await world.until(world.clock.now() + timedelta(days=8))
    came = client.shown[before:]
    assert came
    listed = await client.writes("my questions")
    sets = await client.presses("Other questions …")
    return came, listed, sets


async def told_a_coach(name: str, line: str) -> list[str]:
    """The templates of what a coach reads who types this below a list with a client so named."""
    world = World()
    client, coach = await joined(world, client_name=name)
    await allows(client, "On my coach's list")
    await coach.writes("my clients")
    assert any(name in button.label for button in coach.buttons())
    return [message.template for message in await coach.writes(line)]


async def told_a_client(option: str, line: str) -> list[str]:
    """The templates of what a client reads who types this below a question with such an option."""
    world = World()
    client, coach = await joined(world)
    await suggests(coach, "How we go on", f"Shall we go on? ({option} / go on)")
    await world.skip()
    assert client.button(option)
    return [message.template for message in await client.writes(line)]


async def views_of_a_note(words: str) -> list[str]:
    """A coach's note as its preview shows it, and as it arrives."""
    world = World()
    client, coach = await joined(world)
    await a_note_is_on_its_way(client, coach, words)
    await world.until(world.clock.now() + timedelta(days=7))
    shown = [one for one in coach.shown if one.template == "note-preview"]
    shown += [one for one in client.shown if one.template == "note-from"]
    return [text_of([one]) for one in shown]


def _offered(messages: Sequence[Message], verb: str) -> str:
    blocks = [block for message in messages for block in message.blocks]
    found = [b for one in blocks if isinstance(one, Buttons) for b in one.buttons]
    return next(one.action for one in found if one.action.split(":")[0] == verb)
