"""What PostgREST's errors mean to the worker."""

from __future__ import annotations

import pytest
from postgrest.exceptions import APIError

from worker.database import translate
from worker.errors import (
    DatabaseUnavailable,
    LeaseLost,
    Overtaken,
    RpcRejected,
    SchemaMismatch,
    WorkerError,
)


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("PT409", LeaseLost),
        ("PT404", RpcRejected),
        ("PT422", RpcRejected),
        ("PGRST202", SchemaMismatch),  # no such function: migrations come before code
        ("PGRST301", RpcRejected),  # a bad key
        ("42501", RpcRejected),
        ("23505", RpcRejected),
        ("08006", DatabaseUnavailable),
        ("40001", DatabaseUnavailable),
        ("40P01", DatabaseUnavailable),
        ("53300", DatabaseUnavailable),
        ("55P03", DatabaseUnavailable),
        ("57014", DatabaseUnavailable),
        ("57P01", DatabaseUnavailable),
        ("PGRST000", DatabaseUnavailable),
        ("PGRST003", DatabaseUnavailable),
        ("502", DatabaseUnavailable),
        ("504", DatabaseUnavailable),
        ("429", DatabaseUnavailable),
        ("401", RpcRejected),
        (None, RpcRejected),
    ],
)
def test_an_error_says_what_to_do_next(code: str | None, meaning: type[WorkerError]) -> None:
    error = translate("claim_jobs", APIError({"code": code, "message": "job lease lost"}))
    assert type(error) is meaning
    assert "claim_jobs" in str(error)


def test_a_function_that_is_gone_is_told_from_one_that_calls_what_is_not_there() -> None:
    missing = "function {} does not exist"
    gone = APIError({"code": "42883", "message": missing.format("public.claim_jobs(max_jobs =>)")})
    broken = APIError({"code": "42883", "message": missing.format("private.no_such(integer)")})
    assert type(translate("claim_jobs", gone)) is SchemaMismatch
    assert type(translate("claim_jobs", broken)) is RpcRejected


def test_a_decision_that_came_too_late_is_no_lost_lease() -> None:
    error = translate("approve_turn", APIError({"code": "PT409", "message": "too late: answered"}))
    assert (type(error), str(error)) == (Overtaken, "too late: answered")
