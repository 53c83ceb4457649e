"""`fanpace healthcheck` tells a container's host what /healthz says."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from worker.cli_healthcheck import healthcheck


class Answers(BaseHTTPRequestHandler):
    """Alive, and not ready."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 503)
        self.end_headers()
        self.wfile.write(self.path.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(healthcheck, arguments, env=environment)


def test_alive_is_0(port: int) -> None:
    result = run(WORKER_METRICS_PORT=str(port), WORKER_METRICS_HOST="0.0.0.0")  # noqa: S104
    assert (result.exit_code, result.output) == (0, "/healthz\n")


def test_not_ready_is_1(port: int) -> None:
    assert run("--ready", "--port", str(port)).exit_code == 1


def test_nobody_there_is_1(port: int) -> None:
    with HTTPServer(("127.0.0.1", 0), Answers) as closed:
        free = closed.server_port
    assert run("--port", str(free)).exit_code == 1


def test_without_a_port_it_says_which_variable_is_missing() -> None:
    result = run(WORKER_METRICS_PORT="", WORKER_METRICS_HOST="")
    assert result.exit_code == 1
    assert "WORKER_METRICS_PORT" in result.output
