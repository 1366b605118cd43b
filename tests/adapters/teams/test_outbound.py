"""Teams can draw every message: by the official schema, and within every limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.teams.inbound.activities import OURS
from adapters.teams.outbound.echo import from_echo, to_echo
from adapters.teams.outbound.markup import weight, wide
from adapters.teams.outbound.render import CARD_TYPE, CONSENT_TYPE, card_of, merged, render
from bot.chat import (
    Button,
    Buttons,
    Document,
    Form,
    Heading,
    Message,
    Option,
    Picture,
    Quote,
    Text,
    TextField,
)
from bot.chat import ChoiceField as Choice
from bot.domain.words import Words
from tests.adapters.teams.schema import faults
from tests.catalogue.test_catalogues import SEVEN
from tests.contracts.test_adapters import EVERYTHING
from tests.drawn.everything import every_message
from tests.understand.catalogues import messages, said

Json = dict[str, Any]
READER = "29:somebody"
MOST_CARD, MOST_MESSAGE = 28 * 1024, 80 * 1024


def cards_of(activities: list[Json]) -> list[Json]:
    attachments = (one for activity in activities for one in activity["attachments"])
    return [one["content"] for one in attachments if one["contentType"] == CARD_TYPE]


def parts(thing: Any) -> Iterator[Json]:
    """Every object in a card, except what its buttons carry."""
    if isinstance(thing, dict):
        yield thing
        for key, value in thing.items():
            if key not in ("data", "refresh", "fallback"):
                yield from parts(value)
    elif isinstance(thing, list):
        for one in thing:
            yield from parts(one)


def shown(activities: list[Json]) -> str:
    """All readable text, with a line feed after each line."""
    found = []
    for part in parts(cards_of(activities)):
        if part.get("type") == "RichTextBlock":
            found.append("".join(run["text"] for run in part["inlines"]))
        elif part.get("type") == "TextBlock":
            found.append(part["text"])
    return "\n".join(found)


def is_well(message: Message) -> list[Json]:
    activities = render(message, READER, ["ticket"] * 9, ("home", "help"))
    for activity in activities:
        assert wide(activity) <= MOST_MESSAGE
        assert activity["summary"] == message.summary
        assert "text" not in activity
    for card in cards_of(activities):
        assert faults(card) == []
        assert weight(card) <= MOST_CARD
        for part in parts(card):
            assert "style" not in part or not part["type"].startswith("Action."), "equal weight"
            assert part.get("type") != "Image" or part["altText"]
            assert not str(part.get("type", "")).startswith("Input.") or part["label"]
    return activities


@pytest.mark.parametrize("language", SEVEN)
def test_every_message_is_valid_and_under_every_limit(language: str) -> None:
    for message, _ in every_message(language):
        activities = is_well(message)
        # All of the text can be read, in order.
        rest = shown(activities)
        for block in message.blocks:
            words = {Text: "text", Heading: "text", Quote: "words"}.get(type(block))
            if words is not None:
                said_there = getattr(block, words)
                text = said_there.text if isinstance(said_there, Words) else said_there
                for line in text.split("\n"):
                    assert line in rest, message.template
                    rest = rest.partition(line)[2] if line else rest


@pytest.mark.parametrize("language", SEVEN)
def test_every_sentence_of_the_catalogue_can_stand_anywhere(language: str) -> None:
    for key in messages("en"):
        text = said(language, key, 3)
        fields = (
            TextField("x", text, Words(text[:2000]), text),
            Choice("y", text, (Option("1", text),)),
        )
        blocks = (
            Heading(text),
            Text(text),
            Text(text, quiet=True),
            Quote(Words(text)),
            Buttons((Button(text, "a:1"), Button(text, "a:2"))),
            Form("f:1", fields, text),
        )
        is_well(Message(key, said(language, "summary", 3), blocks))


def test_every_kind_of_block_is_drawn() -> None:
    activities = is_well(EVERYTHING)
    kinds = [one["contentType"] for activity in activities for one in activity["attachments"]]
    assert kinds == [CARD_TYPE, CONSENT_TYPE]
    drawn = {part["type"] for part in parts(cards_of(activities)) if "type" in part}
    assert {"Image", "Input.Text", "Input.ChoiceSet", "ActionSet", "RichTextBlock"} <= drawn


def test_a_picture_too_large_for_a_card_is_said_in_words() -> None:
    large = Picture(b"\x89PNG\r\n\x1a\n" + bytes(40_000), "A branch with 3 leaves")
    activities = is_well(Message("wins", "A note", (large,)))
    assert shown(activities) == "A branch with 3 leaves"


def test_a_file_goes_to_nobody_before_its_reader_says_yes() -> None:
    document = Document("held.json", "A file", "application/json", Words("what is held"))
    activities = render(Message("held", "A note", (document,)), READER, ["ticket"])
    assert "what is held" not in str(activities)
    offer = activities[-1]["attachments"][0]
    assert (offer["name"], offer["content"]["sizeInBytes"]) == ("held.json", 12)
    assert offer["content"]["acceptContext"] == {OURS: {"file": "ticket"}}


def test_many_buttons_of_one_question_are_its_choices_and_none_is_lost() -> None:
    many = tuple(Button(f"Strike number {number}", f"s:{number}") for number in range(17))
    activities = is_well(Message("list", "A note", (Text("Which?"), Buttons(many))))
    (choices,) = (part["choices"] for part in parts(cards_of(activities)) if "choices" in part)
    assert [one["title"] for one in choices] == [one.label for one in many]


def test_each_button_works_on_clients_that_know_no_execute() -> None:
    (card,) = cards_of(render(EVERYTHING, READER))
    actions = [part for part in parts(card) if part.get("type") == "Action.Execute"]
    assert actions
    for one in actions:
        assert one["fallback"]["type"] == "Action.Submit"
        assert one["fallback"]["title"] == one["title"]
        assert one["fallback"]["data"][OURS]["do"] == one["data"][OURS]["do"]
        assert one["fallback"]["associatedInputs"] == one["associatedInputs"]


def test_a_card_carries_itself_and_shows_what_was_chosen() -> None:
    blocks = (
        Heading("A heading"),
        Text("May I?"),
        Quote(Words("as **I** wrote\n it")),
        Text("small", quiet=True),
        Buttons((Button("Yes", "act:yes"), Button("No", "act:no"))),
    )
    message = Message("ask", "A note", blocks)
    (card,) = cards_of(render(message, READER))
    assert card["refresh"]["userIds"] == [READER]
    again = from_echo(card["refresh"]["action"]["data"][OURS]["card"])
    assert again is not None
    assert again.blocks == blocks
    after = card_of(again, READER, "act:no")
    titles = [part["title"] for part in parts(after) if part.get("type") == "Action.Execute"]
    assert titles == ["Yes", "✓ No"]


def test_the_page_about_oneself_is_fetched_anew_when_it_is_looked_at() -> None:
    blocks = (Text("What is on"), Buttons((Button("Pause", "act:pause"),)))
    for template, verb in (("home-heading", "home"), ("check-in", "look")):
        card = card_of(Message(template, "A note", blocks), READER)
        assert card["refresh"]["action"]["verb"] == verb


@pytest.mark.parametrize(
    "echo",
    [
        None,
        [],
        "x",
        [1],
        ["s", ["z", "x"]],
        ["s", ["t"]],
        ["s", ["b", ["x"]]],
        ["s", ["b", [1, 2]]],
    ],
)
def test_a_card_that_was_tampered_with_is_no_card(echo: object) -> None:
    found = from_echo(echo)
    assert found is None or found.blocks == ()


LONG = st.text(
    alphabet=st.sampled_from("aé✓漢👩‍👩‍👧🧗🏽‍♀️ \n.!?{}[]()*_$"), min_size=0, max_size=400
).map(lambda text: text * 40)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(LONG, LONG), max_size=8))
def test_what_is_too_long_for_one_card_is_cut_and_nothing_is_lost(
    clients: list[tuple[str, str]],
) -> None:
    blocks: list[Any] = []
    for number, (ours, theirs) in enumerate(clients):
        blocks += [Heading(f"Client {number}"), Text(ours), Quote(Words(theirs))]
    message = Message("digest", "A note", tuple(blocks))
    activities = is_well(message)
    whole = shown(activities).replace("\n", "").replace(" ", "")
    texts = "".join(f"Client{number}{a}{b}" for number, (a, b) in enumerate(clients))
    assert whole == texts.replace("\n", "").replace(" ", "")


def test_a_long_digest_is_cut_between_clients() -> None:
    blocks: list[Any] = []
    for number in range(12):
        blocks += [Heading(f"Client {number}"), Quote(Words("One sentence. " * 250))]
    cards = cards_of(is_well(Message("digest", "A note", tuple(blocks))))
    assert len(cards) > 1
    for card in cards:
        assert card["body"][0]["text"].startswith("Client")


def test_a_title_never_stands_alone_on_a_card() -> None:
    lengths = set()
    for sentences in range(1_700, 2_000, 4):
        first = Quote(Words("One sentence. " * sentences))
        titled = (Heading("Shared with you"), Heading("Client 0"), first)
        cards = cards_of(render(Message("digest", "A note", titled)))
        lengths.add(len(cards))
        assert len(cards[0]["body"]) > 2, sentences
    assert len(lengths) > 1, "the edge was among them"


def test_an_edit_fits_into_the_messages_that_are_there() -> None:
    quote = Quote(Words("One sentence. " * 250))
    long = Message("digest", "A note", tuple(quote for _ in range(30)))
    activities = render(long)
    assert len(activities) > 1
    assert merged(activities, 1) is None
    short = render(Message("digest", "A note", (quote,)))
    assert merged(short, len(activities)) == short


def test_the_echo_of_a_form_a_picture_or_a_file_is_not_kept() -> None:
    assert to_echo(EVERYTHING) is None
