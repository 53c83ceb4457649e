"""take_rate_tokens, report_rate_limit: the platform's budget for each creator, for all workers."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import timedelta

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.project import CREATOR, START, Project, Row, refused

# 200 a minute: a quarter of it at once, the rest spread over the minute.
AT_ONCE, PER_SECOND = 50, 2.5
RESERVE = 12.5
TAKE = "select private.take_rate_tokens(%s, %s, %s, %s)"


def take(project: Project, n: int = 1, lane: str = "turn") -> Row:
    return dict(project.value(TAKE, project.creator_id, n, lane, project.now))


def report(project: Project, remaining: int | None, blocked: float | None = None) -> Row:
    return dict(
        project.value(
            "select private.report_rate_limit(%s, %s, %s, %s)",
            project.creator_id, remaining, blocked, project.now,
        )
    )  # fmt: skip


def drain(project: Project) -> None:
    assert take(project, 30)["granted"]
    assert take(project, 20)["granted"]


def test_a_quarter_of_the_minute_is_granted_at_once_and_then_the_wait_is_told(
    project: Project,
) -> None:
    assert take(project, 30)["granted"]
    assert take(project, 19)["granted"]
    assert take(project) == {"granted": True, "wait_seconds": 0, "remaining": 0}
    assert take(project) == {"granted": False, "wait_seconds": 0.4, "remaining": 0}
    assert take(project, 10)["wait_seconds"] == 4


def test_after_the_wait_that_was_told_the_request_is_granted(project: Project) -> None:
    drain(project)
    wait = take(project, 10)["wait_seconds"]
    project.later(wait - 0.1)
    assert not take(project, 10)["granted"]
    project.later(0.1)
    assert take(project, 10)["granted"]


def test_a_refusal_costs_nothing(project: Project) -> None:
    take(project, 30)
    for _ in range(5):
        assert not take(project, 30)["granted"]
    assert take(project, 20)["granted"]


def test_a_quiet_day_saves_up_no_more_than_a_quarter_of_a_minute(project: Project) -> None:
    drain(project)
    project.later(86400)
    drain(project)
    assert not take(project)["granted"]


def test_a_clock_that_stands_back_refills_nothing(project: Project) -> None:
    drain(project)
    project.later(-3600)
    assert not take(project)["granted"]
    project.later(3600 - 0.1)
    assert not take(project)["granted"]
    project.later(0.5)
    assert take(project)["granted"]


def test_each_creator_has_a_budget_of_their_own(project: Project) -> None:
    drain(project)
    other = project.value(
        "insert into creators (platform_uuid, display_name) values (%s, 'Mia') returning id",
        CREATOR.replace("f4", "f5"),
    )
    assert project.value(TAKE, other, 30, "turn", project.now)["granted"]


def test_what_fanvue_allows_is_a_setting(project: Project) -> None:
    project.execute("update settings set requests_per_minute = 100")
    assert take(project, 18)["remaining"] == 7


def test_an_impossible_number_is_refused(project: Project) -> None:
    for n in (0, -1, 38, None):
        with refused("PT422"):
            take(project, n)  # type: ignore[arg-type]
    assert take(project, 37)["granted"]


# -- interactive before background


def test_background_work_leaves_its_reserve_to_replies_and_inspections(project: Project) -> None:
    assert take(project, 37, "background")["granted"]
    refusal = take(project, 1, "background")
    # 13 are there, 12.5 are reserved, one is asked for.
    assert (refusal["granted"], refusal["wait_seconds"]) == (False, 0.2)
    for _ in range(6):
        assert take(project, 1, "turn")["granted"]
        assert take(project, 1, "inspect")["granted"]


def test_background_work_goes_on_once_more_than_the_reserve_is_there_again(
    project: Project,
) -> None:
    drain(project)
    wait = take(project, 1, "background")["wait_seconds"]
    assert wait == (RESERVE + 1) / PER_SECOND
    project.later(wait)
    assert take(project, 1, "background")["granted"]


# -- Fanvue's own word


def test_a_429_blocks_everybody_until_the_time_that_fanvue_said(project: Project) -> None:
    take(project)
    report(project, 0, 17)
    project.later(16)
    for lane in ("inspect", "turn", "background"):
        refusal = take(project, 1, lane)
        assert (refusal["granted"], refusal["wait_seconds"]) == (False, 1), lane
    project.later(1)
    assert take(project)["granted"]


def test_a_block_is_never_shortened(project: Project) -> None:
    report(project, None, 30)
    report(project, None, 5)
    report(project, 40, None)
    assert take(project)["wait_seconds"] == 30
    report(project, None, 1e9)
    assert take(project)["wait_seconds"] == 3600, "a slip of theirs ends the day"


def test_what_fanvue_says_lowers_what_we_believe_and_never_raises_it(project: Project) -> None:
    assert report(project, 9)["remaining"] == 9
    assert take(project, 9)["granted"]
    assert report(project, 190)["remaining"] == 0
    assert not take(project)["granted"]
    assert report(project, -3)["remaining"] == 0


def test_a_report_from_a_clock_that_stands_back_neither_refills_nor_blocks_for_longer(
    project: Project,
) -> None:
    drain(project)
    project.later(-60)
    report(project, 40, 10)
    assert not take(project)["granted"]
    project.later(60)
    # The block was over by then; of the time that passed twice nothing is refilled.
    assert take(project)["wait_seconds"] == 0.4


# -- all together

MOMENTS = st.lists(
    st.tuples(st.floats(-5, 40), st.integers(1, 37), st.sampled_from(["turn", "background"])),
    min_size=1, max_size=60,
)  # fmt: skip


@given(steps=MOMENTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_sixty_seconds_see_more_than_two_hundred(
    project: Project, steps: list[tuple[float, int, str]]
) -> None:
    project.execute("delete from rate_budgets")
    project.now = latest = START
    granted: list[tuple[float, int]] = []
    for seconds, n, lane in steps:
        project.later(seconds)
        # A clock that stands back does not turn time back.
        latest = max(latest, project.now)
        if take(project, n, lane)["granted"]:
            granted.append(((latest - START).total_seconds(), n))
    for start, _ in granted:
        assert sum(n for at, n in granted if start <= at < start + 60) <= 200


def test_ten_workers_at_once_stay_within_two_hundred_a_minute(project: Project) -> None:
    steps, every = 90, 2.0
    together = threading.Barrier(10)
    granted: Counter[int] = Counter()
    counting = threading.Lock()
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            with psycopg.connect(project.dsn, autocommit=True) as connection:
                for step in range(steps):
                    together.wait(60)
                    # Ten clocks, up to half a second apart, in no order.
                    skew = (number * 7 + step * 3) % 10 / 20
                    at = START + timedelta(seconds=step * every + skew)
                    for _ in range(8 if step == 0 else 2):
                        answer = connection.execute(
                            TAKE, (project.creator_id, 1, "turn", at)
                        ).fetchone()
                        assert answer is not None
                        with counting:
                            granted[step] += answer[0]["granted"]
        except BaseException as error:
            failures.append(error)
            together.abort()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failures == []
    in_a_minute = [sum(granted[step] for step in range(first, first + 30)) for first in range(60)]
    assert max(in_a_minute) <= 200
    # Control: what there is is given out, all of it.
    assert sum(granted.values()) == pytest.approx(
        AT_ONCE + PER_SECOND * ((steps - 1) * every + 0.45), abs=2
    )
