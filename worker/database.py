"""
Call the database's functions: one method for each RPC, under the RPC's name.

Speaks PostgREST through supabase-py and translates its errors. What a function does is SQL's.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import httpx
from postgrest.exceptions import APIError

from supabase import AsyncClient, AsyncClientOptions, acreate_client
from worker.errors import (
    DatabaseUnavailable,
    LeaseLost,
    Overtaken,
    RpcRejected,
    SchemaMismatch,
    WorkerError,
)
from worker.rows import Claim, Job, Json
from worker.server_words import harmless

# SQLSTATEs, by their beginning, that pass by themselves: connection, serialisation and deadlock,
# resources, locks, intervention and time-outs; and PostgREST's own word for each of them.
_PASSING_STATES = ("08", "40", "53", "55P03", "57", "PGRST00")
# Where the answer was a gateway's page and no JSON, the code is the HTTP status.
_PASSING_STATUSES = ("408", "429", "500", "502", "503", "504", "520")
# PostgREST's word for a function, or parameters of it, that it does not find.
_NO_SUCH_FUNCTION = "PGRST202"

# Seconds; and how many calls are under way at once before HTTP/2 lets them share a connection.
_TIMEOUT = 20
_CONNECTIONS = 10

TokenSource = Callable[[], Awaitable[str]]


class Database:
    """The worker's only way into the database."""

    def __init__(self, client: AsyncClient, token: TokenSource | None = None) -> None:
        self._client, self._token = client, token

    @classmethod
    async def connect(
        cls, url: str, key: str, jwt: str | None = None, *, token: TokenSource | None = None
    ) -> Database:
        """
        Build a client. With `jwt` (role jobs_worker) the key only opens the gateway; so it does
        with `token`, which is asked before each call, since a signed-in person's token is renewed.

        Does not touch the network: the first call shows whether URL and key are right.
        """
        headers = {"Authorization": f"Bearer {jwt}"} if jwt else {}
        http = httpx.AsyncClient(
            timeout=_TIMEOUT,
            follow_redirects=True,
            http2=True,
            # Each call looks at every idle connection, so a few that are busy beat many that rest.
            limits=httpx.Limits(max_connections=_CONNECTIONS),
        )
        options = AsyncClientOptions(
            headers=headers, httpx_client=http, persist_session=False, auto_refresh_token=False
        )
        return cls(await acreate_client(url, key, options), token)

    async def close(self) -> None:
        await self._client.postgrest.aclose()

    async def claim_jobs(self, worker_id: str, max_jobs: int, lease_seconds: int) -> Claim:
        answer = await self._call(
            "claim_jobs",
            {"worker_id": worker_id, "max_jobs": max_jobs, "lease_seconds": lease_seconds},
        )
        return Claim.from_json(answer)

    async def record_inspection(self, job: Job, findings: Sequence[Json], texts: Json) -> Json:
        return await self._call_for(
            "record_inspection", job, {"findings": list(findings), "texts": texts}
        )

    async def extend_lease(self, job: Job, lease_seconds: int) -> Json:
        return await self._call_for("extend_lease", job, {"lease_seconds": lease_seconds})

    async def commit_reply(self, job: Job, reply: Json) -> Json:
        return await self._call_for("commit_reply", job, {"reply": reply})

    async def begin_send(self, job: Job) -> Json:
        return await self._call_for("begin_send", job, {})

    async def record_reconciliation(self, job: Job, message_id: int, finding: str) -> Json:
        return await self._call_for(
            "record_reconciliation", job, {"message_id": message_id, "finding": finding}
        )

    async def finish_send(
        self, job: Job, message_id: int, platform_uuid: str, sent_at: datetime
    ) -> Json:
        return await self._call_for(
            "finish_send",
            job,
            {
                "message_id": message_id,
                "platform_uuid": platform_uuid,
                "sent_at": sent_at.isoformat(),
            },
        )

    async def retry_job(self, job: Job, error: Json, retry_after: float | None) -> Json:
        return await self._call_for("retry_job", job, {"error": error, "retry_after": retry_after})

    async def release_job(self, job: Job, delay_seconds: float = 0, unsent: bool = False) -> Json:
        return await self._call_for(
            "release_job", job, {"delay_seconds": delay_seconds, "unsent": unsent}
        )

    async def take_rate_tokens(self, creator_id: int, n: int, lane: str) -> Json:
        return await self._call(
            "take_rate_tokens", {"creator_id": creator_id, "n": n, "lane": lane}
        )

    async def report_rate_limit(
        self, creator_id: int, remaining: int | None, blocked_seconds: float | None
    ) -> Json:
        return await self._call(
            "report_rate_limit",
            {
                "creator_id": creator_id,
                "remaining": remaining,
                "blocked_seconds": blocked_seconds,
            },
        )

    async def find_changed_chats(self, job: Job, page: str | None, chats: Sequence[Json]) -> Json:
        return await self._call_for("find_changed_chats", job, {"page": page, "chats": list(chats)})

    async def record_missed_events(
        self, job: Job, fan_uuid: str, events: Sequence[Json], looked_to: str | None
    ) -> Json:
        return await self._call_for(
            "record_missed_events",
            job,
            {"fan_uuid": fan_uuid, "events": list(events), "looked_to": looked_to},
        )

    async def finish_reconcile(self, job: Job, done: bool) -> Json:
        return await self._call_for("finish_reconcile", job, {"done": done})

    async def record_history(self, job: Job, history: Json) -> Json:
        return await self._call_for("record_history", job, {"history": history})

    async def connect_creator(
        self, creator_uuid: str, display_name: str, disclosure: str, tokens: Json
    ) -> Json:
        return await self._call(
            "connect_creator",
            {
                "creator_uuid": creator_uuid,
                "display_name": display_name,
                "disclosure": disclosure,
                "tokens": tokens,
            },
        )

    async def disconnect_creator(self, creator: str) -> Json:
        return await self._call("disconnect_creator", {"creator": creator})

    async def lease_token_refresh(
        self, creator_uuid: str, worker_id: str, refused_generation: int | None
    ) -> Json:
        return await self._call(
            "lease_token_refresh",
            {
                "creator_uuid": creator_uuid,
                "worker_id": worker_id,
                "refused_generation": refused_generation,
            },
        )

    async def store_tokens(self, creator_uuid: str, lease_token: str, tokens: Json) -> Json:
        return await self._call(
            "store_tokens",
            {"creator_uuid": creator_uuid, "lease_token": lease_token, "tokens": tokens},
        )

    async def fail_token_refresh(
        self, creator_uuid: str, lease_token: str, reason: str, is_final: bool
    ) -> Json:
        return await self._call(
            "fail_token_refresh",
            {
                "creator_uuid": creator_uuid,
                "lease_token": lease_token,
                "reason": reason,
                "is_final": is_final,
            },
        )

    async def due_token_refreshes(self) -> Json:
        return await self._call("due_token_refreshes", {})

    async def list_connections(self) -> Json:
        return await self._call("list_connections", {})

    async def begin_import(
        self, creator: str, importer: str, lease_seconds: int, options: Json
    ) -> Json:
        return await self._call(
            "begin_import",
            {
                "creator": creator,
                "importer": importer,
                "lease_seconds": lease_seconds,
                "options": options,
            },
        )

    async def next_import_step(self, creator_id: int, lease_token: str) -> Json:
        return await self._call(
            "next_import_step", {"creator_id": creator_id, "lease_token": lease_token}
        )

    async def take_import_token(self, creator_id: int, lease_token: str) -> Json:
        return await self._call(
            "take_import_token", {"creator_id": creator_id, "lease_token": lease_token}
        )

    async def record_import_page(
        self, creator_id: int, lease_token: str, list: str, step: int,  # noqa: A002
        following: str | None, fans: Sequence[Json] | None,
    ) -> Json:  # fmt: skip
        return await self._call(
            "record_import_page",
            {
                "creator_id": creator_id,
                "lease_token": lease_token,
                "list": list,
                "step": step,
                "following": following,
                "fans": fans,
            },
        )

    async def record_import_spend(
        self, creator_id: int, lease_token: str, spend: Sequence[Json] | None
    ) -> Json:
        return await self._call(
            "record_import_spend",
            {"creator_id": creator_id, "lease_token": lease_token, "spend": spend},
        )

    async def record_import_messages(
        self, creator_id: int, lease_token: str, fan_uuid: str, page: int,
        messages: Sequence[Json], more: bool,
    ) -> Json:  # fmt: skip
        return await self._call(
            "record_import_messages",
            {
                "creator_id": creator_id,
                "lease_token": lease_token,
                "fan_uuid": fan_uuid,
                "page": page,
                "messages": messages,
                "more": more,
            },
        )

    async def release_import(self, creator_id: int, lease_token: str) -> Json:
        return await self._call(
            "release_import", {"creator_id": creator_id, "lease_token": lease_token}
        )

    async def import_status(self, creator: str) -> Json:
        return await self._call("import_status", {"creator": creator})

    async def record_profile(self, job: Job, profile: Json) -> Json:
        return await self._call_for("record_profile", job, {"profile": profile})

    async def worker_status(self) -> Json:
        return await self._call("worker_status", {})

    async def queue_figures(self) -> Json:
        return await self._call("queue_figures", {})

    async def draw_waits(self, config: Json, draw_count: int, seed: float | None = None) -> Json:
        return await self._call(
            "draw_waits", {"config": config, "draw_count": draw_count, "seed": seed}
        )

    async def list_pacing(self) -> Json:
        return await self._call("list_pacing", {})

    async def human_replies(
        self, creator_id: int | None, since: datetime | None, max_count: int
    ) -> Json:
        return await self._call(
            "human_replies",
            {
                "creator_id": creator_id,
                "since": since.isoformat() if since else None,
                "max_count": max_count,
            },
        )

    async def rhythm_report(self, since: datetime, creator_id: int | None) -> Json:
        return await self._call(
            "rhythm_report", {"since": since.isoformat(), "creator_id": creator_id}
        )

    async def style_report(self, since: datetime, creator_id: int | None) -> Json:
        return await self._call(
            "style_report", {"since": since.isoformat(), "creator_id": creator_id}
        )

    async def list_dead_jobs(self) -> Json:
        return await self._call("list_dead_jobs", {})

    async def requeue_dead_job(self, job_id: int) -> Json:
        return await self._call("requeue_dead_job", {"job_id": job_id})

    async def resolve_message(self, message_id: int, finding: str) -> Json:
        return await self._call("resolve_message", {"message_id": message_id, "finding": finding})

    async def begin_trial(self, creator: str) -> Json:
        return await self._call("begin_trial", {"creator": creator})

    async def trial_progress(self, fan_id: int) -> Json:
        return await self._call("trial_progress", {"fan_id": fan_id})

    async def end_trial(self, fan_id: int) -> Json:
        return await self._call("end_trial", {"fan_id": fan_id})

    async def release_fan(self, fan_id: int, confirmed_adult: bool) -> Json:
        return await self._call(
            "release_fan", {"fan_id": fan_id, "confirmed_adult": confirmed_adult}
        )

    async def list_review(self, creator_id: int | None = None) -> Json:
        return await self._call("list_review", {"creator_id": creator_id})

    async def approve_turn(self, turn_id: int, revision: int) -> Json:
        return await self._call("approve_turn", {"turn_id": turn_id, "revision": revision})

    async def edit_turn(self, turn_id: int, revision: int, bubbles: Sequence[Json]) -> Json:
        return await self._call(
            "edit_turn", {"turn_id": turn_id, "revision": revision, "bubbles": list(bubbles)}
        )

    async def reject_turn(
        self, turn_id: int, revision: int, action: str, note: str | None = None
    ) -> Json:
        return await self._call(
            "reject_turn",
            {"turn_id": turn_id, "revision": revision, "action": action, "note": note},
        )

    async def set_mode(self, scope: str, id: int | None, mode: str, reason: str | None) -> Json:  # noqa: A002
        return await self._call(
            "set_mode", {"scope": scope, "id": id, "mode": mode, "reason": reason}
        )

    async def list_modes(self) -> Json:
        return await self._call("list_modes", {})

    async def stop_automation(self, reason: str | None = None) -> Json:
        return await self._call("stop_automation", {"reason": reason})

    async def start_automation(self, reason: str | None = None) -> Json:
        return await self._call("start_automation", {"reason": reason})

    async def list_offers(self) -> Json:
        return await self._call("list_offers", {})

    async def add_offer(
        self, title: str, price_cents: int, creator_id: int | None, description: str,
        currency: str, stages: Sequence[str],
    ) -> Json:  # fmt: skip
        return await self._call(
            "add_offer",
            {
                "title": title,
                "price_cents": price_cents,
                "creator_id": creator_id,
                "description": description,
                "currency": currency,
                "stages": list(stages),
            },
        )

    async def list_notes(self, seen_too: bool = False) -> Json:
        return await self._call("list_notes", {"seen_too": seen_too})

    async def see_notes(self, note_ids: Sequence[int]) -> Json:
        return await self._call("see_notes", {"note_ids": list(note_ids)})

    async def lift_no_selling(self, fan_id: int) -> Json:
        return await self._call("lift_no_selling", {"fan_id": fan_id})

    async def explain_job(self, job_id: int | None, fan: str | None = None) -> Json:
        return await self._call("explain_job", {"job_id": job_id, "fan": fan})

    async def explain_fan(self, fan: str) -> Json:
        return await self._call("explain_fan", {"fan": fan})

    async def export_fan(self, fan: str, after: Json | None, most: int) -> Json:
        return await self._call("export_fan", {"fan": fan, "after": after, "most": most})

    async def erase_fan(self, fan: str, reason: str, dry_run: bool) -> Json:
        return await self._call("erase_fan", {"fan": fan, "reason": reason, "dry_run": dry_run})

    async def announce_worker(self, worker_id: str, prompts_version: str, version: str) -> Json:
        return await self._call(
            "announce_worker",
            {"worker_id": worker_id, "prompts_version": prompts_version, "version": version},
        )

    async def list_members(self) -> Json:
        return await self._call("list_members", {})

    async def add_member(self, creator_id: int, email: str, role: str) -> Json:
        return await self._call(
            "add_member", {"creator_id": creator_id, "email": email, "role": role}
        )

    async def remove_member(self, creator_id: int, email: str) -> Json:
        return await self._call("remove_member", {"creator_id": creator_id, "email": email})

    async def list_audit(self, fan: str | None, since: datetime | None, max_rows: int) -> Json:
        return await self._call(
            "list_audit",
            {
                "fan": fan,
                "since": since.isoformat() if since else None,
                "max_rows": max_rows,
            },
        )

    async def read_rows(
        self, table: str, *, order: str, most: int, **equal: Any
    ) -> Sequence[Json]:  # fmt: skip
        """
        Read a view or table as row policies show it to whoever asks: `order` is a column or
        `column.desc`, `equal` are columns and what they must be.
        """
        column, _, direction = order.partition(".")
        if self._token is not None:
            self._client.postgrest.auth(await self._token())
        query = self._client.table(table).select("*")
        for name, value in equal.items():
            query = query.eq(name, value)
        try:
            response = await query.order(column, desc=direction == "desc").limit(most).execute()
        except APIError as error:
            raise translate(table, error) from error
        except httpx.HTTPError as error:
            raise DatabaseUnavailable(f"{table}: {type(error).__name__}") from error
        return [dict(row) for row in response.data if isinstance(row, dict)]

    async def _call_for(self, name: str, job: Job, parameters: Json) -> Json:
        return await self._call(
            name, {"job_id": job.id, "lease_token": job.lease_token, **parameters}
        )

    async def _call(self, name: str, parameters: dict[str, Any]) -> Json:
        if self._token is not None:
            self._client.postgrest.auth(await self._token())
        try:
            response = await self._client.rpc(name, parameters).execute()
        except APIError as error:
            raise translate(name, error) from error
        except httpx.HTTPError as error:
            raise DatabaseUnavailable(f"{name}: {type(error).__name__}") from error
        if not isinstance(response.data, dict):
            raise RpcRejected(f"{name}: answered something else than an object", code="unexpected")
        return response.data


def translate(name: str, error: APIError) -> WorkerError:
    """Turn PostgREST's error into ours, by what the caller does next."""
    code = error.code or ""
    if code == "PT409":
        # Nobody who looks at a screen holds a lease.
        if error.message != "job lease lost":
            return Overtaken(str(error.message))
        return LeaseLost(f"{name}: {error.message}")
    if code in _PASSING_STATUSES or (len(code) > 3 and code.startswith(_PASSING_STATES)):
        return DatabaseUnavailable(f"{name}: {code}")
    # The second is of a PostgREST that still believes in a function which is gone.
    if code == _NO_SUCH_FUNCTION or (code == "42883" and f"public.{name}(" in str(error.message)):
        return SchemaMismatch(
            f"{name}: the database has no function of that name that takes these parameters "
            f"({code}): run `supabase db push`, or upgrade this program if it is the older one"
        )
    message = str(error.message)
    # A value that is none of its type (class 22) is quoted: it may be a fan's.
    if code.startswith("22"):
        message = harmless(message)
    return RpcRejected(f"{name}: {message} ({code})", code=code)
