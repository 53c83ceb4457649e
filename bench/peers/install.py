"""
Install the other queues at pinned versions: two from npm, two from PyPI into an environment of
their own. Nothing of fanpace is in it, and nothing of theirs in fanpace's.

A second call finds them there and takes no time.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click

HERE = Path(__file__).parent
PINS = (HERE / "package.json", HERE / "requirements.txt")


class CannotInstall(click.ClickException):
    """Something that the peers need is missing; the message says what to do."""


def install(folder: Path, say: Callable[[str], None]) -> None:
    """Bring `folder` to the pinned versions, and today's programs into it."""
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / "installed"
    wanted = _fingerprint()
    if not stamp.exists() or stamp.read_text() != wanted:
        stamp.unlink(missing_ok=True)
        for program in ("node", "npm"):
            if shutil.which(program) is None:
                raise CannotInstall(
                    f"{program} is missing: install Node.js 20 or newer for graphile-worker and"
                    " pg-boss, or leave the other queues out with ARGS=--without-peers"
                )
        say("installing graphile-worker and pg-boss from npm")
        shutil.copy(HERE / "package.json", folder)
        _run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"], folder)
        say("installing procrastinate and pgqueuer from PyPI")
        _run([sys.executable, "-m", "venv", "--clear", "python"], folder)
        _run(
            [python(folder), "-m", "pip", "install", "-q", "-r", HERE / "requirements.txt"], folder
        )
        stamp.write_text(wanted)
    # Node looks for packages beside its program.
    for program_file in (HERE / "peer-programs").iterdir():
        if program_file.suffix in {".mjs", ".py"}:
            shutil.copy(program_file, folder)


def python(folder: Path) -> Path:
    """The interpreter that has the two Python queues."""
    return folder / "python" / "bin" / "python"


def _fingerprint() -> str:
    pins = b"".join(file.read_bytes() for file in PINS)
    return hashlib.sha256(pins + sys.version.encode()).hexdigest()


def _run(command: list[str | Path], folder: Path) -> None:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=600
    )
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()[-1500:]
        raise CannotInstall(
            f"{' '.join(map(str, command[:4]))} failed:\n{said}\n"
            "Mend that, or leave the other queues out with ARGS=--without-peers"
        )
