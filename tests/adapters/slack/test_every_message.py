"""Slack accepts every message and every sentence, in every language."""

from __future__ import annotations

import unicodedata

import pytest

from adapters.slack.outbound.drawing import text_in
from adapters.slack.outbound.fields import NO_ACTION, read_action
from adapters.slack.outbound.inputs import OPTION_TEXT
from adapters.slack.outbound.labels import SHOWN
from adapters.slack.outbound.markup import measure
from adapters.slack.outbound.render import Posting, render, with_picture
from adapters.slack.outbound.views import TITLE, render_home, words_modal
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
from bot.text import catalogue
from tests.adapters.slack.block_kit import (
    MOST_TEXT,
    assert_message,
    assert_view,
    buttons_in,
    strings,
)
from tests.catalogue.sentences import sentences
from tests.drawn.everything import LANGUAGES, every_message

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
        carried = [read_action(element) for one in postings for element in buttons_in(one.blocks)]
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
    """As text, heading, label, option and picture: one sentence of each length, for that counts."""
    for sentence, key in {
        measure(one): (one, key) for key, one in sentences(language).items()
    }.values():
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_cut(language: str) -> None:
    """A label that is cut could mean something else. One too wide for a button stands beside it."""
    for message, _ in every_message(language):
        drawn = [block for posting in render(message) for block in posting.blocks]
        labels = {one["text"]["text"] for one in buttons_in(drawn)}
        assert all(_letters(label) <= SHOWN for label in labels), message.template
        beside = {block["text"]["text"] for block in drawn if block["type"] == "section"}
        for block in message.blocks:
            if isinstance(block, Buttons):
                assert {one.label for one in block.buttons} <= labels | beside
            if isinstance(block, Form):
                assert block.submit in labels
                choices = (one for one in block.fields if isinstance(one, ChoiceField | ManyField))
                options = [option for one in choices for option in one.options]
                assert all(measure(one.label) <= OPTION_TEXT for one in options)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_can_tell_every_button_from_the_others(language: str) -> None:
    """Two buttons are heard alike only where the texts before them begin alike."""
    for message, _ in every_message(language):
        drawn = [block for posting in render(message) for block in posting.blocks]
        buttons = [one for one in buttons_in(drawn) if one["action_id"].startswith("press")]
        heard = [one.get("accessibility_label", one["text"]["text"]) for one in buttons]
        assert len(set(heard)) == len(heard) or not _told_apart(message), message.template


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_of_the_box_for_longer_words_is_cut(language: str) -> None:
    say = catalogue(language)
    for part in ("title", "send"):
        assert measure(say(f"slack-words-{part}")) <= TITLE


def _told_apart(message: Message) -> bool:
    """True unless two texts that stand before buttons begin alike."""
    before, found = "", []
    for block in message.blocks:
        match block:
            case Text(text) | Heading(text) | Quote(Words(text)):
                before = text[:40]
            case Buttons(buttons):
                found += [(one.label, before) for one in buttons]
    return len(set(found)) == len(found)


def _letters(text: str) -> int:
    """East Asian letters are as wide as two others."""
    return sum(1 + (unicodedata.east_asian_width(one) in "WF") for one in text)
