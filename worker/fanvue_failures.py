"""
Turn an answer of Fanvue's that is no success into the error that says what to do next.
"""

from __future__ import annotations

from datetime import datetime

import httpx

from worker.errors import FanvueRateLimited, FanvueRejected, FanvueUnavailable, FanvueUncertain
from worker.fanvue_answers import message_of_error
from worker.retry_after import retry_after
from worker.server_words import harmless


def failure_of(
    response: httpx.Response,
    unclear: type[FanvueUncertain | FanvueUnavailable],
    token: str,
    now: datetime,
) -> FanvueRateLimited | FanvueUncertain | FanvueUnavailable | FanvueRejected:
    """Return the error; `unclear` is the kind where Fanvue may have done something all the same."""
    status = response.status_code
    # An answer may quote the request; neither the token nor a fan's text may end up in a log.
    detail = harmless(message_of_error(json_of(response)).replace(token, ""))
    message = f"Fanvue answered {status}: {detail or harmless(response.reason_phrase)}"
    wait = retry_after(response.headers, now)
    if status == 429:
        return FanvueRateLimited(message, retry_after=wait)
    if status >= 500 or status == 408:
        return unclear(message, retry_after=wait)
    return FanvueRejected(message, status=status)


def json_of(response: httpx.Response) -> object:
    """Return the decoded body; None if it is no JSON."""
    try:
        body: object = response.json()
    except ValueError:
        return None
    return body
