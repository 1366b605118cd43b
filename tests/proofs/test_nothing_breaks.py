"""Any sequence of inputs gets answers from the catalogue, and never an internal failure."""

from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat import Deleted, Edited, Happening, Pressed, Submitted, Wrote
from bot.domain.actions import ACTIONS
from bot.domain.words import Words
from tests.world import Chatter, World, joined

PARTS = (
    "yes",
    "no",
    "on",
    "off",
    "done",
    "1",
    "smaller",
    "check_ins",
    "keep_words",
    "2027-01-04",
    "x",
)
FIELDS = ("days", "every", "from", "to", "zone", "when", "then", "prompt", "else")
LINES = (
    "stop",
    "pause until monday",
    "resume",
    "erase",
    "step",
    "my switches",
    "digest",
    "yes",
    "no",
)
SETTLED = 30

ids = st.integers(0, 400)
action = st.builds(
    lambda verb, parts: ":".join([verb, *parts]),
    st.sampled_from([row.verb for row in ACTIONS]),
    st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=4),
)
values = st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=400) | st.sampled_from(PARTS))
message = st.sampled_from(["m1", "m2", "m3"])
words = (st.text(max_size=400) | st.sampled_from(LINES)).map(Words)
gesture = st.one_of(
    st.builds(Wrote, words, st.none() | message),
    st.builds(Pressed, action),
    st.builds(Submitted, action, values),
    st.builds(Edited, message, words),
    st.builds(Deleted, message),
    st.just("shown"),
)
history = st.lists(st.tuples(st.booleans(), gesture, ids), max_size=SETTLED)


@settings(max_examples=150)
@given(history)
def test_any_history_of_gestures_gets_answers_and_no_trouble(
    gestures: list[tuple[bool, Happening | str, int]],
) -> None:
    asyncio.run(_play(gestures))


async def _play(gestures: list[tuple[bool, Happening | str, int]]) -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    for is_client, what, pick in gestures:
        person = client if is_client else coach
        answers = await person.does(_shown(person, pick) if isinstance(what, str) else what)
        assert "trouble" not in [answer.template for answer in answers]
        if pick % 7 == 0:
            await world.skip()


def _shown(person: Chatter, pick: int) -> Pressed:
    """Returns a press of one of this person's own buttons, old ones too."""
    buttons = list(person.buttons())
    return Pressed(buttons[pick % len(buttons)].action)
