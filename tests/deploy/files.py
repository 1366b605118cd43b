"""Reads the files of deploy/ as the programs do that they are for."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from bot.__main__ import app
from bot.environment.names import known_names
from bot.run.platforms import all_settings

DEPLOY = Path(__file__).parents[2] / "deploy"
SETTING = re.compile(r"\bHANDRAIL_[A-Z0-9_]*[A-Z0-9]\b")
COMPOSE = ("compose.yaml", "compose.scale.yaml")
OVERLAYS = ("one", "many")
Json = dict[str, Any]


def compose(file: str) -> Json:
    """A compose file, with its anchors resolved."""
    found: Json = yaml.safe_load((DEPLOY / file).read_text("utf-8"))
    return found


def ours(file: str) -> dict[str, Json]:
    """The services that run Handrail."""
    services = compose(file)["services"]
    return {name: one for name, one in services.items() if one["image"] == "handrail"}


def command_of(service: Json) -> list[str]:
    """What a service or container runs; the image's own command where it says nothing."""
    return service.get("command") or ["handrail", "run"]


@cache
def rendered(overlay: str) -> tuple[Json, ...]:
    """What `kubectl apply -k` would apply. Skips where there is no kubectl."""
    if shutil.which("kubectl") is None:
        pytest.skip("the overlays cannot be built here: kubectl is missing")
    words = ["kubectl", "kustomize", str(DEPLOY / "kubernetes" / "overlays" / overlay)]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return tuple(yaml.safe_load_all(told))


def of_kind(overlay: str, *kinds: str) -> list[Json]:
    """The resources of these kinds."""
    return [one for one in rendered(overlay) if one["kind"] in kinds]


def pods(overlay: str) -> dict[str, Json]:
    """Each pod's specification, by its component."""
    made = of_kind(overlay, "Deployment", "StatefulSet")
    component = "app.kubernetes.io/component"
    templates = [one["spec"]["template"] for one in made]
    return {one["metadata"]["labels"][component]: one["spec"] for one in templates}


def unit() -> list[tuple[str, str]]:
    """The lines of the systemd unit, as (name, value)."""
    told = (DEPLOY / "systemd" / "handrail.service").read_text("utf-8")
    pairs = (line.partition("=") for line in told.splitlines() if line[:1].isupper())
    return [(name, value) for name, _, value in pairs]


def names_in(file: Path) -> set[str]:
    """Every HANDRAIL_ name that stands in a file, in a comment too."""
    return set(SETTING.findall(file.read_text("utf-8")))


def every_file() -> list[Path]:
    """The files of deploy/, without secrets that somebody made there."""
    found = (one for one in sorted(DEPLOY.rglob("*")) if one.is_file())
    return [one for one in found if not {"__pycache__", "secrets"} & set(one.parts)]


@cache
def known() -> frozenset[str]:
    """Every variable that Handrail reads."""
    return known_names(all_settings())


@cache
def commands() -> frozenset[str]:
    """The commands of `handrail`."""
    return frozenset(getattr(get_command(app), "commands"))  # noqa: B009
