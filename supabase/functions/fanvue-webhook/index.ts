/**
 * fanvue-webhook: let Fanvue's events in.
 *
 * Wires environment, clock, log and database to the handler, and serves. Holds no decision, and
 * is not imported by anything: it serves as soon as it is loaded.
 */

import { handler, type LogLine } from "./handler.ts";
import { createIngest } from "./ingest.ts";
import { readSettings } from "./settings.ts";

function log(line: LogLine | { outcome: "listening"; port: number }): void {
  // deno-lint-ignore no-console -- standard output is where Supabase collects logs
  console.log(JSON.stringify({ function: "fanvue-webhook", ...line }));
}

const read = readSettings((name) => Deno.env.get(name));
const configuration = "missing" in read
  ? read
  : { secrets: read.settings.secrets, ingest: createIngest(read.settings) };

function serve(request: Request): Promise<Response> {
  return handler(request, { configuration, now: Date.now, log });
}

// Supabase decides for itself where a function listens; PORT is for running it by hand.
const port = Deno.env.get("PORT");
if (port === undefined) {
  Deno.serve(serve);
} else {
  Deno.serve({
    hostname: "127.0.0.1",
    port: Number(port),
    onListen: (address) => log({ outcome: "listening", port: address.port }),
  }, serve);
}
