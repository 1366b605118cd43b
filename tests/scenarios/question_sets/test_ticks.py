"""One form of ticks decides what may be asked; the buttons of older messages still answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.chat import Buttons, Form, ManyField, Submitted
from bot.domain.asking import Asking
from bot.domain.limits import beyond_form
from bot.domain.question import Depth
from bot.messages.question_sets import ticks
from bot.questions import standard_set, standard_sets
from bot.text import catalogue, languages
from tests.world import Chatter, World, joined, text_of

SAY = catalogue("en")
MOST_BUTTONS = 6


def asking(**chosen: Any) -> Asking:
    now = datetime(2027, 1, 4, tzinfo=UTC)
    return Asking("e", "client", now, now, **chosen)


async def shown(client: Chatter) -> Form:
    await client.writes("my questions")
    return client.form()


def ticked(form: Form) -> set[str]:
    return {one for field in form.fields if isinstance(field, ManyField) for one in field.initial}


async def test_a_long_set_is_one_form_and_few_buttons() -> None:
    world = World()
    client, _ = await joined(world)
    form = await shown(client)
    rows = [block for block in client.shown[-1].blocks if isinstance(block, Buttons)]
    assert sum(len(row.buttons) for row in rows) <= MOST_BUTTONS
    assert sum(len(field.options) for field in form.fields if isinstance(field, ManyField)) > 10


async def test_what_is_unticked_is_left_out_and_comes_back_with_its_tick() -> None:
    world = World()
    client, _ = await joined(world)
    form = await shown(client)
    await client.presses("Leave out number 1")
    await client.presses("Leave out number 12")
    assert ticked(form) - ticked(client.form()) == {"1", "12"}
    await client.presses("Ask number 1 again")
    assert ticked(form) - ticked(client.form()) == {"12"}


async def test_an_old_form_undoes_nothing() -> None:
    world = World()
    client, _ = await joined(world)
    old = await shown(client)
    await client.presses("Leave out number 2")
    drawn = {
        field.name: ",".join(field.initial) for field in old.fields if isinstance(field, ManyField)
    }
    told = await client.does(Submitted(old.action, drawn))
    assert SAY("switches-same") in text_of(told)
    assert "2" not in ticked(client.form())


async def test_the_buttons_of_older_messages_still_answer() -> None:
    world = World()
    client, _ = await joined(world)
    mine = (await shown(client)).action.split(":")[1]
    await client.presses_raw(f"strike-in:{mine}:weekly:3")
    await client.presses_raw(f"strike:{mine}:4")
    assert not {"3", "4"} & ticked(client.form())


@pytest.mark.parametrize("drawn", ["zz", "-1", "", "0x1", "f" * 300])
async def test_a_forged_form_changes_nothing(drawn: str) -> None:
    world = World()
    client, _ = await joined(world)
    form = await shown(client)
    mine = form.action.split(":")[1]
    await client.does(Submitted(f"ticked:{mine}:weekly:{drawn}", {"asked-1": "9999,٣,x,"}))
    assert ticked(await shown(client)) == ticked(form)


@pytest.mark.parametrize("language", languages())
def test_every_standard_set_fits_in_each_language(language: str) -> None:
    """Each choice shows a whole question, or its number under the question that stands above."""
    say = catalogue(language)
    for of in standard_sets(say):
        form = ticks.form(say, "e" * 32, of, asking(depth=Depth.DEEP))
        assert form is not None
        options = [one for field in form.fields for one in getattr(field, "options", ())]
        assert len(options) == len(of.questions)
        assert max(len(one.label) for one in options) <= ticks.IN_ONE_CHOICE
        values = {f.name: ",".join(f.initial) for f in form.fields if isinstance(f, ManyField)}
        assert beyond_form(form.action, values) is None


def test_nothing_to_tick_is_no_form() -> None:
    of = standard_set(SAY, "weekly")
    assert of is not None
    topics = tuple({one.topic for one in of.questions})
    assert ticks.form(SAY, "e", of, asking(struck=topics)) is None
