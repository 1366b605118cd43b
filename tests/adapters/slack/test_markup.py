"""A person's words are shown as they wrote them and never become live."""

from __future__ import annotations

import html
import json

from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.outbound.markup import NEVER_LIVE, fallback
from adapters.slack.outbound.render import ephemeral, quotes_in, render
from adapters.slack.outbound.views import render_home, words_modal
from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
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
from bot.domain.words import Words
from tests.adapters.slack.block_kit import assert_message, assert_view, every, strings

LIVE = [
    "<@U123>", "<!channel>", "<!here>", "<!everyone>", "@here", "@channel", "@daniel", "#general",
    "<#C123|general>", "<!subteam^S1|@team>", "<!date^1392734382^{date}|x>", ":skin-tone-2:",
    "<https://evil.example|bank>", "https://evil.example/x", "www.evil.example", "tel:+49123",
    "mailto:a@b.example", "*bold*", "_it_", "~gone~", "`code`", "```", ">", "&gt;", "&amp;lt;",
    ":smile:", ":+1:", "1:30:00", "[a](https://b.example)", "\n> quote", "\u202egnp", "\u200b",
    "\u0000", "\ud83d", "👍🏽", "{{x}}",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from([*LIVE, " ", "a", "\n"]), min_size=1, max_size=12).map("".join)
# The types in which Slack makes text live, whatever the text is.
INERT = {
    "header", "context", "actions", "section", "rich_text", "rich_text_section", "rich_text_quote",
    "text", "plain_text", "input", "image", "button", "plain_text_input",
    "radio_buttons", "static_select", "modal", "home",
}  # fmt: skip


def everywhere(text: str) -> Message:
    option = Option("value", text)
    return Message(
        "hostile",
        "A note",
        (
            Heading(text),
            Text(text),
            Text(text, quiet=True),
            Quote(Words(text)),
            Buttons((Button(text, "act:1"), Button(text, text))),
            Form(
                "form",
                (
                    TextField("typed", text, Words(text), text, limit=3000),
                    ChoiceField("one", text, (option,), "value"),
                ),
                text,
            ),
            Document("paper.html", text, "text/html", Words(text)),
            Picture(b"png", text),
        ),
    )


def typed(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@given(HOSTILE)
def test_nothing_in_a_message_is_of_a_kind_that_slack_makes_live(text: str) -> None:
    for posting in render(everywhere(text), unasked=True):
        assert set(every(posting.blocks, "type")) <= INERT
        assert_message(posting.blocks)
    home = render_home(everywhere(text))
    modal = words_modal(text, text, text, "opaque", Words(text))
    for view in (home, modal):
        assert set(every(view, "type")) <= INERT
        assert_view(view)
    assert set(every(ephemeral(text).blocks, "type")) <= INERT


@given(HOSTILE)
def test_what_was_written_is_shown_to_the_letter(text: str) -> None:
    exactly = typed(text)
    postings = render(Message("t", "A note", (Quote(Words(text)), Text(f"x{text}"))))
    [shown] = [list(strings(posting.blocks)) for posting in postings]
    assert shown == [exactly, f"x{exactly}"]
    assert quotes_in(postings[0].blocks) == [exactly]


@given(HOSTILE)
def test_everything_can_be_sent_as_json(text: str) -> None:
    for posting in render(everywhere(text)):
        json.dumps(posting.blocks, ensure_ascii=False).encode()


def test_a_screen_reader_can_be_given_the_whole_message() -> None:
    """The person asked for it: then the notification says it as well."""
    blocks = (Heading("Shared"), Quote(Words("I am <afraid>")), Buttons((Button("Yes", "act:y"),)))
    message = Message("t", "A note from Handrail", blocks)
    [posting] = render(message, aloud=True)
    assert posting.text == "Shared\nI am &lt;afraid&gt;"
    [posting] = render(Message("t", "A note from Handrail", blocks[2:]), aloud=True)
    assert posting.text == "A note from Handrail"


@given(HOSTILE)
def test_the_line_of_a_notification_holds_no_markup(text: str) -> None:
    line = fallback(text)
    assert "<" not in line
    assert ">" not in line
    assert html.unescape(line).replace("\u2060", "") == typed(text)
    assert ":smile:" not in line


def test_slack_is_told_to_look_for_nothing() -> None:
    assert NEVER_LIVE == {
        "unfurl_links": False,
        "unfurl_media": False,
        "parse": "none",
        "link_names": False,
        "mrkdwn": False,
    }
