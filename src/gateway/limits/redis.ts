import { createHash } from "node:crypto";
import { firstConnect, inTime, redisClient } from "./redis-client.ts";
import { changeScript, takeScript } from "./redis-script.ts";
import type { Change, CounterStore, Decision, Operation } from "./store.ts";

export interface RedisOptions {
  /** `redis://` or `rediss://`, with user and password where they are needed; Valkey as well. */
  readonly url: string;
  /** Before every key, in braces, so that a cluster keeps all of them in one slot. */
  readonly prefix?: string;
  /** Milliseconds that a decision may take; later it counts as unreachable. */
  readonly timeoutMs?: number;
  /** Told when the server goes and when it is back. */
  readonly onState?: (state: "ready" | "gone", error?: Error) => void;
}

/** Changes that wait for the server to come back; more are dropped: what they would give back stays reserved. */
const maxWaiting = 50_000;

interface Script {
  readonly text: string;
  readonly sha: string;
}

function scriptOf(text: string): Script {
  return { text, sha: createHash("sha1").update(text).digest("hex") };
}

const take = scriptOf(takeScript);
const change = scriptOf(changeScript);

function takeArguments(operation: Operation): readonly string[] {
  if (operation.kind === "rate")
    return ["rate", String(operation.interval), String(operation.burst), ""];
  const keep = String(Math.ceil(operation.keepMs));
  const limit = String(operation.limit);
  return operation.kind === "budget"
    ? ["budget", limit, String(Math.ceil(operation.cost)), keep]
    : ["slot", limit, operation.lease, keep];
}

function changeArguments(each: Change): readonly string[] {
  return each.kind === "budget"
    ? ["budget", String(Math.round(each.by)), String(Math.ceil(each.keepMs))]
    : ["slot", each.lease, ""];
}

/**
 * Counters that several gateways share, in Redis or Valkey. A decision is one script (atomic, one round
 * trip). Where the server cannot be reached `take` rejects at once or after the time-out; changes wait in
 * order until it is back.
 */
export async function createRedisStore(options: RedisOptions): Promise<CounterStore> {
  const { url, prefix = "pavise", timeoutMs = 250, onState } = options;
  const client = redisClient(url);
  let isReady = false;
  let waiting: Change[] = [];
  let isFlushing = false;

  client.on("error", (error: Error) => {
    if (isReady) onState?.("gone", error);
    isReady = false;
  });
  client.on("ready", () => {
    isReady = true;
    onState?.("ready");
    void flush();
  });

  async function run(script: Script, keys: string[], values: string[]): Promise<unknown> {
    const given = { keys: keys.map((key) => `{${prefix}}:${key}`), arguments: values };
    const asked = client.evalSha(script.sha, given).catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith("NOSCRIPT"))
        return client.eval(script.text, given);
      throw error;
    });
    return inTime(asked, timeoutMs);
  }

  async function changeNow(changes: readonly Change[]): Promise<void> {
    const keys = changes.map(({ key }) => key);
    await run(change, keys, changes.flatMap(changeArguments));
  }

  async function flush(): Promise<void> {
    if (isFlushing) return;
    isFlushing = true;
    try {
      while (waiting.length > 0 && client.isReady) {
        const batch = waiting.slice(0, 200);
        waiting = waiting.slice(batch.length);
        try {
          await changeNow(batch);
        } catch {
          // Nobody knows whether it was done. In doubt more counts as spent: what gives back is forgotten,
          // since it might be given twice, and the rest is said again.
          waiting = [...batch.filter((each) => each.kind === "slot" || each.by > 0), ...waiting];
          return;
        }
      }
    } finally {
      isFlushing = false;
    }
  }

  // A server that is not there yet is one that has gone: it is tried again by itself.
  const missing = await firstConnect(client);
  if (missing !== undefined) onState?.("gone", missing);

  return {
    take: async (operations): Promise<Decision> => {
      if (!isReady) throw new Error("the limits' server cannot be reached");
      const keys = operations.map(({ key }) => key);
      const values = operations.flatMap(takeArguments);
      const [refused, ...rest] = (await run(take, keys, values)) as (number | string)[];
      const standings = operations.map((_, index) => ({
        remaining: Number(rest[index * 2]),
        wait: Number(rest[index * 2 + 1]),
      }));
      return { refusedBy: Number(refused) === 0 ? undefined : Number(refused) - 1, standings };
    },
    change: async (changes) => {
      if (waiting.length + changes.length > maxWaiting) return;
      waiting.push(...changes);
      await flush();
    },
    close: async () => {
      await flush();
      if (client.isReady) await client.close();
      else client.destroy();
    },
  };
}
