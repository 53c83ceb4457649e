"""Say on what machine the figures were taken."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

import psycopg

from devstack.postgres import Server


def machine(server: Server) -> dict[str, str]:
    """Describe hardware, programs and the server's settings, for people."""
    with psycopg.connect(server.dsn()) as connection:
        row = connection.execute(
            "select current_setting('server_version'), current_setting('shared_buffers'),"
            " current_setting('fsync'), current_setting('synchronous_commit')"
        ).fetchone()
    assert row is not None
    version, buffers, fsync, commit = row
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{_memory_gb():.0f} GB",
        "system": f"{platform.system()} {platform.release()}",
        "PostgreSQL": f"{version}, shared_buffers {buffers}, fsync {fsync},"
        f" synchronous_commit {commit}",
        "Python": platform.python_version(),
        "Node": _node(),
        "load before": f"{os.getloadavg()[0]:.1f}",
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        return "none"
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return told.stdout.strip()
