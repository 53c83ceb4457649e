"""
People who sign in, and what the database lets them do: as PostgREST takes on their role.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from tests.project import Project


def new_user(project: Project) -> str:
    """Somebody who may sign in and belongs to no creator."""
    user = str(uuid.uuid4())
    project.execute("insert into auth.users (id) values (%s)", user)
    return user


def new_member(project: Project, role: str, creator_id: int | None = None) -> str:
    """Somebody with a role for a creator: the project's own unless another is named."""
    user = new_user(project)
    project.execute(
        "insert into creator_members (creator_id, user_id, role) values (%s, %s, %s)",
        creator_id or project.creator_id,
        user,
        role,
    )
    return user


@contextmanager
def signed_in(project: Project, user: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection that acts for this user."""
    with psycopg.connect(project.dsn, autocommit=True) as connection:
        claims = json.dumps({"sub": user, "role": "authenticated"})
        connection.execute("select set_config('request.jwt.claims', %s, false)", [claims])
        connection.execute("set role authenticated")
        yield connection


def does(project: Project, user: str, call: str, *values: Any) -> Any:
    """What the database answers a signed-in user: `call` is a function of public with marks."""
    with signed_in(project, user) as connection:
        row = connection.execute(f"select {call}", values).fetchone()
        assert row is not None
        return row[0]
