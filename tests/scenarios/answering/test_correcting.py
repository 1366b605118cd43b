""" "Not what I meant": the client says it anew, and the old words are nowhere any more."""

from __future__ import annotations

import pytest

from bot.domain.limits import CORRECTION
from tests.world import Chatter, World, buttons_in, joined, text_of

OLD, NEW = "I was fine with the plan", "I was not fine with the plan"


async def wrote(*, digest: bool = True) -> tuple[World, Chatter, Chatter]:
    world = World()
    client, coach = await joined(world, digest=digest)
    await world.skip()
    await client.writes(OLD, "m1")
    return world, client, coach


async def stored(client: Chatter) -> tuple[bool, bool]:
    """Whether the old words and the new ones are among what is kept."""
    page = text_of(await client.writes("my words")).splitlines()
    return f"  > {OLD}" in page, f"  > {NEW}" in page


@pytest.mark.parametrize("how", ["form", "line"])
async def test_the_right_words_are_kept_and_the_old_ones_are_gone(how: str) -> None:
    _, client, _ = await wrote()
    await client.presses("Not what I meant")
    (told, *_) = await (client.submits(words=NEW) if how == "form" else client.writes(NEW, "m2"))
    assert told.template == "edited"
    assert client.quotes(last=1) == [NEW]
    assert "stays until you delete it there" in text_of([told])
    assert await stored(client) == (False, True)


@pytest.mark.parametrize("read", [False, True])
@pytest.mark.parametrize("how", ["form", "line"])
async def test_what_was_shared_of_the_old_words_goes(how: str, read: bool) -> None:
    world, client, coach = await wrote()
    correct = client.button("Not what I meant").action
    await client.presses("Share with Daniel")
    await client.presses("Yes")
    await client.presses("Share exactly this")
    if read:
        await coach.writes("digest")
        assert OLD in coach.quotes()
    await client.presses_raw(correct)
    told = await (client.submits(words=NEW) if how == "form" else client.writes(NEW))
    late = "was shown it on" in text_of(told)
    assert late is read
    await world.bot.tick()
    assert OLD not in coach.quotes(), "taken out of what was read, and never sent"
    assert NEW not in coach.sees(), "the new words are shared only when the client says so"
    await coach.writes("digest")
    assert not {OLD, NEW} & set(coach.quotes(last=1))


async def test_the_answer_follows_the_message_that_corrected_it() -> None:
    _, client, _ = await wrote()
    await client.presses("Not what I meant")
    await client.writes(NEW, "m2")
    await client.deletes("m1")
    assert await stored(client) == (False, True)
    await client.edits("m2", "something else again")
    assert await stored(client) == (False, False)
    await client.deletes("m2")
    assert client.templates()[-1] == "removed"


async def test_the_platforms_own_edit_is_what_is_kept_too() -> None:
    _, client, _ = await wrote()
    (told,) = await client.edits("m1", NEW)
    assert told.template == "edited"
    assert await stored(client) == (False, True)


async def test_it_can_be_left_as_it_is() -> None:
    _, client, _ = await wrote()
    await client.presses("Not what I meant")
    (told,) = await client.presses("Leave it as it is")
    assert told.template == "kept"
    await client.writes(NEW)
    assert await stored(client) == (True, True), "a line after that is an answer of its own"


@pytest.mark.parametrize("line", ["stop", "help", "thanks", "what do you hold", "are you a bot?"])
async def test_a_command_is_no_correction(line: str) -> None:
    _, client, _ = await wrote()
    await client.presses("Not what I meant")
    await client.writes(line)
    assert await stored(client) == (True, False)


@pytest.mark.parametrize("off", ["stop", "withdrawn", "dropped"])
async def test_where_nothing_may_be_kept_nothing_is_corrected(off: str) -> None:
    _, client, _ = await wrote()
    await client.presses("Not what I meant")
    if off == "stop":
        await client.writes("stop")
    elif off == "withdrawn":
        await client.writes("my switches")
        await client.presses("Turn off: Keep my words")
    else:
        await client.presses("Don't keep")
    form = next(m for m in reversed(client.shown) if m.template == "correct-ask")
    client.shown.append(form)
    reply = await client.submits(words=NEW)
    assert "edited" not in [one.template for one in reply]
    assert (await stored(client))[1] is False


async def test_empty_words_are_asked_for_again_and_the_same_words_change_nothing() -> None:
    _, client, _ = await wrote()
    await client.presses("Not what I meant")
    (asked,) = await client.submits(words="  ")
    assert asked.template == "correct-ask"
    (told,) = await client.submits(words=OLD)
    assert told.template == "you-wrote"
    assert await stored(client) == (True, False)


async def test_words_that_are_too_long_for_the_form_are_corrected_in_a_message() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("word " * (CORRECTION.characters // 5 + 1))
    (asked,) = await client.presses("Not what I meant")
    assert asked.template == "correct-ask-line"
    await client.writes(NEW)
    assert await stored(client) == (False, True)


async def test_somebody_elses_answer_is_not_corrected() -> None:
    world, client, _ = await wrote()
    other, _ = await joined(world, "Noor", "Eva", client="noor", coach="eva")
    correct = client.button("Not what I meant").action
    (told,) = await other.presses_raw(correct)
    assert told.template == "stale"


async def test_a_correction_that_names_a_loss_offers_nothing() -> None:
    _, client, _ = await wrote()
    await client.presses("Not what I meant")
    await client.writes("my father died that week")
    assert [button.label for button in buttons_in(client.shown[-1])] == ["Don't keep"]


NAMES = {
    "en": "english",
    "de": "deutsch",
    "es": "español",
    "fr": "français",
    "pt": "português",
    "ja": "日本語",
    "vi": "tiếng Việt",
}
TYPED = {
    "en": ("Not what I meant", "no thats not what i wanted to say", "I wrote that wrong"),
    "de": ("Das meinte ich nicht", "Das habe ich nicht so gemeint", "so war das nicht gemeint"),
    "es": ("no es lo que quise decir", "me expresé mal"),
    "fr": ("ce n'est pas ce que je voulais dire", "je me suis mal exprimée"),
    "pt": ("não era isso que eu queria dizer", "me expressei mal"),
    "ja": ("そういう意味じゃないです", "言いたいことと違います"),
    "vi": ("không phải ý mình", "mình viết nhầm rồi"),
}


@pytest.mark.parametrize(("language", "line"), [(k, v) for k in TYPED for v in TYPED[k]])
async def test_what_was_not_meant_can_be_said_instead_of_pressed(language: str, line: str) -> None:
    _, client, _ = await wrote()
    await client.writes(NAMES[language])
    (asked,) = await client.writes(line)
    assert asked.template == "correct-ask"


async def test_with_nothing_kept_there_is_nothing_to_correct() -> None:
    world = World()
    client, _ = await joined(world, keep=False)
    await world.skip()
    await client.writes(OLD)
    (told,) = await client.writes("that's not what I meant")
    assert told.template == "correct-none"
