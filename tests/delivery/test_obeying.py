"""Which part of "When may I write?" each kind of message obeys, hour by hour of two weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.delivery import gate
from bot.delivery.gate import GateFacts, may_not_leave
from bot.delivery.kinds import KINDS
from bot.domain.delivery import Kind
from bot.domain.engagement import EngagementState
from bot.domain.reasons import Reason
from bot.domain.rhythm import Obeys
from tests.things import delivery, engagement, rhythm

ZONE = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)
# Mondays and Thursdays, 9 to 11; quiet from 20 to 7; no Sunday, and a Thursday off.
TIMES = rhythm(
    window_from=time(9),
    window_to=time(11),
    quiet_from=time(20),
    quiet_to=time(7),
    days_off=("SU", "2026-12-03"),
)
OBEYED = {
    Kind.CHECK_IN: Obeys.DAYS,
    Kind.NOTE: Obeys.DAYS,
    Kind.DIGEST: Obeys.DAYS,
    Kind.REMINDER: Obeys.HOURS,
    Kind.STEP_PROMPT: Obeys.HOURS,
    Kind.ENDING: Obeys.HOURS,
    Kind.GOODBYE: Obeys.HOURS,
    Kind.SESSION_PREP: Obeys.HOURS,
    Kind.SESSION_AFTER: Obeys.HOURS,
    Kind.LATER: Obeys.WAKING,
    Kind.BRIEF: Obeys.WAKING,
    Kind.SENT_NOW: Obeys.WAKING,
    Kind.AMEND: None,
    Kind.SPONSOR_LINE: None,
}


def allowed_at(obeys: Obeys, day: date, hour: int) -> bool:
    """The same rule in other words than the gate's."""
    if day.weekday() == 6 or day == date(2026, 12, 3):
        return False
    if obeys is Obeys.WAKING:
        return 7 <= hour < 20
    return 9 <= hour < 11 and (obeys is Obeys.HOURS or day.weekday() in (0, 3))


def test_every_kind_names_the_part_that_it_obeys() -> None:
    assert {kind: row.obeys for kind, row in KINDS.items()} == OBEYED


@pytest.mark.parametrize("kind", [kind for kind, obeys in OBEYED.items() if obeys is not None])
def test_each_kind_leaves_in_its_part_of_the_rhythm_and_at_no_other_hour(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "allowed", lambda *_: True)
    obeys = OBEYED[kind]
    assert obeys is not None
    for hours in range(14 * 24):
        local = datetime.combine(MONDAY, time(0, 30), ZONE) + timedelta(hours=hours)
        now = local.astimezone(UTC)
        day = timedelta(days=1)
        one = delivery(kind=kind, not_before=now - day, not_after=now + day)
        if KINDS[kind].to_coach:
            one = replace(one, to="coach", owner="coach")
        state = EngagementState.ENDED if KINDS[kind].last_word else EngagementState.ACTIVE
        withheld = may_not_leave(one, GateFacts(engagement(state=state), TIMES, ()), now)
        expected = allowed_at(obeys, local.date(), local.hour)
        assert (withheld is None) is expected, (kind, local)
        if withheld is not None and withheld.until is not None:
            assert withheld.reason is Reason.TOO_EARLY
            opens = withheld.until.astimezone(ZONE)
            assert allowed_at(obeys, opens.date(), opens.hour), (kind, local)
