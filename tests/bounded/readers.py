"""Every reader of a person's text: how much it is given at most, and where it runs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time

from adapters.local.inbound import to_gesture
from adapters.shared.json_values import NotUnderstoodError
from adapters.slack.inbound.messages import text_of as slack_text
from adapters.slack.inbound.signing import UnreadableError, payload_of
from adapters.slack.outbound import markup as slack
from adapters.teams.inbound.written import written
from adapters.teams.outbound import markup as teams
from bot.chat import Message, Quote
from bot.domain.actions import read_action
from bot.domain.limits import (
    CHOICE,
    CLOCK,
    COUNTRY,
    DAY,
    DAYS_OFF,
    LINE,
    MOMENT,
    MOST_RECEIVED,
    PLACE,
    STEP_TEXT,
)
from bot.domain.rhythm import RhythmError
from bot.domain.weekly import weekly
from bot.domain.words import Words, normal, unescaped
from bot.handlers import step_from
from bot.inbound.doors import HEARD_AT_ONCE
from bot.plain import chosen, to_plain
from bot.questions.brackets import read_brackets
from bot.questions.typed import read_typed_set
from bot.text import languages
from bot.understand import (
    FirstHearing,
    Typed,
    asks_when,
    first_hearing,
    hear,
    is_one_sentence,
    later,
    meant_for_bot,
    names_a_loss,
    nearly,
    plain_line,
    progress_in,
    read_clock,
    read_country,
    read_day,
    read_later,
    read_moment,
    read_past_day,
    read_place,
    read_rest_days,
    read_search,
    read_times,
    step_days,
    worries_about_privacy,
)

TODAY = date(2026, 11, 30)
BODY = 512 * 1024


@dataclass(frozen=True, slots=True)
class Reader:
    """`most` is how many characters it is given at most. `aside`: it runs in a thread.

    `grows` is false where a shorter text is no work at all, so that no growth can be measured.
    """

    read: Callable[[str], object]
    most: int
    aside: bool = False
    grows: bool = True


def _heard(text: str, language: str) -> object:
    """Hears a line of which nothing was heard before the lock."""
    return hear(text, language, TODAY, FirstHearing(Typed(text), (), None))


def _html(text: str) -> str:
    return written({"attachments": [{"contentType": "text/html", "content": text}]})


def _mentions(text: str) -> str:
    told = [{"type": "mention", "text": text[at : at + 3]} for at in range(0, len(text), 30)]
    return written({"text": text, "entities": told})


def _emoji(text: str) -> str:
    some = [
        {"type": "emoji", "name": text[at : at + 20] or "a", "unicode": "1f44d"}
        for at in range(0, len(text), 20)
    ]
    return slack_text({"text": text, "blocks": [{"elements": some}]})


def _payload(text: str) -> object:
    with suppress(UnreadableError):
        return payload_of(text.encode(), "application/json")
    return None


def _on_page(text: str) -> object:
    with suppress(NotUnderstoodError):
        return to_gesture({"person": text, "id": text, "kind": "wrote", "text": text})
    return None


def _days(text: str) -> object:
    with suppress(RhythmError):
        return weekly("e", text.split(","), 1, (time(9), time(11)), "Europe/Berlin", TODAY)
    return None


def _typed_step(text: str) -> object:
    return is_one_sentence(text), step_days(text, "en", TODAY), progress_in(text, "en")


def _quoted(text: str) -> str:
    return to_plain(Message("t", "A note", (Quote(Words(text)),)))


READERS: dict[str, Reader] = {
    "hearing a long text": Reader(first_hearing, MOST_RECEIVED, aside=True),
    "hearing a line": Reader(first_hearing, HEARD_AT_ONCE),
    "a button's label": Reader(lambda text: chosen(text, [("Yes", "y")]), LINE.characters),
    "privacy worries": Reader(lambda text: worries_about_privacy(text, "en"), LINE.characters),
    "a loss": Reader(names_a_loss, MOST_RECEIVED),
    "a complaint or a request": Reader(lambda text: meant_for_bot(text, "en"), LINE.characters),
    "a question that asks when": Reader(lambda text: asks_when(text, "en"), LINE.characters),
    "places": Reader(read_place, PLACE.characters),
    "a country": Reader(lambda text: read_country(text, "en"), COUNTRY.characters),
    "a step in one line": Reader(_typed_step, LINE.characters),
    "a step from a message": Reader(step_from._begun, STEP_TEXT.characters),
    "a question set": Reader(lambda text: read_typed_set(text, "own-1"), LINE.characters),
    "a kept answer that is searched": Reader(plain_line.searchable, LINE.characters),
    "brackets of a question": Reader(read_brackets, 300),
    "days of a rhythm": Reader(_days, CHOICE.characters),
    "an action": Reader(read_action, 500),
    "normal form": Reader(lambda text: normal("NFKD", text), MOST_RECEIVED),
    "escapes": Reader(unescaped, MOST_RECEIVED),
    "a message as plain text": Reader(_quoted, LINE.characters),
    "Slack: a text": Reader(lambda text: slack_text({"text": text}), MOST_RECEIVED),
    "Slack: a text with emoji": Reader(_emoji, MOST_RECEIVED),
    "Slack: a payload": Reader(_payload, BODY),
    "Slack: pieces": Reader(lambda text: slack.pieces(text, 3000), LINE.characters, grows=False),
    "Slack: many pieces": Reader(lambda text: slack.pieces(text, 500), MOST_RECEIVED, aside=True),
    "Slack: a label": Reader(lambda text: slack.shortened(text, 75), LINE.characters),
    "Slack: a notification": Reader(slack.fallback, LINE.characters),
    "Teams: a text": Reader(lambda text: written({"text": text}), MOST_RECEIVED),
    "Teams: a text with mentions": Reader(_mentions, MOST_RECEIVED),
    "Teams: HTML": Reader(_html, MOST_RECEIVED),
    "Teams: markup": Reader(teams.still, LINE.characters),
    "page: a gesture": Reader(_on_page, MOST_RECEIVED),
}
# These read nothing of a line that is longer, so they are measured where they read the most.
COMMAND, SPARSE, ASKED_AGAIN = plain_line.LIMIT, 4 * plain_line.LIMIT, later.LONGEST
IN_EACH_LANGUAGE: dict[str, tuple[Callable[[str, str], object], int]] = {
    "a heard line": (lambda text, one: _heard(text, one), COMMAND),
    "a line of invisible signs": (lambda text, one: _heard(text, one), SPARSE),
    "a day": (lambda text, one: read_day(text, one, TODAY), LINE.characters),
    "a past day": (lambda text, one: read_past_day(text, one, TODAY), DAY.characters),
    "a clock": (read_clock, CLOCK.characters),
    "a day and a clock": (lambda text, one: read_moment(text, one, TODAY), MOMENT.characters),
    "days off": (lambda text, one: read_rest_days(text, one, TODAY), DAYS_OFF.characters),
    "times": (lambda text, one: read_times(text, one, TODAY), COMMAND),
    "later": (lambda text, one: read_later(text, one, TODAY), ASKED_AGAIN),
    "a search": (lambda text, one: read_search(text, one, TODAY), COMMAND),
    "a typing error": (nearly, COMMAND),
}


def _in(language: str, read: Callable[[str, str], object], most: int) -> Reader:
    return Reader(lambda text: read(text, language), most)


READERS |= {
    f"{name}, {language}": _in(language, read, most)
    for language in languages()
    for name, (read, most) in IN_EACH_LANGUAGE.items()
}
