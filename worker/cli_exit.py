"""
Ends of a command that went wrong: a line on stderr, and 2 for settings, 1 for everything else.
"""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from worker.errors import SettingsInvalid
from worker.settings import ProjectSettings, Settings, load_project_settings, load_settings


def settings_or_exit() -> Settings:
    try:
        return load_settings()
    except SettingsInvalid as error:
        fail(str(error), code=2)


def project_settings_or_exit() -> ProjectSettings:
    try:
        return load_project_settings()
    except SettingsInvalid as error:
        fail(str(error), code=2)


def fail(message: str, code: int = 1) -> NoReturn:
    click.echo(f"fanpace: {message}", err=True)
    sys.exit(code)
