"""`fanpace rhythm draw`, `calibrate`, `report rhythm`: what they print, ask and refuse."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.unit.test_rhythm_report import NOBODY
from tests.unit.test_style_report import SENT
from worker.cli import main
from worker.database import Database as RealDatabase
from worker.errors import DatabaseUnavailable, RpcRejected

SETTINGS = {
    "SUPABASE_URL": "http://127.0.0.1:1", "SUPABASE_KEY": "k", "FANVUE_TOKEN": "t",
    "OPENAI_BASE_URL": "http://127.0.0.1:1", "OPENAI_API_KEY": "k", "OPENAI_MODEL": "m",
}  # fmt: skip
CREATORS = [
    {
        "id": 1,
        "platform_uuid": "u1",
        "display_name": "Luna",
        "pacing_config": {"preset": "relaxed"},
    },
    {"id": 2, "platform_uuid": "u2", "display_name": "Stella", "pacing_config": {"preset": "plan"}},
]


class Database:
    """Draws waits around a minute, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.replies: list[Any] = []
        self.creators = CREATORS
        self.error: Exception | None = None

    async def draw_waits(self, config: Any, draw_count: int, seed: float) -> Any:
        if self.error:
            raise self.error
        self.asked.append((config, draw_count, seed))
        random = Random(seed)
        return {
            "draws": [
                {
                    "conversation": number // 8 + 1, "reply": number % 8 + 1, "written_chars": 36,
                    "reply_chars": 80, "seconds": round(60 * random.lognormvariate(0, 1.5), 3),
                }
                for number in range(draw_count)
            ]
        }  # fmt: skip

    async def list_pacing(self) -> Any:
        return {"creators": self.creators, "presets": {}}

    async def human_replies(self, creator_id: Any, since: Any, max_count: int) -> Any:
        self.asked.append((creator_id, since is not None))
        return {"replies": self.replies, "not_answers": 3, "older": 0}

    async def rhythm_report(self, since: Any, creator_id: Any) -> Any:
        self.asked.append(creator_id)
        return NOBODY

    async def style_report(self, since: Any, creator_id: Any) -> Any:
        self.asked.append(creator_id)
        return SENT

    async def close(self) -> None:
        pass


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Database:
    database = Database()

    async def connect(url: str, key: str) -> Database:
        return database

    monkeypatch.setattr(RealDatabase, "connect", connect)
    monkeypatch.chdir(tmp_path)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    return database


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def csv(path: Path, count: int, *more: str) -> str:
    random = Random(5)
    lines = [f"{1000 + n},{1000 + n + random.lognormvariate(4, 1):.1f},80" for n in range(count)]
    path.write_text("\n".join(["asked_at,answered_at,chars", *lines, *more]))
    return str(path)


def test_many_draws_are_asked_for_in_parts_and_numbered_through(database: Database) -> None:
    answer = json.loads(run("rhythm", "draw", "-n", "9000", "--seed", "0.5", "--json").output)
    assert [count for _, count, _ in database.asked] == [4000, 4000, 1000]
    assert len({seed for _, _, seed in database.asked}) == 3
    assert all(-1 <= seed <= 1 for _, _, seed in database.asked)
    assert database.asked[0][2] == 0.5
    assert [each["conversation"] for each in answer["draws"]] == [n // 8 + 1 for n in range(9000)]
    again = json.loads(run("rhythm", "draw", "-n", "9000", "--seed", "0.5", "--json").output)
    assert again == answer


def test_a_table_says_percentiles_beside_people_s(database: Database) -> None:
    result = run("rhythm", "draw", "--preset", "attentive", "-n", "800")
    assert result.exit_code == 0, result.output
    for word in ("800 waits", '"attentive"', "percentile", "people", "KS", "p90/p50", "lag-1"):
        assert word in result.output


@pytest.mark.parametrize("count", ["1", "3"])
def test_very_few_draws_are_shown_too(database: Database, count: str) -> None:
    assert run("rhythm", "draw", "-n", count).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "config"),
    [
        ((), {"preset": "fitted"}),
        (("--preset", "plan"), {"preset": "plan"}),
        (("--config", '{"base_delay": 90}'), {"base_delay": 90}),
        (("--creator", "luna"), {"preset": "relaxed"}),
        (("--creator", "2"), {"preset": "plan"}),
    ],
)
def test_what_is_drawn_is_chosen(database: Database, arguments: Any, config: Any) -> None:
    assert run("rhythm", "draw", "-n", "8", "--json", *arguments).exit_code == 0
    assert database.asked[0][0] == config


def test_an_unclear_choice_is_refused_with_what_there_is(database: Database) -> None:
    assert run("rhythm", "draw", "--preset", "plan", "--creator", "1").exit_code == 2
    result = run("rhythm", "draw", "--creator", "nova")
    assert result.exit_code == 1
    assert "1 (Luna), 2 (Stella)" in result.output
    database.creators = [CREATORS[0], {**CREATORS[1], "display_name": "luna"}]
    assert "several creators" in run("rhythm", "draw", "--creator", "Luna").output


def test_a_csv_is_fitted_and_nothing_of_it_is_dropped_silently(
    database: Database, tmp_path: Path
) -> None:
    path = csv(tmp_path / "replies.csv", 400, "soon,20,5", "100,90,5", "100,2000,5")
    result = run("calibrate", "--csv", path)
    assert result.exit_code == 0, result.output
    for words in (
        "line 402: asked_at is 'soon'", "left out: 1 could not be read",
        "left out: 1 answered before it was asked", "answered after more than 15 minutes",
        "KS", '"preset": "fitted"', "creators.pacing_config",
    ):  # fmt: skip
        assert words in result.output
    found = json.loads(run("calibrate", "--csv", path, "--json").output)
    assert found["replies"] == int(result.output.split()[0])
    assert found["replies"] + sum(found["left_out"].values()) == 403
    assert found["bad_lines"] == [
        {"line": 402, "why": "asked_at is 'soon', neither ISO time nor seconds since the epoch"}
    ]


def test_a_csv_needs_no_database(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = csv(tmp_path / "replies.csv", 100)
    database.error = DatabaseUnavailable("draw_waits: ConnectError")
    unreachable = run("calibrate", "--csv", path)
    monkeypatch.delenv("SUPABASE_URL")
    not_set_up = run("calibrate", "--csv", path)
    for result in (unreachable, not_set_up):
        assert result.exit_code == 0, result.output
        assert "the distance was not measured" in result.output
        assert '"base_delay"' in result.output
    assert run("calibrate").exit_code == 2, "the project's own replies do need one"


def test_a_database_that_refuses_is_not_passed_over(database: Database, tmp_path: Path) -> None:
    database.error = RpcRejected("draw_waits: no such preset", code="PT422")
    result = run("calibrate", "--csv", csv(tmp_path / "replies.csv", 100), "--preset", "quick")
    assert result.exit_code == 1
    assert "no such preset" in result.output


def test_few_replies_are_warned_of_and_too_few_refused(database: Database, tmp_path: Path) -> None:
    few = run("calibrate", "--csv", csv(tmp_path / "few.csv", 50))
    assert few.exit_code == 0
    assert "few replies" in few.output
    too_few = run("calibrate", "--csv", csv(tmp_path / "too_few.csv", 20, "x,1,1"))
    assert too_few.exit_code == 1
    for words in ("20 replies are too few", "30 are needed", "1 could not be read", "line 22"):
        assert words in too_few.output
    assert "too few" not in run("calibrate", "--csv", csv(tmp_path / "many.csv", 250)).output


def test_a_file_that_is_no_such_csv_is_refused(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "replies.csv"
    path.write_text("when,what\n1,2\n")
    assert "must name the columns asked_at" in run("calibrate", "--csv", str(path)).output
    path.write_bytes(b"asked_at,answered_at,chars\n\xff\xfe,1,1\n")
    assert run("calibrate", "--csv", str(path)).exit_code == 1
    assert run("calibrate", "--csv", str(tmp_path / "none.csv")).exit_code == 2


def test_without_a_person_s_replies_it_is_said_where_they_come_from(database: Database) -> None:
    result = run("calibrate", "--creator", "stella", "--days", "7")
    assert database.asked == [(2, True)]
    assert result.exit_code == 1
    assert "take over more conversations" in result.output
    assert "3 follow another message" in result.output


def test_a_report_is_written_where_it_is_wanted(database: Database, tmp_path: Path) -> None:
    result = run("report", "rhythm", "--creator", "luna")
    assert result.output == "wrote rhythm.html: nobody was answered yet, 30 days\n"
    assert "Nothing to show yet" in (tmp_path / "rhythm.html").read_text()
    assert database.asked == [1]
    elsewhere = run("report", "rhythm", "--output", str(tmp_path / "no" / "rhythm.html"))
    assert elsewhere.exit_code == 1
    assert "choose another place" in elsewhere.output
    figures = json.loads(run("report", "rhythm", "--json").output)
    assert figures["turns"] == 0


def test_the_style_of_what_was_sent_is_a_table_beside_people(database: Database) -> None:
    result = run("report", "style", "--creator", "Luna")
    assert result.exit_code == 0, result.output
    assert "4 replies" in result.output
    assert database.asked[-1] == 1


def test_the_style_page_is_written_where_asked(database: Database, tmp_path: Path) -> None:
    result = run("report", "style", "--out", str(tmp_path / "style.html"))
    assert result.exit_code == 0, result.output
    assert "<svg" in (tmp_path / "style.html").read_text()
    assert "4 replies" in result.output
    refused = run("report", "style", "--out", str(tmp_path / "no" / "style.html"))
    assert refused.exit_code == 1
    assert "choose another place" in refused.output


def test_the_style_figures_come_as_json(database: Database) -> None:
    found = json.loads(run("report", "style", "--json").output)
    assert found["sent"]["messages"]["n"] == 5
