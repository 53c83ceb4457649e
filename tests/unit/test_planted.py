"""The watch on secrets can fail; and settings, errors and logs let none out."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from devstack.keys import make_keys, planted
from tests.planted import SecretLeaked, refuse
from worker.log import configure_logging
from worker.settings import Settings, SettingsInvalid, load_settings

SECRETS = {
    name: planted() for name in ("SUPABASE_KEY", "SUPABASE_JWT", "FANVUE_TOKEN", "OPENAI_API_KEY")
}
WHOLE = {"SUPABASE_URL": "http://127.0.0.1:1", "OPENAI_MODEL": "m", **SECRETS}
LEAKS = {
    "printed": "print(SECRET)",
    "logged": "import logging; logging.getLogger('x').warning('key %s', SECRET)",
    "in a traceback": "raise ValueError(SECRET)",
    "in an assertion": "assert SECRET == ''",
    "in a file": "(tmp_path / 'worker.log').write_text(SECRET)",
}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the watch on this test itself does not look into."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def run(folder: Path, *bodies: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on tests with these bodies, under the watch."""
    tests = [f"def test_{n}(tmp_path):\n    {body}\n" for n, body in enumerate(bodies)]
    (folder / "test_it.py").write_text("\n".join([f"SECRET = {planted()!r}\n", *tests]))
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.planted", "-p", "no:cacheprovider",
         "--rootdir", folder, "--basetemp", folder / "temp", folder / "test_it.py"],
        capture_output=True, text=True, check=False,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip


def test_a_secret_that_comes_out_fails_the_test_and_is_not_shown(folder: Path) -> None:
    ended = run(folder, *LEAKS.values())
    # Of each test that failed the headline, and below it why.
    why = re.findall(r"^_+ .*test_(\d) _+\n(.*)$", ended.stdout, re.MULTILINE)
    caught = {int(number) for number, line in why if line.startswith("a secret is in")}
    assert {leak for number, leak in enumerate(LEAKS) if number not in caught} == set()
    refuse([ended.stdout, ended.stderr])


def test_a_file_that_its_owner_alone_may_read_may_hold_one(folder: Path) -> None:
    body = "path = tmp_path / 'session'; path.touch(0o600); path.write_text(SECRET); print('kept')"
    assert run(folder, body).returncode == 0


@pytest.mark.parametrize("kind", ["jwt_secret", "secret", "anon", "service_role"])
def test_every_key_of_the_dev_stack_is_recognised(kind: str) -> None:
    with pytest.raises(SecretLeaked) as caught:
        refuse([f"before {getattr(make_keys(0), kind)} after"])
    refuse([str(caught.value)])


def test_settings_do_not_show_their_secrets() -> None:
    settings = Settings.model_validate({name.lower(): value for name, value in WHOLE.items()})
    shown = [repr(settings), str(settings), f"{settings.model_dump()}", settings.model_dump_json()]
    refuse(shown)
    with pytest.raises(SecretLeaked):
        refuse([settings.supabase_key.get_secret_value()])


def test_an_error_about_settings_does_not_show_them() -> None:
    faulty = {**WHOLE, "SUPABASE_URL": planted(), "WORKER_LEASE": planted(), "LOG_LEVEL": planted()}
    with pytest.raises(SettingsInvalid) as caught:
        load_settings(faulty, None)
    refuse(["".join(traceback.format_exception(caught.value))])


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_logged_exception_does_not_bring_the_locals_along(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging("debug", form)

    def fails() -> None:
        token = planted()
        raise RuntimeError(f"failed after {len(token)} characters")

    try:
        fails()
    except RuntimeError:
        structlog.get_logger().exception("job_failed", job_id=1)
    logged = capsys.readouterr().err
    assert "job_failed" in logged
    refuse([logged])
