"""At most six buttons of a card are seen, in rows of equal width, and none is lost or cut."""

from __future__ import annotations

import random
from typing import Any

import pytest

from adapters.teams.outbound.layout import (
    LEAST_CHOICES,
    MOST,
    BehindMore,
    ButtonRows,
    ChoiceOfButtons,
    Part,
    laid_out,
    pressable,
)
from adapters.teams.outbound.markup import weight
from adapters.teams.outbound.render import CARD_TYPE, card_of, render
from adapters.teams.outbound.widths import BUTTON, CARD, CHOSEN, GAP, UNKNOWN, WIDTHS, fits, width
from bot.chat import (
    Block,
    Button,
    Buttons,
    ChoiceField,
    Form,
    Heading,
    Message,
    Option,
    Quote,
    Text,
    TextField,
)
from bot.domain import actions
from bot.domain.action_row import verb_of
from bot.domain.words import Words
from tests.catalogue.test_catalogues import SEVEN
from tests.understand.catalogues import messages, said

Json = dict[str, Any]
READER = "29:somebody"
# A letter that the table lacks.
UNHEARD_OF = "\u0416"
LONG = "A label that would never fit into the one line of a button on a small telephone"
STOP, PASS, PERMISSIONS = actions.STOP(None), actions.PASS("d1"), actions.SWITCHES()


def of(*pairs: str) -> Buttons:
    """Buttons from "label=action" pairs."""
    return Buttons(tuple(Button(*pair.split("=")) for pair in pairs))


def numbered(verb: str, many: int) -> tuple[str, ...]:
    return tuple(f"{number}={verb}:{number}" for number in range(1, many + 1))


def labels(parts: list[Part]) -> list[Any]:
    """Rows as lists of labels, choices as tuples, and what is behind "More" as a set of labels."""
    found: list[Any] = []
    for part in parts:
        match part:
            case ButtonRows():
                found += [[one.label for one in row] for row in part.rows]
            case ChoiceOfButtons(buttons):
                found.append(tuple(one.label for one in buttons))
            case BehindMore(hidden):
                found += [one.words.text for one in hidden if isinstance(one, Quote)]
                found.append({one.label for one in part.buttons})
            case Text(text):
                found.append(text)
            case Quote(words):
                found.append(words.text)
    return found


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([of("Yes=a", "No=b")], [["Yes", "No"]]),
        ([of("Done=a", "Partly=b", "Not yet, I think=c")],
         [["Done"], ["Partly"], ["Not yet, I think"]]),
        ([of("Too often=a", "Wrong time=b", "Fine=c", "Other=d")],
         [["Too often", "Wrong time"], ["Fine", "Other"]]),
        ([of(*numbered("tap", 5))], [["1", "2", "3", "4", "5"]]),
        ([of("Yes=a", f"{LONG}=b")], [("Yes", LONG)]),
        ([of(f"{LONG}=b")], [[LONG]]),
        # More than six: answers to one question become its choices.
        ([of(*numbered("language", 7))], [("1", "2", "3", "4", "5", "6", "7")]),
        ([of(*numbered("tap", 5), "Another=x", "Later=y", f"Pass={PASS}")],
         [("1", "2", "3", "4", "5"), ["Another"], ["Later"], ["Pass"]]),
        # Three answers stay buttons, and passing stays with them; the rest is behind "More".
        ([of(*numbered("tap", 3), "Another=x", "Later=y", f"Pass={PASS}"),
          Text("Is this right?"), of(*numbered("comfort", 4))],
         [["1", "2"], ["3", "Pass"], "Is this right?", ("1", "2", "3", "4"), {"Another", "Later"}]),
        # A menu: its later parts are behind "More" with what leads to them; to stop is not.
        ([Text("Today:"), of("A=a", "B=b", "C=c", "H=h"), Text("Yours:"), of("D=d", "E=e", "F=f"),
          Text("When:"), of("G=g", f"Stop={STOP}")],
         ["Today:", ["A", "B", "C", "H"], "When:", ["Stop"], {"D", "E", "F", "G"}]),
        ([of("A=a", "B=b", "C=c", "D=d", "E=e", f"My permissions={PERMISSIONS}", f"Stop={STOP}")],
         [["A"], ["B"], ["C"], ["My permissions"], ["Stop"], {"D", "E"}]),
        # The same buttons for two things: what they are for is said again behind "More".
        ([Quote(Words("one")), of("Do=do:1", "Drop=drop:1", "x=x", "y=y", "z=z"),
          Quote(Words("two")), of("Do=do:2", "Drop=drop:2")],
         ["one", ["Do"], ["Drop"], ["x"], ["y"], ["z"], "two", "two", {"Do", "Drop"}]),
    ],
)  # fmt: skip
def test_where_buttons_stand(blocks: list[Block], expected: list[Any]) -> None:
    assert labels(laid_out(blocks)) == expected


def test_whatever_comes_six_are_seen_and_none_is_lost() -> None:
    chance = random.Random(20)
    kinds = set()
    for _ in range(2_000):
        blocks: list[Block] = []
        for number in range(chance.randint(1, 5)):
            verbs = chance.choices(("tap", "say", "mark", "x", "y", "z"), k=chance.randint(1, 9))
            given = [
                ("l" * chance.randint(1, 45), f"{verb}:{at}")
                for at, verb in enumerate(sorted(verbs))
            ]
            given += [("Pass", PASS)] if number == 0 else []
            blocks += [Text("What?"), Buttons(tuple(Button(*one) for one in given))]
        parts = laid_out(blocks)
        kinds |= {type(part) for part in parts}
        assert pressable(parts) <= MOST
        hidden = [one for part in parts if isinstance(part, BehindMore) for one in part.parts]
        everything = [
            button
            for part in (*parts, *hidden)
            if isinstance(part, ButtonRows | ChoiceOfButtons)
            for button in part.buttons
        ]
        wanted = [one for block in blocks if isinstance(block, Buttons) for one in block.buttons]
        assert sorted(everything, key=str) == sorted(wanted, key=str)
        assert PASS not in {
            one.action for part in hidden if isinstance(part, ButtonRows) for one in part.buttons
        }
        for part in parts:
            if isinstance(part, ButtonRows):
                assert len({len(row) for row in part.rows}) == 1, "equal weight"
    assert kinds == {Text, ButtonRows, ChoiceOfButtons, BehindMore}


def card(*blocks: Block, chosen: str | None = None, language: str = "en") -> Json:
    return card_of(Message("x", "A note", blocks, language=language), READER, chosen)


def cards(*blocks: Block, template: str = "x") -> list[Json]:
    activities = render(Message(template, "A note", blocks, language="en"), READER)
    attachments = (one for activity in activities for one in activity["attachments"])
    return [one["content"] for one in attachments if one["contentType"] == CARD_TYPE]


def pressed_in(drawn: Json) -> list[Json]:
    return [one for part in drawn["body"] for one in part.get("actions", [])]


def test_a_label_too_long_for_a_button_stands_above_it_and_is_read_with_it() -> None:
    line, row = card(of(f"{LONG}=a"))["body"]
    (button,) = row["actions"]
    assert line["inlines"][0]["text"] == LONG
    assert (button["title"], button["tooltip"]) == ("Choose", LONG)
    assert card(of(f"{LONG}=a"), chosen="a")["body"][1]["actions"][0]["title"] == "✓ Choose"
    submit = card(Form("f", (TextField("x", "X"),), LONG))["body"]
    assert submit[1]["inlines"][0]["text"] == LONG
    assert submit[2]["actions"][0]["title"] == "Choose"


def test_choices_wrap_carry_their_buttons_and_show_what_was_chosen() -> None:
    blocks = (Text("Which?"), of(*numbered("language", 7)))
    field, row = card(*blocks)["body"][1:]
    assert (field["style"], field["wrap"], field["label"]) == (
        "expanded",
        True,
        "Please choose one",
    )
    assert "value" not in field
    assert row["actions"][0]["associatedInputs"] == "auto"
    again = card(*blocks, chosen="language:3")["body"][1]
    assert (again["value"], again["choices"][2]["title"]) == ("2", "✓ 3")


@pytest.mark.parametrize("language", SEVEN)
def test_the_words_of_a_card_are_in_the_language_of_its_message(language: str) -> None:
    many = of(*(f"{letter}={letter}" for letter in "abcdefgh"))
    *_, more = pressed_in(card(many, language=language))
    (choose,) = pressed_in(card(of(f"{LONG}=a", f"{LONG}=b"), language=language))
    assert more["title"] == said(language, "teams-more", 1)
    assert choose["title"] == said(language, "teams-choose", 1)


def test_more_shows_the_rest_and_stays_open_after_a_press_there() -> None:
    many = of(*(f"{letter}={letter}" for letter in "abcdefgh"))
    *_, more, hidden = card(many)["body"]
    assert more["actions"] == [
        {"type": "Action.ToggleVisibility", "title": "More", "targetElements": ["more"]}
    ]
    assert (hidden["id"], hidden["isVisible"]) == ("more", False)
    assert card(many, chosen="a")["body"][-1]["isVisible"] is False
    opened = card(many, chosen="h")["body"][-1]
    assert opened["isVisible"] is True
    assert CHOSEN + "h" in [one["title"] for row in opened["items"] for one in row["actions"]]


def test_a_digest_with_many_buttons_has_a_card_for_some_clients_each() -> None:
    clients: list[Block] = []
    for number in range(5):
        clients += [Heading(f"Client {number}"), Quote(Words("x")), of("A=a", "B=b")]
    drawn = cards(Heading("Shared with you"), *clients)
    assert [len(pressed_in(one)) for one in drawn] == [6, 4]
    ids = [
        part["id"]
        for one in cards(*forms(3), of(*numbered("x", 6)))
        for part in one["body"]
        if "id" in part
    ]
    assert len(set(ids)) == len(ids)
    assert len(cards(Heading("You"), *clients, template="home-heading")) == 1, "one page"


def forms(many: int) -> list[Block]:
    return [
        block
        for number in range(many)
        for block in (Heading(f"{number}"), Form(f"f:{number}", (TextField("a", "A"),), "Send"))
    ]


def test_an_example_or_an_option_too_long_for_its_line_is_shown_another_way() -> None:
    options = (Option("1", "One"), Option("2", LONG))
    fields = (
        TextField("a", "A", placeholder=LONG),
        TextField("b", "B", placeholder=LONG, multiline=True),
        TextField("c", "C", placeholder="short"),
        ChoiceField("d", "D", options),
        ChoiceField("e", "E", options[:1]),
    )
    a, example, b, c, d, e, _ = card(Form("f", fields, "Send"))["body"]
    assert "placeholder" not in a
    assert example["inlines"][0]["text"] == LONG
    assert (b["placeholder"], c["placeholder"]) == (LONG, "short")
    assert (d["style"], e["style"]) == ("expanded", "compact")


@pytest.mark.parametrize("language", SEVEN)
def test_every_letter_of_the_catalogue_has_a_width(language: str) -> None:
    letters = {letter for key in messages("en") for letter in said(language, key, 3)}
    assert {
        one for one in letters if one.isprintable() and width(one) == width(UNHEARD_OF)
    } == set()


def test_the_table_of_widths_counts_letters_and_not_their_accents() -> None:
    assert width("ế") == width("e") == width("é")
    assert width("言葉") == width("ＡＢ") == 28
    assert width("👍") > width("言")
    assert max(WIDTHS.values()) < UNKNOWN
    row = (CARD - 2 * GAP) / 3 - BUTTON
    assert fits("Yes", 3) is (width(CHOSEN + "Yes") <= row) is True
    assert not fits(LONG)


def test_a_card_with_choices_carries_itself_once_for_each_button_that_is_drawn() -> None:
    many = of(*(f"{'word ' * 8}{number}=set:{number}" for number in range(60)))
    drawn = card(Text("Which? " * 100), many)
    assert "refresh" in drawn
    assert weight(drawn) < 27_000
    assert len(pressed_in(drawn)) == 1
    assert LEAST_CHOICES > 3, "three answers stay buttons"
    assert all(verb == "set" for verb in (verb_of(one[1]) for one in _picked(drawn)))


def _picked(drawn: Json) -> list[list[str]]:
    (button,) = pressed_in(drawn)
    of_it: list[list[str]] = button["data"]["handrail"]["pick"]["of"]
    return of_it
