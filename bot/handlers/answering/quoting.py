"""Quotes a client's words back, and keeps them at once where the client allowed that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.check_in import BESIDE, NOTHING, Answer, AnswerKind, Beside
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.question import Question
from bot.domain.words import Words
from bot.handlers.answering import thanks
from bot.handlers.answers import new_answer
from bot.handlers.conversation import Conversation, Reply
from bot.messages.answering import quoting as say_quoting
from bot.rules.answer_kinds import beside, is_heavy, kind_of
from bot.rules.question_choice import question_named


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """Words as they came. `question` is the id of what they answer, and `check_in` the id of the
    delivery that asked. `message` is the platform's id of the words. `step_id` is the step that
    they are about. `apart`: they were written in a form, so the chat does not show them.
    """

    words: Words
    question: str | None = None
    check_in: str | None = None
    message: str | None = None
    step_id: str | None = None
    apart: bool = False


async def quote_back(
    talk: Conversation, engagement: Engagement, written: WrittenWords
) -> tuple[Reply, AnswerKind]:
    """Acknowledges the words, quotes them, and says what becomes of them.

    With a grant to keep words they are kept privately from now on. Without one they are quoted
    once, and nothing is stored. Returns also the kind of answer that they are.
    """
    words = written.words
    question = await question_named(talk.tx, engagement, talk.say, talk.settings, written.question)
    heavy = is_heavy(words, heavy=talk.heavy, heard=talk.heard)
    kind = kind_of(written.question, question, heavy=heavy)
    line = thanks.next_line(talk, sober=heavy)
    if await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        if written.apart:
            return [say_quoting.taken_apart(talk.say, kind, line)], kind
        return [say_quoting.quoted_once(talk.say, words, kind, line)], kind
    answer = new_answer(
        talk, engagement, words, written.question, written.check_in, written.message
    )
    answer = replace(answer, step_id=written.step_id)
    await talk.tx.save_answer(answer)
    shown = await _shown(talk, engagement, answer, question, BESIDE[kind])
    if written.apart:
        return [say_quoting.kept_apart(talk.say, shown, line)], kind
    return [say_quoting.quoted_back(talk.say, shown, line)], kind


async def shown_kept(
    talk: Conversation, engagement: Engagement, answer: Answer
) -> say_quoting.Kept:
    """A kept answer with all that its quote shows."""
    question = await question_named(talk.tx, engagement, talk.say, talk.settings, answer.question)
    open_to = beside(answer, question, heavy=talk.heavy)
    return await _shown(talk, engagement, answer, question, open_to)


async def looked_back_at(
    talk: Conversation, engagement: Engagement, answer: Answer
) -> say_quoting.Kept:
    """A kept answer among "my words". The client asked to see it, so a loss hides no button.

    What is shared already, or belongs to an engagement that is over, can only be deleted here.
    """
    kept = await shown_kept(talk, engagement, answer)
    shares = await talk.tx.shares(engagement.id)
    over = await talk.engagement(engagement.id) is None
    kind = AnswerKind.FEEDBACK if kept.beside.unnamed else AnswerKind.ANSWER
    open_to = replace(BESIDE[kind], shares=not any(one.answer_id == answer.id for one in shares))
    return replace(kept, beside=NOTHING if over else open_to)


async def _shown(
    talk: Conversation,
    engagement: Engagement,
    answer: Answer,
    question: Question | None,
    open_to: Beside,
) -> say_quoting.Kept:
    return say_quoting.Kept(
        answer=answer,
        coach=await talk.coach_name(engagement),
        beside=open_to,
        zone=talk.zone,
        question=question,
    )
