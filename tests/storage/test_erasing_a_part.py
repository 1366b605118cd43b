"""An erased part is unreadable everywhere, and the rest stays as it was."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.domain.consent import Act
from bot.domain.people import Dialogue
from bot.domain.words import Words
from storage import OpenedStore
from storage.sql.schema import answer as answer_table
from storage.sql.schema import untidy
from tests.databases import opened
from tests.storage.planted import WHO, plant
from tests.things import NOW, answer, chain, engagement


async def test_an_older_copy_of_the_database_does_not_bring_it_back(tmp_path: Path) -> None:
    live, backup = tmp_path / "live", tmp_path / "backup"
    async with opened("sqlite", live, "org") as sql, sql.store.transaction() as tx:
        await plant(tx)
        await tx.save_answer(answer("a9", words=Words("kept besides")))
    shutil.copytree(live, backup)
    async with opened("sqlite", live, "org") as sql:
        async with sql.store.transaction() as tx:
            await tx.erase_some("client", ["a1"], NOW)
        async with sql.store.transaction() as tx:
            assert await tx.tidy(10) == 1
        async with sql.store.transaction() as tx:
            assert await tx.answer("e1", "a9") == answer("a9", words=Words("kept besides"))
            assert await tx.person("client") == WHO
    shutil.copy(backup / "handrail.db", live / "handrail.db")
    async with opened("sqlite", live, "org") as sql, sql.store.transaction() as tx:
        assert await tx.answer("e1", "a1") is None


async def test_the_sealed_bytes_of_what_was_erased_open_nowhere(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
    async with sql.store._engine.connect() as connection:
        mine = answer_table.c.organisation == sql.store._organisation
        row = (await connection.execute(select(answer_table).where(mine))).first()
    assert row is not None
    async with sql.store.transaction() as tx:
        await tx.erase_some("client", [row.id], NOW)
    async with sql.store.transaction() as tx:
        await tx.tidy(10)
    sealed = row.words or row.mark
    with pytest.raises(KeyError):
        await sql.keys.unseal("client", f"answer.words|{row.id}", sealed.data)


async def test_what_expires_takes_its_months_key_along(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
        soon = NOW + timedelta(days=1)
        for name in ("a1", "a2"):
            await tx.save_answer(answer(name, words=Words("going"), until=soon))
    await _remove_all_but_answers(sql)
    before = {key.id for key in sql.keys._store.of(["client"]).keys}
    next_month = NOW + timedelta(days=30)
    async with sql.store.transaction() as tx:
        assert await tx.sweep(next_month, 100) >= 2
    async with sql.store.transaction() as tx:
        assert await tx.tidy(10) == 1
        assert await tx.person("client") == WHO
    after = {key.id for key in sql.keys._store.of(["client"]).keys}
    assert before
    assert not before & after


async def _remove_all_but_answers(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        for step in await tx.steps("e1"):
            await tx.remove_step("e1", step.id)
        for share in await tx.shares("e1"):
            await tx.remove_share("e1", share.id)


async def test_an_erase_cut_short_before_the_keys_went_is_finished_later(
    kind: str, tmp_path: Path
) -> None:
    organisation = f"org-{tmp_path.name[-20:].lower()}"
    async with opened(kind, tmp_path, organisation) as sql:
        async with sql.store.transaction() as tx:
            await plant(tx)
        async with sql.store.transaction() as tx:
            await tx.erase_some("client", ["a1"], NOW)
    async with opened(kind, tmp_path, organisation) as sql:
        assert await sql.keys.owners_of_retired_keys() == {"client"}
        async with sql.store.transaction() as tx:
            assert await tx.tidy(10) == 1
        assert await sql.keys.owners_of_retired_keys() == set()


async def test_an_erase_of_a_part_that_was_rolled_back_loses_nothing(sql: OpenedStore) -> None:
    async def fail() -> None:
        async with sql.store.transaction() as tx:
            await tx.erase_some("client", ["a1"], NOW)
            raise RuntimeError

    async with sql.store.transaction() as tx:
        await plant(tx)
        before = await tx.answers("e1")
    with pytest.raises(RuntimeError):
        await fail()
    async with sql.store.transaction() as tx:
        await tx.tidy(10)
        assert await tx.answers("e1") == before


async def test_nothing_is_left_untidy_after_everything_is_erased(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
        await tx.erase_some("client", ["a1"], NOW)
        await tx.erase_client("client", NOW)
    async with sql.store._engine.connect() as connection:
        mine = untidy.c.organisation == sql.store._organisation
        assert (await connection.execute(select(untidy).where(mine))).all() == []


async def test_a_coach_who_is_a_client_too_survives_an_erase_cut_short_at_any_point(
    kind: str, tmp_path: Path
) -> None:
    organisation = f"org-{tmp_path.name[-20:].lower()}"
    async with opened(kind, tmp_path, organisation) as sql:
        async with sql.store.transaction() as tx:
            await plant(tx)
            await tx.append(chain(Act.ASKED, of="client")[0])
            await tx.save_person(WHO, NOW)
        await sql.keys.forget("client")
    async with opened(kind, tmp_path, organisation) as sql, sql.store.transaction() as tx:
        assert await tx.person("client") == replace(WHO, dialogue=Dialogue())
        assert await tx.engagements_of("client") == []


async def test_who_coaches_and_begins_again_as_a_client_keeps_that(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
        await tx.append(chain(Act.ASKED, of="client")[0])
        await tx.save_person(WHO, NOW)
        await tx.erase_client("client", NOW)
    async with sql.store.transaction() as tx:
        await tx.finish_erasing(NOW)
    async with sql.store.transaction() as tx:
        await tx.save_engagement(engagement("again"))
    async with sql.store.transaction() as tx:
        await tx.sweep(NOW, 10)
        assert [e.id for e in await tx.engagements_of("client")] == ["again"]


async def test_a_swapped_row_in_what_stays_stops_the_erase_and_changes_nothing(
    sql: OpenedStore,
) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
        await tx.save_answer(answer("a9", words=Words("kept besides")))
    mine = answer_table.c.organisation == sql.store._organisation
    words = select(answer_table.c.words).where(answer_table.c.id == "a1", mine)
    async with sql.store._engine.begin() as connection:
        moved = update(answer_table).where(answer_table.c.id == "a9", mine)
        await connection.execute(moved.values(words=words.scalar_subquery()))
    with pytest.raises(ValueError, match="belong elsewhere"):
        async with sql.store.transaction() as tx:
            await tx.erase_some("client", ["a2"], NOW)
    async with sql.store.transaction() as tx:
        assert await tx.answer("e1", "a2") is not None
