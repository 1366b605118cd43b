"""Attacks by somebody who holds a copy of one part: database, keys, epochs, logs."""

from __future__ import annotations

from pathlib import Path

from tests.attacks.attack import Tried, attack
from tests.attacks.volumes import ALL, SOME, erased_after_a_copy, opens, put_together


@attack(
    "Puts copies of the data, the keys or the epochs from before an erase beside those in use, "
    "in every combination but all three.",
    tries=len(SOME),
)
async def test_less_than_all_three_copies_open_nothing_after_an_erase(
    tmp_path: Path, tried: Tried
) -> None:
    before, after = await erased_after_a_copy(tmp_path)
    for old in SOME:
        assert not await opens(put_together(before, after, old, tmp_path / f"with-{'-'.join(old)}"))
        tried()
    # All three of one time do open: that is what the certificate says of backups.
    assert await opens(put_together(before, after, ALL, tmp_path / "all"))
