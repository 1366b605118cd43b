"""Makes the table "who can see what" of docs/roles/README.md, item by item.

`python -m tests.roles` prints it. We choose the words and the groups. The code says who can read a
column: it is sealed or not, in the person's own file or not, and given to a coach or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from bot.domain.profile import Listed, LostNote
from bot.domain.share import SharedItem
from storage.keys.sealed import SealedColumn
from storage.sql.schema import metadata
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.seals.row_seals import sealed_tables
from storage.sql.stored import ABOUT, columns_of

BEGIN, END = "<!-- the table begins -->", "<!-- the table ends -->"
# The fields of `SharedItem`, which a coach gets, with their columns: first those that are shown,
# then those that only serve to sort and filter.
SHOWN = {"client_name": "person.name", "heading": "share.heading", "body": "share.body"}
FOR_ORDER = {"share_id", "engagement_id", "approved_at", "until", "purpose", "new", "seen"}
FOR_ORDER |= {"brings", "unnamed", "session_at"}
# The fields of `Listed`, which a coach gets of the clients who allow it.
LISTED = {
    "engagement_id": "engagement.id",
    "client_name": "person.name",
    "ends_on": "engagement.ends_on",
    "session_at": "engagement.session_at",
    "met_at": "engagement.settings",
}
# A coach's own data: codes they made, their digest and its record, their card and questions.
COACHS_OWN = {"invitation", "posted", "ledger", "rhythm", "delivery"}
COACHS_OWN |= {"profile", "question_set", "bring_up"}


@dataclass(frozen=True, slots=True)
class Item:
    title: str
    columns: tuple[str, ...]


GROUPED = """
Name in the chat
    person: name
Address in the chat
    person: address
A random number, and a fingerprint of the address
    person: id address_hash
What the bot asked last
    person: dialogue
Until when somebody pauses, and when they stopped
    person: pause
Language and time zone
    person: language zone settings
Words that a client wrote
    answer: words
Taps
    answer: mark
That there is an answer, to which question, and when
    answer: id engagement_id client_id question check_in step_id state at until source
    answer: edited_at
Which questions may be asked: the set, the depth, what is struck, the path, what was asked lately
    asking: choices
That there is such a choice
    asking: id engagement_id client_id at until
The texts that a client said yes to, as they read them
    agreed: said
That there is such a copy
    agreed: id engagement_id client_id at until
Small steps: the words, the day, what helps, what is in the way, how big, and how they went
    step: when_words then_words state more
That there is a step, and when
    step: id engagement_id client_id at until
What was shared, in the approved form
    share: heading body
When it was approved
    share: approved_at until purpose id
Whether it is to be brought to a session, and whether it goes without a name
    share: brings unnamed
Which answer it was, and in which digest it left
    share: engagement_id client_id coach_id answer_id digest seen_at
When it was shown to the coach
    sighting: share_id digest at
Digests in the coach's chat
    posted: digest coach_id until
The platform's number of such a message
    posted: message
Who coaches whom (by random numbers), and until when
    engagement: coach_id client_id state ends_at keeps_until agreement_version stopped listed
The random number of the coaching
    engagement: id
When the coaching began, its last day, the next session and the one before
    engagement: settings started_at ends_on session_at keep_days
A coach's note until it is delivered
    note: words
That there is such a note
    note: id engagement_id client_id coach_id at until
A line for the one who pays, as the client approved it
    sponsor_line: line
That there is such a line
    sponsor_line: id engagement_id client_id at until
A coach's card, and who pays if the coach named somebody
    profile: card
Whose card it is
    profile: coach_id at
Questions that a coach wrote
    question_set: body
Whose they are
    question_set: id coach_id at
What a coach wants to bring up
    bring_up: share_id coach_id at
Codes that a coach made
    invitation: id code_hash coach_id ends_on expires_at
An empty column (older versions noted there whether a code was used)
    invitation: engagement_id
That an operator approved a coach, and when
    coach_approval: approval at
Links for guest coaches (fingerprints), until they are used or over
    guest_link: link_hash made_by asked_by asks approves until
What was asked, allowed, refused and withdrawn
    ledger: chain seq act purpose
When, in which sentence and language, for whom and until when
    ledger: body wording_hash wording_catalogue wording_language at until previous hash readers
    ledger: kept_until
Seals over that record
    ledger_head: chain seq hash number seal
    ledger_tally: chains entries seal
That there is a time to write, agreed to or only shown
    rhythm: owner confirmed
When the bot may write: days, hours, zone, days off, holidays
    rhythm: settings rrule starts_on window_from window_to zone paused_until
    rhythm: quiet_from quiet_to days_off holidays
Which messages were planned or sent, and when
    delivery: id kind to owner slot not_before not_after due_at subject state attempts claimed_at
    delivery: settled_at reason
Which process sends one, and since when
    delivery: claimed_by begun_at
    worker: id seen_at
    alarm: held_by held_at
That the operators have halted everything: since when, by which account, and why
    halt: halted_at halted_by because resumed_at
Workspaces (fingerprints), and how fast they may be written to
    person: workspace
    delivery: workspace
    lane: workspace used_until closed_at closed_until left_at
What somebody has just written or pressed, for the moment until it is handled
    inbox: body
That there is such an event
    inbox: number event place at handled_at tries
Which events were seen (fingerprints, for a week)
    seen_event: event at
Wrong codes (fingerprints, for a day)
    wrong_code: number person workspace at
Whose keys are about to be destroyed
    untidy: owner
Which key store belongs to the database
    keyring: keys_hash
"""


SEALS = "Seals over the rows (keyed hashes)"


def items() -> list[Item]:
    """Returns the items of the text above: a title, and under it the columns of each table."""
    made: list[Item] = []
    for line in GROUPED.strip().splitlines():
        if not line.startswith(" "):
            made.append(Item(line, ()))
            continue
        table, names = line.strip().split(": ")
        columns = tuple(f"{table}.{name}" for name in names.split())
        made[-1] = Item(made[-1].title, made[-1].columns + columns)
    return [*made, Item(SEALS, tuple(f"{table.name}.seal" for table in sealed_tables()))]


ITEMS = items()


def is_sealed(column: str) -> bool:
    """True if its value is sealed: in the column itself, or in the one that it was moved to."""
    table, name = column.split(".")
    if name in LEFT_EMPTY.get(table, {}):
        return True
    return isinstance(metadata.tables[table].c[name].type, SealedColumn)


def in_own_file() -> set[str]:
    return {f"{table.name}.{name}" for table in ABOUT for name in columns_of(table)}


def undecided() -> set[str]:
    """Returns the columns that are in no row, or in more than one."""
    every = [f"{t.name}.{c.key}" for t in metadata.tables.values() for c in t.c]
    told = [column for item in ITEMS for column in item.columns]
    wanted = {column for column in every if not column.endswith(".organisation")}
    return (wanted ^ set(told)) | {column for column in told if told.count(column) > 1}


def unknown_to_the_table() -> set[str]:
    """Returns the fields that a coach gets and the table does not have."""
    shared = {field.name for field in fields(SharedItem)} ^ (set(SHOWN) | FOR_ORDER)
    listed = {field.name for field in fields(Listed)} ^ set(LISTED)
    lost = {field.name for field in fields(LostNote)} ^ {"client_name", "at"}
    return shared | listed | lost


def rows() -> Iterator[tuple[str, str, str, str, str]]:
    """Returns the table's rows: item, client, coach, organisation admin, operator."""
    shared, own = set(SHOWN.values()), in_own_file()
    for item in ITEMS:
        client = "yes" if set(item.columns) & own else "no"
        tables = {column.split(".")[0] for column in item.columns}
        coach = "with what is shared" if set(item.columns) & shared else "no"
        if coach == "no" and set(item.columns) & set(LISTED.values()):
            coach = "if the client allows their list"
        if coach == "no" and tables & COACHS_OWN and client == "yes":
            coach = "their own only"
        sealed = {is_sealed(column) for column in item.columns}
        operator = "no (sealed)" if sealed == {True} else "yes"
        yield item.title, client, coach, "no", operator


def table() -> str:
    lines = [
        "| item | client (their own) | coach | organisation admin "
        "| operator, or a thief of the database |",
        "|---|---|---|---|---|",
    ]
    lines += [f"| {' | '.join(row)} |" for row in rows()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
