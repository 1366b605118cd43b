"""Sentences of docs/data-protection.md and docs/roles/, each held against files and rows.

One engagement is played (`played`). Each claim is quoted from its page, and its check looks at what
really lies on the disk or was really shown.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.upkeep.ledger_audit import audit
from storage import open_store
from storage.keys.sealed import SealedColumn
from storage.sql.schema import metadata
from tests.docs.claims.played import (
    MARKERS,
    PRIVATE,
    SEARCHED,
    SHARED,
    UNKEPT,
    Played,
    as_json,
    markers_in,
    play,
    rows,
    tables,
)
from tests.docs.pages import ROOT

DATA, CLIENTS, COACHES = "docs/data-protection.md", "docs/roles/client.md", "docs/roles/coach.md"
OPERATORS, TABLE = "docs/roles/operator.md", "docs/roles/README.md"
STEP = 256


@dataclass(frozen=True)
class Claim:
    """`says` stands on `page`, word for word."""

    page: str
    says: str
    check: Callable[[Played], None]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return asyncio.run(play(tmp_path_factory.mktemp("claims")))


def _nothing_unkept(played: Played) -> None:
    assert UNKEPT in played.unkept_answer
    by_client = [row["client_id"] for row in rows(played.during, "answer")]
    kept = [row["words"] for row in rows(played.during, "answer") if row["words"] is not None]
    assert len(set(by_client)) == 1
    assert len(kept) == 2


def _nothing_readable(played: Played) -> None:
    assert markers_in(played.during) == []


def _padded(played: Played) -> None:
    lengths = {len(row["words"]) % STEP for row in rows(played.during, "answer") if row["words"]}
    assert len(lengths) == 1
    keys = rows(played.during, "data_key", "keys/keys.db")
    assert len({(row["owner"], row["month"]) for row in keys}) == len(keys)
    sealed = [row["words"] for row in rows(played.during, "answer") if row["words"]]
    assert len(set(sealed)) == len(sealed)


def _keys_apart(played: Played) -> None:
    assert "data_key" in tables(played.during, "keys/keys.db")
    assert "data_key" not in tables(played.during)
    wrapped = [row["wrapped"] for row in rows(played.during, "data_key", "keys/keys.db")]
    held = (played.during / "handrail.db").read_bytes()
    assert wrapped
    assert not [one for one in wrapped if one in held]


def _chained(played: Played) -> None:
    chains: dict[str, list[int]] = {}
    for row in rows(played.during, "ledger"):
        chains.setdefault(row["chain"], []).append(row["seq"])
    assert len(chains) > 3
    assert all(sorted(seqs) == list(range(1, len(seqs) + 1)) for seqs in chains.values())
    assert not [chain for chain in chains if "zebra" in chain]


DAMAGES = (
    "",
    "UPDATE ledger SET act = 'given' WHERE act = 'refused'",
    "DELETE FROM ledger WHERE seq = 2",
    "UPDATE ledger SET seq = -seq WHERE seq IN (1, 2)",
)


def _changes_found(played: Played) -> None:
    for number, damage in enumerate(DAMAGES):
        folder = played.during.parent / f"damaged-{number}"
        shutil.copytree(played.during, folder)
        with closing(sqlite3.connect(folder / "handrail.db")) as db:
            guards = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for (guard,) in guards:
                db.execute(f'DROP TRIGGER "{guard}"')
            db.execute(damage)
            db.commit()
        assert (asyncio.run(_flaws(folder)) > 0) is bool(damage), damage


async def _flaws(folder: Path) -> int:
    opened = await open_store(folder, None, "organisation")
    try:
        return len((await audit(opened.store)).flaws)
    finally:
        await opened.close()


def _erased(played: Played) -> None:
    (mine,) = {row["client_id"] for row in rows(played.during, "answer")}
    for table in ("answer", "share", "step"):
        assert not [row for row in rows(played.after, table) if row["client_id"] == mine]
    keys = {row["owner"] for row in rows(played.during, "data_key", "keys/keys.db")}
    left = {row["owner"] for row in rows(played.after, "data_key", "keys/keys.db")}
    assert keys - left
    assert played.epochs[1] > played.epochs[0]
    assert f"{played.epochs[0]}.key" not in {
        one.name for one in (played.after / "epochs").iterdir()
    }


def _certified(played: Played) -> None:
    told = played.certificate.lower()
    for part in ("gone", "proof", "backup", "delete"):
        assert part in told, part


def _proof_stays(played: Played) -> None:
    before, after = rows(played.during, "ledger"), rows(played.after, "ledger")
    assert {(r["chain"], r["seq"]) for r in before} <= {(r["chain"], r["seq"]) for r in after}


def _all_in_a_file(played: Played) -> None:
    page, data = played.held_files[0], as_json(played.held_files)
    assert PRIVATE in page
    assert PRIVATE in repr(data)
    assert SHARED in repr(data)
    assert UNKEPT not in repr(data)


def _search_not_stored(played: Played) -> None:
    assert SEARCHED not in repr(played.held_files)
    assert SEARCHED not in played.held
    assert rows(played.during, "inbox") == []


def _only_what_was_approved(played: Played) -> None:
    assert f"{SHARED} went well" in played.digest
    assert PRIVATE not in played.digest + played.digest_later


def _code_tells_nothing(played: Played) -> None:
    assert played.coach_before_code == played.coach_after_code


def _taken_out(played: Played) -> None:
    assert SHARED not in played.digest_later
    assert "2026" in played.taken_back or "November" in played.taken_back


def _last_message(played: Played) -> None:
    assert played.arrived[0] == played.arrived[1]


def _log_is_bare(played: Played) -> None:
    assert [one for one in MARKERS if one in played.log.lower()] == []


def _columns_as_told(played: Played) -> None:
    """Each sealed column holds bytes alone, and no column of any table a marker."""
    for table in sorted(tables(played.during) & set(metadata.tables)):
        sealed = {
            one.name for one in metadata.tables[table].c if isinstance(one.type, SealedColumn)
        }
        for row in rows(played.during, table):
            assert [name for name in sealed if isinstance(row[name], str)] == []
            readable = [str(value).lower() for value in row.values()]
            assert [one for one in MARKERS if any(one in value for value in readable)] == []


def _never_past_the_end(played: Played) -> None:
    ends = {row["id"]: row["keeps_until"] for row in rows(played.during, "engagement")}
    kept = [*rows(played.during, "answer"), *rows(played.during, "share")]
    assert kept
    assert [row for row in kept if row["until"] > ends[row["engagement_id"]]] == []


def _no_code_is_marked(played: Played) -> None:
    made = rows(played.during, "invitation")
    assert len(made) == 4
    assert {row["engagement_id"] for row in made} == {None}


CLAIMS = (
    Claim(
        DATA,
        "What the client does not agree to keep is quoted back once and not stored.",
        _nothing_unkept,
    ),
    Claim(DATA, "Everything a person wrote, names and addresses: AES-256-GCM", _nothing_readable),
    Claim(DATA, "one key per person and month, padded", _padded),
    Claim(DATA, "Keys lie in a store of their own.", _keys_apart),
    Claim(DATA, "An append-only ledger per engagement, pseudonymous and hash-chained.", _chained),
    Claim(
        DATA,
        "`handrail ledger verify` finds what was changed, removed or reordered.",
        _changes_found,
    ),
    Claim(DATA, "Keys go first, then rows, then a new epoch begins.", _erased),
    Claim(
        DATA,
        "The certificate says what is gone, what proof stays, when backups are destroyed, and "
        "what the chat platform still holds.",
        _certified,
    ),
    Claim(
        DATA,
        "in words, and as a page and a JSON file, handed to that person alone.",
        _all_in_a_file,
    ),
    Claim(
        DATA,
        "The bot then edits its own messages to the coach and says when they had been shown.",
        _taken_out,
    ),
    Claim(
        DATA,
        "never past the end of the engagement plus `HANDRAIL_GRACE_DAYS`.",
        _never_past_the_end,
    ),
    Claim(CLIENTS, "What you type to search is stored nowhere.", _search_not_stored),
    Claim(
        CLIENTS,
        "`stop`: everything is off at once, and that answer is the last message.",
        _last_message,
    ),
    Claim(
        COACHES,
        "You read what a client has previewed and approved for you, word for word, and nothing "
        "else.",
        _only_what_was_approved,
    ),
    Claim(COACHES, "You do not see whether one was used, or by whom.", _code_tells_nothing),
    Claim(
        OPERATORS,
        "names, addresses, words, taps, steps and what was shared are sealed.",
        _columns_as_told,
    ),
    Claim(OPERATORS, "It holds no words, names or addresses, also not in errors.", _log_is_bare),
    Claim(TABLE, "the record of consent outlives an erase", _proof_stays),
    Claim(
        TABLE,
        "An empty column (older versions noted there whether a code was used)",
        _no_code_is_marked,
    ),
)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.check.__name__.strip("_"))
def test_each_claim_stands_on_its_page_and_is_true(claim: Claim, played: Played) -> None:
    page = " ".join((ROOT / claim.page).read_text(encoding="utf-8").split())
    assert claim.says in page
    claim.check(played)


def test_there_are_fifteen_claims_at_least() -> None:
    assert len({claim.says for claim in CLAIMS}) >= 15
