/**
 * Read what the function needs from its environment, and name what is missing.
 *
 * Hosted Supabase sets every SUPABASE_* variable itself; the operator sets
 * FANVUE_WEBHOOK_SECRETS and, to use the role that may only ingest, WEBHOOK_JWT.
 */

export interface Settings {
  /** All valid at once, so that a secret can be rotated without losing an event. */
  secrets: readonly string[];
  supabaseUrl: string;
  /** What names us to the database: `apikey`, and `authorization` where the key is a JWT. */
  credentials: Readonly<Record<string, string>>;
}

/** Either settings or the names of the variables without which there are none. */
export type Configuration = { settings: Settings } | { missing: readonly string[] };

export function readSettings(env: (name: string) => string | undefined): Configuration {
  const read = (name: string): string => env(name)?.trim() ?? "";
  const missing: string[] = [];

  const secrets = read("FANVUE_WEBHOOK_SECRETS").split(",").map((secret) => secret.trim())
    .filter((secret) => secret !== "");
  if (secrets.length === 0) missing.push("FANVUE_WEBHOOK_SECRETS");

  const supabaseUrl = read("SUPABASE_URL").replace(/\/+$/, "");
  if (!URL.canParse(supabaseUrl)) missing.push("SUPABASE_URL");

  const credentials = readCredentials(read);
  if (typeof credentials === "string") missing.push(credentials);
  if (typeof credentials === "string" || missing.length > 0) return { missing };
  return { settings: { secrets, supabaseUrl, credentials } };
}

function readCredentials(read: (name: string) => string): Record<string, string> | string {
  const jwt = read("WEBHOOK_JWT");
  if (jwt !== "") {
    const publishable = read("SUPABASE_PUBLISHABLE_KEY") ||
      defaultKey(read("SUPABASE_PUBLISHABLE_KEYS")) || read("SUPABASE_ANON_KEY");
    // Never the secret key instead: whoever set a reduced role does not want the full one.
    if (publishable === "") return "SUPABASE_PUBLISHABLE_KEY";
    return { apikey: publishable, authorization: `Bearer ${jwt}` };
  }
  const secret = defaultKey(read("SUPABASE_SECRET_KEYS")) || read("SUPABASE_SERVICE_ROLE_KEY");
  if (secret === "") return "SUPABASE_SECRET_KEYS";
  // The new keys are opaque: the gateway turns them into a JWT. The old ones are JWTs.
  return secret.startsWith("sb_")
    ? { apikey: secret }
    : { apikey: secret, authorization: `Bearer ${secret}` };
}

/** Hosted Supabase keeps its keys as a JSON object by name. */
function defaultKey(keys: string): string {
  try {
    const key = (JSON.parse(keys) as Record<string, unknown> | null)?.default;
    return typeof key === "string" ? key.trim() : "";
  } catch {
    return "";
  }
}
