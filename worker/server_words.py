"""
Repeat what a foreign server said of an error, without what it may have quoted.

An error's words end in logs and beside the job, and servers quote what they were sent: a prompt, a
message, a name. So only words get through of which errors are made; all others become "…". Pure.
"""

from __future__ import annotations

import re
from typing import Final

_QUOTED: Final = re.compile(
    r"\"[^\"]*\"?|“[^”]*”?|«[^»]*»?|`[^`]*`?|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*'?|[{\[<][^}\]>]*[}\]>]?"
)
_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’_][^\W_]+)*|…", re.UNICODE)
_GAPS: Final = re.compile(r"…(?:[\s.,;:!?()/|=*#@&+~^%$€£-]*…)+")
# Longer ones are telephone numbers, ids and cards.
_LONGEST_NUMBER: Final = 6

_WORDS: Final = """
a able about access account active add address after again all allowed already an and any api
are as at attempt authenticated authentication authorization auth available back bad balance be
because been before being billing blocked body both busy but by byte bytes call calls can cannot
cancelled capacity character characters chat chats check choices client close closed code
completion completions configured connect connection contact contacted contain contains content
context conversation could couldn't creator credential credentials credit credits current
currently data day days deadline deleted denied deprecated detail details did disabled do does
doesn't done don't down due during each either empty enabled endpoint engine enough entity
error errors exceed exceeded exceeds exist exists expected expired fail failed failure fan
field fields filter filtered flagged for forbidden format found from function gateway get give
given goes gone greater had half has have header headers help hour hours id if in incorrect
input insufficient internal invalid is issue it its json key keys large later least length less
like limit limited limits list load loaded loading long longer lost malformed many match max
maximum may media message messages method min minimum minute minutes missing model models
moment month more most must name need needed needs network new no nobody none not nothing
now null number object of off offline on one only operation or organization organisation other
out output over overloaded own page parameter parameters parse payload per permission
permissions plan please policy post prompt property proxy provided provider query queue quota
rate reached read reason received reduce refused reject rejected remaining removed replied
request requested requests required requires reset resource response retry role running said
same schema scope second seconds see send sent server service session set should size slow
something soon started state status stop stopped streaming string subscription support
supported system temporarily temporary text than that the their then there this time timed
timeout to token tokens too try trying type unable unauthorised unauthorized unavailable
under unexpected unknown unprocessable unreadable unsupported until up upgrade upstream url
usage use used user uuid valid validation value values version wait was we went were when
which while will with within without wrong you your
"""
_KNOWN: Final = frozenset(_WORDS.split())


def harmless(words: str) -> str:
    """Return `words` on one line, with "…" for all that may be somebody's: names, texts, ids."""
    plain = _QUOTED.sub(" … ", words)
    plain = _TOKEN.sub(lambda found: _or_gap(found.group()), plain)
    # What is left besides words is punctuation, and letters of no word.
    plain = re.sub(r"[^\w\s…'’.,;:!?()/|=_-]", "", plain)
    line = _GAPS.sub("…", " ".join(plain.split()))
    return re.sub(r"\s+([.,;:!?)])", r"\1", line)


def _or_gap(token: str) -> str:
    if token.isascii() and token.isdigit():
        return token if len(token) <= _LONGEST_NUMBER else "…"
    # invalid_request_error, rate_limit_exceeded: what machines say to machines.
    parts = re.split(r"[-_]", token.replace("’", "'").lower())
    return token if all(part in _KNOWN for part in parts) else "…"
