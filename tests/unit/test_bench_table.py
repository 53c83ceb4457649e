"""The bench's own arithmetic and wording; how fast anything is, no test asserts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest

from bench import growth, plot, run, table
from bench.peers.known import PEERS
from bench.plan import Plan
from bench.result import FANPACE, Measured
from bench.turns import Metric, Side, in_turn
from devstack.postgres import Server

DOCUMENT: dict[str, Any] = {
    "measured_at": "2026-11-23T06:00:00+00:00", "machine": {"processor": "two cores"},
    "seconds": {"drain": 120.0}, "quick": False,
}  # fmt: skip


def measured(system: str, *values: float, metric: str = "throughput") -> Measured:
    return Measured("drain", system, "default", metric, "1/s", values, "more", "", "")


def plan(runs: int) -> Plan:
    return Plan(
        quick=True, seed=1, runs=runs, say=lambda _: None, server=cast(Server, None), peers=None
    )


async def test_systems_are_measured_in_turn_and_not_one_after_the_other() -> None:
    order: list[str] = []

    def side(name: str, runs: int | None = None) -> Side:
        async def once(number: int) -> Mapping[str, float]:
            order.append(name)
            return {"throughput": float(len(order))}

        return Side(name, "default", once, runs=runs)

    metrics = [Metric("throughput", "1/s", "more")]
    found = await in_turn(plan(3), "drain", [side("A"), side("B"), side("C", 1)], metrics)

    assert order == ["A", "B", "C", "A", "B", "A", "B"]
    assert [row.values for row in found] == [(1, 4, 6), (2, 5, 7), (3,)]


def test_a_line_has_the_median_and_the_spread_of_its_runs() -> None:
    assert table.in_words(measured("A", 1200, 900, 2000)) == "throughput 1,200 1/s (900–2,000)"
    assert table.in_words(measured("A", 3.456)) == "throughput 3.46 1/s"


def test_metrics_of_a_system_share_a_line() -> None:
    rows = [measured("A", 1), measured("A", 2, metric="p99"), measured("B", 3)]

    assert [line[1] for line in table.lines(rows)] == ["A", "B"]
    assert table.lines(rows)[0][3] == "throughput 1 1/s, p99 2 1/s"


def test_the_table_replaces_the_one_before_it_in_the_readme(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"above\n{table.BEGIN}\nold\n{table.END}\nbelow\n")

    for _ in range(2):
        table.into_readme(readme, DOCUMENT, [measured(FANPACE, 5)])

    text = readme.read_text()
    assert text.startswith("above\n")
    assert text.endswith("\nbelow\n")
    assert "old" not in text
    assert text.count("| **fanpace** | default | throughput 5 1/s |") == 1


def test_a_readme_without_its_marks_is_left_alone(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("nothing here\n")

    with pytest.raises(ValueError, match="needs both marks"):
        table.into_readme(readme, DOCUMENT, [measured(FANPACE, 5)])
    assert readme.read_text() == "nothing here\n"


def test_the_readme_of_the_bench_has_its_marks() -> None:
    text = run.README.read_text()

    assert text.index(table.BEGIN) < text.index(table.END)


def test_the_picture_is_the_same_for_the_same_results(tmp_path: Path) -> None:
    rows = [measured(FANPACE, 5, 6), measured("A", 3)]

    plot.write(tmp_path / "one.svg", rows)
    plot.write(tmp_path / "two.svg", rows)

    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_results_come_back_from_the_file_as_they_were() -> None:
    rows = [measured(FANPACE, 5, 6)]

    assert run.load({"results": [row.as_json() for row in rows]}) == rows


def test_every_peer_has_a_pinned_version() -> None:
    for peer in PEERS:
        assert peer.system.split()[-1][0].isdigit(), peer.system


def test_a_full_project_is_compared_with_the_empty_one_under_the_same_snapshot() -> None:
    def values(per_second: float, p99: float) -> list[growth.Values]:
        return [{"ingest": per_second, "ingest p99": p99}]

    rows = growth._rows({
        growth.EMPTY: values(200, 10), growth.EMPTY_HELD: values(100, 20),
        "full, fresh statistics": values(150, 12), "full, a snapshot held open": values(95, 21),
    })  # fmt: skip
    notes = {(row.setting, row.metric): row.note for row in rows}

    assert notes["empty", "ingest"] == ""
    assert notes["full, fresh statistics", "ingest"] == "ingest 0.75 of empty"
    assert notes["full, fresh statistics", "ingest p99"] == "ingest p99 +2.0 ms"
    assert notes["full, a snapshot held open", "ingest"] == "ingest 0.95 of empty"
