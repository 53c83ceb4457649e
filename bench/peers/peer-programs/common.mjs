// What the two Node peers share: options in, one JSON line out, and loops over several connections.

import pg from "pg";

export const options = JSON.parse(process.argv[3] ?? "{}");
export const command = process.argv[2];

export function say(result) {
  process.stdout.write(JSON.stringify(result) + "\n");
}

export const sleep = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** Call `once(number)` from `connections` loops for `seconds`; returns calls a second. */
export async function hammer(connections, seconds, once) {
  let calls = 0;
  let empty = 0;
  const end = performance.now() + seconds * 1000;
  const loop = async (number) => {
    while (performance.now() < end) {
      if ((await once(number)) == null) empty += 1;
      calls += 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, (_, number) => loop(number)));
  return { per_second: (calls * 1000) / (performance.now() - began), calls, empty };
}

/** Resolves once `count()` has reached `wanted`; returns the seconds since `began`. */
export async function until(count, wanted, began, patience) {
  while (count() < wanted) {
    if (performance.now() - began > patience * 1000) break;
    await sleep(0.005);
  }
  return (performance.now() - began) / 1000;
}

/** What autovacuum would do within a minute: plans after a bulk insert are not what is measured. */
export async function analyze() {
  const connections = pool(1);
  await connections.query("vacuum analyze");
  await connections.end();
}

export function pool(size) {
  return new pg.Pool({ connectionString: options.dsn, max: size });
}
