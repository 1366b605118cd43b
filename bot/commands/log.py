"""The log: our own events, and of everything else only who spoke, how loudly and which error.

A library's record can quote what a person wrote, a cookie or a token, at any level and by any
handler. So no text of a library is written, whichever way it takes: a logger, a warning, a lost
task, an error that nobody caught.
"""

from __future__ import annotations

import atexit
import logging
import re
import sys
import threading
import time
import warnings
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

LEVELS = (logging.CRITICAL, logging.ERROR, logging.WARNING)
MOST_PER_EVENT, MOST_OF_LIBRARIES = 20, 100
LIBRARY = "library"
WINDOW_SECONDS = 1.0
LONGEST_NAME = 80
PLAIN = (str, int, float, bool, type(None))
OURS = ("bot", "adapters", "storage")

Form = Literal["text", "json"]

log = structlog.get_logger()


def log_to_stderr(level: str, form: Form = "text") -> None:
    """Writes our own events from `level` on to stderr, and reduces everything else.

    `form` "json" writes one object a line. Each line has its time in UTC, whatever the zone of the
    machine. Call it before a library is imported that could log. A second call changes both.
    """
    structlog.configure(
        processors=_processors(form),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    atexit.unregister(SPARED.tell)
    atexit.register(SPARED.tell)
    # Every logger, whoever made it, hands its record over by this one method. No handler that a
    # library adds is ever asked.
    logging.Logger.callHandlers = _reduce  # type: ignore[method-assign]
    logging.raiseExceptions = False
    logging.lastResort = None
    logging.root.setLevel(logging.WARNING)
    warnings.showwarning = _warned
    sys.excepthook = crashed
    sys.unraisablehook = _unraisable
    threading.excepthook = _thread_crashed


class Spared:
    """Leaves lines out: of each event and of all libraries so many are written in a second.

    The next line that is written says how many were left out, by event.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._since = seconds()
        self._written: Counter[tuple[str, str]] = Counter()
        self._left_out: Counter[str] = Counter()
        self._one = threading.Lock()

    def __call__(self, _: WrappedLogger, __: str, event: EventDict) -> EventDict:
        """Raises DropEvent for a line too many."""
        name = str(event.get("event"))
        with self._one:
            self._begin_anew()
            key = name, str(event.get("logger", ""))
            if self._written[key] >= MOST_PER_EVENT or (name == LIBRARY and self._libraries_full()):
                self._left_out[name] += 1
                raise structlog.DropEvent
            self._written[key] += 1
            if self._left_out:
                event["left_out"] = self._told()
        return event

    def tell(self) -> None:
        """Says what was left out and not told yet. The end of the process calls it."""
        with self._one:
            told = self._told()
            self._written.clear()
        if told:
            log.error("lines_left_out", count=told)

    def _told(self) -> str:
        told = " ".join(f"{name}:{count}" for name, count in sorted(self._left_out.items()))
        self._left_out.clear()
        return told

    def _libraries_full(self) -> bool:
        said = sum(count for (name, _), count in self._written.items() if name == LIBRARY)
        return said >= MOST_OF_LIBRARIES

    def _begin_anew(self) -> None:
        now = self._seconds()
        if now - self._since >= WINDOW_SECONDS:
            self._since = now
            self._written.clear()


SPARED = Spared()


def crashed(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    """Tells of an error that nobody caught: its class, and the line of ours that it came from."""
    if not issubclass(kind, KeyboardInterrupt):
        log.critical("crashed", error=_safe(kind.__name__), at=_line_of_ours(trace))


def _processors(form: Form) -> list[Processor]:
    return [
        _without_traceback,
        _plain_values,
        structlog.processors.add_log_level,
        SPARED,
        structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()),
    ]


def _without_traceback(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """No event of ours may carry an error itself, for its text can quote a person."""
    for name in ("exc_info", "stack_info", "exception", "stack"):
        event.pop(name, None)
    return event


def _plain_values(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Of an object only its class is written: both forms would write its repr."""
    for name, value in event.items():
        if not isinstance(value, PLAIN):
            event[name] = _safe(type(value).__name__)
    return event


def _reduce(self: logging.Logger, record: logging.LogRecord) -> None:
    """Takes the place of `logging.Logger.callHandlers`, for every logger."""
    level = next((least for least in LEVELS if record.levelno >= least), None)
    if level is None:
        return
    raised = record.exc_info[0] if isinstance(record.exc_info, tuple) else None
    error = {"error": _safe(raised.__name__)} if raised is not None else {}
    # As a handler would: the library that logs does not learn that stderr is closed.
    with suppress(OSError, ValueError):
        log.log(level, LIBRARY, logger=_safe(self.name), **error)


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    log.warning(LIBRARY, logger="warnings", error=_safe(category.__name__))


def _unraisable(found: sys.UnraisableHookArgs) -> None:
    log.error(LIBRARY, logger="unraisable", error=_safe(found.exc_type.__name__))


def _thread_crashed(found: threading.ExceptHookArgs) -> None:
    if found.exc_type is not SystemExit:
        at = _line_of_ours(found.exc_traceback)
        log.error("thread_crashed", error=_safe(found.exc_type.__name__), at=at)


def _line_of_ours(trace: TracebackType | None) -> str:
    """Returns module and line of the innermost frame that is ours; empty where none is."""
    found = ""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.split(".")[0] in OURS:
            found = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _safe(name: str) -> str:
    """Keeps the letters that names of loggers and classes have."""
    return re.sub(r"[^\w.]", "?", name, flags=re.ASCII)[:LONGEST_NAME]
