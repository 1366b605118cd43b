"""slack_bolt and slack_sdk would log what people wrote: here they log only that something was."""

from __future__ import annotations

import logging

NAME = "handrail.slack"
ROOTS = ("slack_bolt", "slack_sdk", "slack")


class _Hush(logging.Filter):
    """Keeps the level, and the kind of an error; takes out what was said."""

    def filter(self, record: logging.LogRecord) -> bool:
        kind = record.exc_info[0] if record.exc_info else None
        record.msg = f"slack library: {record.levelname.lower()}"
        if kind is not None:
            record.msg += f" ({kind.__name__})"
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        return record.levelno >= logging.WARNING


def slack_logger() -> logging.Logger:
    """To be handed to everything of slack_bolt's and slack_sdk's that takes a logger."""
    logger = logging.getLogger(NAME)
    logger.setLevel(logging.WARNING)
    if not logger.filters:
        logger.addFilter(_Hush())
    for name in ROOTS:
        tamed = logging.getLogger(name)
        tamed.setLevel(logging.WARNING)
        if not tamed.filters:
            tamed.addFilter(_Hush())
    return logger
