"""Who keeps the chat is said as the platform says it itself, wherever it is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.people import Address
from bot.messages import about
from bot.messages.about_rows import ABOUT
from bot.messages.privacy import kept_chat
from bot.messages.who_asks import WhoAsks
from bot.plain import to_plain
from bot.run.platforms import registered
from bot.text import catalogue, languages
from bot.understand.heard import BotTopic
from tests.drawn.facts import FACTS
from tests.scenarios.asking import asks
from tests.world import World

ROOT = Path(__file__).parents[2]
# Of these a platform may bring its own. No code but this may say the general one.
SAYS_IT = {"bot/messages/privacy.py", "bot/messages/about.py", "bot/text.py"}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("platform", sorted(registered()))
def test_each_answer_says_the_platforms_own_sentence(platform: str, language: str) -> None:
    say = catalogue(language)
    own = kept_chat(say, Address(platform, "w", "u"))
    general = say("hold-chat", platform=say.first_of(f"platform-{platform}", "platform-other"))
    assert (own != general) is (platform == "mail")
    told = 0
    for row in ABOUT.values():
        for who in WhoAsks:
            text = to_plain(about.answer(say, row, replace(FACTS, who=who, chat=own)))
            told += own in text
            assert own == general or general not in text
    assert told > len(WhoAsks)


@pytest.mark.parametrize("topic", [BotTopic.STORE, BotTopic.DELETE])
@pytest.mark.parametrize("platform", ["mail", "slack"])
async def test_whoever_asks_reads_it(platform: str, topic: BotTopic) -> None:
    world = World()
    person = world.person("stranger", "Sam")
    person.address = replace(person.address, platform=platform)
    own = kept_chat(catalogue("en"), person.address)
    assert own in to_plain(await asks(person, topic))


def test_the_general_sentence_is_said_in_one_place() -> None:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        if '"hold-chat' in path.read_text():
            assert path.relative_to(ROOT).as_posix() in SAYS_IT
