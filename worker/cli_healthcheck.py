"""
`fanpace healthcheck`: whether the worker on this machine is alive, for a container's HEALTHCHECK.

It asks /healthz and nothing more, so it needs no settings but the worker's own port, and little
time to start.
"""

from __future__ import annotations

import os
from http.client import HTTPConnection, HTTPException

import click

from worker.cli_exit import fail

# Seconds; /healthz itself gives up sooner.
PATIENCE = 5.0
EVERYWHERE = {"0.0.0.0", "::", ""}  # noqa: S104


@click.command()
@click.option("--ready", is_flag=True, help="Ask /readyz: whether it can also work.")
@click.option("--port", type=click.IntRange(1, 65535), help="Instead of WORKER_METRICS_PORT.")
def healthcheck(ready: bool, port: int | None) -> None:
    """Exit with 0 if the worker on this machine answers that it is alive."""
    host = os.environ.get("WORKER_METRICS_HOST", "")
    number = port or int(os.environ.get("WORKER_METRICS_PORT") or 0)
    if not number:
        fail("no port to ask: set WORKER_METRICS_PORT, as the worker has it, or give --port")
    path = "/readyz" if ready else "/healthz"
    connection = HTTPConnection("127.0.0.1" if host in EVERYWHERE else host, number, PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode(errors="replace").strip()
    except (OSError, HTTPException) as error:
        fail(f"no worker answers on port {number}: {error}")
    finally:
        connection.close()
    click.echo(body)
    if answer.status != 200:
        raise click.exceptions.Exit(1)
