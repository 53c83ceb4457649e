"""What upgrade statements cost: whose wait counts, and how it is shown."""

from __future__ import annotations

from bench.locks import Call, Cost, longest
from bench.locks_page import table

CALLS = [
    Call("claim", 0.0, 5.0),
    Call("claim", 9.5, 10.5),
    Call("claim", 10.6, 10.7),
    Call("ingest", 10.1, 14.1),
    Call("claim", 12.0, 20.0),
]


def test_only_calls_that_were_under_way_beside_the_statement_count() -> None:
    assert longest(CALLS, "claim", 10, 11) == 1000.0
    assert longest(CALLS, "ingest", 10, 11) == 4000.0
    assert longest(CALLS, "ingest", 0, 1) == 0.0


def test_what_is_not_advised_says_so_and_names_the_rule_that_refuses_it() -> None:
    good = Cost("add a column", 0.0214, 25.2, 38, advised=True)
    bad = Cost("add it badly", 18.46, 18300, 18300, advised=False, lint=("a-rule",))
    assert table([good, bad]).splitlines()[2:] == [
        "| add a column | 21 ms | 25 ms | 38 ms |  |",
        "| **not so:** add it badly | 18.5 s | 18.3 s | 18.3 s | `a-rule` |",
    ]
