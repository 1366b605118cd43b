"""No copy outlives an erase: every method that carried words, and every surface that shows them.

The tables of outgoing methods are walked. Words are planted through each method, and after an erase
the platform is looked at.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from adapters.operator.outgoing import OUTGOING as OPERATOR
from adapters.shared.outgoing import Left, OutgoingMethods, UnlistedMethodError
from bot.run.platforms import registered
from bot.text import catalogue, languages
from tests.proofs.screen_world import (
    CLIENT,
    DRAFT,
    FORM,
    FROM,
    KEPT,
    SHARED,
    THEN,
    WHEN,
    WORDS,
    Scene,
    erase_all,
    living,
    of,
)
from tests.proofs.screens import SCREENS

# What the certificate says of each kind of copy that stays.
NAMED: Mapping[Left, str] = {
    Left.OWN_WORDS: "What you wrote yourself",
    Left.ORGANISATION: "Your organisation may hold copies",
    Left.DRIVE: "OneDrive",
}
# A line may leave by mail whatever platform its client is on, so a sentence of its own says it.
NAMED_APART: Mapping[Left, str] = {Left.MAILBOX: "erased-mailed"}


@pytest.fixture(params=SCREENS)
async def scene(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Scene]:
    async with living(request.param, tmp_path) as lived:
        yield lived


async def test_each_method_that_may_carry_words_was_walked_and_no_other_ever_did(
    scene: Scene,
) -> None:
    await scene.plants()
    await scene.writes_and_shares(FORM)
    await scene.coach.writes("digest")
    # The edit of what showed both carries the other one.
    await scene.client.deletes(of(SHARED))
    await scene.after()
    screen = scene.world.screen
    carried = screen.carried()
    assert set(carried) <= {row.method for row in screen.outgoing}
    for row in screen.outgoing:
        held = [word for word in (*WORDS, CLIENT) if word in carried.get(row.method, "")]
        named_only = row.method in (*NAMES_ONLY, *TO_NO_CHAT)
        assert bool(held) is (row.carries and not named_only), row


# They carry the name or the outline of a file, which the test cannot mark.
NAMES_ONLY = ("files.getUploadURLExternal", "files.completeUploadExternal")
# The line for whoever pays goes to no chat: tests/scenarios/sponsoring walks it.
TO_NO_CHAT = ("mail.line",)


async def test_after_an_erase_nothing_of_the_bots_shows_a_word_or_a_name(scene: Scene) -> None:
    await scene.plants()
    before_client, before_coach = await scene.after()
    for word in (KEPT, SHARED, WHEN, THEN, FROM):
        assert word in before_client, "planted"
    assert SHARED in before_coach
    await scene.client.writes("erase everything")
    told = repr(await scene.client.presses("Erase everything"))
    client, coach = await scene.after()
    assert [word for word in WORDS if word in client] == []
    assert [word for word in WORDS if word in coach] == []
    assert CLIENT not in client
    assert CLIENT in coach, "the list in the coach's chat is an older message"
    assert "may still show your name" in told


async def test_who_let_no_coach_see_their_name_is_named_nowhere(scene: Scene) -> None:
    await scene.writes_and_keeps(KEPT)
    await scene.everybody_looks()
    await scene.client.writes("erase everything")
    told = repr(await scene.client.presses("Erase everything"))
    client, coach = await scene.after()
    assert KEPT not in client
    assert CLIENT not in client
    assert CLIENT not in coach
    assert "may still show your name" not in told
    assert "was shown" not in told


async def test_who_stays_as_a_coach_keeps_the_chat_and_no_quote_of_the_clients_words(
    scene: Scene,
) -> None:
    await scene.client.writes("invite")
    await scene.client.presses("I coach, too")
    await scene.client.presses("No, only when I ask")
    await scene.plants()
    await erase_all(scene)
    client, coach = await scene.after()
    assert [word for word in (KEPT, SHARED, DRAFT, WHEN, THEN) if word in client] == []
    assert [word for word in WORDS if word in coach] == []
    assert "invite" in client


TABLES: Mapping[str, OutgoingMethods] = {
    **{name: platform.outgoing for name, platform in registered().items()},
    "operator": OPERATOR,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_method_without_a_row_cannot_be_called(name: str) -> None:
    with pytest.raises(UnlistedMethodError):
        TABLES[name].of("chat.scheduleMessage")


@pytest.mark.parametrize("name", SCREENS)
def test_the_certificate_names_exactly_what_is_left(name: str) -> None:
    left = TABLES[name].left - NAMED_APART.keys()
    for how in ("all", "part"):
        told = catalogue("en")(f"erased-chat-{name}-{how}")
        assert {one for one, said in NAMED.items() if said in told} == left


def test_each_kind_that_stays_is_named_somewhere() -> None:
    assert NAMED.keys() | NAMED_APART.keys() == set(Left)
    for one, key in NAMED_APART.items():
        assert one.value in catalogue("en")(key)


@pytest.mark.parametrize("language", languages())
def test_a_file_in_the_persons_own_drive_is_named_in_every_language(language: str) -> None:
    say = catalogue(language)
    for name in SCREENS:
        for how in ("all", "part", "kept"):
            told = say(f"erased-chat-{name}-{how}")
            assert ("OneDrive" in told) is (Left.DRIVE in TABLES[name].left)
