"""Writes some content as JSON before it is sealed, and reads it back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.domain.agreed import AgreedTexts
from bot.domain.asking import Asked, Asking
from bot.domain.profile import Profile
from bot.domain.sponsoring.sponsor import Sponsor
from bot.domain.step import Repeat, Step, StepSize
from bot.domain.words import Words

# Enough for every sentence of one language, escaped, and a short card.
AGREED_STEP = 8_000
# The first word of what stands among the strikes and is none.
PATH, ASKED = "path", "asked"


def choices_text(asking: Asking) -> Words:
    """Writes three parts, as the version before does, which goes on reading and writing them.

    What came later stands among the third, where that version carries along what it does not know:
    no id of a question has a space.
    """
    notes = [f"{PATH} {asking.path} {asking.path_at}"] if asking.path else []
    notes += (_asked_text(one) for one in asking.recent)
    return Words(json.dumps([asking.question_set, asking.depth, [*asking.struck, *notes]]))


def choices_of(asking: Asking, text: Words) -> Asking:
    question_set, depth, parts = json.loads(text.text)
    struck = tuple(one for one in parts if " " not in one)
    notes = [one.split(" ") for one in parts if " " in one]
    path = next((one for one in notes if one[0] == PATH), (PATH, None, 0))
    return replace(
        asking,
        question_set=question_set,
        depth=depth,
        struck=struck,
        path=path[1],
        path_at=int(path[2]),
        recent=tuple(sorted((_asked_of(one) for one in notes if one[0] == ASKED), key=_when)),
    )


def _asked_text(one: Asked) -> str:
    return f"{ASKED} {one.at.isoformat()} {one.question} {one.words} {one.delivery}"


def _asked_of(parts: list[str]) -> Asked:
    at, question, words, delivery = parts[1:]
    return Asked(datetime.fromisoformat(at), question, words, delivery)


def _when(one: Asked) -> datetime:
    return one.at


def agreed_text(agreed: AgreedTexts) -> Words:
    """Padded, so that the size does not tell the language."""
    text = json.dumps({name: words.text for name, words in agreed.said.items()})
    return Words(text.ljust(-(-len(text) // AGREED_STEP) * AGREED_STEP))


def agreed_of(text: Words) -> dict[str, Words]:
    return {name: Words(said) for name, said in json.loads(text.text).items()}


def more_text(step: Step) -> Words | None:
    """Returns the fields of a step that have no column of their own; None if all are empty."""
    more = {
        "size": step.size,
        "strength": step.strength.text if step.strength else None,
        "done_at": step.done_at.isoformat() if step.done_at else None,
        "obstacle": step.obstacle.text if step.obstacle else None,
        "day": step.day.isoformat() if step.day else None,
        "repeat": step.repeat,
        "times_done": [at.isoformat() for at in step.times_done] or None,
        "asked_what_helped": step.asked_what_helped or None,
    }
    told = {name: value for name, value in more.items() if value is not None}
    return Words(json.dumps(told)) if told else None


def with_more(step: Step, text: Words | None) -> Step:
    if text is None:
        return step
    more = json.loads(text.text)
    return replace(
        step,
        size=StepSize(more["size"]) if "size" in more else None,
        strength=Words(more["strength"]) if "strength" in more else None,
        done_at=datetime.fromisoformat(more["done_at"]) if "done_at" in more else None,
        obstacle=Words(more["obstacle"]) if "obstacle" in more else None,
        day=date.fromisoformat(more["day"]) if "day" in more else None,
        repeat=Repeat(more["repeat"]) if "repeat" in more else None,
        times_done=tuple(map(datetime.fromisoformat, more.get("times_done", ()))),
        asked_what_helped="asked_what_helped" in more,
    )


def card_text(profile: Profile) -> Words:
    parts = (profile.introduction, profile.process, profile.fees, profile.confidentiality)
    said: list[Any] = [part.text for part in parts]
    changed_at = profile.changed_at.isoformat() if profile.changed_at else None
    rest: list[Any] = [profile.question_set, profile.days, profile.every, changed_at]
    rest.append(profile.suggested)
    if profile.sponsor_at is not None:
        payer, at = profile.sponsor, profile.sponsor_at.isoformat()
        rest.append([at, payer.name.text, payer.address.text] if payer else [at])
    return Words(json.dumps([*said, *rest]))


def profile_of(coach_id: str, at: datetime, text: Words) -> Profile:
    introduction, process, fees, confidentiality, question_set, days, every, *later = json.loads(
        text.text
    )
    # Older cards have no moment of their last change, and name no one client and no payer.
    changed_at, suggested, payer = (*later, None, None, None)[:3]
    named_at, *sponsor = payer or [None]
    return Profile(
        coach_id,
        at,
        Words(introduction),
        Words(process),
        Words(fees),
        Words(confidentiality),
        question_set,
        tuple(days),
        every,
        datetime.fromisoformat(changed_at) if changed_at else None,
        tuple((one, set_id) for one, set_id in suggested or ()),
        Sponsor(*map(Words, sponsor)) if sponsor else None,
        datetime.fromisoformat(named_at) if named_at else None,
    )
