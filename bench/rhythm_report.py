"""
What `fanpace report rhythm` shows of a simulated week, and its picture docs/rhythm-report.png.

`make rhythm-report` lets fans write for a week on the real SQL, by day more than by night, and
writes the page; with a Chromium on the PATH its picture too. How late a worker is cannot be
simulated and is left out: `make lateness` measures it.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from datetime import timedelta
from functools import partial
from math import pi, sin
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import psycopg
from PIL import Image, ImageChops

from bench.rhythm_week import World
from devstack import database, postgres
from tests.project import START, Project
from worker.rhythm_figures import figures
from worker.rhythm_page import page
from worker.rows import Json

PICTURE = Path(__file__).parents[1] / "docs" / "rhythm-report.png"
ZONE = "America/New_York"
SESSIONS_A_DAY = 1.2  # of each fan, of which half fall on hours at which the fan sleeps or works
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


class Week(World):
    """Fans who have days and nights."""

    def _next_session(self, name: str) -> None:
        gap = self.random.expovariate(SESSIONS_A_DAY / 86400)
        if self.project.now + timedelta(seconds=gap) < self.end:
            self._in(gap, partial(self._begin_session, name))

    def _begin_session(self, name: str) -> None:
        local = self.project.now.astimezone(ZoneInfo(ZONE))
        # Most of all at nine in the evening, hardly ever at nine in the morning; weekends more.
        wish = (0.5 + 0.5 * sin((local.hour + local.minute / 60 - 15) / 24 * 2 * pi)) ** 1.6
        wish = 0.04 + (0.96 if local.isoweekday() >= 6 else 0.75) * wish
        if self.random.random() < wish:
            super()._begin_session(name)
        else:
            self._next_session(name)


def simulate(fans: int, seed: float, preset: str) -> Json:
    """Let fans write for a week; return what rhythm_report answers at its end."""
    with postgres.running() as server:
        dsn = database.create(server, "rhythm_report")
        database.push(dsn)
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("select setseed(%s)", (seed,))
            project = Project(connection, dsn)
            project.execute(
                "update creators set time_zone = %s,"
                " pacing_config = jsonb_build_object('preset', %s::text)",
                ZONE,
                preset,
            )
            Week(project, fans, seed).run()
            answer = project.value(
                "select private.rhythm_report(%s, null, 10000, %s)", START, project.now
            )
    # The clock was moved to each job's time: what it kept there says nothing about a worker.
    return {**answer, "late_replies": [], "late_deliveries": []}


def photograph(html: Path, picture: Path, width: int = 1060) -> bool:
    """Take a picture of the page with whichever Chromium there is; False where there is none."""
    browser = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if browser is None:
        return False
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--force-device-scale-factor=1.5", f"--user-data-dir={profile}",
                f"--window-size={width},4000", f"--screenshot={picture}", html.as_uri(),
            ],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    _cut_the_empty_end(picture)
    return True


def _cut_the_empty_end(picture: Path) -> None:
    with Image.open(picture) as taken:
        page = taken.convert("RGB")
    paper = Image.new("RGB", page.size, page.getpixel((0, page.height - 1)))
    _, _, _, bottom = ImageChops.difference(page, paper).getbbox() or (0, 0, 0, page.height)
    page.crop((0, 0, page.width, min(bottom + 60, page.height))).quantize(96).save(
        picture, optimize=True
    )


@click.command()
@click.option("--fans", default=150, show_default=True)
@click.option("--seed", default=0.42, show_default=True, help="Between -1 and 1.")
@click.option("--preset", default="fitted", show_default=True)
@click.option("--output", default="rhythm.html", type=click.Path(path_type=Path))
def main(fans: int, seed: float, preset: str, output: Path) -> None:
    """Write the report of a simulated week, and its picture where there is a Chromium."""
    output.write_text(page(figures(simulate(fans, seed, preset))), encoding="utf-8")
    click.echo(f"wrote {output}")
    if photograph(output.resolve(), PICTURE):
        click.echo(f"wrote {PICTURE}")
    else:
        click.echo(f"no picture: none of {', '.join(CHROMIUMS)} is on the PATH")


if __name__ == "__main__":
    main()
