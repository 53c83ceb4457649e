"""
docs/state_machines.md draws what the schema allows: no edge too many, none too few.
"""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import psycopg
import pytest

from tests.project import Project

PAGE = Path(__file__).parents[2] / "docs" / "state_machines.md"
EDGE = re.compile(r"^  (\S+) --> (\S+?)(?:: (.+))?$", re.MULTILINE)
TABLES = {"Jobs": "jobs_queue", "Messages": "messages", "Turns": "turns"}
ENUMS = {"jobs_queue": "job_status", "messages": "message_status", "turns": "turn_status"}
END = "[*]"


def drawn(heading: str) -> list[tuple[str, str, str]]:
    """From, to and label of every edge under a heading of the page."""
    section = PAGE.read_text().split(f"## {heading}\n")[1].split("\n## ")[0]
    (diagram,) = re.findall(r"```mermaid\nstateDiagram-v2\n(.*?)```", section, re.DOTALL)
    edges: list[tuple[str, str, str]] = EDGE.findall(diagram)
    assert len(edges) == len(diagram.splitlines()), "a line that is no edge"
    return edges


def statuses(project: Project, table: str) -> set[str]:
    """Every status of the table but `received`, which is of inbound messages and never changes."""
    names = project.value(f"select to_jsonb(enum_range(null::{ENUMS[table]}))")
    return set(names) - {"received"}


def allowed(project: Project, table: str) -> set[tuple[str, str]]:
    listed = project.value("select private.transitions() -> %s", table)
    return {(before, after) for before, afters in listed.items() for after in afters}


@pytest.mark.parametrize(("heading", "table"), TABLES.items())
def test_a_diagram_has_the_edges_that_the_schema_allows(
    project: Project, heading: str, table: str
) -> None:
    edges = [(before, after) for before, after, _ in drawn(heading)]
    between = {edge for edge in edges if END not in edge}
    assert between == allowed(project, table)
    assert len(edges) == len(set(edges))
    # What ends is what nothing follows.
    ends = {before for before, after in edges if after == END}
    assert ends == statuses(project, table) - {before for before, _ in between}


@pytest.mark.parametrize(("heading", "table"), TABLES.items())
def test_every_edge_is_labelled_and_every_function_in_a_label_exists(
    project: Project, heading: str, table: str
) -> None:
    labels = [label for _, after, label in drawn(heading) if after != END]
    assert all(labels), table
    named = {word for label in labels for word in re.findall(r"\w+_\w+", label)}
    functions = project.rows(
        "select proname from pg_proc where pronamespace in ('public'::regnamespace,"
        " 'private'::regnamespace)"
    )
    assert named - {row["proname"] for row in functions} == set()


@pytest.mark.parametrize("table", ENUMS)
def test_the_trigger_refuses_what_is_not_listed_and_nothing_else(
    project: Project, table: str
) -> None:
    project.fan_writes("ada")
    project.execute("delete from jobs_queue")
    project.execute("delete from turns")
    passed = set()
    for before, after in permutations(sorted(statuses(project, table)), 2):
        with project.connection.transaction(force_rollback=True):
            insert(project, table, before)
            try:
                project.execute(f"update {table} set status = %s", after)
            except psycopg.errors.CheckViolation as error:
                # A constraint of the table comes after the trigger, and is none of its business.
                if f"cannot go from {before} to {after}" in str(error):
                    continue
            passed.add((before, after))
    assert passed == allowed(project, table)


def insert(project: Project, table: str, status: str) -> None:
    """Put one row in this status into the empty table."""
    fan = project.fan("ada")
    running, finished = status == "running", status not in ("queued", "running", "parked")
    if table == "jobs_queue":
        project.execute(
            "insert into jobs_queue (job_type, creator_id, fan_id, status, lease_token,"
            " lease_expires_at, finished_at) values ('reply', %s, %s, %s,"
            " case when %s then gen_random_uuid() end, case when %s then now() end,"
            " case when %s then now() end)",
            fan["creator_id"], fan["id"], status, running, running, finished,
        )  # fmt: skip
    elif table == "messages":
        project.execute(
            "insert into messages (fan_id, direction, kind, status, platform_uuid, sent_at,"
            " created_at) values (%s, 'outbound', 'reply', %s, gen_random_uuid(), now(), now())",
            fan["id"], status,
        )  # fmt: skip
    else:
        project.execute(
            "insert into turns (fan_id, status, opened_at, closed_at, hold_reason,"
            " close_reason) values (%s, %s, now(), case when %s then now() end, 'why', 'why')",
            fan["id"], status, status in ("answered", "cancelled"),
        )  # fmt: skip


def test_the_error_names_both_states_and_what_would_go(project: Project) -> None:
    project.fan_writes("ada")
    (reply,) = project.jobs("reply")
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        project.execute("update jobs_queue set status = 'done', finished_at = now()"
                        " where id = %s", reply["id"])  # fmt: skip
    assert caught.value.diag.message_primary == f"job {reply['id']} cannot go from queued to done"
    assert caught.value.diag.message_hint == (
        "From queued it may go to running, parked, held, cancelled."
    )


def test_an_end_is_an_end_and_the_same_status_again_is_no_transition(project: Project) -> None:
    project.fan_writes("ada")
    project.execute(
        "update turns set status = 'cancelled', closed_at = now(), close_reason = 'enough'"
    )
    project.execute("update turns set status = 'cancelled'")
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        project.execute("update turns set status = 'open', closed_at = null")
    assert caught.value.diag.message_hint == "cancelled is an end."
