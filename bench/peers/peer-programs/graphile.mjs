// graphile-worker in the bench: node graphile.mjs COMMAND '{"dsn": …}' prints one JSON line.
// Settings: https://worker.graphile.org/docs/config; "fast" is what its performance page sets.

import { makeWorkerUtils, run, runMigrations, Logger } from "graphile-worker";
import { analyze, command, hammer, options, pool, say, sleep, until } from "./common.mjs";

const logger = new Logger(() => () => {});
const FAST = {
  worker: {
    connectionString: options.dsn, logger, concurrentJobs: 24, pollInterval: options.poll_ms ?? 100,
    maxPoolSize: 26, localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0,
  },
};

function start(taskList) {
  const shared = { taskList, noHandleSignals: true, logger };
  return options.fast
    ? run({ ...shared, preset: FAST })
    : run({ ...shared, connectionString: options.dsn, concurrency: 10, maxPoolSize: 12 });
}

const commands = {
  async setup() {
    await runMigrations({ connectionString: options.dsn, logger });
    return {};
  },

  // Push a job back under its key.
  async upsert() {
    const connections = pool(options.connections);
    const utils = await makeWorkerUtils({ pgPool: connections, logger });
    const found = await hammer(options.connections, options.seconds, async () => {
      const key = Math.floor(Math.random() * options.keys);
      const job = await utils.addJob("noop", { key }, {
        jobKey: `k${key}`, runAt: new Date(Date.now() + 3600_000),
      });
      return job?.id;
    });
    await utils.release();
    return found;
  },

  // `count` jobs, due evenly over `seconds` from `lead` seconds from now.
  async lateness() {
    const late = [];
    const utils = await makeWorkerUtils({ connectionString: options.dsn, logger });
    const first = Date.now() + options.lead * 1000;
    for (let number = 0; number < options.count; number += 1) {
      const due = first + (number * options.seconds * 1000) / options.count;
      await utils.addJob("late", { due }, { runAt: new Date(due) });
    }
    const runner = await start({ late: async ({ due }) => { late.push(Date.now() - due); } });
    await until(() => late.length, options.count, performance.now(), 120);
    await runner.stop();
    await utils.release();
    return { late_ms: late };
  },

  async fill() {
    const connections = pool(1);
    await connections.query(
      `select graphile_worker.add_job('later', json_build_object('n', n),
         run_at => now() + interval '1 day' + n * interval '1 second')
       from generate_series(1, $1::int) as n`, [options.count]);
    await connections.end();
    return {};
  },

  async drain() {
    const connections = pool(1);
    await connections.query(
      `select graphile_worker.add_job('noop', json_build_object('n', n))
       from generate_series(1, $1::int) as n`, [options.count]);
    await connections.end();
    await analyze();
    let done = 0;
    const began = performance.now();
    const runner = await start({ noop: async () => { done += 1; } });
    const seconds = await until(() => done, options.count, began, options.patience ?? 60);
    await runner.stop();
    return { done, seconds, per_second: done / seconds };
  },

  async idle() {
    const runner = await start({ noop: async () => {} });
    await sleep(options.settle);
    say({ ready: true });
    await sleep(options.seconds);
    await runner.stop();
    return {};
  },
};

say(await commands[command]());
process.exit(0);
