"""docs/security-tests.md says what the attacks are, and each test of an actor is an attack."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attacks.page import PAGE, attacks, files, loaded, names_of_tests, page


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: make says"


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_every_test_of_an_actor_is_an_attack_and_counts_its_tries(file: Path) -> None:
    marked = {name for name, _, _ in attacks(loaded(file))}
    assert marked == names_of_tests(file)
    assert all("tried" in vars(loaded(file))[name].__code__.co_varnames for name in marked)
