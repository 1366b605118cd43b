"""Finds what a typed line asks for. A whole line counts; about a part of a line the bot asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.understand.anywhere.greetings import greeting_in
from bot.understand.codes import find_code
from bot.understand.pauses import Understood, find_pause, stripped
from bot.understand.phrases import DEFAULT, Intent, Phrases, phrases
from bot.understand.plain_line import LIMIT, Typed, typed_line
from bot.understand.small_talk import small_talk
from bot.understand.stop_anywhere import stops_anywhere
from bot.understand.sure_yes import SENTENCES, is_yes

SHORT = 8
SHORTISH = 20
LEAD_WORDS = 3
FEW_LETTERS, MOST_LETTERS = 6, 40

NOTHING = Understood(None, sure=False)
ANSWERS = (Intent.YES, Intent.NO, Intent.PASS)


def understand(text: str | Typed, language: str, today: date) -> Understood:
    """Finds what a line asks for, in the person's language or in English. Never raises.

    A whole line that is a stop in any language is a stop. `today` is the person's local date.
    """
    typed = typed_line(text)
    if len(typed.text) > LIMIT * 4 or len(typed.visible.strip()) > LIMIT:
        return NOTHING
    table = phrases(language)
    tables = [table] if table.language == DEFAULT else [table, phrases(DEFAULT)]
    code = find_code(typed.text, table)
    if code is not None:
        return Understood(Intent.CODE, code=code)
    asked = NOTHING
    for each in tables:
        meant = _meant(typed, each, today)
        if meant.intent is not None and meant.sure:
            return meant
        asked = meant if asked.intent is None else asked
    if asked.intent is not None:
        return asked
    if any(is_yes(typed, each) for each in tables):
        return Understood(Intent.YES)
    if stops_anywhere(typed, table) and small_talk(typed, language) is None:
        return Understood(Intent.STOP)
    return _behind_greeting(typed, language, today)


def _behind_greeting(typed: Typed, language: str, today: date) -> Understood:
    """Finds what is asked for behind a greeting, in whatever language that is.

    An answer behind a greeting stays a part of the person's own words.
    """
    greeted = greeting_in(typed)
    if greeted is None or not greeted.rest:
        return NOTHING
    behind = understand(greeted.rest, language, today)
    return NOTHING if behind.intent in ANSWERS else behind


def _meant(typed: Typed, table: Phrases, today: date) -> Understood:
    line = table.plain(typed)
    if not line:
        return _sign(typed.text, table)
    return (
        _as_written(typed, table)
        or _whole(line, table)
        or find_pause(line, table, today)
        or _loose_pause(line, table, today)
        or _by_sentence(typed, table)
        or _wish(line, table)
        or _asked(line, table)
        or _maybe(line, table)
        or NOTHING
    )


def _sign(text: str, table: Phrases) -> Understood:
    found = (intent for sign, intent in table.signs.items() if sign in text)
    intent = next(found, None)
    return Understood(intent, sure=intent is Intent.HELP) if intent else NOTHING


def _as_written(typed: Typed, table: Phrases) -> Understood | None:
    """Reads accents where they were typed: "đừng" is a no, and "dừng" is a stop."""
    if table.accented or not typed.has_accents:
        return None
    return _whole(table.as_written.plain(typed), table.as_written)


def _whole(line: str, table: Phrases) -> Understood | None:
    for shorter in table.strip(line, table.before, table.after):
        intent = table.intent_of(shorter)
        if intent is not None:
            return Understood(intent)
    return None


def _loose_pause(line: str, table: Phrases, today: date) -> Understood | None:
    """Reads a pause behind a few other words: "mach mal pause bis montag". It is not sure.

    Only the word for a pause counts, with a day that can be read.
    """
    words = line.split(" ")
    if not table.spaced or len(words) > SHORT:
        return None
    for lead in range(1, min(LEAD_WORDS, len(words) - 1) + 1):
        begins = _whole(words[lead], table)
        if begins is None or begins.intent is not Intent.PAUSE:
            continue
        found = find_pause(" ".join(words[lead:]), table, today)
        if found is not None and found.until is not None and found.reason is None:
            return replace(found, sure=False)
    return None


# These change nothing: they may stand in one of several short sentences.
SHOWING = {Intent.HOLD, Intent.SEEN, Intent.RECEIPT}


def _by_sentence(typed: Typed, table: Phrases) -> Understood | None:
    """Reads several sentences that mean one thing, or a stop among other sentences."""
    sentences = [one for one in SENTENCES.split(typed.visible) if one.strip()]
    if len(sentences) < 2:
        return None
    lines = [table.plain(sentence) for sentence in sentences]
    lines = [line for line in lines if line and list(stripped(line, table))[-1]]
    meant = [_whole(line, table) for line in lines]
    intents = {each.intent if each else None for each in meant}
    if len(intents) == 1 and None not in intents:
        return meant[0]
    if sum(len(line.split()) for line in lines) > SHORTISH:
        return None
    asked = intents & {Intent.STOP, Intent.ERASE}
    if asked:
        return Understood(Intent.STOP if Intent.STOP in asked else Intent.ERASE, sure=False)
    shown = intents - {None}
    return Understood(next(iter(shown))) if len(shown) == 1 and shown <= SHOWING else None


def _wish(line: str, table: Phrases) -> Understood | None:
    """Reads "I'd like to …".

    It is sure of most things, but the bot asks before a stop or an erase.
    """
    for shorter in table.strip(line, table.before_wish, table.after):
        intent = table.intent_of(shorter)
        if intent is not None:
            return Understood(intent, sure=intent not in (Intent.STOP, Intent.ERASE))
    return None


def _asked(line: str, table: Phrases) -> Understood | None:
    lines = stripped(line, table)
    asked = any(table.asked.key_of(shorter) for shorter in lines)
    return Understood(Intent.STOP, sure=False) if asked else None


def _maybe(line: str, table: Phrases) -> Understood | None:
    if not table.spaced:
        return _maybe_without_spaces(line, table)
    words = line.split(" ")
    if len(words) > SHORTISH or table.others.intersection(words):
        return None
    if len(words) <= SHORT:
        for intent, parts in table.maybe.items():
            if any(
                _about_nothing_else(words, part.split(" "), table) for part in parts if part in line
            ):
                return Understood(intent, sure=False)
    if any(f" {part} " in f" {line} " for part in table.clear):
        return Understood(Intent.STOP, sure=False)
    return None


def _maybe_without_spaces(line: str, table: Phrases) -> Understood | None:
    """Accepts only short lines: without spaces, other words soon contain a phrase by chance."""
    if any(other in line for other in table.others | table.unless):
        return None
    for intent, parts in table.maybe.items():
        if any(part in line and len(line) <= len(part) + FEW_LETTERS for part in parts):
            return Understood(intent, sure=False)
    clear = any(part in line for part in table.clear) and len(line) <= MOST_LETTERS
    return Understood(Intent.STOP, sure=False) if clear else None


def _about_nothing_else(words: Sequence[str], part: Sequence[str], table: Phrases) -> bool:
    """True if the line has the phrase, and no other word gives it another object."""
    for place in _places(words, part):
        before, after = words[:place], words[place + len(part) :]
        strange = [word for word in before if word not in table.neutral]
        denied = table.unless.intersection(before)
        if len(strange) < 2 and not denied and table.neutral.issuperset(after):
            return True
    return False


def _places(words: Sequence[str], part: Sequence[str]) -> Iterator[int]:
    size = len(part)
    return (at for at in range(len(words) - size + 1) if list(words[at : at + size]) == list(part))
