"""Whom a fan in danger is told of, and that every fixed text may be sent."""

from __future__ import annotations

import re

import pytest

from tests.library import PROMPTS
from worker import checker
from worker.crisis_lines import BY_LANGUAGE, LINES, crisis_variables
from worker.languages import LANGUAGES, language_of
from worker.notices import CALLING, NOTICES, notices
from worker.prompts import PromptView
from worker.rows import Job

VIEW = PromptView("Mia", "", "new", "standard")
COUNTRIES = [None, "ZZ", *LINES]


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("US", "988"), ("CA", "988"), ("GB", "116 123"), ("IE", "116 123"), ("FR", "3114"),
        ("ES", "024"), ("DE", "0800 1110111"), ("AT", "142"), ("CH", "143"), ("BR", "188"),
        ("PT", "1411"), ("IT", "02 2327 2327"), ("AU", "13 11 14"), ("MX", "800 911 2000"),
        ("CL", "*4141"), ("AR", "0800 345 1435"), ("CO", "192"),
    ],
)  # fmt: skip
def test_the_country_chooses_the_line_whatever_the_language(country: str, number: str) -> None:
    for language in LANGUAGES:
        known = crisis_variables(country, language)
        assert number in known["crisis_lines"]
        assert known["emergency_number"] == LINES[country].emergency


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_country_the_language_suggests_some(language: str) -> None:
    for country in (None, "ZZ"):
        known = crisis_variables(country, language)
        for suggested in BY_LANGUAGE[language]:
            assert LINES[suggested].number in known["crisis_lines"]
        assert "112" in known["emergency_number"]


def test_a_language_that_is_not_known_gets_the_english_lines() -> None:
    assert crisis_variables(None, "nl") == crisis_variables(None, "en")


def test_every_line_says_what_the_database_may_store_as_a_country() -> None:
    assert all(re.fullmatch(r"[A-Z]{2}", country) for country in LINES)
    assert all(line.number and line.emergency and line.name for line in LINES.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NOTICES)
def test_every_fixed_text_may_be_sent_in_every_language(name: str, language: str) -> None:
    # Of the names of lines few make a difference: all of them are tried in one language.
    for country in COUNTRIES if language == "en" else (None, "CH", "CL"):
        text = PROMPTS.fixed(name, language, VIEW, country)
        assert checker.check_at_delivery(text) == ()
        assert language_of(text) == language
        assert len(text) <= 5000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
def test_the_text_for_a_crisis_names_every_way_out_and_what_writes_it(
    language: str, country: str | None
) -> None:
    text = PROMPTS.fixed("crisis", language, VIEW, country)
    known = crisis_variables(country, language)
    for way in (known["crisis_lines"], known["emergency_number"], "findahelpline.com"):
        assert way in text
    assert re.search(r"\b(?:AI|IA|KI)\b", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_confirmation_says_how_to_come_back(language: str) -> None:
    assert "START" in PROMPTS.fixed("opted_out", language, VIEW)


def job(country: str | None) -> Job:
    creator = {"id": 1, "platform_uuid": "c", "display_name": "Mia", "persona": ""}
    fan = {"id": 7, "stage": "new", "tier": "standard", "tags": [], "country": country}
    return Job.from_json(
        {
            "id": 1, "job_type": "inspect", "lease_token": "t", "attempt": 1, "max_attempts": 5,
            "run_at": "2026-01-01T00:00:00+00:00", "payload": {}, "lane": "inspect",
            "context": {"creator": creator, "fan": fan, "messages": []},
        }
    )  # fmt: skip


@pytest.mark.parametrize("signal", sorted(CALLING))
def test_a_signal_that_calls_for_words_brings_them(signal: str) -> None:
    texts = notices(PROMPTS, job("CL"), [signal], "es")
    assert texts.keys() == {*NOTICES, "prompt_version"}
    assert "*4141" in texts["crisis"]


def test_other_signals_bring_none() -> None:
    assert notices(PROMPTS, job(None), ["asks_for_content", "billing"], "en") == {}
