"""Traces of what the clock starts: how long each round of work takes, and which one failed.

No span stands for what somebody did: a span of one answer would tell that somebody takes part, and
when. Without HANDRAIL_TRACES_ENDPOINT nothing is traced, and no library of traces is imported
(`bot.run.tracing`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AbstractContextManager
from enum import StrEnum
from functools import wraps
from types import MappingProxyType
from typing import Any, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class TracedRound(StrEnum):
    """The name of every span."""

    DELIVERIES = "deliveries"
    SWEEP = "sweep"
    INBOX = "inbox"
    WATCH = "watch"
    PLATFORMS = "platforms"
    SIGN_IN = "sign-in"
    FIGURES = "figures"


# Every attribute that a span may have, and what it says.
ATTRIBUTES: Mapping[str, str] = MappingProxyType(
    {
        "handrail.error": "the class of the error that ended the round",
        "handrail.platform": "the platform that was asked whether it takes the credentials",
    }
)
# Every attribute of the process that traces.
RESOURCE = frozenset({"service.name", "service.version", "handrail.commit"})


class OpenSpan(Protocol):
    """A span that is open."""

    def set(self, name: str, value: str) -> None:
        """Adds an attribute. Raises ValueError for one that ATTRIBUTES does not have."""


class Tracer(Protocol):
    """Opens spans, one inside another."""

    def span(self, name: TracedRound) -> AbstractContextManager[OpenSpan]: ...


class Traces:
    """The tracer of this process; None: nothing is traced."""

    tracer: Tracer | None = None


TRACES = Traces()


async def in_span(
    name: TracedRound, work: Callable[[], Awaitable[T]], given: Mapping[str, str] | None = None
) -> T:
    """Does the work, in a span if there are traces. Of an error its class alone is noted."""
    tracer = TRACES.tracer
    if tracer is None:
        return await work()
    with tracer.span(name) as span:
        for key, value in (given or {}).items():
            span.set(key, value)
        try:
            return await work()
        except Exception as problem:
            span.set("handrail.error", type(problem).__name__)
            raise


def traced(
    name: TracedRound,
) -> Callable[[Callable[P, Awaitable[T]]], Callable[P, Coroutine[Any, Any, T]]]:
    """Makes each call of an async method a span."""

    def around(method: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, T]]:
        @wraps(method)
        async def inner(*arguments: P.args, **named: P.kwargs) -> T:
            return await in_span(name, lambda: method(*arguments, **named))

        return inner

    return around
