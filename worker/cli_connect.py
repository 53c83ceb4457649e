"""
`fanpace connect`, `fanpace disconnect` and `fanpace status`: creators let fanpace act for them.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import webbrowser
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from worker.asking import ask
from worker.cli_exit import fail, settings_or_exit
from worker.cli_import import in_words, run_import
from worker.clients import database_of, fanvue_of, oauth_of
from worker.errors import NotConnected, RpcRejected, WorkerError
from worker.fanvue import static_token
from worker.log import configure_logging
from worker.loopback import PATH, code_of, query_of, redirected
from worker.oauth import SCOPES, Proof, Tokens
from worker.rows import Json
from worker.settings import Settings

PORT = 8976
_PATIENCE = 600.0


@click.command()
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65535),
              help="Where the browser comes back to; register it at Fanvue.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Only print the address to open.")
@click.option("--paste", is_flag=True,
              help="The browser is on another machine: paste the address it ends on.")  # fmt: skip
@click.option("--disclosure", default="", metavar="TEXT",
              help="For a new creator: what tells fans that an AI writes.")  # fmt: skip
@click.option("--no-import", is_flag=True, help="Leave chats and history for fanpace import.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def connect(
    port: int, no_browser: bool, paste: bool, disclosure: str, no_import: bool, as_json: bool
) -> None:
    """Let a creator sign in at Fanvue: adds them, keeps the tokens, brings their past in."""
    settings = settings_or_exit()
    if not (settings.fanvue_client_id and settings.fanvue_client_secret):
        fail("FANVUE_CLIENT_ID and FANVUE_CLIENT_SECRET are needed: docs/connect.md says where"
             " Fanvue shows them", code=2)  # fmt: skip
    configure_logging("warning", settings.log_format)
    try:
        outcome = asyncio.run(_connect(settings, port, no_browser, paste, disclosure))
        _say(_connected_in_words(outcome, settings), as_json)
        if not no_import:
            # With the tokens that were just stored, whatever FANVUE_TOKEN says.
            own = settings.model_copy(update={"fanvue_token": None})
            outcome["import"] = asyncio.run(run_import(own, outcome["creator_uuid"], {}))
            _say(in_words(outcome["import"], str(outcome["creator_id"])), as_json)
    except RpcRejected as error:
        hint = "; this needs the secret key in SUPABASE_KEY" if error.code == "42501" else ""
        fail(f"{error}{hint}")
    except TimeoutError:
        fail("nobody came back from Fanvue within ten minutes: run fanpace connect again")
    except WorkerError as error:
        fail(str(error))
    except KeyboardInterrupt:
        fail("stopped; what was not imported comes with fanpace import")
    if as_json:
        click.echo(json.dumps(outcome, indent=2))


async def _connect(
    settings: Settings, port: int, no_browser: bool, paste: bool, disclosure: str
) -> dict[str, Any]:
    oauth, database = oauth_of(settings), await database_of(settings)
    try:
        # Before a person is sent anywhere: does the database answer, and may we register?
        await database.due_token_refreshes()
        proof, state = Proof.new(), secrets.token_urlsafe(24)
        redirect_uri = f"http://127.0.0.1:{port}{PATH}"
        scopes = tuple(settings.fanvue_scopes.split()) or SCOPES
        url = oauth.authorization_url(redirect_uri, state, proof.challenge, scopes)
        if paste:
            code = _pasted(url, state)
        else:
            async with redirected(port, state) as came_back:
                _show(url, not no_browser)
                async with asyncio.timeout(_PATIENCE):
                    code = await came_back()
        tokens = await oauth.exchange(code, redirect_uri, proof.verifier)
        return await _register(settings, database, tokens, disclosure)
    finally:
        await asyncio.gather(oauth.aclose(), database.close())


async def _register(
    settings: Settings, database: Any, tokens: Tokens, disclosure: str
) -> dict[str, Any]:
    fanvue = fanvue_of(settings, static_token(tokens.access_token))
    try:
        me = await fanvue.get_me()
    finally:
        await fanvue.aclose()
    if not me.is_creator:
        raise NotConnected(f"{me.name} is no creator at Fanvue: sign in as the creator")
    return dict(await database.connect_creator(me.uuid, me.name, disclosure, tokens.as_json()))


def _show(url: str, open_it: bool) -> None:
    opened = open_it and webbrowser.open(url)
    click.echo(
        "Sign in at Fanvue as the creator, and agree"
        + (" (in the browser that has opened), or open:" if opened else ". Open:"),
        err=True,
    )
    click.echo(url, err=True)


def _pasted(url: str, state: str) -> str:
    click.echo(f"Open on any machine, sign in as the creator and agree:\n{url}", err=True)
    address = click.prompt(
        "The browser ends on a page that it cannot show. Its whole address", err=True
    )
    return code_of(query_of(address), state)


def _say(text: str, as_json: bool) -> None:
    click.echo(text, err=as_json)


def _connected_in_words(outcome: Json, settings: Settings) -> str:
    number, name = outcome["creator_id"], outcome["creator"]
    lines = [f"creator {number}, {name}: {outcome['outcome']}"]
    missing = sorted(set(SCOPES) - {"openid"} - set(outcome["scopes"]))
    if outcome["scopes"] and missing:
        lines.append(
            f"Fanvue did not allow {', '.join(missing)}: docs/connect.md says what it costs"
        )
    if outcome["outcome"] == "added":
        lines.append(f"every reply waits for a person until: fanpace mode creator {number} auto")
    if not outcome["disclosure"]:
        lines.append(
            "before that: in the dashboard, creators.disclosure has to say that an AI writes"
        )
    if settings.fanvue_token is not None:
        lines.append("the workers use FANVUE_TOKEN as long as it is set: empty it to use this")
    return "\n".join(lines)


@click.command()
@click.argument("creator")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def disconnect(creator: str, as_json: bool) -> None:
    """Delete the tokens of CREATOR (id, uuid or name); chats and settings stay."""
    outcome = ask(lambda database: database.disconnect_creator(creator))
    if as_json:
        click.echo(json.dumps(outcome, indent=2))
        return
    click.echo(f"{outcome['creator']}: {outcome['outcome']}")
    if outcome["outcome"] == "disconnected":
        click.echo("at Fanvue the permission stays until it is withdrawn in the settings there")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def status(as_json: bool) -> None:
    """List the creators: how each is connected to Fanvue, and what is wrong."""
    creators = ask(lambda database: database.list_connections())["creators"]
    if as_json:
        click.echo(json.dumps(creators, indent=2))
    elif not creators:
        click.echo("there is no creator yet: fanpace connect")
    else:
        table = Table("id", "creator", "automation", "Fanvue", "past", box=None,
                      padding=(0, 2, 0, 0))  # fmt: skip
        for one in creators:
            table.add_row(
                str(one["creator_id"]), one["creator"], one["automation"], _state(one),
                one["import"] or "not imported",
            )  # fmt: skip
        Console().print(table)
    if any(one["state"] == "needs_reconnect" for one in creators):
        fail("needs_reconnect: nothing is sent for this creator until fanpace connect")


def _state(one: Json) -> str:
    if one["state"] == "connected" and one["last_error"]:
        return f"connected; last exchange failed: {one['last_error']}"
    if one["state"] == "connected":
        return f"connected, exchanged {one['refreshed_at'][:16].replace('T', ' ')}"
    if one["state"] == "needs_reconnect":
        return f"[red]needs_reconnect[/]: {one['last_error']}"
    return "not connected (FANVUE_TOKEN?)"
