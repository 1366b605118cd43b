"""No copy outlives an ending: every method that carried words, and every surface that shows them.

The tables of outgoing methods are walked. Words are planted through each method, and after each way
to end them the platform is looked at.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.mail.outgoing import OUTGOING as MAIL
from adapters.operator.outgoing import OUTGOING as OPERATOR
from adapters.shared.outgoing import Left, OutgoingMethods, UnlistedMethodError
from bot.chat import Button, Buttons, Message, Submitted
from bot.domain import actions
from bot.domain.purposes import Purpose
from bot.run.platforms import registered
from bot.text import catalogue, languages
from tests.proofs.screens import SCREENS, Person, ScreenWorld, TeamsScreen
from tests.world import joined

KEPT, SHARED, DRAFT, WHEN, THEN, FROM, FORM = (
    f"zebra {what} marker" for what in ("kept", "shared", "draft", "when", "then", "from", "form")
)
WORDS = (KEPT, SHARED, DRAFT, WHEN, THEN, FROM, FORM)
CLIENT, COACH = "Zebrina", "Danilo"
# What the certificate says of each kind of copy that stays.
NAMED: Mapping[Left, str] = {
    Left.OWN_WORDS: "What you wrote yourself",
    Left.ORGANISATION: "Your organisation may hold copies",
    Left.DRIVE: "OneDrive",
}


@dataclass
class Scene:
    """A client and a coach on one platform, who have lived through all that shows words."""

    world: ScreenWorld
    client: Person
    coach: Person

    async def engagement(self) -> str:
        async with self.world.store.transaction() as tx:
            person = await tx.person_at(self.client.address)
            assert person is not None
            return (await tx.engagements_of(person.id))[0].id

    async def lists(self) -> None:
        """The client lets the coach see them on the list, and both look at their home page."""
        await self.client.presses_raw(actions.SWITCH(await self.engagement(), Purpose.LISTED, "on"))
        await self.client.presses("Yes")
        await self.coach.writes("my clients")

    async def plants(self) -> None:
        await self.lists()
        await self.writes_and_keeps(KEPT)
        await self.writes_and_shares(SHARED)
        await self.client.does(Submitted(actions.STEP_FROM(), {"text": FROM}))
        await self.client.writes("step")
        await self.client.submits(when=WHEN, then=THEN)
        await self.client.writes(DRAFT)
        await self.everybody_looks()

    async def everybody_looks(self) -> None:
        await self.client.writes("what do you hold")
        await self.client.presses("Give me all of it as a file")
        screen = self.world.screen
        if isinstance(screen, TeamsScreen):
            await screen.accepts_files(self.client.address)
            await self.client.presses("Give me all of it as a file")
        await self.client.opens_home()
        await self.coach.opens_home()

    async def writes_and_keeps(self, words: str) -> None:
        await self.client.writes(words, message=of(words))
        await self.client.presses("Keep private")

    async def writes_and_shares(self, words: str) -> None:
        await self.client.writes(words, message=of(words))
        await self.client.presses(f"Share with {COACH}")
        if "Share exactly this" not in labels(self.client.shown[-1]):
            await self.client.presses("Yes")
        await self.client.presses("Share exactly this")
        await self.coach.writes("digest")
        await self.coach.presses("Bring up next time")
        await self.coach.writes("my clients")

    async def after(self) -> tuple[str, str]:
        """What both still see, once everything that was planned to be edited is edited."""
        await self.world.bot.tick()
        return await self.client.sees_now(), await self.coach.sees_now()


def of(words: str) -> str:
    """The platform's id of the message that says these words; it holds none of them."""
    return f"message-{WORDS.index(words)}"


def labels(message: Message) -> list[str]:
    found: list[Button] = []
    for block in message.blocks:
        found += block.buttons if isinstance(block, Buttons) else ()
    return [button.label for button in found]


@pytest.fixture(params=SCREENS)
async def scene(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Scene]:
    async with SCREENS[request.param](tmp_path) as screen:
        world = ScreenWorld(screen)
        client, coach = await joined(world, CLIENT, COACH, client="u0mai", coach="u0dan")
        assert isinstance(client, Person)
        assert isinstance(coach, Person)
        yield Scene(world, client, coach)


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
        named_only = row.method in NAMES_ONLY
        assert bool(held) is (row.carries and not named_only), row


# They carry the name or the outline of a file, which the test cannot mark.
NAMES_ONLY = ("files.getUploadURLExternal", "files.completeUploadExternal")


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
    await scene.client.presses("No, I'll ask")
    await scene.plants()
    await _erase_all(scene)
    client, coach = await scene.after()
    assert [word for word in (KEPT, SHARED, DRAFT, WHEN, THEN) if word in client] == []
    assert [word for word in WORDS if word in coach] == []
    assert "invite" in client


EndsIt = Callable[[Scene], Awaitable[object]]


async def _drop(scene: Scene) -> None:
    await scene.client.presses("Don't keep")


async def _edit_into_stop(scene: Scene) -> None:
    await scene.client.edits(of(DRAFT), "stop")


async def _erase_one(scene: Scene) -> None:
    await scene.client.writes("erase")
    await scene.client.presses("Only a part …")
    await scene.client.presses("One answer …")
    label = next(b.label for b in scene.client.buttons() if b.label.startswith("Erase this"))
    await scene.client.presses(label)
    await scene.client.presses("Erase it")


async def _erase_week(scene: Scene) -> None:
    await scene.client.writes("erase")
    await scene.client.presses("Only a part …")
    await scene.client.presses("The last 7 days")
    await scene.client.presses("Erase it")


DRAFT_ENDS: Mapping[str, EndsIt] = {
    "don't keep": _drop,
    "deleted": lambda scene: scene.client.deletes(of(DRAFT)),
    "edited": lambda scene: scene.client.edits(of(DRAFT), "something else entirely"),
    "edited into a stop": _edit_into_stop,
    "one erased": _erase_one,
    "a week erased": _erase_week,
}


@pytest.mark.parametrize("how", DRAFT_ENDS)
async def test_however_an_answer_ends_the_bot_quotes_it_nowhere(scene: Scene, how: str) -> None:
    await scene.client.writes(DRAFT, message=of(DRAFT))
    if how not in ("don't keep", "edited into a stop"):
        await scene.client.presses("Keep private")
        await scene.everybody_looks()
    assert DRAFT in (await scene.after())[0]
    await DRAFT_ENDS[how](scene)
    client, coach = await scene.after()
    assert DRAFT not in client
    assert DRAFT not in coach


SHARE_ENDS: Mapping[str, EndsIt] = {
    "taken back": lambda scene: _take_back(scene),
    "deleted": lambda scene: scene.client.deletes(of(SHARED)),
    "edited": lambda scene: scene.client.edits(of(SHARED), "something else entirely"),
    "a week erased": _erase_week,
}


async def _take_back(scene: Scene) -> None:
    await scene.client.presses("Take it back")


@pytest.mark.parametrize("how", SHARE_ENDS)
async def test_however_a_share_ends_the_coach_reads_it_nowhere(scene: Scene, how: str) -> None:
    await scene.writes_and_shares(SHARED)
    assert (await scene.after())[1].count(SHARED) >= 2, "in the digest, and in the list"
    await SHARE_ENDS[how](scene)
    client, coach = await scene.after()
    assert SHARED not in coach
    assert how == "taken back" or SHARED not in client


async def test_words_that_were_never_kept_leave_with_their_message(scene: Scene) -> None:
    """Without the consent to keep words, only the platform knows what a message said."""
    await scene.client.presses_raw(
        actions.SWITCH(await scene.engagement(), Purpose.KEEP_WORDS, "off")
    )
    await scene.client.writes(FORM, message=of(FORM))
    assert FORM in await scene.client.sees_now()
    await scene.client.deletes(of(FORM))
    assert FORM not in await scene.client.sees_now()


async def test_a_step_leaves_the_home_page_when_it_is_let_go(scene: Scene) -> None:
    await scene.client.writes("step")
    await scene.client.submits(when=WHEN, then=THEN)
    await scene.client.opens_home()
    assert THEN in await scene.client.sees_now()
    await _erase_week(scene)
    assert THEN not in await scene.client.sees_now()


LISTED_ENDS: Mapping[str, EndsIt] = {
    "stop": lambda scene: scene.client.writes("stop"),
    "erase": lambda scene: _erase_all(scene),
    "the coach ends it": lambda scene: _end(scene),
    "the coach ends all": lambda scene: _end_all(scene),
    "off the list": lambda scene: _unlist(scene),
}


async def _erase_all(scene: Scene) -> None:
    await scene.client.writes("erase everything")
    await scene.client.presses("Erase everything")


async def _end(scene: Scene) -> None:
    await scene.coach.presses_raw(actions.END(await scene.engagement(), "yes"))


async def _end_all(scene: Scene) -> None:
    await scene.coach.presses_raw(actions.END_ALL("yes"))


async def _unlist(scene: Scene) -> None:
    await scene.client.presses_raw(actions.SWITCH(await scene.engagement(), Purpose.LISTED, "off"))


@pytest.mark.parametrize("how", LISTED_ENDS)
async def test_both_home_pages_are_drawn_anew_at_every_ending(tmp_path: Path, how: str) -> None:
    async with SCREENS["slack"](tmp_path) as screen:
        world = ScreenWorld(screen)
        found = await joined(world, CLIENT, COACH, client="U0MAI", coach="U0DAN")
        client, coach = found
        assert isinstance(client, Person)
        assert isinstance(coach, Person)
        scene = Scene(world, client, coach)
        await scene.lists()
        await client.opens_home()
        await coach.opens_home()
        homes = screen.wire.slack.homes  # type: ignore[attr-defined]
        assert CLIENT in repr(homes["U0DAN"])
        before = repr(homes["U0MAI"])
        await LISTED_ENDS[how](scene)
        assert CLIENT not in repr(homes["U0DAN"])
        assert how == "off the list" or repr(homes["U0MAI"]) != before
        assert how != "erase" or COACH not in repr(homes["U0MAI"])


TABLES: Mapping[str, OutgoingMethods] = {
    **{name: platform.outgoing for name, platform in registered().items()},
    "mail": MAIL,
    "operator": OPERATOR,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_method_without_a_row_cannot_be_called(name: str) -> None:
    with pytest.raises(UnlistedMethodError):
        TABLES[name].of("chat.scheduleMessage")


@pytest.mark.parametrize("name", SCREENS)
def test_the_certificate_names_exactly_what_is_left(name: str) -> None:
    left = TABLES[name].left
    for how in ("all", "part"):
        told = catalogue("en")(f"erased-chat-{name}-{how}")
        assert {one for one, said in NAMED.items() if said in told} == left


@pytest.mark.parametrize("language", languages())
def test_a_file_in_the_persons_own_drive_is_named_in_every_language(language: str) -> None:
    say = catalogue(language)
    for name in SCREENS:
        for how in ("all", "part", "kept"):
            told = say(f"erased-chat-{name}-{how}")
            assert ("OneDrive" in told) is (Left.DRIVE in TABLES[name].left)
