import { createClient } from "@redis/client";
import type { OwnerStore } from "./ownership.ts";

export interface RedisOwnersOptions {
  readonly url: string;
  readonly prefix?: string;
  readonly onError?: (error: Error) => void;
}

/**
 * Owners that several gateways share and that outlive them, in Redis or Valkey. Where it cannot be reached,
 * both functions reject: an id whose owner is not known is nobody's.
 */
export async function createRedisOwners(
  options: RedisOwnersOptions,
): Promise<OwnerStore & { readonly close: () => Promise<void> }> {
  const { url, prefix = "pavise", onError } = options;
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000),
    },
  });
  client.on("error", (error: Error) => onError?.(error));
  await client.connect().catch(() => undefined);
  const keyOf = (key: string): string => `{${prefix}}:owner:${key}`;
  return {
    get: async (key) => (await client.get(keyOf(key))) ?? undefined,
    add: async (key, owner, keepMs) => {
      await client.set(keyOf(key), owner, {
        condition: "NX",
        expiration: { type: "PX", value: keepMs },
      });
    },
    close: async () => {
      if (client.isReady) await client.close();
      else client.destroy();
    },
  };
}
