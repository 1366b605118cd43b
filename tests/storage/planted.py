"""Makes a client whose every word is a marker, and searches files for the markers."""

from __future__ import annotations

from pathlib import Path

from bot.domain.check_in import Mark
from bot.domain.people import Address, Dialogue, Person
from bot.domain.step import StepState
from bot.domain.words import Words
from bot.ports import Transaction
from tests.things import NOW, answer, engagement, invitation, share, step

MARKERS = [f"zebra{number}marker" for number in range(12)]
WHO = Person(
    "client",
    Address("slack", MARKERS[0], MARKERS[1]),
    Words(MARKERS[2]),
    dialogue=Dialogue("answer", "d1", ((MARKERS[3], f"share:{MARKERS[4]}"),)),
)


async def plant(tx: Transaction) -> None:
    await tx.save_person(WHO, NOW)
    await tx.save_engagement(engagement())
    await tx.save_answer(answer(words=Words(MARKERS[5])))
    await tx.save_answer(answer("a2", words=None, mark=Mark.NOT_YET))
    await tx.save_step(step(when=Words(MARKERS[6]), then=Words(MARKERS[7]), state=StepState.LET_GO))
    await tx.save_share(share(heading=Words(MARKERS[8]), body=Words(MARKERS[9])))
    await tx.first_time(WHO.address, MARKERS[10], NOW)
    await tx.note_wrong_code("digest", WHO.address, NOW)
    await tx.save_invitation(invitation())
    tx.keyed_hash("code", MARKERS[11])


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def found_in(folder: Path) -> list[tuple[str, str]]:
    """Returns every (file, marker) found in the folder, as UTF-8, UTF-16 or hexadecimal text."""
    found = []
    for file in files_in(folder):
        content = file.read_bytes()
        for marker in [*MARKERS, Mark.NOT_YET.value, StepState.LET_GO.value]:
            looks = (marker.encode(), marker.encode("utf-16-le"), marker.encode().hex().encode())
            found += [(file.name, marker) for look in looks if look in content]
    return found
