""" "Answer in a form": the words go to the bot alone, and stand nowhere in the chat."""

from __future__ import annotations

from bot.chat import Submitted
from bot.domain.words import Words
from bot.handlers import check_ins
from bot.handlers.answering.quoting import WrittenWords
from bot.handlers.conversation import Conversation, Reply
from bot.messages.answering import quoting as say_quoting


async def ask(talk: Conversation, delivery_id: str, question_id: str) -> Reply:
    """Opens the form. The question stays open in the chat too."""
    talk.stays = True
    found = await check_ins.asked_in(talk, delivery_id)
    if found is None:
        return talk.stale()
    meant = check_ins.Meant(found[1], found[0], question_id)
    asked = await check_ins.wording_of_open(talk, meant)
    return [say_quoting.answer_form(talk.say, asked, delivery_id, question_id)]


async def submitted(talk: Conversation, delivery_id: str, question_id: str) -> Reply:
    """Takes what was written in the form as the answer to its question, however old it is."""
    what = talk.event.what
    if not isinstance(what, Submitted):
        return talk.stale()
    words = Words(what.values.get("words", ""))
    if not words.text.strip():
        return await ask(talk, delivery_id, question_id)
    found = await check_ins.asked_in(talk, delivery_id)
    if found is None:
        return talk.stale()
    written = WrittenWords(words, question_id, delivery_id, apart=True)
    return await check_ins.answered(talk, found[1], written)
