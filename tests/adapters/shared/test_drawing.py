"""The server's drawing of messages: every one in each language, whole, and never live."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from adapters.shared.drawing import ACTION, FIELD, FormWay, drawn, file_at
from bot.chat import (
    Block,
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
from bot.documents.weeks import weeks_png
from bot.domain.words import Words
from tests.drawn.everything import LANGUAGES, every_message

WAY = FormWay("/do", {"proof": "p"}, "/file/", 3)
HOSTILE = '</textarea></p><script>alert(1)</script>"\' onclick="x" https://evil.example &amp;'
TAGS = {
    *("h3", "p", "blockquote", "img", "a", "small", "span", "form", "input", "button", "label"),
    *("textarea", "select", "option", "fieldset", "legend"),
}
ALONE = {"img", "input"}
NAMES = {
    *("class", "dir", "src", "width", "alt", "href", "download", "method", "action", "type"),
    *("name", "value", "maxlength", "placeholder", "autocomplete", "selected", "checked"),
}


class Read(HTMLParser):
    """What a browser would make of it: its elements, its texts, and what its forms send."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, found, value in self.attributes if found == name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_drawn_whole(language: str) -> None:
    for message, _ in every_message(language):
        read = Read(drawn(message, WAY))
        text, values = "".join(read.texts), read.values("value")
        assert {name for _, name, _ in read.attributes} <= NAMES
        for block in message.blocks:
            for said in _said(block):
                assert said in text or said in values, message.template
            for action in _actions(block):
                assert action in values, message.template


def test_no_text_of_anybody_becomes_markup() -> None:
    words = Words(HOSTILE)
    fields = (
        TextField(HOSTILE, HOSTILE, words, HOSTILE, multiline=True),
        TextField(HOSTILE, HOSTILE, words, HOSTILE),
        ChoiceField(HOSTILE, HOSTILE, (Option(HOSTILE, HOSTILE),), HOSTILE),
        ManyField(HOSTILE, HOSTILE, (Option(HOSTILE, HOSTILE),), (HOSTILE,)),
    )
    blocks: tuple[Block, ...] = (
        Text(HOSTILE),
        Heading(HOSTILE),
        Quote(words),
        Buttons((Button(HOSTILE, HOSTILE),)),
        Form(HOSTILE, fields, HOSTILE),
        Document(HOSTILE, HOSTILE, HOSTILE, words),
        Picture(weeks_png([1, 2]), HOSTILE),
    )
    read = Read(drawn(Message("t", HOSTILE, blocks), WAY))
    assert {name for _, name, _ in read.attributes} <= NAMES
    assert read.values("href") == ["/file/5"]
    assert {one for one in read.values("src") if not one.startswith("data:image/png;")} == set()
    assert HOSTILE in "".join(read.texts)


def test_a_form_sends_its_fields_under_their_own_names_and_what_is_hidden() -> None:
    fields = (TextField("action", "An action"), ManyField("proof", "Proof", (), ()))
    read = Read(drawn(Message("t", "s", (Form("keep", fields, "Keep"),)), WAY))
    assert read.values("name") == ["proof", f"{FIELD}action", f"{FIELD}proof", ACTION]
    assert read.values("action") == ["/do"]


def test_a_line_that_begins_with_a_break_keeps_it() -> None:
    field = TextField("text", "Text", Words("\nfirst"), multiline=True)
    html = drawn(Message("t", "s", (Form("keep", (field,), "Keep"),)), WAY)
    # A browser drops the first break after the tag, so there must be two.
    assert ">\n\nfirst</textarea>" in html


def test_files_are_offered_only_where_there_is_a_way_to_them() -> None:
    message = Message("t", "s", (Text("x"), Document("a.csv", "All", "text/csv", Words("1"))))
    assert "/file/1" in drawn(message, WAY)
    assert "<a" not in drawn(message)
    assert file_at(message, 1) is message.blocks[1]
    assert [file_at(message, number) for number in (-1, 0, 2)] == [None, None, None]


def _said(block: Block) -> Iterator[str]:
    match block:
        case Text(text) | Heading(text):
            yield text
        case Quote(words):
            yield words.text
        case Buttons(buttons):
            yield from (button.label for button in buttons)
        case Document(name, label):
            yield from (name, label)
        case Form(_, fields, submit):
            yield submit
            for field in fields:
                yield field.label
                if isinstance(field, TextField):
                    yield field.initial.text
                else:
                    yield from (option.label for option in field.options)


def _actions(block: Block) -> Iterator[str]:
    if isinstance(block, Buttons):
        yield from (button.action for button in block.buttons)
    if isinstance(block, Form):
        yield block.action
