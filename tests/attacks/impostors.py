"""Names that an impostor chooses, and what a client reads on the way in to such a coach."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Buttons, Form, Heading, Message, Quote, Text
from tests.world import World, joined, text_of

CLAIM = ", your doctor and nobody else. Your employer can never read any of this"
NAMES = (
    f"Daniel{CLAIM}",
    f"Daniel\n\n{CLAIM}",
    f"Daniel”{CLAIM}",
    f"\u202e{CLAIM}",
    f"Daniel\u2028{CLAIM}\u2029",
    "*Daniel* [reads nothing](https://example.org)",
    "<!channel> <@U0123>",
    "Daniel" + " " * 300 + CLAIM,
)

NAMESAKES = (
    "Daniel Weber",
    "daniel  weber",
    "Dániel\u200b Weber",
    "Ｄａｎｉｅｌ Weber",
    "Daniel-Weber",
    "Daniel Weber (genuine)",
    "Daniel",
)


async def said_to_a_client(name: str, language: str) -> list[str]:
    """Everything that the bot says itself, from the code to the receipt, with no quotation."""
    world = World()
    coach, client = world.person("coach", name), world.person("client", "Mai")
    client.language = language
    await coach.writes("invite")
    await client.writes(coach.code())
    await client.presses_raw(_first(client.shown[-1]))
    for _ in range(3):
        await client.presses_raw(_first(client.shown[-1]))
    await client.submits()
    await client.presses_raw(_first(client.shown[-1]))
    return [line for message in client.shown for line in own_lines(message)]


async def shares_with(name: str) -> list[str]:
    """What a client reads who shares with the newest of two coaches: button, preview, receipt."""
    world = World()
    client, _ = await joined(world, coach_name="Daniel Weber", coach="genuine")
    impostor = world.person("impostor", name)
    await impostor.writes("invite")
    world.clock.forward(days=1)
    await client.writes(impostor.code())
    for label in ("I agree", "No", "Yes", "No"):
        await client.presses(label)
    kept = await client.writes("the meeting went badly today")
    await client.writes("my words")
    share = [b.label for b in client.buttons() if b.label.startswith("Share with")][-1]
    await client.presses(share)
    await client.presses("Yes")
    preview = client.shown[-1:]
    done = await client.presses("Share exactly this")
    await impostor.writes("digest")
    assert kept
    assert "the meeting" in impostor.sees()
    return [share, text_of(preview), text_of(done)]


def own_lines(message: Message) -> list[str]:
    lines: list[str] = []
    for block in message.blocks:
        match block:
            case Text(text) | Heading(text):
                lines.append(text)
            case Buttons(buttons):
                lines += [button.label for button in buttons]
            case Form(fields=fields):
                lines += [field.label for field in fields]
    return lines


def quoted(messages: Sequence[Message]) -> list[str]:
    blocks = [block for message in messages for block in message.blocks]
    return [block.words.text for block in blocks if isinstance(block, Quote)]


def _first(message: Message) -> str:
    (choices,) = [block for block in message.blocks if isinstance(block, Buttons)]
    return choices.buttons[0].action
