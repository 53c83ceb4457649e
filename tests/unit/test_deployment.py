"""The files that hosts read agree with the worker: parsable, and patient enough."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from worker.settings import Settings

ROOT = Path(__file__).parents[2]


def seconds(written: Any) -> float:
    return float(str(written).removesuffix("s"))


def read(name: str) -> dict[str, Any]:
    text = (ROOT / name).read_text()
    found: dict[str, Any] = tomllib.loads(text) if name.endswith(".toml") else yaml.safe_load(text)
    return found


@pytest.mark.parametrize(
    ("name", "grace"),
    [
        ("compose.yaml", lambda file: file["services"]["worker"]["stop_grace_period"]),
        ("deploy/hosts/fly.toml", lambda file: file["kill_timeout"]),
        (
            "deploy/hosts/render.yaml",
            lambda file: file["services"][0]["maxShutdownDelaySeconds"],
        ),
    ],
)
def test_a_host_waits_longer_than_the_worker_takes_to_hand_back(name: str, grace: Any) -> None:
    assert seconds(grace(read(name))) > Settings.model_fields["worker_grace"].default


def test_every_variable_that_render_is_given_is_one_that_the_worker_reads() -> None:
    variables = {
        each["key"].lower() for each in read("deploy/hosts/render.yaml")["services"][0]["envVars"]
    }
    assert variables <= set(Settings.model_fields)


def test_the_image_takes_nothing_but_the_worker() -> None:
    copied = [
        line.split()[1:-1]
        for line in (ROOT / "Dockerfile").read_text().splitlines()
        if line.startswith("COPY") and "--from" not in line
    ]
    assert {name.removeprefix("./") for names in copied for name in names} == {
        "pyproject.toml", "constraints.txt", "README.md", "LICENSE", "worker", "prompts",
    }  # fmt: skip
