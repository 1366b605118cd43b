"""Traces: rounds of the clock, allowed attributes alone, and no library of them when off."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from bot.observing.traces import ATTRIBUTES, RESOURCE, TRACES, TracedRound, in_span
from bot.run import tracing
from bot.run.assemble import Platforms, assemble
from bot.run.platforms import all_settings
from bot.run.tracing import traced_by
from bot.settings import Settings
from storage import RefusedError
from tests.databases import opened
from tests.fakes import FakeClock, FakePlatform
from tests.world import World, joined

MARKER = "zebra"


@contextmanager
def remembered() -> Iterator[InMemorySpanExporter]:
    kept = InMemorySpanExporter()
    with traced_by(SimpleSpanProcessor(kept)):
        yield kept


def is_bare(span: ReadableSpan) -> bool:
    """True if nothing is in it but what is allowed."""
    return (
        span.name in set(TracedRound)
        and set(span.attributes or {}) <= set(ATTRIBUTES)
        and not span.events
        and not span.links
        and set(span.resource.attributes) <= RESOURCE
        and not span.status.description
    )


async def lived(*, acts: bool) -> Sequence[str]:
    """Three days in a house. The spans, by name and what they say; `acts`: people do a lot."""
    with remembered() as kept:
        world = World()
        client, coach = await joined(world, f"Mai {MARKER}", f"Daniel {MARKER}")
        world.clock.at = world.clock.at.replace(hour=20)
        await world.bot.tick()
        kept.clear()
        for _ in range(3):
            world.clock.forward(days=1)
            await world.bot.tick()
            if acts:
                await client.writes(f"something {MARKER}")
                await client.writes("pause for a week")
                await coach.writes("digest")
    spans = kept.get_finished_spans()
    assert all(map(is_bare, spans))
    told = [span.to_json() for span in spans]
    assert not any(MARKER in one or client.address.user in one for one in told)
    return [f"{span.name} {dict(span.attributes or {})}" for span in spans]


async def test_what_people_do_changes_no_span() -> None:
    quiet, busy = await lived(acts=False), await lived(acts=True)
    assert quiet == busy
    assert f"{TracedRound.DELIVERIES} {{}}" in quiet


async def test_of_an_error_only_its_class_is_told() -> None:
    async def fails() -> None:
        raise LookupError(MARKER)

    with remembered() as kept:
        with pytest.raises(LookupError):
            await in_span(TracedRound.INBOX, fails)
        with pytest.raises(ValueError, match="no span may have"):
            await in_span(TracedRound.INBOX, fails, {MARKER: "x"})
    told, refused = kept.get_finished_spans()
    assert dict(told.attributes or {}) == {"handrail.error": "LookupError"}
    assert is_bare(told)
    assert is_bare(refused)


async def test_every_round_of_a_house_is_a_span_of_its_own(tmp_path: Path) -> None:
    async with opened("sqlite", tmp_path) as there:
        clock = FakeClock()
        platforms = Platforms({"fake": FakePlatform(clock)})
        parts = assemble(Settings(), there, platforms, clock)
        with remembered() as kept:
            await parts.bot.tick()
            await parts.watch.look()
            await parts.platform_watch.look()
            await parts.receiving.look()
            await parts.figures.look()
    spans = kept.get_finished_spans()
    assert {span.name for span in spans} == set(TracedRound) - {TracedRound.SIGN_IN}
    assert all(map(is_bare, spans))
    (sweep,) = (span for span in spans if span.name == TracedRound.SWEEP)
    (tick,) = (span for span in spans if span.name == TracedRound.DELIVERIES)
    assert sweep.parent is not None
    assert sweep.parent.span_id == tick.context.span_id


def test_no_librarys_spans_are_sent_with_ours() -> None:
    before = trace.get_tracer_provider()
    with remembered() as kept:
        assert trace.get_tracer_provider() is before
        with trace.get_tracer("a library").start_as_current_span(MARKER):
            pass
    assert not kept.get_finished_spans()
    assert TRACES.tracer is None


def test_when_they_are_off_nothing_of_them_is_imported() -> None:
    code = (
        "import sys, bot.__main__\n"
        "from bot.run.tracing import tracing\n"
        "from bot.settings import Settings\n"
        "import bot.run.one_process\n"
        "with tracing(Settings()): pass\n"
        "print(*(one for one in sys.modules if one.startswith('opentelemetry')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.strip() == ""


async def test_without_the_library_a_start_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tracing, "_is_installed", lambda: False)
    given = all_settings().model_validate(
        {"data": tmp_path, "port": 0, "traces_endpoint": "https://collector.example/v1/traces"}
    )
    with pytest.raises(RefusedError, match=r"handrail\[tracing\]"), tracing.tracing(given):
        pass
