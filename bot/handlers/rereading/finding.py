"""Finds a client's own kept words by days and by words. What was typed to search is stored nowhere.

The client's own rows are opened and searched in memory: an index would tell what they say. A button
for earlier ones names the place of the sought word in a kept answer, and not the word.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date

from bot.domain import actions
from bot.domain.check_in import Answer
from bot.domain.engagement import Engagement
from bot.domain.wall_time import local_date
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.looking_back import SHOWN, as_page, kept_words
from bot.messages import looking_back as say_looking_back
from bot.understand import Sought
from bot.understand.phrases import phrases
from bot.understand.searching.matching import Closeness, Match, best_matches, folded

# In a button: no place, because only days are sought.
DAYS_ONLY = "all"

Kept = tuple[Engagement, Answer]


async def find(talk: Conversation, sought: Sought, *, is_open: bool) -> Reply | None:
    """Shows the newest of what was found. None where the line is more likely ordinary words.

    `is_open` is true while a question is open, to which the line may be the answer.
    """
    page, matches = await _found(talk, sought)
    doubtful = sought.loose or (is_open and not sought.sure)
    if doubtful and not page:
        return None
    talk.stays = True
    if not page:
        return [say_looking_back.nothing_found(talk.say)]
    return await _shown(talk, 0, page, matches, sought)


async def earlier(talk: Conversation, start: int, place: str, days: str | None = None) -> Reply:
    """Shows the next page of a search. The button has its days, and the place of its words."""
    terms, stretch = await _terms_at(talk, place), _days_of(days)
    if terms is None or stretch is None:
        return talk.stale()
    sought = Sought(terms, *stretch)
    page, matches = await _found(talk, sought)
    return await _shown(talk, start, page, matches, sought) if page[start:] else talk.stale()


async def _found(talk: Conversation, sought: Sought) -> tuple[list[Kept], list[Match]]:
    """The answers, newest first, and where each of them holds the terms."""
    kept = [one for one in await kept_words(talk) if _is_within(talk, one[1], sought)]
    if not sought.terms:
        return kept, []
    texts = [answer.words.text if answer.words else "" for _, answer in kept]
    matches = await asyncio.to_thread(best_matches, texts, sought.terms, spaced=_spaced(talk))
    return [kept[match.number] for match in matches], matches


def _is_within(talk: Conversation, answer: Answer, sought: Sought) -> bool:
    if sought.first is None or sought.last is None:
        return True
    return sought.first <= local_date(answer.at, talk.zone) <= sought.last


async def _shown(
    talk: Conversation,
    start: int,
    found: Sequence[Kept],
    matches: Sequence[Match],
    sought: Sought,
) -> Reply:
    page = found[start : start + SHOWN]
    later = start + SHOWN
    more = None
    if later < len(found):
        place = _place(page[-1][1], matches[start + len(page) - 1]) if matches else DAYS_ONLY
        more = actions.FIND(later, place, _days(sought))
    near = bool(matches) and matches[0].closeness is Closeness.NEAR
    return await as_page(talk, page, more, "found-near" if near else "found-heading")


def _days(sought: Sought) -> str | None:
    """The days of a search as a button carries them: "2026-03-01_2026-03-31"."""
    return f"{sought.first}_{sought.last}" if sought.first and sought.last else None


def _days_of(written: str | None) -> tuple[date | None, date | None] | None:
    """The days that `_days` wrote, or two times None for all of them. None if it is forged."""
    if written is None:
        return None, None
    first, _, last = written.partition("_")
    try:
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None


def _place(answer: Answer, match: Match) -> str:
    """The answer's id, then the first letter and the length of each sought word in it."""
    return ".".join((answer.id, *(f"{at}-{length}" for at, length in match.places)))


async def _terms_at(talk: Conversation, place: str) -> tuple[str, ...] | None:
    """The words at a place that `_place` named, in this client's own words. None if it is gone."""
    if place == DAYS_ONLY:
        return ()
    answer_id, *written = place.split(".")
    mine = (answer.words for _, answer in await kept_words(talk) if answer.id == answer_id)
    words = next(mine, None)
    if words is None:
        return None
    text = folded(words.text, spaced=_spaced(talk))
    try:
        ends = [(int(at), int(length)) for at, length in (one.split("-") for one in written)]
    except ValueError:
        return None
    terms = tuple(text[at : at + length].strip() for at, length in ends)
    return terms if terms and all(terms) else None


def _spaced(talk: Conversation) -> bool:
    return phrases(talk.person.language).spaced
