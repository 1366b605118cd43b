"""With the SQL of docs/scaling.md, neither role reaches the other's database."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import URL, make_url

from storage import open_store
from tests.databases import new_database
from tests.storage.keys.key_servers import ask
from tests.things import NOW, person

DOCS = Path(__file__).parents[2] / "docs" / "scaling.md"


def as_documented(server: URL) -> tuple[str, str]:
    """Runs the documented SQL under names of this test. Returns the URLs of data and keys."""
    (block,) = re.findall(r"```sql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    mine = uuid4().hex[:12]
    for statement in block.replace("handrail_", f"h{mine}_").strip().splitlines():
        ask(server.render_as_string(hide_password=False), statement)
    data, keys = (
        server.set(username=f"h{mine}_{what}", password="x", database=f"h{mine}_{what}")
        for what in ("data", "keys")
    )
    return tuple(each.render_as_string(hide_password=False) for each in (data, keys))  # type: ignore[return-value]


async def test_each_role_reaches_its_own_database_and_never_the_other(tmp_path: Path) -> None:
    server = make_url(new_database())
    data, keys = as_documented(server)
    opened = await open_store(tmp_path, data, "org", keys_url=keys)
    async with opened.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
    await opened.close()
    assert ask(data, "SELECT count(*) FROM person") == [(1,)]
    assert ask(keys, "SELECT count(*) FROM data_key") == [(1,)]
    for role, other in ((data, keys), (keys, data)):
        crossing = make_url(other).set(username=make_url(role).username)
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            ask(crossing.render_as_string(hide_password=False), "SELECT 1")
    for where, table in ((data, "data_key"), (keys, "person")):
        assert ask(where, "SELECT to_regclass(%s)", table) == [(None,)]
