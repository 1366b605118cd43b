"""How much a client reads from the code to the first check-in, and that what matters is in it.

A tired person reads it all or leaves. So the words are counted, and what the first session owes a
client is looked for: shorter never means less honest.
"""

from __future__ import annotations

import pytest

from bot.chat import Message
from bot.plain import to_plain
from bot.text import catalogue
from tests.words_shown import words_shown
from tests.world import World, joined

MOST = 226
# By what is owed: the sentences that keep it. DESIGN: clear before the client agrees to anything.
OWED = {
    "it is a bot": ("welcome-bot",),
    "how to stop": ("welcome-stop",),
    "the client decides": ("agreement-client",),
    "who reads what, and who agrees on fees and confidentiality": ("agreement-coach",),
    "the coach does not hear whether the client is here": ("welcome-sees",),
    "the organisation gets no report": ("agreement-organisation",),
    "whoever pays gets nothing": ("agreement-sponsor-none",),
    "the organisation may read the chat": ("organisation-may-read",),
}


async def first_words(*, keep: bool = True) -> list[Message]:
    """All that a client is shown from the code to the end of joining, in English."""
    client, _ = await joined(World(), keep=keep)
    return list(client.shown)


@pytest.mark.parametrize("keep", [True, False])
async def test_few_words_stand_between_the_code_and_the_first_check_in(keep: bool) -> None:
    shown = await first_words(keep=keep)
    assert shown[-1].template == "receipt"
    assert words_shown(shown) <= MOST, [(one.template, words_shown([one])) for one in shown]


async def test_what_a_client_is_owed_is_said_before_they_agree() -> None:
    say = catalogue("en")
    before = "\n".join(to_plain(one) for one in (await first_words())[:2])
    missing = [what for what, keys in OWED.items() if any(say(key) not in before for key in keys)]
    assert missing == []


async def test_hopes_and_worries_are_asked_about_and_each_permission_can_be_changed() -> None:
    say = catalogue("en")
    last = to_plain((await first_words())[-1])
    assert say("first-offer") in last
    assert say("home-switches") in last
