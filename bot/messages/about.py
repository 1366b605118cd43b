"""An answer to a question to the bot: what its row holds, and the message made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.chat import Block, Message, Text
from bot.domain.action_row import Action
from bot.messages.common import buttons, message, organisation_may_read, own_name
from bot.messages.who_asks import Facts, WhoAsks, WithCoach
from bot.text import Catalogue


class HelpButton(NamedTuple):
    """A button under an answer: the key of its label, and its action."""

    label: str
    action: Action


class Sentence(NamedTuple):
    """One sentence. `when` says for which engagement it is true; without one it always is."""

    key: str
    when: Callable[[WithCoach], bool] | None = None


# A platform may bring a sentence of its own for it, so `Facts` has it whole.
WHO_KEEPS_CHAT = Sentence("hold-chat")
Lines = tuple[Sentence, ...]
Helps = Callable[[Facts], tuple[HelpButton, ...]]
More = Callable[[Catalogue, Facts], list[Block]]


def said(*keys: str | Sentence) -> Lines:
    """Makes lines from keys that are always true, and from lines that are not."""
    return tuple(key if isinstance(key, Sentence) else Sentence(key) for key in keys)


def everybody(*keys: str | Sentence) -> Mapping[WhoAsks, Lines]:
    """The same lines for whoever asks."""
    return dict.fromkeys(WhoAsks, said(*keys))


def by_asker(
    *,
    stranger: Lines,
    joining: Lines,
    client: Lines,
    coach: Lines,
    stopped: Lines | None = None,
    over: Lines | None = None,
) -> Mapping[WhoAsks, Lines]:
    """Lines for each who may ask. After a stop and after the end a client's own are the default."""
    return {
        WhoAsks.STRANGER: stranger,
        WhoAsks.JOINING: joining,
        WhoAsks.CLIENT: client,
        WhoAsks.STOPPED: stopped or client,
        WhoAsks.OVER: over or client,
        WhoAsks.COACH: coach,
    }


def nothing_more(say: Catalogue, facts: Facts) -> list[Block]:
    """For an answer that fixed sentences say whole."""
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutRow:
    """The whole answer to one topic.

    `lines` say it, for each who may ask. `more` adds what no fixed sentence can
    say. `reads` is true for an answer that says who can read: the sentence about the organisation
    is then its last one. `helps` gives the button that helps. `asks` is the key of the topic as a
    question: the label of a button that leads to this answer.

    Raises ValueError where somebody who may ask gets no sentence, or the question none.
    """

    lines: Mapping[WhoAsks, Lines]
    reads: bool
    helps: Helps
    asks: str
    more: More = nothing_more

    def __post_init__(self) -> None:
        if not self.asks or not all(self.lines.get(who) for who in WhoAsks):
            raise ValueError("an answer needs a question, and a sentence for each who may ask")


def answer(say: Catalogue, row: AboutRow, facts: Facts) -> Message:
    """Says a few sentences, with the button that helps."""
    blocks: list[Block] = [Text(sentence) for sentence in _sentences(say, row, facts)]
    blocks += row.more(say, facts)
    if row.reads:
        blocks.append(organisation_may_read(say))
    helps = [(say(button.label), button.action) for button in row.helps(facts)]
    return message(say, row.asks, *blocks, *((buttons(*helps),) if helps else ()))


def _sentences(say: Catalogue, row: AboutRow, facts: Facts) -> list[str]:
    """Each line once for each coach whom it names; a line that names none stands there once."""
    return list(dict.fromkeys(_each(say, row.lines[facts.who], facts)))


def _each(say: Catalogue, lines: Lines, facts: Facts) -> Iterator[str]:
    general = _values(say, facts)
    for line in lines:
        if line == WHO_KEEPS_CHAT:
            yield facts.chat
            continue
        if not facts.mine and line.when is None:
            yield say(line.key, **general)
        for one in facts.mine:
            if line.when is None or line.when(one):
                yield say(line.key, **general, **_of_one(say, one))


def _values(say: Catalogue, facts: Facts) -> dict[str, str | int]:
    return {
        "platform": facts.platform,
        "most": facts.most_days,
        "language": own_name(say.language),
        "languages": say.items([own_name(code) for code in facts.languages]),
    }


def _of_one(say: Catalogue, one: WithCoach) -> dict[str, str | int]:
    return {
        "coach": one.coach.text,
        "erased": say.full_day(one.erased),
        "days": one.keep_days or 0,
        "shared": one.shared,
    }
