"""
Everything at once: eight connections on twenty fans. `python -m tests.sql.race --seconds 15`.

Counts what happened and what went wrong; nothing may. The actors are race_actors.py's, the rules
race_rules.py's.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass

import psycopg

from devstack import database, postgres
from tests.sql.race_actors import CREATORS
from tests.sql.race_people import Everybody
from tests.sql.race_platform import Platform
from tests.sql.race_rules import ALWAYS, AT_REST, broken, settle, stuck_fans, unequal_books

CONNECTIONS = 8
# A day of chatting in a few seconds: waits, bounds and retentions are shortened alike.
QUICK_PACING = {
    "base_delay": 0.15, "variance": 0.15, "long_pause_chance": 0, "push_back": 0.1,
    "max_push_back": 0.4, "typing_rate": 1000, "max_typing": 0.05,
}  # fmt: skip
# The same with waits that are drawn whole, so that drafts wait for their moment.
QUICK_FITTED = {
    **QUICK_PACING, "model": "fitted", "sigma": 0.5, "cap_ratio": 4,
    "reading_rate": 1000, "fastest_typing": 1000,
}  # fmt: skip
# Everybody may be offered something at once, and again soon.
QUICK_FUNNEL = {"warmup_from": 1, "offer_min_turns": 1, "offer_cooling_off_hours": 0.0002}
QUICK_SETTINGS = (
    "update public.settings set max_turn_wait = '2 seconds', send_grace = '1 second',"
    " job_retention = '2 seconds', event_retention = '2 seconds' where only_row"
)


@dataclass(frozen=True)
class Result:
    """What a race came to. Anything in `errors` or `broken` is a fault, and so is a deadlock."""

    seed: int
    seconds: float
    checks: int
    counts: dict[str, int]
    errors: list[str]
    broken: list[str]
    deadlocks: int

    @property
    def is_clean(self) -> bool:
        return not (self.errors or self.broken or self.deadlocks)


def race(dsn: str, seconds: float, seed: int) -> Result:
    """Race on an empty migrated database for so long, let it come to rest, and check."""
    platform = Platform()
    with psycopg.connect(dsn, autocommit=True) as referee:
        _prepare(referee)
        deadlocks_before = _deadlocks(referee)
        actors = [Everybody(number, dsn, platform, seed) for number in range(CONNECTIONS)]
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=actor.run, args=[until]) for actor in actors]
        for thread in threads:
            thread.start()
        faults: list[str] = []
        checks = 0
        while any(thread.is_alive() for thread in threads):
            faults += broken(referee, ALWAYS)
            checks += 1
            # A look costs what a few calls cost: leave the connections the machine.
            time.sleep(0.1)
        for thread in threads:
            thread.join()
        faults += broken(referee, ALWAYS)

        counts = Counter[str]()
        for actor in actors:
            counts += actor.tally.counts
        settle(referee, platform)
        faults += broken(referee, ALWAYS | AT_REST) + unequal_books(referee, platform)
        faults += _lost_messages(referee, counts)
        faults += stuck_fans(referee, platform)
        return Result(
            seed=seed,
            seconds=seconds,
            checks=checks,
            counts=dict(sorted(counts.items())),
            errors=[error for actor in actors for error in actor.tally.errors],
            broken=list(dict.fromkeys(faults)),
            deadlocks=_deadlocks(referee) - deadlocks_before,
        )


def _prepare(referee: psycopg.Connection) -> None:
    referee.execute(QUICK_SETTINGS)
    for creator, pacing in zip(CREATORS, (QUICK_PACING, QUICK_FITTED), strict=True):
        referee.execute(
            "insert into public.creators"
            " (platform_uuid, display_name, automation, disclosure, pacing_config, funnel_config)"
            " values (%s, 'Luna', 'auto', 'Replies are written by an AI.', %s, %s)",
            [creator, json.dumps(pacing), json.dumps(QUICK_FUNNEL)],
        )
    referee.execute(
        "insert into public.offers (creator_id, title, price_cents, stages)"
        " select id, 'Beach set', 2500, '{warmup,flirty,sales,post_purchase}' from public.creators"
    )


def _lost_messages(referee: psycopg.Connection, counts: Counter[str]) -> list[str]:
    # What was deleted before it came was accepted from nobody.
    row = referee.execute(
        "select count(*) from public.messages where direction = 'inbound'"
        " and deleted_at is distinct from created_at"
    ).fetchone()
    expected = (counts["messages in"],)
    in_no_turn = referee.execute(
        "select count(*) from public.messages where direction = 'inbound' and turn_id is null"
        " and deleted_at is null and not exists (select 1 from public.messages as stop"
        " where stop.fan_id = messages.fan_id and stop.signals ? 'opt_out')"
        # An edit takes the word back; what it did stays.
        " and not exists (select 1 from public.fans"
        " where fans.id = messages.fan_id and fans.automation = 'opted_out')"
        # Edited or purged since, it was a STOP all the same where it was confirmed.
        " and not exists (select 1 from public.turns"
        " where turns.fan_id = messages.fan_id and turns.fixed_text = 'opted_out')"
    ).fetchone()
    return [
        *([] if row == expected else [f"messages kept: {row}, not {expected}"]),
        *([] if in_no_turn == (0,) else [f"in no turn though nobody opted out: {in_no_turn}"]),
    ]


def _deadlocks(referee: psycopg.Connection) -> int:
    # The figures of a backend reach the shared ones when it ends; the actors' have ended.
    row = referee.execute(
        "select deadlocks from pg_stat_database where datname = current_database()"
    ).fetchone()
    assert row is not None
    return int(row[0])


def summary(result: Result) -> str:
    """Put a result into lines for people."""
    lines = [
        f"{CONNECTIONS} connections on 20 fans for {result.seconds:g} s, seed {result.seed}",
        f"{'':24}{'total':>8}{'per second':>12}",
        *(
            f"{what:<28}{count:>8}{count / result.seconds:>12.1f}"
            for what, count in result.counts.items()
        ),
        f"{'checks of ' + str(len(ALWAYS)) + ' rules':<28}{result.checks:>8}",
        f"{'errors':<28}{len(result.errors):>8}",
        f"{'deadlocks':<28}{result.deadlocks:>8}",
        f"{'rules broken':<28}{len(result.broken):>8}",
        *(f"  {fault}" for fault in (*result.errors[:20], *result.broken[:20])),
    ]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.sql.race", description=__doc__)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--seed", type=int, default=None, help="drawn when left out")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    seed = time.time_ns() % 1_000_000 if options.seed is None else options.seed
    with postgres.running() as server:
        dsn = database.create(server, "race")
        database.push(dsn)
        result = race(dsn, options.seconds, seed)
    print(json.dumps(asdict(result), indent=2) if options.json else summary(result))
    return 0 if result.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
