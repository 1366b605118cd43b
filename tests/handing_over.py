"""Makes docs/what-we-could-hand-over.md from the schema: `python -m tests.handing_over`.

Every table of the data, of the key store and of each platform stands there with its columns, those
that can be read and those that are sealed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import MetaData

from bot.run.platforms import registered
from storage.keys.tables import data_key
from storage.sql.schema import metadata
from tests.roles import is_sealed, items

PAGE = Path(__file__).parents[1] / "docs" / "what-we-could-hand-over.md"
# Key material: useless without the epoch, and never shown by any command.
WRAPPED = frozenset({"data_key.wrapped", "about.value"})
HEAD = """# What we could hand over

For whoever is asked by a court, an authority or an employer for "everything in Handrail". This page
is made from the databases' schemas (`make says`), so a new column stands here or the build fails.

| what somebody has | what they can read |
|---|---|
| the database, or a backup of it | what is "in the clear" below: no name, address or word |
| the key store alone | random numbers and months |
| the recovery folder alone | nothing: it opens only with the recovery key |
| recovery folder and key, and a backup | what is sealed in it and was not erased since |
| the epochs alone | nothing: they open only the key store |
| database and key store | what the database alone tells, because the epoch is missing |
| database, key store and epochs of one time | also what is sealed and was not erased by then |
| the log | events and counts; no name, no address, no words |
| any of them, of what was erased | nothing, once the epoch turned and older copies are gone |

What is not there cannot be handed over: scores, moods, summaries, what a model inferred, words that
a client did not agree to have kept, and a report about anybody for the organisation. With all
three of one time the record of consent can be read with names beside it: also what was declined and
withdrawn. What Slack or Teams hold of a chat is theirs and the organisation's to hand over.
"""


Sealed = Callable[[str], bool]


def page() -> str:
    parts = [
        HEAD,
        *_items(),
        "## The database\n",
        *_table(metadata, is_sealed),
        "## The key store\n",
        "Its sealed columns are keys, which the epoch opens.\n",
        *_table(data_key.metadata, WRAPPED.__contains__),
        "## The platforms' own tables\n",
        "The local page's file `local.db` holds sealed entries, and keyed hashes to find them.\n",
    ]
    for platform in registered().values():
        if platform.tables is not None:
            parts += _table(platform.tables.metadata(), platform.tables.sealed.__contains__)
    return "\n".join(parts).rstrip() + "\n"


def _items() -> Iterator[str]:
    yield "## In words\n"
    closed = {item.title: all(map(is_sealed, item.columns)) for item in items()}
    for name, wanted in (("In the clear", False), ("Sealed", True)):
        yield f"{name}:\n"
        yield from (f"- {title}" for title, is_closed in closed.items() if is_closed is wanted)
        yield ""


def _table(of: MetaData, sealed: Sealed) -> Iterator[str]:
    yield "| table | in the clear | sealed |"
    yield "|---|---|---|"
    for table in sorted(of.tables.values(), key=lambda one: one.name):
        names = [column.key for column in table.c]
        shut = [name for name in names if sealed(f"{table.name}.{name}")]
        clear = [name for name in names if name not in shut]
        yield f"| `{table.name}` | {', '.join(clear)} | {', '.join(shut)} |"
    yield ""


if __name__ == "__main__":
    print(page(), end="")
