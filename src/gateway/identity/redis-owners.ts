import { firstConnect, inTime, redisClient } from "../limits/redis-client.ts";
import type { OwnerStore } from "./ownership.ts";

export interface RedisOwnersOptions {
  readonly url: string;
  readonly prefix?: string;
  readonly timeoutMs?: number;
  readonly onError?: (error: Error) => void;
}

/**
 * Owners that several gateways share and that outlive them, in Redis or Valkey. Where it cannot be reached,
 * both functions reject: an id whose owner is not known is nobody's.
 */
export async function createRedisOwners(
  options: RedisOwnersOptions,
): Promise<OwnerStore & { readonly close: () => Promise<void> }> {
  const { url, prefix = "pavise", timeoutMs = 2_000, onError } = options;
  const client = redisClient(url);
  client.on("error", (error: Error) => onError?.(error));
  await firstConnect(client);
  const keyOf = (key: string): string => `{${prefix}}:owner:${key}`;
  return {
    get: async (key) => (await inTime(client.get(keyOf(key)), timeoutMs)) ?? undefined,
    add: async (key, owner, keepMs) => {
      const set = client.set(keyOf(key), owner, {
        condition: "NX",
        expiration: { type: "PX", value: keepMs },
      });
      await inTime(set, timeoutMs);
    },
    close: async () => {
      if (client.isReady) await client.close();
      else client.destroy();
    },
  };
}
