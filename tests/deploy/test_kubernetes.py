"""The Kubernetes overlays are whole, restricted, and agree with the image and the command line."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import product

import pytest
import yaml

from tests.deploy.files import (
    DEPLOY,
    OVERLAYS,
    Json,
    commands,
    known,
    of_kind,
    pods,
    rendered,
)

VALIDATE = DEPLOY.parent / ".venv-audit" / "bin" / "kubernetes-validate"
COMPONENT = "app.kubernetes.io/component"
EVERY = [("one", "run"), ("many", "serve"), ("many", "worker")]
# What is routed events takes them also while a platform is away.
READY = "/readyz?exclude=platforms"


@pytest.mark.long
@pytest.mark.parametrize("overlay", OVERLAYS)
def test_it_is_what_the_schema_of_kubernetes_says(overlay: str) -> None:
    """With no field that the schema does not know: a misspelt one would be ignored."""
    if not VALIDATE.exists():
        pytest.skip("kubernetes-validate is missing: make .venv-audit/.installed")
    told = yaml.safe_dump_all(rendered(overlay))
    done = subprocess.run(
        [str(VALIDATE), "--strict", "-"], input=told, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def containers(overlay: str, component: str) -> list[Json]:
    pod = pods(overlay)[component]
    return [*pod["initContainers"], *pod["containers"]]


def test_there_is_what_the_command_line_has() -> None:
    assert [(o, c) for o in OVERLAYS for c in pods(o)] == EVERY
    for overlay, component in EVERY:
        (container,) = pods(overlay)[component]["containers"]
        assert container["command"] == ["handrail", component]
        assert component in commands()


@pytest.mark.parametrize(("overlay", "component"), EVERY)
def test_a_pod_is_restricted_and_asks_nothing_of_the_cluster(overlay: str, component: str) -> None:
    pod = pods(overlay)[component]
    assert pod["automountServiceAccountToken"] is False
    assert pod["enableServiceLinks"] is False, "a Service would set HANDRAIL_PORT"
    rights = pod["securityContext"]
    assert rights["runAsNonRoot"] is True
    assert (
        f"USER {rights['runAsUser']}:{rights['runAsGroup']}\n"
        in (DEPLOY / "Dockerfile").read_text()
    )
    assert rights["seccompProfile"] == {"type": "RuntimeDefault"}
    for container in containers(overlay, component):
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert container["resources"]["limits"]["memory"]
        assert {"cpu", "memory"} <= set(container["resources"]["requests"])


@pytest.mark.parametrize(("overlay", "component"), EVERY)
def test_every_volume_is_mounted_and_every_mount_is_a_volume(overlay: str, component: str) -> None:
    made = list(of_kind(overlay, "StatefulSet", "Deployment"))
    claims = [
        claim["metadata"]["name"]
        for one in made
        for claim in one["spec"].get("volumeClaimTemplates", ())
    ]
    volumes = {one["name"] for one in pods(overlay)[component]["volumes"]} | set(claims)
    mounts = [mount for one in containers(overlay, component) for mount in one["volumeMounts"]]
    assert {mount["name"] for mount in mounts} == volumes
    (house,) = pods(overlay)[component]["containers"]
    places = {mount["mountPath"] for mount in house["volumeMounts"]}
    assert {"/data", "/epochs", "/recovery", "/backups", "/tmp", "/secrets"} <= places
    if overlay == "one":
        assert set(claims) == {"data", "keys", "epochs", "recovery", "backups"}


@pytest.mark.parametrize(("overlay", "component"), EVERY)
def test_what_handrail_writes_to_is_a_folder_that_the_first_container_made(
    overlay: str, component: str
) -> None:
    """A kubelet makes a folder that is not there as root's: Handrail could not use it."""
    pod = pods(overlay)[component]
    (first,), (house,) = pod["initContainers"], pod["containers"]
    made = " ".join(first["command"])
    at = {mount["name"]: mount["mountPath"] for mount in first["volumeMounts"]}
    for mount in house["volumeMounts"]:
        if "subPath" in mount:
            assert f"{at[mount['name']]}/{mount['subPath']}" in made
        else:
            assert mount.get("readOnly") or mount["name"] == "tmp"
    assert "install -d -m 0700" in made


@pytest.mark.parametrize(("overlay", "component"), EVERY)
def test_the_probes_ask_ports_that_are_there(overlay: str, component: str) -> None:
    (house,) = pods(overlay)[component]["containers"]
    ports = {one["name"]: one["containerPort"] for one in house["ports"]}
    assert ports == {"http": 8080, "watch": 9080}
    asked = {
        name: (house[name]["httpGet"]["path"], house[name]["httpGet"]["port"])
        for name in ("startupProbe", "livenessProbe", "readinessProbe")
    }
    assert asked == {
        "startupProbe": ("/healthz", "http"),
        "livenessProbe": ("/healthz", "http"),
        "readinessProbe": (READY, "watch"),
    }


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_settings_exist_and_secrets_are_named_and_never_held(overlay: str) -> None:
    assert of_kind(overlay, "Secret") == []
    (settings,) = of_kind(overlay, "ConfigMap")
    assert set(settings["data"]) <= known()
    assert not any("://" in value for value in settings["data"].values())
    secrets = {
        volume["secret"]["secretName"]
        for pod in pods(overlay).values()
        for volume in pod["volumes"]
        if "secret" in volume
    }
    told = (DEPLOY / "kubernetes" / "overlays" / overlay / "kustomization.yaml").read_text()
    assert secrets == set(re.findall(r"\bhandrail-(?:platforms|data-url|keys-url|epochs)\b", told))
    for name, value in settings["data"].items():
        if name.endswith("_FILE"):
            assert value.startswith("/run/handrail/")


def test_what_serves_and_what_works_differ_by_their_names_alone() -> None:
    serve, worker = (
        (DEPLOY / "kubernetes" / "overlays" / "many" / f"{name}.yaml").read_text()
        for name in ("serve", "worker")
    )
    named = {"handrail-serve": "handrail-worker", "- serve": "- worker", ": serve": ": worker"}
    for old, new in named.items():
        serve = serve.replace(old, new)
    assert serve == worker


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_what_selects_pods_selects_some(overlay: str) -> None:
    labels = [
        one["spec"]["template"]["metadata"]["labels"]
        for one in of_kind(overlay, "Deployment", "StatefulSet")
    ]
    selectors = [one["spec"]["selector"] for one in of_kind(overlay, "Service")]
    budgets = of_kind(overlay, "PodDisruptionBudget")
    selectors += [one["spec"]["selector"]["matchLabels"] for one in budgets]
    for selector, _ in product(selectors, [0]):
        assert any(selector.items() <= one.items() for one in labels), selector
    assert {one["spec"]["selector"]["matchLabels"][COMPONENT] for one in budgets} == (
        {"serve", "worker"} if overlay == "many" else set()
    )


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_nobody_comes_in_but_who_is_named(overlay: str) -> None:
    policies = of_kind(overlay, "NetworkPolicy")
    (inward,) = [one["spec"] for one in policies if "Ingress" in one["spec"]["policyTypes"]]
    assert inward["podSelector"] == {}
    assert all("from" in rule for rule in inward["ingress"])
    outward = {
        port["port"] for one in policies for rule in one["spec"]["egress"] for port in rule["ports"]
    }
    assert outward == {53, 443, 465, 587} | ({5432} if overlay == "many" else set())


def test_a_budget_needs_a_second_one() -> None:
    replicas = {
        one["metadata"]["name"]: one["spec"]["replicas"] for one in of_kind("many", "Deployment")
    }
    assert all(number > 1 for number in replicas.values())
    assert shutil.which("kubectl")
