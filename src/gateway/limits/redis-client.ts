import { createClient } from "@redis/client";

export type RedisClient = ReturnType<typeof createClient>;

/** A client that connects again by itself, and whose commands fail at once while there is no connection. */
export function redisClient(url: string): RedisClient {
  return createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000),
    },
  }) as RedisClient;
}

/**
 * Waits for the first attempt to connect. Where it fails the client goes on trying, and `connect` with it,
 * so that waiting for that would keep a gateway from starting until the server is there.
 */
export async function firstConnect(client: RedisClient): Promise<Error | undefined> {
  return new Promise((resolve) => {
    client.once("error", (error: Error) => resolve(error));
    client.connect().then(
      () => resolve(undefined),
      (error: unknown) => resolve(error instanceof Error ? error : new Error(String(error))),
    );
  });
}

/** Rejects where an answer takes too long; what comes after that is nobody's any more. */
export async function inTime<T>(asked: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the limits' server did not answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
  });
  asked.catch(() => undefined);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
