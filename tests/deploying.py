"""Makes `deploy/env.example` from the settings (`make says`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from bot.run.platforms import all_settings

HEAD = """\
# Every setting there is, with what it is when you leave it out. Take the # away to change one.
# Made from bot/settings.py and the settings of each platform; a test holds them together.
"""


def example() -> str:
    fields = all_settings().model_fields
    return HEAD + "".join(_entry(name, field) for name, field in fields.items())


def _entry(name: str, field: FieldInfo) -> str:
    assert field.description, f"{name} has no description"
    return f"\n# {field.description}\n# HANDRAIL_{name.upper()}={_shown(field.get_default())}\n"


def _shown(default: Any) -> str:
    return "" if default is None else str(default)


def env_example() -> Path:
    return Path(__file__).parents[1] / "deploy" / "env.example"


if __name__ == "__main__":
    print(example(), end="")
