"""A unit of work that reads nothing twice says the same as one that reads everything anew.

Two databases get the same reads, writes, locks and raw statements in a random order. In one of them
nothing is ever kept. Whatever is read, both say the same.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.domain.asking import Asking
from bot.domain.consent import Act, Purpose, extend
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.engagement import EngagementState
from bot.domain.pause import Pause
from bot.domain.profile import OwnQuestions
from bot.domain.words import Words
from storage.sql.reading.memo import Memo
from storage.sql.schema import delivery, engagement, ledger, person
from storage.sql.store import SqlTransaction
from tests import things
from tests.databases import SQL, opened
from tests.things import LATER, NOW, WORDING

TRANSACTIONS, STEPS, SEEDS = 10, 14, 6
CLIENT, COACH = things.person("client"), things.person("coach")
CHAINS = ("e1", "e2", "coach", "client")
AGO = NOW - timedelta(days=14)

Deed = Callable[[SqlTransaction, Random], Coroutine[Any, Any, object]]


async def _person(tx: SqlTransaction, random: Random) -> object:
    return await tx.person(random.choice(("client", "coach", "nobody")))


async def _person_at(tx: SqlTransaction, random: Random) -> object:
    return await tx.person_at(random.choice((CLIENT, COACH, things.person("nobody"))).address)


async def _engagement(tx: SqlTransaction, random: Random) -> object:
    return await tx.engagement(random.choice(("e1", "e2", "e3")))


async def _engagements(tx: SqlTransaction, random: Random) -> object:
    return list(await tx.engagements_of(random.choice(("client", "coach"))))


async def _ledger(tx: SqlTransaction, random: Random) -> object:
    return list(await tx.ledger(random.choice(CHAINS)))


async def _of_coach(tx: SqlTransaction, random: Random) -> object:
    who = random.choice(("client", "coach"))
    asked = tx.has_invited, tx.own_questions, tx.profile
    return await random.choice(asked)(who)


async def _of_engagement(tx: SqlTransaction, random: Random) -> object:
    chain = random.choice(("e1", "e2"))
    return await (tx.asking(chain) if random.random() < 0.5 else tx.rhythm(chain))


async def _delivery(tx: SqlTransaction, random: Random) -> object:
    return await tx.delivery(random.choice(("d1", "d2")))


async def _not_sent(tx: SqlTransaction, random: Random) -> object:
    return list(await tx.not_sent("client", random.choice((AGO, NOW))))


async def _begin_event(tx: SqlTransaction, random: Random) -> object:
    names = random.sample(("1", "2", "3", "4"), 2)
    return sorted(await tx.begin_event(random.choice((CLIENT, COACH)).address, names, NOW))


async def _foresee(tx: SqlTransaction, random: Random) -> None:
    await tx.foresee_answer(random.choice(("d1", "d2")), "client", AGO)


async def _lock(tx: SqlTransaction, random: Random) -> None:
    await tx._w.lock_keys(random.choice(("client", "coach")), alone=random.random() < 0.5)


async def _save_person(tx: SqlTransaction, random: Random) -> None:
    pause = random.choice((None, Pause(None), Pause(NOW.date() + timedelta(days=9))))
    who = random.choice((CLIENT, COACH))
    await tx.save_person(replace(who, pause=pause, name=_words(random)), NOW)


async def _save_engagement(tx: SqlTransaction, random: Random) -> None:
    one = things.engagement(random.choice(("e1", "e2")), stopped=random.random() < 0.3)
    state = random.choice((EngagementState.ACTIVE, EngagementState.ENDED))
    await tx.save_engagement(replace(one, state=state))


async def _append(tx: SqlTransaction, random: Random) -> None:
    chain = random.choice(CHAINS)
    purpose = random.choice((Purpose.CHECK_INS, Purpose.KEEP_WORDS))
    act = random.choice((Act.ASKED, Act.GIVEN, Act.WITHDRAWN))
    until = LATER if act is Act.GIVEN else None
    entries = await tx.ledger(chain)
    await tx.append(extend(entries, chain, act, purpose, WORDING, NOW, until))


async def _withdraw(tx: SqlTransaction, random: Random) -> None:
    await tx.withdraw_for_good(random.choice(CHAINS), Purpose.CHECK_INS, NOW)


async def _shut(tx: SqlTransaction, random: Random) -> None:
    await (tx.shut("client") if random.random() < 0.5 else tx.shut_at(CLIENT.address))


async def _save_more(tx: SqlTransaction, random: Random) -> None:
    chain = random.choice(("e1", "e2"))
    match random.randrange(5):
        case 0:
            await tx.save_asking(Asking(chain, "client", NOW, LATER, struck=("w.1",)))
        case 1:
            await tx.save_rhythm(things.rhythm(chain, confirmed=random.random() < 0.7))
        case 2:
            await tx.remove_rhythm(chain)
        case 3:
            own = OwnQuestions(f"q{random.randrange(3)}", "coach", _words(random), NOW)
            await tx.save_own_questions(own)
        case _:
            await tx.save_profile(things.profile(fees=_words(random)), "2")


async def _plan(tx: SqlTransaction, random: Random) -> object:
    one = random.choice(("d1", "d2"))
    return await tx.plan(things.delivery(one, slot=one))


async def _settle(tx: SqlTransaction, random: Random) -> None:
    await tx.claim(NOW, 5)
    state = random.choice((DeliveryState.SENT, DeliveryState.NOT_DELIVERED))
    await tx.settle(random.choice(("d1", "d2")), state, NOW, None)


async def _unplan(tx: SqlTransaction, random: Random) -> None:
    await tx.unplan("e1", Kind.CHECK_IN)


async def _raw(tx: SqlTransaction, random: Random) -> object:
    """What somebody does by hand: a row is gone, or does not fit its seal any more."""
    table, spoilt = random.choice(
        (
            (person, {"workspace": "local:other"}),
            (engagement, {"coach_id": "client"}),
            (delivery, {"slot": "other"}),
            (ledger, {"purpose": Purpose.NOTES}),
        )
    )
    statement = table.delete() if random.random() < 0.3 else table.update().values(**spoilt)
    whose = table.c.organisation == tx._w.organisation
    return (await tx._w.connection.execute(statement.where(whose))).rowcount


async def _erase_some(tx: SqlTransaction, random: Random) -> None:
    await tx.erase_some("client", ["a1"], NOW)


READS: list[Deed] = [
    *(_person, _person_at, _engagement, _engagements, _ledger),
    *(_of_coach, _of_engagement, _delivery, _not_sent),
]
WRITES: list[Deed] = [
    *(_begin_event, _foresee, _lock, _save_person, _save_engagement, _append, _append),
    *(_withdraw, _shut, _save_more, _save_more, _plan, _settle, _unplan, _erase_some),
]


def _words(random: Random) -> Words:
    return Words(f"zebra {random.randrange(9)}\nHow was it?")


class RollBackError(Exception):
    """Ends a transaction, and undoes what it did."""


async def _told(kind: str, folder: Path, seed: int) -> list[str]:
    """What a random history reads, one line for each deed."""
    random, told = Random(seed), []
    async with opened(kind, folder) as house:
        async with house.store.transaction() as tx:
            await _begun(tx)
        for _ in range(TRANSACTIONS):
            with suppress(RollBackError, ValueError, SQLAlchemyError):
                async with house.store.transaction() as tx:
                    for _ in range(STEPS):
                        told.append(await _done(tx, random))
                    if random.random() < 0.2:
                        raise RollBackError
    return told


async def _begun(tx: SqlTransaction) -> None:
    for who in (CLIENT, COACH):
        await tx.save_person(who, NOW)
    for one in ("e1", "e2"):
        await tx.save_engagement(things.engagement(one))
    await tx.plan(things.delivery("d1", slot="d1"))
    await tx.append(extend([], "e1", Act.GIVEN, Purpose.CHECK_INS, WORDING, NOW, LATER))


async def _done(tx: SqlTransaction, random: Random) -> str:
    if random.random() < 0.03:
        deed: Deed = _raw
    else:
        deed = random.choice(READS if random.random() < 0.7 else WRITES)
    within = Random(random.random())
    try:
        return f"{deed.__name__}: {await deed(tx, within)!r}"
    except Exception as problem:
        return f"{deed.__name__}: {type(problem).__name__}"


async def _anew(_: Memo, __: object, ___: object, read: Callable[[], Awaitable[object]]) -> object:
    return await read()


@pytest.mark.parametrize("kind", SQL)
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_what_is_kept_is_what_would_be_read_anew(
    kind: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = await _told(kind, tmp_path / "kept", seed)
    monkeypatch.setattr(Memo, "once", _anew)
    monkeypatch.setattr(Memo, "known", lambda *_: None)
    assert kept == await _told(kind, tmp_path / "anew", seed)


def _a_write_forgets_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Memo, "changes", lambda *_: None)


def _a_lock_forgets_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Memo, "clear", lambda *_: None)


def _an_answer_outlives_its_transaction(patch: pytest.MonkeyPatch) -> None:
    """Also what was rolled back is still believed in the next one."""
    last: list[Memo] = []
    real = Memo.__init__

    def begun(memo: Memo) -> None:
        real(memo)
        if last:
            memo._answers = dict(last.pop()._answers)
        last.append(memo)

    patch.setattr(Memo, "__init__", begun)


@pytest.mark.parametrize(
    "fault",
    [_a_write_forgets_nothing, _a_lock_forgets_nothing, _an_answer_outlives_its_transaction],
)
async def test_what_is_kept_too_long_is_found(
    fault: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without forgetting, the histories above would differ: so they prove something."""
    with monkeypatch.context() as patch:
        fault(patch)
        spoilt = [await _told("sqlite", tmp_path / f"kept{seed}", seed) for seed in range(SEEDS)]
    right = [await _told("sqlite", tmp_path / f"anew{seed}", seed) for seed in range(SEEDS)]
    assert spoilt != right
