"""
Start fanpace's processes as forks of one that has imported everything already.

`python -m worker` spends 2.4 s of a core on its imports, a third of what the end to end tests
took. A fork is a process like any other: it has its own environment, files and signals, runs
worker/__main__.py from the top, and can be frozen and killed. That `python -m worker` starts by
itself is test_one_message.py's, the demo's and the chaos run's to show.

Run as a program this module is the server: for each request, a process that minds the child and
reports its pid and how it ended.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import IO

from devstack import stack
from devstack.children import end_with_parent


class Child:
    """As much of asyncio.subprocess.Process as tests need."""

    def __init__(
        self, pid: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self.printed: Sequence[IO[bytes]] = ()
        self._reader, self._writer = reader, writer
        self._ended = asyncio.ensure_future(self._await_end())

    async def _await_end(self) -> int:
        self.returncode = int(await self._reader.readline() or -signal.SIGKILL)
        self._writer.close()
        return self.returncode

    async def wait(self) -> int:
        return await asyncio.shield(self._ended)

    async def communicate(self) -> tuple[int, str, str]:
        """Wait for the end of a command; return how it ended, what it printed and complained of."""
        code = await self.wait()
        texts = []
        for file in self.printed:
            with file:
                file.seek(0)
                texts.append(file.read().decode())
        output, errors = texts
        return code, output, errors

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


async def start(
    arguments: Sequence[str], environment: Mapping[str, str], files: Sequence[int]
) -> Child:
    """Start `python -m worker ARGUMENTS` with these as its standard input, output and errors."""
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(_server())
    request = json.dumps([list(arguments), dict(environment)]).encode()
    socket.send_fds(connection, [len(request).to_bytes(4, "big")], files)
    connection.sendall(request)
    reader, writer = await asyncio.open_unix_connection(sock=connection)
    return Child(int(await reader.readline()), reader, writer)


async def command(
    arguments: Sequence[str], environment: Mapping[str, str], typed: str = ""
) -> Child:
    """Start a command with files of its own, of which its `communicate()` tells."""
    with tempfile.TemporaryFile() as typing, ExitStack() as ours:
        typing.write(typed.encode())
        typing.seek(0)
        printed = [ours.enter_context(tempfile.TemporaryFile()) for _ in range(2)]
        child = await start(arguments, environment, [file.fileno() for file in (typing, *printed)])
        child.printed = printed
        # They are closed when they have been read.
        ours.pop_all()
    return child


@cache
def _server() -> str:
    """Start this process's server; return its socket's path."""
    folder = tempfile.TemporaryDirectory(prefix="fanpace-nursery-")
    path = str(Path(folder.name) / "socket")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "tests.e2e.nursery", path],
        cwd=stack.ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=end_with_parent,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"listening\n"
    atexit.register(folder.cleanup)
    atexit.register(process.kill)
    return path


def _serve(path: str) -> list[str]:
    """Fork for each request; return, in a child only, the arguments to run with."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen()
        print("listening", flush=True)
        # Nobody here waits for the minders.
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        while True:
            connection = listening.accept()[0]
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                listening.close()
                return _mind(connection)
            connection.close()


def _mind(connection: socket.socket) -> list[str]:
    """Fork once more; wait for the child and say how it ended. Return in the child only."""
    length, files, _, _ = socket.recv_fds(connection, 4, 3)
    with connection.makefile("rb") as stream:
        arguments, environment = json.loads(stream.read(int.from_bytes(length, "big")))
    parent = os.getpid()
    pid = os.fork()
    if pid:
        connection.sendall(b"%d\n" % pid)
        _, status = os.waitpid(pid, 0)
        connection.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
        os._exit(0)
    end_with_parent()
    if os.getppid() != parent:
        os._exit(1)
    connection.close()
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    return list(arguments)


if __name__ == "__main__":
    import worker.app
    import worker.cli_run  # noqa: F401

    sys.argv = ["fanpace", *_serve(sys.argv[1])]
    runpy.run_module("worker", run_name="__main__")
