// Sign and send messages of many fans from some connections for some seconds; print what it took.
import { createHmac } from "node:crypto";

const asked = JSON.parse(Deno.args[0]);
const uuid = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const took = [];
const refused = {};

function event() {
  const fan = Math.floor(Math.random() * asked.fans);
  const at = new Date().toISOString();
  return JSON.stringify({
    id: crypto.randomUUID(),
    type: "creator.message.received",
    timestamp: at,
    data: {
      object: "message", uuid: crypto.randomUUID(), sender: "fan", is_automated: false,
      created_at: at, deleted_at: null, text: "hey you, how was your day?",
      unread_messages_count: 1, is_muted: false, creator: { uuid: asked.creator },
      fan: { uuid: uuid(fan), handle: `fan${fan}`, display_name: `Fan ${fan}` },
    },
  });
}

async function client(until, counts) {
  while (performance.now() < until) {
    const body = event();
    const t = Math.floor(Date.now() / 1000);
    const v0 = createHmac("sha256", asked.secret).update(`${t}.${body}`).digest("hex");
    const began = performance.now();
    const answer = await fetch(asked.url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-fanvue-signature": `t=${t},v0=${v0}` },
      body,
    });
    const said = await answer.text();
    if (!answer.ok) refused[answer.status] = said;
    else if (counts) took.push(performance.now() - began);
  }
}

const all = (seconds, counts) => {
  const until = performance.now() + seconds * 1000;
  return Promise.all(Array.from({ length: asked.connections }, () => client(until, counts)));
};
await all(0.5, false); // connections are made, plans are prepared
const began = performance.now();
await all(asked.seconds, true);
const seconds = (performance.now() - began) / 1000;
took.sort((a, b) => a - b);
const rank = (share) => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0;
console.log(JSON.stringify({
  per_second: took.length / seconds, p50: rank(0.5), p99: rank(0.99), refused,
}));
