"""Whatever comes in from outside is refused by name or becomes a happening, and is never quoted."""

from __future__ import annotations

import ast
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from tests.by_hand import by_hand
from tests.fuzz.mutate import ANEW, randomness, spoiled_bytes, spoiled_values
from tests.fuzz.parsers import PARSERS, Parser
from tests.fuzz.recorded import PRIVATE

ADAPTERS = Path(__file__).parents[2] / "adapters"
SHORT, MANY = 150, 5_000
OF_JSON = [name for name, parser in PARSERS.items() if parser.json]


@pytest.mark.parametrize("name", PARSERS)
def test_each_recorded_payload_is_read(name: str) -> None:
    """Without this, a parser that refuses everything would pass every test below."""
    parser = PARSERS[name]
    if name in ("Slack: signatures", "sealed values", "wrapped keys"):
        return  # What is recorded there was not made with our keys.
    for seed in parser.seeds:
        parser.read(seed)


@pytest.mark.parametrize("name", PARSERS)
def test_spoiled_bytes_are_refused_by_name_or_read(name: str) -> None:
    _spoil(PARSERS[name], Random(name), SHORT)


@by_hand
@pytest.mark.parametrize("name", PARSERS)
def test_spoiled_bytes_are_refused_by_name_or_read_for_long(name: str) -> None:
    seed = randomness(name).randrange(10**9)
    logging.getLogger(__name__).warning("the seed is %d", seed)
    _spoil(PARSERS[name], Random(seed), MANY)


@pytest.mark.parametrize("name", OF_JSON)
def test_spoiled_values_are_refused_by_name_or_read(name: str) -> None:
    _spoil_values(PARSERS[name], 60, derandomize=True)


@by_hand
@pytest.mark.parametrize("name", OF_JSON)
def test_spoiled_values_are_refused_by_name_or_read_for_long(name: str) -> None:
    _spoil_values(PARSERS[name], 1_500, derandomize=not ANEW)


def _spoil(parser: Parser, random: Random, times: int) -> None:
    for _ in range(times):
        seed = random.choice(parser.seeds)
        read(parser, spoiled_bytes(seed, parser.seeds, random))


def _spoil_values(parser: Parser, times: int, *, derandomize: bool) -> None:
    every = st.sampled_from(parser.seeds).flatmap(spoiled_values)

    @settings(
        max_examples=times,
        derandomize=derandomize,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(every)
    def spoil(value: object) -> None:
        read(parser, json.dumps(value).encode())

    spoil()


def read(parser: Parser, body: bytes) -> None:
    told = ""
    with capture_logs() as logged:
        try:
            parser.read(body)
        except parser.refusals as refused:
            told = f"{refused!s} {refused!r} {refused.__cause__!r}"
    assert PRIVATE not in told + str(logged)


# These read what this server wrote itself: nobody outside can give them anything.
OWN = {"from_json", "to_json", "renewed"}


def test_the_recorded_payloads_reach_every_function_of_every_inbound_module() -> None:
    """A new reader of an adapter that no payload reaches would never be fuzzed."""
    reached: set[tuple[str, str]] = set()

    def noted(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            reached.add((frame.f_code.co_filename, frame.f_code.co_name))

    before = sys.getprofile()
    sys.setprofile(noted)
    try:
        for parser in PARSERS.values():
            for seed in parser.seeds:
                with suppress(*parser.refusals):
                    parser.read(seed)
    finally:
        sys.setprofile(before)
    assert {one for one in _inbound() if one[1] not in OWN} - reached == set()


def _inbound() -> Iterator[tuple[str, str]]:
    files = [*ADAPTERS.glob("*/inbound/*.py"), *ADAPTERS.glob("*/inbound.py")]
    assert len(files) > 5
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield str(path), node.name
