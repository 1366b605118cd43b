"""Turns the log off, because a simulation breaks things on purpose."""

from __future__ import annotations

import logging

import structlog


def quietly() -> None:
    level = structlog.make_filtering_bound_logger(logging.CRITICAL)
    structlog.configure(wrapper_class=level, cache_logger_on_first_use=False)
