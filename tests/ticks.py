"""Ticks in forms, for people who are played in memory: what is allowed, and what may be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.chat import Block, Form, ManyField, Submitted

# What a player "presses" to tick one thing in the newest form and save it: "Turn on: Reminder"
# for a purpose, "Leave out number 1" for a question.
TICK = re.compile(
    r"Turn (?P<turn>on|off): (?P<purpose>.+)"
    r"|(?P<leave>Leave out|Ask) number (?P<number>[0-9]+)(?: again)?"
)


def newest_form(blocks: Iterable[Block], label: str) -> Form | None:
    """The newest form that such a label is about."""
    found = TICK.fullmatch(label)
    verb = "switches:" if found and found["turn"] else "ticked:"
    forms = [b for b in blocks if isinstance(b, Form) and b.action.startswith(verb)]
    return forms[-1] if forms else None


def can_tick(form: Form | None, label: str) -> bool:
    """True if the label ticks what is not ticked, or unticks what is."""
    found = TICK.fullmatch(label)
    if found is None or form is None:
        return False
    value, field = _value(form, found)
    on = found["turn"] == "on" or found["leave"] == "Ask"
    return field is not None and (value in field.initial) is not on


def tick(form: Form, label: str) -> Submitted:
    """The form, sent with this one ticked or unticked. Raises AssertionError if it is so."""
    assert can_tick(form, label), label
    found = TICK.fullmatch(label)
    assert found is not None
    value, changed = _value(form, found)
    values = {}
    for field in form.fields:
        assert isinstance(field, ManyField)
        ticked = set(field.initial) ^ ({value} if field is changed else set())
        values[field.name] = ",".join(one.value for one in field.options if one.value in ticked)
    return Submitted(form.action, values)


def _value(form: Form, found: re.Match[str]) -> tuple[str, ManyField | None]:
    """The value that a label names, and the field that has it."""
    for field in form.fields:
        assert isinstance(field, ManyField)
        for one in field.options:
            if (one.value if found["number"] else one.label) == (
                found["number"] or found["purpose"]
            ):
                return one.value, field
    return "", None
