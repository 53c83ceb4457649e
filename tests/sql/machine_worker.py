"""
What the state machine's workers do: claim, write, post, look, record, and what each remembers.

A worker knows only what the database and the platform told it. What it finds in a fan's message
hangs on the text alone, so that whoever looks at a message finds the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from tests.project import tags_of
from tests.sql.holding import TEXTS
from tests.sql.machine_seats import Call, Row
from tests.sql.machine_world import START, World
from tests.sql.race_platform import OFFER

# settings.send_grace is 60 s: a request that has not left by then never will (httpx's time-out).
POST_TIMEOUT = 50
SIGNALS = {
    "are you a bot?": ["sincere_question"],
    "show me": ["asks_for_content"],
    "no thanks": ["declines_offer"],
    "STOP": ["opt_out"],
    "I am 15": ["minor"],
    "I want to die": ["self_harm"],
    "I will sue": ["refund_legal"],
}
FETCHED = "fetched"


@dataclass(frozen=True)
class Task:
    """A job in a worker's memory, and what the worker is about to do with it."""

    job: Row
    # begin: what the job is for; post: ask the platform; finish: record; report: it failed.
    stage: str = "begin"
    message: Row | None = None
    known_uuids: tuple[str, ...] = ()
    platform_uuid: str = ""
    begun_at: datetime = START
    unsent: bool = False

    @property
    def message_id(self) -> int:
        assert self.message is not None
        return int(self.message["id"])


def claim(world: World, most: int) -> Call:
    stopped = world.is_stopped()

    def heard(answer: Row) -> None:
        world.tasks += [Task(job) for job in answer["jobs"]]
        world.note(f"claimed {[(job['job_type'], job['id']) for job in answer['jobs']]}")

    def committed(answer: Row) -> None:
        assert not (stopped and answer["jobs"]), "claimed with the stop switch on"

    query = "select private.claim_jobs('w', %s, 60, %s)"
    return Call("claim", query, [most, world.now], heard=heard, committed=committed)


def rpc(
    world: World, name: str, task: Task, *values: Any,
    then: Callable[[Row], None] | None = None, again: bool = True,
    judge: Callable[[Row], None] = lambda answer: None,
) -> Call:  # fmt: skip
    """
    Call private.NAME(job_id, lease_token, …, at).

    `then`: what the worker does with the answer; `judge`: what the referee thinks of it. If nobody
    hears of the answer, `again` leaves the task as it was.
    """

    def heard(answer: Row) -> None:
        world.note(f"-> {name} {answer['outcome']}")
        if then:
            then(answer)

    def lost() -> None:
        if again:
            world.tasks.append(task)

    def committed(answer: Row) -> None:
        world.tally[f"{name} {answer['outcome']}"] += 1
        judge(answer)

    def refused() -> None:
        world.note("lease lost")
        world.tally["lease lost"] += 1

    marks = ", ".join(["%s"] * (len(values) + 3))
    held = [task.job["id"], task.job["lease_token"]]
    query = f"select private.{name}({marks})"
    if name == "record_inspection":
        query = f"select private.{name}({marks}, '{json.dumps(TEXTS)}')".replace("I'm", "I am")
    return Call(name, query, [*held, *values, world.now], heard, refused, lost, committed)


def next_call(world: World, task: Task, bubbles: int, again: bool, careless: bool = False) -> Call:
    """What the worker does next with a task, if nothing goes wrong."""
    job = task.job
    if task.stage == "report":
        error = {"message": "failed", "unsent": task.unsent}
        return rpc(world, "retry_job", task, error, 0.0, again=again)
    if task.stage == "finish":
        sent = [task.message_id, task.platform_uuid, world.now]
        return rpc(world, "finish_send", task, *sent, again=again)
    if job["job_type"] == "inspect":
        found = findings(world, job["context"])
        found = found[1:] if careless else found
        return rpc(world, "record_inspection", task, found, again=again)
    if job["job_type"] == "reply":
        return commit_reply(world, task, bubbles, again)
    if job["job_type"] == "profile":
        return rpc(world, "record_profile", task, {"items": tags_of(job)}, again=again)
    stopped = world.is_stopped()

    def judge(answer: Row) -> None:
        assert not (stopped and answer["outcome"] == "send"), "sent with the stop switch on"

    return rpc(world, "begin_send", task, then=after_begin(world, task), again=again, judge=judge)


def findings(world: World, context: Row) -> list[Row]:
    """What the texts show, and what the platform says of who wrote what."""
    found: list[Row] = []
    for message in context["messages"]:
        text = FETCHED if message["body"] is None else message["body"]
        signals = SIGNALS.get(text, [])
        found.append({"message_id": message["id"], "text": text, "signals": signals})
    for sent in context["sent"]:
        is_automated, text = world.written[sent["platform_uuid"]]
        found.append({"event_id": sent["event_id"], "is_automated": is_automated, "text": text})
    return found


def commit_reply(world: World, task: Task, bubbles: int, again: bool) -> Call:
    context, token = task.job["context"], task.job["lease_token"]
    kind = "fixed" if context["turn"]["fixed_text"] else "reply"
    unanswered = set(context["unanswered_ids"])
    read = {m["id"]: m["body"] for m in context["messages"] if m["id"] in unanswered}
    world.contexts[token] = unanswered
    # The same words in every reply: only uuids and times tell one bubble from another.
    texts = [f"{kind} {number}" for number in range(bubbles)]
    reply: Row = {"bubbles": texts, "kind": kind, "model": token}
    offer = context["offer"]
    if offer and kind == "reply":
        texts[-1] = OFFER
        reply |= {"offer_id": offer["id"], "offer_bubble": len(texts)}

    def judge(answer: Row) -> None:
        waits = answer.get("reason", "").startswith("waits for approval")
        if answer["outcome"] == "planned" or waits:
            world.judge_draft(token, read, kind)
            world.tally["drafts held"] += waits
            world.tally["offers planned"] += "offer_id" in reply

    return rpc(world, "commit_reply", task, reply, again=again, judge=judge)


def after_begin(world: World, task: Task) -> Callable[[Row], None]:
    begun_at = world.now

    def then(answer: Row) -> None:
        if answer["outcome"] not in ("send", "reconcile"):
            return
        stage = "post" if answer["outcome"] == "send" else "look"
        known = tuple(answer["known_uuids"])
        world.tasks.append(
            replace(task, stage=stage, message=answer["message"], known_uuids=known,
                    begun_at=begun_at)
        )  # fmt: skip

    return then


def post(world: World, task: Task, fate: str, says_who: bool = True) -> None:
    """Ask the platform to send a bubble: it does or not, and says so or not."""
    late = (world.now - task.begun_at).total_seconds() >= POST_TIMEOUT
    if fate == "refused":
        world.tasks.append(replace(task, stage="report", unsent=True))
    elif late or fate == "never arrived":
        world.tasks.append(replace(task, stage="report"))
    else:
        assert task.message is not None
        fan = task.job["context"]["fan"]["platform_uuid"]
        posted = world.written_to(fan, task.message["body"], False, says_who)["message"]["uuid"]
        world.posts.setdefault(task.message_id, []).append(posted)
        stage = "report" if fate == "accepted, then timed out" else "finish"
        world.tasks.append(replace(task, stage=stage, platform_uuid=posted))
    world.note(f"post {task.message_id}: {'too late' if late else fate}")
    world.tally[f"post {'too late' if late else fate}"] += 1


def look(world: World, task: Task, undecidable: bool) -> Call:
    """Look into the chat's history for a bubble whose sending came to no known end."""
    assert task.message is not None
    since = datetime.fromisoformat(task.message["sending_at"]) - timedelta(seconds=5)
    # As worker/delivery.py does: what has the same text, is recent enough, and is no other's.
    found = [
        posted for posted, fan, text, at in world.history_of_chats
        if fan == task.job["context"]["fan"]["platform_uuid"] and text == task.message["body"]
        and at >= since and posted not in task.known_uuids
    ]  # fmt: skip
    if len(found) == 1 and not undecidable:
        return next_call(world, replace(task, stage="finish", platform_uuid=found[0]), 1, True)
    finding = "undecidable" if found or undecidable else "absent"
    return rpc(
        world, "record_reconciliation", task, task.message_id, finding,
        then=after_begin(world, task),
    )  # fmt: skip


def work(world: World) -> None:
    """Go on with the first task as a worker does whom nothing disturbs."""
    task = world.tasks.pop(0)
    if task.stage == "post":
        post(world, task, "accepted")
    elif task.stage == "look":
        world.start(look(world, task, undecidable=False), hold=False)
    else:
        world.start(next_call(world, task, 1, again=False), hold=False)
