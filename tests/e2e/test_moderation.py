"""A worker with a moderation model: its stop signs reach the database, its failures do not."""

from __future__ import annotations

from tests.e2e.support import World


async def test_what_the_moderation_model_sees_is_recorded_beside_what_the_rules_saw(
    up: World,
) -> None:
    up.up.model.flags("lantern", "self-harm/intent")
    ada, bob = up.up.platform.add_fan("ada"), up.up.platform.add_fan("bob")
    await up.start_worker(OPENAI_MODERATION_MODEL="omni-moderation-latest")
    signals = (
        "select signals from messages where direction = 'inbound' and inspected_at is not null"
    )

    up.up.platform.fan_writes(ada, "the lantern goes out tonight")
    await up.until(lambda: len(up.rows(signals)) == 1)
    up.up.model.faults.add("server_error", on="moderate")
    up.up.platform.fan_writes(bob, "the lantern is on, and I'm 15 btw")
    await up.until(lambda: len(up.rows(signals)) == 2)

    found = [row["signals"] for row in up.rows(f"{signals} order by id")]
    assert found == [["self_harm"], ["minor"]]
    assert "not moderated" in up.log_of()
