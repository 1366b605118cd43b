"""Answers to check-ins: the bot quotes each one back, and keeps it where that is allowed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.check_in import AnswerKind, AnswerState
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement
from bot.domain.question import Around
from bot.domain.words import Words
from bot.handlers import first
from bot.handlers.answering import following, keeping_on, quoting
from bot.handlers.answers import (
    any_own_answer,
    ending_of_answer,
    ending_of_shares,
    make_kept,
    own_answer,
)
from bot.handlers.conversation import Conversation, Reply
from bot.messages import check_ins as say_check_ins
from bot.messages import endings as say_endings
from bot.rules.asked_lately import as_asked, note_question
from bot.rules.question_choice import asked_of, question_named, wording_of
from bot.rules.replies import ASKING, asks

# The side of a session that a delivery belongs to.
AROUND = {Kind.SESSION_PREP: Around.BEFORE, Kind.SESSION_AFTER: Around.AFTER}
# A tap counts for this long: it names its question itself.
FRESH = timedelta(days=8)
# Words count as the answer to a question for this long, and only the first ones.
OPEN_FOR = timedelta(hours=24)


async def another(talk: Conversation, delivery_id: str) -> Reply:
    """Asks one more question of the set, at the client's request."""
    found = await asked_in(talk, delivery_id)
    if found is None:
        return talk.stale()
    delivery, engagement = found
    questions = await asked_of(talk.tx, engagement, talk.say, talk.settings)
    around = AROUND.get(delivery.kind)
    question = questions.another(around)
    if question is None:
        return talk.note("another-none")
    asked = as_asked(talk.tx, question, delivery_id, talk.now)
    await note_question(talk.tx, engagement, asked)
    subject = f"{delivery_id}|{question.id}"
    talk.awaits("answer", subject)
    of = questions.around[around] if around else questions.of
    offer = say_check_ins.Offer(delivery_id, question=question, more=len(questions.askable(of)) > 1)
    return [replace(say_check_ins.another(talk.say, offer), reference=asks("answer", subject))]


async def passed(talk: Conversation, delivery_id: str) -> Reply:
    """Handles a pass. It is a full answer, and nothing of it is stored."""
    if await asked_in(talk, delivery_id) is None:
        return talk.stale()
    talk.answered = True
    return talk.note("passed")


async def wrote(
    talk: Conversation, text: Words, message: str | None, *, doubtful: bool = False
) -> Reply:
    """Handles a client's words, asked for or not.

    `doubtful`: they may mean something else, which stands beside them; so no step is offered.
    """
    meant = await _meant(talk)
    if meant is None:
        return talk.note("hello")
    delivery_id = meant.delivery.id if meant.delivery else None
    written = quoting.WrittenWords(text, meant.question, delivery_id, message)
    return await answered(talk, meant.engagement, written, doubtful=doubtful)


async def answered(
    talk: Conversation,
    engagement: Engagement,
    written: quoting.WrittenWords,
    *,
    doubtful: bool = False,
) -> Reply:
    """Acknowledges words that answer a question, or that came unasked. See `wrote`."""
    if engagement.stopped:
        return talk.note("stopped-still")
    talk.answered = True
    reply = await first.plain_answer(talk, engagement, written.question, written.words)
    quoted, kind = await quoting.quote_back(talk, engagement, written)
    if doubtful and kind is AnswerKind.LEADING:
        kind = AnswerKind.ANSWER
    return [*reply, *quoted, *await following.after(talk, engagement, kind, written.question)]


async def keep(talk: Conversation, answer_id: str) -> Reply:
    """Says that the answer is kept for the client alone. Takes back each share of it.

    Older versions asked whether to keep a draft: their buttons still do that.
    """
    found = await own_answer(talk, answer_id)
    if found is None:
        return talk.stale()
    engagement, answer = found
    ending = await ending_of_shares(talk, engagement, answer.id)
    if answer.state is AnswerState.DRAFT and (refused := await keeping_on.refused(talk, *found)):
        return refused
    private = await make_kept(talk, engagement, answer)
    what = await talk.what_ends(ending, quoted=False)
    done = [say_endings.kept(talk.say, private, what, talk.zone)]
    await talk.end(ending)
    return done


async def drop(talk: Conversation, answer_id: str) -> Reply:
    """Ends the answer and its shares, also in an engagement that is over."""
    found = await any_own_answer(talk, answer_id)
    if found is None:
        return talk.stale()
    engagement, answer = found
    ending = await ending_of_answer(talk, engagement, answer)
    done = [
        say_endings.ended(talk.say, "not-kept", await talk.what_ends(ending), talk.zone),
    ]
    if await talk.engagement(engagement.id) is not None:
        await talk.end(ending)
    return done


async def asked_in(talk: Conversation, delivery_id: str) -> tuple[Delivery, Engagement] | None:
    """The delivery that asked this client something, and its engagement. None for any other."""
    delivery = await talk.tx.delivery(delivery_id)
    if delivery is None or delivery.to != talk.person.id or delivery.kind not in ASKING:
        return None
    engagement = await talk.engagement(delivery.owner)
    if engagement is None or not delivery.state.may_have_arrived:
        return None
    return delivery, engagement


@dataclass(frozen=True, slots=True)
class Meant:
    """The target of a client's words: an open check-in, one of its questions, or nothing."""

    engagement: Engagement
    delivery: Delivery | None = None
    question: str | None = None


async def _meant(talk: Conversation) -> Meant | None:
    """Finds the open question in this chat, or else the newest engagement."""
    dialogue = talk.person.dialogue
    asked = await open_question(talk)
    if asked is not None:
        return asked
    joined = await talk.joined()
    if not joined:
        return None
    if first_is_open(talk) and dialogue.subject in first.QUESTIONS:
        return Meant(joined[0], question=dialogue.subject)
    return Meant(joined[0])


def first_is_open(talk: Conversation) -> bool:
    """True while one of the first questions is open, for `OPEN_FOR` after it was asked."""
    dialogue = talk.person.dialogue
    if dialogue.awaiting != "first" or dialogue.asked_at is None:
        return False
    return talk.now - dialogue.asked_at < OPEN_FOR


async def open_question(talk: Conversation) -> Meant | None:
    """The check-in whose question is open in this chat, for `OPEN_FOR` after it came; or None."""
    dialogue = talk.person.dialogue
    if dialogue.awaiting != "answer" or not dialogue.subject:
        return None
    delivery_id, _, question = dialogue.subject.partition("|")
    found = await asked_in(talk, delivery_id)
    if found is None:
        return None
    delivery, engagement = found
    if talk.now - (dialogue.asked_at or delivery.not_before) >= OPEN_FOR:
        return None
    return Meant(engagement, delivery, question or None)


async def wording_of_open(talk: Conversation, asked: Meant) -> Words | None:
    """The words of the open question; None where it is about a step, or gone."""
    settings, name = talk.settings, asked.question
    question = await question_named(talk.tx, asked.engagement, talk.say, settings, name)
    return wording_of(talk.say, name, question)


def is_fresh(talk: Conversation, delivery: Delivery) -> bool:
    """True if the delivery is young enough (`FRESH`) to be answered."""
    return talk.now - delivery.not_before < FRESH
