"""Hears that a line is a question to the bot, and what the question is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from bot.understand.classifier.explain import words_for
from bot.understand.classifier.folding import Clause
from bot.understand.classifier.weights import Sums, Weights, load
from bot.understand.classifier.windows import Weighed, weigh_text
from bot.understand.heard import BotQuestion, BotTopic

TOPICS = "topics.txt"
# Chosen on the writers' sets: docs/hearing.md. An answer must not be taken for a question.
QUESTION_FROM, QUESTION_FROM_WITH_MARK = 0.1, -0.4
# While a question of the bot is open, an answer must not be lost: a line counts from here on only.
SURE, SURE_WITH_MARK = 2.5, 1.0
# The best topic must lead the second by this much; else the overview with buttons is shown.
LEAD = 0.05
# The classifier asks about stopping from this score on.
STOP_FROM = -1.75
# From here on the bot asks; below, a button to stop stands beside the words.
ASK_ABOUT_STOP_FROM = 0.5


def question_in(pieces: Sequence[Weighed]) -> BotQuestion | None:
    """The question that a whole short text asks of the bot itself, or None.

    One model hears all languages, so the chat's language does not matter.
    """
    whole = _whole(pieces)
    sentences = pieces[0].sentences if whole is not None else []
    if whole is None or not sentences:
        return None
    asks = sentences[-1].asks
    if whole["question"] < (QUESTION_FROM_WITH_MARK if asks else QUESTION_FROM):
        return None
    why = chain.from_iterable(words_for("question", one, 0, len(one)) for one in sentences)
    topic = topic_of(sentences)
    if topic is BotTopic.OVERVIEW and not asks and whole["question"] < SURE:
        # Without a mark and without a topic it is more likely an answer.
        return None
    sure = whole["question"] >= (SURE_WITH_MARK if asks else SURE)
    return BotQuestion(topic, tuple(why), sure=sure)


def topic_of(sentences: Sequence[Clause], model: Weights | None = None) -> BotTopic:
    """What a question is about. OVERVIEW where two topics are nearly as likely."""
    model = model or load(TOPICS)
    total = Sums((0,) * len(model.heads), 0)
    for sentence in sentences:
        total += model.sums(model.look_up(sentence), 0, len(sentence))
    (best, most), (_, second) = sorted(model.scores(total).items(), key=lambda one: -one[1])[:2]
    return BotTopic(best) if most - second >= LEAD else BotTopic.OVERVIEW


def may_be_stop(pieces: Sequence[Weighed]) -> bool:
    """True if a whole short text sounds like a wish that the messages end."""
    whole = _whole(pieces)
    return whole is not None and whole["stop"] >= max(STOP_FROM, whole["question"])


def asks_about_stop(pieces: Sequence[Weighed]) -> bool:
    """True if it sounds so much like a stop that the bot asks before it takes it as words."""
    whole = _whole(pieces)
    return whole is not None and whole["stop"] >= ASK_ABOUT_STOP_FROM


def words_of_stop(text: str) -> list[str]:
    """The words of a text that speak most for a stop."""
    sentences = chain.from_iterable(piece.sentences for piece in weigh_text(text))
    return [word for one in sentences for word in words_for("stop", one, 0, len(one))]


def _whole(pieces: Sequence[Weighed]) -> dict[str, float] | None:
    return pieces[0].whole if len(pieces) == 1 else None
