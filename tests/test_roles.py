"""The roles' pages match the code: a new column, command or reader fails until it is decided."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

from bot import ports
from bot.delivery import briefing, kinds
from bot.domain.actions import ACTIONS
from bot.handlers import coaching, sharing
from bot.handlers.allowed import briefs
from bot.handlers.one_client import briefing as by_name
from bot.handlers.one_client import page
from bot.inbound.routes import COMMANDS
from bot.rules import digest, named
from bot.rules.briefs import brief_of
from tests import handing_over, roles

DOCS = Path(__file__).parents[1] / "docs" / "roles"
DOOR = {"shared_with", "listed", "lost_notes"}
NAMING = (page.named, page.named_one, page.everyone, page.by_id, page.show, page.which)
BY_NAME = (page.shown_in, by_name.now, by_name.of, named.listed_to, named.named_clients)
OWN = {"profile", "save_profile", "own_questions", "save_own_questions", "remove_own_questions"}
OWN |= {"bring_up", "brought_up", "end_with"}
NOTES = {"shared_in", "not_shared_in", "save_posted", "posted", "remove_posted", "has_invited"}
# Who may use what. "both" does, for each of them, only what is their own.
BY_ROLE = {
    "client": """
        agree allow rhythm-ok switch ask mark pass keep drop correct correct-set share approve
        take-back step
        all-as-it-was step-later step-change step-prompt keep-for rhythm step-set
        switches rhythm agreement next step seen keeping
        tap another share-unnamed approve-unnamed approve-now who strike topics topic
        depth sets set first strike-in ticked look paths path path-leave
        first-pass comfort travel feedback recall find letter hours crisis wins too_often
        too_personal wrong_time calendar step-from ask-on steps step-mark helped helped-pass
        strengths curve answer-form answer-set code-set outside guest-end coach-too
        sponsor-line sponsor-line-set sponsor-send sponsor-drop sponsor-back
    """,
    "coach": """
        invite digest open digest-when digest-more digest-earlier digest-set
        note note-send note-drop read-thanks bring-up brought-up clients client brief-now end
        end-all profile profile-sure profile-kept suggest suggest-for suggest-to write-questions
        questions-sure unwrite digest-now briefs guest-set sponsor-set sponsor-nobody
    """,
    "both": """
        stop pause erase erase-part erase-span erase-one erase-answer erase-days hold-file
        resume go-on hold receipt questions session session-set language home
        about help help-all say undo snooze later sponsor policy
    """,
}


def test_every_column_stands_in_one_row_of_the_table() -> None:
    assert roles.undecided() == set()


def test_the_table_in_the_docs_is_the_one_that_the_code_gives() -> None:
    written = (DOCS / "README.md").read_text(encoding="utf-8")
    between = written.split(roles.BEGIN)[1].split(roles.END)[0].strip()
    assert between == roles.table(), "run: python -m tests.roles"


def test_what_we_could_hand_over_is_what_the_schemas_give() -> None:
    assert handing_over.PAGE.read_text("utf-8") == handing_over.page(), "run: make says"


def test_no_item_is_both_sealed_and_in_the_clear() -> None:
    for item in roles.ITEMS:
        kinds = {roles.is_sealed(c) for c in item.columns}
        assert len(kinds) == 1 or item.title == "", item.title


def test_a_coach_is_given_nothing_that_the_table_does_not_know_of() -> None:
    assert roles.unknown_to_the_table() == set()


def test_a_coachs_road_has_these_doors_and_no_other() -> None:
    methods = {n for n, _ in inspect.getmembers(ports.CoachSide, inspect.isfunction) if n[0] != "_"}
    assert methods == DOOR | NOTES | OWN


def test_only_the_doors_are_read_where_a_coach_is_answered() -> None:
    """`engagement` and `ledger` are read for a yes or no before showing (`still_allowed`)."""
    read = (coaching._readable, coaching.open_digest, coaching._shown, kinds._digest)
    of_one = (briefs.show, briefs.open_brief, briefing.brief, briefing.sent_now, brief_of)
    asked = (coaching.digest_now, coaching.digest_more, coaching.digest_earlier)
    every = set[str]()
    for handler in (*read, *of_one, *asked, *NAMING, *BY_NAME, digest.undelivered_notes):
        used = _called_on_the_store(inspect.getsource(handler))
        every |= used
        assert used <= DOOR | {"shared_in", "has_invited", "delivery", "with_ledgers"}, (
            handler.__name__
        )
    assert every >= DOOR, "the scan finds what is read"


def _called_on_the_store(source: str) -> set[str]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    names = (ast.unparse(call.func) for call in calls)
    return {name.rsplit(".", 1)[1] for name in names if re.match(r"(door|(\w+\.)?tx)\.", name)}


def test_every_command_button_and_form_belongs_to_a_role() -> None:
    decided = {word for words in BY_ROLE.values() for word in words.split()}
    known = {row.verb for row in ACTIONS} | {intent.value for intent in COMMANDS}
    assert known - decided == set(), "say who may use it, here and in docs/roles"
    assert decided - known == set()


def test_each_role_has_a_page_that_names_its_commands() -> None:
    client = (DOCS / "client.md").read_text(encoding="utf-8")
    coach = (DOCS / "coach.md").read_text(encoding="utf-8")
    for words in (
        "home",
        "stop",
        "what do you hold",
        "erase",
        "my permissions",
        "who has seen this",
        "receipt",
        "my questions",
        "paths",
        "my wins",
        "my words",
        "letter to myself",
        "session",
        "feedback",
        "language",
    ):
        assert f"`{words}`" in client
    for words in ("home", "invite", "digest", "questions", "my profile", "my clients"):
        assert f"`{words}`" in coach
    operator = (DOCS / "operator.md").read_text(encoding="utf-8")
    for command in ("keys status", "keys turn", "keys check", "ledger verify", "erase", "doctor"):
        assert f"`handrail {command}" in operator
    assert "no road" in (DOCS / "organisation-admin.md").read_text(encoding="utf-8")
    assert inspect.iscoroutinefunction(sharing.who_saw)
