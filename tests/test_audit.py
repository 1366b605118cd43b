"""The dependency audit fails for a known weakness, and never takes silence for safety."""

from __future__ import annotations

from tests.audit import told

WEAK = {"name": "old", "version": "1.0", "vulns": [{"id": "PYSEC-1"}, {"id": "PYSEC-2"}]}
FINE = {"name": "new", "version": "2.0", "vulns": []}
UNKNOWN = {"name": "odd", "skip_reason": "not found"}


def test_a_known_weakness_is_named_and_fails() -> None:
    lines, fine = told({"dependencies": [WEAK, FINE]})
    assert not fine
    assert lines == [
        "2 of 2 locked versions were looked up.",
        "old 1.0 has known weaknesses: PYSEC-1, PYSEC-2",
    ]


def test_what_the_registry_does_not_tell_is_named_as_skipped() -> None:
    lines, fine = told({"dependencies": [FINE, UNKNOWN]})
    assert fine
    assert lines[0].startswith("1 of 2")
    assert lines[-1].endswith("odd")
