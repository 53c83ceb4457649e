"""A bubble that went out twice is on record twice, and is nobody else's."""

from __future__ import annotations

import uuid

from tests.project import Project


def test_a_second_uuid_for_one_bubble_is_kept_and_is_no_person_s(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    job, message = project.start_sending("ada", "hey")
    first, second = str(uuid.uuid4()), str(uuid.uuid4())
    project.finish_send(job, message["id"], first)
    project.finish_send(job, message["id"], first)
    assert len(project.outbound()) == 1, "the same word again is no second send"
    project.finish_send(job, message["id"], second)

    project.platform_sent("ada", second, text="hey")

    assert project.fan("ada")["automation"] == "auto"
    kinds = {str(row["platform_uuid"]): row["kind"] for row in project.outbound()}
    assert kinds == {first: "reply", second: "automated"}
    assert project.job(job["id"])["last_error"]["kind"] == "sent_twice"
