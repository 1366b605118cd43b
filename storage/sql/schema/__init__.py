"""Every table. Each row carries its organisation; ids are random, words are sealed.

A thief of the database learns how many pseudonymous people are asked, and when; not who, not
what. `organisation` leads every key, so that no query can cross it by accident.
"""

from storage.sql.schema.base import metadata
from storage.sql.schema.content import (
    agreed,
    answer,
    asking,
    bring_up,
    note,
    posted,
    share,
    sighting,
    sponsor_line,
    step,
    untidy,
)
from storage.sql.schema.deliveries import alarm, delivery, halt, lane, worker
from storage.sql.schema.inbox import coach_approval, guest_link, inbox, seen_event, wrong_code
from storage.sql.schema.ledger import keyring, ledger, ledger_head, ledger_tally
from storage.sql.schema.people import engagement, invitation, person, profile, question_set, rhythm

__all__ = [
    "agreed",
    "alarm",
    "answer",
    "asking",
    "bring_up",
    "coach_approval",
    "delivery",
    "engagement",
    "guest_link",
    "halt",
    "inbox",
    "invitation",
    "keyring",
    "lane",
    "ledger",
    "ledger_head",
    "ledger_tally",
    "metadata",
    "note",
    "person",
    "posted",
    "profile",
    "question_set",
    "rhythm",
    "seen_event",
    "share",
    "sighting",
    "sponsor_line",
    "step",
    "untidy",
    "worker",
    "wrong_code",
]
