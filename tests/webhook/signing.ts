/** Sign bodies as Fanvue does, for the tests. */

import { createHmac } from "node:crypto";

export const SECRET = "whsec_current";
export const NOW_SECONDS = 1_800_000_000;

export function digest(
  body: string | Uint8Array,
  secret = SECRET,
  t: number | string = NOW_SECONDS,
): string {
  return createHmac("sha256", secret).update(`${t}.`).update(body).digest("hex");
}

export function signed(
  body: string | Uint8Array,
  secret = SECRET,
  t: number | string = NOW_SECONDS,
): string {
  return `t=${t},v0=${digest(body, secret, t)}`;
}
