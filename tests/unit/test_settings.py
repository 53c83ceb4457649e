"""Settings: every fault at once, by name, never with a value."""

from __future__ import annotations

from pathlib import Path

import pytest

from worker.errors import SettingsInvalid
from worker.settings import Settings, load_settings

GOOD = {
    "SUPABASE_URL": "https://abc.supabase.co/",
    "SUPABASE_KEY": "sb_secret_x",
    "FANVUE_TOKEN": "t0ken",
    "OPENAI_API_KEY": "k",
    "OPENAI_MODEL": "m",
}


def test_defaults_fill_in_what_is_not_given() -> None:
    settings = load_settings(GOOD, dotenv=None)
    assert settings.supabase_url == "https://abc.supabase.co"
    assert settings.worker_lease == 60
    assert settings.fanvue_account == "creator"


def test_all_faults_are_reported_at_once_and_by_name() -> None:
    with pytest.raises(SettingsInvalid) as caught:
        load_settings(
            {
                "SUPABASE_URL": "abc.supabase.co",
                "WORKER_CONCURRENCY": "many",
                "FANVUE_ACCOUNT": "both",
                "OPENAI_API_KEY": "k",
                "WORKER_LEASE": "1",
            },
            dotenv=None,
        )
    message = str(caught.value)
    for name in (
        "SUPABASE_URL: must start with http",
        "SUPABASE_KEY: is missing",
        "FANVUE_TOKEN: is missing",
        "OPENAI_MODEL: is missing",
        "WORKER_CONCURRENCY:",
        "FANVUE_ACCOUNT:",
        "WORKER_LEASE:",
    ):
        assert name in message


def test_no_value_is_ever_shown() -> None:
    with pytest.raises(SettingsInvalid) as caught:
        load_settings({**GOOD, "SUPABASE_KEY": " ", "OPENAI_TIMEOUT": "hunter2"}, dotenv=None)
    assert "hunter2" not in str(caught.value)
    assert "t0ken" not in repr(load_settings(GOOD, dotenv=None))


def test_the_environment_wins_over_the_file_and_an_empty_variable_counts_as_left_out(
    tmp_path: Path,
) -> None:
    file = tmp_path / ".env"
    file.write_text("WORKER_LEASE=30\nWORKER_POLL=5\nWORKER_GRACE=\n")
    settings = load_settings({**GOOD, "WORKER_LEASE": "90"}, dotenv=file)
    assert (settings.worker_lease, settings.worker_poll, settings.worker_grace) == (90, 5, 20)


def test_a_file_that_was_named_and_is_not_there_is_a_fault_and_a_missing_dotenv_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(GOOD, dotenv=Path(".env")).worker_poll == 30
    with pytest.raises(SettingsInvalid, match=r"\.env\.dev, which FANPACE_ENV names, is not there"):
        load_settings(GOOD, dotenv=Path(".env.dev"))


def test_the_example_file_names_every_setting_and_no_other() -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text()
    named = {
        line.partition("=")[0] for line in example.splitlines() if line and not line.startswith("#")
    }
    assert named == {name.upper() for name in Settings.model_fields}
