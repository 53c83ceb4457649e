"""
What can go wrong, sorted by what the caller does next.

    WorkerError
      Retryable              the same call may succeed later
        RateLimited          ... at the time that the server asked for
          FanvueRateLimited  ... Fanvue did nothing, and the job has not failed
        ModelUnavailable     ... the model did not answer, or not usably
          ModelRefused       ... it, or a filter behind it, declined
          ModelTruncated     ... it ran into its token limit
          ModelEmpty         ... it answered with nothing
        FanvueUnavailable    ... Fanvue is down or too slow; nothing was sent
        FanvueUncertain      ... a message may have been sent: reconcile before sending again
        BudgetSpent          ... our own share of Fanvue's budget is used up; nothing was tried
        NotConnected         ... the creator has to sign in at Fanvue first; nothing was tried
        DatabaseUnavailable
        SchemaMismatch       the database lacks a function: it, or this program, is to be upgraded
        AuthUnavailable      Supabase Auth cannot be reached
      Permanent              a person has to change something
        FanvueRejected       Fanvue will not take this message or this token
        SignInAtFanvueRefused  Fanvue will not give tokens for this code or this refresh token
        ModelRejected        the model's server will not take this request or this key
        RpcRejected          the database refused a call: worker and migrations do not fit
        PromptInvalid
        PatternsInvalid      phrases of a creator's own that cannot be used
        SettingsInvalid
        SignInRefused        Supabase Auth will not take this password or this session
        NotSignedIn          an operator has to sign in first, or anew
        SessionUnusable      the file that holds an operator's session cannot be used
        ReplyRefused         the checks found no text that may be sent
        Overtaken            what a person looked at has changed meanwhile: look again
      NotSent                a bubble certainly did not go out; its cause says what to do next
      LeaseLost              not ours any more: drop the work, write nothing

Clients translate foreign errors into these; nothing else crosses from one module to another.
"""

from __future__ import annotations


class WorkerError(Exception):
    """Any failure that the worker knows."""


class Retryable(WorkerError):
    """The same call may succeed later; `retry_after` is the server's word on when, in seconds."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class RateLimited(Retryable):
    """Too many calls."""


class FanvueRateLimited(RateLimited):
    """Fanvue counted too many requests for this creator, and certainly did nothing."""


class ModelUnavailable(Retryable):
    """The model did not answer in time, or answered with nothing that can be used."""


class ModelRefused(ModelUnavailable):
    """The model declined to answer, or a content filter withheld its answer."""


class ModelTruncated(ModelUnavailable):
    """The answer stopped at the token limit, perhaps in the middle of a word."""


class ModelEmpty(ModelUnavailable):
    """The answer has no text."""


class FanvueUnavailable(Retryable):
    """Fanvue did not take the call, and certainly did nothing with it."""


class FanvueUncertain(Retryable):
    """Fanvue may or may not have done what it was asked."""


class BudgetSpent(Retryable):
    """Nothing was tried: our own share of Fanvue's budget is used up until `retry_after`."""


class NotConnected(Retryable):
    """Nothing was tried: a person has to run fanpace connect, and then all of it goes on."""


class DatabaseUnavailable(Retryable):
    """The database could not be reached or was too busy."""


class SchemaMismatch(Retryable):
    """The database has no such function: it waits for `supabase db push`, or we for an upgrade."""


class AuthUnavailable(Retryable):
    """Supabase Auth could not be reached, or answered with nothing that can be used."""


class Permanent(WorkerError):
    """The same call will fail again until a person changes something."""


class FanvueRejected(Permanent):
    """Fanvue refused; `status` is its HTTP status."""

    def __init__(self, message: str, *, status: int) -> None:
        super().__init__(message)
        self.status = status


class SignInAtFanvueRefused(Permanent):
    """Fanvue's sign-in gives no tokens, and never will for what it was shown."""


class ModelRejected(Permanent):
    """The model's server refused the request itself."""


class RpcRejected(Permanent):
    """The database refused the call; `code` is its SQLSTATE or PostgREST code."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class PromptInvalid(Permanent):
    """A prompt file cannot be used; the message names file and line."""


class PatternsInvalid(Permanent):
    """Phrases in creators.trigger_patterns cannot be used; the message says which and why."""


class SettingsInvalid(Permanent):
    """Settings are missing or malformed; the message lists all of them."""


class SignInRefused(Permanent):
    """Supabase Auth refused; the message is its own and holds neither password nor token."""


class NotSignedIn(Permanent):
    """There is no session, or it has ended; the message says what to run."""


class SessionUnusable(Permanent):
    """The session's file cannot be used; the message names it and says what to do."""


class ReplyRefused(Permanent):
    """No text was found that passes the checks; the message names the rules."""


class Overtaken(Permanent):
    """Somebody or something was quicker than the person who decided; the message says what."""


class NotSent(WorkerError):
    """A bubble certainly did not go out, because of `cause`."""

    def __init__(self, cause: WorkerError) -> None:
        super().__init__(str(cause))
        self.cause = cause


class LeaseLost(WorkerError):
    """The job is someone else's now."""
