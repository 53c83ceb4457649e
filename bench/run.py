"""
Run the figures one after the other on one server, and write down what came of it.

`make bench` measures everything in about half an hour. Each figure is a module with
`measure(plan)`; results are kept in bench/results.json, so that `--only` replaces its own figure's
and `--render` prints, draws and writes the README's table anew without measuring.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from uvloop import new_event_loop

from bench import plot, table
from bench.machine import machine
from bench.peers import install
from bench.plan import Plan
from bench.result import Measured
from devstack import postgres

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PLOT = HERE / "results.svg"
README = HERE / "README.md"
PEERS = HERE.parent / ".cache" / "bench" / "peers"

# In the order in which they are measured and shown.
FIGURES = {
    "lateness": "bench.lateness",
    "upsert": "bench.upsert",
    "ingest": "bench.ingest",
    "drain": "bench.drain",
    "growth": "bench.growth",
    "steady": "bench.steady",
    "capacity": "bench.capacity",
    "workers": "bench.workers",
    "webhook": "bench.webhook",
}

# Supabase's, as far as speed depends on them: commits are durable, statements are counted.
SETTINGS = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "512MB",
    "max_wal_size": "4GB",
    "max_connections": "200",
    "shared_preload_libraries": "pg_stat_statements",
}
# For --smoke.
QUICKLY = dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")


@click.command()
@click.option("--quick", is_flag=True, help="Some minutes instead of half an hour; rougher.")
@click.option("--smoke", is_flag=True, help="Seconds: does it run? Its figures say nothing.")
@click.option("--only", multiple=True, type=click.Choice(list(FIGURES)), help="May be repeated.")
@click.option("--without-peers", is_flag=True, help="fanpace and the bare SQL alone.")
@click.option("--runs", type=int, help="How often each is measured.")
@click.option("--seed", default=7, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print results.json instead of a table.")
@click.option("--render", is_flag=True, help="Measure nothing: show what results.json has.")
@click.option("--readme", is_flag=True, help="Put even a quick run's table into the README.")
def main(
    quick: bool, smoke: bool, only: tuple[str, ...], without_peers: bool, runs: int | None,
    seed: int, as_json: bool, render: bool, readme: bool,
) -> None:  # fmt: skip
    """Measure fanpace beside other queues, on one PostgreSQL server."""
    console = Console(stderr=True, highlight=False)
    if not render:
        quick = quick or smoke
        began = time.monotonic()

        def say(what: str) -> None:
            console.print(f"[dim]{time.monotonic() - began:4.0f} s[/] {what}")

        if not without_peers:
            install.install(PEERS, say)
        kept = read(RESULTS) if only else {}
        # What says nothing about speed need not wait for a disk.
        with postgres.running({**SETTINGS, **(QUICKLY if smoke else {})}) as server:
            plan = Plan(
                quick=quick, smoke=smoke, seed=seed, runs=runs or (1 if quick else 3), say=say,
                server=server, peers=None if without_peers else PEERS,
            )  # fmt: skip
            for document in measure(plan, only or tuple(FIGURES), kept):
                # Nobody should find those of a smoke test in a file and take them for figures.
                if not smoke:
                    RESULTS.write_text(json.dumps(document, indent=2) + "\n")
        if smoke:
            click.echo("every figure ran")
            return
    document = read(RESULTS)
    results = load(document)
    plot.write(PLOT, results)
    if readme or not document["quick"]:
        table.into_readme(README, document, results)
    if as_json:
        click.echo(json.dumps(document, indent=2))
    else:
        console = Console()
        table.show(console if console.is_terminal else Console(width=180), results)


def measure(plan: Plan, names: tuple[str, ...], kept: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Measure these figures; yield, after each of them, all there are with those of `kept`."""
    described = machine(plan.server)
    seconds: dict[str, float] = dict(kept.get("seconds", {}))
    results = [row for row in kept.get("results", []) if row["figure"] not in names]
    for name in (each for each in FIGURES if each in names):
        began = time.monotonic()
        # The stand-ins run in this process, on the cores of what is measured: as fast as can be.
        with asyncio.Runner(loop_factory=new_event_loop) as runner:
            found: list[Measured] = runner.run(import_module(FIGURES[name]).measure(plan))
        seconds[name] = round(time.monotonic() - began, 1)
        results += [each.as_json() for each in found]
        plan.say(f"{name} took {seconds[name]:.0f} s")
        order = list(FIGURES)
        yield {
            "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "quick": plan.quick,
            "seed": plan.seed,
            "machine": described,
            "seconds": seconds,
            "results": sorted(results, key=lambda row: order.index(row["figure"])),
        }


def read(path: Path) -> dict[str, Any]:
    """Read what an earlier run wrote; empty where there was none."""
    if not path.exists():
        return {}
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def load(document: dict[str, Any]) -> list[Measured]:
    names = {each.name for each in fields(Measured)}
    return [
        Measured(**{key: value for key, value in row.items() if key in names} | {
            "values": tuple(row["values"])
        })
        for row in document.get("results", [])
    ]  # fmt: skip
