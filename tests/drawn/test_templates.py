"""The same messages are drawn in every language, and none of the catalogue's is missing."""

from __future__ import annotations

import pytest

from tests.drawn.everything import LANGUAGES, all_templates, every_message
from tests.drawn.made import MADE
from tests.drawn.templates import makers_of_keys
from tests.proofs.histories import PURPOSE


def test_every_function_that_makes_a_template_is_listed_with_what_it_makes() -> None:
    assert makers_of_keys() == MADE.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_drawn_in_every_language(language: str) -> None:
    drawn = {message.template for message, _ in every_message(language)}
    assert drawn == all_templates()
    assert len(drawn) > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_leaves_by_itself_is_among_them(language: str) -> None:
    drawn = {message.template for message, by_itself in every_message(language) if by_itself}
    assert drawn == PURPOSE.keys()
