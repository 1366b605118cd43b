"""Pure: where the buttons of a card stand, so that no label is cut and at most six are seen.

Buttons stand in rows of equal width if every label fits there, or else one below the other. Where
a label is too long for a row of its own, or where there are too many, those that answer one
question become its choices, all alike, with one button below them. What is still too much stands
behind "More", but never what declines or withdraws: to pass, to stop, and to see one's permissions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import NamedTuple

from adapters.teams.outbound.widths import fits
from bot.chat import Block, Button, Buttons, Form, Quote, Text
from bot.domain.action_row import verb_of
from bot.domain.actions import STOP, SWITCHES, read_action

# Of buttons on a card, by the rules of Teams' store.
MOST = 6
# Answers to one question that are fewer than this stay buttons: one press, and not two.
LEAST_CHOICES = 4
# A sentence that ends so leads to the buttons below it.
LEADS = (":", "：", "?", "？")


@dataclass(frozen=True, slots=True)
class ButtonRows:
    """Buttons in rows of equal width. `number` is that of their block, `at` their place in it."""

    buttons: tuple[Button, ...]
    number: int
    at: int = 0

    @property
    def rows(self) -> list[tuple[Button, ...]]:
        all_of_them = len(self.buttons)
        whole = (many for many in range(min(all_of_them, MOST), 1, -1) if not all_of_them % many)
        equal = (many for many in whole if all(fits(one.label, many) for one in self.buttons))
        wide = next(equal, 1)
        return [self.buttons[at : at + wide] for at in range(0, all_of_them, wide)]


@dataclass(frozen=True, slots=True)
class ChoiceOfButtons:
    """Buttons as the choices of one field, with one button to send it. `name` is the field's."""

    buttons: tuple[Button, ...]
    name: str


@dataclass(frozen=True, slots=True)
class BehindMore:
    """What is seen only after a press on "More"."""

    parts: tuple[Part, ...]

    @property
    def buttons(self) -> list[Button]:
        rows = (part for part in self.parts if isinstance(part, ButtonRows | ChoiceOfButtons))
        return [button for part in rows for button in part.buttons]


class NumberedForm(NamedTuple):
    """A form; its number tells its fields from those of another on the same card."""

    form: Form
    number: int


Part = Block | NumberedForm | ButtonRows | ChoiceOfButtons | BehindMore


def laid_out(blocks: Sequence[Block], first: int = 0) -> list[Part]:
    """The parts of one card, in the order in which they are drawn.

    `first` is the number of the first block, where the card is one of several.
    """
    parts = [part for number, block in enumerate(blocks, first) for part in _part(block, number)]
    while pressable(parts) > MOST and (longest := _longest_run(parts)):
        at, start, end = longest
        parts[at : at + 1] = _with_choices(parts[at], start, end)
    return parts if pressable(parts) <= MOST else _with_more(parts)


def pressable(parts: Sequence[Part]) -> int:
    """How many buttons are seen at first."""
    return sum(map(_count, parts))


def carrying(parts: Sequence[Part]) -> int:
    """How many buttons carry data of their own, also where they are not seen at first."""
    hidden = [part for part in parts if isinstance(part, BehindMore)]
    return pressable(parts) + sum(carrying(part.parts) - 1 for part in hidden)


def _count(part: Part) -> int:
    match part:
        case ButtonRows(buttons):
            return len(buttons)
        case NumberedForm() | ChoiceOfButtons() | BehindMore():
            return 1
    return 0


def _part(block: Block, number: int) -> Iterator[Part]:
    match block:
        case Form():
            yield NumberedForm(block, number)
        case Buttons(buttons):
            yield from _alike(buttons, number)
        case _:
            yield block


def _alike(buttons: tuple[Button, ...], number: int) -> Iterator[Part]:
    """Choices wrap their labels, so one label that is too long makes choices of all."""
    if len(buttons) > 1 and not all(fits(one.label) for one in buttons):
        yield ChoiceOfButtons(buttons, f"{number}.0")
    elif buttons:
        yield ButtonRows(buttons, number)


def _longest_run(parts: Sequence[Part]) -> tuple[int, int, int] | None:
    """Which part has the most answers to one question side by side, and where they stand in it."""
    found = [
        (at, start, end)
        for at, part in enumerate(parts)
        if isinstance(part, ButtonRows)
        for start, end in _runs(part.buttons)
        if end - start >= LEAST_CHOICES
    ]
    return max(found, key=lambda one: one[2] - one[1], default=None)


def _runs(buttons: Sequence[Button]) -> Iterator[tuple[int, int]]:
    """Where neighbours of one verb begin and end: they answer one question."""
    start = 0
    for _, group in groupby(buttons, lambda button: verb_of(button.action)):
        end = start + len(list(group))
        yield start, end
        start = end


def _with_choices(part: Part, start: int, end: int) -> list[Part]:
    assert isinstance(part, ButtonRows)
    name = f"{part.number}.{part.at + start}"
    before, after = part.buttons[:start], part.buttons[end:]
    return [
        *([ButtonRows(before, part.number, part.at)] if before else []),
        ChoiceOfButtons(part.buttons[start:end], name),
        *([ButtonRows(after, part.number, part.at + end)] if after else []),
    ]


def _with_more(parts: Sequence[Part]) -> list[Part]:
    """Keeps what there is room for, what stays, and everything that is no button."""
    rows = [part for part in parts if isinstance(part, ButtonRows)]
    stay = sum(_stays(button) for part in rows for button in part.buttons)
    others = pressable(parts) - sum(len(part.buttons) for part in rows)
    room = MOST - 1 - stay - others
    seen: list[Part] = []
    behind: list[Part] = []
    for part in parts:
        if not isinstance(part, ButtonRows):
            seen.append(part)
            continue
        kept, moved = _divided(part.buttons, 0 if behind else room)
        room -= sum(not _stays(button) for button in kept)
        if moved:
            behind += _leading(seen, rows, part, whole=not kept)
            behind.append(ButtonRows(moved, part.number))
        if kept:
            seen.append(ButtonRows(kept, part.number))
    return [*seen, BehindMore(tuple(behind))]


def _divided(
    buttons: tuple[Button, ...], most: int
) -> tuple[tuple[Button, ...], tuple[Button, ...]]:
    """Those that are seen, `most` and what stays, and the others. No question is torn apart."""
    kept: list[Button] = []
    moved: list[Button] = []
    for start, end in _runs(buttons):
        run = buttons[start:end]
        stays = all(map(_stays, run))
        has_room = not moved and len(run) <= most
        (kept if stays or has_room else moved).extend(run)
        most -= len(run) if has_room and not stays else 0
    return tuple(kept), tuple(moved)


def _leading(
    seen: list[Part], rows: Sequence[ButtonRows], moved: ButtonRows, *, whole: bool
) -> list[Part]:
    """What leads to the moved buttons: a sentence moves with them.

    A quote, with its small print, is said again where buttons for the same things stay elsewhere.
    """
    last = seen[-1] if seen else None
    if whole and isinstance(last, Text) and not last.quiet and last.text.endswith(LEADS):
        return [seen.pop()]
    quoted = list(takewhile(_is_quoted, reversed(seen)))[::-1]
    others = (one for part in rows if part is not moved for one in part.buttons)
    verbs = {verb_of(one.action) for one in others}
    alike = any(verb_of(one.action) in verbs for one in moved.buttons)
    is_asked = not whole or alike
    return quoted if is_asked and any(isinstance(one, Quote) for one in quoted) else []


def _is_quoted(part: Part) -> bool:
    return isinstance(part, Quote) or (isinstance(part, Text) and part.quiet)


def _stays(button: Button) -> bool:
    found = read_action(button.action)
    return found is not None and (found.row in (STOP, SWITCHES) or found.is_meant_by("pass"))
