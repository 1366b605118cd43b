"""A person's own fields as the text that is sealed, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.domain.pause import Pause
from bot.domain.people import Address, Aside, Dialogue, OpenToReplies, Person, Quiet
from bot.domain.words import Words

# The dialogue is padded to steps of so many characters: its size does not tell what was asked.
DIALOGUE_STEP = 2_000


def address_text(address: Address) -> Words:
    return Words(json.dumps([address.platform, address.workspace, address.user]))


def address_of(text: Words) -> Address:
    return Address(*json.loads(text.text))


def dialogue_text(dialogue: Dialogue) -> Words:
    heard_at = dialogue.heard_at.isoformat() if dialogue.heard_at else None
    asked = [dialogue.awaiting, dialogue.subject, dialogue.offered]
    quiet = [dialogue.quiet.since.isoformat(), dialogue.quiet.went_on] if dialogue.quiet else None
    asked_at = dialogue.asked_at.isoformat() if dialogue.asked_at else None
    told = dialogue.told_until.isoformat() if dialogue.told_until else None
    offered = dialogue.step_offered.isoformat() if dialogue.step_offered else None
    since = [quiet, asked_at, told, dialogue.thanked, offered]
    replies = [
        [one.names, one.awaiting, one.subject, one.until.isoformat()] for one in dialogue.replies
    ]
    met = [dialogue.reaction_met, dialogue.notes_offered]
    there = [replies, _aside_of(dialogue.aside), *met]
    text = json.dumps([*asked, heard_at, dialogue.zone_asked, *since, *there])
    return Words(text.ljust(-(-len(text) // DIALOGUE_STEP) * DIALOGUE_STEP))


def dialogue_of(text: Words) -> Dialogue:
    awaiting, subject, offered, *later = json.loads(text.text)
    heard_at, zone_asked, quiet, asked_at, told, thanked, step = (*later, *[None] * 7)[:7]
    replies, aside, met, notes = (*later[7:], *[None] * 4)[:4]
    return Dialogue(
        awaiting,
        subject,
        tuple((label, action) for label, action in offered),
        datetime.fromisoformat(heard_at) if heard_at else None,
        zone_asked,
        Quiet(date.fromisoformat(quiet[0]), quiet[1]) if quiet else None,
        datetime.fromisoformat(asked_at) if asked_at else None,
        datetime.fromisoformat(told) if told else None,
        thanked,
        date.fromisoformat(step) if step else None,
        tuple(
            OpenToReplies(tuple(names), awaiting, subject, date.fromisoformat(until))
            for names, awaiting, subject, until in replies or ()
        ),
        _read_aside(aside) if aside else None,
        bool(met),
        tuple(notes or ()),
    )


def _aside_of(aside: Aside | None) -> list[Any] | None:
    if aside is None:
        return None
    asked_at = aside.asked_at.isoformat() if aside.asked_at else None
    return [aside.name, aside.awaiting, aside.subject, asked_at, aside.offered]


def _read_aside(written: list[Any]) -> Aside:
    name, awaiting, subject, asked_at, offered = written
    at = datetime.fromisoformat(asked_at) if asked_at else None
    return Aside(name, awaiting, subject, at, tuple((label, action) for label, action in offered))


def pause_facts(who: Person) -> dict[str, str | None]:
    """How a person pauses, and when they stopped, as plain values."""
    facts: dict[str, str | None] = {}
    if who.pause is not None:
        days = {"until": who.pause.until, "then": who.pause.then, "starts": who.pause.starts}
        facts |= {name: _iso(day) for name, day in days.items()}
        if who.pause.backup_of is not None:
            facts |= {
                "backup": _iso(who.pause.backup_of),
                "told": "yes" if who.pause.told else None,
            }
    if who.stopped_at is not None:
        facts["stopped"] = who.stopped_at.isoformat()
    return facts


def pause_text(who: Person) -> Words:
    """The same as JSON, as the person is told it."""
    return Words(json.dumps(pause_facts(who)))


def pause_of_facts(facts: Mapping[str, Any]) -> tuple[Pause | None, datetime | None]:
    """Returns the pause, and when the person stopped."""
    stopped = facts.get("stopped")
    stopped_at = datetime.fromisoformat(stopped) if stopped else None
    if "until" not in facts:
        return None, stopped_at
    until, then, starts, backup_of = (
        _day(facts.get(name)) for name in ("until", "then", "starts", "backup")
    )
    return Pause(until, then, starts, backup_of, facts.get("told") is not None), stopped_at


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
