"""Slack accepts a message of any length: in several postings, split as a reader would."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.slack.outbound.drawing import text_in
from adapters.slack.outbound.render import Posting, quotes_in, render
from adapters.slack.outbound.views import render_home
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
from bot.domain.words import Words
from tests.adapters.slack.block_kit import (
    MOST_TEXT,
    assert_message,
    assert_view,
    buttons_in,
    strings,
)

LENGTHS = st.sampled_from([0, 1, 20, 74, 76, 149, 151, 1999, 2999, 3001, 9000, 13_000])
LETTER = st.sampled_from(["a", "ö", "&", "<", "👍🏽", "word ", "One sentence. ", "文。", "\n", " "])
LONG = st.builds(lambda letter, most: (letter * most)[:most], LETTER, LENGTHS)
BUTTON = st.builds(Button, LONG, LONG)
OPTIONS = st.lists(st.builds(Option, st.uuids().map(str), LONG), min_size=1, max_size=40).map(tuple)
FIELD = st.one_of(
    st.builds(TextField, st.uuids().map(str), LONG, LONG.map(Words), LONG, st.booleans()),
    st.builds(ChoiceField, st.uuids().map(str), LONG, OPTIONS),
    st.builds(ManyField, st.uuids().map(str), LONG, OPTIONS),
)
BLOCK = st.one_of(
    st.builds(Text, LONG, st.booleans()),
    st.builds(Heading, LONG),
    st.builds(Quote, LONG.map(Words)),
    st.builds(Buttons, st.lists(BUTTON, max_size=60).map(tuple)),
    st.builds(Form, LONG, st.lists(FIELD, max_size=3).map(tuple), LONG),
    st.builds(Document, st.just("paper.html"), LONG, st.just("text/html"), LONG.map(Words)),
    st.builds(Picture, st.just(b"png"), LONG),
)
MESSAGES = st.builds(Message, st.just("t"), LONG, st.lists(BLOCK, max_size=30).map(tuple))


def size(posting: Posting) -> int:
    return sum(map(text_in, posting.blocks)) + len(posting.text)


def said(postings: list[Posting]) -> str:
    return "".join(text for posting in postings for text in strings(posting.blocks))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(MESSAGES, st.booleans(), st.booleans())
def test_every_posting_is_within_every_limit(message: Message, unasked: bool, aloud: bool) -> None:
    postings = render(message, unasked=unasked, aloud=aloud)
    assert postings
    for posting in postings:
        assert_message(posting.blocks)
        assert size(posting) <= MOST_TEXT
    ids = [one["action_id"] for posting in postings for one in buttons_in(posting.blocks)]
    assert len(ids) == len(set(ids))
    assert_view(render_home(message))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(st.builds(Text, LONG), st.builds(Quote, LONG.map(Words))), max_size=20))
def test_what_is_divided_is_whole_again_when_it_is_read_on(blocks: list[Block]) -> None:
    postings = render(Message("t", "A note", tuple(blocks)))
    told = [block.text if isinstance(block, Text) else block.words.text for block in blocks]  # type: ignore[union-attr]
    shown = [
        text
        for text, block in zip(told, blocks, strict=True)
        if text.strip() or (text and isinstance(block, Quote))
    ]
    assert said(postings) == "".join(shown)


@pytest.mark.parametrize("over", [0, 1])
def test_at_the_edge_of_every_limit(over: int) -> None:
    """At the limit, and one more: then it is drawn in another way or shortened."""
    option = Option("value", "o" * (75 + over))
    form = Form(
        "f",
        (
            ChoiceField("one", "One", (option,)),
            ManyField("some", "Some", tuple(Option(str(n), "x") for n in range(10 + over))),
            ChoiceField("menu", "Menu", tuple(Option(str(n), "x") for n in range(5 + over))),
            TextField("typed", "Typed", placeholder="p" * (150 + over)),
        ),
        "s" * (75 + over),
    )
    blocks = (
        Heading("h" * (150 + over)),
        Text("t" * (3000 + over)),
        Quote(Words("q" * (3000 + over))),
        Buttons((Button("b" * (75 + over), "v" * (2000 + over)),)),
        form,
        Picture(b"png", "a" * (2000 + over)),
    )
    for block in blocks:
        [posting] = render(Message("t", "s" * (200 + over), (block,)))
        assert_message(posting.blocks)
    [first, *_] = render(Message("t", "A note", blocks))[0].blocks
    assert first["type"] == ("rich_text" if over else "header")


def client(name: str, words: int) -> list[Block]:
    return [Heading(f"From {name}"), Text("What they wrote"), Quote(Words("One word. " * words))]


def test_a_long_digest_is_divided_between_clients() -> None:
    blocks = [Heading("Shared with you"), *client("Mai", 500), *client("Tom", 500)]
    blocks += [*client("Ana", 500), Text("That is all.")]
    first, second = render(Message("digest", "A note", tuple(blocks)))
    assert [next(strings(p.blocks)) for p in (first, second)] == ["Shared with you", "From Ana"]
    assert "From Tom" in said([first])
    assert said([second]).endswith("That is all.")


def test_a_client_with_very_much_to_say_is_divided_between_sentences() -> None:
    postings = render(Message("digest", "A note", tuple(client("Mai", 2000))))
    assert len(postings) > 1
    quotes = [quote for posting in postings for quote in quotes_in(posting.blocks)]
    assert "".join(quotes) == "One word. " * 2000
    assert all(quote.endswith(". ") for quote in quotes)


def test_buttons_stay_with_what_they_are_about() -> None:
    answer: list[Block] = [Text("Yours, all of it:")]
    for number in range(40):
        answer += [
            Quote(Words(f"Answer {number}. " * 30)),
            Buttons((Button("Keep", f"k:{number}"),)),
        ]
    for posting in render(Message("t", "A note", tuple(answer))):
        kinds = [block["type"] for block in posting.blocks]
        assert kinds[0] == "rich_text"
        assert kinds[-1] == "actions"
        assert len(kinds) <= 50


def test_the_line_before_what_comes_unasked_counts_as_well() -> None:
    quotes = tuple(Quote(Words(f"Answer {number}")) for number in range(120))
    postings = render(Message("digest", "A note", quotes), unasked=True)
    assert [len(posting.blocks) for posting in postings] == [50, 50, 23]
    for posting in postings:
        assert_message(posting.blocks)
        assert next(strings(posting.blocks)) == "A note"


def test_a_form_stands_in_one_message_with_its_button() -> None:
    """Slack sends back only the values of the message that has the button."""
    form = Form("f", tuple(TextField(str(n), "Words", Words("x" * 1900)) for n in range(6)), "Send")
    filler = tuple(Text("Something. " * 250) for _ in range(4))
    postings = render(Message("t", "A note", (*filler, form)))
    [holding] = [p for p in postings if any(b["type"] == "input" for b in p.blocks)]
    assert [b["type"] for b in holding.blocks if b["type"] in ("input", "actions")] == [
        *["input"] * 6,
        "actions",
    ]


def test_a_box_that_would_make_the_form_too_long_begins_empty() -> None:
    fields = tuple(
        TextField(str(n), "Words", Words("x" * 1990 + str(n)), limit=2000) for n in range(9)
    )
    [posting] = render(Message("t", "A note", (Form("f", fields, "Send"),)))
    filled = ["initial_value" in b["element"] for b in posting.blocks if b["type"] == "input"]
    assert 0 < sum(filled) < 9
    assert size(posting) <= MOST_TEXT


@pytest.mark.parametrize("words", ["&" * 300, "👍🏽" * 150, "<a>" * 100])
def test_words_within_the_limit_stand_in_their_box_however_slack_counts_them(words: str) -> None:
    field = TextField("when", "When", Words(words), limit=300)
    [posting] = render(Message("t", "A note", (Form("f", (field,), "Send"),)))
    box = posting.blocks[0]["element"]
    assert box["initial_value"] == words
    assert len(words) <= 300 <= box["max_length"]


@pytest.mark.parametrize(
    "field",
    [
        ChoiceField("one", "One", tuple(Option(str(n), "x") for n in range(101))),
        ChoiceField("one", "One", ()),
        ManyField("many", "Many", (Option("x" * 151, "x"),)),
        TextField("", "No name"),
        TextField("n" * 201, "Long name"),
    ],
)
def test_a_form_that_slack_could_not_show_truly_is_a_mistake_of_ours(
    field: TextField | ChoiceField | ManyField,
) -> None:
    with pytest.raises(ValueError, match="fit"):
        render(Message("t", "A note", (Form("f", (field,), "Send"),)))


def test_a_home_that_is_too_long_keeps_everything_that_can_be_pressed() -> None:
    blocks: list[Block] = [Heading("My wins")]
    blocks += [Quote(Words(f"Win {number}")) for number in range(120)]
    blocks += [
        Heading("What I hold"),
        Buttons((Button("Pause", "pause"), Button("Erase", "erase"))),
    ]
    view = render_home(Message("home", "A note", tuple(blocks)))
    assert_view(view)
    assert len(view["blocks"]) == 100
    assert "Erase" in list(strings(view["blocks"]))
    assert "Win 0" in list(strings(view["blocks"]))
    assert "Win 119" not in list(strings(view["blocks"]))


def test_a_picture_that_could_not_be_uploaded_is_a_sentence() -> None:
    message = Message(
        "wins", "A note", (Heading("My wins"), Picture(b"png", "A branch with 2 leaves"))
    )
    [posting] = render(message)
    [file] = posting.files
    assert (file.media_type, file.content, file.block) == ("image/png", b"png", 1)
    assert_message(posting.blocks)
    assert said([posting]) == "My winsA branch with 2 leaves"


def test_a_document_is_handed_over_as_a_file_under_its_name() -> None:
    paper = Document("what-is-held.html", "All that is held", "text/html", Words("<p>ö</p>"))
    [posting] = render(Message("hold", "A note", (Text("Here it is."), paper)))
    [file] = posting.files
    assert (file.name, file.media_type, file.block) == ("what-is-held.html", "text/html", None)
    assert file.content == "<p>ö</p>".encode()
    assert "All that is held" in said([posting])
    assert "<p>" not in said([posting])
    assert "<p>" not in repr(posting)


def test_all_buttons_weigh_the_same() -> None:
    buttons = Buttons(tuple(Button(f"Choice {n}", f"c:{n}") for n in range(30)))
    [posting] = render(Message("t", "A note", (buttons,)))
    keys = {tuple(sorted(one)) for block in posting.blocks for one in block["elements"]}
    assert keys == {("action_id", "text", "type", "value")}
    assert [len(block["elements"]) for block in posting.blocks] == [25, 5]
