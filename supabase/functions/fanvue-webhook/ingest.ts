/**
 * Hand one event to the database: the function's only call, `ingest_event`.
 *
 * Sorts the answers into what the sender is told. Does not try again: Fanvue does.
 */

import type { FanpaceEvent } from "./event.ts";
import type { Settings } from "./settings.ts";

export type Answer =
  | { kind: "answered"; status: Status; reason: string }
  /** The database will never take this event: sending it again is in vain. */
  | { kind: "refused"; reason: string }
  /** Down, busy or misconfigured: sending it again may succeed, so nothing is lost. */
  | { kind: "unavailable"; reason: string };

export type Ingest = (event: FanpaceEvent) => Promise<Answer>;

type Status = "accepted" | "duplicate" | "ignored";

const STATUSES: ReadonlySet<unknown> = new Set<Status>(["accepted", "duplicate", "ignored"]);

// A little above the 8 seconds after which the database gives up on its own.
export const RPC_TIMEOUT_MS = 9_000;

export function createIngest(
  { supabaseUrl, credentials }: Pick<Settings, "supabaseUrl" | "credentials">,
  timeoutMs: number = RPC_TIMEOUT_MS,
  send: typeof fetch = fetch,
): Ingest {
  return async (event) => {
    let response: Response;
    let body: Record<string, unknown>;
    try {
      response = await send(`${supabaseUrl}/rest/v1/rpc/ingest_event`, {
        method: "POST",
        headers: { ...credentials, "content-type": "application/json" },
        body: JSON.stringify({ event }),
        // A redirect would carry the key to somewhere else.
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      body = parse(await response.text());
    } catch (error) {
      const late = error instanceof DOMException && error.name === "TimeoutError";
      return {
        kind: "unavailable",
        reason: late ? "the database took too long" : "the database could not be reached",
      };
    }

    const { status, reason, code, message } = body;
    if (response.status === 422) {
      return { kind: "refused", reason: short(message) || "not an event" };
    }
    if (response.ok && STATUSES.has(status)) {
      return { kind: "answered", status: status as Status, reason: short(reason) };
    }
    const detail = short(code) ? ` (${short(code)})` : "";
    return { kind: "unavailable", reason: `the database answered ${response.status}${detail}` };
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? body as Record<string, unknown> : {};
  } catch {
    return {};
  }
}

function short(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 200) : "";
}
