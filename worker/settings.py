"""
Read the worker's settings from the environment and `.env`.

Every fault is reported at once, by variable name and never with its value.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from dotenv import dotenv_values
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError

from worker.errors import SettingsInvalid


def _http_url(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("must start with http:// or https://")
    return value.rstrip("/")


def _not_blank(value: SecretStr) -> SecretStr:
    if not value.get_secret_value().strip():
        raise ValueError("must not be empty")
    return value


# Where settings stand that the environment does not have; FANPACE_ENV names another file.
DOTENV = Path(os.environ.get("FANPACE_ENV") or ".env")

Url = Annotated[str, AfterValidator(_http_url)]
Secret = Annotated[SecretStr, AfterValidator(_not_blank)]


class ProjectSettings(BaseModel):
    """What commands for people need: where the project is, and a key that opens its door."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    supabase_url: Url
    supabase_key: Secret
    fanpace_session: Path | None = None
    # The function's, not the worker's: `fanpace check --end-to-end` signs its own event with it.
    fanvue_webhook_secrets: SecretStr | None = None
    log_format: Literal["console", "json"] = "console"


class Settings(ProjectSettings):
    """One field for each variable, in lower case; times are in seconds. See `.env.example`."""

    supabase_jwt: SecretStr | None = None

    fanvue_base_url: Url = "https://api.fanvue.com"
    fanvue_path_prefix: str = ""
    fanvue_api_version: str = "2025-06-26"
    # One of both: a token, or the application with which creators sign in (fanpace connect).
    fanvue_token: SecretStr | None = None
    fanvue_client_id: str = ""
    fanvue_client_secret: SecretStr | None = None
    fanvue_auth_url: Url = "https://auth.fanvue.com"
    fanvue_scopes: str = ""
    fanvue_account: Literal["creator", "agency"] = "creator"
    fanvue_timeout: float = Field(default=20, ge=0.1, le=300)

    openai_base_url: Url = "https://api.openai.com/v1"
    openai_api_key: Secret
    openai_model: str = Field(min_length=1)
    openai_timeout: float = Field(default=60, ge=0.1, le=600)
    openai_context_tokens: int = Field(default=8192, ge=1024, le=10_000_000)
    # Of a million tokens; only figures use them.
    openai_price_prompt: float = Field(default=0, ge=0, le=1_000_000)
    openai_price_completion: float = Field(default=0, ge=0, le=1_000_000)
    openai_moderation_model: str = ""
    # Many servers have no moderations: then OpenAI's, or one's own, beside the model's.
    openai_moderation_base_url: Url | None = None
    openai_moderation_api_key: SecretStr | None = None

    prompts_dir: Path | None = None

    worker_id: str = Field(default_factory=lambda: f"{socket.gethostname()}-{os.getpid()}")
    worker_concurrency: int = Field(default=32, ge=1, le=10_000)
    worker_lease: int = Field(default=60, ge=3, le=3600)
    worker_poll: float = Field(default=30, ge=0.1, le=3600)
    worker_grace: float = Field(default=20, ge=0, le=600)
    worker_realtime: bool = True
    worker_metrics_port: int = Field(default=0, ge=0, le=65535)
    worker_metrics_host: str = "127.0.0.1"

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_texts: bool = False


Kind = TypeVar("Kind", bound=ProjectSettings)


def load_settings(
    environment: Mapping[str, str] | None = None, dotenv: Path | None = DOTENV
) -> Settings:
    """
    Build the worker's settings; the environment wins over the file, `.env` unless told otherwise.

    Raises `SettingsInvalid`, which lists every missing or malformed variable.
    """
    return _validated(Settings, _given(environment, dotenv))


def _faults_of_tokens(given: Mapping[str, str]) -> list[str]:
    """Say what is missing of the two ways in which a worker may get its tokens."""
    if given.get("fanvue_token"):
        return []
    missing = [name for name in ("fanvue_client_id", "fanvue_client_secret") if not given.get(name)]
    if len(missing) == 2:
        return [
            "  FANVUE_TOKEN: is missing"
            " (or FANVUE_CLIENT_ID and FANVUE_CLIENT_SECRET, where creators sign in themselves)"
        ]
    return [f"  {name.upper()}: is missing" for name in missing]


def load_project_settings(
    environment: Mapping[str, str] | None = None, dotenv: Path | None = DOTENV
) -> ProjectSettings:
    """Build what commands for people need, in the same way: no token of Fanvue, no model's key."""
    return _validated(ProjectSettings, _given(environment, dotenv))


def _validated(kind: type[Kind], given: Mapping[str, str]) -> Kind:
    faults = _faults_of_tokens(given) if issubclass(kind, Settings) else []
    try:
        settings = kind.model_validate(given)
    except ValidationError as error:
        faults += [
            f"  {str(fault['loc'][0]).upper()}: {_in_words(fault['type'], fault['msg'])}"
            for fault in error.errors(include_input=False, include_url=False)
        ]
    if faults:
        raise SettingsInvalid(
            "these settings are missing or malformed (.env.example explains each):\n"
            + "\n".join(faults)
        )
    return settings


def prompts_folder(
    environment: Mapping[str, str] | None = None, dotenv: Path | None = DOTENV
) -> Path | None:
    """Return PROMPTS_DIR alone, for commands that need no other setting; None if it is not set."""
    named = _given(environment, dotenv).get("prompts_dir")
    return Path(named) if named else None


def _given(environment: Mapping[str, str] | None, dotenv: Path | None) -> dict[str, str]:
    from_file = dotenv_values(dotenv) if dotenv is not None and dotenv.exists() else {}
    values = {**from_file, **(os.environ if environment is None else environment)}
    if dotenv is not None and dotenv != Path(".env") and not dotenv.exists():
        raise SettingsInvalid(f"{dotenv}, which FANPACE_ENV names, is not there")
    # An empty variable is one that was left out: that is how .env.example has them.
    return {name.lower(): value for name, value in values.items() if value}


def _in_words(kind: str, message: str) -> str:
    return "is missing" if kind == "missing" else message.removeprefix("Value error, ")
