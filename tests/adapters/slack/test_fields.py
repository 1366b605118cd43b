"""Inbound reads back the ids and values that outbound writes, and refuses all others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.outbound.fields import (
    NO_ACTION,
    NotAFieldError,
    form_of,
    read_action,
    read_values,
    read_words,
)
from adapters.slack.outbound.render import render
from adapters.slack.outbound.views import words_modal
from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
    Form,
    ManyField,
    Message,
    Option,
    TextField,
)
from bot.domain.actions import ACTIONS
from bot.domain.words import Words
from tests.adapters.slack.block_kit import buttons_in

Json = dict[str, Any]
HOURS = tuple(Option(f"{hour:02d}:00", f"{hour} o'clock") for hour in range(24))
DAYS = tuple(Option(day, day.lower()) for day in ("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
MANY = tuple(Option(str(number), f"number {number}") for number in range(30))
FORM = Form(
    "rhythm:7",
    (
        TextField("zone", "Where", Words("Berlin")),
        ChoiceField("from", "From", HOURS, "09:00"),
        ChoiceField("size", "How big", HOURS[:3]),
        ManyField("days", "Days", DAYS, ("MO", "TH")),
        ManyField("topics", "Topics", MANY, ("3", "29")),
    ),
    "Show me",
)


def blocks_of(*blocks: Buttons | Form) -> list[Json]:
    [posting] = render(Message("t", "A note", blocks))
    return posting.blocks


def as_offered(blocks: list[Json]) -> Json:
    """`state.values` as Slack's clients send it for an untouched form."""
    values: Json = {}
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        state: Json = {"type": element["type"]}
        match element["type"]:
            case "plain_text_input":
                state["value"] = element.get("initial_value")
            case "static_select" | "radio_buttons":
                state["selected_option"] = element.get("initial_option")
            case _:
                state["selected_options"] = element.get("initial_options", [])
        values[block["block_id"]] = {element["action_id"]: state}
    return values


def test_a_button_carries_the_cores_action() -> None:
    blocks = blocks_of(Buttons((Button("Yes", "share:1:yes"), Button("No", "share:1:no"))))
    pressed = buttons_in(blocks)
    assert [read_action(one) for one in pressed] == ["share:1:yes", "share:1:no"]
    assert [form_of(one) for one in pressed] == [None, None]


@pytest.mark.parametrize("action", ["x" * 2001, "", "\ud83d", "😀" * 1001])
def test_an_action_that_does_not_fit_is_not_sent_in_part(action: str) -> None:
    """Half of it could be another action, so the core gets an action that it does not know."""
    [button] = buttons_in(blocks_of(Buttons((Button("Yes", action),))))
    assert read_action(button) == NO_ACTION
    assert NO_ACTION.split(":")[0] not in {row.verb for row in ACTIONS}


def test_a_form_is_read_as_it_was_offered() -> None:
    blocks = blocks_of(FORM)
    [send] = buttons_in(blocks)
    assert read_action(send) == "rhythm:7"
    assert form_of(send) == 0
    assert read_values(as_offered(blocks), 0) == {
        "zone": "Berlin",
        "from": "09:00",
        "size": "",
        "days": "MO,TH",
        "topics": "3,29",
    }


def test_two_forms_of_one_message_are_kept_apart() -> None:
    first = Form("a", (TextField("when", "When", Words("one")),), "Save")
    second = Form("b", (TextField("when", "When", Words("two")),), "Save")
    blocks = blocks_of(first, second)
    numbers = [form_of(one) for one in buttons_in(blocks)]
    assert numbers == [0, 1]
    assert read_values(as_offered(blocks), 0) == {"when": "one"}
    assert read_values(as_offered(blocks), 1) == {"when": "two"}


def test_what_was_left_out_altogether_is_read_as_empty() -> None:
    values = {
        "form.0.0.zone": {"field.0.0": {"type": "plain_text_input"}},
        "form.0.1.days": {"field.0.1": {"type": "checkboxes"}},
        "form.0.2.from": {"field.0.2": {"type": "static_select"}},
    }
    assert read_values(values, 0) == {"zone": "", "days": "", "from": ""}


def test_a_modal_is_read() -> None:
    view = words_modal("More", "What else?", "Send", "opaque", Words("So far"))
    assert view["private_metadata"] == "opaque"
    state = {"values": as_offered(view["blocks"])}
    assert read_words(view | {"state": state}) == "So far"


def test_metadata_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="metadata"):
        words_modal("More", "What else?", "Send", "x" * 3001)


def test_words_that_do_not_fit_into_the_modal_do_not_stand_there_in_part() -> None:
    view = words_modal("More", "What else?", "Send", "", Words("x" * 3001))
    assert "initial_value" not in view["blocks"][0]["element"]


@pytest.mark.parametrize(
    "button",
    [
        {},
        {"type": "button", "action_id": "press.0"},
        {"type": "button", "action_id": "press.0", "value": ""},
        {"type": "button", "action_id": "press.0", "value": "x" * 2001},
        {"type": "button", "action_id": "press.0", "value": 7},
        {"type": "button", "action_id": "press.0\n", "value": "stop:yes"},
        {"type": "button", "action_id": "another", "value": "stop:yes"},
        {"type": "button", "action_id": None, "value": "stop:yes"},
        {"type": "static_select", "action_id": "press.0", "value": "stop:yes"},
    ],
)
def test_what_is_no_button_of_ours_is_refused(button: Json) -> None:
    with pytest.raises(NotAFieldError):
        read_action(button)


@pytest.mark.parametrize(
    "values",
    [
        None,
        [],
        {"form.0.0.zone": None},
        {"form.0.0.zone": {}},
        {"form.0.0.zone": {"a": {"type": "plain_text_input", "value": 1}}},
        {"form.0.0.zone": {"a": {"type": "datepicker", "selected_date": "2026-11-23"}}},
        {"form.0.0.zone": {"a": {"type": "static_select", "selected_option": "09:00"}}},
        {"form.0.0.zone": {"a": {"type": "checkboxes", "selected_options": "MO"}}},
        {"form.0.0.zone": {"a": "Berlin"}},
        {"form.0.0.zone": {"a": {"type": "plain_text_input"}, "b": {"type": "plain_text_input"}}},
    ],
)
def test_values_that_no_form_of_ours_has_are_refused(values: object) -> None:
    with pytest.raises(NotAFieldError):
        read_values(values, 0)


def test_inputs_of_anything_else_in_the_message_are_passed_over() -> None:
    other = {"b1": {"x": {"type": "datepicker"}}, "form.1.0.zone": {"a": 7}, 3: {}}
    assert read_values(other, 0) == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "value", "action_id", "form.0.0.a", "state", "values", "words"]
            )
            | st.text(max_size=4),
            inside,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_anything_at_all_is_read_or_refused(value: object) -> None:
    for read in (
        lambda: read_values(value, 0),
        lambda: read_action(value if isinstance(value, dict) else {}),
        lambda: read_words(value if isinstance(value, dict) else {}),
    ):
        try:
            read()
        except NotAFieldError:
            continue
