"""Slack accepts every message and every sentence, in every language."""

from __future__ import annotations

import pytest

from adapters.slack.outbound.drawing import text_in
from adapters.slack.outbound.fields import NO_ACTION, read_action
from adapters.slack.outbound.render import Posting, render, with_picture
from adapters.slack.outbound.views import render_home, words_modal
from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
    Document,
    Form,
    Heading,
    ManyField,
    Message,
    Option,
    Picture,
    Quote,
    Text,
    TextField,
)
from bot.domain.words import Words
from tests.adapters.slack.block_kit import (
    MOST_TEXT,
    assert_message,
    assert_view,
    every,
    strings,
)
from tests.drawn.everything import LANGUAGES, every_message
from tests.catalogue.sentences import sentences

PNG = b"\x89PNG"


def shown(posting: Posting) -> Posting:
    """The posting with its pictures drawn in, as it is sent."""
    for file in posting.files:
        posting = with_picture(posting, file, "F0123ABCD")
    return posting


def assert_posting(posting: Posting, message: Message) -> None:
    assert_message(shown(posting).blocks)
    assert sum(map(text_in, posting.blocks)) + len(posting.text) <= MOST_TEXT
    assert posting.text == message.summary


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_taken(language: str) -> None:
    for message, unasked in every_message(language):
        for posting in render(message, unasked=unasked):
            assert_posting(posting, message)
        assert_view(render_home(message))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_says_in_slack_what_it_says(language: str) -> None:
    for message, _ in every_message(language):
        postings = render(message)
        said = "".join(text for one in postings for text in strings(one.blocks))
        for block in message.blocks:
            match block:
                case Text(text) | Heading(text):
                    assert text in said
                case Quote(words):
                    assert words.text in said
                case Picture(alt=alt):
                    assert alt in said
        carried = [
            read_action(element)
            for one in postings
            for block in one.blocks
            if block["type"] == "actions"
            for element in block["elements"]
        ]
        offered = [
            action
            for block in message.blocks
            if isinstance(block, Buttons | Form)
            for action in (
                [b.action for b in block.buttons] if isinstance(block, Buttons) else [block.action]
            )
        ]
        assert carried == offered
        assert NO_ACTION not in carried


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_catalogue_fits_wherever_it_may_stand(language: str) -> None:
    """Includes sentences of no story: as text, heading, label, option and picture."""
    for key, sentence in sentences(language).items():
        option = Option("value", sentence)
        message = Message(
            key,
            "A note",
            (
                Heading(sentence),
                Text(sentence),
                Text(sentence, quiet=True),
                Quote(Words(sentence)),
                Buttons((Button(sentence, f"act:{key}"),)),
                Form(
                    f"form:{key}",
                    (
                        TextField("typed", sentence, Words(sentence), sentence, multiline=True),
                        ChoiceField("one", sentence, (option,), "value"),
                        ManyField("some", sentence, (option,), ("value",)),
                    ),
                    sentence,
                ),
                Picture(PNG, sentence),
                Document("paper.html", sentence, "text/html", Words("content")),
            ),
        )
        for posting in render(message, unasked=True):
            assert_posting(posting, message)
        assert_view(words_modal(sentence, sentence, sentence, key, Words(sentence)))


def test_labels_of_the_catalogue_that_are_pressed_stand_there_whole() -> None:
    """A label that is cut could mean something else, so ours are shorter than Slack's limit."""
    for language in LANGUAGES:
        for message, _ in every_message(language):
            for posting in render(message):
                for block in posting.blocks:
                    if block["type"] == "actions":
                        assert not any(
                            text.endswith("…") and len(text) > 70 for text in every(block, "text")
                        )
