"""Decides what "All as it was" may offer after a stop, and nothing beyond it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.consent import Act, Decided, Entry, latest
from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose, switches
from bot.rules.grants import as_it_stands, live, wording_now


@dataclass(frozen=True, slots=True)
class AsItWas:
    """The purposes that a stop turned off and that are off still.

    `same` may be given again by one press, for the sentences and terms are those of before.
    `changed` are asked one by one. `fingerprint` (hex) stands for `same`, the sentences that the
    person reads for them, and the stop: a button that carries an older one gives nothing.
    """

    same: tuple[Purpose, ...]
    changed: tuple[Purpose, ...]
    fingerprint: str


def as_it_was(
    ledger: Sequence[Entry],
    stopped_at: datetime | None,
    now: datetime,
    engagement: Engagement,
    language: str,
) -> AsItWas:
    """What was on when the person stopped at `stopped_at` (UTC), by the entries of that stop.

    Empty if no stop is known, or without the agreement. `language` is that of the person.
    """
    same: list[Purpose] = []
    changed: list[Purpose] = []
    if stopped_at is not None and live(ledger, Purpose.AGREEMENT, now, engagement):
        for purpose in switches():
            given = _on_at_stop(ledger, purpose, stopped_at)
            if given is not None:
                (same if as_it_stands(given, now, engagement) else changed).append(purpose)
    read = [[one, wording_now(one, language, engagement).hash] for one in same]
    shown = json.dumps([engagement.id, stopped_at and stopped_at.isoformat(), read])
    return AsItWas(tuple(same), tuple(changed), hashlib.sha256(shown.encode()).hexdigest())


def _on_at_stop(ledger: Sequence[Entry], purpose: Purpose, stopped_at: datetime) -> Decided | None:
    """The grant that the stop withdrew, if nothing was decided about the purpose since."""
    last = latest(ledger, purpose)
    if last is None or last.act is not Act.WITHDRAWN or last.at != stopped_at:
        return None
    given = latest([entry for entry in ledger if entry.seq < last.seq], purpose)
    return given if given is not None and given.act is Act.GIVEN else None
