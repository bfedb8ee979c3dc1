import { Pool } from "undici";

/** What a load came to. */
export interface Load {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
  /** Milliseconds to the whole answer, ascending. */
  readonly times: readonly number[];
  /** Bytes of all answers. */
  readonly bytes: number;
}

export interface LoadGiven {
  readonly url: URL;
  /** The body of each request: no two alike, where a memory of what was judged should not help. */
  readonly body: (at: number) => string;
  readonly requests: number;
  /** At a time; each has a connection of its own. */
  readonly parallel: number;
  /** Requests a second at most, for latency at less than full load. */
  readonly rate?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends requests over kept connections and measures each. */
export async function httpLoad(given: LoadGiven): Promise<Load> {
  const { url, body, requests, parallel, rate } = given;
  const pool = new Pool(url.origin, {
    connections: parallel,
    pipelining: 1,
    headersTimeout: 120_000,
    bodyTimeout: 120_000,
  });
  const headers = {
    "content-type": "application/json",
    authorization: "Bearer bench",
    ...given.headers,
  };
  const times: number[] = [];
  let failures = 0;
  let bytes = 0;
  let started = 0;

  function once(at: number): Promise<void> {
    const begin = performance.now();
    return new Promise((resolve) => {
      let isWell = false;
      pool.dispatch(
        { path: url.pathname, method: "POST", headers, body: body(at) },
        {
          onRequestStart: () => undefined,
          onResponseStart: (_control, status) => {
            isWell = status === 200;
          },
          onResponseData: (_control, chunk) => {
            bytes += chunk.length;
          },
          onResponseEnd: () => {
            times.push(performance.now() - begin);
            if (!isWell) failures++;
            resolve();
          },
          onResponseError: () => {
            failures++;
            resolve();
          },
        },
      );
    });
  }

  const begin = performance.now();
  async function worker(): Promise<void> {
    while (started < requests) {
      const mine = started++;
      if (rate !== undefined) {
        const due = begin + (mine * 1000) / rate;
        const wait = due - performance.now();
        if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      }
      await once(mine);
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker));
  const seconds = (performance.now() - begin) / 1000;
  await pool.destroy();
  times.sort((a, b) => a - b);
  return { requests, failures, seconds, times, bytes };
}

/** A value below which that share of all lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
