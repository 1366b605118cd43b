"""The example platform through a whole engagement, up to the certificate of an erase."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.text import catalogue
from tests.example_platform.service import Letter
from tests.example_platform.stage import WORKSPACE, Person, Stage, staged

CODE = re.compile(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path) as opened:
        yield opened


def said(letters: Sequence[Letter]) -> str:
    blocks = [block for letter in letters for block in letter.body["blocks"]]
    return "\n".join(str(block.get("text", "")) for block in blocks)


async def joined(stage: Stage, language: str = "en") -> tuple[Person, Person]:
    """Returns a client and a coach with everything agreed."""
    client, coach = stage.person("mai", "Mai", language), stage.person("daniel", "Daniel")
    await coach.writes("invite")
    await coach.presses("Yes, once a week")
    codes = [block["text"] for block in coach.blocks("heading")]
    await client.writes(next(code for code in codes if CODE.fullmatch(code)))
    say = catalogue(language)
    await client.presses(say("agree-yes"))
    for _ in range(3):
        await client.presses(say("yes"))
    await client.fills(days="MO,TH", every="1", zone="Berlin", **{"from": "09:00", "to": "11:00"})
    await client.presses(say("rhythm-yes"))
    return client, coach


async def test_from_the_code_to_the_certificate(stage: Stage) -> None:
    client, coach = await joined(stage)
    await stage.skip()
    assert "Hello" in said(client.letters()[-1:])
    await client.writes("I said no, and it held")
    await client.presses("Share with Daniel")
    await client.presses("Yes")
    await client.presses("Share exactly this")
    assert "I said no, and it held" not in said(coach.letters())
    await stage.skip()
    assert coach.blocks("quote")[-1]["text"] == "I said no, and it held"
    assert "kept by Postbox" in said(await client.writes("what do you hold"))
    await client.writes("erase")
    told = said(await client.presses("Erase everything"))
    assert "Gone: your name" in told
    assert "I have taken my own letters out of your box." in told
    assert len(client.letters()) == 1, "only the certificate is left of the bot's letters"
    held = said(await client.writes("what do you hold"))
    assert "I hold nothing about you" in held
    assert "kept by Postbox" in held
    await stage.skip()
    assert "I said no, and it held" not in said(coach.letters())


@pytest.mark.parametrize(
    ("language", "left", "called"),
    [
        ("de", "Was Sie selbst geschrieben haben, bleibt in Postbox", "bewahrt Postbox auf"),
        ("ja", "組織が写しを持っている場合があり", "チャットのサービスが保存していて"),
    ],
)
async def test_a_language_of_its_own_is_spoken_and_any_other_gets_the_general_sentence(
    stage: Stage, language: str, left: str, called: str
) -> None:
    client, _ = await joined(stage, language)
    told = said(await client.does(type="pressed", action="erase:yes"))
    assert left in told
    assert called in said(await client.does(type="pressed", action="hold"))


async def test_what_the_adapter_says_itself_is_said_in_english_before_it_is_not_said(
    stage: Stage,
) -> None:
    for language, text in (("en", "photos"), ("de", "Fotos"), ("ja", "photos")):
        person = stage.person(f"person-{language}", "Mai", language)
        assert text in said(await person.does(type="photo"))


async def test_nobody_comes_in_without_the_secret(stage: Stage) -> None:
    hello = {"type": "wrote", "id": "1", "workspace": WORKSPACE, "user": "mai", "text": "hello"}
    assert await stage.brings(hello, secret="guessed") == 401
    assert await stage.brings(hello | {"type": "shouted"}) == 400
    assert stage.person("mai", "Mai").letters() == []


async def test_after_it_was_removed_nothing_is_sent_there(stage: Stage) -> None:
    client, _ = await joined(stage)
    count = len(client.letters())
    assert await stage.brings({"type": "removed", "workspace": WORKSPACE}) == 200
    await stage.skip()
    assert len(client.letters()) == count
