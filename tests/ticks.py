"""The ticks in the form of what a client has allowed, for people who are played in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.chat import Block, Form, ManyField, Submitted

# What a player "presses" to tick a purpose and save: "Turn on: Reminder".
TICK = re.compile(r"Turn (on|off): (.+)")


def newest_form(blocks: Iterable[Block]) -> Form | None:
    forms = [b for b in blocks if isinstance(b, Form) and b.action.startswith("switches:")]
    return forms[-1] if forms else None


def can_tick(form: Form | None, label: str) -> bool:
    """True if the label ticks what is not ticked, or unticks what is."""
    found = TICK.fullmatch(label)
    if found is None or form is None:
        return False
    value = _value(form, found[2])
    return value is not None and (value in _field(form).initial) is (found[1] == "off")


def tick(form: Form, label: str) -> Submitted:
    """The form, sent with this purpose ticked or unticked. Raises AssertionError if it is so."""
    assert can_tick(form, label), label
    found = TICK.fullmatch(label)
    assert found is not None
    value = _value(form, found[2])
    assert value is not None
    rest = [one for one in _field(form).initial if one != value]
    ticked = [*rest, value] if found[1] == "on" else rest
    return Submitted(form.action, {"allowed": ",".join(ticked)})


def _field(form: Form) -> ManyField:
    (field,) = form.fields
    assert isinstance(field, ManyField)
    return field


def _value(form: Form, name: str) -> str | None:
    return next((one.value for one in _field(form).options if one.label == name), None)
