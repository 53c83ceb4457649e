"""What the jsonb columns may hold: a fault is refused with the key's name in the message."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.project import Project, refused

CHECK_VIOLATION = "23514"

FAULTS: dict[str, list[tuple[Any, str]]] = {
    "creators.pacing_config": [
        ({"base_dely": 45}, 'pacing_config: "base_dely" is not a known key; known are base_delay,'),
        ({"base_delay": "45"}, '"base_delay" must be of type number, not string'),
        ({"base_delay": None}, '"base_delay" must be of type number, not null'),
        ({"base_delay": -1}, '"base_delay" must lie between 0 and 86400'),
        ({"long_pause_chance": 1.1}, '"long_pause_chance" must lie between 0 and 1'),
        ({"typing_rate": 0}, '"typing_rate" must lie between 0.5 and 1000'),
        ([45], "pacing_config must be a JSON object"),
    ],
    "creators.funnel_config": [
        ({"warm_up_from": 5}, 'funnel_config: "warm_up_from" is not a known key'),
        ({"warmup_from": True}, '"warmup_from" must be of type integer, not boolean'),
        ({"warmup_from": 5.5}, '"warmup_from" must be a whole number'),
        ({"vip_spend": -0.01}, '"vip_spend" must lie between 0 and 1000000'),
        ("flirty", "funnel_config must be a JSON object"),
    ],
    "creators.active_hours": [
        ([], "active_hours must be a JSON object"),
        (
            {"weekdays": ["09:00", "23:30"]},
            'active_hours: "weekdays" is not a known key',
        ),
        ({"morning_spread": 60}, "active_hours names no hours"),
        ({"shifts": []}, "active_hours names no hours"),
        ({"weekday": "09:00-17:00"}, '"weekday" must be of type array, not string'),
        ({"weekday": ["09:00"]}, '"weekday" must be two times'),
        (
            {"weekday": ["9:00", "17:00"]},
            'must begin with a time like "09:00", not "9:00"',
        ),
        ({"weekend": ["10:00", "25:00"]}, '"weekend" must end with a time like "23:30"'),
        ({"weekend": ["24:00", "10:00"]}, '"weekend" must begin with a time'),
        ({"weekday": [9, 17]}, '"weekday" must begin with a time like "09:00", not 9'),
        ({"weekday": ["09:00", "09:00"]}, '"weekday" begins and ends at 09:00'),
        ({"weekday": ["09:00", "17:00"], "morning_spread": -1}, "must lie between 0 and 14400"),
        ({"shifts": [7]}, '"shifts: 7" must be an object with days, from and to'),
        (
            {"shifts": [{"name": "Ana", "from": "06:00", "to": "14:00"}]},
            '"shifts: Ana" days must be',
        ),
        (
            {"shifts": [{"name": "Ana", "days": ["monday"], "from": "06:00", "to": "14:00"}]},
            '"shifts: Ana" days must be some of ["mon", "tue"',
        ),
        (
            {"shifts": [{"name": "Ana", "days": ["mon"], "from": "06:00"}]},
            '"shifts: Ana" must end with a time like "23:30" or "24:00", not nothing',
        ),
        (
            {"shifts": [{"days": ["mon"], "from": "06:00", "to": "14:00", "till": 1}]},
            "knows only name, days, from and to",
        ),
    ],
    "fans.pacing_config": [
        ({"delay": 45}, 'pacing_config: "delay" is not a known key'),
        ({"variance": [15]}, '"variance" must be of type number, not array'),
        ({"max_typing": 121}, '"max_typing" must lie between 0 and 120'),
    ],
    "fans.tags": [
        ({"tag": 1}, "tags must be a JSON array"),
        (["a"] * 51, "tags must be a JSON array of at most 50 strings"),
        (["gym", 7], "tags: each must be a string"),
        ([""], "tags: each must be a string of 1 to 60 characters"),
        (["x" * 61], "tags: each must be a string of 1 to 60 characters"),
    ],
    "creators.trigger_patterns": [
        ({}, "trigger_patterns must be a JSON array of at most 200 entries"),
        (["menu"] * 201, "trigger_patterns must be a JSON array of at most 200 entries"),
        (["m"], "trigger_patterns: each must be a phrase of 2 to 200 characters"),
        (["x" * 201], "trigger_patterns: each must be a phrase of 2 to 200 characters"),
        ([7], "trigger_patterns: each must be a phrase"),
        ([{"trigger": "asks_price"}], "trigger_patterns: each must be a phrase"),
        ([{"phrase": "menu", "trigger": "asks_me"}], "trigger_patterns: each must be a phrase"),
        ([{"phrase": "menu", "pattern": "(a+)+$"}], "trigger_patterns: each must be a phrase"),
    ],
}

VALID: dict[str, list[Any]] = {
    "creators.pacing_config": [{}, {"base_delay": 0}, {"base_delay": 86400, "variance": 0.5}],
    "creators.funnel_config": [{}, {"warmup_from": 1}, {"vip_spend": 0.5, "sales_engagement": 101}],
    "creators.active_hours": [
        {},
        {"weekday": ["09:00", "23:30"], "weekend": ["10:00", "01:00"], "morning_spread": 900},
        {"weekday": ["00:00", "24:00"]},
        {"shifts": [{"name": "Ana", "days": ["weekday", "sat"], "from": "22:00", "to": "06:00"}]},
    ],
    "creators.trigger_patterns": [
        [],
        ["your menu", {"phrase": "spicy * list"}, {"phrase": "rates", "trigger": "asks_price"}],
    ],
    "fans.pacing_config": [{}, {"long_pause_chance": 0}, {"long_pause_chance": 1}],
    "fans.tags": [[], ["gym"], ["x" * 60] * 50],
}


@pytest.mark.parametrize("column", FAULTS)
def test_a_faulty_configuration_is_refused_with_the_name_of_the_key(
    project: Project, column: str
) -> None:
    project.fan_writes("ada")
    table, name = column.split(".")
    query = f"update {table} set {name} = %s"
    for faulty, message in FAULTS[column]:
        with refused(CHECK_VIOLATION) as error:
            project.execute(query, json.dumps(faulty))
        assert message in str(error.value), faulty
    for valid in VALID[column]:
        project.execute(query, json.dumps(valid))
        assert project.value(f"select {name} from {table}") == valid


def test_a_key_that_is_left_out_takes_its_default(project: Project) -> None:
    partial = json.dumps({"base_delay": 7})
    config = project.value("select private.effective_pacing(null, %s)", partial)
    defaults = project.value("select private.default_pacing_config()")
    assert config == {**defaults, "base_delay": 7}
    assert project.value("select private.effective_pacing(null, '{}')") == defaults


def test_a_fan_without_pacing_takes_the_creator_s(project: Project) -> None:
    project.fan_writes("ada")
    project.execute("update fans set pacing_config = null")
    creator, fan = json.dumps({"base_delay": 7}), json.dumps({"variance": 2})
    shared = project.value("select private.effective_pacing(null, %s)", creator)
    own = project.value("select private.effective_pacing(%s, %s)", fan, creator)
    assert shared["base_delay"] == 7
    # A fan's configuration stands instead of the creator's, not on top of it.
    assert (own["base_delay"], own["variance"]) == (45, 2)


def test_a_time_zone_is_one_that_the_database_knows(project: Project) -> None:
    project.execute("update creators set time_zone = 'Europe/Berlin'")
    with refused(CHECK_VIOLATION) as error:
        project.execute("update creators set time_zone = 'Mars/Olympus'")
    assert 'time_zone "Mars/Olympus" is not known' in str(error.value)


def test_automation_goes_on_only_with_a_disclosure_text(project: Project) -> None:
    with refused(CHECK_VIOLATION) as error:
        project.execute("update creators set disclosure = '          '")
    assert "auto_needs_a_disclosure_text" in str(error.value)
    # Where a person releases every message, the text may be missing.
    project.execute("update creators set disclosure = '', automation = 'approve'")
    with refused(CHECK_VIOLATION):
        project.execute("update creators set automation = 'auto'")


@pytest.mark.parametrize("mode", ["human", "opted_out"])
def test_a_creator_is_never_in_a_mode_that_belongs_to_one_fan(project: Project, mode: str) -> None:
    project.fan_writes("ada")
    project.set_fan("ada", mode)
    with refused(CHECK_VIOLATION):
        project.set_creator(mode)


def test_there_is_one_row_of_settings_with_bounds_of_its_own(project: Project) -> None:
    with refused("23505"):
        project.execute("insert into settings default values")
    with refused(CHECK_VIOLATION):
        project.execute("insert into settings (only_row) values (false)")
    with refused(CHECK_VIOLATION) as error:
        project.execute("update settings set disclosure_interval = '4 hours'")
    assert "disclosure_at_least_3_hourly" in str(error.value)
    project.execute("update settings set disclosure_interval = '2 hours'")
