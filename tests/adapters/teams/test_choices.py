"""A button that was drawn as a choice does what the button would have done."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.shared.json_values import NotUnderstoodError
from adapters.teams.inbound.activities import OURS, to_arrived
from adapters.teams.inbound.arrivals import Happened, Invoke
from adapters.teams.outbound.render import CARD_TYPE
from bot.chat import Button, Buttons, Message, Pressed, Text
from tests.adapters.teams.support import Teams, activity, pressed, teams

Json = dict[str, Any]
SERVICE = "https://smba.example"
MANY = Buttons(tuple(Button(f"Number {number}", f"set:{number}") for number in range(8)))
PICK = {"pick": {"from": "1.0", "of": [["One", "set:1"], ["Two", "set:2"]]}}


@pytest_asyncio.fixture
async def there(tmp_path: Path) -> AsyncIterator[Teams]:
    async with teams(tmp_path, served=True) as opened:
        yield opened


async def drawn(there: Teams, *blocks: Text | Buttons) -> tuple[Json, Json]:
    """The field and the data of the button of a card with more buttons than six."""
    there.desk.script.append([Message("ask", "A note", blocks, language="de")])
    await there.posts(activity(there.peer.address))
    await there.finished()
    *_, field, row = there.shown()[0]["attachments"][0]["content"]["body"]
    return field, row["actions"][0]["data"]


async def test_a_choice_arrives_as_the_press_that_it_stands_for(there: Teams) -> None:
    field, data = await drawn(there, Text("Which?"), MANY)
    chosen = data | {field["id"]: field["choices"][5]["value"]}
    status, answer = await there.posts(pressed(there.peer.address, chosen, number=2))
    assert there.desk.taken[-1].what == Pressed("set:5")
    assert (status, answer["type"]) == (200, CARD_TYPE)
    again = answer["value"]["body"][1]
    assert (again["value"], again["choices"][5]["title"]) == ("5", "✓ Number 5")
    assert again["label"] == field["label"] == "Bitte wählen Sie eine Möglichkeit"


async def test_a_choice_of_a_card_too_large_to_be_drawn_again_is_named(there: Teams) -> None:
    field, data = await drawn(there, Text("Which? " * 2_000), MANY)
    assert "card" not in data[OURS]
    chosen = data | {field["id"]: "5"}
    _, answer = await there.posts(pressed(there.peer.address, chosen, number=2))
    assert answer["value"] == "✓ Number 5"


async def test_who_chose_nothing_is_asked_to_and_nothing_happens(there: Teams) -> None:
    _, data = await drawn(there, Text("Which?"), MANY)
    before = len(there.desk.taken)
    status, answer = await there.posts(pressed(there.peer.address, data, number=2))
    assert (status, answer["value"]) == (200, "Please choose one")
    assert await there.posts(activity(there.peer.address, None, number=3, value=data)) == (
        200,
        None,
    )
    await there.finished()
    assert len(there.desk.taken) == before


def test_an_old_client_submits_a_choice_as_a_message() -> None:
    arrived = to_arrived(activity(SERVICE, None, value={OURS: PICK, "1.0": "1"}))
    assert isinstance(arrived, Happened)
    assert arrived.event.what == Pressed("set:2")


def test_a_choice_names_what_was_chosen() -> None:
    arrived = to_arrived(pressed(SERVICE, {OURS: PICK, "1.0": "0"}))
    assert isinstance(arrived, Invoke)
    assert arrived.event is not None
    assert (arrived.kind, arrived.event.what, arrived.said) == ("do", Pressed("set:1"), "One")


@pytest.mark.parametrize("at", ["2", "-1", "x", "1.5", "٣", "9" * 9, 1, True, ["0"], {"0": 0}])
def test_a_forged_choice_is_refused(at: object) -> None:
    with pytest.raises(NotUnderstoodError):
        to_arrived(pressed(SERVICE, {OURS: PICK, "1.0": at}))


@pytest.mark.parametrize(
    "of", [None, "x", {}, [], [1], [["One"]], [["One", 1]], [["One", "set:1", "set:2"]]]
)
def test_choices_that_were_tampered_with_are_refused(of: object) -> None:
    with pytest.raises(NotUnderstoodError):
        to_arrived(pressed(SERVICE, {OURS: {"pick": {"from": "1.0", "of": of}}, "1.0": "0"}))


@pytest.mark.parametrize("pick", [None, 1, "x", [], {}, {"from": 1}, {"from": "other"}])
def test_a_pick_that_names_no_field_chooses_nothing(pick: object) -> None:
    arrived = to_arrived(pressed(SERVICE, {OURS: {"pick": pick}, "1.0": "0"}))
    assert isinstance(arrived, Invoke)
    assert (arrived.kind, arrived.event) == ("choose", None)
