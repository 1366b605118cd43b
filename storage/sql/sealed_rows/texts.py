"""What is read only after its row was found, as the text that is sealed in one column, and back.

Each text is padded to a size that does not tell what is in it.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from bot.domain.engagement import Engagement
from bot.domain.people import Person
from bot.domain.rhythm import Rhythm
from bot.domain.words import Words
from storage.sql.person_texts import pause_facts, pause_of_facts

PERSON_STEP = 500
ENGAGEMENT_STEP = 250
# Days off are a list of any length: this is enough for about fifty dates.
RHYTHM_STEP = 1_000

# The fields of an engagement that no query asks about, and that every version wrote.
ENGAGEMENT_FIELDS = ("started_at", "ends_on", "keep_days", "session_at")
# All but the key, the pause, which lies with the person, and what is not stored.
RHYTHM_FIELDS = tuple(
    one.name
    for one in fields(Rhythm)
    if one.name not in ("owner", "confirmed", "paused_until", "paused_from")
)


def person_text(who: Person) -> Words:
    """Language, zone, pause and last stop."""
    facts = {"language": who.language, "zone": who.zone, **pause_facts(who)}
    return _padded(json.dumps(facts), PERSON_STEP)


def person_facts(text: Words) -> dict[str, Any]:
    """Returns the fields of `Person` that `person_text` wrote."""
    facts = json.loads(text.text)
    pause, stopped_at = pause_of_facts(facts)
    told = {"language": facts["language"], "zone": facts["zone"]}
    return {**told, "pause": pause, "stopped_at": stopped_at}


def person_told(text: Words) -> dict[str, Any]:
    """Returns the same as the person is told it: the pause and the last stop in one text."""
    facts = json.loads(text.text)
    told = {name: facts.pop(name) for name in ("language", "zone")}
    return {**told, "pause": Words(json.dumps(facts))}


def engagement_text(one: Engagement) -> Words:
    """The fields in `ENGAGEMENT_FIELDS`, then when they last met and who pays, where there is any.

    The version before reads four fields: a row with neither is written as it wrote it.
    """
    values = [_plain(getattr(one, name)) for name in ENGAGEMENT_FIELDS]
    if one.met_at is not None or one.sponsor:
        values += [_plain(one.met_at), one.sponsor]
    return _padded(json.dumps(values), ENGAGEMENT_STEP)


def engagement_facts(text: Words) -> dict[str, Any]:
    """Returns the fields that `engagement_text` wrote."""
    # A row of an older version has no last session, and names nobody who pays.
    started_at, ends_on, keep_days, session_at, *later = json.loads(text.text)
    met_at, sponsor = (*later, None, None)[:2]
    return {
        "started_at": datetime.fromisoformat(started_at),
        "ends_on": date.fromisoformat(ends_on),
        "keep_days": keep_days,
        "session_at": datetime.fromisoformat(session_at) if session_at else None,
        "met_at": datetime.fromisoformat(met_at) if met_at else None,
        "sponsor": sponsor or "",
    }


def rhythm_text(one: Rhythm) -> Words:
    """The fields in `RHYTHM_FIELDS`."""
    values = {name: _plain(getattr(one, name)) for name in RHYTHM_FIELDS}
    return _padded(json.dumps(values), RHYTHM_STEP)


def rhythm_facts(text: Words) -> dict[str, Any]:
    """Returns the fields that `rhythm_text` wrote."""
    facts: dict[str, Any] = json.loads(text.text)
    for name in ("window_from", "window_to", "quiet_from", "quiet_to"):
        facts[name] = time.fromisoformat(facts[name]) if facts[name] else None
    facts["starts_on"] = date.fromisoformat(facts["starts_on"])
    facts["days_off"] = tuple(facts["days_off"])
    return facts


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | time) else value


def _padded(text: str, step: int) -> Words:
    return Words(text.ljust(-(-len(text) // step) * step))
