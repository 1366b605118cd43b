"""The receipt: it says exactly what the ledger says, in a shape that others can read."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from bot.documents.receipt import receipt_paper, schema
from bot.domain.consent import Act, Entry, Grant, Purpose, Terms, Wording, extend
from bot.text import catalogue
from tests.things import LATER, NOW
from tests.world import World, joined, text_of

PUBLISHED = Path(__file__).parents[2] / "docs" / "schemas" / "consent-receipt.schema.json"
VALIDATOR = Draft202012Validator(
    json.loads(PUBLISHED.read_text()), format_checker=Draft202012Validator.FORMAT_CHECKER
)
SAY = catalogue("en")

steps = st.lists(
    st.tuples(st.sampled_from(Act), st.sampled_from(Purpose), st.booleans(), st.booleans()),
    min_size=1,
    max_size=20,
)


def ledger_of(acts: list[tuple[Act, Purpose, bool, bool]]) -> list[Entry]:
    ledger: list[Entry] = []
    for number, (act, purpose, current, has_terms) in enumerate(acts):
        wording = SAY.wording(purpose) if current else Wording("0" * 64, "0", "en")
        terms = Terms(("client", "coach"), LATER) if has_terms else None
        at = NOW + timedelta(minutes=number)
        until = LATER if act is Act.GIVEN else None
        ledger.append(extend(ledger, "chain", act, purpose, wording, at, until, terms))
    return ledger


def made(ledger: list[Entry], in_force: set[Purpose] | None = None) -> dict[str, Any]:
    given = [e for e in ledger if e.purpose in (in_force or set())]
    states = [(e.purpose, Grant(e.purpose, e)) for e in given]
    paper = receipt_paper(SAY, ledger, states, "acme", NOW + timedelta(days=1))
    read: dict[str, Any] = json.loads(paper.content.text)
    return read


@given(acts=steps)
def test_every_receipt_has_the_published_shape(acts: list[tuple[Act, Purpose, bool, bool]]) -> None:
    ledger = ledger_of(acts)
    receipt = made(ledger)
    VALIDATOR.validate(receipt)
    told = [event for one in receipt["pii_processing"] for event in one["events"]]
    by_place = sorted(told, key=lambda event: int(event["event_id"]))
    assert [event["entry_hash"] for event in by_place] == [entry.hash for entry in ledger]
    assert receipt["integrity"]["last_hash"] == ledger[-1].hash


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("record_id",), None),
        (("pii_processing", 0, "lawful_basis"), "dpv:LegitimateInterest"),
        (("pii_processing", 0, "events", 0, "event_time"), "yesterday"),
        (("pii_processing", 0, "events", 0, "notice", "wording_hash"), "short"),
        (("name",), "Mai"),
    ],
)
def test_what_has_another_shape_is_refused(path: tuple[Any, ...], value: Any) -> None:
    receipt = made(ledger_of([(Act.GIVEN, Purpose.KEEP_WORDS, True, True)]))
    part: Any = receipt
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(receipt)


def test_the_published_schema_is_the_one_that_receipts_are_made_by() -> None:
    assert json.loads(PUBLISHED.read_text()) == schema()


@pytest.mark.parametrize(
    ("acts", "current", "in_force", "state"),
    [
        ([Act.ASKED], True, False, "dpv:ConsentRequested"),
        ([Act.ASKED, Act.REFUSED], True, False, "dpv:ConsentRefused"),
        ([Act.GIVEN], True, True, "dpv:ConsentGiven"),
        ([Act.GIVEN], False, False, "dpv:ConsentInvalidated"),
        ([Act.GIVEN, Act.CHANGED], True, False, "dpv:ConsentInvalidated"),
        ([Act.GIVEN, Act.WITHDRAWN], True, False, "dpv:ConsentWithdrawn"),
        ([Act.GIVEN, Act.EXPIRED], True, False, "dpv:ConsentExpired"),
    ],
)
def test_the_state_is_what_counts_now(
    acts: list[Act], current: bool, in_force: bool, state: str
) -> None:
    ledger = ledger_of([(act, Purpose.KEEP_WORDS, current, True) for act in acts])
    (told,) = made(ledger, {Purpose.KEEP_WORDS} if in_force else None)["pii_processing"]
    assert told["consent_state"] == state


def test_the_sentence_is_told_only_where_it_is_still_the_one_that_was_read() -> None:
    asked = [(Act.GIVEN, Purpose.KEEP_WORDS, current, True) for current in (True, False)]
    (first,) = made(ledger_of(asked[:1]))["pii_processing"]
    (second,) = made(ledger_of(asked[1:]))["pii_processing"]
    assert first["description"] == SAY("ask-keep-words")
    assert second["description"] is None
    assert first["recipients"] == ["client", "coach"]
    assert first["retention_until"] == LATER.isoformat().replace("+00:00", "Z")


async def test_the_receipt_in_the_chat_says_each_purpose_and_holds_no_name() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("my switches")
    await client.presses("Turn off: Keep my choices")
    shown = await client.writes("my receipt")
    told = text_of(shown)
    assert "Check-ins: on since Monday, 23 November 2026 at 13:00, until 15 February 2027" in told
    off = "Keep my choices: off, you turned it off on Monday, 23 November 2026 at 13:00"
    assert off in told
    assert "Share words: off, never turned on" in told
    paper = shown[0].blocks[-1]
    content = paper.content.text  # type: ignore[union-attr]
    VALIDATOR.validate(json.loads(content))
    assert not [word for word in ("Mai", "Daniel", "local") if word in content]
    assert "Digest: on since" in text_of(await coach.writes("receipt"))


async def test_after_an_erase_there_is_no_receipt_to_give() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("erase everything")
    await client.presses("Erase everything")
    assert [m.template for m in await client.writes("receipt")] == ["hello"]
