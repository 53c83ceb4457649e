"""What a log line leaves out, and what it still says."""

from __future__ import annotations

import json
import logging
import subprocess
import sys

import pytest

from worker.errors import FanvueRejected
from worker.log import configure_logging, kind_and_place
from worker.server_words import harmless

SECRET = "marmalade"

# A process of its own: logging is set up once for all of it. What it prints is the log.
SCRIPT = """
import asyncio, logging, sys, warnings
import structlog
from pydantic import BaseModel
from worker.log import configure_logging, guard_the_last_words
configure_logging("debug", "json", texts={texts})
if not {texts}:
    guard_the_last_words()
log = structlog.get_logger()

class Row(BaseModel):
    number: int

async def main():
    log.info("reply committed", texts=["marmalade"], bubbles=1)
    try:
        try:
            Row.model_validate({{"number": "marmalade"}})
        except ValueError as exc:
            raise KeyError("marmalade") from exc
    except KeyError:
        log.exception("job crashed")
    async def falls():
        raise ValueError("marmalade")
    task = asyncio.create_task(falls())
    await asyncio.wait([task])
    del task
    import gc; gc.collect()
    library = logging.getLogger("some.library")
    library.error("cannot send %s", "marmalade", exc_info=KeyError("marmalade"))
    library.error("cannot send marmalade")
    warnings.warn("expected int but got marmalade")
    raise RuntimeError("marmalade")

asyncio.run(main())
"""


def printed(texts: bool) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(texts=texts)], capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    return done.stdout + done.stderr


def test_no_exception_warning_or_line_of_a_library_tells_a_text() -> None:
    log = printed(texts=False)
    assert SECRET not in log
    # Its control: each of them is there, with its kind and place.
    for word in (
        "job crashed", "builtins.KeyError", "pydantic_core", "in main", "some.library",
        "builtins.ValueError", "py.warnings", "builtins.RuntimeError", "asyncio", '"bubbles": 1',
    ):  # fmt: skip
        assert word in log, word


def test_with_texts_they_are_told_after_a_warning() -> None:
    log = printed(texts=True)
    assert "LOG_TEXTS is on" in json.loads(log.splitlines()[0])["event"]
    assert log.count(SECRET) >= 6


def test_our_own_exceptions_keep_their_words() -> None:
    error = FanvueRejected("Fanvue answered 403: Missing scope", status=403)
    told = kind_and_place((type(error), error, None))
    assert "worker.errors.FanvueRejected: Fanvue answered 403: Missing scope" in told


def test_a_log_that_is_set_up_again_does_not_print_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = len(logging.getLogger().handlers)
    configure_logging("error", "json")
    configure_logging("error", "json")
    assert len(logging.getLogger().handlers) <= before + 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Rate limit reached", "Rate limit reached"),
        ("Incorrect API key provided: sk-abc123", "Incorrect API key provided: …"),
        ("The model `gpt-9` does not exist", "The model … does not exist"),
        (
            "This model's maximum context length is 8192 tokens, you requested 9000",
            "This … maximum context length is 8192 tokens, you requested 9000",
        ),
        ("invalid_request_error", "invalid_request_error"),
        ("Invalid prompt: I love marmalade, Quinn", "Invalid prompt: …"),
        ('cannot read "this message"', "cannot read …"),
        ("{'content': 'this is the message'}", "…"),
        ("call me at 004915112345678", "call … at …"),
        ("text: ich liebe dich sehr", "text: …"),
        ("こんにちは", "…"),
        ("", ""),
        ("quinn@example.com", "…"),
        ('cannot read "this message', "cannot read …"),
        ("d24d6fb6-1c1a-4f0e-9d2c-0a7cf1ad4a11 not found", "… not found"),
    ],
)
def test_of_a_servers_words_only_those_of_errors_get_through(said: str, told: str) -> None:
    assert harmless(said) == told
