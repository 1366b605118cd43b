"""Why each column that anybody can read without keys is in the clear.

A column is in the clear because a statement must find rows by it, or sort them: then its name
stands in a statement of `storage.sql`, and it needs no line here. Each other one has its reason.
"""

from __future__ import annotations

from collections.abc import Mapping

NAMES_ITS_ROW = "it names the row, or what the row belongs to"
SAYS_NOTHING = "it is a keyed hash, a random number or a count of rows"
OF_CONTENT = (
    "the sweep finds what is past its end by it, and foreign keys remove what belongs to it"
)
TOLD_ANYWAY = "the rows beside it tell it anyway: "

REASONS: Mapping[str, str] = {
    "delivery.reason": TOLD_ANYWAY + "whether it was sent, and that its grant was withdrawn",
    "engagement.agreement_version": "one statement changes it for all clients of a coach at once",
    "engagement.stopped": TOLD_ANYWAY + "the acts in the ledger, and nothing planned",
    "invitation.ends_on": "a coach offers few ends, and it is gone when the code lapses",
    "invitation.engagement_id": NAMES_ITS_ROW,
    "halt.halted_at": "it is about the whole organisation, and is read without the keys",
    "halt.halted_by": "an operator's account: it is read without the keys",
    "halt.because": "a note of operators to each other: it is read without the keys",
    "keyring.keys_hash": SAYS_NOTHING,
    "lane.used_until": "it is about a whole workspace",
    "lane.closed_at": "it is about a whole workspace",
    "lane.closed_until": "it is about a whole workspace",
    "ledger_head.seq": TOLD_ANYWAY + "the number of entries in the chain",
    "ledger_head.hash": "it is sealed, as text",
    "ledger_head.seal": SAYS_NOTHING,
    "ledger_tally.chains": SAYS_NOTHING,
    "ledger_tally.entries": SAYS_NOTHING,
    "ledger_tally.seal": SAYS_NOTHING,
    "profile.at": "when a coach last changed the card: it is about the coach",
    "coach_approval.at": "when an operator approved a coach, whom a keyed hash names",
    "guest_link.asks": "how often an address was typed on its page, three times at most",
    "guest_link.approves": "whether the operator made it: an empty maker tells it anyway",
    "bring_up.at": "when the coach noted it: it is about the coach",
    "asking.at": "to the hour",
    "agreed.at": "to the hour",
    "agreed.engagement_id": OF_CONTENT,
    "agreed.until": OF_CONTENT,
    "answer.engagement_id": OF_CONTENT,
    "note.engagement_id": OF_CONTENT,
    "sponsor_line.engagement_id": OF_CONTENT,
    "answer.until": OF_CONTENT,
    "asking.until": OF_CONTENT,
    "note.until": OF_CONTENT,
    "sponsor_line.until": OF_CONTENT,
    "share.until": OF_CONTENT,
    "answer.question": "the name of a question of a set, which many are asked",
    "answer.check_in": NAMES_ITS_ROW,
    "answer.step_id": NAMES_ITS_ROW,
    "answer.state": "kept, or a draft of an older version, which goes first",
    "answer.edited_at": "an older edit must not overwrite a newer one",
    "share.coach_id": NAMES_ITS_ROW,
    "share.brings": "whether it waits for the next session, where the coach is told it",
}

# The key store. It has no column for what a person said, did or set.
OF_KEYS: Mapping[str, str] = {
    "about.name": "the names of facts about the key store",
    "about.value": "wrapped, or about the key store as a whole; the time of a turn is to the hour",
    "data_key.id": SAYS_NOTHING,
    "data_key.owner": NAMES_ITS_ROW,
    "data_key.month": "a key is destroyed with what was sealed in its month",
    "data_key.wrapped": "wrapped",
    "data_key.retired": "a retired key seals no more",
    "forgotten.owner": NAMES_ITS_ROW,
    "withdrawn.chain": NAMES_ITS_ROW,
    "withdrawn.purpose": TOLD_ANYWAY + "the acts in the ledger",
    "withdrawn.at": "it is sealed, as text",
    "floor.owner": NAMES_ITS_ROW,
    "floor.thing": SAYS_NOTHING,
    "floor.number": "it is sealed",
    "replica.id": SAYS_NOTHING,
    "replica.seen_at": "about a process, and no person",
    "replica.folder": SAYS_NOTHING,
    "replica.epochs": SAYS_NOTHING,
}
