"""Finds the chat platforms, and holds what they registered.

To add one, add the module with its registration to `FOUND_AT`, or call `register` before anything
else. Nothing here imports an SDK.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from pydantic import create_model

from adapters.shared.registration import Platform
from bot.settings import Settings
from bot.text import add_sentences

FOUND_AT = (
    "adapters.local.registration",
    "adapters.slack.registration",
    "adapters.teams.registration",
    "adapters.mail.registration",
)

_registered: dict[str, Platform] = {}


def registered() -> Mapping[str, Platform]:
    """Returns every platform by its name, whether it is configured or not.

    The first call registers those of `FOUND_AT`. From then on their sentences can be said.
    """
    _register_found()
    return _registered


def register(platform: Platform) -> Callable[[], None]:
    """Adds one platform, and its sentences to the catalogue.

    Returns a function that takes both out again. Raises ValueError where the name is taken.
    """
    _register_found()
    return _add(platform)


def all_settings() -> type[Settings]:
    """Joins the settings of Handrail and of every registered platform into one class."""
    own = [one.settings for one in registered().values() if one.settings is not Settings]
    return _joined((*reversed(own), Settings))


@cache
def _register_found() -> None:
    for module in FOUND_AT:
        _add(import_module(module).PLATFORM)


def _add(platform: Platform) -> Callable[[], None]:
    if platform.name in _registered:
        raise ValueError(f"there is a platform {platform.name} already")
    _registered[platform.name] = platform
    remove_sentences = (
        add_sentences(platform.name, platform.sentences) if platform.sentences else _nothing
    )

    def remove() -> None:
        del _registered[platform.name]
        remove_sentences()

    return remove


@cache
def _joined(classes: tuple[type[Settings], ...]) -> type[Settings]:
    return create_model("AllSettings", __base__=classes)


def _nothing() -> None:
    """Does nothing: there are no sentences to take out."""
