/**
 * Answer one webhook request: check it, translate it, hand it on, say what became of it.
 *
 * Everything but the request comes in as an argument, so that tests need neither clock nor
 * database. What leaves here, as an answer or a log line, holds no text of a fan's, no secret and
 * no stack trace.
 */

import { readBody } from "./body.ts";
import { record } from "./fields.ts";
import type { Ingest } from "./ingest.ts";
import { translate } from "./translate.ts";
import { verify } from "./verify.ts";

export const MAX_BODY_BYTES = 256 * 1024;
const RETRY_AFTER_SECONDS = "10";

export interface Dependencies {
  configuration: { secrets: readonly string[]; ingest: Ingest } | { missing: readonly string[] };
  /** Milliseconds since 1970. */
  now: () => number;
  log: (line: LogLine) => void;
}

export interface LogLine {
  outcome: string;
  status: number;
  reason?: string;
  type?: string;
  event_id?: string;
  error?: string;
  duration_ms: number;
}

interface Reply {
  status: number;
  outcome: string;
  reason: string;
  headers?: Record<string, string>;
  event?: { type: string; event_id: string };
  /** For the log alone. */
  error?: string;
}

/** Answer a request. Never rejects: what nobody foresaw is a 503, so that Fanvue sends again. */
export async function handler(request: Request, deps: Dependencies): Promise<Response> {
  const startedAt = deps.now();
  let reply: Reply;
  try {
    reply = await answer(request, deps);
  } catch (error) {
    reply = unavailable("unexpected error", error instanceof Error ? error.name : typeof error);
  }
  const { status, outcome, reason, headers, event, error } = reply;
  deps.log({
    outcome,
    status,
    reason,
    ...(event && { type: event.type, event_id: event.event_id }),
    ...(error !== undefined && { error }),
    duration_ms: Math.round(deps.now() - startedAt),
  });
  return Response.json({ status: outcome, reason }, { status, headers });
}

/** The order counts: nothing is parsed that is not signed, nothing is hashed that is too big. */
async function answer(request: Request, deps: Dependencies): Promise<Reply> {
  if (request.method !== "POST") {
    return { status: 405, outcome: "rejected", reason: "POST only", headers: { allow: "POST" } };
  }
  const bytes = await readBody(request, MAX_BODY_BYTES);
  if (bytes === null) return rejected(413, `body over ${MAX_BODY_BYTES} bytes`);

  const { configuration } = deps;
  if ("missing" in configuration) {
    return unavailable("not configured", `missing ${configuration.missing.join(", ")}`);
  }
  const header = request.headers.get("x-fanvue-signature");
  const verdict = verify(header, bytes, configuration.secrets, deps.now() / 1000);
  if (verdict !== "valid") return rejected(401, `signature ${verdict}`);

  const raw = new TextDecoder().decode(bytes);
  const body = parse(raw);
  if (body === null) return rejected(400, "not a JSON object");

  const event = translate(body, raw, request.headers.get("x-fanvue-topic"));
  const result = await configuration.ingest(event);
  switch (result.kind) {
    case "answered":
      return { status: 200, outcome: result.status, reason: result.reason, event };
    case "refused":
      return { status: 200, outcome: "ignored", reason: result.reason, event };
    case "unavailable":
      return { ...unavailable(result.reason), event };
  }
}

function parse(raw: string): Record<string, unknown> | null {
  try {
    return record(JSON.parse(raw));
  } catch {
    return null;
  }
}

function rejected(status: number, reason: string): Reply {
  return { status, outcome: "rejected", reason };
}

function unavailable(reason: string, error?: string): Reply {
  const headers = { "retry-after": RETRY_AFTER_SECONDS };
  return { status: 503, outcome: "unavailable", reason, headers, ...(error && { error }) };
}
