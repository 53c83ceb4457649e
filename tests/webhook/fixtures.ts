/** Read the bodies in tests/data/fanvue_events. */

const FOLDER = new URL("../data/fanvue_events/", import.meta.url);

// deno-lint-ignore no-explicit-any -- tests reach into bodies of every shape
export type Body = any;

/** The names of all bodies, without `.json`. */
export function names(): string[] {
  return [...Deno.readDirSync(FOLDER)].map((entry) => entry.name)
    .filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5)).sort();
}

export function raw(name: string): string {
  return Deno.readTextFileSync(new URL(`${name}.json`, FOLDER));
}

export function body(name: string): Body {
  return JSON.parse(raw(name));
}
