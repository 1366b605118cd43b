"""Makes `deploy/env.example` from the settings (`make says`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from bot.environment.secret_files import SUFFIX, is_secret
from bot.run.platforms import registered
from bot.settings import Settings

HEAD = """\
# Every setting there is, with what it is when you leave it out. Take the # away to change one.
# An empty one counts as left out. A name that is not here ends the start, with the name that was
# probably meant. In a container leave out DATA, HOST and WATCH_PORT: the image sets them.
# Made from bot/settings.py and the settings of each platform; a test holds them together.
"""
OR_FILE = "Or a file that holds it alone, and that nobody else can open:"
TITLES = {"slack": "Slack", "teams": "Microsoft Teams", "mail": "Guest coaches by mail"}


def groups() -> Iterator[tuple[str, dict[str, FieldInfo]]]:
    """Yields the settings by case: those of every Handrail, then those of each platform."""
    everywhere = Settings.model_fields
    yield "Everywhere", everywhere
    for platform in registered().values():
        own = platform.settings.model_fields
        added = {name: field for name, field in own.items() if name not in everywhere}
        if added:
            yield TITLES[platform.name], added


def example() -> str:
    parts = [HEAD]
    for title, fields in groups():
        parts.append(f"\n# --- {title} ---\n")
        parts += [_entry(name, field) for name, field in fields.items()]
    return "".join(parts)


def _entry(name: str, field: FieldInfo) -> str:
    assert field.description, f"{name} has no description"
    variable = f"HANDRAIL_{name.upper()}"
    entry = f"\n# {field.description}\n# {variable}={_shown(field.get_default())}\n"
    if is_secret(field):
        entry += f"# {OR_FILE}\n# {variable}{SUFFIX}=\n"
    return entry


def _shown(default: Any) -> str:
    return "" if default is None else str(default)


def env_example() -> Path:
    return Path(__file__).parents[1] / "deploy" / "env.example"


if __name__ == "__main__":
    print(example(), end="")
