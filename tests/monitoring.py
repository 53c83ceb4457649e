"""What deploy/ asks of Prometheus: every expression of the dashboard and of the alert rules."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

DEPLOY = Path(__file__).parents[1] / "deploy"
DASHBOARD: dict[str, Any] = json.loads((DEPLOY / "grafana" / "fanpace.json").read_text())
RULES: list[dict[str, Any]] = [
    rule
    for group in yaml.safe_load((DEPLOY / "alerts.yml").read_text())["groups"]
    for rule in group["rules"]
]
PANELS: list[dict[str, Any]] = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
EXPRESSIONS: list[str] = [
    *(target["expr"] for panel in PANELS for target in panel["targets"]),
    *(rule["expr"] for rule in RULES),
]
_SELECTOR = re.compile(r"\b((?:fanpace|process)_\w+)(?:\{([^}]*)\})?")
_MATCHER = re.compile(r'(\w+)\s*(=~|!=|!~|=)\s*"([^"]*)"')
_GROUPING = re.compile(r"\b(?:by|on|without) \(([^)]*)\)")


def selectors(expression: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Each metric that an expression names, with its matchers."""
    return [(name, _MATCHER.findall(labels)) for name, labels in _SELECTOR.findall(expression)]


def names() -> set[str]:
    """Every metric that is named anywhere."""
    return {name for expression in EXPRESSIONS for name, _ in selectors(expression)}


def grouped_by(expression: str) -> set[str]:
    """The labels that an expression groups or matches by."""
    return {
        label.strip()
        for group in _GROUPING.findall(expression)
        for label in group.split(",")
        if label
    }
