"""deploy/grafana/fanpace.json and deploy/alerts.yml ask for metrics and labels that there are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import promql_parser
import pytest

from tests.monitoring import DASHBOARD, EXPRESSIONS, PANELS, RULES, grouped_by, selectors
from tests.unit.test_metrics import FIGURES, JOB, NOW
from worker.errors import WorkerError
from worker.metrics import Metrics
from worker.rows import Claim

PAGE = (Path(__file__).parents[2] / "docs" / "monitoring.md").read_text()
# Prometheus adds these to whatever it scrapes, and `le` to a histogram's buckets.
ADDED = {"instance", "job", "le"}


@pytest.fixture(scope="module")
def told() -> dict[str, set[tuple[str, str]]]:
    """For each metric, the labels and values of a worker that has seen everything."""
    metrics = Metrics()
    metrics.watch_queue(
        lambda: {**FIGURES, "last_webhook_seconds": 3, "connections": {"needs_reconnect": 1}}
    )
    metrics.watch("realtime_joined", "", lambda: 1.0)
    metrics.watch("last_claim_seconds", "", lambda: 1.0)
    metrics.job_finished("reply", "done")
    metrics.job_failed("reply", WorkerError("no"))
    metrics.send_ended("sent")
    metrics.moderated("added")
    metrics.claimed("nudge", Claim((JOB,), None, NOW, False))
    for outcome in ("planned", "held", "superseded"):
        metrics.reply_committed(outcome, 1)
    for outcome in ("paid", "waiting", "limited"):
        metrics.requested(outcome)
    metrics.model_called(1, "ok")
    metrics.tokens_used(1, 1)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for family in metrics.registry.collect():
        for sample in family.samples:
            found[sample.name] |= set(sample.labels.items())
    return found


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_an_expression_asks_for_metrics_and_labels_that_there_are(
    told: dict[str, set[tuple[str, str]]], expression: str
) -> None:
    asked = selectors(expression)
    assert asked
    known = {label for name, _ in asked for label, _ in told.get(name, ())} | ADDED
    assert grouped_by(expression) <= known
    for name, matchers in asked:
        assert name in told
        labels = {label for label, _ in told[name]} | ADDED
        for label, operator, value in matchers:
            assert label in labels
            if operator == "=":
                assert (label, value) in told[name]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_an_expression_is_well_formed(expression: str) -> None:
    opened: list[str] = []
    for mark in re.sub(r'"[^"]*"', "", expression):
        if mark in "([{":
            opened.append(mark)
        elif mark in ")]}":
            assert opened.pop() + mark in ("()", "[]", "{}")
    assert opened == []
    # A counter says nothing by itself, and only a rate of buckets gives a quantile.
    for name, _ in selectors(expression):
        if name.endswith(("_total", "_bucket", "_count")):
            assert re.search(rf"(rate|increase)\({name}(\{{[^}}]*\}})?\[\d+[smhd]\]\)", expression)


def test_prometheus_own_grammar_takes_every_expression() -> None:
    for expression in EXPRESSIONS:
        promql_parser.parse(expression)


def test_the_dashboard_imports_anywhere() -> None:
    (variable,) = DASHBOARD["templating"]["list"]
    assert (variable["name"], variable["type"], variable["query"]) == (
        "datasource", "datasource", "prometheus",
    )  # fmt: skip
    assert "__inputs" not in DASHBOARD
    assert "id" not in DASHBOARD, "Grafana gives it its own"
    wanted = {"type": "prometheus", "uid": "${datasource}"}
    for panel in PANELS:
        assert panel["datasource"] == wanted, panel["title"]
        assert {str(target["datasource"]) for target in panel["targets"]} == {str(wanted)}


def test_every_panel_has_its_own_place_and_number() -> None:
    everything = DASHBOARD["panels"]
    assert max(Counter(panel["id"] for panel in everything).values()) == 1
    taken = Counter(
        (x, y)
        for place in (panel["gridPos"] for panel in everything)
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    )
    assert max(taken.values()) == 1
    assert max(x for x, _ in taken) < 24


def test_every_alert_says_how_urgent_it_is_and_what_to_do() -> None:
    assert max(Counter(rule["alert"] for rule in RULES).values()) == 1
    for rule in RULES:
        assert rule["labels"]["severity"] in ("page", "ticket"), rule["alert"]
        assert set(rule["annotations"]) == {"summary", "description"}, rule["alert"]
        assert re.fullmatch(r"\d+[smhd]", rule.get("for", "0m")), rule["alert"]
        assert rule["alert"] in PAGE, f"docs/monitoring.md does not explain {rule['alert']}"


def test_the_page_explains_every_metric(told: dict[str, set[tuple[str, str]]]) -> None:
    families = {
        re.sub(r"_(bucket|count|sum|created)$", "", name)
        for name in told
        if name.startswith("fanpace_") and not name.endswith("_created")
    }
    assert {name for name in families if f"`{name}" not in PAGE} == set()
