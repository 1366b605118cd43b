"""The one road of endings: everything that ends together with an answer, a step or a share.

An edit, a deletion, "don't keep", "take it back", "keep private", another tap, a step let go, a
withdrawal and an erase of a part all collect here what ends, say what `Ending` holds, and then end
it with `bot.handlers.conversation.Conversation.end`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.documents.everything_stored import FILES
from bot.documents.letter import LETTER
from bot.domain.engagement import Engagement
from bot.domain.share import Sighting
from bot.domain.step import Step
from bot.domain.words import Words
from bot.messages.steps import as_words
from bot.ports import Own, Transaction
from bot.rules.erase_scope import EraseScope
from bot.text import Catalogue

# The platform's clock may be this far behind ours.
SKEW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Part:
    """What ends in one engagement. `seen` are the sightings of its shares, oldest first."""

    scope: EraseScope
    seen: Sequence[Sighting]

    @property
    def engagement(self) -> Engagement:
        return self.scope.engagement

    @property
    def digests(self) -> frozenset[str]:
        """The messages to the coach that showed any of it."""
        return frozenset(sighting.digest for sighting in self.seen)


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends together, engagement by engagement. `span` narrows nothing and clears more:
    the bot's messages of that time go too.
    """

    parts: Sequence[Part]
    say: Catalogue
    span: Own | None = None

    @property
    def ids(self) -> list[str]:
        """The ids of the rows that are erased."""
        return [key for part in self.parts for key in part.scope.ids]

    @property
    def amends(self) -> int:
        """How many messages to coaches are edited."""
        return sum(len(part.digests) for part in self.parts)

    @property
    def typed(self) -> bool:
        """True if the person typed any of it as a message in the chat."""
        return any(answer.source for part in self.parts for answer in part.scope.answers)

    @property
    def clearing(self) -> list[Own]:
        """Selects the bot's own messages in this chat that quote the words, or are of `span`.

        A file with everything that is stored holds them too, and so does a letter to oneself.
        """
        every = (text for part in self.parts for text in _texts(part.scope, self.say))
        texts = tuple(dict.fromkeys(every))
        quotes = [Own(since=self._since, quoting=texts, files=(*FILES, LETTER))] if texts else []
        return [self.span, *quotes] if self.span is not None else quotes

    @property
    def _since(self) -> datetime | None:
        """Before then nothing quoted it. A step was quoted before it was last changed: None."""
        if any(part.scope.steps for part in self.parts):
            return None
        at = [answer.at for part in self.parts for answer in part.scope.answers]
        at += [line.at for part in self.parts for line in part.scope.lines]
        return min(at) - SKEW if at else None


async def ending_of(
    tx: Transaction, say: Catalogue, scopes: Iterable[EraseScope], span: Own | None = None
) -> Ending:
    """Collects what ends with these rows. Reads only. `say` is the person's own language."""
    parts = []
    for scope in scopes:
        mine = {share.id for share in scope.shares}
        seen = await tx.sightings(scope.engagement.id) if mine else ()
        parts.append(Part(scope, [one for one in seen if one.share_id in mine]))
    return Ending(parts, say, span)


def _texts(scope: EraseScope, say: Catalogue) -> list[Words]:
    """Every text of the person that a message of the bot's may have quoted."""
    texts = [answer.words for answer in scope.answers if answer.words is not None]
    for step in scope.steps:
        texts += _texts_of(step, say)
    with_words = {answer.id for answer in scope.answers if answer.words is not None}
    about_steps = [share for share in scope.shares if share.answer_id not in with_words]
    if scope.steps:
        texts += [share.body for share in about_steps]
    return [*texts, *(line.sentence for line in scope.lines)]


def _texts_of(step: Step, say: Catalogue) -> list[Words]:
    """The step as the bot quotes it, whole and in part."""
    parts = (as_words(say, step), step.then, step.strength, step.obstacle)
    return [part for part in parts if part is not None]
