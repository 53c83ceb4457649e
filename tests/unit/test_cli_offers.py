"""`fanpace offers`: what it prints, and what it sends to the database."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from worker.cli import main
from worker.database import Database as RealDatabase
from worker.errors import RpcRejected

BEACH = {
    "id": 7, "creator_id": 1, "creator": "Luna", "title": "Beach set", "description": "",
    "price_cents": 2500, "currency": "USD", "stages": ["sales", "flirty"], "active": True,
    "made": 9, "open": 1, "bought": 3, "declined": 2,
}  # fmt: skip
WITHDRAWN = {**BEACH, "id": 8, "title": "Night set", "price_cents": 1250, "active": False}


class Database:
    """Answers as told and keeps what it was asked to do."""

    def __init__(self) -> None:
        self.offers: list[Any] = [BEACH, WITHDRAWN]
        self.added: list[Any] = []

    async def list_offers(self) -> Any:
        return {"offers": self.offers}

    async def add_offer(self, *offer: Any) -> Any:
        if offer[0] == "12345":
            raise RpcRejected("add_offer: violates title_has_letters", code="23514")
        self.added.append(offer)
        return {"id": 9, "creator_id": 1}

    async def close(self) -> None:
        pass


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Database:
    database = Database()

    async def connect(url: str, key: str) -> Database:
        return database

    monkeypatch.setattr(RealDatabase, "connect", connect)
    for name, value in {
        "SUPABASE_URL": "http://127.0.0.1:1", "SUPABASE_KEY": "k", "FANVUE_TOKEN": "t",
        "OPENAI_BASE_URL": "http://127.0.0.1:1", "OPENAI_API_KEY": "k", "OPENAI_MODEL": "m",
        "COLUMNS": "200",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    return database


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["offers", *arguments])


def test_the_list_shows_each_offer_with_its_price_and_what_became_of_it(
    database: Database,
) -> None:
    lines = run("list").output.splitlines()
    assert lines[1].split() == [
        "7", "Luna", "Beach", "set", "$25", "sales,", "flirty", "9", "1", "3", "2",
    ]  # fmt: skip
    assert "Night set (withdrawn)" in lines[2]
    assert "$12.50" in lines[2]


def test_the_list_as_json_is_the_answer_itself(database: Database) -> None:
    assert json.loads(run("list", "--json").output) == {"offers": [BEACH, WITHDRAWN]}


def test_an_empty_catalogue_says_how_to_fill_it(database: Database) -> None:
    database.offers = []
    assert "fanpace offers add" in run("list").output


def test_an_offer_is_added_in_cents_and_for_sales_where_nothing_is_said(
    database: Database,
) -> None:
    result = run("add", "--title", "Beach set", "--price", "12.5", "--currency", "eur")
    assert (result.exit_code, result.output) == (0, "offer 9: Beach set, €12.50\n")
    assert database.added == [("Beach set", 1250, None, "", "EUR", ("sales",))]


@pytest.mark.parametrize(
    ("option", "value"),
    [("--price", "cheap"), ("--price", "1.234"), ("--price", "nan"), ("--stage", "new")],
)
def test_what_makes_no_offer_is_refused_before_anything_is_asked(
    database: Database, option: str, value: str
) -> None:
    result = run("add", "--title", "Beach set", "--price", "25", option, value)
    assert result.exit_code == 2
    assert database.added == []


def test_what_the_table_refuses_ends_the_command_with_its_reason(database: Database) -> None:
    result = run("add", "--title", "12345", "--price", "25")
    assert result.exit_code == 1
    assert "title_has_letters" in result.output
