"""Every way names the same settings, all of them exist, and the page's tables say so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.deploy.files import (
    DEPLOY,
    OVERLAYS,
    command_of,
    compose,
    every_file,
    known,
    names_in,
    of_kind,
    ours,
    pods,
    unit,
)

PAGE = DEPLOY.parent / "docs" / "deploying.md"
ROW = re.compile(r"^\| `(HANDRAIL_\w+)` \| (.*?) ?\| (.*?) ?\| (.*?) ?\|$", re.MULTILINE)


@pytest.mark.parametrize("file", every_file(), ids=lambda file: str(file.relative_to(DEPLOY)))
def test_every_setting_that_is_named_exists(file: Path) -> None:
    if file.suffix in {".yaml", ".env", ".service", ".sh", ".md"} or file.name == "Dockerfile":
        assert names_in(file) <= known()


def of_image() -> dict[str, str]:
    recipe = (DEPLOY / "Dockerfile").read_text()
    found = re.findall(r"(HANDRAIL_\w+)=(\S+)", recipe.split("\nENV PATH=")[1].split("EXPOSE")[0])
    return dict(found)


def of_compose(file: str) -> dict[str, str]:
    first = next(iter(ours(file).values()))
    return of_image() | dict(first.get("environment", {}))


def of_kubernetes(overlay: str) -> dict[str, str]:
    (settings,) = of_kind(overlay, "ConfigMap")
    return of_image() | dict(settings["data"])


def of_systemd() -> dict[str, str]:
    given = (value.partition("=") for name, value in unit() if name == "Environment")
    return {name: value for name, _, value in given}


def told(column: int, *, many: bool) -> dict[str, str]:
    """What the page says that a way gives itself. "(many: …)" is for many processes alone."""
    found = {}
    for name, *ways in ROW.findall(PAGE.read_text("utf-8")):
        text = ways[column]
        (value,) = re.findall(r"`(.+)`", text) or [""]
        if value and (many or not text.startswith("(many")):
            found[name] = value
    return found


def test_the_page_tells_what_each_way_gives_itself() -> None:
    assert of_compose("compose.yaml") == told(0, many=False)
    assert of_compose("compose.scale.yaml") == told(0, many=True)
    assert of_kubernetes("one") == told(1, many=False)
    assert of_kubernetes("many") == told(1, many=True)
    assert of_systemd() == told(2, many=False)


def test_each_way_reads_the_organisation_s_settings_and_secrets() -> None:
    for file in ("compose.yaml", "compose.scale.yaml"):
        for one in ours(file).values():
            assert one["env_file"] == [{"path": ".env", "required": False}]
            assert "./secrets/platforms:/secrets:ro" in one["volumes"]
    for overlay in OVERLAYS:
        (settings,) = of_kind(overlay, "ConfigMap")
        for pod in pods(overlay).values():
            (house,) = pod["containers"]
            assert house["envFrom"] == [{"configMapRef": {"name": settings["metadata"]["name"]}}]
            assert any(mount["mountPath"] == "/secrets" for mount in house["volumeMounts"])
    assert ("EnvironmentFile", "-/etc/handrail/handrail.env") in unit()
    assert ("LoadCredential", "secret:/etc/handrail/secrets") in unit()


def test_each_way_runs_the_same_commands() -> None:
    composed = {command_of(one)[1] for one in ours("compose.scale.yaml").values()}
    assert composed == set(pods("many")) == {"serve", "worker"}
    assert {command_of(one)[1] for one in ours("compose.yaml").values()} == set(pods("one"))
    assert compose("compose.yaml")["services"].keys() == {"handrail"}
