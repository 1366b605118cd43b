"""Each platform is watched by itself: its credentials, whether it is there, and its answers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.domain.operator import SignIn
from bot.metrics import METRICS
from bot.upkeep.platform_watch import ILL_SECONDS, WELL_SECONDS, PlatformState, PlatformWatch
from tests.fakes import FakeClock, FakePlatform

PATIENCE = timedelta(minutes=30)
WELL = SignIn(True, "It takes them.")
REFUSED = SignIn(False, "It refuses HANDRAIL_X.")
AWAY = SignIn(None, "It cannot be reached.")


@dataclass
class Asked(FakePlatform):
    """A platform that one signs in to."""

    found: SignIn = WELL
    answers_fail: bool = False
    times: int = 0
    hangs: asyncio.Event | None = None

    async def sign_in(self) -> SignIn:
        self.times += 1
        if self.hangs is not None:
            await self.hangs.wait()
        return self.found


@dataclass
class Heard:
    told: list[tuple[str, str | None]] = field(default_factory=list)

    async def raised(self, since: datetime, platform: str | None = None) -> None:
        self.told.append(("raised", platform))

    async def over(self, since: datetime, until: datetime, platform: str | None = None) -> None:
        self.told.append(("over", platform))


class Post:
    """A watch over two platforms, with seconds that a test lets pass."""

    def __init__(self, signed_in: dict[str, SignIn] | None = None) -> None:
        self.clock, self.heard, self.seconds = FakeClock(), Heard(), 1_000.0
        self.one, self.two = (Asked(self.clock, name) for name in ("one", "two"))
        self.watch = PlatformWatch(
            {"one": self.one, "two": self.two, "page": FakePlatform(self.clock)},
            {} if signed_in is None else signed_in,
            [self.heard],
            self.clock,
            PATIENCE,
            _always,
            lambda: self.seconds,
        )

    async def after(self, minutes: float) -> list[tuple[str, str | None]]:
        """Looks every ten seconds. Returns all that was told by then."""
        for _ in range(int(minutes * 6)):
            self.clock.forward(seconds=10)
            self.seconds += 10
            await self.watch.look()
        return self.heard.told


async def _always() -> bool:
    return True


async def test_while_all_is_well_nothing_is_told_and_little_is_asked() -> None:
    post = Post()
    assert await post.after(60) == []
    assert post.one.times <= 60 * 60 / WELL_SECONDS + 1
    assert set(post.watch.states()) == {"one", "two"}, "nobody signs in to the page"


# What is wrong with one of two platforms, its state, and for how many minutes nothing is told.
ILL = {
    "refused": (REFUSED, False, PlatformState.REFUSED, 0),
    "away": (AWAY, False, PlatformState.UNREACHED, 29),
    "answers fail": (WELL, True, PlatformState.UNANSWERED, 29),
}


@pytest.mark.parametrize("case", ILL)
async def test_what_is_wrong_is_told_once_and_its_end_once(case: str) -> None:
    """Whatever the other platform does: the one that works hides nothing."""
    found, fails, state, minutes = ILL[case]
    post = Post()
    await post.after(1)
    post.two.found, post.two.answers_fail = found, fails
    with capture_logs() as logs:
        assert await post.after(minutes) == []
        assert await post.after(WELL_SECONDS / 60 + 2) == [("raised", "two")]
        assert await post.after(60) == [("raised", "two")]
    assert post.watch.states() == {"one": PlatformState.WORKS, "two": state}
    assert 'handrail_platform_works{platform="two"} 0.0' in METRICS.exposed().decode()
    assert len([log for log in logs if log.get("platform") == "two"]) == 1
    post.two.found, post.two.answers_fail = WELL, False
    assert await post.after(2) == [("raised", "two"), ("over", "two")]
    assert 'handrail_platform_works{platform="two"} 1.0' in METRICS.exposed().decode()


async def test_what_passes_by_itself_in_time_is_not_told() -> None:
    post = Post()
    post.two.found = AWAY
    await post.after(25)
    post.two.found = WELL
    assert await post.after(60) == []


async def test_what_the_start_found_counts_and_is_asked_again_soon() -> None:
    post = Post({"one": AWAY})
    await post.watch.look()
    assert (post.one.times, post.two.times) == (0, 1)
    assert post.watch.states()["one"] is PlatformState.UNREACHED
    await post.after(ILL_SECONDS / 60)
    assert post.watch.states()["one"] is PlatformState.WORKS


async def test_a_platform_that_hangs_holds_up_no_other() -> None:
    post = Post()
    post.one.hangs = asyncio.Event()
    post.two.found = REFUSED
    look = asyncio.create_task(post.watch.look())
    while not post.heard.told:  # noqa: ASYNC110
        await asyncio.sleep(0)
    assert post.heard.told == [("raised", "two")]
    post.one.hangs.set()
    await look


async def test_a_fault_of_ours_ends_no_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken() -> SignIn:
        raise RuntimeError("zebra")

    post = Post()
    monkeypatch.setattr(post.one, "sign_in", broken)
    post.two.found = REFUSED
    with capture_logs() as logs:
        assert await post.after(1) == [("raised", "two")]
    assert "zebra" not in str(logs)
