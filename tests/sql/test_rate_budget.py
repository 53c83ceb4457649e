"""take_rate_tokens: the platform's budget for each creator, shared by all workers."""

from __future__ import annotations

import threading

import psycopg

from tests.project import CREATOR, Project, Row, refused


def take(project: Project, n: int = 1) -> Row:
    return dict(
        project.value(
            "select private.take_rate_tokens(%s, %s, %s)", project.creator_id, n, project.now
        )
    )


def test_two_hundred_are_granted_and_then_the_wait_is_told(project: Project) -> None:
    assert take(project, 199)["granted"]
    assert take(project) == {"granted": True, "wait_seconds": 0}
    refusal = take(project)
    assert refusal == {"granted": False, "wait_seconds": 0.3}
    assert take(project, 10) == {"granted": False, "wait_seconds": 3}


def test_after_the_wait_that_was_told_the_request_is_granted(project: Project) -> None:
    take(project, 200)
    wait = take(project, 10)["wait_seconds"]
    project.later(wait - 0.1)
    assert not take(project, 10)["granted"]
    project.later(0.2)
    assert take(project, 10)["granted"]


def test_a_refusal_costs_nothing(project: Project) -> None:
    take(project, 150)
    for _ in range(5):
        assert not take(project, 60)["granted"]
    assert take(project, 50)["granted"]


def test_a_quiet_day_saves_up_no_more_than_two_hundred(project: Project) -> None:
    take(project, 200)
    project.later(86400)
    assert take(project, 200)["granted"]
    assert not take(project)["granted"]


def test_a_clock_that_stands_back_refills_nothing(project: Project) -> None:
    take(project, 200)
    project.later(-3600)
    assert not take(project)["granted"]
    project.later(3600 - 0.1)
    assert not take(project)["granted"]


def test_each_creator_has_a_budget_of_their_own(project: Project) -> None:
    take(project, 200)
    other = project.value(
        "insert into creators (platform_uuid, display_name) values (%s, 'Mia') returning id",
        CREATOR.replace("f4", "f5"),
    )
    assert project.value("select private.take_rate_tokens(%s, 200, now())", other)["granted"]


def test_an_impossible_number_is_refused(project: Project) -> None:
    for n in (0, -1, 201):
        with refused("PT422"):
            take(project, n)
    assert take(project, 200)["granted"]


def test_takers_at_the_same_time_get_two_hundred_together(project: Project) -> None:
    granted: list[int] = []
    query = "select private.take_rate_tokens(%s, 7, %s) -> 'granted'"

    def work() -> None:
        with psycopg.connect(project.dsn, autocommit=True) as connection:
            for _ in range(20):
                row = connection.execute(query, (project.creator_id, project.now)).fetchone()
                granted.extend([7] if row == (True,) else [])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    # 28 times seven are 196; four are left, and nobody asked for fewer than seven.
    assert sum(granted) == 196
    assert take(project, 4)["granted"]
