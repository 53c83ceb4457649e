"""
The command line: which command is in which module.

A module is imported when its command is asked for: what the worker needs takes a second or two to
import, and most commands need little of it. Commands say what went wrong in a line and exit with
2 for settings, 1 for everything else.
"""

from __future__ import annotations

from importlib import import_module

import click

# By name: the module below worker/, and what the command is called in it.
COMMANDS = {
    "run": ("cli_run", "run"),
    "check": ("cli_run", "check"),
    "healthcheck": ("cli_healthcheck", "healthcheck"),
    "connect": ("cli_connect", "connect"),
    "disconnect": ("cli_connect", "disconnect"),
    "status": ("cli_connect", "status"),
    "import": ("cli_import", "import_command"),
    "desk": ("cli_desk", "desk"),
    "review": ("cli_review", "review"),
    "stop": ("cli_switches", "stop"),
    "start": ("cli_switches", "start"),
    "mode": ("cli_switches", "mode"),
    "release": ("cli_release", "release"),
    "notes": ("cli_notes", "notes"),
    "fan": ("cli_fan", "fan"),
    "purse": ("cli_purse", "purse"),
    "explain": ("cli_explain", "explain"),
    "jobs": ("cli_jobs", "jobs"),
    "offers": ("cli_offers", "offers"),
    "audit": ("cli_audit", "audit"),
    "members": ("cli_members", "members"),
    "login": ("cli_login", "login"),
    "logout": ("cli_login", "logout"),
    "whoami": ("cli_login", "whoami"),
    "rhythm": ("cli_rhythm", "rhythm"),
    "calibrate": ("cli_calibrate", "calibrate"),
    "report": ("cli_report", "report"),
    "prompts": ("cli_prompts", "prompts"),
    "signals": ("cli_texts", "signals_command"),
    "triggers": ("cli_texts", "triggers"),
    "check-text": ("cli_texts", "check_text"),
}


class _Commands(click.Group):
    """Finds commands in COMMANDS, in that order."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"worker.{module}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fanpace", prog_name="fanpace")
def main() -> None:
    """Answer a creator's fans at a human pace."""
