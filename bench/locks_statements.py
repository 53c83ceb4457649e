"""
The statements whose locks are measured: what upgrades of `jobs_queue` are made of, and how not to.

Each comes after the one before it, on one table; what takes a statement back is not measured.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """One statement of an upgrade; `name` is shown, `advised` is whether docs/upgrade.md does."""

    name: str
    sql: str
    advised: bool = True
    afterwards: str = ""
    """What brings the table back to where the next one expects it."""
    lint: bool = True
    """Whether to ask squawk what it thinks of it."""


STATEMENTS = (
    Statement(
        "add a column that may be empty", "alter table public.jobs_queue add column note text"
    ),
    Statement(
        "add a column with a constant default",
        "alter table public.jobs_queue add column weight int not null default 0",
    ),
    Statement(
        "comment on a column", "comment on column public.jobs_queue.weight is 'How heavy it is.'"
    ),
    # Itself once more, as it stands in the database.
    Statement("create or replace the function that claims", "{claim_jobs}", lint=False),
    Statement(
        "create or replace a trigger",
        "create or replace trigger bench_touch before delete on public.jobs_queue"
        " for each row execute function private.bench_touch()",
    ),
    Statement(
        "add a check, not valid",
        "alter table public.jobs_queue add constraint weight_is_light"
        " check (weight < 100) not valid",
    ),
    Statement("validate it", "alter table public.jobs_queue validate constraint weight_is_light"),
    Statement(
        "create an index concurrently",
        "create index concurrently jobs_weight_idx on public.jobs_queue (weight, run_at)",
        afterwards="drop index public.jobs_weight_idx",
    ),
    Statement("drop a column that nothing reads", "alter table public.jobs_queue drop column note"),
    Statement(
        "fill a column in one statement",
        "update public.jobs_queue set weight = 1",
        advised=False,
        afterwards="vacuum analyze public.jobs_queue",
    ),
    Statement(
        "add a check outright",
        "alter table public.jobs_queue add constraint weight_is_small check (weight < 50)",
        advised=False,
        afterwards="alter table public.jobs_queue drop constraint weight_is_small,"
        " drop constraint weight_is_light",
    ),
    Statement(
        "create an index outright",
        "create index jobs_weight_idx on public.jobs_queue (weight, run_at)",
        advised=False,
        afterwards="drop index public.jobs_weight_idx",
    ),
    Statement(
        "change a column's type",
        "alter table public.jobs_queue alter column weight type bigint",
        advised=False,
    ),
    Statement(
        "add a column whose default is computed",
        "alter table public.jobs_queue add column token uuid default gen_random_uuid()",
        advised=False,
    ),
)

# Milliseconds by itself; beside a report that has read the table, as long as that takes.
QUICK_ALTER = "alter table public.jobs_queue add column hurried text"

PREPARE = """
create function private.bench_touch() returns trigger language plpgsql set search_path = ''
as $$ begin return old; end $$;
create trigger bench_touch before delete on public.jobs_queue
for each row execute function private.bench_touch();
"""
