"""Asks the open question again later, once, inside the client's hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.wall_time import local_date
from bot.handlers import check_ins
from bot.handlers.conversation import Conversation, Reply
from bot.rules.planning import plan_again

# "Later" without a time means this long from now.
A_WHILE = timedelta(hours=3)


async def again(talk: Conversation, at: datetime | None = None) -> Reply:
    """Plans the open question again at the first moment of the client's hours from `at` (UTC).

    Without `at`: in a while. Without an open question, nothing is planned.
    """
    asked = await check_ins.open_question(talk)
    if asked is None or asked.delivery is None:
        return talk.note("later-nothing")
    rhythm = await talk.tx.rhythm(asked.engagement.id)
    not_before = at or talk.now + A_WHILE
    planned = None
    if rhythm is not None:
        planned = await plan_again(
            talk.tx, talk.chance, asked.engagement, rhythm, asked.delivery.id, not_before
        )
    talk.answered = True
    if planned is None or rhythm is None:
        return talk.note("later-not-again")
    day = talk.say.moment(planned, rhythm.zone)
    same_day = local_date(planned, rhythm.zone) == talk.today
    return talk.note("later-today" if same_day else "later-planned", day=day)
