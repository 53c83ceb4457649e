"""
Keep an operator's session in a file that only they can read.

Knows the file and its lock. What the tokens are good for, and how they are renewed, is
worker/signing_in.py's.
"""

from __future__ import annotations

import fcntl
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from platformdirs import user_state_dir

from worker.errors import SessionUnusable


@dataclass(frozen=True)
class Session:
    """Who is signed in where; `expires_at` is the access token's end, in seconds since 1970."""

    url: str
    user_id: str
    email: str
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_at: int


def session_path(named: Path | None) -> Path:
    """Return where the session is kept: FANPACE_SESSION, or in the user's state directory."""
    return named or Path(user_state_dir("fanpace", appauthor=False)) / "session.json"


def load_session(path: Path) -> Session | None:
    """Return the session, None where there is none; raise SessionUnusable."""
    try:
        with path.open(encoding="utf-8") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            text = file.read()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as exc:
        raise SessionUnusable(f"{path} cannot be read ({_why(exc)})") from exc
    if mode & 0o077:
        raise SessionUnusable(
            f"{path} can be read by others (mode {mode:o}): its tokens may be known. Remove the "
            "file and run fanpace login"
        )
    try:
        values = json.loads(text)
        return Session(
            url=str(values["url"]),
            user_id=str(values["user_id"]),
            email=str(values["email"]),
            access_token=str(values["access_token"]),
            refresh_token=str(values["refresh_token"]),
            expires_at=int(values["expires_at"]),
        )
    except (ValueError, TypeError, KeyError):
        # Not chained: the error of a parser may quote what it read.
        raise SessionUnusable(f"{path} holds no session: run fanpace login") from None


def save_session(path: Path, session: Session) -> None:
    """Write the session in one step: whoever reads meanwhile finds the old one or the new one."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # mkstemp makes the file with mode 0600.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(session), file)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as exc:
        raise SessionUnusable(f"{path} cannot be written ({_why(exc)})") from exc


def remove_session(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as exc:
        raise SessionUnusable(f"{path} cannot be removed ({_why(exc)})") from exc


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """
    Hold the session's lock; another command that wants it waits.

    A refresh token may be used once: of two commands that find the session expired, the second
    has to find the first one's new session. The lock goes with its process, however that ends.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as exc:
        raise SessionUnusable(f"{path} cannot be locked ({_why(exc)})") from exc
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _why(exc: OSError | UnicodeDecodeError) -> str:
    return (exc.strerror or type(exc).__name__) if isinstance(exc, OSError) else "not UTF-8"
