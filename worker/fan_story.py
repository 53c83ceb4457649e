"""
Say in plain sentences where a fan stands, and list how that came in order of time.

The facts are the database's (explain_fan), in the creator's time zone; here are only words.
"""

from __future__ import annotations

from worker.rows import Json
from worker.spoken_times import between, clock, moment

_MONEY = {
    "payment": "paid {amount}",
    "tip": "tipped {amount}",
    "subscription": "paid {amount} for the subscription",
    "opening_balance": "had spent {amount} before the connection",
    "refund": "was refunded {amount}",
    "dispute": "disputed {amount}",
}


def sentences(facts: Json) -> list[str]:
    """Return what to tell, one sentence an item; the first says the stage."""
    told = [_stage(facts), _spending(facts), _engagement(facts), _talk(facts)]
    if facts["fan"]["tags"]:
        told.append(f"Tags: {', '.join(facts['fan']['tags'])}.")
    return [*told, *_purse(facts), _automation(facts)]


def story(facts: Json) -> list[tuple[str, str]]:
    """Return (moment, what happened), in order of time: money and every change of stage."""
    rows = [(facts["fan"]["known_since"], 0, "known from here on, as new")]
    rows += [
        (bought["at"], 1, _money(bought, facts["fan"]["name"])) for bought in facts["purchases"]
    ]
    rows += [
        (step["at"], 2, f"{step['from']} → {step['to']}: {step['reason']}"
         + ("" if step["recorded"] else " (to be recorded with the next event)"))
        for step in facts["path"]
    ]  # fmt: skip
    rows.sort(key=lambda row: (moment(row[0]), row[1]))
    return [(moment(at).strftime("%d %b %Y %H:%M:%S"), what) for at, _, what in rows]


def _stage(facts: Json) -> str:
    name = facts["fan"]["name"] or "The fan"
    since = f" since {clock(facts, facts['path'][-1]['at'])}" if facts["path"] else ""
    return f"{name} is in {facts['stage']}{since}: {facts['because']}."


def _spending(facts: Json) -> str:
    bought = [one for one in facts["purchases"] if one["amount"] > 0]
    gone = [one for one in facts["purchases"] if one["amount"] < 0]
    if not facts["purchases"]:
        return f"Tier {facts['tier']}; nothing was spent."
    told = f"Tier {facts['tier']}; {_sum(facts['total_spend'])} spent, {_times(len(bought))} paid"
    return told + (f" and {_times(len(gone))} taken back." if gone else ".")


def _purse(facts: Json) -> list[str]:
    purse = facts["purse"]
    if not purse["closed_because"]:
        return []
    now = moment(facts["server_time"])
    ends = [at for at in (purse["no_selling_until"], purse["rests_until"]) if at]
    ends = [at for at in ends if moment(at) > now]
    until = f", until {clock(facts, max(ends, key=moment))} at least" if ends else ""
    return [f"Nothing is sold: {purse['closed_because']}{until}."]


def _engagement(facts: Json) -> str:
    parts = facts["engagement"]
    return (
        f"Engagement is {parts['score']:g} of 100 ({parts['talk']:g} from what was written, "
        f"{parts['bought']:g} from what was bought), halving every {parts['half_life_days']:g} "
        f"days; {parts['sales_from']:g} opens the sale."
    )


def _talk(facts: Json) -> str:
    counts = facts["counts"]
    if counts["last_inbound_at"] is None:
        return f"{_messages(counts['messages'])} from the fan, none since the connection."
    told = f"{_messages(counts['messages'])} from the fan"
    days = int(between(counts["last_inbound_at"], facts["server_time"]) // 86_400)
    told += f", the last at {clock(facts, counts['last_inbound_at'])}"
    told += f" ({days} days ago)" if days > 1 else ""
    told += f"; {counts['sent']} sent to the fan"
    if counts["waiting"]:
        told += f", {counts['waiting']} not sent yet"
    if counts["since_return"] is not None:
        told += f"; {counts['since_return']} since coming back after a long silence"
    return told + "."


def _automation(facts: Json) -> str:
    automation = facts["automation"]
    told = f"Automation is {automation['fan']} for this fan"
    if automation["reason"]:
        told += f" ({automation['reason']}"
        if automation["changed_at"]:
            told += f", {clock(facts, automation['changed_at'])}"
        told += ")"
    told += f" and {automation['creator']} for {facts['creator']}"
    everybody = automation.get("everybody", "auto")
    return f"{told}." if everybody == "auto" else f"{told}; for everybody it is {everybody}."


def _money(bought: Json, name: str | None) -> str:
    what = _MONEY[bought["kind"]].format(
        amount=f"{_sum(abs(bought['amount']))} {bought['currency']}"
    )
    told = f"{name or 'the fan'} {what}"
    if bought["stands"] is not None and bought["stands"] < bought["amount"]:
        left = bought["stands"]
        told += f"; {_sum(left)} of it stands" if left else "; nothing of it stands"
    return told


def _sum(amount: float) -> str:
    return f"{amount:,.2f}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _messages(count: int) -> str:
    return f"{count} message" if count == 1 else f"{count} messages"
