"""Each use of a secret has a key of its own, and the keys never change between versions."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from storage.keys.derived import DerivedKeys, Use, derived_key
from tests.storage.keys.failing_keys import open_house

SECRET = bytes(range(32))
PINNED = "1924e07a481300e086133004d3bf2aa7360176058a5dac36475f604d78ce40c8"


@pytest.mark.parametrize(("one", "other"), list(combinations(Use, 2)))
def test_no_two_uses_have_one_key(one: Use, other: Use) -> None:
    assert derived_key(SECRET, one) != derived_key(SECRET, other)


@pytest.mark.parametrize("use", Use)
def test_no_key_is_the_secret_itself(use: Use) -> None:
    assert derived_key(SECRET, use) != SECRET
    assert len(derived_key(SECRET, use)) == 32


def test_a_key_is_the_same_in_every_version() -> None:
    """What was sealed with a key must open after an upgrade, so the labels never change."""
    assert derived_key(SECRET, Use.ROW_SEALS).hex() == PINNED


def test_a_keyed_hash_says_its_use_its_organisation_and_its_purpose() -> None:
    keys = DerivedKeys(SECRET + derived_key(SECRET, Use.FINDING))
    found = {
        keys.keyed_hash(use, organisation, purpose, "text")
        for use in Use
        for organisation in ("one", "other")
        for purpose in ("one", "other")
    }
    assert len(found) == len(Use) * 4


async def test_a_seal_is_no_hash_that_finds(tmp_path: Path) -> None:
    keys = open_house(tmp_path)
    found = keys.keyed_hash("person", "text")
    assert keys.keyed_hash("person", "text", use=Use.ROW_SEALS) != found
    assert keys.keyed_hash("person", "text", use=Use.FINDING) == found
    await keys.close()
