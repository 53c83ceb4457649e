// A plain statement in the bench, from the client that graphile-worker and pg-boss use.

import { command, hammer, options, pool, say } from "./common.mjs";

const commands = {
  async upsert() {
    const connections = pool(options.connections);
    const found = await hammer(options.connections, options.seconds, async () => {
      const key = 1 + Math.floor(Math.random() * options.keys);
      // Named: prepared once on each connection.
      const { rows } = await connections.query({
        name: "upsert", text: options.statement, values: [key],
      });
      return rows[0]?.id;
    });
    await connections.end();
    return found;
  },
};

say(await commands[command]());
process.exit(0);
