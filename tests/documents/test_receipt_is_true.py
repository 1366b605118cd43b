"""A receipt claims nothing that was not read, agreed to, or so at that moment."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.documents.receipt import receipt_paper
from bot.domain.consent import Act, Entry, Grant, Purpose, Terms, Wording, extend
from bot.messages.receipts import receipt
from tests.documents.test_receipt import SAY, VALIDATOR, ledger_of, made
from tests.things import LATER, NOW, WORDING
from tests.world import World, joined, text_of

SHARING = Purpose.SHARE_WORDS
TODAY = SAY.wording(SHARING)
NARROW = Terms(("client",), LATER)
WIDE = Terms(("client", "coach"), LATER + timedelta(days=365))
Step = tuple[Act, Wording, Terms, datetime | None]


def chain(*steps: Step) -> list[Entry]:
    ledger: list[Entry] = []
    for number, (act, wording, terms, until) in enumerate(steps):
        at = NOW + timedelta(minutes=number)
        ledger.append(extend(ledger, "chain", act, SHARING, wording, at, until, terms))
    return ledger


def in_chat(
    ledger: list[Entry], now: datetime, zone: str = "Europe/Berlin", grant: Entry | None = None
) -> str:
    states = [(SHARING, Grant(SHARING, grant) if grant else None)]
    paper = receipt_paper(SAY, ledger, states, "acme", now)
    return text_of([receipt(SAY, None, ledger, states, zone, paper, now)])


def everywhere(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every field in a receipt."""
    inner = part.items() if isinstance(part, dict) else enumerate(part)
    for key, value in inner:
        if isinstance(part, dict):
            yield (*path, key)
        if isinstance(value, dict | list):
            yield from everywhere(value, (*path, key))


def test_a_receipt_with_any_field_taken_out_is_refused() -> None:
    whole = made(ledger_of([(Act.GIVEN, Purpose.KEEP_WORDS, True, True)]))
    VALIDATOR.validate(whole)
    accepted = []
    for path in everywhere(whole):
        part: Any = (cut := copy.deepcopy(whole))
        for step in path[:-1]:
            part = part[step]
        del part[path[-1]]
        if VALIDATOR.is_valid(cut):
            accepted.append(path)
    assert accepted == []


@pytest.mark.parametrize("later", [Act.ASKED, Act.CHANGED, Act.WITHDRAWN])
def test_what_was_noted_later_does_not_become_what_was_agreed(later: Act) -> None:
    given = (Act.GIVEN, WORDING, NARROW, LATER)
    (told,) = made(chain(given, (later, TODAY, WIDE, None)))["pii_processing"]
    assert told["description"] is None
    assert told["recipients"] == ["client"]
    assert datetime.fromisoformat(told["retention_until"]) == LATER


def test_a_new_yes_is_told_with_its_own_sentence_and_terms() -> None:
    old, new = (Act.GIVEN, WORDING, NARROW, LATER), (Act.GIVEN, TODAY, WIDE, LATER)
    (told,) = made(chain(old, (Act.CHANGED, TODAY, WIDE, None), new))["pii_processing"]
    assert told["description"] == SAY.sentences(SHARING)
    assert told["recipients"] == ["client", "coach"]
    assert datetime.fromisoformat(told["retention_until"]) == WIDE.kept_until


def test_what_ran_out_is_not_said_to_have_changed() -> None:
    until = NOW + timedelta(days=1)
    ledger = chain((Act.GIVEN, TODAY, NARROW, until))
    assert "it ran out on Tuesday, 24 November 2026 at 13:00" in in_chat(
        ledger, NOW + timedelta(days=2)
    )


def test_it_ran_out_when_it_ended_and_not_when_that_was_noticed() -> None:
    until = NOW + timedelta(days=1)
    given = chain((Act.GIVEN, TODAY, NARROW, until))
    noticed = until + timedelta(days=3)
    ledger = [*given, extend(given, "chain", Act.EXPIRED, SHARING, TODAY, noticed, None, NARROW)]
    assert "it ran out on Tuesday, 24 November 2026 at 13:00" in in_chat(ledger, noticed)


@pytest.mark.parametrize("wording", [TODAY, WORDING])
def test_a_suspended_purpose_names_no_reason_that_may_not_be_the_one(wording: Wording) -> None:
    told = in_chat(chain((Act.GIVEN, wording, NARROW, LATER)), NOW + timedelta(days=2))
    assert "off until I ask you again, because what you said yes to has changed" in told


@pytest.mark.parametrize(
    ("zone", "midnight"),
    [
        ("Europe/Berlin", datetime(2027, 2, 15, 23, tzinfo=UTC)),
        ("Europe/London", datetime(2027, 2, 16, 0, tzinfo=UTC)),
        ("America/New_York", datetime(2027, 2, 16, 5, tzinfo=UTC)),
    ],
)
def test_the_last_day_is_the_readers_own(zone: str, midnight: datetime) -> None:
    ledger = chain((Act.GIVEN, TODAY, NARROW, midnight))
    assert "until 15 February 2027" in in_chat(ledger, NOW, zone, ledger[-1])


async def test_long_after_the_end_chat_and_file_say_the_same() -> None:
    world = World()
    client, _ = await joined(world)
    world.clock.at += timedelta(days=400)
    shown = await client.writes("receipt")
    file = json.loads(shown[0].blocks[-1].content.text)  # type: ignore[union-attr]
    states = {one["purpose"]: one["consent_state"] for one in file["pii_processing"]}
    assert states["check_ins"] == "dpv:ConsentExpired"
    assert "Check-ins: off, it ran out on" in text_of(shown)
    assert "has changed" not in text_of(shown)
