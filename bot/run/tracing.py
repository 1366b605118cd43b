"""Sends traces to a collector by OpenTelemetry (OTLP over HTTP), if the settings name one.

The provider is our own and not OpenTelemetry's global one, so that no library's spans are sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.observing.built import built
from bot.observing.traces import ATTRIBUTES, TRACES, OpenSpan, TracedRound
from bot.settings import Settings

if TYPE_CHECKING:
    from opentelemetry import trace
    from opentelemetry.sdk.trace import SpanProcessor
    from opentelemetry.sdk.trace.export import SpanExporter

EXPORTER = "opentelemetry.exporter.otlp.proto.http"
MISSING = (
    "HANDRAIL_TRACES_ENDPOINT is set, and the library for traces is not installed here. Install "
    "handrail[tracing], or take the setting out, then start again."
)
# Seconds for one request to the collector: what it does not take is dropped, and nothing waits.
REQUEST_SECONDS = 3.0


@contextmanager
def tracing(settings: Settings) -> Iterator[None]:
    """Traces in the block. Raises RefusedError where the library is not installed."""
    if settings.traces_endpoint is None:
        yield
        return
    if not _is_installed():
        # The database's library is imported after the log is set up.
        from storage.trouble import RefusedError

        raise RefusedError(MISSING)
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    exporter: SpanExporter = OTLPSpanExporter(settings.traces_endpoint, timeout=REQUEST_SECONDS)
    with traced_by(BatchSpanProcessor(exporter)):
        yield


@contextmanager
def traced_by(processor: SpanProcessor) -> Iterator[None]:
    """Traces to this processor in the block, and shuts it down then."""
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider

    which = built()
    resource = Resource(
        {
            "service.name": "handrail",
            "service.version": which.version,
            "handrail.commit": which.commit,
        }
    )
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(processor)
    before, TRACES.tracer = TRACES.tracer, _Tracer(provider.get_tracer("handrail"))
    try:
        yield
    finally:
        TRACES.tracer = before
        provider.shutdown()


class _Span:
    def __init__(self, span: trace.Span) -> None:
        self._span = span

    def set(self, name: str, value: str) -> None:
        if name not in ATTRIBUTES:
            raise ValueError("an attribute that no span may have")
        self._span.set_attribute(name, value)


class _Tracer:
    """OpenTelemetry itself would add an error's text and its traceback to the span."""

    def __init__(self, tracer: trace.Tracer) -> None:
        self._tracer = tracer

    def span(self, name: TracedRound) -> AbstractContextManager[OpenSpan]:
        return self._opened(name)

    @contextmanager
    def _opened(self, name: TracedRound) -> Iterator[OpenSpan]:
        with self._tracer.start_as_current_span(
            name.value, record_exception=False, set_status_on_exception=False
        ) as span:
            yield _Span(span)


def _is_installed() -> bool:
    try:
        return find_spec(EXPORTER) is not None
    except ModuleNotFoundError:
        return False
