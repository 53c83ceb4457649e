"""
Turn a request into the transaction that answers it, or into the error that refuses it.

Pure: takes the catalogue as it stands, touches no database. The order of the checks is
PostgREST's, since a request with two faults shows the first.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from devstack import postgrest_query, postgrest_request
from devstack.postgrest_catalog import Catalogue
from devstack.postgrest_clauses import Statement
from devstack.postgrest_database import Transaction
from devstack.postgrest_errors import ApiError
from devstack.postgrest_jwt import Caller, TokenRules
from devstack.postgrest_media import negotiate
from devstack.postgrest_payload import read_payload
from devstack.postgrest_request import Incoming, Preferences, Window
from devstack.postgrest_routine import Routine, table
from devstack.postgrest_sql import Call


@dataclass(frozen=True)
class Settings:
    """What PostgREST keeps in its configuration file."""

    schemas: tuple[str, ...]
    extra_search_path: tuple[str, ...]
    max_rows: int | None
    app_settings: tuple[tuple[str, str], ...]
    tokens: TokenRules


@dataclass(frozen=True)
class Plan:
    transaction: Transaction
    routine: Routine
    preferences: Preferences
    window: Window
    """As the client asked: `max_rows` does not show in Content-Range."""
    media_type: str
    profile: str | None
    wants_body: bool


def plan(request: Incoming, caller: Caller, catalogue: Catalogue, settings: Settings) -> Plan:
    """Raise PGRST1xx or PGRST2xx for a request that makes no sense."""
    name, is_table = postgrest_request.target(request.path)
    is_post = request.method == "POST"
    profile = request.header("content-profile" if is_post else "accept-profile")
    schema = postgrest_request.schema_of(profile, settings.schemas)
    if request.method not in ("GET", "HEAD", "POST"):
        raise ApiError(405, "PGRST101", f"Cannot use the {request.method} method on RPC")
    if is_table and request.method == "POST":
        details = "This stand-in serves tables to be read only."
        raise ApiError(501, "PGRST127", "Feature not implemented", details)
    query = postgrest_query.parse(request.query, has_arguments=not (is_post or is_table))
    ranged = request.header("range") if request.method == "GET" else None
    window = postgrest_request.window(query.limit, query.offset, ranged)
    payload = None
    arguments = frozenset(key for key, _ in query.arguments)
    if is_post:
        content_type = request.header("content-type")
        payload = read_payload(request.body, content_type, query.columns)
        arguments = payload.keys
    body_type = payload.media_type if payload else None
    if is_table:
        routine = table(schema, name)
    else:
        routine = catalogue.routines.find(schema, name, arguments, body_type)
    media_type = negotiate(request.header("accept"))
    preferences = postgrest_request.preferences(request.every("prefer"), catalogue.time_zones)
    _check_preferences(preferences, routine)
    sql, values = Call(
        routine,
        arguments,
        payload,
        query,
        window.at_most(settings.max_rows),
        media_type,
        counts=preferences.count in ("exact", "estimated"),
        wants_body=request.method != "HEAD",
    ).statement()
    role_settings = dict(catalogue.role_settings.get(caller.role, {}))
    isolation = {**role_settings, **routine.settings}.get("default_transaction_isolation")
    path = Statement.path(schema, *settings.extra_search_path)
    transaction = Transaction(
        isolation or "read committed",
        read_only=not (is_post and routine.is_volatile),
        settings=[
            ("search_path", path),
            *role_settings.items(),
            # From here on the settings are the caller's own, the role being the first of them.
            *_request_settings(request, caller),
            *([("timezone", preferences.time_zone)] if preferences.time_zone else []),
            *routine.settings.items(),
            *settings.app_settings,
        ],
        sql=sql,
        values=values,
    )
    is_negotiated = profile is not None or len(settings.schemas) > 1
    return Plan(
        transaction,
        routine,
        preferences,
        window,
        media_type,
        profile=schema if is_negotiated else None,
        wants_body=request.method != "HEAD",
    )


def _check_preferences(preferences: Preferences, routine: Routine) -> None:
    if not preferences.is_strict:
        return
    if preferences.unknown:
        raise ApiError(
            400,
            "PGRST122",
            "Invalid preferences given with handling=strict",
            f"Invalid preferences: {', '.join(preferences.unknown)}",
        )
    if preferences.max_affected is not None and not routine.is_set:
        raise ApiError(
            400,
            "PGRST128",
            "Function must return SETOF or TABLE when max-affected preference is used"
            " with handling=strict",
        )


def _request_settings(request: Incoming, caller: Caller) -> list[tuple[str, str]]:
    """Return what functions read with current_setting('request.…')."""
    headers = {name: value for name, value in request.headers if name != "cookie"}
    parts = (part.partition("=") for part in ";".join(request.every("cookie")).split(";"))
    cookies = {name.strip(): value.strip() for name, equals, value in parts if equals}
    return [
        ("role", caller.role),
        ("request.jwt.claims", _json(caller.claims)),
        ("request.method", request.method),
        ("request.path", request.path),
        ("request.headers", _json(headers)),
        ("request.cookies", _json(cookies)),
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
