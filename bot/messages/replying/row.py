"""The one row of buttons under what a client shared, wherever a coach reads it."""

from __future__ import annotations

from bot.chat import Buttons
from bot.domain import actions
from bot.domain.words import Words
from bot.messages.common import buttons
from bot.text import Catalogue


def reply_row(
    say: Catalogue, engagement_id: str, client: Words, shown_in: str, *, notes: bool
) -> Buttons:
    """What a coach can do about one client's shares: bring them up, and answer them.

    `shown_in` names the message in which the shares stand: a delivery's id, or the reference of an
    answer, as `shared_in` noted it. `notes` is true where the client accepts notes from this coach
    (`bot.rules.digest.open_to_notes`): without that there is no button that answers.
    """
    answers = [
        (say("read-thanks"), actions.READ_THANKS(engagement_id, shown_in)),
        (say("note-write", client=client), actions.NOTE(engagement_id)),
    ]
    bring = (say("bring-up"), actions.BRING_UP(engagement_id, shown_in))
    return buttons(bring, *(answers if notes else []))
