"""Whatever can fail is composed before anything is destroyed or ended, on every road.

On each road the N-th sentence fails, for every N. After each failure everything is as it was and
the person is told so; the next try works.
"""

from __future__ import annotations

import ast
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.chat import Message
from bot.messages.common import LOST_FOR_WORDS, NOTHING_SAVED, trouble
from bot.ports import Own, Store
from bot.text import Catalogue, MissingSentenceError
from storage.sql.store import SqlStore
from tests.attacks.changing_cards import saves
from tests.databases import any_store
from tests.fakes import FakePlatform
from tests.scenarios.sponsoring.house import approves, names
from tests.world import Chatter, World, joined, text_of

ROOT = Path(__file__).parents[2]
MOST_SENTENCES = 200


@dataclass
class Scene:
    """A client whose words are kept, shared and shown, and their coach."""

    world: World
    client: Chatter
    coach: Chatter
    engagement: str
    answer: str
    share: str
    step: str
    tap: str
    line: str

    async def held(self) -> Mapping[str, Any]:
        """All that is stored about both, the ledger of their engagement, and every withdrawal."""
        async with self.world.store.transaction() as tx:
            found: dict[str, Any] = {}
            for one in (self.client, self.coach):
                person = await tx.person_at(one.address)
                if person is not None:
                    found[one.name] = (person, await tx.stored_about(person.id))
            found["ledger"] = list(await tx.ledger(self.engagement))
        if isinstance(self.world.store, SqlStore):
            # What the key store remembers, no rollback undoes.
            found["withdrawn"] = sorted(await self.world.store._keys.withdrawn())
        return found


async def scene(store: Store) -> Scene:
    world = World(store)
    client, coach = await joined(world)
    await world.skip()
    await client.writes("said to Daniel", "message-kept")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await coach.writes("digest")
    async with store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        (answer,) = await tx.answers(engagement.id)
        (share,) = await tx.shares(engagement.id)
    step, tap = await _tapped_about_a_step(world, client, engagement.id)
    await client.writes("my switches")
    await _allow_listed(client, engagement.id)
    line = await _a_line(client, coach)
    return Scene(world, client, coach, engagement.id, answer.id, share.id, step, tap, line)


async def _a_line(client: Chatter, coach: Chatter) -> str:
    """Returns the id of a line for whoever pays that was approved and has not left."""
    await names(coach)
    await approves(client)
    await client.writes("sponsor")
    return client.button("Take it back").action.partition(":")[2]


async def _tapped_about_a_step(
    world: World, client: Chatter, engagement_id: str
) -> tuple[str, str]:
    """Returns the id of a step, and the action of another tap than the one that was made."""
    await client.writes("step")
    await client.submits(when="tea is ready", then="sit down")
    while client.templates()[-1] != "question-step":
        assert await world.skip()
    await client.presses("Partly")
    async with world.store.transaction() as tx:
        (step,) = await tx.steps(engagement_id)
    return step.id, client.button("Not yet").action


async def _allow_listed(client: Chatter, engagement: str) -> None:
    """So that the coach can end this one engagement."""
    await client.presses_raw(f"switch:{engagement}:listed:on")
    await client.presses("Yes")


FILLED = ("engagement", "answer", "share", "step", "tap", "line")
Road = Callable[[Scene], Awaitable[list[Message]]]


def presses(who: str, action: str) -> Road:
    async def road(on: Scene) -> list[Message]:
        filled = action.format(**{name: getattr(on, name) for name in FILLED})
        person: Chatter = getattr(on, who)
        return await person.presses_raw(filled)

    return road


def writes(who: str, text: str) -> Road:
    async def road(on: Scene) -> list[Message]:
        person: Chatter = getattr(on, who)
        return await person.writes(text)

    return road


async def _deletes(on: Scene) -> list[Message]:
    return await on.client.deletes("message-kept")


async def _edits(on: Scene) -> list[Message]:
    return await on.client.edits("message-kept", "said otherwise")


async def _corrects(on: Scene) -> list[Message]:
    return await on.client.submits(words="meant otherwise")


# Each road, the template of what it answers in the end, and the function that ends or destroys.
ROADS: Mapping[str, tuple[Road, str, str]] = {
    "erase everything": (presses("client", "erase:yes"), "erased", "erasing.destroy"),
    "erase some days": (
        presses("client", "erase-span:2026-11-01:2026-12-31"),
        "erased-part",
        "erasing._erase_part",
    ),
    "erase one answer": (
        presses("client", "erase-answer:{answer}"),
        "erased-part",
        "erasing._erase_part",
    ),
    "a client stops": (writes("client", "stop"), "stopped", "stopping.stop"),
    "a coach stops": (writes("coach", "stop"), "stopped", "stopping.stop"),
    "take back": (
        presses("client", "take-back:{share}"),
        "taken-back-late",
        "sharing.take_back",
    ),
    "keep no words": (
        presses("client", "switch:{engagement}:keep_words:off"),
        "switched-off-keep-words",
        "consent.turn_off",
    ),
    "keep no marks": (
        presses("client", "switch:{engagement}:keep_marks:off"),
        "switched-off-keep-marks",
        "consent.turn_off",
    ),
    "don't keep": (presses("client", "drop:{answer}"), "not-kept", "check_ins.drop"),
    "delete the message": (_deletes, "removed", "edits._ended_with"),
    "edit the message": (_edits, "edited", "correcting.reworded"),
    "put it right": (_corrects, "edited", "correcting.reworded"),
    "edit it while a card waits": (_edits, "stays-while-waiting", "edits.edited"),
    "keep private": (presses("client", "keep:{answer}"), "kept", "check_ins.keep"),
    "another tap": (presses("client", "{tap}"), "step-not-yet", "taps._keep_mark"),
    "let go of a step": (
        presses("client", "step-change:{step}:let-go"),
        "step-gone",
        "steps._drop",
    ),
    "take a line for whoever pays back": (
        presses("client", "sponsor-back:{line}"),
        "sponsor-taken-back",
        "lines._erase",
    ),
    "the coach wants no digest": (presses("coach", "digest:no"), "digest-off", ""),
    "the coach ends it": (presses("coach", "end:{engagement}:yes"), "client-ended", "ending.end"),
    "the coach leaves": (presses("coach", "end-all:yes"), "clients-ended", "ending.end_all"),
}
IRREVERSIBLE = {"erase_client", "erase_some", "end", "end_with", "withdraw_all"}
# Only `Conversation.end` may end an answer or a share.
PAST_THE_ROAD = {"erase_some", "remove_answer", "remove_share"}


class Fault:
    """The `at`-th sentence cannot be said; with `stays`, nor can any after it."""

    def __init__(self, at: int, error: Exception, *, stays: bool) -> None:
        self._at, self._error, self._stays = at, error, stays
        self._count = 0

    @contextmanager
    def injected(self, patch: pytest.MonkeyPatch) -> Any:
        whole = Catalogue.__call__

        def say(catalogue: Catalogue, key: str, **values: str | int) -> str:
            self._count += 1
            if self._count == self._at or (self._stays and self._count > self._at):
                raise self._error
            return whole(catalogue, key, **values)

        with patch.context() as patched:
            patched.setattr(Catalogue, "__call__", say)
            yield


FAULTS: Mapping[str, Callable[[int], Fault]] = {
    "one sentence breaks": lambda at: Fault(at, RuntimeError("broken"), stays=False),
    "one sentence is missing": lambda at: Fault(at, MissingSentenceError("gone"), stays=False),
    "the catalogue breaks": lambda at: Fault(at, RuntimeError("broken"), stays=True),
}


@pytest.fixture(params=["memory", "sqlite"])
async def on(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Scene]:
    async with any_store(request.param, tmp_path) as store:
        yield await scene(store)


@pytest.mark.parametrize("name", ROADS)
async def test_a_sentence_that_fails_destroys_and_ends_nothing(
    on: Scene, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each sentence fails in every way, one way after the other, in the same conversation."""
    road, template, _ = ROADS[name]
    if name == "edit it while a card waits":
        await saves(on.coach, fees="more than before")
    if name == "put it right":
        await on.client.presses_raw(f"correct:{on.answer}")
    before, cleared = await on.held(), list(on.world.platform.cleared)
    for at, fault in product(range(1, MOST_SENTENCES), FAULTS.values()):
        with fault(at).injected(monkeypatch):
            told = await road(on)
        if told[0].template == template:
            break
        assert [message.template for message in told] == ["trouble"]
        assert text_of(told) == NOTHING_SAVED
        assert await on.held() == before, f"sentence {at} failed"
        assert on.world.platform.cleared == cleared
    else:
        raise AssertionError(f"{name} never worked")
    assert at > 1, "no sentence was said on this road"
    assert await on.held() != before


@pytest.mark.parametrize("fault", FAULTS)
async def test_an_operators_erase_destroys_nothing_where_a_sentence_fails(
    on: Scene, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await on.held()
    for at in range(1, MOST_SENTENCES):
        try:
            with FAULTS[fault](at).injected(monkeypatch):
                certificate = (await on.world.bot.events.erase_for(on.client.address)).certificate
            break
        except (RuntimeError, MissingSentenceError):
            assert await on.held() == before
    assert certificate is not None
    assert certificate.answers == 2
    assert (await on.world.bot.events.erase_for(on.client.address)).certificate is None


async def test_a_platform_that_raises_keeps_nobody_from_the_certificate(on: Scene) -> None:
    class Raising(FakePlatform):
        async def clear(self, to: object, which: Own) -> None:
            raise RuntimeError("the platform breaks its promise")

    on.world.platform.__class__ = Raising
    told = await on.client.presses_raw("erase:yes")
    assert [message.template for message in told] == ["erased"]
    assert "nothing about you" in text_of(await on.client.writes("what do you hold"))


@pytest.mark.parametrize("key", ["trouble", "erase-unfinished", "damaged", "interrupted"])
def test_trouble_is_told_in_any_case(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert trouble("de", key) != trouble("en", key)
    assert trouble(None, key) == trouble("en", key)
    with Fault(1, RuntimeError("broken"), stays=False).injected(monkeypatch):
        assert trouble("de", key) == trouble("en", key)
    with Fault(1, RuntimeError("broken"), stays=True).injected(monkeypatch):
        last = NOTHING_SAVED if key == "trouble" else LOST_FOR_WORDS
        assert trouble("de", key).summary == last


def test_every_function_that_destroys_or_ends_is_on_a_road() -> None:
    assert _calling(IRREVERSIBLE) == {function for _, _, function in ROADS.values() if function}


def test_no_handler_ends_an_answer_past_the_one_road() -> None:
    assert _calling(PAST_THE_ROAD) == set()


def _calling(names: set[str]) -> set[str]:
    """The functions of all handlers that call a method of one of these names."""
    found = set()
    for path in (ROOT / "bot" / "handlers").rglob("*.py"):
        for function in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(function, ast.AsyncFunctionDef) and _calls(function, names):
                found.add(f"{path.stem}.{function.name}")
    return found


def _calls(function: ast.AsyncFunctionDef, names: set[str]) -> bool:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return any(isinstance(call, ast.Attribute) and call.attr in names for call in calls)
