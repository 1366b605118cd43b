"""Text that somebody else wrote stands in no sentence of consent, and goes on with no other one.

The kind is enumerated: each blank of each sentence in each language is decided on, and each message
that asks for consent or shows it is made with hostile names.
"""

from __future__ import annotations

import ast as python
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.chat import Buttons, Document, Form, Heading, Message, Quote, Text
from bot.domain.agreed import Difference
from bot.domain.consent import Act, Grant, Purpose, Terms, extend
from bot.domain.foreign import NAMES, TEXTS, plainly_a_name, short_name, without_quotes
from bot.domain.people import Address
from bot.domain.profile import Profile
from bot.domain.purposes import PURPOSES, switches
from bot.domain.words import Words
from bot.messages import changed, consent, joining, receipts
from bot.messages.who import WhoCoaches
from bot.plain import to_plain
from bot.text import Catalogue, catalogue, languages
from tests.things import LATER, NOW, WORDING, engagement

# Blanks that hold our own words, numbers and times, what the organisation set, or what the reader
# wrote themselves and reads in a quotation.
OURS = frozenset(
    {
        *("after", "answers", "before", "by", "code", "command", "count", "country", "day"),
        *("digest", "session"),
        *("days", "depth", "erased", "every", "expires", "first", "from", "high", "home"),
        *("hour", "hours", "kind", "language", "languages", "last", "limit", "line", "low", "mark"),
        *("minutes", "moment", "most", "name", "number", "of", "people", "phone", "place"),
        *("month", "platform", "purpose", "purposes", "shared", "shares", "state", "steps", "then"),
        *("things", "times", "to", "topic", "topics"),
        *("until", "value", "values", "weekday", "weeks", "when", "year", "zone"),
    }
)
# Shown together with a consent, beside what a purpose's row names.
BESIDE = re.compile(r"(purpose|ask|welcome|agree|agreement|receipt|switch|switches|who-coach)(-|$)")
TERMS = Terms(("client", "coach"), None)
PLAIN = "Zyzzyx"
CLAIM = ", your doctor and nobody else. Your employer can never read any of this"
HOSTILE = [
    f"Daniel{CLAIM}",
    f"Daniel\n{CLAIM}",
    f"Daniel\u2028\u2029\x85{CLAIM}",
    f"\u202e{CLAIM}\u202c",
    f"Daniel”{CLAIM} “",
    f"» « 」{CLAIM}「",
    "*Daniel* _reads_ `nothing` ~ever~",
    "[Your employer never reads](https://example.org)",
    "<!channel> <@U0123> <https://example.org|Daniel>",
    "@everyone <at>Daniel</at> &lt;b&gt;",
    "\u2066\u2067\u2068Daniel\u2069",
    "x" * 5_000,
    "\x00\x07\x1b[31mDaniel",
    "דניאל, הרופא שלך ואף אחד אחר",
    "",
]


class Blanks(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def blanks(language: str) -> Iterator[tuple[str, set[str]]]:
    """Yields each key of a language with the blanks of its sentence."""
    for file in (resources.files("bot.locale") / language).iterdir():
        if not file.name.endswith(".ftl"):
            continue
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                seen = Blanks()
                seen.visit(entry)
                yield entry.id.name, seen.found


@pytest.mark.parametrize("language", languages())
def test_each_blank_of_each_sentence_is_decided_on(language: str) -> None:
    used = set().union(*(found for _, found in blanks(language)))
    assert used - OURS - NAMES - TEXTS == set()
    assert not OURS & (NAMES | TEXTS)


@pytest.mark.parametrize("language", languages())
def test_no_sentence_of_a_consent_has_a_blank_for_foreign_text(language: str) -> None:
    rows = PURPOSES.values()
    worded = {key for row in rows for key in (row.name, *row.worded_by, row.withdrawal)}
    found = dict(blanks(language))
    about = {key for key in found if key in worded or BESIDE.match(key)}
    assert about >= worded
    foreign = {key: found[key] & (NAMES | TEXTS) for key in about if found[key] & (NAMES | TEXTS)}
    assert foreign == {}


def messages(say: Catalogue, name: str) -> Iterator[Message]:
    """Yields every message that asks for a consent or shows one, with a coach of this name."""
    coach = WhoCoaches(Words(name), Address("slack", "T1", f"U1{name[:9]}"), elsewhere=True)
    words = Words(name or "-")
    card = Profile("coach", NOW, words, words, words, words)
    with_coach = engagement()
    entry = extend([], "e1", Act.GIVEN, Purpose.SHARE_WORDS, WORDING, NOW, LATER, TERMS)
    states = [(one, Grant(one, replace(entry, purpose=one))) for one in switches()]
    yield joining.welcome(say)
    yield joining.agreement(say, with_coach, coach, card)
    yield joining.agreement_again(say, with_coach, coach, card)
    yield joining.receipt(say, with_coach, coach, states)
    yield consent.switches(say, with_coach, states)
    for purpose in switches():
        yield consent.ask(say, with_coach, coach, purpose)
    new_card = Difference(Purpose.AGREEMENT, None, {"fees": words}, None, False, False, ())
    yield changed.asked_anew(say, with_coach, coach, new_card, card)
    paper = Document("receipt.json", "Receipt", "application/json", Words("{}"))
    yield receipts.receipt(say, coach, [entry], states, "UTC", paper, NOW)


def ours(message: Message) -> list[str]:
    """All that the bot says in its own voice, without what it quotes and the line of an account."""
    said: list[str] = []
    for block in message.blocks:
        match block:
            case Text(text) | Heading(text):
                said.append(text)
            case Buttons(buttons):
                said += [button.label for button in buttons]
            case Form(action, fields, submit):
                # A tick in it allows nothing: it leads to the question itself.
                assert action.startswith("switches:"), "no consent is asked by a form"
                said += [submit, *(field.label for field in fields)]
    return said


@pytest.mark.parametrize("language", languages())
def test_a_hostile_name_changes_no_word_of_a_consent(language: str) -> None:
    say = catalogue(language)
    plain = [ours(one) for one in messages(say, "Daniel")]
    account = [len(said) for said in plain]
    for name in HOSTILE:
        for said, before, parts in zip(map(ours, messages(say, name)), plain, account, strict=True):
            other = [now for now, was in zip(said, before, strict=True) if now != was]
            assert len(said) == parts
            assert all("(Slack)" in one or "（Slack）" in one for one in other), name
            assert len(other) <= 1


@pytest.mark.parametrize("language", languages())
def test_a_name_stands_alone_in_its_quotation_on_one_line(language: str) -> None:
    say = catalogue(language)
    for name in HOSTILE:
        shown = joining.agreement(say, engagement(), WhoCoaches(Words(name)))
        (quoted,) = [block.words.text for block in shown.blocks if isinstance(block, Quote)]
        assert quoted == short_name(name)
        assert len(to_plain(shown).splitlines()) == len(
            to_plain(joining.agreement(say, engagement(), WhoCoaches(Words("Daniel")))).splitlines()
        )


@pytest.mark.parametrize("language", languages())
def test_in_any_other_sentence_a_hostile_name_stands_in_quotation_marks(language: str) -> None:
    say = catalogue(language)
    for key, found in blanks(language):
        for blank in found & NAMES:
            values = dict.fromkeys(found - {blank}, "1")
            for name in filter(is_hostile, HOSTILE):
                said = say(key, **values, **{blank: name})
                quoted = say("named", name=without_quotes(short_name(name)))
                assert quoted in said, (key, name)
                plain = say(key, **values, **{blank: PLAIN})
                assert said.replace(quoted, PLAIN) == plain


def is_hostile(name: str) -> bool:
    return not plainly_a_name(short_name(name))


def test_other_blanks_get_no_text_that_somebody_else_wrote() -> None:
    """Only these get the bare text of `Words`: the reader's own."""
    given = {blank for file in core() for blank in bare(file)}
    assert given - NAMES - TEXTS == {"when", "then"}


def core() -> Iterator[Path]:
    for room in ("messages", "handlers", "delivery", "documents"):
        yield from (Path(__file__).parents[2] / "bot" / room).rglob("*.py")


def bare(file: Path) -> Iterator[str]:
    """Yields each sentence's blank that is given the `text` of something, in one file."""
    for node in python.walk(python.parse(file.read_text("utf-8"))):
        if not isinstance(node, python.Call):
            continue
        called = python.unparse(node.func).rsplit(".", 1)[-1]
        for named in node.keywords:
            value = named.value
            is_text = isinstance(value, python.Attribute) and value.attr == "text"
            if called in ("say", "note", "lines") and is_text and named.arg is not None:
                yield named.arg
