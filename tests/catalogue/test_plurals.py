"""A number stands in a choice of its plural forms, in every language that has such forms.

So nobody reads "1 older ones". The kind is enumerated: every blank that holds a number, in every
sentence of every language; whatever stands outside a choice has its reason here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast

from tests.catalogue.sentences import entries
from tests.catalogue.test_catalogues import SEVEN

NUMBERS = frozenset(
    {"answers", "count", "days", "limit", "minutes", "most", "number", "shared", "shares"}
    | {"steps", "weeks"}
)
# In these the blank of that name is no number: a list of weekdays.
NO_NUMBER = {
    ("rhythm-line-days", "days"),
    ("rhythm-suggested", "days"),
    ("rhythm-line-off", "days"),
}
# Sentences in which a number stands without a choice, by why.
FREE = {
    "a number that names a question or a record, and counts nothing": (
        "questions-number",
        "questions-number-struck",
        "questions-number-deep",
        "questions-tick-number",
        "receipt-number",
        "path-next",
        "path-place",
        "client-numbered",
    ),
    "a count of days on a button: the rows of buttons have no day alone": (
        "keep-days",
        "pause-days",
    ),
    "a limit of the form, never 1": (
        "too-long",
        "field-too-long",
        "edit-too-long",
        "step-shortened",
        "own-set-title-too-long",
        "own-set-too-many-questions",
        "own-set-question-too-long",
        "own-set-too-many-options",
        "own-set-option-too-long",
    ),
}
# Here a number chooses a name, such as that of a weekday.
NAMED = {"date-weekday"}
# "1 fois, 2 fois", "1 pas, 2 pas": these French words have one form.
ALIKE = {
    ("fr", "count", "hold-deliveries"),
    ("fr", "steps", "erased-counted"),
    ("fr", "steps", "erase-counted"),
    ("fr", "steps", "ending-goes"),
}
REASONS = {key: why for why, keys in FREE.items() for key in keys}
FORMS = [one for one in SEVEN if len(Locale.parse(one).plural_form.tags) > 0]


def bare_numbers(pattern: Any, chosen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yields each number's blank that stands in no choice by that number."""
    for element in pattern.elements:
        match getattr(element, "expression", None):
            case ast.VariableReference(id=ast.Identifier(name=name)) if name in NUMBERS - chosen:
                yield name
            case ast.SelectExpression(selector=ast.VariableReference() as by, variants=variants):
                for one in variants:
                    yield from bare_numbers(one.value, chosen | {by.id.name})


def choices(pattern: Any) -> Iterator[ast.SelectExpression]:
    for element in pattern.elements:
        if isinstance(element, ast.Placeable) and isinstance(
            element.expression, ast.SelectExpression
        ):
            yield element.expression
            for one in element.expression.variants:
                yield from choices(one.value)


def patterns(language: str) -> Iterator[tuple[str, Any]]:
    for part in entries(language).values():
        yield from ((key, entry.value) for key, entry in part.items())


def test_five_of_the_seven_have_plural_forms() -> None:
    assert FORMS == ["de", "en", "es", "fr", "pt"]


@pytest.mark.parametrize("language", FORMS)
def test_each_number_stands_in_a_choice_of_its_forms(language: str) -> None:
    bare = {(key, name) for key, value in patterns(language) for name in bare_numbers(value)}
    assert {one for one in bare - NO_NUMBER if one[0] not in REASONS} == set()


@pytest.mark.parametrize("language", FORMS)
def test_each_choice_by_a_number_has_the_form_for_one(language: str) -> None:
    lacking = []
    for key, value in patterns(language):
        for choice in choices(value):
            by = getattr(choice.selector, "id", None)
            forms = {getattr(v.key, "name", getattr(v.key, "value", "")) for v in choice.variants}
            if by is None or by.name not in NUMBERS or key in NAMED or forms & {"one", "1"}:
                continue
            if (language, by.name, key) not in ALIKE:
                lacking.append((by.name, key))
    assert lacking == []


def test_each_reason_is_still_needed() -> None:
    bare = {key for key, value in patterns("en") if list(bare_numbers(value))}
    assert set(REASONS) - bare == set()
    assert {key for key, _ in NO_NUMBER} - bare == set()


def test_a_bare_number_is_found_and_a_chosen_one_is_not() -> None:
    (bare,) = ast_of("a = And { $count } older.")
    (chosen,) = ast_of("a = { $count ->\n    [one] one\n   *[other] { $count }\n}")
    assert list(bare_numbers(bare)) == ["count"]
    assert list(bare_numbers(chosen)) == []


def ast_of(source: str) -> list[Any]:
    body = FluentParser().parse(source + "\n").body
    return [one.value for one in body if isinstance(one, ast.Message)]
