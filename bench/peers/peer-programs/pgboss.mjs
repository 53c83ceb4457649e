// pg-boss in the bench: node pgboss.mjs COMMAND '{"dsn": …}' prints one JSON line.
// Settings: https://timgit.github.io/pg-boss/; "fast" polls at its floor and takes batches of 100.

import { PgBoss } from "pg-boss";
import { analyze, command, hammer, options, say, sleep, until } from "./common.mjs";

const WORK = options.fast
  ? { pollingIntervalSeconds: 0.5, batchSize: 100, localConcurrency: 10 }
  : { batchSize: options.batch ?? 1, localConcurrency: options.batch ? 1 : 10 };

async function boss(max = 10) {
  const made = new PgBoss({ connectionString: options.dsn, max });
  made.on("error", (error) => process.stderr.write(`${error}\n`));
  await made.start();
  return made;
}

const commands = {
  async setup() {
    const it = await boss();
    for (const name of ["noop", "late", "later"]) await it.createQueue(name, { policy: "standard" });
    await it.stop();
    return {};
  },

  async upsert() {
    const it = await boss(options.connections);
    const found = await hammer(options.connections, options.seconds, async () => {
      const key = Math.floor(Math.random() * options.keys);
      return it.upsert("noop", { key }, {
        singletonKey: `k${key}`, startAfter: new Date(Date.now() + 3600_000),
      });
    });
    await it.stop({ graceful: false });
    return found;
  },

  async lateness() {
    const late = [];
    const it = await boss();
    const first = Date.now() + options.lead * 1000;
    const jobs = Array.from({ length: options.count }, (_, number) => {
      const due = first + (number * options.seconds * 1000) / options.count;
      return { data: { due }, startAfter: new Date(due).toISOString() };
    });
    await it.insert("late", jobs);
    await it.work("late", WORK, async (batch) => {
      for (const job of batch) late.push(Date.now() - job.data.due);
    });
    await until(() => late.length, options.count, performance.now(), 240);
    await it.stop({ graceful: false });
    return { late_ms: late };
  },

  async fill() {
    const it = await boss();
    const day = Date.now() + 86_400_000;
    for (let from = 0; from < options.count; from += 10_000) {
      await it.insert("later", Array.from(
        { length: Math.min(10_000, options.count - from) },
        (_, n) => ({ data: { n }, startAfter: new Date(day + (from + n) * 1000).toISOString() }),
      ));
    }
    await it.stop({ graceful: false });
    return {};
  },

  async drain() {
    const it = await boss();
    for (let from = 0; from < options.count; from += 5000) {
      await it.insert("noop", Array.from(
        { length: Math.min(5000, options.count - from) }, (_, n) => ({ data: { n } }),
      ));
    }
    await analyze();
    let done = 0;
    const began = performance.now();
    await it.work("noop", WORK, async (batch) => { done += batch.length; });
    const seconds = await until(() => done, options.count, began, options.patience ?? 60);
    await it.stop({ graceful: false });
    return { done, seconds, per_second: done / seconds };
  },

  async idle() {
    const it = await boss();
    await it.work("noop", WORK, async () => {});
    await sleep(options.settle);
    say({ ready: true });
    await sleep(options.seconds);
    await it.stop({ graceful: false });
    return {};
  },
};

say(await commands[command]());
process.exit(0);
