import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../mcp/canonical.ts";
import type { Principal } from "../parts.ts";
import type { Usage } from "../surface.ts";

/** Off unless it is configured. */
export const cacheConfig = z.strictObject({
  "ttl-seconds": z.int().min(1).max(86_400).default(300),
  "max-bytes": z
    .int()
    .min(1)
    .default(64 * 1024 * 1024)
    .describe("Of all answers together."),
});
export type CacheConfig = z.output<typeof cacheConfig>;

/** An answer that was judged and let through, as it was sent. */
export interface CachedAnswer {
  readonly status: number;
  readonly body: string;
  readonly usage: Usage | undefined;
}

/** Answers to requests that are the same to the last value. */
export interface AnswerCache {
  readonly get: (principal: Principal, request: CacheRequest) => CachedAnswer | undefined;
  readonly put: (principal: Principal, request: CacheRequest, answer: CachedAnswer) => void;
}

export interface CacheRequest {
  readonly surface: string;
  readonly path: string;
  readonly body: unknown;
}

interface Entry extends CachedAnswer {
  readonly until: number;
}

/** What an entry costs beside its text. */
const overhead = 200;

/**
 * A cache in memory of whole answers. The key is an HMAC with a secret of the tenant's over tenant, user,
 * surface and the canonical request, so that nobody is answered with what somebody else's request brought,
 * and nothing can be learned from the keys. Similar requests are not the same: what is near in meaning may be
 * another person's.
 */
export function createAnswerCache(
  config: CacheConfig,
  now: () => number = () => performance.now(),
): AnswerCache {
  const entries = new Map<string, Entry>();
  const secret = randomBytes(32);
  const ttl = config["ttl-seconds"] * 1000;
  let bytes = 0;

  function keyOf({ tenant, user }: Principal, { surface, path, body }: CacheRequest): string {
    const own = createHmac("sha256", secret).update(tenant).digest();
    return createHmac("sha256", own)
      .update(canonicalJson([user ?? null, surface, path, body]))
      .digest("base64url");
  }

  function drop(key: string): void {
    const entry = entries.get(key);
    if (entry === undefined) return;
    bytes -= entry.body.length * 2 + overhead;
    entries.delete(key);
  }

  return {
    get: (principal, request) => {
      const key = keyOf(principal, request);
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.until > now()) return entry;
      drop(key);
      return undefined;
    },
    put: (principal, request, answer) => {
      const size = answer.body.length * 2 + overhead;
      if (answer.status !== 200 || size > config["max-bytes"] / 4) return;
      const key = keyOf(principal, request);
      drop(key);
      entries.set(key, { ...answer, until: now() + ttl });
      bytes += size;
      for (const oldest of entries.keys()) {
        if (bytes <= config["max-bytes"]) break;
        drop(oldest);
      }
    },
  };
}
