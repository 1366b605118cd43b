"""The figures of the installation: each from what there is, and none lost by another's trouble."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import pytest

from bot.domain.ledger import Damage, Flaw
from bot.domain.operator import Standing
from bot.metrics import FIGURES, METRICS, Metrics
from bot.ports import KeyStatus
from bot.upkeep import figures
from bot.upkeep.figures import LEDGER_SECONDS, Figures
from bot.upkeep.ledger_audit import LedgerReport
from tests.fakes import START
from tests.memory_store.store import MemoryStore

STATUS = KeyStatus(3, START, "file")


@dataclass
class Ring:
    """Keys that tell what a test sets; `broken` fails at each question."""

    told: KeyStatus = STATUS
    broken: bool = False

    async def status(self) -> KeyStatus:
        if self.broken:
            raise OSError("zebra")
        return self.told


@dataclass
class House:
    ring: Ring = field(default_factory=Ring)
    free: int = 10**10
    seconds: float = 0.0
    flaws: tuple[Flaw, ...] = ()
    audited: int = 0

    async def standing(self) -> Standing:
        return Standing(0o700, self.free, True)

    async def audit(self, _: object) -> LedgerReport:
        self.audited += 1
        return LedgerReport(chains=1, entries=1, flaws=self.flaws)


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    made = House()
    monkeypatch.setattr(figures, "audit", made.audit)
    return made


def look(house: House) -> Figures:
    return Figures(MemoryStore(), house.ring, house.standing, lambda: house.seconds)  # type: ignore[arg-type]


def told(name: str) -> float:
    found = re.findall(rf"^handrail_{name} (\S+)$", METRICS.exposed().decode(), re.M)
    return float(found[0])


@pytest.mark.parametrize(
    ("status", "owed"),
    [
        (STATUS, 0),
        (replace(STATUS, wanted=True), 1),
        (replace(STATUS, by_hand=True, with_older=1), 1),
        (replace(STATUS, by_hand=False, with_older=1), 0),
    ],
)
async def test_an_epoch_is_owed_until_it_is_turned(
    house: House, status: KeyStatus, owed: int
) -> None:
    house.ring.told = status
    await look(house).look()
    assert told("epoch_owed") == owed


async def test_backup_disk_and_ledger(house: House) -> None:
    at = look(house)
    await at.look()
    assert (told("backup_timestamp_seconds"), told("ledger_unsound")) == (0, 0)
    house.ring.told, house.free = replace(STATUS, backed_up_at=START), 5
    house.flaws = (Flaw("chain", 1, next(iter(Damage))),)
    await at.look()
    assert (told("backup_timestamp_seconds"), told("disk_free_bytes")) == (START.timestamp(), 5)
    assert (house.audited, told("ledger_unsound")) == (1, 0), "the whole ledger is read seldom"
    house.seconds = LEDGER_SECONDS
    await at.look()
    assert (house.audited, told("ledger_unsound")) == (2, 1)


async def test_the_trouble_of_one_hides_no_other(house: House) -> None:
    house.ring.broken, house.free = True, 77
    await look(house).look()
    assert told("disk_free_bytes") == 77


def test_before_the_first_look_no_figure_has_a_value() -> None:
    exposed = Metrics().exposed().decode()
    for name in FIGURES:
        assert f"handrail_{name} NaN" in exposed
    with pytest.raises(ValueError, match="unknown figure"):
        METRICS.figure("people", 1)
